"""What counts as found: an article, its annotations, what the program says of it, and the figures that follow."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import evaluation
from generator.errors import FaultsError
from generator.evaluate import (
    Comparison,
    Counts,
    Floor,
    GoldActor,
    GoldArticle,
    GoldDate,
    GoldEvent,
    GoldQuotation,
    GoldSpeaker,
    Measured,
    actor_counts,
    actor_differences,
    below,
    certainty,
    certainty_table,
    date_counts,
    date_differences,
    event_counts,
    event_differences,
    misplaced,
)
from generator.model import (
    Actor,
    Event,
    EventDate,
    EventRecord,
    Quotation,
    Said,
    Span,
    SpeakerRecord,
    SpokenText,
    TimeRecord,
)

TEXT = 'Mayor Ann Lee said that the bridge is safe. "It is not," she added on Monday.'


def at(words: str) -> Span:
    """The place of some words in TEXT."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def spoken(words: str | None) -> SpokenText | None:
    return SpokenText(words, at(words)) if words else None


def found(content: str, mention: str | None = None, name: str | None = None, actor: str | None = None) -> Quotation:
    speaker = SpeakerRecord(actor, name, spoken(mention), "")
    said = Said(None, "open", "")
    return Quotation("q", "s", "indirect", (at(content),), content, None, speaker, None, (), said, "high", ())


def actor(name: str, kind: str) -> Actor:
    return Actor(name.casefold().replace(" ", "-"), name, kind, (), ())


GOLD = GoldArticle(
    id="bridge",
    text=TEXT,
    quotations=(
        GoldQuotation(
            (at("the bridge is safe"),), "the bridge is safe", GoldSpeaker("Ann Lee", spoken("Mayor Ann Lee"))
        ),
        GoldQuotation((at('"It is not,"'),), '"It is not,"', GoldSpeaker("Ann Lee", spoken("she"))),
    ),
    dates=(GoldDate(at("Monday"), "Monday", "DATE", "2022-01-10"),),
)
BOTH = [found("the bridge is safe", "Ann Lee", "Ann Lee"), found("It is not", "she", actor="ann-lee")]


@pytest.mark.parametrize(
    "what, quotations, exact, close, speaker, name",
    [
        ("all is right", BOTH, 2, 2, 2, 2),
        ("nothing is found", [], 0, 0, 0, 0),
        ("a leading 'that' decides nothing", [found("that the bridge is safe", "Ann Lee", "Lee")], 1, 1, 1, 1),
        ("a piece is missing", [found("the bridge is", "Ann Lee", "Ann Lee")], 0, 0, 1, 1),
        ("a word too many", [found('the bridge is safe. "It', "Ann Lee", "Ann Lee")], 0, 1, 1, 1),
        ("too little of it is another quotation", [found("the", "Ann Lee", "Ann Lee")], 0, 0, 0, 0),
        ("she is left open", [found("It is not", "she", None)], 1, 1, 1, 0),
        ("she is somebody else", [found("It is not", "Monday", "Bob Ray")], 1, 1, 0, 0),
        ("twice the same is once right", [BOTH[0], BOTH[0]], 1, 1, 1, 1),
    ],
)
def test_quotations_are_counted(
    what: str, quotations: list[Quotation], exact: int, close: int, speaker: int, name: int
) -> None:
    counts = Comparison.of(GOLD, quotations, {"ann-lee": "Ann Lee"}).counts()
    assert [c.right for c in counts.values()] == [exact, close, speaker, name], what
    assert {(c.found, c.gold) for c in counts.values()} == {(len(quotations), 2)}


def test_an_optional_quotation_counts_neither_way() -> None:
    assert GOLD.quotations
    optional = replace(GOLD, quotations=(replace(GOLD.quotations[0], optional=True), GOLD.quotations[1]))
    for quotations in (BOTH, BOTH[1:]):
        counts = Comparison.of(optional, quotations, {"ann-lee": "Ann Lee"}).counts()
        assert set(counts.values()) == {Counts(1, 1, 1)}


@pytest.mark.parametrize(
    "what, quotation, right",
    [
        ("all is right", BOTH[0], 1),
        ("the name is open", replace(BOTH[1], speaker=SpeakerRecord(None, None, None, "")), 0),
        ("the content is cut short", found("the bridge", "Ann Lee", "Ann Lee"), 0),
        ("nobody said it", found("on Monday", "Ann Lee", "Ann Lee"), 0),
    ],
)
def test_a_grade_counts_what_is_right_in_content_and_name(what: str, quotation: Quotation, right: int) -> None:
    low = replace(quotation, certainty="low")
    assert Comparison.of(GOLD, [low], {"ann-lee": "Ann Lee"}).certainty() == {"low": Counts(right, 1)}, what


