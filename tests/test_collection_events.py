"""What happened, in collections written without a look at the rules: which of the marked events have a page, and in how
many of the articles that tell of one it is found.

`tests/gold/collections/NAME/events.yml` holds the events, each with the words that name it in every article that does;
`core` are those of which a reader expects a page. `happened.yml` holds what is reached, which leaves much room;
`python -m tests.test_collection_events` writes it anew.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from tests.test_collections import GOLD, Case, read

NAMES = sorted(path.parent.name for path in GOLD.glob("*/events.yml"))
PINS = GOLD / "happened.yml"
REACHED: dict[str, dict[str, int]] = yaml.safe_load(PINS.read_text(encoding="utf-8"))


def marked(name: str) -> Mapping[str, Any]:
    gold: dict[str, Any] = yaml.safe_load((GOLD / name / "events.yml").read_text(encoding="utf-8"))
    return gold


def measured(name: str, case: Case) -> dict[str, int]:
    """An event is found in an article where a word that names it is a mention of it; of several, the one of most."""
    triggers = {e.document.id: [event.trigger for event in e.events] for e in case.got.evidence}
    event_of = case.got.found.event_of
    out = dict.fromkeys(("core found", "core", "in articles", "of articles", "others found", "others"), 0)
    matched: set[str] = set()
    for event in marked(name)["events"]:
        telling: defaultdict[str, set[str]] = defaultdict(set)
        for source, several in event["told"].items():
            for words in several:
                start = case.texts[source].index(words)
                for index, trigger in enumerate(triggers[source]):
                    id_ = event_of.get((source, index))
                    if id_ is not None and trigger.start < start + len(words) and start < trigger.end:
                        telling[id_].add(source)
        matched |= telling.keys()
        kind = "core" if event["core"] else "others"
        out[kind] += 1
        out[f"{kind} found"] += bool(telling)
        if event["core"]:
            out["of articles"] += len(event["told"])
            out["in articles"] += max((len(sources) for sources in telling.values()), default=0)
    return out | {"not marked": len({event.id for event in case.got.found.events} - matched)}


@pytest.mark.parametrize("name", NAMES)
def test_what_happened_is_found(name: str, tmp_path: Path) -> None:
    now, floor = measured(name, read(GOLD / name, tmp_path)), REACHED[name]
    for part in ("core found", "in articles", "others found"):
        assert now[part] >= floor[part], f"{part}: {now}"
    assert now["not marked"] <= floor["not marked"], now


@pytest.mark.parametrize("name", NAMES)
def test_the_words_stand_in_the_articles(name: str, tmp_path: Path) -> None:
    case = read(GOLD / name, tmp_path)
    told = [(s, w) for event in marked(name)["events"] for s, several in event["told"].items() for w in several]
    assert all(case.texts[source].count(words) == 1 for source, words in told)
    assert all(case.texts[source].count(words) == 1 for source, words in marked(name)["trap"])


def pin() -> None:
    """Writes what is reached now."""
    now = {}
    for name in NAMES:
        with TemporaryDirectory() as folder:
            now[name] = measured(name, read(GOLD / name, Path(folder)))
    PINS.write_text(yaml.safe_dump(now, sort_keys=False, width=160), encoding="utf-8")


if __name__ == "__main__":
    pin()
