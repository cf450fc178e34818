"""What is kept between runs gives the same as doing it again, and only where nothing has changed."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import annotate, build, records
from generator.cache import SITE, Cache
from generator.cli import main
from generator.config import Places
from generator.disk import write_folder
from generator.model import Dossier, LedgerEntry, SourceRecord, Statement
from generator.records import dossier as dossier_records
from generator.records import rows
from generator.unchanged import Report, Run
from tests.builders import dossier, hostile_dossier

ARTICLE = 'OSLO, January 5, 2022\n\n"We will sign on Monday," Foreign Minister Ina Holm said. She left for Paris.\n'
# nothing that disagrees: a conflict keeps the address it had when there was less to it
SAID = ("We will sign on Monday", "The harbour has room for forty ships", "Schools are to open in March")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number in range(3):
        (seeds / f"a{number}.txt").write_text(ARTICLE.replace(SAID[0], SAID[number]))
    return Places.of(seeds, tmp_path / "data")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, in order."""
    files: list[str] = []
    real = annotate.annotate

    def spy(document, nlp, parsed):  # type: ignore[no-untyped-def]
        files.append(document.file)
        return real(document, nlp, parsed)

    monkeypatch.setattr(annotate, "annotate", spy)
    return files


def test_only_the_article_that_changed_is_parsed_again(places: Places, parsed: list[str]) -> None:
    first = build.extract(places, jobs=1)
    assert parsed == ["a0.txt", "a1.txt", "a2.txt"]
    assert build.extract(places, jobs=1).files == first.files
    assert parsed[3:] == []
    (places.seeds / "a1.txt").write_text(ARTICLE.replace("Ina", "Eva"))
    again = build.extract(places, jobs=1)
    assert parsed[3:] == ["a1.txt"]
    assert again.files == build.extract(places, jobs=1, cached=False).files
    assert again.files != first.files


def test_one_article_added_gives_what_all_of_them_give_from_nothing(places: Places) -> None:
    late = places.seeds / "a1.txt"
    article = late.read_text()
    late.unlink()
    write_folder(places.data, build.extract(places, jobs=1).files)
    late.write_text(article)
    added = build.extract(places, jobs=1).files
    assert added == build.extract(places, jobs=1, cached=False).files
    shutil.rmtree(places.data)
    anew = build.extract(places, jobs=1, cached=False).files
    # the ledger alone knows when it came in
    assert [name for name in {*added, *anew} if added.get(name) != anew.get(name)] == ["ledger.yml"]


def test_a_sidecar_and_a_redaction_are_heeded_though_the_article_has_not_changed(places: Places) -> None:
    build.extract(places, jobs=1)
    (places.seeds / "a0.yml").write_text("outlet: The Harbour Post\n")
    (places.seeds / "dossier.yml").write_text("decisions:\n  - redact: Ina Holm\n    why: asked\n")
    found = build.extract(places, jobs=1)
    assert "The Harbour Post" in found.files["sources/a0.yml"]
    assert not [name for name, text in found.files.items() if "Holm" in text and name.startswith("sources/")]
    assert build.extract(places, jobs=1).files == found.files  # the redaction still counts as used


@pytest.mark.parametrize("left", [0, 7])
def test_what_a_power_cut_has_left_empty_or_cut_off_is_found_anew(places: Places, left: int) -> None:
    first = dict(build.extract(places, jobs=1).files)
    for path in places.cache.rglob("??/*"):
        path.write_bytes(path.read_bytes()[:left])
    assert dict(build.extract(places, jobs=1).files) == first
    assert build.extract(places, jobs=1).anew == 0, "what was found anew is kept again"


def test_a_kept_ledger_is_the_one_that_is_read(tmp_path: Path) -> None:
    cache, data = Cache(tmp_path / "cache", "one"), tmp_path / "data"
    entries = tuple(LedgerEntry(f"s-{n}", "source", 1, "live", evidence="ab 12") for n in range(3))
    dossier = Dossier("T", "", "en", ledger=entries)
    write_folder(data, records.dossier_files(dossier, read=cache))
    assert records.load_ledger(data, cache) == records.load_ledger(data) == entries
    changed = (data / "ledger.yml").read_text().replace("s-2", "s-9")
    (data / "ledger.yml").write_text(changed)
    assert [e.id for e in records.load_ledger(data, cache)] == ["s-0", "s-1", "s-9"]


def test_a_kept_ledger_that_is_damaged_is_parsed_again(tmp_path: Path) -> None:
    cache, data = Cache(tmp_path / "cache", "one"), tmp_path / "data"
    dossier = Dossier("T", "", "en", ledger=(LedgerEntry("s-1", "source", 1, "live"),))
    write_folder(data, records.dossier_files(dossier, read=cache))
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3])
    assert records.load_ledger(data, cache) == dossier.ledger