def test_the_grades_of_all_sets_are_added() -> None:
    sets = [
        Measured("a", "digest", 1, {}, (), {"high": Counts(2, 2), "low": Counts(0, 1)}),
        Measured("b", "digest", 1, {}, (), {"low": Counts(1, 3)}),
    ]
    assert certainty(sets) == {"high": Counts(2, 2), "medium": Counts(), "low": Counts(1, 4)}
    assert [line.split() for line in certainty_table(sets)][2:] == [
        ["high", "2", "2", "100.0"],
        ["medium", "0", "0", "0.0"],
        ["low", "1", "4", "25.0"],
    ]


def test_differences_say_what_is_wrong() -> None:
    quotations = [found("that the bridge is", "Ann Lee", "Bob Ray"), found("on Monday")]
    assert list(Comparison.of(GOLD, quotations, {}).differences()) == [
        "missed: '\"It is not,\"', by Ann Lee",
        "too much: 'on Monday', by nobody",
        "cut otherwise: 'that the bridge is', annotated 'the bridge is safe'",
        "speaker: Bob Ray, annotated Ann Lee, of 'the bridge is safe'",
    ]
    assert list(date_differences(GOLD, [TimeRecord(at("bridge"), "bridge", "DATE", "2022", "")])) == [
        "missed: 'Monday', 2022-01-10",
        "too much: 'bridge', 2022",
    ]


@pytest.mark.parametrize(
    "words, value, relaxed, valued",
    [
        ("Monday", "2022-01-10", 1, 1),
        ("on Monday", "2022-01-10", 1, 1),
        ("Monday", "2022-01-03", 1, 0),
        ("bridge", "2022-01-10", 0, 0),
    ],
)
def test_dates_are_counted(words: str, value: str, relaxed: int, valued: int) -> None:
    counts = date_counts(GOLD, [TimeRecord(at(words), words, "DATE", value, "")])
    assert [c.right for c in counts.values()] == [relaxed, valued]


def test_actors_are_counted_by_their_full_names() -> None:
    people = (
        GoldActor("Ann Lee", "person"),
        GoldActor("Harbour Board", "organisation", also=("the Board",)),
        GoldActor("The Echo", "organisation", optional=True),
        GoldActor("Bob Ray", "person"),
    )
    article = replace(GOLD, actors=people)
    ours = [
        actor("Ann Lee", "person"),
        actor("The Board", "person"),
        actor("The Echo", "person"),
        actor("Lee", "person"),
    ]
    assert actor_counts(article, ours) == {"actors, name": Counts(2, 3, 3), "actors, kind": Counts(1, 3, 3)}
    assert list(actor_differences(article, ours)) == [
        "missed: Bob Ray, person",
        "too much: Lee, person",
        "kind: The Board is person, annotated organisation",
    ]


def told(trigger: str, event: str) -> EventRecord:
    return EventRecord(at(TEXT), TEXT, event, at(trigger), "occurred")


def happening(id_: str, date: str | None) -> Event:
    return Event(id_, id_, "talks", EventDate(date, ""), None, (), "occurred", ())


def test_an_event_counts_once_however_often_it_is_named() -> None:
    annotated = (
        GoldEvent("the inspection", (SpokenText("said", at("said")), SpokenText("safe", at("safe"))), "2022-01-09"),
        GoldEvent("the answer", (SpokenText("added", at("added")),), "2022-01-10"),
        GoldEvent("the bridge", (SpokenText("bridge", at("bridge")),), optional=True),
    )
    article = replace(GOLD, events=annotated)
    events = {e.id: e for e in (happening("a", "2022-01-09"), happening("b", None), happening("c", None))}
    records = [told("said", "a"), told("safe", "a"), told("bridge", "b"), told("Monday", "c")]
    assert event_counts(article, records, events) == {"events, found": Counts(1, 2, 2), "events, date": Counts(1, 2, 2)}
    assert list(event_differences(article, records, events)) == [
        "missed: the answer, 2022-01-10",
        "too much: c, None",
    ]
    moved = {**events, "a": happening("a", "2022-01-10")}
    assert event_counts(article, records, moved)["events, date"] == Counts(0, 2, 2)
    assert "date: a is 2022-01-10, annotated 2022-01-09" in event_differences(article, records, moved)


