"""Pages taken from the last build: the site is byte for byte the one built from nothing, whatever has changed."""

import ast
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from generator import disk
from generator.cache import Cache
from generator.errors import OnrecordError
from generator.files import files_below
from generator.model import Actor, SourceRecord
from generator.records import load_dossier
from generator.site import downloads, generated, making, search
from generator.site.answers import Answers
from generator.site.asked import Asking
from generator.site.building import build_site
from generator.site.kept import Kept, KeptPages
from generator.site.lookup import Lookup
from generator.site.standing import Standing
from tests.bench.corpus import write
from tests.builders import dossier, write_site
from tests.test_silence import run, told

ARTICLES = 12
SITE = Path(generated.__file__).parent
KEPT = Path(".cache") / "onrecord" / "pa" / "pages"


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a few articles, one of them kept aside, whose pages MkDocs does not see; extracted and built."""
    folder = tmp_path_factory.mktemp("kept")
    config = write_site(folder, dossier())
    config.write_text(config.read_text(encoding="utf-8").replace("docs/data\n", "docs/data\n      pagefind: 1\n"))
    shutil.rmtree(folder / "docs" / "data")
    write(folder / "seeds", ARTICLES)
    last = max((folder / "seeds").glob("*.txt"))
    last.rename(folder / f"{last.name}.aside")
    (folder / "docs" / "briefings").mkdir()
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        here.delenv("SITE_URL", raising=False)
        assert run("extract").exit_code == 0
        build_site(folder / "mkdocs.yml")
    return folder


@pytest.fixture
def project(extracted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to change, with the very files of its site: what stands is known by them."""
    shutil.copytree(extracted, tmp_path / "project", ignore=shutil.ignore_patterns("site"))
    shutil.copytree(extracted / "site", tmp_path / "project" / "site", copy_function=os.link)
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are made and not taken from the last build."""
    uris: list[str] = []
    make = generated.Making.made
    monkeypatch.setattr(
        generated.Making, "made", lambda s, plan, lookup: uris.append(plan.uri) or make(s, plan, lookup)
    )
    monkeypatch.setattr(making, "possible", lambda: 1)
    return uris


def decide(folder: Path, text: str) -> None:
    (folder / "seeds" / "dossier.yml").write_text(f"title: Kept\n{text}", encoding="utf-8")


def an_article_is_added(folder: Path) -> None:
    aside = next(folder.glob("*.aside"))
    aside.rename(folder / "seeds" / aside.stem)


def an_article_is_removed(folder: Path) -> None:
    min((folder / "seeds").glob("*.txt")).unlink()


def an_article_is_corrected(folder: Path) -> None:
    article = sorted((folder / "seeds").glob("*.txt"))[3]
    article.write_text(article.read_text(encoding="utf-8").replace(" the ", " that "), encoding="utf-8")


def somebody(folder: Path) -> Actor:
    return next(a for a in load_dossier(folder / "docs" / "data").actors if a.kind == "person")


def words_are_redacted(folder: Path) -> None:
    decide(folder, f"decisions:\n  - redact: {somebody(folder).name}\n")


def an_actor_is_renamed(folder: Path) -> None:
    decide(folder, f"decisions:\n  - rename: {somebody(folder).id}\n    to: Quentin Zebra\n")


def the_title_is_another(folder: Path) -> None:
    decide(folder, "")


def a_template_is_its_own(folder: Path) -> None:
    own = folder / "custom" / "onrecord"
    own.mkdir(parents=True)
    (own / "statement.html").write_text('{% include "onrecord/statement.html" %}<p>Own</p>', encoding="utf-8")
    setting(folder, "name: material\n", "name: material\n  custom_dir: custom\n")


def the_theme_is_changed(folder: Path) -> None:
    setting(folder, "    - navigation.top\n", "")


def the_site_has_an_address(folder: Path) -> None:
    setting(folder, 'site_url: !ENV [SITE_URL, ""]', "site_url: https://example.org/d/")


def pages_are_files(folder: Path) -> None:
    setting(folder, "use_directory_urls: true", "use_directory_urls: false")


def a_briefing_leads_to_a_page(folder: Path) -> None:
    found = load_dossier(folder / "docs" / "data").statements[0]
    (folder / "docs" / "briefings" / "one.md").write_text(
        f"# One\n\nSee [that](../statements/{found.id}.md#top).\n", encoding="utf-8"
    )


def a_page_of_ones_own_takes_the_place_of_one(folder: Path) -> None:
    found = load_dossier(folder / "docs" / "data").actors[0]
    (folder / "docs" / "actors").mkdir()
    (folder / "docs" / "actors" / f"{found.id}.md").write_text("# Mine\n", encoding="utf-8")


def what_is_kept_is_damaged(folder: Path) -> None:
    data = bytearray((folder / KEPT).read_bytes())
    for place in range(5000, len(data), 97):
        data[place] ^= 1
    (folder / KEPT).write_bytes(data)


def what_is_kept_is_cut_off(folder: Path) -> None:
    (folder / KEPT).write_bytes((folder / KEPT).read_bytes()[:3000])


def what_is_kept_is_something_else(folder: Path) -> None:
    (folder / KEPT).write_bytes(b"nothing of the kind" * 100)


def the_site_that_stood_is_gone(folder: Path) -> None:
    shutil.rmtree(folder / "site")


def the_site_that_stands_was_changed(folder: Path) -> None:
    pages = sorted((folder / "site" / "statements").glob("s-*/index.html"))
    pages[0].unlink()
    shutil.rmtree(pages[1].parent)
    pages[2].with_name("more.html").write_text("more", encoding="utf-8")
    text = pages[3].read_bytes()
    for changed in (pages[3], pages[4]):  # one of them with a text as long as it was
        changed.unlink()
        changed.write_bytes(b"x" * len(text))
    sorted((folder / "site" / "pagefind").rglob("*.pf_fragment"))[0].unlink()


def nothing(folder: Path) -> None:
    pass


def setting(folder: Path, old: str, new: str) -> None:
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert old in text
    config.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        nothing,
        an_article_is_added,
        an_article_is_removed,
        an_article_is_corrected,
        words_are_redacted,
        an_actor_is_renamed,
        the_title_is_another,
        a_template_is_its_own,
        the_theme_is_changed,
        the_site_has_an_address,
        pages_are_files,
        a_briefing_leads_to_a_page,
        a_page_of_ones_own_takes_the_place_of_one,
        what_is_kept_is_damaged,
        what_is_kept_is_cut_off,
        what_is_kept_is_something_else,
        the_site_that_stood_is_gone,
        the_site_that_stands_was_changed,
    ],
    ids=lambda change: change.__name__.replace("_", " "),
)
def test_the_site_is_the_one_built_from_nothing(change: Callable[[Path], None], project: Path) -> None:
    gone = somebody(project).name.casefold() if change is words_are_redacted else ""
    change(project)
    assert run("extract").exit_code == 0
    build_site(project / "mkdocs.yml", strict=True)
    (project / KEPT).unlink()
    build_site(project / "mkdocs.yml", project / "anew", strict=True)
    kept, anew = told(project / "site"), told(project / "anew")
    assert sorted(kept) == sorted(anew)
    assert [name for name in anew if kept[name] != anew[name]] == []
    assert not gone or not any(gone in text for text in kept.values())


def test_only_what_says_something_else_is_made_again(project: Path, made: list[str]) -> None:
    build_site(project / "mkdocs.yml")
    whole = load_dossier(project / "docs" / "data")
    records = {f"statements/{s.id}" for s in whole.statements} | {f"sources/{s.source.id}" for s in whole.sources}
    assert not records & set(made)
    made.clear()
    an_article_is_added(project)
    assert run("extract").exit_code == 0
    build_site(project / "mkdocs.yml")
    assert 0 < len(records & set(made)) < len(records) / 2


def test_another_program_makes_all_pages_again(project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "version", lambda package: "0")
    build_site(project / "mkdocs.yml")
    assert len(made) > 50


def test_two_processes_make_what_one_makes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "WORTH", 0)
    for count in (1, 3):
        (project / KEPT).unlink()
        monkeypatch.setattr(making, "possible", lambda count=count: count)
        build_site(project / "mkdocs.yml", project / f"by-{count}")
    assert told(project / "by-1") == told(project / "by-3")


def test_where_a_hook_wants_to_see_pages_it_sees_all(project: Path) -> None:
    hook = "def on_post_page(output, page, config):\n    return output.replace('</body>', '<i>seen</i></body>')\n"
    (project / "hook.py").write_text(hook, encoding="utf-8")
    setting(project, "theme:\n", "hooks: [hook.py]\ntheme:\n")
    site = build_site(project / "mkdocs.yml").folder
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*/index.html")]
    assert len(pages) > 50
    assert all("<i>seen</i>" in page for page in pages)


def test_a_lookup_notes_what_it_is_asked_for() -> None:
    lookup = Lookup.of(dossier())
    asking = Asking(lookup)
    actor = lookup.dossier.actors[0]
    assert asking.lookup.actors[actor.id].name == actor.name
    assert asking.lookup.actors.get("nobody") is None
    assert "no-event" not in asking.lookup.events
    asked = asking.asked()
    assert asking.asked() == ()
    others = [
        replace(lookup, actors={}),
        replace(lookup, actors={**lookup.actors, "nobody": actor}),
        replace(lookup, events={"no-event": lookup.dossier.events[0]}),
    ]
    known = Answers(lookup).to(asked)
    assert Answers(Lookup.of(dossier())).to(asked) == known
    assert all(Answers(other).to(asked) != known for other in others)
    unasked = replace(lookup, quotations={}, actors={**lookup.actors, "somebody": actor})
    assert Answers(unasked).to(asked) == known


@pytest.mark.parametrize(
    ("ask", "matters", "does_not"),
    [
        (lambda known: known.actors["a"].name, {"actors": {"a": "name"}}, {"actors": {"a": "kind"}}),
        (lambda known: known.conflicts["s"][0].what, {"conflicts": {"s": "what"}}, {"conflicts": {"s": "note"}}),
        (lambda known: list(known.conflicts["s"]), {"conflicts": {}}, {"conflicts": {"s": "what"}}),
        (lambda known: "s" in known.conflicts, {"conflicts": {}}, {"conflicts": {"s": "what"}}),
        (lambda known: known.statements["s"], {"statements": {"s": "status"}}, {"actors": {"a": "name"}}),
        (lambda known: len(known.spoken_by["a"]), {"spoken_by": {}}, {"spoken_by": {"a": "status"}}),
        (lambda known: list(known.spoken_by["a"]), {"spoken_by": {"a": "status"}}, {"actors": {"a": "name"}}),
        (lambda known: known.spoken_by["a"][0], {"spoken_by": {"a": "status"}}, {"actors": {"a": "name"}}),
    ],
)
def test_only_what_was_asked_of_a_record_matters(
    ask: Callable[[Lookup], object], matters: dict[str, dict[str, str]], does_not: dict[str, dict[str, str]]
) -> None:
    whole = dossier()
    actor, statement, conflict = whole.actors[0], whole.statements[0], whole.conflicts[0]
    known = replace(
        Lookup.of(whole),
        actors={"a": actor},
        statements={"s": statement},
        spoken_by={"a": (statement,)},
        conflicts={"s": (conflict,)},
    )

    def other(change: dict[str, dict[str, str]]) -> Lookup:
        records: dict[str, Any] = {"actors": actor, "statements": statement, "spoken_by": statement}
        records["conflicts"] = conflict
        made: dict[str, Any] = {}
        for field, changed in change.items():
            made[field] = {key: replace(records[field], **{name: "else"}) for key, name in changed.items()}
            if field in {"spoken_by", "conflicts"}:
                made[field] = {key: (record,) for key, record in made[field].items()}
        return replace(known, **made)

    asking = Asking(known)
    ask(asking.lookup)
    asked = asking.asked()
    assert Answers(other(matters)).to(asked) != Answers(known).to(asked)
    assert Answers(other(does_not)).to(asked) == Answers(known).to(asked)


@pytest.mark.parametrize("ask", [list, len, lambda sources: sources.values()], ids=["each", "how many", "values"])
def test_who_goes_through_all_is_told_of_every_change(ask: Callable[[object], object]) -> None:
    lookup = Lookup.of(dossier())
    asking = Asking(lookup)
    assert ask(asking.lookup.sources)
    list(asking.lookup.sources.values())
    asked = asking.asked()
    fewer = replace(lookup, sources=dict(list(lookup.sources.items())[:-1]))
    assert Answers(fewer).to(asked) != Answers(lookup).to(asked)


def test_what_is_no_mapping_counts_as_asked_for_whole() -> None:
    lookup = Lookup.of(dossier())
    asking = Asking(lookup)
    assert asking.lookup.dossier.title and asking.lookup.relations is lookup.relations
    asked = asking.asked()
    assert Answers(replace(lookup, relations=())).to(asked) != Answers(lookup).to(asked)
    renamed = replace(lookup, dossier=replace(lookup.dossier, title="Else"))
    assert Answers(renamed).to(asked) != Answers(lookup).to(asked)


def _cached() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in sorted(SITE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(d) for d in node.decorator_list):
                yield path.name, node


def test_nothing_that_is_made_of_the_dossier_is_remembered_from_page_to_page() -> None:
    """The second page would not be seen to ask for it."""
    found = list(_cached())
    assert found
    for file, function in found:
        asks = {ast.unparse(a.annotation) for a in function.args.args if a.annotation}
        assert not asks & {"Here", "Lookup", "Dossier"}, f"{file}: {function.name}"


def test_what_is_kept_of_a_page_is_had_while_its_answers_are_the_same(tmp_path: Path) -> None:
    cache, lookup = Cache(tmp_path), Lookup.of(dossier())
    actor = lookup.dossier.actors[0]
    named, gone = ("actors", actor.id, "name"), ("actors", "nobody", "?")
    first = KeptPages(cache, b"program")
    for uri, asked in (("one", (named,)), ("two", (named, gone)), ("old", (("events", "none", "?"),))):
        first.put(uri, Kept(b"key", b"", b"made", (("place",), ()), "found"), asked, Answers(lookup))
    first.end(["one", "two"])

    def had(lookup: Lookup, key: bytes = b"key", program: bytes = b"program") -> list[str]:
        kept = KeptPages(cache, program)
        kept.ask(Answers(lookup, kept.digests))
        return [uri for uri in ("one", "two", "old") if kept.get(uri, key)]

    assert had(lookup) == ["one", "two"]
    assert had(replace(lookup, actors={**lookup.actors, "nobody": actor})) == ["one"]
    assert had(replace(lookup, actors={actor.id: replace(actor, name="Else")})) == []
    assert had(lookup, key=b"another") == had(lookup, program=b"another") == had(lookup, key=b"") == []


def test_pages_are_kept_with_just_what_they_asked_however_many_are_written_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.site.kept._AT_ONCE", 2)
    cache, lookup = Cache(tmp_path), Lookup.of(dossier())
    first = KeptPages(cache, b"")
    # what only a page that is gone asked stands before and between the others' questions
    for number, uri in enumerate(("gone", "a", "b", "gone too", "c")):
        asked = tuple(("actors", f"{kind}{number}", "?") for kind in ("one", "two")), (("events", uri, "?"),)
        first.put(uri, Kept(b"key", b"", b"", (uri,), uri), sum(asked, ()), Answers(lookup))
    first.end(["a", "b", "c"])
    for missed in ("a", "b", "c"):
        kept = KeptPages(cache, b"")
        kept.ask(Answers(replace(lookup, events={missed: lookup.dossier.events[0]}), kept.digests))
        had = {uri: kept.get(uri, b"key") for uri in ("gone", "a", "b", "gone too", "c")}
        assert [uri for uri, page in had.items() if page] == [uri for uri in "abc" if uri != missed]
        assert all(page.place == (uri,) and page.found == uri for uri, page in had.items() if page)


def test_a_build_that_fails_leaves_what_was_kept(tmp_path: Path) -> None:
    cache, answers = Cache(tmp_path), Answers(Lookup.of(dossier()))
    for key, whole in ((b"one", True), (b"another", False)):
        kept = KeptPages(cache, b"")
        kept.put("here", Kept(key, b"", b"", ((), ()), ""), (), answers)
        if whole:
            kept.end(["here"])
    assert KeptPages(cache, b"").get("here", b"one")


def written(site: Path) -> dict[str, int]:
    """The number of each file on the disk: another one where it was written again."""
    return {name: (site / name).stat().st_ino for name in files_below(site)}


def same(project: Path) -> None:
    """The site is the one that is built from nothing elsewhere."""
    shutil.copytree(project, project.parent / "anew", ignore=shutil.ignore_patterns("site", ".cache", ".site*"))
    built = build_site(project.parent / "anew" / "mkdocs.yml").folder
    assert told(project / "site") == told(built)
    shutil.rmtree(project.parent / "anew")


def test_mkdocs_alone_makes_every_page_and_leaves_what_was_kept(project: Path, made: list[str]) -> None:
    kept, site = (project / KEPT).read_bytes(), told(project / "site")
    mkdocs_build.build(load_config(str(project / "mkdocs.yml")))
    everything = sorted(made)
    assert told(project / "site") == site
    assert (project / KEPT).read_bytes() == kept
    (project / KEPT).unlink()
    made.clear()
    mkdocs_build.build(load_config(str(project / "mkdocs.yml")))
    assert sorted(made) == everything
    assert not (project / KEPT).exists(), "of no use to a next build: its files will be others"


def test_what_a_source_comes_to_in_the_downloads_is_taken_from_those_that_stand(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_json, again = downloads.told_json, list[str]()

    def noted(value: Any) -> str:
        if isinstance(value, SourceRecord):
            again.append(value.source.id)
        return told_json(value)

    monkeypatch.setitem(downloads._OF_SOURCE, "dossier.json", noted)
    build_site(project / "mkdocs.yml")
    assert not again
    an_article_is_added(project)
    assert run("extract").exit_code == 0
    build_site(project / "mkdocs.yml")
    assert 1 <= len(again) < ARTICLES
    again.clear()
    # a file of the site that somebody has written into is none of ours any more
    whole = project / "site" / "downloads" / "dossier.json"
    whole.write_text(whole.read_text(encoding="utf-8").replace("a", "b"), encoding="utf-8")
    an_article_is_removed(project)
    assert run("extract").exit_code == 0
    build_site(project / "mkdocs.yml")
    assert len(again) == ARTICLES - 1
    same(project)


def test_what_stands_is_neither_written_nor_looked_through_again(
    project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "PART", 12)
    site, spare = project / "site", project / ".site.spare.old"
    build_site(project / "mkdocs.yml")
    first = written(site)
    build_site(project / "mkdocs.yml")
    again = written(site)
    pages = [name for name in first if name.startswith("statements/s-")]
    indexed = [name for name in first if name.startswith("pagefind/") and not name.endswith("parts.json")]
    assert len(indexed) > 50 < len(pages)
    assert [name for name in (*pages, *indexed) if first[name] != again[name]] == []
    assert spare.is_dir(), "the folder before, in which the next site is made"
    an_article_is_added(project)
    assert run("extract").exit_code == 0
    made.clear()
    build_site(project / "mkdocs.yml")
    added = written(site)
    kept = [name for name in pages if added.get(name) == first[name]]
    assert len(pages) / 2 < len(kept) < len(added)
    parts = {name.split("/")[1] for name in indexed if added.get(name) == first[name]}
    assert any(part.isdigit() for part in parts), "parts of the index that the article is not in"
    same(project)
    # what only the folder had that a site was made in is gone from it
    last = max((project / "seeds").glob("*.txt"))
    last.rename(project / f"{last.name}.aside")
    assert run("extract").exit_code == 0
    build_site(project / "mkdocs.yml")
    same(project)


def test_what_somebody_put_into_the_site_is_gone_with_the_next_build(project: Path) -> None:
    site = project / "site"
    for number in range(5):
        build_site(project / "mkdocs.yml")
        assert not (site / "secret.html").exists() and not (site / "notes").exists(), number
        if number == 1:
            (site / "notes").mkdir()
            for name in ("secret.html", "notes/x.txt"):
                (site / name).write_text("put there by hand", encoding="utf-8")


def test_another_pagefind_makes_all_parts_of_the_index_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed: list[str] = []

    def index(pages: object, folder: Path, language: str, part: bool) -> list[str]:
        folder.mkdir(parents=True)
        (folder / "words").touch()
        indexed.append(versions["pagefind_bin"])
        return ["words"]

    versions, target = {"pagefind_bin": "1"}, tmp_path / "site"
    monkeypatch.setattr(search, "_index", index)
    monkeypatch.setattr(search, "version_of", lambda package: versions.get(package, ""))
    for versions["pagefind_bin"] in ("1", "1", "2"):
        standing = Standing(Cache(tmp_path / "cache"), tmp_path, target, "")
        found = search.SearchIndex()
        found.add(search.Found("", "", "", "<h1>Words</h1>"))
        ready = disk.ready_folder(target)
        ready.mkdir()
        found.write(ready, b"program", standing)
        disk.carry_over(target, ready, standing.carried)
        disk.replace_folder(target, ready)
        standing.keep()
    assert indexed == ["1", "2"]


def test_what_was_checked_otherwise_does_not_stand(project: Path) -> None:
    seen: list[int] = []
    for checked in ("one", "one", "another", ""):
        build_site(
            project / "mkdocs.yml", verify=lambda site, last, carried: seen.append(len(carried)), checked=checked
        )
    assert seen[0] == seen[2] == seen[3] == 0 < seen[1]


def test_a_site_that_is_found_wrong_does_not_stand(project: Path) -> None:
    def refuse(site: Path, last: Path, carried: object) -> None:
        raise OnrecordError("no")

    with pytest.raises(OnrecordError, match="no"):
        build_site(project / "mkdocs.yml", verify=refuse)
    seen: list[int] = []
    build_site(project / "mkdocs.yml", verify=lambda site, last, carried: seen.append(len(carried)))
    assert seen == [0]