@pytest.mark.parametrize(
    "change",
    [
        lambda p: (p.seeds / "a1.txt").write_text(ARTICLE),
        lambda p: (p.seeds / "a9.txt").write_text(ARTICLE),
        lambda p: (p.seeds / "a2.txt").unlink(),
        lambda p: (p.seeds / "dossier.yml").write_text("title: T"),
        lambda p: (p.data / "statements.yml").write_text("schema: onrecord/1\nstatements: []\n"),
        lambda p: (p.data / "ledger.yml").unlink(),
    ],
)
def test_a_run_is_spared_only_when_nothing_has_changed(places: Places, change: Callable[[Places], object]) -> None:
    before = Run.of(places, None)
    found = build.extract(places, jobs=1)
    write_folder(places.data, found.files)
    before.keep(Report.of(found, places.data))
    told = Run.of(places, None).report()
    assert told == Report.of(found, places.data) and told.summary.startswith("3 sources, ")
    assert Run.of(places, "2022-02-01").report() is None  # an embargo may have ended
    change(places)
    assert Run.of(places, None).report() is None


def test_what_waits_for_a_person_is_told_again(places: Places) -> None:
    (places.seeds / "empty.txt").write_bytes(b"")
    runner = CliRunner()
    arguments = ["extract", "--seeds", str(places.seeds), "--data", str(places.data), "--jobs", "1"]
    first, again = (runner.invoke(main, arguments) for _ in range(2))
    assert (first.exit_code, again.exit_code) == (1, 1)
    assert "no files changed" in again.output
    lines = [line for line in again.output.splitlines() if "empty.txt" in line]
    assert lines and lines == [line for line in first.output.splitlines() if "empty.txt" in line]


def test_a_dossier_is_the_same_whether_its_yaml_was_kept_or_not(tmp_path: Path) -> None:
    data, cache = tmp_path / "data", Cache(tmp_path / "cache", "site")
    shutil.copytree(Path(__file__).parent.parent / "docs" / "data", data)
    plain = records.load_dossier(data)
    assert [records.load_dossier(data, cache) for _ in range(2)] == [plain, plain]
    path = next((data / "sources").glob("*.yml"))
    path.write_text(path.read_text().replace("language: en", "language: de"))
    assert records.load_dossier(data, cache) == records.load_dossier(data) != plain


def test_the_text_of_a_source_is_kept_by_all_that_is_in_it(tmp_path: Path) -> None:
    cache, dossier = Cache(tmp_path, "one"), records.load_dossier(Path(__file__).parent.parent / "docs" / "data")
    plain = records.dossier_files(dossier)
    assert [records.dossier_files(dossier, cache) for _ in range(2)] == [plain, plain]
    record = dossier.sources[0]
    for changed in (
        replace(record, source=replace(record.source, title="Another")),
        replace(record, mentions=record.mentions[1:]),
        replace(record, quotations=(replace(record.quotations[0], certainty="low"), *record.quotations[1:])),
        replace(record, quotations=(replace(record.quotations[0], text="changed"), *record.quotations[1:])),
    ):
        other = replace(dossier, sources=(changed, *dossier.sources[1:]))
        assert records.dossier_files(other, cache) == records.dossier_files(other) != plain


def test_a_record_is_kept_for_the_very_bytes_of_its_file_and_for_one_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, files = Cache(tmp_path / "cache", SITE), records.dossier_files(dossier())
    write_folder(tmp_path / "data", files)
    read = records.load_dossier(tmp_path / "data", kept)
    source = tmp_path / "data" / next(name for name in files if name.startswith("sources/"))
    parsed: list[str] = []
    real = dossier_records.content_of
    monkeypatch.setattr(dossier_records, "content_of", lambda text, name: parsed.append(name) or real(text, name))
    assert repr(records.load_dossier(tmp_path / "data", kept)) == repr(read)
    assert not parsed
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    assert repr(records.load_dossier(tmp_path / "data", kept)) == repr(read)
    source.write_text(source.read_text(encoding="utf-8") + "# looked at\n", encoding="utf-8")
    assert repr(records.load_dossier(tmp_path / "data", kept)) == repr(read)
    assert parsed == [str(source)]


def test_the_shape_of_a_record_is_that_of_all_in_it() -> None:
    shapes = {rows.shape(kind) for kind in (SourceRecord, Statement, tuple[Statement, ...])}
    assert len(shapes) == 2
    assert b"spans" in rows.shape(SourceRecord), "a field of its quotations"


@pytest.mark.parametrize("made", [dossier, hostile_dossier])
def test_what_is_written_need_not_be_parsed_to_be_read(
    made: Callable[[], Dossier], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, own = Cache(tmp_path / "cache", SITE), Cache(tmp_path / "cache", "one")
    real = records.load_dossier(Path(__file__).parent.parent / "docs" / "data")
    for number, each in enumerate((made(), real)):
        data = tmp_path / f"data-{number}"
        monkeypatch.setattr("generator.records.dossier.LIMIT", 20_000)  # lists in several files
        write_folder(data, records.dossier_files(each, own, written))
        parsed = records.load_dossier(data)
        with monkeypatch.context() as handed:
            handed.setattr("generator.records.dossier.load_yaml", lambda text, file: pytest.fail(f"parsed {file}"))
            assert repr(records.load_dossier(data, written)) == repr(parsed)
