"""Write the figures of the method page: the pinned floors, and what each grade of certainty is worth.

python -m tests.tools.accuracy
"""

import json
from pathlib import Path

from generator.evaluation import load_floors, measure
from generator.site.pages.accuracy import FILE, SETS

GOLD = Path(__file__).parents[1] / "gold"


def figures(gold: Path = GOLD) -> dict[str, dict[str, object]]:
    """The floors of the sets that the page tells of, with the digest of each set's articles."""
    floors = load_floors(gold).sets
    return {name: {"sha256": floors[name].sha256, "figures": floors[name].figures} for name in SETS}


def main() -> None:
    """Measure and write."""
    measured = [one for one in measure(GOLD) if one.certainty]
    grades: dict[str, list[int]] = {}
    for one in measured:
        for grade, counts in one.certainty.items():
            right, of = grades.setdefault(grade, [0, 0])
            grades[grade] = [right + counts.right, of + counts.found]
    data = {"sets": figures(), "certainty": grades}
    FILE.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
