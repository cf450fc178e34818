"""The year of an article that names none, from the other articles of the folder that name the same days."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.model import Evidence, YearHint

_DAY_WITHOUT_YEAR = re.compile(r"XXXX-(\d\d-\d\d)")
_DAY = re.compile(r"(\d{4})-(\d\d-\d\d)")

# Articles gathered about one situation tell of the same days; one day in common may be chance, unless nobody in the
# folder has that day in another year. Two articles share a topic when they share this many names: with fewer, the
# tests' strike and election, both with a 3 March, would date each other.
SHARED_NAMES = 2


def neighbour_years(evidence: Sequence[Evidence]) -> Mapping[str, YearHint]:
    """By document id, the year in which all other articles on the same names put a day that the document names.

    Only for documents without a date whose text names days and no year. Days that neighbours put in different years
    give nothing.
    """
    dated = [e for e in evidence if e.document.published.value]
    holders: dict[str, list[tuple[int, Evidence]]] = defaultdict(list)
    for found in dated:
        for day, year in {(m.group(2), int(m.group(1))) for t in found.times if (m := _DAY.match(t.value))}:
            holders[day].append((year, found))
    hints = {}
    for found in evidence:
        if found.document.published.value:
            continue
        names = _names(found)
        days = [(m.group(1), t.text) for t in found.times if (m := _DAY_WITHOUT_YEAR.match(t.value))]
        told = {
            year: (day, text, other.document)
            for day, text in reversed(days)
            for year, other in reversed(holders.get(day, []))
            if len(names & _names(other)) >= SHARED_NAMES
        }
        if len(told) == 1:
            ((year, (day, text, other)),) = told.items()
            hints[found.document.id] = YearHint(day, year, f"‘{text}’ is in {year} in “{other.title}”")
    return hints


def _names(found: Evidence) -> set[str]:
    return {entity.name.casefold() for entity in found.entities if entity.named}
