"""What of a source is published: the sentences that something is cited from, with a little around them."""

from dataclasses import replace

import pytest

from generator import assemble
from generator.assemble import actor_records, links, source_records
from generator.model import (
    Actor,
    Block,
    Corroboration,
    Document,
    Doubt,
    Entity,
    Evidence,
    FigureMention,
    Mention,
    Open,
    QuotationMention,
    Resolution,
    Span,
    TimeExpression,
)

TEXT = (
    "Port shut\n\nAnn Lee is mayor. It rains. The sea is calm. “No ship leaves,” she said. Nobody came.\n\nOn Monday."
)
NOTHING = Corroboration((), (), (), (), {("a", 0): "q-1"}, {("a", 0): "s-1"}, {}, {})


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


SENTENCES = (
    "Port shut",
    "Ann Lee is mayor.",
    "It rains.",
    "The sea is calm.",
    "“No ship leaves,” she said.",
    "Nobody came.",
    "On Monday.",
)


def shown(publish: str = "excerpts", role: bool = False, time: bool = False) -> list[str]:
    blocks = (
        Block(at("Port shut"), "headline"),
        Block(Span(11, TEXT.index("\n\nOn")), "prose"),
        Block(at("On Monday."), "prose"),
    )
    document = Document("a", "a.txt", "", TEXT, "", blocks, publish="full" if publish == "full" else "excerpts")
    mention = Mention(at("Ann Lee"), "Ann Lee", "name", "person", "Lee", role="mayor", role_span=at("mayor"))
    evidence = Evidence(
        document,
        sentences=tuple(map(at, SENTENCES)),
        mentions=(mention,) if role else (),
        quotations=(QuotationMention((at("“No ship leaves,”"),), "direct"),),
        times=(TimeExpression(at("On Monday"), "On Monday", "DATE", "2022-01-10", ""),) if time else (),
    )
    (record,) = source_records([evidence], Resolution((), {}), NOTHING)
    assert all(p.text == TEXT[p.span.start : p.span.end] for p in record.passages)
    return [p.text for p in record.passages]


def test_a_cited_sentence_comes_with_the_one_before_it_and_nothing_else() -> None:
    assert shown() == ["Port shut", "The sea is calm. “No ship leaves,” she said."]


def test_a_role_and_a_date_can_be_looked_up_too() -> None:
    assert shown(role=True, time=True) == [
        "Port shut",
        "Ann Lee is mayor.",
        "The sea is calm. “No ship leaves,” she said.",
        "On Monday.",
    ]


def test_full_text_is_shown_where_a_person_allows_it() -> None:
    assert shown("full") == ["Port shut", TEXT[11 : TEXT.index("\n\nOn")], "On Monday."]


def test_a_quotation_from_a_damaged_text_says_so() -> None:
    document = Document("a", "a.txt", "", TEXT, "", (), quality=("words_swapped",))
    evidence = Evidence(
        document, quotations=(QuotationMention((at("“No ship leaves,”"),), "direct", flags=("denial",)),)
    )
    (record,) = source_records([evidence], Resolution((), {}), NOTHING)
    assert record.quotations[0].flags == ("denial", "do_not_quote_verbatim")


def test_who_speaks_together_and_whom_a_name_may_mean() -> None:
    document = Document("a", "a.txt", "", TEXT, "", ())
    quotation = QuotationMention((at("“No ship leaves,”"),), "direct", entity=2)
    mention = Mention(at("Ann Lee"), "Ann Lee", "name", "person", "Lee", entity=3)
    entities = (
        Entity("Ann Lee", "person", ()),
        Entity("Bo Lee", "person", ()),
        Entity("Ann and Bo Lee", "group", (), members=(0, 1)),
        Entity("Lee", "person", (0,)),
    )
    evidence = Evidence(document, mentions=(mention,), quotations=(quotation,), entities=entities)
    resolution = Resolution(
        (), {("a", 0): "ann-lee", ("a", 1): "bo-lee"}, unsure={("a", 3): Open("may be two", (("a", 0), ("a", 1)))}
    )
    (record,) = source_records([evidence], resolution, NOTHING)
    assert record.quotations[0].speaker.members == ("ann-lee", "bo-lee")
    assert (record.mentions[0].candidates, record.mentions[0].rule) == (("ann-lee", "bo-lee"), "may be two")


