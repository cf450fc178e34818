"""What of a source is published: the sentences that something is cited from, with a little around them."""

from generator.assemble import source_records
from generator.model import (
    Block,
    Corroboration,
    Document,
    Evidence,
    Mention,
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
