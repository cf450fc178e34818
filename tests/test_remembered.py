"""What was compared before is not compared again, and what is published is the same as if it were."""

from pathlib import Path

import pytest

from generator import build
from generator.cache import Cache
from generator.config import Places
from generator.corroborate import aligned, answers, day_conflicts, figures, lining, opposites, told_again
from generator.remembered import Remembered
from generator.resolve import retold
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


def test_articles_that_come_change_and_go_leave_what_a_run_from_nothing_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = Places(tmp_path / "seeds", tmp_path / "data", tmp_path / ".cache")
    write(places.seeds, ARTICLES)
    first, second, *_, last = sorted(places.seeds.glob("*.txt"))
    late, early = last.read_text(encoding="utf-8"), first.read_text(encoding="utf-8")
    compared: list[str] = []
    each = (figures, "of_one_story"), (lining, "candidates"), (answers, "_answered")
    each += (aligned, "_in_order"), (day_conflicts, "_set_against"), (opposites, "signals"), (told_again, "alike")
    for module, name in (*each, (retold, "_pairs")):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, real=real: compared.append("") or real(*given))

    def compares() -> int:
        """How many times two articles, or figures of them, are compared that may have been before."""
        compared.clear()
        found = dict(build.extract(places, jobs=1).files)
        count = len(compared)
        assert found == dict(build.extract(places, jobs=1, cached=False).files)
        return count

    last.unlink()
    whole = compares()
    assert compares() == 0
    last.write_text(late, encoding="utf-8")
    assert 0 < compares() < whole / 2, "an article that is added"
    second.write_text(second.read_text(encoding="utf-8").replace("Monday", "Friday"), encoding="utf-8")
    assert compares() < whole
    first.unlink()
    assert compares() < whole / 2, "one that is gone takes its events along, and nothing else"
    first.write_text(early, encoding="utf-8")
    assert compares() < whole / 2