def test_actors_that_may_be_one_name_each_other() -> None:
    two = tuple(Actor(id_, id_, "person", (), ()) for id_ in ("jan-roe", "john-roe"))
    doubt = Doubt(("a", 0), ("b", 0), "one given name in two forms")
    apart = Resolution(two, {("a", 0): "jan-roe", ("b", 0): "john-roe"}, doubts=(doubt,))
    assert [p.actor for a in actor_records(apart) for p in a.perhaps] == ["john-roe", "jan-roe"]
    joined = Resolution(two[:1], {("a", 0): "jan-roe", ("b", 0): "jan-roe"}, doubts=(doubt,))
    assert not actor_records(joined)[0].perhaps


def test_a_name_that_the_parse_parted_is_shown_whole() -> None:
    text = "Rain fell. Lume Town Harbour Club has debts of £41m. Nobody came."
    parts = ("Rain fell.", "Lume", "Town", "Harbour Club has debts of £41m.", "Nobody came.")
    sentences = tuple(Span(text.index(p), text.index(p) + len(p)) for p in parts)
    name = Span(text.index("Lume"), text.index(" has"))
    evidence = Evidence(
        Document("a", "a.txt", "", text, "", (Block(Span(0, len(text)), "prose"),)),
        sentences=sentences,
        mentions=(Mention(name, "Lume Town Harbour Club", "name", "organisation", "Club"),),
        figures=(FigureMention(Span(text.index("£"), text.index("£") + 4), "£41m", 41e6, "GBP", "debts", "exactly"),),
    )
    (record,) = source_records([evidence], Resolution((), {}), replace(NOTHING, figure_id={("a", 0): "f-1"}))
    assert [p.text for p in record.passages] == ["Lume Town Harbour Club has debts of £41m."]


def test_of_a_source_that_is_as_it_was_only_what_others_ask_for_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("a", "a.txt", "", TEXT, "", (Block(Span(11, 40), "prose"), Block(Span(41, 50), "advert")))
    mention = Mention(at("Ann Lee"), "Ann Lee", "name", "person", "Lee", entity=0)
    other = replace(mention, span=at("she"), text="she", kind="pronoun", entity=1)
    evidence = Evidence(
        document, mentions=(mention, other), entities=(Entity("Ann Lee", "person", (0,)), Entity("she", "person", (1,)))
    )
    open_ = Resolution((), {("a", 0): "ann-lee"}, unsure={("a", 1): Open("either", (("a", 0),))})
    (whole,) = source_records([evidence], open_, NOTHING, {"a": b"1"})
    made: list[Evidence] = []
    real = assemble._mentions
    monkeypatch.setattr(assemble, "_mentions", lambda found, who: made.append(found) or real(found, who))
    (again,) = source_records([evidence], open_, NOTHING, {"a": b"1"}, {b"1"})
    assert again.unsettled and whole.unsettled and not made
    assert again == whole and whole == again and len(made) == 1
    assert (again.removed, again.mentions) == (whole.removed, whole.mentions) and whole.removed and whole.mentions
    changed = replace(again, quotations=())
    assert (changed.made_of, changed.mentions, changed.unsettled) == (b"", whole.mentions, True)


def test_what_a_record_is_made_of_tells_who_is_who_and_what_is_one() -> None:
    evidence = Evidence(
        Document("a", "a.txt", "", TEXT, "", ()),
        quotations=(QuotationMention((at("“No ship leaves,”"),), "direct"),),
        entities=(Entity("Ann Lee", "person", ()),),
    )
    known = Resolution((), {("a", 0): "ann-lee", ("b", 0): "ann-leeds"})
    told = [
        dict(links([evidence], who, compared))
        for who, compared in (
            (known, NOTHING),
            (replace(known, actor_of={("a", 0): "ann-lee-2"}), NOTHING),
            (replace(known, rule_of={("a", 0): "so called"}), NOTHING),
            (replace(known, actor_of={}, place_of={("a", 0): "Ann Lee"}), NOTHING),
            (replace(known, unsure={("a", 0): Open("either", (("b", 0),))}), NOTHING),
            (known, replace(NOTHING, statement_of={("a", 0): "s-2"})),
            (known, replace(NOTHING, swapped={"a": (("one", "other"),)})),
        )
    ]
    assert len({repr(one) for one in told}) == len(told)
