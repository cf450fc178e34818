"""People's decisions through the whole flow: they win, they last, they show, and one that matches nothing says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import Extraction, extract
from generator.config import Places
from generator.disk import write_folder
from generator.errors import Fault
from generator.model import DecisionRecord, Quotation, Statement
from generator.records import load_dossier, load_settings

HARBOUR = """Harbour to close

By Ann Lee

Published 6 January 2022

The harbour will close on Monday, Transport Minister Ilse Brandt said on Wednesday.

“No ship leaves,” Brandt told reporters in Rotterdam. “And none enters.”

Karl Varga, who runs the port, called the plan a mistake. We knew of nothing, the captain of the Aurora shrugged.
"""
PORT = """Port workers object

By Tom Hill

Published 7 January 2022

“We were not asked,” Karl Varga said on Friday. Minister Brandt declined to comment.

“It is a mistake,” Bela Varga said. About 300 workers met in Rotterdam on Friday.
"""


class Desk:
    """A folder of articles with its decisions, extracted again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places = Places.of(folder / "seeds", folder / "data")
        (folder / "seeds").mkdir()
        self.write("harbour.txt", HARBOUR)
        self.write("port.txt", PORT)
        self.run()

    def write(self, name: str, text: str) -> None:
        path = self.folder / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, today: str | None = None) -> Extraction:
        """Extract and write; a second run must change nothing."""
        found = extract(self.places, jobs=1, today=today)
        write_folder(self.places.data, found.files)
        again = extract(self.places, jobs=1, today=today)
        assert dict(again.files) == dict(found.files)
        assert load_dossier(self.places.data) == again.dossier
        self.found = again
        return found

    def decide(self, *lines: str) -> Extraction:
        """Write decisions (the lines of a YAML list) and run."""
        self.write("dossier.yml", "decisions:\n" + "".join(f"  {line}\n" for line in lines))
        found = self.run()
        assert not found.faults
        return found

    @property
    def actors(self) -> dict[str, str]:
        return {a.id: a.name for a in self.found.dossier.actors}

    def quotation(self, words: str) -> Quotation:
        return next(q for r in self.found.dossier.sources for q in r.quotations if words in q.text)

    def statement(self, words: str) -> Statement:
        id_ = self.quotation(words).statement
        return next(s for s in self.found.dossier.statements if s.id == id_)

    def ledger(self, id_: str) -> tuple[str, str | None, str]:
        entry = next(e for e in self.found.dossier.ledger if e.id == id_)
        return entry.status, entry.to, entry.why

    def told(self, verb: str) -> DecisionRecord:
        return next(d for d in self.found.dossier.decisions if d.verb == verb)

    def everything(self) -> str:
        return "\n".join(self.found.files.values())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield Desk(tmp_path)


def test_the_desk_begins_with_what_the_tests_name(desk: Desk) -> None:
    assert {"ilse-brandt", "karl-varga", "bela-varga"} <= set(desk.actors), desk.actors
    assert desk.quotation("No ship leaves").speaker.actor == "ilse-brandt"


def test_same_lasts_and_the_second_address_leads_to_the_first(desk: Desk) -> None:
    desk.decide("- same: [karl-varga, bela-varga]", "  by: A. Lee", "  on: 2022-02-01", "  why: one man")
    assert "bela-varga" not in desk.actors
    assert desk.quotation("It is a mistake").speaker.actor == "karl-varga"
    assert desk.ledger("bela-varga") == ("merged", "karl-varga", "")
    told = desk.told("same")
    assert (told.about, told.by, told.on, told.why, told.stale) == (
        ("karl-varga", "bela-varga"),
        "A. Lee",
        "2022-02-01",
        "one man",
        "",
    )


def test_decisions_on_an_actor_that_was_joined_follow_it(desk: Desk) -> None:
    desk.decide(
        "- same: [karl-varga, bela-varga]",
        "- rename: bela-varga",
        "  to: Karl A. Varga",
        f"- speaker: {desk.quotation('No ship leaves').id}",
        "  to: bela-varga",
    )
    assert desk.actors["karl-varga"] == "Karl A. Varga"
    assert desk.quotation("No ship leaves").speaker.actor == "karl-varga"
    assert [d.stale for d in desk.found.dossier.decisions] == ["", "", ""]


def test_a_joined_actor_is_two_again_when_the_decision_is_taken_back(desk: Desk) -> None:
    desk.decide("- same: [karl-varga, bela-varga]")
    desk.decide("- accept: karl-varga")
    assert {"karl-varga", "bela-varga"} <= set(desk.actors)
    assert desk.ledger("bela-varga")[0] == "live"


