"""When a quotation was said: the date beside its cue, or what else the article tells."""

from collections.abc import Mapping
from itertools import pairwise

import pytest

from generator.model import OPEN, Block, Dated, Document, Evidence, QuotationMention, Span, TimeExpression
from generator.resolve.said import said


def evidence(
    text: str,
    quoted: list[tuple[str, str, int]],
    times: Mapping[str, str],
    published: str | None = "2022-03-02",
) -> Evidence:
    """Evidence with quotations (words, cue, entity) and dates found by their words."""

    def at(words: str, start: int = 0) -> Span:
        begin = text.index(words, start)
        return Span(begin, begin + len(words))

    ends = [0, *(i + 2 for i, c in enumerate(text) if c == "." and text[i + 1 : i + 2] in (" ", "\n", "")), len(text)]
    sentences = tuple(Span(a, b) for a, b in pairwise(ends) if b > a)
    return Evidence(
        document=Document(
            id="a",
            file="a.txt",
            sha256="",
            text=text,
            title="",
            blocks=(Block(Span(0, len(text)), "prose"),),
            published=Dated(published, "given", "") if published else OPEN,
        ),
        sentences=sentences,
        quotations=tuple(
            QuotationMention((at(words),), "direct", cue=at(cue, max(0, at(words).start - 40)), entity=e)
            for words, cue, e in quoted
        ),
        times=tuple(TimeExpression(at(w), w, "DATE", v, f"{w} is {v}", v, v) for w, v in times.items()),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quoted", "times", "expected"),
    [
        ("“It is late,” she said on Friday.",
         ("“It is late,”", "said", 0), {"Friday": "2022-02-25"}, "2022-02-25"),
        ("“It is late,” she told reporters in a call on Monday.",
         ("“It is late,”", "told", 0), {"Monday": "2022-02-28"}, "2022-02-28"),
        ("On Tuesday, March 1, Anna Berg warned of “grave harm”.",
         ("“grave harm”", "warned", 0), {"Tuesday, March 1": "2022-03-01"}, "2022-03-01"),
        ("Anna Berg on Tuesday warned of “grave harm”.",
         ("“grave harm”", "warned", 0), {"Tuesday": "2022-03-01"}, "2022-03-01"),
        ("“It is late,” said Berg, who met him on Friday.",
         ("“It is late,”", "said", 0), {"Friday": "2022-02-25"}, None),
        ("Lind Berg, the former chairman who quit on Friday, said he was “tired”.",
         ("“tired”", "said", 0), {"Friday": "2022-02-25"}, None),
        ("She said that they would leave on Friday.",
         ("they would leave on Friday", "said", 0), {"Friday": "2022-02-25"}, None),
        ("After talks in Oslo on Tuesday, Berg said it was “late”.",
         ("“late”", "said", 0), {"Tuesday": "2022-03-01"}, "2022-03-01"),
        ("She said “it is late” before the vote on Friday.",
         ("“it is late”", "said", 0), {"Friday": "2022-03-04"}, None),
    ],
)  # fmt: skip
def test_the_date_of_the_cue(
    text: str, quoted: tuple[str, str, int], times: Mapping[str, str], expected: str | None
) -> None:
    (quotation,) = said(evidence(text, [quoted], times)).quotations
    assert (quotation.said.value, quotation.said.basis) == (expected, "stated" if expected else "inferred")


def test_further_words_of_the_speaker_carry_the_date_on() -> None:
    text = "“It is late,” she said on Friday. “Very late,” she added. “Not so,” he replied."
    found = said(
        evidence(
            text,
            [("“It is late,”", "said", 0), ("“Very late,”", "added", 0), ("“Not so,”", "replied", 1)],
            {"Friday": "2022-02-25"},
        )
    ).quotations
    assert [(q.said.value, q.said.basis) for q in found] == [
        ("2022-02-25", "stated"),
        ("2022-02-25", "inferred"),
        (None, "inferred"),
    ]
    assert "further up" in found[1].said.reason


def test_words_of_a_month_before_do_not_date_the_others() -> None:
    text = "“It is late,” she said in January. “Very late,” she added."
    quoted = [("“It is late,”", "said", 0), ("“Very late,”", "added", 0)]
    found = said(evidence(text, quoted, {"January": "2022-01"})).quotations
    assert [q.said.value for q in found] == ["2022-01", None]


def test_without_any_date_it_was_said_by_the_day_of_the_article() -> None:
    (quotation,) = said(evidence("“It is late,” she said.", [("“It is late,”", "said", 0)], {})).quotations
    assert (quotation.said.latest, quotation.said.earliest) == ("2022-03-02", None)
    assert quotation.said.reason.endswith("this is the day of the article")


def test_an_undated_article_leaves_it_open() -> None:
    (quotation,) = said(evidence("“It is late,” she said.", [("“It is late,”", "said", 0)], {}, None)).quotations
    assert quotation.said.basis == "open"
    assert quotation.said.reason


def test_a_day_told_of_in_other_words_is_not_that_of_the_next() -> None:
    text = "Berg said he had warned them on Friday that it would fail. “They knew,” he said."
    quoted = [
        ("he had warned them on Friday that it would fail", "said", 0),
        ("it would fail", "warned", 0),
        ("“They knew,”", "he said", 0),
    ]
    found = said(evidence(text, quoted, {"Friday": "2022-02-25"}))
    assert [q.said.value for q in found.quotations] == [None, "2022-02-25", None]


def test_then_is_the_year_told_before() -> None:
    text = "He was careful in 2009. “A minister waits,” he said then, as a backbencher."
    (quotation,) = said(evidence(text, [("“A minister waits,”", "said", 0)], {"2009": "2009"})).quotations
    assert (quotation.said.value, quotation.said.reason) == ("2009", "‘then’ is of ‘2009’ before it")


def test_a_day_that_cannot_be_settled_is_not_that_of_other_words() -> None:
    text = "On Monday she said it was late. After the fire of January 2022 she said they would pay."
    quoted = [("it was late", "said", 0), ("they would pay", "she said", 0)]
    times = {"Monday": "XXXX-WXX-1", "January 2022": "2022-01"}
    found = said(evidence(text, quoted, times, None))
    assert [q.said.value for q in found.quotations] == [None, "2022-01"]
