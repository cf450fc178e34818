"""What was compared before is not compared again, and what is published is the same as if it were."""

import pickle
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Set
from datetime import date
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from generator import assemble, build
from generator.cache import Cache
from generator.config import Places
from generator.corroborate import openings
from generator.corroborate.claims import answers, disputes, opposites
from generator.corroborate.days import conflicting as day_conflicts
from generator.corroborate.figures import conflicting as figures
from generator.corroborate.figures import lining, quantities
from generator.corroborate.statements import quoted
from generator.corroborate.syndication import aligned, told_again
from generator.disk import write_folder
from generator.ledger import claims
from generator.model import Span
from generator.remembered import Remembered
from generator.resolve import found as found_
from generator.resolve.across import retold
from tests.bench.corpus import write

ARTICLES = 24


def test_an_answer_is_kept_for_the_same_articles_and_the_same_rest(tmp_path: Path) -> None:
    asked: list[str] = []

    def asked_anew(states: dict[str, bytes], *questions: tuple[str, str]) -> list[str]:
        """What was not known of questions about two articles and a word, in one run."""
        asked.clear()
        with Remembered(Cache(tmp_path), states).table("words") as known:
            for other, word in questions:
                assert known(lambda *_: asked.append(word) or (word, 1), ("a", other), word) == (word, 1)  # noqa: B023
        return list(asked)

    states = {"a": b"1", "b": b"2"}
    assert asked_anew(states, ("b", "red"), ("b", "blue")) == ["red", "blue"]
    assert asked_anew(states, ("b", "red"), ("b", "green")) == ["green"]
    assert asked_anew(states, ("b", "red"), ("b", "blue")) == ["blue"], "nobody asked for it in the run before"
    assert asked_anew({**states, "b": b"3"}, ("b", "red")) == ["red"], "another article"
    assert asked_anew(states, ("c", "red")) == ["red"], "nothing tells what it says"
    assert asked_anew(states, ("c", "red")) == ["red"], "nothing tells whether it says the same"


def test_no_pickle_makes_more_than_records(tmp_path: Path) -> None:
    class Calls:
        def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
            return Path.touch, (tmp_path / "touched",)  # type: ignore[return-value]

    def asked(planted: object) -> str:
        store = Cache(tmp_path)
        store.put_whole(store.key([b"compared", b"words"]), pickle.dumps({b"1": (planted,)}))
        with Remembered(store, {"a": b"1"}).table("words") as known:
            return str(known(lambda _: ("anew",), ("a",))[0])

    assert asked("as kept") == "as kept"
    assert asked(date(2022, 1, 10)) == "2022-01-10"
    assert asked(Span(1, 2)) == "Span(start=1, end=2)"
    assert asked(Calls()) == "anew"
    assert asked(subprocess.run) == "anew"
    assert not (tmp_path / "touched").exists()


@pytest.mark.parametrize(
    "damaged", [b"(I1.\n.", b"K\x01.", b"]K\x01a.", b"cgenerator.model\nSpan\n(K\x01tR.", b"\x80\x04K"]
)
def test_answers_that_cannot_be_read_are_found_anew(tmp_path: Path, damaged: bytes) -> None:
    store = Cache(tmp_path)
    store.put_whole(store.key([b"compared", b"words"]), damaged)
    with Remembered(store, {"a": b"1"}).table("words") as known:
        assert known(lambda _: ("anew",), ("a",)) == ("anew",)