def test_not_the_same_gives_a_spelling_an_address_that_stays(desk: Desk) -> None:
    desk.decide("- same: [karl-varga, bela-varga]", "- not_same: [karl-varga, Bela Varga]")
    assert desk.actors["bela-varga"] == "Bela Varga"
    assert desk.ledger("bela-varga")[0] == "live"


def test_name_kind_and_role_are_a_persons(desk: Desk) -> None:
    desk.decide(
        "- rename: ilse-brandt",
        "  to: Dr Ilse Brandt",
        "- kind: karl-varga",
        "  to: group",
        "- role: ilse-brandt",
        "  to: Minister of Ports",
        "- edit: bela-varga",
        "  field: name",
        "  to: B. Varga",
    )
    actors = {a.id: a for a in desk.found.dossier.actors}
    assert actors["ilse-brandt"].name == "Dr Ilse Brandt"
    assert actors["ilse-brandt"].roles[0].text == "Minister of Ports"
    assert actors["ilse-brandt"].notes == (
        "named “Dr Ilse Brandt”: a person's decision",
        "role “Minister of Ports”: a person's decision",
    )
    assert actors["karl-varga"].kind == "group"
    assert actors["bela-varga"].name == "B. Varga"


def test_who_spoke_is_who_a_person_says(desk: Desk) -> None:
    id_ = desk.quotation("No ship leaves").id
    desk.decide(f"- speaker: {id_}", "  to: karl-varga", "  by: A. Lee")
    quotation = desk.quotation("No ship leaves")
    assert (quotation.speaker.actor, quotation.certainty) == ("karl-varga", "high")
    assert quotation.speaker.rule == "a person's decision by A. Lee"
    assert desk.statement("No ship leaves").speaker == "karl-varga"
    assert desk.told("speaker").what == "said by Karl Varga"


def test_a_speaker_decision_outlives_words_added_around_the_quotation(desk: Desk) -> None:
    id_ = desk.quotation("No ship leaves").id
    desk.write("harbour.txt", HARBOUR.replace("“And none enters.”", "“And none enters before the spring comes.”"))
    desk.decide(f"- speaker: {id_}", "  to: karl-varga")
    assert desk.quotation("No ship leaves").speaker.actor == "karl-varga"
    assert desk.quotation("No ship leaves").id == id_


def test_a_missed_quotation_is_added_by_its_words(desk: Desk) -> None:
    desk.decide("- quote: harbour.txt", "  words: We knew of   nothing", "  to: karl-varga")
    quotation = desk.quotation("We knew of nothing")
    assert (quotation.kind, quotation.speaker.actor, quotation.certainty) == ("indirect", "karl-varga", "high")
    assert desk.statement("We knew of nothing").sources == ("harbour",)
    assert desk.told("quote").about == ("harbour", quotation.id)


def test_a_date_of_an_article_dates_what_it_says(desk: Desk) -> None:
    assert desk.statement("No ship leaves").said.value == "2022-01-05"
    desk.decide("- date: harbour.txt", "  to: 2022-01-13")
    source = desk.found.dossier.sources[0].source
    assert (source.published.value, source.published.basis) == ("2022-01-13", "given")
    assert desk.statement("No ship leaves").said.value == "2022-01-12"
    assert desk.told("date").about == ("harbour",)


def test_fields_of_every_kind_of_record_can_be_edited(desk: Desk) -> None:
    figure = next(f for r in desk.found.dossier.sources for f in r.figures if "300" in f.text)
    desk.decide(
        "- edit: harbour",
        "  field: outlet",
        "  to: Harbour News",
        f"- edit: {desk.quotation('It is a mistake').id}",
        "  field: kind",
        "  to: mixed",
        f"- date: {desk.statement('We were not asked').id}",
        "  to: 2022-01-06",
        f"- edit: {figure.id}",
        "  field: value",
        "  to: 350",
    )
    assert [d.stale for d in desk.found.dossier.decisions] == [""] * 4
    assert desk.found.dossier.sources[0].source.outlet == "Harbour News"
    assert desk.quotation("It is a mistake").kind == "mixed"
    assert desk.statement("We were not asked").said.value == "2022-01-06"
    assert desk.quotation("We were not asked").said.basis == "given"
    assert next(f.value for r in desk.found.dossier.sources for f in r.figures if f.id == figure.id) == 350


