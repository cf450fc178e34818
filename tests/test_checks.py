"""Every check passes on data that hold, and each is shown failing."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks import (
    CHECKS,
    Addressed,
    Check,
    Decided,
    Fresh,
    Linked,
    Published,
    Resolvable,
    Secrets,
    Silent,
    Verbatim,
)
from generator.curate import Mask
from generator.model import (
    Actor,
    Conflict,
    ConflictSide,
    Dated,
    Decision,
    Dossier,
    IssueRecord,
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


def test_a_decision_that_matches_nothing_is_found(tmp_path: Path) -> None:
    state = good(tmp_path)
    issue = IssueRecord("decision", "seeds/dossier.yml", "decision 'rename' matches nothing", "correct it", 3)
    other = IssueRecord("empty", "a.txt", "is empty")
    dossier = replace(state.dossier, issues=(issue, other))
    assert told(Decided(), replace(state, dossier=dossier)) == (
        "seeds/dossier.yml:3: decision 'rename' matches nothing; correct it"
    )


def test_an_address_that_was_committed_and_is_lost_is_found(tmp_path: Path) -> None:
    state = replace(good(tmp_path), published=frozenset({("actor", "ann-lee"), ("event", "ann-lee")}))
    assert told(Addressed(), state) == (
        "ledger.yml: the event address ann-lee was published and is lost; restore its entry"
    )


def site(tmp_path: Path, **pages: str) -> Path:
    folder = tmp_path / "site"
    for name, body in {"index": "<p>Hello</p>", **pages}.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return folder


LINKS = {
    '<a href="a/">': "",
    '<a href="a/#there">': "",
    "<a class=x href=a/>": "",
    '<a href="#here" id="here">': "",
    '<a href="https://example.org/none">': "",
    '<a href="mailto:a@example.org">': "",
    '<a href="./">': "",
    '<a href="a/b/../../a/?q=1#%74here">': "",
    '<a href="b/">': "index.html: the link 'b/' leads to no file; correct the link",
    '<img src="x.png">': "index.html: the link 'x.png' leads to no file; correct the link",
    '<a href="a/#gone">': "index.html: the link 'a/#gone' leads to no place on that page; correct the link",
    "<a href='#gone'>": "index.html: the link '#gone' leads to no place on that page; correct the link",
}


@pytest.mark.parametrize(("link", "wrong"), LINKS.items())
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, link: str, wrong: str) -> None:
    state = good(tmp_path / "data")
    folder = site(tmp_path, index=link, a__index='<p id="there">', a__b__index="")
    assert told(Linked(), replace(state, site=folder)) == wrong


@pytest.mark.parametrize(
    ("name", "page", "wrong"),
    [
        ("b/index.html", '<p id="there">', ""),
        ("b/index.html", "", "a/index.html: the link '../b/#there' leads to no place on that page"),
        ("b/index.html", None, "a/index.html: the link '../b/#there' leads to no file"),
        ("c/index.html", '<a href="../a/#here">', ""),
        ("c/index.html", '<a href="../a/#else">', "c/index.html: the link '../a/#else' leads to no place on that page"),
        ("pagefind/en_1.pf_meta", None, ""),
        ("pagefind/fragment/en_2.pf_fragment", "<a href=nowhere>", ""),
    ],
)
def test_pages_of_the_last_site_are_known_by_where_they_lead(
    tmp_path: Path, name: str, page: str | None, wrong: str
) -> None:
    state = good(tmp_path / "data")
    last = site(tmp_path, index="", a__index='<p id="here"><a href="../b/#there">', b__index='<p id="there">')
    (last / "pagefind").mkdir()
    (last / "pagefind" / "en_1.pf_meta").write_bytes(b"index")
    leads: dict[str, tuple[str, ...]] = {}
    assert told(Linked(), replace(state, site=last, leads=leads)) == ""
    files = {path.relative_to(last).as_posix() for path in last.rglob("*") if path.is_file()}
    (last / name).unlink(missing_ok=True)
    if page is not None:
        (last / name).parent.mkdir(parents=True, exist_ok=True)
        (last / name).write_text(page, encoding="utf-8")
    added = set() if page is None else {name}
    now = replace(state, site=last, carried=files - {name}, added=added, leads=leads)
    assert told(Linked(), now).partition(";")[0] == wrong


def test_places_of_a_page_that_are_there_are_not_kept_with_where_it_leads(tmp_path: Path) -> None:
    folder = site(tmp_path, index='<p id="here"><a href="#here"><a href="a/#there">', a__index='<p id="there">')
    leads: dict[str, tuple[str, ...]] = {}
    assert told(Linked(), replace(good(tmp_path / "data"), site=folder, leads=leads)) == ""
    assert leads == {"index.html": ("a/index.html\0there",), "a/index.html": ()}


def test_a_page_of_the_last_site_is_not_read(tmp_path: Path) -> None:
    state = replace(good(tmp_path / "data"), site=site(tmp_path, index="<a href=gone>"))
    assert "leads to no file" in told(Linked(), state)
    assert told(Linked(), replace(state, carried={"index.html"}, added=(), leads={"index.html": ()})) == ""


HIDDEN = Secrets(
    Mask.of([Decision(redact="Zoë O’Hara")]).patterns, ("the fleet will sail for lima on the tenth of may",)
)
LEAKS: dict[str, str | bytes] = {
    "page.html": "<p>Zoë O’Hara</p>",
    "escaped.html": "<p>Zo&euml; O&#39;Hara</p>",
    "apart.html": "<p>Zoë <b>O’Hara</b></p>",
    "marked.html": "<p>Z<mark>oë</mark> O’Hara</p>",
    "lines.csv": "ZOË\n   o'hara",
    "search.json": '{"text": "Zo\\u00eb O\\u2019Hara"}',
    "composed.txt": "Zoe\u0308 O’Hara",
    "links.html": '<a href="?q=Zo%C3%AB%20O%E2%80%99Hara">',
    "packed.xml.gz": gzip.compress("<loc>Zoë O’Hara</loc>".encode(), mtime=0),
    "actors/Zoë-O’Hara/index.html": "",
    "embargo.html": "<p>The fleet will sail\n for <em>Lima</em> on the tenth of May.</p>",
}


@pytest.mark.parametrize(("name", "content"), LEAKS.items())
def test_what_nobody_may_read_is_found_in_whatever_shape(tmp_path: Path, name: str, content: str | bytes) -> None:
    state = replace(good(tmp_path / "data"), secrets=HIDDEN, site=site(tmp_path))
    assert told(Silent(), state) == ""
    path = tmp_path / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    wrong = told(Silent(), state)
    assert str(path) in wrong
    assert "O’Hara" not in wrong.replace(str(path), "")


def test_what_nobody_may_read_is_found_in_the_data_too(tmp_path: Path) -> None:
    state = replace(good(tmp_path), secrets=Secrets(Mask.of([Decision(redact="Ann Lee")]).patterns))
    assert "actors.yml: holds the words of redaction 1" in told(Silent(), state)
