"""An article made to take for ever, or that finds a fault of the program, costs that article and nothing else."""

import re
import threading
import time
from pathlib import Path

import pytest

from generator import annotate, build, examine
from generator.config import DEFAULT_MODEL, Places
from generator.limits import OutOfTime, within
from generator.model import Document

ARTICLE = "Talks end without a deal\n\n“It is over,” Foreign Minister Ann Roe said in Vienna on 10 January 2022.\n"


def spin(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def catastrophe() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


@pytest.mark.parametrize("work", [lambda: spin(20), catastrophe])
def test_work_that_takes_too_long_is_left(work: object) -> None:
    started = time.monotonic()
    with pytest.raises(OutOfTime), within(0.2):
        work()  # type: ignore[operator]
    assert time.monotonic() - started < 5


def test_work_in_time_is_done_and_the_timer_is_off() -> None:
    with within(0.2):
        done = True
    time.sleep(0.3)
    assert done


def test_in_another_thread_or_with_zero_there_is_no_limit() -> None:
    done: list[str] = []

    def work() -> None:
        with within(0.01):
            time.sleep(0.1)
        done.append("thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    with within(0):
        done.append("zero")
    assert done == ["thread", "zero"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "bad.txt").write_text(ARTICLE.replace("Roe", "Doe") + "\nThis one attacks.\n")
    (seeds / "good.txt").write_text(ARTICLE)
    return Places.of(seeds, tmp_path / "data")


@pytest.mark.parametrize(
    ("seconds", "does", "kind", "says"),
    [
        (1, lambda: spin(20), "too_slow", "longer than 1 seconds"),
        (1, catastrophe, "too_slow", "longer than 1 seconds"),
        (300, lambda: [][1], "fault", "a fault of the program itself (IndexError)"),
    ],
)
def test_one_article_costs_that_article(
    places: Places, monkeypatch: pytest.MonkeyPatch, seconds: int, does: object, kind: str, says: str
) -> None:
    (places.seeds / "dossier.yml").write_text(f"article_seconds: {seconds}\n")
    annotate.pipeline(DEFAULT_MODEL)  # loaded before the clock runs
    real = annotate.annotate

    def attacked(document: Document, nlp: object, parsed: object) -> object:
        if "attacks" in document.text:
            does()  # type: ignore[operator]
        return real(document, nlp, parsed)  # type: ignore[arg-type]

    monkeypatch.setattr(examine.annotate, "annotate", attacked)
    found = build.extract(places, jobs=1)
    assert [r.source.file for r in found.dossier.sources] == ["good.txt"]
    assert [(i.file, i.kind) for i in found.dossier.issues if i.needs_action] == [("bad.txt", kind)]
    assert says in found.dossier.issues[0].what
    assert found.dossier.statements


def test_a_person_can_lower_the_limit_of_size(places: Places) -> None:
    (places.seeds / "dossier.yml").write_text("article_characters: 110\n")
    found = build.extract(places, jobs=1)
    assert [(i.file, i.kind) for i in found.dossier.issues if i.needs_action] == [("bad.txt", "too_long")]
    (places.seeds / "dossier.yml").write_text("article_characters: 1000\n")
    assert len(build.extract(places, jobs=1).dossier.sources) == 2