def test_what_is_rejected_leaves_an_address_that_says_why(desk: Desk) -> None:
    id_ = desk.statement("We were not asked").id
    desk.decide(f"- reject: {id_}", "  by: A. Lee", "  why: a joke")
    assert id_ not in {s.id for s in desk.found.dossier.statements}
    assert desk.ledger(id_) == ("withdrawn", None, "a person's decision by A. Lee: a joke")


def test_what_is_accepted_is_certain(desk: Desk) -> None:
    quotation = desk.quotation("It is a mistake")
    desk.decide(f"- accept: {quotation.statement}")
    assert desk.quotation("It is a mistake").certainty == "high"
    assert desk.told("accept").about == (quotation.statement,)


@pytest.mark.parametrize("words", ["Ilse Brandt", "ilse   brandt", "[Ilse Brandt, Brandt]"])
def test_a_redacted_name_is_nowhere(desk: Desk, words: str) -> None:
    found = desk.decide(f"- redact: {words}", "  why: asked for by Ilse Brandt")
    text = desk.everything().casefold()
    assert "ilse brandt" not in text
    assert "ilse-brandt" not in text
    assert ("brandt" in text) == ("[" not in words)
    assert "████ ██████" in text
    assert "ilse-brandt" not in {e.id for e in found.dossier.ledger}
    assert desk.told("redact") == DecisionRecord("redact", (), "words are blacked out")


def test_a_redacted_passage_is_nowhere_though_the_lines_break_elsewhere(desk: Desk) -> None:
    desk.write("harbour.txt", HARBOUR.replace("a mistake. We knew", "a\nmistake. We knew"))
    desk.decide('- redact: "called the plan a mistake"')
    assert "called the plan" not in desk.everything()


def test_an_embargo_holds_until_its_day_is_given(desk: Desk) -> None:
    desk.decide("- embargo: port", "  until: 2022-02-01", "  why: port.txt is a leak")
    assert [r.source.id for r in desk.found.dossier.sources] == ["harbour"]
    assert "not asked" not in desk.everything()
    assert "port.txt" not in desk.everything()
    assert desk.ledger("port") == ("withdrawn", None, "withheld until 2022-02-01")
    assert all(i.file.endswith("dossier.yml") for i in desk.found.dossier.issues if i.kind == "embargo")
    desk.run(today="2022-01-31")
    assert len(desk.found.dossier.sources) == 1
    desk.run(today="2022-02-01")
    assert len(desk.found.dossier.sources) == 2
    assert desk.ledger("port")[0] == "live"


def test_the_day_may_stand_in_the_settings(desk: Desk) -> None:
    desk.write("dossier.yml", "today: 2022-03-01\ndecisions:\n  - embargo: port.txt\n    until: 2022-02-01\n")
    desk.run()
    assert len(desk.found.dossier.sources) == 2


STALE = {
    "- rename: ilse-brant\n    to: X": "no record is called 'ilse-brant'; did you mean 'ilse-brandt'?",
    "- same: [ilse-brandt, karl-vargo]": "no record is called 'karl-vargo'; did you mean 'karl-varga'?",
    "- not_same: [ilse-brandt, Bo Ray]": (
        "no article gives 'Bo Ray' as the full name of 'ilse-brandt', or all of them do"
    ),
    "- quote: harbour.txt\n    words: never said\n    to: nobody": "its words are not there",
    "- quote: harbour.txt\n    words: the\n    to: nobody": "its words stand there more than once: give more of them",
    "- quote: harbor.txt\n    words: a\n    to: b": "no record is called 'harbor.txt'; did you mean 'harbour.txt'?",
    "- redact: Bo Ray": "its words stand in no article",
    "- embargo: ports.txt\n    until: 2022-01-01": "no record is called 'ports.txt'; did you mean 'port.txt'?",
    "- kind: harbour\n    to: state": "'harbour' is a source; kind takes an actor id",
    "- edit: ilse-brandt\n    field: outlet\n    to: X": "an actor has no field 'outlet': it has name, kind",
    "- edit: harbour\n    field: publish\n    to: all": "'all' is no value of 'publish': excerpts, full",
}


@pytest.mark.parametrize(("text", "told"), STALE.items())
def test_a_decision_that_matches_nothing_says_why(desk: Desk, text: str, told: str) -> None:
    desk.write("dossier.yml", f"title: T\ndecisions:\n  - accept: karl-varga\n  {text}\n")
    desk.run()
    (issue,) = (i for i in desk.found.dossier.issues if i.kind == "decision")
    assert issue.what.endswith(f"matches nothing: {told}"), issue.what
    assert (issue.file, issue.line) == (str(desk.places.seeds / "dossier.yml"), 4)
    assert desk.found.dossier.decisions[1].stale == told


