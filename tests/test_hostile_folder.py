"""A folder with everything that real folders hold, from extraction through the checks to the site: nothing vanishes,
nothing stops, and what a person has to mend is named."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import Dossier
from generator.records import load_dossier
from generator.site.building import build_site
from tests.files import PROSE, lines_of, message, pdf, web_page

QUOTE = "“We’ll talk again – soon,” Foreign Minister Zoë Müller said in a café in Vienna on 10 January 2022."


def told(n: int, end: str = "\n") -> str:
    """An article of its own number; one that says "Zoë Müller" and has curly marks."""
    return end.join(("Talks end without a deal", "", f"{QUOTE} It was meeting {n}, and nobody had come for it.", ""))


READ = {
    "bom.txt": b"\xef\xbb\xbf" + told(1).encode(),
    "utf16.txt": told(2).encode("utf-16"),
    "utf16be.txt": b"\xfe\xff" + told(3).encode("utf-16-be"),
    "utf32.txt": told(4).encode("utf-32"),
    "windows.txt": (told(5) * 3).encode("cp1252"),
    "dos.txt": told(6, "\r\n").encode(),
    "mac.txt": told(7, "\r").encode(),
    "mixed.txt": told(8).replace("\n\n", "\r\n\n\r").encode(),
    "separators.txt": told(9, "\u2028").encode(),
    "with spaces and  two.txt": told(10).encode(),
    "ümläut ñame.txt": told(11).encode(),
    "a\nnew\nline.txt": told(12).encode(),
    "same stem.txt": told(13).encode(),
    "same-stem.txt": told(14).encode(),
    "same-stem.md": told(15).encode(),
    "same-stem.html": web_page(prose=(told(16).split("\n")[2], *PROSE)).encode(),
    "same-stem.pdf": pdf([lines_of(("Talks end without a deal", told(17).split("\n")[2]))]),
    "same-stem.eml": message(told(18), subject="Talks end without a deal"),
    "content-1.txt": told(19).encode(),
    "content-2.txt": told(19).encode(),
    "folder.txt/inner.txt": told(20).encode(),
    "surrogate.txt": told(21).encode() + b"A half \xed\xa0\x80 of a character.\n",
    "deep-front.md": b"---\ntitle: " + b"[" * 10_000 + b"\n---\n" + told(23).encode(),
    "deep-sidecar.txt": told(24).encode(),
    "surrogate-sidecar.txt": told(25).encode(),
    "controls.txt": told(26).encode() + "A bell\x07, an escape\x1b[31m, a zero\u200bwidth, a \u202eturn.\n".encode(),
}
SIDECARS = {
    "deep-sidecar.yml": b"title: " + b"{a: " * 10_000,
    "surrogate-sidecar.yml": b'title: "a \\uD800 b"\noutlet: Post\n',
    "lonely.yml": b"title: x\n",
}
REFUSED = {
    "nul.txt": (b"abc\x00def", "binary"),
    "nul.html": (b"<html>\x00</html>", "binary"),
    "empty.txt": (b"", "empty"),
    "blank.md": (b" \n\xef\xbb\xbf\n", "empty"),
    "line.txt": (b"word " * 10_000_000, "too_long"),
    "line.html": (b"<p>" + b"word " * 10_000_000, "too_long"),
    "million.txt": (b"word " * 220_000, "too_long"),
    "lines.txt": (b"a\n" * 10_500, "too_long"),
    "locked.pdf": (b"%PDF-1.4\n1 0 obj", "format"),
    "scan.pdf": (pdf([[]]), "empty"),
    "broken.eml": (b"\xff\xfe\x00", "format"),
    "deep.html": (("<div>" * 10_000 + f"<p>{told(22)}</p>" * 3).encode(), "empty"),
    "hollow.html": (b"<html><body></body></html>", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n", "binary"),
    "letter.docx": (b"PK\x03\x04", "not_read_yet"),
    "table.csv": (b"a,b\n", "unreadable"),
}


@dataclass(frozen=True)
class Made:
    folder: Path
    dossier: Dossier
    output: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("folder")
    seeds = folder / "seeds"
    for name, data in {**READ, **SIDECARS, **{name: data for name, (data, _) in REFUSED.items()}}.items():
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_bytes(data)
    (folder / "outside.txt").write_text(told(30))
    (seeds / "out.txt").symlink_to(folder / "outside.txt")
    (seeds / "dead.txt").symlink_to(seeds / "nothing.txt")
    (seeds / "round").symlink_to(seeds, target_is_directory=True)
    (seeds / "twin.txt").symlink_to(seeds / "bom.txt")
    with open(os.fsencode(seeds) + b"/bad\xff.txt", "wb") as file:  # noqa: PTH123 - a name that is no text
        file.write(told(31).encode())
    paths = ["--seeds", str(seeds), "--data", str(folder / "docs" / "data")]
    run = CliRunner().invoke(main, ["extract", *paths, "--jobs", "1"])
    assert run.exit_code == 1, run.output
    assert "Traceback" not in run.output
    checked = CliRunner().invoke(main, ["check", *paths, "--no-site"])
    assert "FAILED" not in checked.output, checked.output
    return Made(folder, load_dossier(folder / "docs" / "data"), run.output)


def test_every_article_that_can_be_read_is_read(made: Made) -> None:
    assert {r.source.file for r in made.dossier.sources} == set(READ)
    assert len({r.source.id for r in made.dossier.sources}) == len(READ)


@pytest.mark.parametrize("name", sorted(READ))
def test_its_quotation_is_found_whole_whatever_the_encoding(made: Made, name: str) -> None:
    (record,) = [r for r in made.dossier.sources if r.source.file == name]
    assert [q.text for q in record.quotations][:1] == ["“We’ll talk again – soon,”"]
    assert [q.speaker.name for q in record.quotations][:1] == ["Zoë Müller"]


def test_every_other_file_is_named_with_the_reason(made: Made) -> None:
    kinds = {i.file: i.kind for i in made.dossier.issues if i.kind not in ("setting", "id", "duplicate", "quality")}
    wanted = {name: kind for name, (_, kind) in REFUSED.items()}
    wanted |= {"out.txt": "link", "dead.txt": "link", "bad\\udcff.txt": "unreadable", "lonely.yml": "sidecar"}
    assert {name: kinds.get(name) for name in wanted} == wanted
    assert kinds["folder.txt"] == "folder"
    for issue in made.dossier.issues:
        assert issue.what
        assert issue.right or not issue.needs_action
        assert issue.file.isprintable()


def test_faulty_settings_are_named_and_cost_themselves(made: Made) -> None:
    faults = {Path(i.file).name: i.what for i in made.dossier.issues if i.kind == "setting"}
    assert set(faults) == {"deep-sidecar.yml", "surrogate-sidecar.yml", "deep-front.md"}
    assert "nested too deep" in faults["deep-sidecar.yml"]
    assert "nested too deep" in faults["deep-front.md"]


def test_one_content_in_two_files_and_one_id_for_two_are_told(made: Made) -> None:
    told_of = {(i.kind, i.file) for i in made.dossier.issues}
    assert ("duplicate", "content-2.txt") in told_of
    stems = {f for kind, f in told_of if kind == "id" and "same" in f}
    assert stems == {"same stem.txt", *(f"same-stem{suffix}" for suffix in (".md", ".html", ".pdf", ".eml"))}


def test_the_site_is_built_of_it(made: Made) -> None:
    ours = Path(__file__).parent.parent / "mkdocs.yml"
    pages = tuple(f" {page.name}" for page in (ours.parent / "docs").glob("*.md"))
    lines = [line for line in ours.read_text(encoding="utf-8").splitlines() if not line.endswith(pages)]
    (made.folder / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    build_site(made.folder / "mkdocs.yml", made.folder / "site", strict=True)
    issues = (made.folder / "site" / "issues" / "index.html").read_text(encoding="utf-8")
    assert "line.html" in issues
    assert all((made.folder / "site" / "sources" / r.source.id).is_dir() for r in made.dossier.sources)
