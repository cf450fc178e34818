"""The pictures: what stands where, what is left out and says so, and that it is the same every time."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model import Conflict, ConflictSide, Dossier, EventDate, Party, Said
from generator.site.addresses import Addresses
from generator.site.lookup import Lookup
from generator.site.pages import network
from generator.site.pages.corroboration import carriers_context
from generator.site.pages.figures import counted_figures, figures_context, quantity_ids
from generator.site.pages.network import network_context
from generator.site.pages.timeline import timeline_context
from generator.site.pictures import graph, lanes, quantities
from generator.site.pictures.assets import SCRIPTS, picture_assets
from generator.site.pictures.axis import Axis, Extent, axis_of, extent
from generator.site.pictures.layout import apart, placed
from generator.site.pictures.quantities import brief
from generator.site.plan import pages
from generator.site.render import render
from generator.site.views import Here
from tests.builders import dossier, hostile_dossier

VENDOR = Path(__file__).parent.parent / "generator" / "site" / "assets" / "vendor"
MADE = dossier()


def here(made: Dossier = MADE) -> Here:
    return Here(Lookup.of(made), Addresses("../"))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    "value, earliest, latest, first, last",
    [
        ("2022-01-05", None, None, "2022-01-05", "2022-01-05"),
        ("2022-01-05T16:00+01:00", None, None, "2022-01-05", "2022-01-05"),
        ("2022-W02", None, None, "2022-01-10", "2022-01-16"),
        ("2022-W02-WE", None, None, "2022-01-15", "2022-01-16"),
        ("2022-02", None, None, "2022-02-01", "2022-02-28"),
        ("2024", None, None, "2024-01-01", "2024-12-31"),
        ("2022-WI", None, None, "2022-12-01", "2023-02-28"),
        ("2022-Q3", None, None, "2022-07-01", "2022-09-30"),
        ("2022", "2022-01-01", "2022-05-01", "2022-01-01", "2022-05-01"),
        (None, "2022-01-03", None, "2022-01-03", None),
        (None, None, "2022-01-06", None, "2022-01-06"),
        (None, "2022-01-06", "2022-01-03", "2022-01-03", "2022-01-06"),
    ],
)
def test_a_date_covers_its_days(
    value: str | None, earliest: str | None, latest: str | None, first: str | None, last: str | None
) -> None:
    expected = Extent(day(first) if first else None, day(last) if last else None)
    assert extent(value, earliest, latest) == expected


@pytest.mark.parametrize("value", [None, "", "PRESENT_REF", "P2D", "XXXX-WXX-1", "2022-13-40", "2022-W60", "soon"])
def test_what_is_no_date_covers_none(value: str | None) -> None:
    assert extent(value) is None


@pytest.mark.parametrize(
    "days, wide, first, last",
    [
        (["2022-01-05"], 1, "2022-01-02", "2022-01-08"),
        (["2022-01-03", "2022-01-20"], 1, "2022-01-02", "2022-01-21"),
        # one date of long ago does not press the others into a point
        (["2014-03-01", *(f"2022-01-{n:02}" for n in range(3, 21))], 1, "2022-01-02", "2022-01-21"),
        # a plan three weeks ahead is near
        ([*(f"2022-01-{n:02}" for n in range(3, 9)), "2022-01-28"], 1, "2022-01-02", "2022-01-29"),
        ([*(f"2022-01-{n:02}" for n in range(3, 9)), "2022-03-28"], 1, "2022-01-02", "2022-01-09"),
        ([*(f"2022-01-{n:02}" for n in range(3, 9)), "2022-03-28"], 8, "2021-12-31", "2022-03-31"),
        (["0001-01-01"], 1, "0001-01-01", "0001-01-04"),
        (["9999-12-31"], 1, "9999-12-28", "9999-12-31"),
    ],
)
def test_the_axis_shows_where_most_is(days: list[str], wide: int, first: str, last: str) -> None:
    axis = axis_of(map(day, days), wide)
    assert axis and (axis.first, axis.last) == (day(first), day(last))


def test_without_days_there_is_no_axis() -> None:
    assert axis_of([]) is None


@pytest.mark.parametrize(
    "first, last, ticks",
    [
        ("2022-01-01", "2022-01-07", ["2 Jan 2022", "4 Jan", "6 Jan"]),
        ("2021-12-20", "2022-01-25", ["20 Dec 2021", "27 Dec", "3 Jan 2022", "10 Jan", "17 Jan", "24 Jan"]),
        ("2021-01-01", "2022-06-01", ["Jan 2021", "Apr", "Jul", "Oct", "Jan 2022", "Apr"]),
        ("2010-01-01", "2022-06-01", ["2010", "2015", "2020"]),
        ("0001-01-01", "9999-12-31", ["1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"]),
    ],
)
def test_ticks_are_round_and_few(first: str, last: str, ticks: list[str]) -> None:
    found = Axis(day(first), day(last)).ticks(9 if last == "9999-12-31" else 6)
    assert [f"{t.text} {t.year}".strip() for t in found] == ticks
    assert all(0 <= t.at < 100 for t in found)


def test_each_entry_stands_once_in_its_lane() -> None:
    picture = timeline_context(here()).picture
    assert picture and [lane.kind for lane in picture.lanes] == ["said", "happened", "planned"]
    said, happened, planned = picture.lanes
    assert [r.name for r in said.rows] == [
        "Ana Ruiz: “We will not pay for a crossing that nobody may use,” … “and we have said so every Monday …"
    ]
    assert [m.shape for c in said.columns for m in c.marks] == ["said", "said", "said-open", "said-open"]
    assert [(r.name, r.range, r.before, r.after) for r in happened.rows] == [
        ("Press conference of Ana Ruiz and Daniel Okafor", True, False, False)
    ]
    assert [r.shape for r in planned.rows] == ["planned"]
    assert (said.count, happened.count, planned.count, picture.open) == (5, 1, 1, 0)
    assert picture.newest is not None and 0 < picture.newest < planned.rows[0].start


def test_a_statement_without_a_day_stands_on_the_last_it_may_have_been_made_on() -> None:
    picture = timeline_context(here()).picture
    assert picture
    told = [m.label for c in picture.lanes[0].columns for m in c.marks if m.shape == "said-open"]
    assert len(told) == 2 and all(" – said by 3 March 2022, 1 source" in text for text in told)


@pytest.mark.parametrize(
    "when, before, after, beyond",
    [
        (EventDate("2022-03-07", ""), False, False, ""),
        (EventDate(None, "", None, "2022-03-05"), True, False, ""),
        (EventDate(None, "", "2022-03-05", None), False, True, ""),
        (EventDate("2022", "", "2022-01-01", "2022-12-31"), True, True, ""),
        (EventDate("2014", ""), True, False, "2014"),
        (EventDate("2031-05-01", ""), False, True, "1 May 2031"),
    ],
)
def test_what_goes_on_beyond_the_axis_points_there(when: EventDate, before: bool, after: bool, beyond: str) -> None:
    event = replace(MADE.events[1], date=when)
    picture = timeline_context(here(replace(MADE, events=(MADE.events[0], event)))).picture
    assert picture
    row = next(r for lane in picture.lanes for r in lane.rows if r.name.startswith("Press"))
    assert (row.before, row.after, row.beyond) == (before, after, beyond)
    assert 0 <= row.start <= row.end <= 100


def test_a_name_on_the_axis_leaves_its_date_to_the_axis() -> None:
    event = replace(MADE.events[0], name="Talks in Lindhaven, 7 March 2022")
    picture = timeline_context(here(replace(MADE, events=(event, MADE.events[1])))).picture
    assert picture and picture.lanes[2].rows[0].name == "Talks in Lindhaven"
    assert "7 March 2022" in picture.lanes[2].rows[0].note


def test_many_entries_are_counted_in_bars_that_can_be_narrowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.site.paging.PAGE", 3)
    monkeypatch.setattr(lanes, "NAMED", {"said": 0, "happened": 0, "planned": 0})
    context = timeline_context(here())
    picture = context.picture
    assert context.parts and not context.months and picture
    said = picture.lanes[0]
    assert not said.columns and sum(bar.count for bar in said.bars) == said.count == 5
    parts = {part.ref.href for part in context.parts}
    assert all(bar.href in parts for lane in picture.lanes for bar in lane.bars)
    items = [item.split(":") for item in said.items.split(";")]
    people = [option.id for option in context.choices[0].options]
    assert sorted(people[int(who)] for _, who, *_ in items if who) == ["ana-ruiz", "ana-ruiz", "daniel-okafor"]
    assert {int(n) for n, *_ in items} == set(range(len(said.bars)))
    assert {said.parts[int(part)] for *_, part in items} == set(said.parts) <= parts


def test_marks_that_pile_up_become_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "HIGHEST", 1)
    picture = timeline_context(here()).picture
    assert picture and picture.lanes[0].bars and not picture.lanes[0].columns
    assert {bar.href for bar in picture.lanes[0].bars} <= {"#m-2022-03", "#m-open"}


def test_without_any_date_there_is_no_picture() -> None:
    open_, nowhen = Said(None, "open", ""), EventDate(None, "")
    bare = replace(
        MADE,
        sources=tuple(
            replace(r, source=replace(r.source, published=replace(r.source.published, value=None)))
            for r in MADE.sources
        ),
        statements=tuple(replace(s, said=open_) for s in MADE.statements),
        events=tuple(replace(e, date=nowhen) for e in MADE.events),
    )
    assert timeline_context(here(bare)).picture is None


TIES = {("a", "b"): 3.0, ("b", "c"): 1.0, ("c", "d"): 1.0, ("d", "a"): 1.0, ("e", "f"): 2.0}


def test_the_layout_is_the_same_whatever_the_order_of_the_ties() -> None:
    at = placed("abcdef", TIES, 700, 500)
    assert at == placed("abcdef", dict(reversed(TIES.items())), 700, 500)
    assert all(0 <= x <= 700 and 0 <= y <= 500 for x, y in at.values())


def test_those_with_a_tie_stand_nearer() -> None:
    at = placed("abcdef", TIES, 500, 500)

    def far(one: str, other: str) -> float:
        return ((at[one][0] - at[other][0]) ** 2 + (at[one][1] - at[other][1]) ** 2) ** 0.5

    assert far("a", "b") < far("a", "c") < far("a", "e")
    assert placed([], {}, 1, 1) == {} and placed("a", {}, 10, 10) == {"a": (5, 5)}


def test_names_do_not_lie_on_one_another() -> None:
    crowd = {name: (350.0 + n, 250.0) for n, name in enumerate("abcdefghijkl")}
    sizes = dict.fromkeys(crowd, (90.0, 40.0))
    at = list(apart(crowd, sizes, 720, 540).values())
    for i, a in enumerate(at):
        assert 45 <= a[0] <= 675 and 20 <= a[1] <= 520
        assert all(abs(a[0] - b[0]) >= 89 or abs(a[1] - b[1]) >= 39 for b in at[i + 1 :])


def test_the_network_shows_the_ties_of_the_tables() -> None:
    context = network_context(here())
    picture = context.picture
    assert picture
    rows = {row.id for group in context.groups for row in group.rows}
    assert {edge.href[1:] for edge in picture.edges} == rows
    assert [e.label for e in picture.edges if e.kind == "speaks-to"] == ["Ana Ruiz speaks to Daniel Okafor: 1 time"]
    assert {node.id for node in picture.nodes} == {"ana-ruiz", "daniel-okafor", "karst", "varn"}
    ruiz, karst = (next(n for n in picture.nodes if n.id == i) for i in ("ana-ruiz", "karst"))
    assert ruiz.r > karst.r and (ruiz.kind, karst.kind) == ("person", "state")


def test_a_large_network_shows_the_strongest_and_says_of_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "NODES", 2)
    picture = network_context(here()).picture
    assert picture and len(picture.nodes) == 2 and picture.all_actors == 4 and picture.all_ties > len(picture.edges)


def test_the_tables_hold_what_the_picture_shows_however_many_are_more_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "RELATIONS", 0)
    context = network_context(here())
    assert context.picture and context.picture.edges
    rows = {row.id for group in context.groups for row in group.rows}
    assert {edge.href[1:] for edge in context.picture.edges} == rows


def test_a_dispute_is_a_line_between_two_values_and_a_bound_is_an_arrow() -> None:
    picture = figures_context(here()).picture
    assert picture
    (panel,) = picture.panels
    least, about = sorted(panel.points, key=lambda p: p.y)
    assert (panel.what, panel.count, panel.left_out) == ("Lorries waiting", 2, 0)
    assert (least.bound, least.text, about.bound, about.text) == ("at_least", "1,200", "about", "900")
    assert least.contested and about.contested
    assert [(d.y1, d.y2) for d in panel.disputes] == [(least.y, about.y)]
    assert (
        least.label
        == "at least 1,200 lorries (Lindhaven), 3 March 2022. A senior port official in Harbour Gazette. Contested"
    )
    assert least.href.endswith("sources/001-ferry-talks/#f-1")


def figures(*changes: dict[str, Any]) -> Dossier:
    """The dossier with one figure for each dictionary of changes, the first two in conflict, and no other."""
    first, second, third = MADE.sources
    made = tuple(replace(first.figures[0], id=f"f-{n}", **change) for n, change in enumerate(changes, 1))
    sides = tuple(ConflictSide(f.text, (f.id,)) for f in made[:2])
    sources = (replace(first, figures=made), replace(second, figures=()), third)
    return replace(MADE, sources=sources, conflicts=(Conflict("c", "figure", "x", sides),))


def test_a_range_reaches_from_its_low_to_its_high_end() -> None:
    picture = figures_context(here(figures({"value": 50.0, "low": 25.0, "high": 100.0}, {"value": 75.0}))).picture
    assert picture
    point = next(p for p in picture.panels[0].points if p.bound == "range")
    assert (point.high, point.low) == (quantities.TOP, (quantities.TOP + 3 * quantities.BOTTOM) / 4)


def test_people_are_grouped_by_what_befell_them() -> None:
    changes: list[dict[str, Any]] = [
        {"unit": "count", "what": "death toll", "action": "killed"},
        {"unit": "count", "what": "villagers", "action": "killed"},
        {"unit": "count", "what": "people", "action": "missing"},
        {"unit": "count", "what": "dams", "action": "destroyed"},
        {"unit": "count", "what": "workers", "action": "striking"},
        {"unit": "count", "what": "workers", "action": "risen"},
        {"unit": "GBP", "what": "", "action": "owed"},
        {"unit": "GBP", "what": "", "action": ""},
    ]
    made = figures(*changes)
    assert [c.what for c in counted_figures(Lookup.of(made))] == [
        "dams",
        "debt",
        "people killed",
        "people killed",
        "people missing",
        "sums in GBP",
        "workers",
        "workers on strike",
    ]


def test_figures_of_one_day_stand_side_by_side() -> None:
    picture = figures_context(here(figures(*({"value": 3.0} for _ in range(5))))).picture
    assert picture
    points = picture.panels[0].points
    assert sorted(p.shift for p in points if not p.contested) == [-9, 9, 18]
    assert [p.shift for p in points if p.contested] == [0, 0]
    assert sum(bool(p.text) for p in points) <= 2


def test_a_figure_of_some_day_in_a_month_stands_over_the_month() -> None:
    picture = figures_context(here(figures({"date": "2022-02"}, {"date": "2022-03-03"}))).picture
    assert picture
    month, exact = picture.panels[0].points
    assert month.start < month.x < month.end and exact.start == exact.x == exact.end


@pytest.mark.parametrize(
    "change", [{"value": float("inf")}, {"value": float("nan")}, {"value": 1e300}, {"value": -5.0}, {"value": 0.0}]
)
def test_a_monstrous_figure_breaks_no_picture(change: dict[str, float]) -> None:
    picture = figures_context(here(figures(change, {"value": 3.0}, {"value": 4.0}))).picture
    assert picture and all(quantities.TOP <= p.y <= quantities.BOTTOM for p in picture.panels[0].points)


def test_what_is_counted_once_has_no_chart() -> None:
    assert figures_context(here(figures({"value": 3.0}))).picture is None


@pytest.mark.parametrize(
    "value, text", [(900, "900"), (70_000, "70,000"), (1_500_000, "1.5m"), (2e9, "2bn"), (3e12, "3tn"), (0.5, "0.5")]
)
def test_a_label_is_short(value: float, text: str) -> None:
    assert brief(value) == text


def test_how_a_source_comes_to_carry_a_claim() -> None:
    def shares(made: Dossier) -> list[str | None]:
        row = carriers_context(here(made)).matrices[0].rows[0]
        return [cell.share.kind if cell else None for cell in row.cells]

    # the columns stand by date: the second source gives no hour, the third no day
    first, second, third = MADE.sources
    assert shares(MADE) == ["own", "own", "copy"]
    relayed = replace(second, quotations=tuple(replace(q, via=(Party(None, "Reuters"),)) for q in second.quotations))
    assert shares(replace(MADE, sources=(first, relayed, third))) == ["relayed", "own", "copy"]
    swapped = replace(second, source=replace(second.source, quality=("words_swapped",)))
    assert shares(replace(MADE, sources=(first, swapped, third))) == ["unknown", "own", "copy"]
    alone = replace(third, source=replace(third.source, copies_of=None))
    assert shares(replace(MADE, sources=(first, second, alone), copies=())) == ["own", "own", "unknown"]


def test_every_picture_is_made_the_same_twice_and_from_hostile_records() -> None:
    for make in (timeline_context, network_context, figures_context, carriers_context):
        assert make(here()) == make(here())
        make(here(hostile_dossier()))


def test_only_pages_with_a_picture_load_anything_for_it() -> None:
    planned = {plan.template for plan in pages(Lookup.of(MADE), (), "")}
    for template in planned:
        assert bool(picture_assets(template, Addresses("../"))) == (template in SCRIPTS)
    assert set(SCRIPTS) <= planned
    html = picture_assets("timeline.html", Addresses("../"))
    assert html.count("<script") == 3 and 'src="../assets/onrecord/vendor/d3-zoom.min.js" defer' in html
    assert "vendor" not in picture_assets("corroboration.html", Addresses("../"))


def test_every_file_a_page_loads_is_there() -> None:
    for template in SCRIPTS:
        for name in re.findall(r'(?:src|href)="assets/onrecord/([^"]+)"', picture_assets(template, Addresses())):
            assert (VENDOR.parent / name).is_file()


def test_what_is_vendored_is_what_is_listed() -> None:
    listed = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))
    files = {"vendor.json"}
    for file, entry in listed.items():
        code = (VENDOR / file).read_text(encoding="utf-8")
        licences = (VENDOR / entry["licences"]).read_text(encoding="utf-8")
        files |= {file, entry["licences"]}
        assert hashlib.sha256(code.encode()).hexdigest() == entry["sha256"], (
            f"{file} is not what tests/tools/vendor.py made"
        )
        for package in entry["packages"]:
            assert f"/* {package['name']} {package['version']}, {package['licence']} */" in code
            assert f"{package['name']} {package['version']}\n\nCopyright" in licences
            assert package["integrity"].startswith("sha512-")
    assert {path.name for path in VENDOR.iterdir()} == files


def test_our_own_scripts_and_styles_name_no_host() -> None:
    for path in VENDOR.parent.glob("pictures*"):
        assert not re.search(r"https?://|//[a-z]+\.[a-z]|@import|url\(", path.read_text(encoding="utf-8")), path.name


def test_many_figures_stand_by_letter_and_a_chart_leads_to_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.site.paging.PAGE", 2)
    at = here(figures({"what": "lorries"}, {"what": "lorries"}, {"what": "Über-Schiffe <b>"}))
    whole = figures_context(at)
    assert whole.picture and not whole.groups and [p.ref.text for p in whole.parts] == ["Figures: L", "Figures: other"]
    planned = {plan.uri: plan for plan in pages(at.lookup, (), "")}
    assert whole.picture.panels[0].href == "../figures/in-l/#figures-lorries"
    part = str(render("figures.html", planned["figures/in-l"].context(at, "")))
    assert 'id="figures-lorries"' in part and 'href="#figures-lorries"' in part and 'href="../figures/"' in part
    other = planned["figures/in-0"].context(at, "")
    assert [group.id for group in other.groups] == ["figures-über-schiffe-b"]
    assert "<b>" not in str(render("figures.html", other)).split("</h1>", 1)[1].replace("<b>2", "")


def test_two_quantities_never_share_a_place() -> None:
    (group,) = {c.what: c for c in counted_figures(here().lookup)}.values()
    names = ("km/h", "km h", "km -h", "% of votes", "{% raw %}", "")
    ids = quantity_ids(group._replace(what=what) for what in names)
    assert list(ids.values()) == [
        "figures-km-h",
        "figures-km-h-2",
        "figures-km-h-3",
        "figures-of-votes",
        "figures-raw",
        "figures-",
    ]
