"""YAML in and out: what is written is read back, and what is wrong is named with its line."""

import pickle
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import FaultsError
from generator.model import (
    Actor,
    Alias,
    Conflict,
    ConflictSide,
    Dated,
    Document,
    Dossier,
    Evidence,
    Figure,
    LedgerEntry,
    Mention,
    Place,
    Role,
    Said,
    Sidecar,
    Source,
    SourceRecord,
    Span,
    Statement,
)
from generator.records import (
    decode_evidence,
    dossier_files,
    encode_evidence,
    front_matter,
    load_dossier,
    load_ledger,
    load_settings,
    load_sidecar,
    told_json,
    told_json_of,
)

# what an article can hold and a file can carry: everything but lone surrogates
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
spans = st.builds(lambda a, b: Span(a, a + b), st.integers(0, 10**6), st.integers(0, 1000))


def dossier(text: str, span: Span, value: float) -> Dossier:
    source = Source("s1", "s1.txt", "0" * 64, text, (text,), text, "en", Dated("2022-01-10", "given", text))
    figure = Figure("f-1", span, text, value, "count", text, "about", None, low=value)
    record = SourceRecord(source, figures=(figure,))
    side = ConflictSide(text, ("f-1", Place("s1", span)))
    return Dossier(
        title=text,
        scope=text,
        language="en",
        sources=(record,),
        actors=(Actor("a", text, "person", (Role(text, ("s1",)),), (Alias(text, 2, ("s1",)),)),),
        statements=(Statement("s-1", None, Said(None, "open", text), (), ("s1",), ("s1",), text),),
        conflicts=(Conflict("c-1", "figure", text, (side, side)),),
        ledger=(LedgerEntry("a", "actor", 1, "live", None, "00ff", text),),
    )


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))


