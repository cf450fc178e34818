"""The pieces corroboration is made of: windows, wordings, ids, origins, quantities, groups."""

from dataclasses import replace
from datetime import date

import pytest

from generator.corroborate.figures.bounds import allowed
from generator.corroborate.groups import Groups, pairs_of
from generator.corroborate.ids import digest, minted, slug, unique_slugs
from generator.corroborate.origins import status_of
from generator.corroborate.places import one_place
from generator.corroborate.syndication.copies import copies, shingles
from generator.corroborate.windows import Window, plain, span_of_value, window
from generator.corroborate.wording import likeness, stem, wording
from generator.model import Block, Dated, Document, Evidence, FigureMention, Span


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-01-10", date(2022, 1, 10), date(2022, 1, 10)),
        ("2022-01-10T16:00", date(2022, 1, 10), date(2022, 1, 10)),
        ("2022-01-10TEV", date(2022, 1, 10), date(2022, 1, 10)),
        ("2022-W02", date(2022, 1, 10), date(2022, 1, 16)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_value_spans_days(value: str, first: date, last: date) -> None:
    assert span_of_value(value) == (first, last)


@pytest.mark.parametrize("value", [None, "", "XXXX-01-10", "2022-13-45", "PRESENT_REF"])
def test_what_spans_no_days(value: str | None) -> None:
    assert span_of_value(value) is None


def test_windows_meet_on_a_common_day() -> None:
    week, day = window(Dated("2022-W02", "stated", "")), window(Dated("2022-01-16", "stated", ""))
    later = window(Dated("2022-01-17", "stated", ""))
    assert week.meets(day)
    assert not week.meets(later)
    assert week.meets(later, slack=1)
    assert Window(None, date(2022, 1, 1)).meets(Window(date(2022, 1, 1), None))
    assert plain(date(2022, 1, 9)) == "9 January 2022"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a gun pointed to Ukraine's head", "a gun pointed at Ukraine’s head"),
        ("We will not rest until every miner is found", "We shall not rest till all the miners have been found"),
        ("The permit should never have been granted", "that permit should never have been granted to the company"),
        (
            "it is difficult to make any real progress in an atmosphere of threats",
            "It's tough to achieve real progress in an environment of threat",
        ),
    ],
)
def test_wordings_of_one_utterance_are_alike(one: str, other: str) -> None:
    assert likeness(wording(one), wording(other)) >= 0.45


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will not rest until every miner is found", "The mine will be closed for good"),
        ("The talks were good", "The talks were long and the room was cold"),
        ("I have nothing to say", "I have nothing to hide and much to be proud of"),
    ],
)
def test_wordings_of_two_utterances_are_not(one: str, other: str) -> None:
    assert likeness(wording(one), wording(other)) < 0.45


def test_forms_of_a_word_meet() -> None:
    assert stem("escalation") == stem("escalating") == stem("escalated")
    assert stem("threats") == stem("threat")


def test_ids_depend_on_the_words_alone() -> None:
    keyed = [(("b", 0), ("b", "words")), (("a", 0), ("a", "words")), (("a", 1), ("a", "words"))]
    ids = minted("q-", keyed)
    assert ids == minted("q-", list(reversed(keyed)))
    assert ids[("a", 0)] == "q-" + digest("a", "words")
    assert len(set(ids.values())) == 3
    assert all(len(id_) == 12 for id_ in ids.values())


def test_slugs_are_readable_and_unique() -> None:
    assert slug("talks", "Genève", "2022-01-10") == "talks-geneve-2022-01-10"
    first, second = unique_slugs([("talks-oslo", "source-a 1"), ("talks-oslo", "source-b 1")])
    assert first == "talks-oslo"
    assert second.startswith("talks-oslo-")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Geneva", "geneva", True),
        ("Port Aluan", "Aluan", True),
        ("Geneva", "Vienna", False),
        ("Geneva", "Europe", None),
        ("Geneva", "Switzerland", None),
        ("Norway", "Sweden", False),
        ("Agadir", "southern Morocco", None),
        ("Kelbia dam", "Kelbia hydroelectric dam", True),
        ("Lume", "Norland's capital", None),
        ("Kelbia dam", "Lume", None),
        ("Kelbia dam", "Stannerby dam", False),
        ("", "Geneva", None),
    ],
)
def test_two_places_can_be_one(one: str, other: str, expected: bool | None) -> None:
    assert one_place(one, other) is expected


