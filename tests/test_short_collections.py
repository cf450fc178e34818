"""Two or three short articles on one situation each, written without a look at the rules: what is reached on all of
them together, and kept.

`tests/gold/short/NAME/` is as a folder of `tests/gold/collections/`; `reached.yml` holds the totals;
`python -m tests.test_short_collections` writes it anew.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from tests.test_collections import Case, measured, passages, read

GOLD = Path(__file__).parent / "gold" / "short"
NAMES = sorted(path.name for path in GOLD.iterdir() if path.is_dir())
MORE = ("precision", "recall", "right speakers", "joined", "conflicts found", "copies")
FEWER = ("wrong merges", "wrongly joined", "left apart", "conflicts besides", "that agree")


def totals(cases: Mapping[str, Case]) -> dict[str, Any]:
    """Means of B-cubed, sums of all else, and what of the planted conflicts is found."""
    rows = [measured(case) for case in cases.values()]
    count: Counter[str] = Counter()
    for row in rows:
        count["wrong merges"] += row["actors"]["wrong merges"]
        count["right speakers"] += row["speakers"]
        count["copies"] += row["copies"]
        count["conflicts found"] += len(row["conflicts"]["found"])
        count["conflicts planted"] += row["conflicts"]["planted"]
        count["conflicts besides"] += row["conflicts"]["besides"]
        count["that agree"] += len(row["conflicts"]["that agree"])
        count.update(row["statements"])
    spoken = sum(speaker != "-" for case in cases.values() for _, speaker in passages(case).values())
    means = {part: round(fmean(row["actors"][part] for row in rows), 3) for part in ("precision", "recall")}
    return {**means, "speakers": spoken, **dict(sorted(count.items()))}


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Case]:
    return {name: read(GOLD / name, tmp_path_factory.mktemp(name)) for name in NAMES}


def test_what_was_reached_is_kept(cases: Mapping[str, Case]) -> None:
    now, floor = totals(cases), yaml.safe_load((GOLD / "reached.yml").read_text(encoding="utf-8"))
    assert {part: now[part] for part in MORE if now[part] < floor[part]} == {}
    assert {part: now[part] for part in FEWER if now[part] > floor[part]} == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_marks_stand_in_the_articles(name: str, cases: Mapping[str, Case]) -> None:
    case = cases[name]
    assert all(text in case.texts[source] for source, text in passages(case))
    assert {speaker for _, speaker in passages(case).values()} <= {*case.meant.values(), "-"}
    assert {source for group in case.gold["copies"] for source in group} <= set(case.texts)


def pin() -> None:
    """Writes what is reached now."""
    with TemporaryDirectory() as folder:
        for name in NAMES:
            (Path(folder) / name).mkdir()
        now = totals({name: read(GOLD / name, Path(folder) / name) for name in NAMES})
    (GOLD / "reached.yml").write_text(yaml.safe_dump(now, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    pin()
