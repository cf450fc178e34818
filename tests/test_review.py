"""What deserves a look comes with decisions that can be pasted as they are."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.disk import write_folder
from generator.model import Actor, Alias, DecisionRecord, Dossier, Perhaps, PublishedMention
from generator.records import dossier_files, read_decisions
from generator.review import ReviewItem, counted, review
from generator.site.addresses import Addresses
from generator.site.editorial import is_local
from generator.site.lookup import Lookup
from generator.site.pages.changes import REVIEWED, review_context
from generator.site.views import Here
from tests.builders import dossier, hostile_dossier

MADE = dossier()


def items(made: Dossier) -> dict[tuple[str, str], ReviewItem]:
    return {(i.record, i.id): i for i in review(made)}


@pytest.mark.parametrize("made", [MADE, hostile_dossier()], ids=["plain", "hostile"])
def test_what_deserves_a_look_is_counted_as_it_is_told(made: Dossier) -> None:
    assert counted(made) == Counter(item.record for item in review(made))
    decided = (DecisionRecord("accept", tuple(item.id for item in review(made)[::2]), "as it is"),)
    some = replace(made, decisions=decided)
    assert counted(some) == Counter(item.record for item in review(some)) != counted(made)


def test_the_page_has_what_most_hangs_on_first() -> None:
    shown = review_context(Here(Lookup.of(MADE), Addresses("review/")), review(MADE))
    assert [g.id for g in shown.groups] == [id_ for _, id_, _ in REVIEWED if id_ in {g.id for g in shown.groups}]
    assert shown.groups[0].id == "dates" and len(shown.groups) > 2
    assert sum(len(g.rows) for g in shown.groups) + shown.left == len(review(MADE))


@pytest.mark.parametrize("made", [MADE, hostile_dossier()], ids=["plain", "hostile"])
def test_every_choice_is_a_decision_that_can_be_pasted(made: Dossier) -> None:
    found = review(made)
    assert found
    for item in found:
        assert item.choices
        for _, yaml in item.choices:
            decisions, faults = read_decisions(yaml.replace("YYYY-MM-DD", "2022-01-01"), "pasted")
            assert not faults
            assert len(decisions) == 1


def test_the_least_certain_and_most_cited_come_first() -> None:
    keys = [(-i.doubt, -i.cited) for i in review(MADE)]
    assert keys == sorted(keys)


def test_a_speaker_who_is_not_settled_comes_with_those_named_near_it() -> None:
    item = items(MADE)[("quotation", "q-a4")]
    assert item.why == "the speaker is not settled"
    assert item.passage
    assert "- speaker: q-a4\n  to: nobody" in [yaml for _, yaml in item.choices]


def test_what_was_decided_is_not_asked_again() -> None:
    assert ("quotation", "q-a4") in items(MADE)
    for about in ("q-a4", "s-b044"):
        decided = replace(MADE, decisions=(DecisionRecord("accept", (about,), "looked at and found right"),))
        assert ("quotation", "q-a4") not in items(decided)
    stale = replace(MADE, decisions=(DecisionRecord("accept", ("q-a4",), "", stale="gone"),))
    assert ("quotation", "q-a4") in items(stale)


def test_names_that_are_alike_may_be_one() -> None:
    seen = (Alias("Sergei Ryabkov", 3, ("001-ferry-talks",)),)
    two = (
        Actor("sergei-riabkov", "Sergei Riabkov", "person", (), ()),
        Actor("sergei-ryabkov", "Sergei Ryabkov", "person", (), seen),
        Actor("riabkov-ltd", "Sergei Riabkov", "organisation", (), ()),
    )
    found = items(replace(MADE, actors=(*MADE.actors, *two)))
    assert found[("actor", "sergei-riabkov")].choices[0][1] == "- same: [sergei-ryabkov, sergei-riabkov]"
    assert ("actor", "riabkov-ltd") not in found


def test_actors_the_program_was_unsure_of_may_be_one() -> None:
    two = (
        Actor("thomas-roe", "Thomas Roe", "person", (), (), perhaps=(Perhaps("tomasz-roe", "one name in two forms"),)),
        Actor("tomasz-roe", "Tomasz Roe", "person", (), (), perhaps=(Perhaps("thomas-roe", "one name in two forms"),)),
    )
    item = items(replace(MADE, actors=(*MADE.actors, *two)))[("actor", "tomasz-roe")]
    assert item.why == "one name in two forms"
    assert [yaml for _, yaml in item.choices] == ["- same: [thomas-roe, tomasz-roe]", "- accept: tomasz-roe"]


def test_whom_a_speakers_name_may_mean_is_offered() -> None:
    record = MADE.sources[0]
    quotation = next(q for q in record.quotations if q.speaker.actor and q.speaker.mention)
    said = quotation.speaker.mention
    assert said is not None
    name = PublishedMention(said.span, said.text, "name", None, "may be two", candidates=("karst", "varn"))
    left_open = replace(quotation, speaker=replace(quotation.speaker, actor=None, rule="may be two"))
    changed = replace(record, mentions=(name,), quotations=(left_open,))
    item = items(replace(MADE, sources=(changed, *MADE.sources[1:])))[("quotation", quotation.id)]
    assert item.why == "the speaker is not settled: may be two"
    assert {f"- speaker: {quotation.id}\n  to: {id_}" for id_ in ("karst", "varn")} <= {y for _, y in item.choices}


def test_the_command_lists_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_folder(tmp_path / "docs" / "data", dossier_files(MADE))
    every = CliRunner().invoke(main, ["review", "--all"], catch_exceptions=False)
    one = CliRunner().invoke(main, ["review", "--limit", "1"], catch_exceptions=False)
    assert f"{len(review(MADE))} to look at\n" in every.output
    assert "    - speaker: q-a4\n      to: nobody\n" in every.output
    assert f"{len(review(MADE)) - 1} of them not shown: --all" in one.output


@pytest.mark.parametrize(
    ("site_url", "local"),
    [
        ("", True),
        ("http://127.0.0.1:8000/", True),
        ("http://localhost:8000/x/", True),
        ("https://example.github.io/x/", False),
    ],
)
def test_a_site_with_an_address_is_no_place_for_it(site_url: str, local: bool) -> None:
    assert is_local(site_url) is local
