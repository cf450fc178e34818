"""Who is who in copies whose words were swapped: the names are those of the original at the same places."""

import pytest

from generator.corroborate import copies
from generator.model import Resolution
from generator.resolve.actors import actors
from tests.test_actors import article

ORIGINAL = (
    "The Harlow Museum of Art has settled its dispute over a painting from Budapest, and both sides said on Thursday "
    "that it will hang in Cleveland for three more years before it is sold in London by an auction house of their "
    "choice. Museum director Simone Achterberg regretted every one of the many years it took. The Northern Football "
    "Council, which lent a hall for the talks, thanked all who came and promised to keep it open until the spring."
)
SWAPPED = (
    ORIGINAL.replace("Museum of Art", "Museum of Artwork")
    .replace("Football Council", "Soccer Council")
    .replace("regretted every one of the many", "lamented each one of the numerous")
)


def names(*texts: str) -> set[str]:
    evidence = [article(name, text) for name, text in zip("ab", texts, strict=False)]
    found: Resolution = actors(evidence, copies(evidence))
    return {a.name for a in found.actors if a.kind in ("person", "organisation")}


def test_swapped_words_make_no_other_bodies() -> None:
    assert names(ORIGINAL, SWAPPED) == names(ORIGINAL)


@pytest.mark.parametrize("other", ["Marta Keil", "Simon Petersen"])
def test_another_name_at_the_same_place_is_another_person(other: str) -> None:
    assert {"Simone Achterberg", other} <= names(ORIGINAL, SWAPPED.replace("Simone Achterberg", other))


def test_the_rule_is_told() -> None:
    evidence = [article("a", ORIGINAL), article("b", SWAPPED)]
    found = actors(evidence, copies(evidence))
    told = {alias.rule for a in found.actors for alias in a.aliases if alias.text == "Harlow Museum of Artwork"}
    assert told == {"stands where the article it copies has ‘Harlow Museum of Art’"}