def test_a_decision_on_a_merged_or_withdrawn_record_says_what_became_of_it(desk: Desk) -> None:
    desk.decide("- role: karl-varga", "  to: harbour master")
    (desk.folder / "seeds" / "port.txt").unlink()
    (desk.folder / "seeds" / "harbour.txt").unlink()
    desk.write("other.txt", "Rain\n\nPublished 8 January 2022\n\n“It rains,” said Bo Ray.\n")
    desk.run()
    assert desk.told("role").stale.startswith(
        "'karl-varga' was withdrawn (the articles it stood on are no longer there)"
    )


def test_many_decisions_stand_in_files_of_their_own(desk: Desk) -> None:
    desk.write("dossier.yml", "decisions:\n  - rename: karl-varga\n    to: First\n")
    desk.write("decisions/a.yml", "decisions:\n  - rename: karl-varga\n    to: Second\n")
    desk.write("decisions/b.yml", "- rename: ilse-brandt\n  to: I. B.\n- rename: bo\n")
    found = desk.run()
    assert desk.actors["karl-varga"] == "Second"
    assert desk.actors["ilse-brandt"] == "I. B."
    file = str(desk.places.seeds / "decisions" / "b.yml")
    assert found.faults == (Fault(file, "decisions[2]: rename without 'to'", "'to' is the name", 3),)
    assert not [i for i in found.dossier.issues if i.kind not in {"setting", "decision"}]


def test_files_of_people_are_never_written(desk: Desk) -> None:
    before = "# mine\ntitle:   'T'   # spaced\n\ndecisions:   # all of them\n  - {rename: karl-varga, to: K}\n"
    desk.write("dossier.yml", before)
    desk.run()
    assert (desk.folder / "seeds" / "dossier.yml").read_text() == before


FAULTY = {
    "- same: [a]": "decisions[1]: same names one record; it takes two or more actor ids",
    "- rename: a": "decisions[1]: rename without 'to'; 'to' is the name",
    "- kind: a\n    to: persn": "decisions[1]: kind: 'persn' is no kind of actor; did you",
    "- why: no verb": "decisions[1]: says none of the verbs; give just one of accept",
    "- reject: a\n    rename: a\n    to: b": "decisions[1]: says reject and rename at once; make one decision of each",
    "- reject: a\n    to: b": "decisions[1]: reject takes no 'to'",
    "- rejct: a": "decisions[1].rejct: unknown key; did you mean 'reject'?",
    "- date: a\n    to: Monday": "decisions[1]: date: 'Monday' is no date; write it as 2022-01-10",
    "- embargo: a": "decisions[1]: embargo without 'until'; 'until' is a date",
    "- embargo: a\n    until: 2022-13-01": "decisions[1]: until: '2022-13-01' is no date",
    "- edit: a\n    field: staus\n    to: b": "decisions[1]: field: 'staus' cannot be edited; did you mean 'status'?",
    "- quote: a\n    to: b": "decisions[1]: quote without 'words'; 'words' is its words as the article has them",
    "- redact: x": "decisions[1]: redact: too short to be told apart; give a whole name or passage",
    "- reject": "decisions[1]: is no decision; give one of accept",
    "- same: [a, 3]": "decisions[1].same[2]: 3 should be text",
}


@pytest.mark.parametrize(("text", "told"), FAULTY.items())
def test_a_faulty_decision_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "dossier.yml").write_text(f"title: T\ndecisions:\n  {text}\n")
    settings, faults = load_settings(tmp_path)
    assert f"dossier.yml:3: {told}" in "\n".join(map(str, faults))
    assert (settings.title, settings.decisions) == ("T", ())


def test_all_faults_come_at_once_and_lose_no_other_decision(tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text(
        "titel: T\ndecisions:\n  - same: [a]\n  - rejct: s-1\n  - reject: s-2\n    on: 2022-02-01\n    why: 3\n"
        "  - reject: s-3\n    on: 2022-02-01\n"
    )
    settings, faults = load_settings(tmp_path)
    assert [(d.reject, d.on, d.line) for d in settings.decisions] == [("s-3", "2022-02-01", 8)]
    assert [f.line for f in faults] == [1, 3, 4, 7]