@pytest.mark.parametrize(
    ("sources", "relays", "copy_of", "wordings", "expected"),
    [
        (["a"], {}, {}, {}, (("a",), "one source")),
        (["a", "b"], {}, {}, {"a": "x y", "b": "x z"}, (("a", "b"), "separately worded")),
        (["a", "b"], {}, {"a": "a", "b": "a"}, {}, (("a",), "copied")),
        (["a", "b"], {"a": "Agency", "b": "Agency"}, {}, {}, (("a",), "relayed from Agency")),
        (
            ["a", "b"],
            {},
            {},
            {"a": "one two three four five six seven eight", "b": "one two three four five six seven eight"},
            (("a", "b"), "origin unknown"),
        ),
        (
            ["a", "b", "c"],
            {},
            {"a": "a", "b": "a"},
            {"a": "x", "b": "x", "c": "z"},
            (("a", "c"), "separately worded"),
        ),
    ],
)
def test_what_supports_a_statement(
    sources: list[str],
    relays: dict[str, str],
    copy_of: dict[str, str],
    wordings: dict[str, str],
    expected: tuple[tuple[str, ...], str],
) -> None:
    said = {s: frozenset({wordings.get(s, "")}) for s in sources}
    through = {s: frozenset({relays[s]} if s in relays else ()) for s in sources}
    assert status_of(sources, said, through, copy_of) == expected


def figure(value: float, bound: str, low: float | None = None, high: float | None = None) -> FigureMention:
    return FigureMention(Span(0, 1), "x", value, "count", "people", bound, low, high)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "number", "fits"),
    [
        (figure(40, "at_least"), 120, True),
        (figure(40, "at_least"), 30, False),
        (figure(4_700, "at_least"), 9_000, True),
        (replace(figure(4_700, "at_least"), text="over 4,700"), 4_800, True),
        (replace(figure(4_700, "at_least"), text="over 4,700"), 5_300, False),
        (replace(figure(1_000, "at_least"), text="over 1,000"), 1_900, True),
        (replace(figure(1_000, "at_least"), text="over 1,000"), 2_500, False),
        (replace(figure(100, "at_least"), text="over 100"), 400, False),
        (figure(100, "at_most"), 30, True),
        (figure(70_000, "about"), 75_000, True),
        (figure(70_000, "about"), 100_000, False),
        (figure(60, "about"), 71, False),
        (figure(50, "about"), 60, False),
        (replace(figure(60, "about"), text="an estimated 60"), 71, True),
        (figure(70, "exactly"), 71, False),
        (figure(2, "about", 2, 3), 2.5, True),
    ],
)
def test_what_a_bound_leaves_open(one: FigureMention, number: float, fits: bool) -> None:
    low, high = allowed(one)
    assert (low <= number <= high) is fits


def test_groups_join_unless_something_speaks_against_it() -> None:
    groups = Groups([1, 2, 3, 4, 11], face=lambda n: n % 10, allowed=lambda a, b: {a, b} != {1, 3})
    assert groups.join(1, 2)
    assert not groups.join(2, 3)
    assert groups.join(1, 11)
    assert sorted(groups.members(2)) == [1, 2, 11]
    assert sorted(groups.faces(2)) == [1, 2]
    assert groups.join(3, 4)
    assert not groups.join(4, 11)  # 4 stands with 3 now
    groups.put_together(4, 11)
    assert sorted(groups.members(1)) == [1, 2, 3, 4, 11]


def test_a_block_is_compared_face_by_face() -> None:
    assert sorted(pairs_of([1, 2, 11, 21], lambda n: n % 10)) == [(1, 2), (1, 11), (1, 21)]


def test_shingles_are_runs_of_words() -> None:
    assert shingles("The quake struck. The quake") == {"the quake struck", "quake struck the", "struck the quake"}


def _article(id_: str, text: str, **known: object) -> Evidence:
    block = Block(Span(0, len(text)), "prose")
    return Evidence(Document(id_, f"{id_}.txt", "", text, "", (block,), **known))  # type: ignore[arg-type]


STORY_TOLD = " ".join(f"word{i}" for i in range(60))


@pytest.mark.parametrize(
    ("articles", "since", "original"),
    [
        # nothing tells them apart but the name
        ([("a", {}), ("b", {})], {}, "a"),
        # the same file put beside the one that was there
        ([("a", {}), ("b", {})], {"b": 1}, "b"),
        ([("a", {}), ("b", {})], {"a": 2, "b": 1}, "b"),
        # one says where it comes from
        ([("a", {}), ("b", {"outlet": "The Mercury"})], {}, "b"),
        # the earlier one, whatever came in first
        (
            [
                ("a", {"published": Dated("2023-03-14", "stated", "")}),
                ("b", {"published": Dated("2023-03-15", "stated", "")}),
            ],
            {"b": 1},
            "a",
        ),
        # not before a day is no day
        (
            [
                ("a", {"published": Dated(None, "open", "", earliest="2023-03-01")}),
                ("b", {"published": Dated("2023-03-14", "stated", "")}),
            ],
            {},
            "b",
        ),
        # a text whose words were swapped is nobody's original
        ([("a", {"quality": ("words_swapped",)}), ("b", {})], {"a": 1}, "b"),
    ],
)
def test_the_original_of_copies(
    articles: list[tuple[str, dict[str, object]]], since: dict[str, int], original: str
) -> None:
    (group,) = copies([_article(id_, STORY_TOLD, **known) for id_, known in articles], since)
    assert group.original == original