@unhurried
@given(anything, spans, st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_dossier_survives_the_way_through_yaml(
    tmp_path_factory: pytest.TempPathFactory, text: str, span: Span, value: float
) -> None:
    folder = tmp_path_factory.mktemp("data")
    before = dossier(text, span, value)
    write(folder, dossier_files(before))
    assert load_dossier(folder) == before
    assert load_ledger(folder) == before.ledger


def test_every_file_begins_with_the_schema_and_a_span_stands_on_one_line() -> None:
    files = dossier_files(dossier("words", Span(3, 8), 70000.0))
    assert all(text.startswith("schema: onrecord/1\n") for text in files.values())
    assert "span: [3, 8]\n" in files["sources/s1.yml"]
    assert "value: 70000\n" in files["sources/s1.yml"]


def test_a_long_list_is_split_below_a_megabyte_and_read_back_whole(tmp_path: Path) -> None:
    many = tuple(
        Statement(f"s-{n:05}", None, Said(f"2022-{n % 12 + 1:02}-01", "stated", "r" * 300), (), (), (), "one source")
        for n in range(9000)
    )
    files = dossier_files(Dossier("t", "", "en", statements=many))
    assert "statements/2022-03.yml" in files
    assert max(map(len, files.values())) < 1_100_000
    write(tmp_path, files)
    assert sorted(load_dossier(tmp_path).statements, key=lambda s: s.id) == list(many)


@unhurried
@given(anything)
def test_evidence_survives_the_cache(text: str) -> None:
    document = Document("d", "d.txt", "0", text, text, ())
    found = Evidence(document, mentions=(Mention(Span(0, len(text)), text, "name", "person", text),))
    assert decode_evidence(encode_evidence(found)) == found


def test_equal_spans_are_one_object_wherever_they_come_from() -> None:
    span, end = Span(3, 4001), int("4001")
    mention = Mention(Span(3, end), "x", "name", "person", "x")
    found = Evidence(Document("d", "d.txt", "0", "x", "x", ()), mentions=(mention,))
    kept = decode_evidence(encode_evidence(found))
    handed_over = pickle.loads(pickle.dumps(found))
    assert kept is not None and all(e.mentions[0].span is span for e in (found, kept, handed_over))


def test_a_cache_entry_that_was_cut_off_is_none() -> None:
    kept = encode_evidence(Evidence(Document("d", "d.txt", "0", "x", "x", ())))
    assert not [n for n in range(len(kept)) if decode_evidence(kept[:n]) is not None]


@pytest.mark.parametrize(
    "broken", [b"", blake2b(digest_size=16).digest(), b"{", b"[]", b'{"document": 3}', b"\x80\x04"]
)
def test_a_damaged_cache_entry_is_none(broken: bytes) -> None:
    assert decode_evidence(broken) is None


SETTINGS = {
    "title: A\nscop: b\n": ["dossier.yml:2: scop: unknown key; did you mean 'scope'?"],
    "title: A\npublish: ful\n": ["dossier.yml:2: publish: 'ful' is not one of excerpts, full"],
    "title:\n  - a\nlanguage: xx\n": [
        "dossier.yml:1: title: ['a'] should be text",
        "dossier.yml:3: language: 'xx' is not",
    ],
    "title: a: b\n": ["dossier.yml:1: not valid YAML: mapping values are not allowed", "put quotes around text"],
    "- a\n": ["dossier.yml:1: holds no settings; write 'key: value'"],
    "title: !!python/object/apply:os.system [echo]\n": [
        "dossier.yml:1: not valid YAML: could not determine a constructor"
    ],
}


@pytest.mark.parametrize(("text", "told"), SETTINGS.items())
def test_a_fault_names_its_line_and_what_would_be_right(tmp_path: Path, text: str, told: list[str]) -> None:
    (tmp_path / "dossier.yml").write_text(text)
    _, faults = load_settings(tmp_path)
    message = "\n".join(map(str, faults))
    for part in told:
        assert part in message


def test_a_faulty_setting_loses_only_itself(tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text("title: Strike\npublish: everything\nscope: a port\n")
    settings, faults = load_settings(tmp_path)
    assert (settings.title, settings.scope, settings.publish) == ("Strike", "a port", "excerpts")
    assert len(faults) == 1


def test_a_file_that_is_not_utf8_is_named_with_the_place(tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_bytes(b"title: caf\xe9\n")
    _, faults = load_settings(tmp_path)
    assert "not UTF-8 at byte 10; save the file as UTF-8" in str(faults[0])


def test_a_sidecar_keeps_a_date_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("published: 2022-01-06\nauthors: [Ann Lee, Bo Ray]\n")
    given_, faults = load_sidecar(tmp_path / "a.yml")
    assert (given_.published, given_.authors, faults) == ("2022-01-06", ("Ann Lee", "Bo Ray"), ())


def test_front_matter_is_read_and_its_faults_have_the_lines_of_the_article() -> None:
    text = "---\noutlet: Harbour News\npublishd: 2022-01-06\n---\nThe article.\n"
    given_, length, faults = front_matter(text, "a.md")
    assert given_.outlet == "Harbour News"
    assert text[length:] == "The article.\n"
    assert str(faults[0]).startswith("a.md:3: publishd: unknown key; did you mean 'published'?")
    assert front_matter("No front matter.\n---\n", "a.md")[1] == 0


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (  # Obsidian Web Clipper
            "source: https://harbour.example/a\nauthor:\n  - '[[Ann Lee]]'\n  - '[[people/bo|Bo Ray]]'\n"
            "published: 2022-01-06\ncreated: 2022-02-01\ntags:\n  - clippings\n",
            {"url": "https://harbour.example/a", "authors": ("Ann Lee", "Bo Ray"), "published": "2022-01-06"},
        ),
        (  # Jekyll
            "layout: post\ndate: 2022-01-06 08:30:00 +0100\nauthor: Ann Lee, Bo Ray and agencies\n"
            "source: Harbour News\nlang: en-GB\n",
            {
                "published": "2022-01-06T08:30+01:00",
                "authors": ("Ann Lee", "Bo Ray"),
                "outlet": "Harbour News",
                "language": "en",
            },
        ),
        ("date: 2022-01-07\npublished: 2022-01-06\ndraft: false\n", {"published": "2022-01-06"}),
        (
            "published: true\ndate: 2022-01-06\nupdated: 2022-01-07 10:00:00\n",
            {"published": "2022-01-06", "updated": "2022-01-07T10:00"},
        ),
        ("published:\ndate: 2022-01-06\nurl: /posts/a/\n", {"published": "2022-01-06"}),
        ("authors:\n  - name: Ann Lee\nlang: German\n", {"authors": ("Ann Lee",)}),
        ("author: Lee, Ann\n", {"authors": ("Ann Lee",)}),
        ("authors: [Ann Lee, bell hooks, Barnes & Reed]\n", {"authors": ("Ann Lee", "bell hooks", "Barnes & Reed")}),
        ("author: Ann Lee and bell hooks\n", {"authors": ("Ann Lee", "bell hooks")}),
        ("date: last week\nauthor: 7\nsite: [a]\n", {}),
    ],
)
def test_front_matter_of_other_programs_is_understood(block: str, expected: dict[str, object]) -> None:
    given_, length, faults = front_matter(f"---\n{block}---\nThe article.\n", "a.md")
    assert given_ == Sidecar(**expected)  # type: ignore[arg-type]
    assert faults == () and length == len(block) + 8


def test_data_of_another_schema_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"dossier.yml": "schema: onrecord/9\n"})
    with pytest.raises(FaultsError, match=r"dossier\.yml:1: schema: 'onrecord/9' is not known"):
        load_dossier(tmp_path)


def test_all_faults_of_all_data_files_come_at_once(tmp_path: Path) -> None:
    files = dict(dossier_files(dossier("w", Span(0, 1), 1.0)))
    files["actors.yml"] = files["actors.yml"].replace("kind: person", "knd: person")
    files["statements.yml"] = "schema: onrecord/1\nstatements: [\n"
    write(tmp_path, files)
    with pytest.raises(FaultsError) as caught:
        load_dossier(tmp_path)
    assert "actors.yml:3: actors[1].kind: is missing" in str(caught.value)
    assert "statements.yml" in str(caught.value)


def test_a_ledger_with_its_evidence_in_lists_is_read_too(tmp_path: Path) -> None:
    entry = "{id: a, kind: actor, since: 1, status: live, evidence: [00ff, '0100']}"
    (tmp_path / "ledger.yml").write_text(f"schema: onrecord/1\nledger:\n- {entry}\n")
    assert load_ledger(tmp_path) == (LedgerEntry("a", "actor", 1, "live", None, "00ff 0100"),)


@unhurried
@given(st.lists(st.builds(dossier, anything, spans, st.floats(allow_nan=False)), min_size=1, max_size=3))
def test_records_are_told_together_as_each_is(dossiers: list[Dossier]) -> None:
    for of in ("sources", "actors", "statements", "conflicts"):
        records = [record for found in dossiers for record in getattr(found, of)]
        assert told_json_of(records) == ",".join(map(told_json, records))
