"""What is fuzzed: each target takes any bytes and holds what must be true whatever they are.

An error meant for the user (OnrecordError) is an answer; any other exception is a fault, and so is an assertion.
"""

import csv
import io
import json
import re
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from markdown import markdown

from generator import records
from generator.curate.redact import Mask
from generator.errors import OnrecordError
from generator.examine import evidence_of
from generator.model import Document
from generator.read import read_text
from generator.read.decode import LONGEST, Undecodable
from generator.read.formats import READERS, read_content
from generator.records.emit import emit
from generator.site.briefings import linked_markdown
from generator.site.clean import clean, markdown_text, one_line
from generator.site.downloads import cell
from generator.site.lookup import Lookup
from generator.site.structured import script
from tests.builders import dossier

# Characters that no page and no YAML file may hold as they are.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@cache
def folder() -> Path:
    """A folder for the targets that read files."""
    return Path(tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))


def cover(document: Document) -> None:
    """Blocks stand in order, begin and end with what can be seen, and leave out no word."""
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        assert not any(c.isalnum() for c in document.text[at : block.span.start])
        at = block.span.end
    assert not any(c.isalnum() for c in document.text[at:])


def file_of(suffix: str, data: bytes) -> None:
    """Any bytes are an article or an issue, and the same again the next time."""
    content = read_content(f"a{suffix}", data)
    assert content == read_content(f"a{suffix}", data)
    if isinstance(content, Undecodable):
        assert content.what and content.right and content.kind
        return
    assert len(content.text) <= LONGEST
    document = read_text(f"a{suffix}", content)
    cover(document)
    if suffix == ".md":
        records.front_matter(document.text, "a.md")
    else:
        assert not UNFIT.search(document.title) or suffix == ".txt"
    assert document.url is None or document.url.startswith(("http://", "https://"))
    plain = {"title": document.title, "authors": list(document.authors), "text": document.text[:500]}
    text = emit(plain)
    assert records.load_yaml(text, "a.yml") == plain


def settings_of(data: bytes) -> None:
    """`seeds/dossier.yml` with any bytes gives settings and faults, each with its file."""
    (folder() / "dossier.yml").write_bytes(data)
    _, faults = records.load_settings(folder())
    for fault in faults:
        assert str(fault).startswith(fault.file)
        records.may_hide(fault)


def sidecar_of(data: bytes) -> None:
    """A sidecar with any bytes gives what is good in it; the article is read all the same."""
    path = folder() / "a.yml"
    path.write_bytes(data)
    given, _ = records.load_sidecar(path)
    cover(read_text("a.txt", "Talks end\n\nThe two sides met in Vienna on Monday.\n", sidecar=given))


def decisions_of(data: bytes) -> None:
    """People's decisions with any bytes; a redaction that is read can be applied, and leaves the length of a text."""
    found, _ = records.read_decisions(data.decode("utf-8", "replace"), "decisions.yml")
    mask = Mask.of(found)
    text = data.decode("utf-8", "replace")[:2_000]
    assert len(mask(text)) == len(text)
    for decision in found:
        records.appended("title: x\n", decision)


def records_of(data: bytes) -> None:
    """A file of the data with any bytes: records, or faults with their file."""
    place = folder() / "data"
    place.mkdir(exist_ok=True)
    (place / "dossier.yml").write_text("schema: onrecord/1\ndossier: {title: x, scope: '', language: en}\n")
    (place / "more.yml").write_bytes(data)
    records.load_dossier(place)


@cache
def _lookup() -> Lookup:
    return Lookup.of(dossier())


def briefing_of(data: bytes) -> None:
    """The Markdown of a hand-written page with any references in it."""
    text = data.decode("utf-8", "replace")
    linked, faults = linked_markdown(text, "briefings/a.md", _lookup(), "docs/briefings/a.md", 1)
    assert linked.count("\n") >= text.count("\n")  # footnotes stand below
    assert all(1 <= (fault.line or 0) <= text.count("\n") + 1 for fault in faults)


def writers_of(data: bytes) -> None:
    """Any words, written as YAML, CSV, Markdown and JSON-LD, are the same words when read again, and nothing else."""
    text = data.decode("utf-8", "replace")
    plain = {"a": text, "list": [{"b": text, "c": [text]}]}
    assert emit(plain) == records.dump_yaml(plain)
    assert records.load_yaml(emit(plain), "a.yml") == plain
    shown = clean(text)
    assert not UNFIT.search(shown)
    assert cell(shown)[:1] not in tuple("=+-@\t\r") or cell(shown) == ""
    out = io.StringIO()
    csv.writer(out).writerow([cell(shown), "end"])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline="")))[1] == "end"
    code = script({"name": text})
    assert code.count("<") == 2
    assert clean(json.loads(re.sub(r"^<[^>]*>|</script>$", "", str(code)))["name"]) == shown
    html = markdown(markdown_text(one_line(text)[:200]) or "x")
    assert not re.search(r"<(?!/?p>|/?(?:ol|ul|li|hr|h\d)\b)", html), html


def extraction_of(data: bytes) -> None:
    """Whatever an article says, what is found in it stands at its place in the text, and is kept as it is."""
    text = data.decode("utf-8", "replace")[:800]
    found = evidence_of(read_text("a.txt", text))
    for item in (*found.mentions, *found.times, *found.figures):
        assert text[slice(*item.span)] == item.text
    for quotation in found.quotations:
        assert all(0 <= start < end <= len(text) for start, end in quotation.spans)
    assert records.decode_evidence(records.encode_evidence(found)) == found


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{suffix.removeprefix("."): partial(file_of, suffix) for suffix in READERS if suffix not in (".htm", ".xhtml")},
    "settings": settings_of,
    "sidecar": sidecar_of,
    "decisions": decisions_of,
    "records": records_of,
    "briefing": briefing_of,
    "writers": writers_of,
    "extraction": extraction_of,
}


def run(name: str, data: bytes) -> None:
    """One input through one target."""
    try:
        TARGETS[name](data)
    except OnrecordError as error:
        assert str(error)