def test_an_event_may_have_a_day_whose_year_nobody_knows() -> None:
    annotated = (GoldEvent("the inspection", (SpokenText("said", at("said")),), "XXXX-01-09"),)
    article = replace(GOLD, events=annotated)
    for begin, right in (("XXXX-01-09", 1), ("XXXX-01-10", 0), ("2022-01-09", 0), (None, 0)):
        events = {"a": replace(happening("a", None), date=EventDate(None, "", begin))}
        assert event_counts(article, [told("said", "a")], events)["events, date"] == Counts(right, 1, 1), begin


def test_f1_weighs_what_is_missed_and_what_is_too_much() -> None:
    assert Counts(1, 2, 1).precision == 0.5
    assert Counts(1, 2, 1).recall == 1
    assert Counts(1, 2, 1).f1 == pytest.approx(2 / 3)
    assert Counts().f1 == 0


def test_an_annotation_beside_its_place_is_a_fault() -> None:
    moved = GoldArticle(id="a", text="x" + TEXT, quotations=GOLD.quotations)
    assert len(list(misplaced(moved, "a.yml"))) == 4
    assert list(misplaced(GOLD, "a.yml")) == []


MEASURED = Measured("set", "digest", 1, {"dates, value": Counts(8, 10, 10)})


@pytest.mark.parametrize(
    "floor, says",
    [
        (Floor("digest", {"dates, value": 80.0}), None),
        (Floor("digest", {"dates, value": 79.0}), None),
        (Floor("digest", {"dates, value": 80.1}), "F1 80.0 is below the floor 80.1"),
        (Floor("digest", {"dates, value": 80.0, "dates, value, precision": 80.1}), "precision 80.0 is below"),
        (Floor("digest", {"dates, value": 80.0, "dates, value, recall": 80.1}), "recall 80.0 is below"),
        (Floor("other", {"dates, value": 10.0}), "not those the floors were measured on"),
        (Floor("digest", {}), "has no floor yet"),
        (None, "has no floors yet"),
    ],
)
def test_a_fall_below_a_floor_is_a_fault(floor: Floor | None, says: str | None) -> None:
    faults = [str(fault) for fault in below(MEASURED, floor, "floors.yml")]
    assert faults == [] if says is None else says in faults[0]


def test_what_is_pinned_is_reached_again(tmp_path: Path) -> None:
    third = Measured("set", "digest", 1, {"dates, value": Counts(1, 3, 3)})
    evaluation.pin(tmp_path, [third])
    floor = evaluation.load_floors(tmp_path).sets["set"]
    assert floor.figures == {"dates, value": 33.3, "dates, value, precision": 33.3, "dates, value, recall": 33.3}
    assert list(below(third, floor, "floors.yml")) == []


def test_a_set_with_a_wrong_key_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "set.yml").write_text("articles:\n- id: a\n  text: b\n  quotation: []\n", encoding="utf-8")
    with pytest.raises(FaultsError, match=r"set\.yml:4: .*did you mean 'quotations'"):
        list(evaluation.measure(tmp_path))


def test_a_text_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    quotation = "{spans: [[9, 16]], text: It ends, speaker: {name: Ann Lee}, kind: indirect}"
    article = f"articles:\n- id: a\n  file: ../a.txt\n  quotations: [{quotation}]\n"
    (tmp_path / "sets").mkdir()
    (tmp_path / "sets" / "set.yml").write_text(article, encoding="utf-8")
    digests = set()
    for ending in (".", "!"):
        (tmp_path / "a.txt").write_bytes(f"Ann Lee: It ends{ending}\r\n".encode())
        (measured,) = evaluation.measure(tmp_path / "sets")
        digests.add(measured.sha256)
    assert len(digests) == 2, "another text has other floors"
    (tmp_path / "a.txt").write_text("Ann Lee:\nIt ends.", encoding="utf-8")
    (tmp_path / "sets" / "set.yml").write_text(article.replace("9, 16", "8, 15"), encoding="utf-8")
    with pytest.raises(FaultsError, match="'It ends' is annotated where the article has"):
        list(evaluation.measure(tmp_path / "sets"))


@pytest.mark.parametrize(
    "keys, says",
    [
        ("  file: none.txt\n", "none.txt cannot be read"),
        ("  file: set.yml\n  text: both\n", "needs 'text' or 'file'"),
        ("", "needs 'text' or 'file'"),
    ],
)
def test_a_set_whose_text_is_not_to_be_had_is_reported(tmp_path: Path, keys: str, says: str) -> None:
    (tmp_path / "set.yml").write_text(f"articles:\n- id: a\n{keys}", encoding="utf-8")
    with pytest.raises(FaultsError, match=says):
        list(evaluation.measure(tmp_path))