def test_articles_that_come_change_and_go_leave_what_a_run_from_nothing_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = Places(tmp_path / "seeds", tmp_path / "data", tmp_path / ".cache")
    write(places.seeds, ARTICLES)
    first, second, *_, last = sorted(places.seeds.glob("*.txt"))
    late, early = last.read_text(encoding="utf-8"), first.read_text(encoding="utf-8")
    compared: Counter[str] = Counter()

    def count(module: ModuleType, name: str) -> None:
        real = getattr(module, name)

        def counted(*given: object) -> object:
            compared[name] += 1
            return real(*given)

        monkeypatch.setattr(module, name, counted)

    for module, name in (
        *((figures, "of_one_story"), (lining, "candidates"), (answers, "_answered"), (aligned, "_in_order")),
        *((day_conflicts, "set_against"), (opposites, "signals"), (told_again, "alike"), (retold, "_pairs")),
        *((quantities, "_of_document"), (day_conflicts, "days"), (openings, "_opening"), (quoted, "_quoted")),
        *((disputes, "_said"), (found_, "_shown"), (assemble, "_mentions"), (claims, "_hashed_words")),
    ):
        count(module, name)

    def compares(jobs: int = 1) -> Counter[str]:
        """How many times articles, or parts of them, are looked at that may have been before, by how."""
        compared.clear()
        found = build.extract(places, jobs=jobs)
        counts = compared.copy()
        whole = dict(build.extract(places, jobs=1, cached=False).files)
        write_folder(places.data, found.files, sums=found.files)  # by which actors and events keep their addresses
        on_disk = {path.relative_to(places.data).as_posix(): path for path in places.data.rglob("*.yml")}
        assert {name: path.read_text(encoding="utf-8") for name, path in on_disk.items()} == whole
        assert dict(found.files) == whole
        return counts

    def less(now: Counter[str]) -> bool:
        # what a source is told with may be named otherwise in all of them
        return all(times <= whole[name] / 2 for name, times in now.items() if name != "_mentions")

    last.unlink()
    whole = compares()
    assert not compares()
    last.write_text(late, encoding="utf-8")
    added = compares()
    assert added.keys() >= {"set_against", "signals", "_of_document", "_opening", "_quoted", "_said", "_shown"}
    assert less(added), "an article that is added"
    second.write_text(second.read_text(encoding="utf-8").replace("Monday", "Friday"), encoding="utf-8")
    compares()
    first.unlink()
    assert less(compares()), "one that is gone takes its events along, and nothing else"
    first.write_text(early, encoding="utf-8")
    assert less(compares())
    name = next(iter(build.extract(places, jobs=1).dossier.actors)).id
    (places.seeds / "dossier.yml").write_text(f"decisions:\n  - rename: {name}\n    to: Ana Ruiz\n", encoding="utf-8")
    assert less(compares()), "what a person decides"
    last.unlink()
    assert less(compares(jobs=2)), "in two processes, of which each counts for itself"


def test_who_comes_first_in_what_is_kept_is_who_does_in_a_run_from_nothing(tmp_path: Path) -> None:
    places = Places(tmp_path / "seeds", tmp_path / "data", tmp_path / ".cache")
    places.seeds.mkdir()
    articles = {
        "a": "Ministers at odds in Varnhem\n\nBy Ada Reed\n3 May 2024\n\nMinister Ana Moss met Minister Carl Dane, "
        "Judge Ruth Cole and Max Lind in Varnhem. Kerr Dairy is old. Ruth Cole and Max Lind wept.\n",
        "b": "Harbour is closed in Varnhem\n\nBy Ida Reed\n4 May 2024\n\nRuth Cole met Max Lind at Kerr Dairy in "
        "Varnhem. The minister said that the harbour would close. Max Lind wept.\n",
        "c": "A day at sea\n\nBy Ole Reed\n9 June 2024\n\nCarl Dane slept. Carl Dane likes boats.\n",
    }
    for name, text in articles.items():
        (places.seeds / f"{name}.txt").write_text(text, encoding="utf-8")
        files = dict(build.extract(places, jobs=1).files)
        assert files == dict(build.extract(places, jobs=1, cached=False).files)
    assert any("may be" in text for text in files.values())


def test_of_pairs_only_those_with_a_new_article_are_looked_for(tmp_path: Path) -> None:
    asked: list[set[str]] = []

    def pairs(states: dict[str, bytes], articles: str, more: object = "") -> list[tuple[str, str, str]]:
        def told(new: Set[str]) -> Iterator[tuple[str, str, str]]:
            two = (pair for pair in combinations(sorted(articles), 2) if new & {*pair})
            return ((one, other, f"{states.get(one)}{states.get(other)}{more}") for one, other in two)

        def find(new: Set[str]) -> Iterator[tuple[str, str, str]]:
            asked.append({*new})
            return told(new)

        found = Remembered(Cache(tmp_path), states).pairs("alike", find, articles, more)
        assert found == [*told({*articles})]
        return found

    first = {"a": b"1", "b": b"1", "c": b"1"}
    assert len(pairs(first, "abc")) == 3 and asked.pop() == {"a", "b", "c"}
    assert len(pairs(first, "abc")) == 3 and asked.pop() == set()
    assert len(pairs({**first, "d": b"1"}, "abcd")) == 6 and asked.pop() == {"d"}
    assert len(pairs({**first, "c": b"2"}, "abc")) == 3 and asked.pop() == {"c"}
    assert len(pairs({"a": b"1", "b": b"1"}, "abx")) == 3 and asked.pop() == {"x"}, (
        "of x nobody knows whether it changed"
    )
    assert len(pairs({"a": b"1", "b": b"1"}, "abx")) == 3 and asked.pop() == {"x"}
    assert len(pairs(first, "abc", "otherwise")) == 3 and asked.pop() == {"a", "b", "c"}
