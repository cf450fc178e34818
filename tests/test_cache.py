"""What is kept between runs: by content, whole or not at all, and no longer than it is used."""

import os
import sys
from pathlib import Path

import pytest

from generator import cache as module
from generator.cache import KEPT_RUNS, Cache, fingerprint


def run(cache: Cache, kind: str, uses: tuple[str, ...], at: int) -> None:
    """A run at a moment (a file's date has no need of the clock): it finds or keeps what it uses."""
    assert cache.folder
    cache.begin(kind)
    newest = max((cache.folder / "runs").glob(f"{kind}.*"), key=lambda path: int(path.suffix[1:]))
    os.utime(newest, (at, at))
    for key in uses:
        if cache.get(key) is None:
            cache.put(key, key.encode())
        os.utime(cache.folder / key[:2] / key, (at + 1, at + 1))
    cache.prune()


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "program")
    key = cache.key([b"a", b"b"])
    assert cache.get(key) is None
    cache.put(key, b"found")
    assert cache.get(key) == b"found"
    assert Cache(tmp_path, "another program").key([b"a", b"b"]) != key
    assert cache.key([b"ab"]) != key


def test_what_no_run_has_used_for_long_is_let_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    run(cache, "extract", ("aa1", "bb2"), 100)
    for number in range(1, KEPT_RUNS):
        run(cache, "extract", ("aa1",), 100 + 10 * number)
        assert cache.get("bb2"), "one of the last runs has used it"
        os.utime(tmp_path / "bb" / "bb2", (101, 101))
    run(cache, "extract", ("aa1",), 900)
    assert cache.get("bb2") is None
    assert cache.get("aa1") == b"aa1"


def test_many_builds_of_the_site_cost_no_article_its_findings(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    run(cache, "extract", ("aa1",), 100)
    for number in range(3 * KEPT_RUNS):
        run(cache, "site", ("cc3",), 200 + number)
    os.utime(tmp_path / "aa" / "aa1", (101, 101))
    cache.prune()
    assert cache.get("aa1") == b"aa1"
    assert len(list((tmp_path / "runs").glob("site.*"))) == KEPT_RUNS


def test_using_something_counts(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aa1", b"1")
    os.utime(tmp_path / "aa" / "aa1", (100, 100))
    cache.get("aa1")
    assert (tmp_path / "aa" / "aa1").stat().st_mtime > 100


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cache = Cache(None)
    cache.begin("extract")
    cache.put("aa1", b"1")
    cache.prune()
    assert cache.get("aa1") is None
    assert list(tmp_path.iterdir()) == []


def test_findings_are_of_one_python_and_of_one_version_of_each_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PARTS", ())
    versions = {"numpy": "1", "pycountry": "1", "nameparser": "1", "a pipeline": "1"}
    monkeypatch.setattr(module, "version", lambda package: versions.get(package, "1"))
    told = {fingerprint("a pipeline")}
    for package in versions:
        versions[package] = "2"
        told.add(fingerprint("a pipeline"))
    monkeypatch.setattr(sys, "version", "4.0")
    assert len({*told, fingerprint("a pipeline")}) == 2 + len(versions)
