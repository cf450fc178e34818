"""Every check passes on data that hold, and each is shown failing."""

from dataclasses import replace
from pathlib import Path

from generator.checks import CHECKS, Addressed, Check, Fresh, Published, Resolvable, Verbatim
from generator.model import (
    Actor,
    Conflict,
    ConflictSide,
    Dated,
    Dossier,
    LedgerEntry,
    Passage,
    Quotation,
    Said,
    Source,
    SourceRecord,
    Span,
    SpeakerRecord,
    SpokenText,
    Statement,
)
from generator.records import dossier_files

TEXT = "The port is closed. “No ship leaves,” said Ann Lee, “and none enters.”"
FIRST, SECOND = Span(20, 37), Span(52, 70)


def good(tmp_path: Path) -> Published:
    said = Said(None, "open", "")
    words = f"{TEXT[20:37]} {TEXT[52:70]}"
    speaker = SpeakerRecord("ann-lee", "Ann Lee", SpokenText("Ann Lee", Span(43, 50)), "subject of the cue")
    cue = SpokenText("said", Span(38, 42))
    quotation = Quotation("q-1", "s-1", "direct", (FIRST, SECOND), words, cue, speaker, None, (), said, "high", ())
    source = Source("a", "a.txt", "0", "", (), None, "en", Dated(None, "open", ""))
    record = SourceRecord(source, quotations=(quotation,), passages=(Passage(Span(0, 19), TEXT[:19]),))
    dossier = Dossier(
        title="Port",
        scope="",
        language="en",
        sources=(record,),
        actors=(Actor("ann-lee", "Ann Lee", "person", (), ()),),
        statements=(Statement("s-1", "ann-lee", said, ("q-1",), ("a",), ("a",), "one source"),),
        conflicts=(Conflict("c-1", "wording", "", (ConflictSide("x", ("q-1",)), ConflictSide("y", ("s-1",)))),),
        ledger=tuple(
            LedgerEntry(id_, kind, 1, "live")
            for kind, id_ in (("actor", "ann-lee"), ("source", "a"), ("statement", "s-1"))
        ),
    )
    files = dossier_files(dossier)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Published(dossier, {"a.txt": TEXT}, files, tmp_path)


def told(check: Check, state: Published) -> str:
    return "\n".join(map(str, check.faults(state)))


def test_good_data_pass_every_check(tmp_path: Path) -> None:
    state = good(tmp_path)
    assert [told(check, state) for check in CHECKS] == [""] * len(CHECKS)


def test_a_word_that_is_not_the_articles_is_found(tmp_path: Path) -> None:
    state = good(tmp_path)
    assert "q-1: '“No ship leaves,” “and none enters.”' is not" in told(
        Verbatim(), replace(state, texts={"a.txt": TEXT.replace("none", "nobody")})
    )
    assert "0-19: 'The port is closed.' is not" in told(Verbatim(), replace(state, texts={"a.txt": "x" + TEXT}))


def test_an_article_that_is_gone_is_found(tmp_path: Path) -> None:
    assert "its article a.txt is not there" in told(Verbatim(), replace(good(tmp_path), texts={}))


def test_a_dead_id_is_found(tmp_path: Path) -> None:
    state = good(tmp_path)
    without = replace(state.dossier, actors=(), statements=())
    assert told(Resolvable(), replace(state, dossier=without)).count("no such record") == 3


def test_a_record_without_an_address_is_found(tmp_path: Path) -> None:
    state = good(tmp_path)
    without = replace(state.dossier, ledger=state.dossier.ledger[1:])
    assert "actor ann-lee has no live entry" in told(Addressed(), replace(state, dossier=without))


def test_a_redirect_to_nowhere_is_found(tmp_path: Path) -> None:
    state = good(tmp_path)
    lost = LedgerEntry("lee", "actor", 1, "merged", "nobody")
    dossier = replace(state.dossier, ledger=(*state.dossier.ledger, lost))
    assert "lee leads to nobody" in told(Addressed(), replace(state, dossier=dossier))


def test_stale_missing_and_left_over_files_are_found(tmp_path: Path) -> None:
    state = good(tmp_path)
    (tmp_path / "actors.yml").write_text("schema: onrecord/1\nactors: []\n")
    (tmp_path / "events.yml").unlink()
    (tmp_path / "old.yml").write_text("schema: onrecord/1\n")
    message = told(Fresh(), state)
    assert "actors.yml: is not what the seeds give now" in message
    assert "events.yml: is missing" in message
    assert "old.yml: belongs to nothing in the seeds" in message
