"""Small collections of articles with copies, rewrites, look-alikes, planted conflicts and planted non-conflicts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from generator import read, resolve
from generator.corroborate import copies, corroborate
from generator.examine import evidence_of
from generator.lent import borrowed
from generator.model import Conflict, Corroboration, Document, Event, Evidence, Place, Sidecar, Span

GOLD = Path(__file__).parent / "gold" / "corroboration"


@dataclass(frozen=True)
class Collection:
    """A folder of articles and what was found in it."""

    evidence: tuple[Evidence, ...]
    found: Corroboration

    def text(self, source: str, spans: Sequence[Span]) -> str:
        text = next(e.document.text for e in self.evidence if e.document.id == source)
        return " ".join(text[s.start : s.end] for s in spans)

    def statement(self, source: str, words: str) -> str:
        """The id of the statement that the quotation with these words belongs to."""
        for e in self.evidence:
            for index, quotation in enumerate(e.quotations):
                if e.document.id == source and words in self.text(source, quotation.spans):
                    return self.found.statement_of[(source, index)]
        raise AssertionError(f"no quotation in {source} with {words!r}")

    def event(self, kind: str, date: str) -> Event:
        """The one event of a type on a day."""
        (event,) = [e for e in self.found.events if e.type == kind and (e.date.value or "").startswith(date)]
        return event


@cache
def collection(folder: Path, reverse: bool = False) -> Collection:
    documents = [read.read_article(folder, path, Sidecar(), "excerpts") for path in read.list_articles(folder).paths]
    first = [evidence_of(d) for d in documents if isinstance(d, Document)]
    lent = resolve.neighbour_years(first)
    evidence = tuple(
        evidence_of(replace(e.document, year_hint=lent[e.document.id])) if e.document.id in lent else e for e in first
    )
    borrowed_ = resolve.lent(evidence)
    evidence = tuple(borrowed(e, borrowed_.get(e.document.id, ())) for e in evidence)
    if reverse:
        evidence = tuple(reversed(evidence))
    copied = copies(evidence)
    return Collection(evidence, corroborate(evidence, resolve.actors(evidence, copied), copied))


def of(name: str) -> Collection:
    return collection(GOLD / name)


def sides(conflict: Conflict) -> set[str]:
    return {side.value for side in conflict.sides}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("earthquake", [("figure", {"70 (death toll)", "120 people"})]),
        ("strike", [("figure", {"About 40,000 rail workers", "Some 25,000 rail workers"})]),
        (
            "court",
            [
                (
                    "claim",
                    {
                        "the company had concealed measurements for years",
                        "denied: the company had concealed any measurements",
                    },
                ),
                ("date", {"on Tuesday (15 February 2022)", "on Wednesday (16 February 2022)"}),
                ("figure", {"50 million euros", "80 million euros"}),
            ],
        ),
        ("election", [("figure", {"61 percent", "68 percent"})]),
        ("deal", [("figure", {"$4.2 billion", "$4.6 billion"})]),
        (
            "ferry",
            [
                (
                    "claim",
                    {'"It was overloaded, there is no doubt about that,"', "denied: the ship had been overloaded"},
                ),
                ("figure", {"some 180 passengers", "about 250 passengers"}),
            ],
        ),
        ("minister", [("figure", {"400,000 francs", "450,000 francs"})]),
        (
            "war",
            [
                ("figure", {"34 people", "At least 50 people"}),
                # the army's number and the rebels', in one sentence
                ("figure", {"3,000 soldiers", "10,000 (soldiers)"}),
            ],
        ),
        (
            "protest",
            [
                ("figure", {"200,000 people", "45,000 (people)", "About 50,000 people"}),
                ("figure", {"14 people", "41 demonstrators"}),
            ],
        ),
        ("jobs", [("figure", {"3,000 jobs", "4,500 jobs"})]),
        ("death", [("date", {"on Thursday (10 May 2018)", "on Friday (11 May 2018)"})]),
        ("fire", []),
    ],
)
def test_every_planted_conflict_is_found_and_no_other(name: str, expected: list[tuple[str, set[str]]]) -> None:
    """No conflicts: kilometres and miles, at least 41 and 70, children among the dead, a demand and an offer, euros and
    dollars, 52 and 52.3 percent, forecasts for two years, two purchases by one company, a ferry's licence and
    its passengers, at least 23 and then 51 drowned, hectares and acres, two fires, the unemployment of two months."""
    assert sorted((c.kind, sorted(sides(c))) for c in of(name).found.conflicts) == sorted(
        (kind, sorted(values)) for kind, values in expected
    )


def test_copies_are_grouped_with_the_likely_original() -> None:
    (group,) = of("earthquake").found.copies
    assert (group.original, group.sources) == ("a-wire", ("a-wire", "b-syndicated", "c-rewritten"))
    for name in ("strike", "court", "election", "deal"):
        assert of(name).found.copies == ()


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("earthquake", ("a-wire", "We are still pulling"), ("c-rewritten", "We are nonetheless pulling")),
        ("earthquake", ("a-wire", "Every hour counts"), ("c-rewritten", "Each hour counts")),
        ("court", ("a-ruling", "never have been granted"), ("b-ruling", "never have been granted")),
        ("court", ("a-ruling", "never have been granted"), ("c-wrong-day", "never have been granted")),
        ("election", ("a-night", "I accept their verdict"), ("b-analysis", "accepted the verdict")),
        ("deal", ("b-report", "the right step"), ("c-euros", "the right step")),
        ("ferry", ("day-a", "brought to justice"), ("day-b", "brought to justice")),
        ("minister", ("day-a", "I have made a mistake"), ("day-b", "I made an error")),
        ("war", ("day-a", "a weapons depot"), ("day-b", "a weapons depot")),
        ("protest", ("first", "not work until"), ("second", "not work until")),
        ("fire", ("first", "The wind is our enemy"), ("second", "the wind had been the enemy")),
    ],
)
def test_one_utterance_is_one_statement(name: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    assert of(name).statement(*one) == of(name).statement(*other)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("strike", ("c-first-day", "We had no choice"), ("d-second-day", "We had no choice")),
        ("election", ("a-night", "I accept their verdict"), ("c-denial", "I do not accept this verdict")),
        ("earthquake", ("a-wire", "Every hour counts"), ("e-other-toll", "within three hours")),
        ("earthquake", ("e-other-toll", "within three hours"), ("f-aftershock", "keep moving for weeks")),
        ("minister", ("day-a", "This government is finished"), ("day-a", "I have made a mistake")),
        ("war", ("day-b", "in a town is a crime"), ("day-c", "difficult to make a breakthrough")),
    ],
)
def test_utterances_that_look_alike_stay_apart(name: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    assert of(name).statement(*one) != of(name).statement(*other)


def test_a_statement_says_what_supports_it() -> None:
    found = {s.id: s for name in ("earthquake", "court", "strike") for s in of(name).found.statements}
    copied = found[of("earthquake").statement("a-wire", "still pulling people")]
    assert (copied.status, copied.origins) == ("copied", ("a-wire",))
    separate = found[of("court").statement("a-ruling", "never have been granted")]
    assert (separate.status, len(separate.origins)) == ("separately worded", 3)
    assert found[of("strike").statement("c-first-day", "We had no choice")].status == "one source"


@pytest.mark.parametrize(
    ("name", "kind", "date", "sources"),
    [
        (
            "earthquake",
            "earthquake",
            "2023-03-02",
            {"a-wire", "b-syndicated", "c-rewritten", "d-later", "e-other-toll"},
        ),
        ("earthquake", "earthquake", "2023-03-05", {"f-aftershock"}),
        ("strike", "strike", "2023-06-05", {"a-announce", "b-other", "c-first-day"}),
        ("strike", "strike", "2023-06-07", {"a-announce", "c-first-day", "d-second-day"}),
        ("court", "ruling", "2022-02-15", {"a-ruling", "b-ruling"}),
        ("court", "ruling", "2022-03-02", {"c-wrong-day"}),
        ("election", "election", "2023-10-08", {"a-night", "b-analysis", "c-denial"}),
        ("deal", "meeting", "2021-09-14", {"c-euros", "d-closing"}),
        ("deal", "meeting", "2021-12-02", {"d-closing"}),
        ("ferry", "sinking", "2021-07-14", {"day-a", "day-b"}),
        ("ferry", "visit", "2021-07-16", {"day-a", "day-c"}),
        ("minister", "resignation", "2020-11-03", {"day-a", "day-b", "day-c"}),
        ("war", "attack", "2019-05-07", {"day-a", "day-b"}),
        ("war", "attack", "2019-05-19", {"day-c"}),
        ("war", "talks", "2019-05-20", {"day-a", "day-c"}),
        ("protest", "protest", "2019-03-16", {"first", "second"}),
        ("fire", "fire", "2022-08-07", {"first", "second"}),
    ],
)
def test_one_event_across_sources(name: str, kind: str, date: str, sources: set[str]) -> None:
    assert set(of(name).event(kind, date).sources) == sources


def test_events_that_look_alike_name_each_other() -> None:
    first, second = of("strike").event("strike", "2023-06-05"), of("strike").event("strike", "2023-06-07")
    assert second.id in first.similar
    assert first.id in second.similar
    first, second = of("deal").event("meeting", "2021-09-14"), of("deal").event("meeting", "2021-12-02")
    assert second.id in first.similar


def test_what_was_planned_and_then_took_place_has_a_history() -> None:
    event = of("strike").event("strike", "2023-06-05")
    assert event.status == "occurred"
    assert [line.split(" (")[0] for line in event.history] == ["announced", "reported as having taken place"]


def test_an_event_has_the_name_a_person_would_give() -> None:
    names = {e.name for name in ("earthquake", "deal", "war", "strike") for e in of(name).found.events}
    assert "Talks between the government and the rebels, Muscat, 20 May 2019" in names
    assert "Earthquake, Tamsurt, 2 March 2023" in names
    assert "Meeting between Jonas Lindqvist and Laura Finch, London, 14 September 2021" in names


def test_every_side_of_a_conflict_has_evidence() -> None:
    for name in ("earthquake", "strike", "court", "election", "deal"):
        found = of(name).found
        known = {*found.quotation_id.values(), *found.figure_id.values(), *(e.id for e in found.events)}
        for conflict in found.conflicts:
            assert len(conflict.sides) > 1
            assert conflict.note
            for side in conflict.sides:
                assert side.evidence
                assert all(isinstance(e, Place) or e in known for e in side.evidence)


@pytest.mark.parametrize("name", ["earthquake", "deal"])
def test_the_order_of_the_articles_has_no_influence(name: str) -> None:
    assert collection(GOLD / name, reverse=True).found == of(name).found


def test_ids_stay_when_other_articles_come(tmp_path: Path) -> None:
    for path in sorted((GOLD / "earthquake").glob("*.txt")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for path in sorted((GOLD / "strike").glob("*.txt")):
        (tmp_path / f"strike-{path.name}").write_bytes(path.read_bytes())
    alone, together = of("earthquake").found, collection(tmp_path).found

    def kept(ids: Mapping[tuple[str, int], str]) -> set[tuple[tuple[str, int], str]]:
        return set(ids.items())

    assert kept(alone.quotation_id) <= kept(together.quotation_id)
    assert kept(alone.statement_of) <= kept(together.statement_of)
    assert kept(alone.figure_id) <= kept(together.figure_id)
    assert kept(alone.event_of) <= kept(together.event_of)
    assert {c.id for c in alone.conflicts} <= {c.id for c in together.conflicts}


SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    ("date", "place", "sources"),
    [("2022-01-10", "Geneva", 4), ("2022-01-12", "Brussels", 2), ("2022-01-13", "Vienna", 2)],
)
def test_the_three_meetings_of_january_are_one_event_each(date: str, place: str, sources: int) -> None:
    (event,) = [e for e in collection(SEEDS).found.events if e.date.value == date and e.type in ("talks", "meeting")]
    assert (event.place, len(event.sources), event.status) == (place, sources, "planned")
    assert event.participants


def test_the_geneva_talks_of_two_dates_stay_two() -> None:
    found = {e.date.value: e for e in collection(SEEDS).found.events if e.place == "Geneva"}
    first, second = found["2022-01-10"], found["2022-01-21"]
    assert second.id in first.similar
    assert first.id in second.similar


def test_the_conflicts_of_the_seeds() -> None:
    found = collection(SEEDS).found.conflicts
    assert {"roughly 70,000 troops", "100,000 troops"} in [sides(c) for c in found if c.kind == "figure"]
    assert [c.what for c in found if c.kind == "role"] == ["Joe Biden: US Secretary of State"]
    assert any("no progress" in c.what for c in found if c.kind == "wording")
    assert len(found) <= 5


def test_words_of_two_occasions_are_look_alikes() -> None:
    seeds = collection(SEEDS)
    sources = sorted(e.document.id for e in seeds.evidence)
    one = seeds.statement(sources[0], "Moscow keeps a")
    assert one == seeds.statement(sources[0], "there'll be no progress")
    other = seeds.statement(sources[3], "a gun to Ukraine’s head")
    assert one == seeds.statement(sources[1], "a gun pointed at Ukraine’s head")
    assert one != other
    similar = {s.id: s.similar for s in seeds.found.statements}
    assert other in similar[one]
    assert one in similar[other]


def test_nothing_comes_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Nothing happened.\n", encoding="utf-8")
    found = collection(tmp_path).found
    assert (found.statements, found.events, found.conflicts, found.copies) == ((), (), (), ())
    assert corroborate((), resolve.actors(())) == Corroboration((), (), (), (), {}, {}, {}, {})


def test_a_disaster_is_told_with_its_place_alone(tmp_path: Path) -> None:
    text = "A powerful earthquake shook northern Marania early Sunday, officials said.\n"
    (tmp_path / "quake.txt").write_text(text, encoding="utf-8")
    assert [(e.type, e.place) for e in collection(tmp_path).found.events] == [("earthquake", "Marania")]


def of_texts(folder: Path, *texts: str) -> Collection:
    """What is found in articles of 14 March 2023, then of the day after."""
    for day, (name, text) in enumerate(zip(("one", "two"), texts, strict=True), start=14):
        (folder / f"{name}.txt").write_text(f"{name.title()}\n\n{day} March 2023\n\n{text}\n", encoding="utf-8")
    return collection(folder)


@pytest.mark.parametrize(
    ("one", "other", "joined", "conflicts"),
    [
        (
            "Northmere Water said the crack was 14 metres long.",
            "According to Northmere Water, the crack is 9 metres long.",
            False,
            [{"14 metres", "9 metres"}],
        ),
        (
            "Northmere Water said the crack found by divers in the spillway was 14 metres long.",
            "According to Northmere Water, the crack found by divers in the spillway is 46 feet long.",
            True,
            [],
        ),
        (
            "Northmere Water said the repair would cost the owners of the dam 3,200 pounds.",
            "According to Northmere Water, the repair would cost the owners of the dam 3,000 pounds.",
            True,
            [],
        ),
        (
            "Northmere Water said the crack in the dam was 14 metres long.",
            "According to Northmere Water, the crack in the dam is long.",
            True,
            [],
        ),
    ],
)
def test_other_numbers_are_another_utterance(
    tmp_path: Path, one: str, other: str, joined: bool, conflicts: list[set[str]]
) -> None:
    found = of_texts(tmp_path, one, other)
    first, second = (found.found.statement_of[(source, 0)] for source in ("one", "two"))
    assert (first == second) is joined
    if not joined:
        assert {s.id: s.similar for s in found.found.statements} == {first: (second,), second: (first,)}
    assert [sides(c) for c in found.found.conflicts] == conflicts


STORY = (
    "{0} people were taken from the village of Stannerby on Monday night after a crack appeared in the dam above it. "
    "{1} people were injured. Engineers lowered the water by {2} metres before dawn, and the road north was shut."
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            ("More than 1,200", "Three", "14"),
            ("Around 2,000", "Seven", "9"),
            [
                {"More than 1,200 people", "Around 2,000 people"},
                {"Three people", "Seven people"},
                {"14 metres", "9 metres"},
            ],
        ),
        (("More than 1,200", "Three", "14"), ("Over 1,200", "3", "14"), []),
        (("About 1,200", "Three", "14"), ("1,150", "Three", "14"), []),
    ],
)
def test_a_copy_that_differs_from_its_original_is_shown(
    tmp_path: Path, one: tuple[str, ...], other: tuple[str, ...], expected: list[set[str]]
) -> None:
    found = of_texts(tmp_path, STORY.format(*one), STORY.format(*other)).found
    assert len(found.copies) == 1
    assert sorted(sorted(sides(c)) for c in found.conflicts) == sorted(sorted(values) for values in expected)
    assert all("copies another" in c.note for c in found.conflicts)


SCENE = "A train derailed near Hollin Bridge on Monday. "


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SCENE + "Three people were killed.", SCENE + "Seven people were killed, police said.", True),
        (SCENE + "Three people were killed.", SCENE + "It was raining. Seven people died.", True),
        (SCENE + "Three people were killed.", SCENE + "Seven people were injured.", False),
        (SCENE + "Three people were killed.", SCENE + "Seven people have been killed.", True),
        (SCENE + "Three people were killed.", SCENE + "Seven people have been killed on the line this year.", False),
        (SCENE + "Three people were killed.", SCENE + "Since 2010 seven people have been killed.", False),
        (SCENE + "Three people were killed.", SCENE + "A bridge collapsed at Oxley. Seven people were killed.", False),
        (SCENE + "Three people were killed.", SCENE + "In Oxley, seven people were killed.", False),
    ],
)
def test_a_bare_toll_is_of_what_was_told_last(tmp_path: Path, one: str, other: str, expected: bool) -> None:
    filled = "Trains between the two towns were full of people on their way to work and to school that morning. "
    found = of_texts(tmp_path, filled + one, "The line is old. " + other).found
    assert [sorted(sides(c)) for c in found.conflicts] == ([["Seven people", "Three people"]] if expected else [])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "A minibus left the road near Stannerby on Monday. Three people were killed.",
            "A minibus crashed on Monday near Stannerby. Seven people were killed, police said.",
            [["Seven people", "Three people"]],
        ),
        (
            "On Monday 1,200 villagers in Stannerby were told to leave.",
            "The dam had cracked, and 2,000 villagers in Stannerby were ordered on Monday to leave their homes.",
            [["1,200 villagers", "2,000 villagers"]],
        ),
        (
            "A minibus left the road near Stannerby on Monday. Three people were killed.",
            "A barn fell in near Stannerby on Monday. Seven people were killed, police said.",
            [],
        ),
        (
            "A minibus left the road near Stannerby on Monday. Three people were killed.",
            "A minibus left the road near Stannerby on Sunday. Seven people were killed, police said.",
            [],
        ),
        (
            "A minibus left the road near Stannerby on Monday. Three people were killed.",
            "A minibus left the road near Oxley on Monday. Seven people were killed, police said.",
            [],
        ),
    ],
)
def test_one_scene_is_one_day_one_place_and_a_thing(
    tmp_path: Path, one: str, other: str, expected: list[list[str]]
) -> None:
    found = of_texts(tmp_path, one, other).found.conflicts
    assert [sorted(sides(c)) for c in found if c.kind == "figure"] == expected


ONE_STORY = "Part of a dam above the town of Stannerby collapsed on Monday night and water filled the valley. "
THE_OTHER = "The wall of the dam at Stannerby failed late on Monday, and the valley below was flooded. It had rained. "


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("More than 3,000 people were told to leave.", "Police evacuated 1,650 villagers.", True),
        ("Three people were injured, police said.", "Seven locals were hurt, the mayor said.", True),
        ("Some 3,000 people were told to leave.", "Officers carried 240 children out. In all 3,100 fled.", False),
        ("Three people were injured, police said.", "Seven people were hurt there in the flood of 1987.", False),
        ("Three people were injured, police said.", "In Oxley, seven people were hurt.", False),
        ("Three people were injured, police said.", "Two children were injured.", False),
        ("Three people were injured, police said.", "Five children were injured.", True),
        ("The repairs would cost £5m, its owner said.", "The owner puts the cost of the repairs at £8m.", True),
        ("The repairs would cost £5m, its owner said.", "Lawyers claim damages of £30m.", False),
        ("The flood was 1.8 metres deep in the market.", "In the market the flood was six feet deep.", False),
        ("Divers found a crack 3 metres long in the wall.", "The crack in the wall was 30 feet long.", True),
        ("About 120 houses were damaged.", "Some 90 houses are destroyed.", False),
    ],
)
def test_figures_of_one_story_are_of_one_thing_unless_a_word_leads_away(
    tmp_path: Path, one: str, other: str, expected: bool
) -> None:
    found = of_texts(tmp_path, ONE_STORY + one, THE_OTHER + other).found.conflicts
    assert bool([c for c in found if c.kind == "figure"]) is expected


BLAST = "A powerful explosion shook the port of Oxley on Monday and killed 12 people. Smoke rose over the harbour. "


@pytest.mark.parametrize(
    ("other", "events"),
    [
        ("The blast in the harbour of the city killed 12 people in Oxley, and smoke rose.", 1),
        ("Smoke rose over Oxley after Monday's explosion. Its harbour is shut.", 1),
        ("Smoke rose over Oxley after a second explosion in the harbour at Stannerby on Tuesday.", 2),
        ("Oxley's harbour lies in smoke. It recalls the explosion in Stannerby in 1998.", 2),
        ("The parliament met in Stannerby. An explosion in a kitchen in Hollinsea hurt a cook.", 2),
    ],
)
def test_a_story_has_one_event_of_its_kind(tmp_path: Path, other: str, events: int) -> None:
    found = of_texts(tmp_path, BLAST, other).found.events
    assert len([e for e in found if e.type == "explosion"]) == events


def test_days_of_no_known_year_keep_two_events_apart(tmp_path: Path) -> None:
    told = "An explosion at the Varnhem mill in Oxley killed nine people on {}, the owner said."
    for name, day in (("one", "7 August"), ("two", "28 August")):
        (tmp_path / f"{name}.txt").write_text(f"{name.title()}\n\n{told.format(day)}\n", encoding="utf-8")
    assert [e.type for e in collection(tmp_path).found.events] == ["explosion", "explosion"]


BALLOT = "Nurses of the Nursing Union have voted to strike over pay, its general secretary Ruth Calder said. "


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            BALLOT + "The first strike will take place on 20 March.",
            "Ruth Calder of the Nursing Union said pay was too low. Nurses will strike on 21 March, the union said.",
            [["on 20 March", "on 21 March"]],
        ),
        # an article that tells of both days tells of two strikes
        (
            BALLOT + "The first strike will take place on 20 March, the second strike on 21 March.",
            "Ruth Calder of the Nursing Union said pay was too low. Nurses will strike on 21 March, the union said.",
            [],
        ),
        (
            BALLOT + "The strike will take place on 20 March.",
            "The minister urged Ruth Calder of the Nursing Union to call off the nurses' strike over pay on 20 March.",
            [],
        ),
    ],
)
def test_one_strike_has_one_day(tmp_path: Path, one: str, other: str, expected: list[list[str]]) -> None:
    found = of_texts(tmp_path, one, other).found.conflicts
    assert [sorted(sides(c)) for c in found] == expected
