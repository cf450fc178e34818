"""What a name names where documents disagree: each test gives what the documents take it for."""

from dataclasses import replace

from generator.model import Mention, Span
from generator.model.evidence import EntityKind, Gender
from generator.resolve.across.kinds import sorted_by_kind
from generator.resolve.found import Found


def found(source: str, name: str, kind: EntityKind, *, gender: Gender = "unknown", nominal: str = "") -> Found:
    """A document's entity with its name and, where given, a phrase for it ("the company")."""
    span = Span(0, len(name))
    mentions = [Mention(span, name, "name", kind, name, "singular", gender, function="subject", sentence=0, block=0)]
    if nominal:
        noun = nominal.split()[-1]
        span = Span(90, 90 + len(nominal))
        mentions.append(
            Mention(span, nominal, "nominal", kind, noun, "singular", "neuter", function="subject", sentence=1, block=0)
        )
    return Found((source, 0), name, kind, gender, None, tuple(mentions), (), False, None)


def kinds(*all_: Found) -> list[str]:
    """The kind each document's entity is filed under, by document."""
    people, bodies, places, _ = sorted_by_kind(all_)
    of = {f.source: k for k, group in (("person", people), ("organisation", bodies), ("place", places)) for f in group}
    return [of.get(one.source, "") for one in all_]


def test_a_bare_name_goes_where_the_evidence_is() -> None:
    company = found("one", "Brightwell", "organisation", nominal="the company")
    bare = [found(f"bare{k}", "Brightwell", "person") for k in range(2)]
    assert kinds(company, *bare) == ["organisation"] * 3


def test_a_woman_and_a_company_of_one_name_stay_apart() -> None:
    company = found("one", "Brightwell", "organisation", nominal="the company")
    assert kinds(company, found("two", "Brightwell", "person", gender="female")) == ["organisation", "person"]


def test_a_body_nothing_shows_follows_most_documents() -> None:
    people = [found(f"d{k}", "Brightwell", "person") for k in range(2)]
    assert kinds(found("bare", "Brightwell", "organisation"), *people) == ["person"] * 3


def test_a_surname_spelled_otherwise_is_the_persons() -> None:
    bare = found("two", "Rudenskyy", "organisation")
    assert kinds(found("one", "Oleksandr Rudensky", "person"), bare) == ["person"] * 2


def test_a_city_is_nobodys_surname() -> None:
    assert kinds(found("one", "Ada Vila Velha", "person"), found("two", "Vila Velha", "place")) == ["person", "place"]


def test_what_stands_beside_a_name_counts_in_every_article() -> None:
    shown = replace(found("one", "Vasko Termia", "organisation"), mentions=(leaning("Vasko Termia", -4.0),))
    bare = [found(f"bare{k}", "Vasko Termia", "person") for k in range(3)]
    assert kinds(shown, *bare) == ["organisation"] * 4


def test_an_article_that_shows_the_other_kind_keeps_it() -> None:
    shown = replace(found("one", "Vasko Termia", "organisation"), mentions=(leaning("Vasko Termia", -4.0),))
    man = replace(found("two", "Vasko Termia", "person", gender="male"), mentions=(leaning("Vasko Termia", 3.0),))
    assert kinds(shown, shown, man)[1:] == ["organisation", "person"]


def leaning(name: str, towards: float) -> Mention:
    """A name with what stands beside it: above 0 for a person, below for a body."""
    return Mention(Span(0, len(name)), name, "name", "unknown", name, leaning=towards)
