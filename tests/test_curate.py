"""People outrank the program, in every run."""

import pytest

from generator.curate import decide_actors, decide_dossier, decide_fields, decide_speakers
from generator.model import (
    Actor,
    Alias,
    Conflict,
    ConflictSide,
    Dated,
    Decision,
    Document,
    Dossier,
    Entity,
    Evidence,
    Perhaps,
    Quotation,
    QuotationMention,
    Resolution,
    Role,
    Said,
    Source,
    SourceRecord,
    Span,
    SpeakerRecord,
    Statement,
)

OPEN = Said(None, "open", "")
NOBODY = SpeakerRecord(None, None, None, "")


def actor(id_: str, name: str, *spellings: str) -> Actor:
    aliases = tuple(Alias(s, 1, ("s1",)) for s in (name, *spellings))
    return Actor(id_, name, "person", (Role("minister", ("s1",)),), aliases)


def evidence(*names: str, quotations: int = 0) -> Evidence:
    document = Document("s1", "s1.txt", "", "x" * 50, "", ())
    said = tuple(QuotationMention((Span(i, i + 5),), "direct", entity=0) for i in range(quotations))
    return Evidence(document, quotations=said, entities=tuple(Entity(n, "person", ()) for n in names))


def test_same_joins_spellings_roles_and_mentions_under_the_first() -> None:
    before = Resolution(
        (actor("bo-riabkov", "Bo Riabkov"), actor("bo-ryabkov", "Bo Ryabkov")),
        {("s1", 0): "bo-riabkov", ("s2", 0): "bo-ryabkov"},
    )
    decision = Decision(same=("bo-ryabkov", "bo-riabkov"), by="A. Lee", why="one man")
    after, _, used = decide_actors(before, [], [decision])
    assert [a.id for a in after.actors] == ["bo-ryabkov"]
    assert {a.text for a in after.actors[0].aliases} == {"Bo Riabkov", "Bo Ryabkov"}
    assert len(after.actors[0].roles) == 1
    assert set(after.actor_of.values()) == {"bo-ryabkov"}
    assert after.actors[0].notes == ("joined with Bo Riabkov: a person's decision by A. Lee: one man",)
    assert used == (decision,)


def test_not_the_same_makes_somebody_of_a_spelling() -> None:
    found = [evidence("Joe Roe", "Hunter Roe")]
    before = Resolution((actor("joe-roe", "Joe Roe", "Hunter Roe"),), {("s1", 0): "joe-roe", ("s1", 1): "joe-roe"})
    after, _, used = decide_actors(before, found, [Decision(not_same=("joe-roe", "Hunter Roe"))])
    assert [a.id for a in after.actors] == ["hunter-roe", "joe-roe"]
    assert after.actor_of == {("s1", 0): "joe-roe", ("s1", 1): "hunter-roe"}
    assert used


def test_rename_and_kind_change_the_page_and_not_the_address() -> None:
    before = Resolution((actor("ford", "Ford"),), {})
    decisions = [Decision(rename="ford", to="Ford Motor"), Decision(kind="ford", to="organisation")]
    after, _, _ = decide_actors(before, [], decisions)
    assert [(a.id, a.name, a.kind) for a in after.actors] == [("ford", "Ford Motor", "organisation")]


def test_a_decision_that_matches_nothing_is_not_used() -> None:
    before = Resolution((actor("a", "A"),), {})
    after, _, used = decide_actors(before, [], [Decision(rename="b", to="B"), Decision(same=("a", "b"))])
    assert (after, used) == (before, ())


def test_a_speaker_is_who_a_person_says_also_when_the_article_never_names_them() -> None:
    found = [evidence("A", quotations=2)]
    people = Resolution((actor("a", "A"), actor("b", "B")), {("s1", 0): "a"})
    ids = {("s1", 0): "q-1", ("s1", 1): "q-2"}
    decisions = [Decision(speaker="q-1", to="b"), Decision(speaker="q-2", to="nobody")]
    (after,), resolution, used = decide_speakers(found, people, ids, decisions)
    first, second = after.quotations
    assert first.entity is not None
    assert resolution.actor_of[("s1", first.entity)] == "b"
    assert first.entity_rule == "a person's decision"
    assert second.entity is None
    assert len(used) == 2


def quotation(id_: str, statement: str) -> Quotation:
    return Quotation(
        id_,
        statement,
        "direct",
        (Span(0, 1),),
        "x",
        None,
        SpeakerRecord(None, None, None, ""),
        None,
        (),
        OPEN,
        "high",
        (),
    )


def dossier() -> Dossier:
    source = Source("s1", "s1.txt", "", "", (), None, "en", Dated(None, "open", ""))
    record = SourceRecord(
        source, quotations=(quotation("q-1", "s-1"), quotation("q-2", "s-1"), quotation("q-3", "s-2"))
    )
    return Dossier(
        "t",
        "",
        "en",
        sources=(record,),
        statements=(
            Statement("s-1", None, OPEN, ("q-1", "q-2"), ("s1",), ("s1",), "one source"),
            Statement("s-2", None, OPEN, ("q-3",), ("s1",), ("s1",), "one source", similar=("s-1",)),
        ),
        conflicts=(Conflict("c-1", "wording", "", (ConflictSide("a", ("q-1",)), ConflictSide("b", ("q-3",)))),),
    )


@pytest.mark.parametrize(
    ("rejected", "statements", "quotations", "conflicts"),
    [
        ("s-1", ["s-2"], ["q-3"], 0),
        ("q-1", ["s-1", "s-2"], ["q-2", "q-3"], 0),
        ("q-3", ["s-1"], ["q-1", "q-2"], 0),
        ("c-1", ["s-1", "s-2"], ["q-1", "q-2", "q-3"], 0),
        ("s-9", ["s-1", "s-2"], ["q-1", "q-2", "q-3"], 1),
    ],
)
def test_reject_takes_the_record_and_what_stood_on_it_alone(
    rejected: str, statements: list[str], quotations: list[str], conflicts: int
) -> None:
    after, used = decide_dossier(dossier(), [Decision(reject=rejected)])
    assert [s.id for s in after.statements] == statements
    assert [q.id for q in after.sources[0].quotations] == quotations
    assert len(after.conflicts) == conflicts
    assert bool(used) == (rejected != "s-9")
    assert all(other in statements for s in after.statements for other in s.similar)


def test_an_actor_that_was_looked_at_is_perhaps_nobody_else() -> None:
    two = (
        Actor("a", "A", "person", (), (), perhaps=(Perhaps("b", "alike"),)),
        Actor("b", "B", "person", (), (), perhaps=(Perhaps("a", "alike"), Perhaps("c", "alike"))),
        Actor("c", "C", "person", (), (), perhaps=(Perhaps("b", "alike"),)),
    )
    decided, used = decide_fields(Dossier("", "", "en", actors=two), [Decision(accept="a")])
    assert used
    assert [[p.actor for p in actor.perhaps] for actor in decided.actors] == [[], ["c"], ["b"]]
