"""Which articles tell of one story."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator import resolve
from generator.corroborate.stories import stories_of
from tests.test_corroborate import collection, of_texts, sides

FIRE = "A fire broke out at the warehouse of Harlan Timber in Stannerby on Monday, and two workers were hurt."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (FIRE, "Harlan Timber had been told to mend its sprinklers. The warehouse has burned for two days.", True),
        # the people of a story, though each begins elsewhere
        (
            FIRE + " Amelia Trask, the chief of the brigade, blamed a heater. The owner is Otis Harlan.",
            "My neighbours have not slept. Otis Harlan lives across the road, and Amelia Trask has been here twice.",
            True,
        ),
        # a name that no rule knew for one
        (FIRE + " It smelled of Kelvarin.", "Two workers of the warehouse breathed in Kelvarin during the fire.", True),
        # a city, the police and the words of any fire
        (FIRE.replace("Stannerby", "Lyon"), "A fire hurt two workers of a bakery in Lyon, the police said.", False),
        (FIRE, "A fire broke out at a warehouse of Sorensen Fish in Oxley on Monday; two workers were hurt.", False),
    ],
)
def test_articles_of_one_story_share_names_and_words(tmp_path: Path, one: str, other: str, same: bool) -> None:
    found = of_texts(tmp_path, one, other)
    assert stories_of(found.evidence, resolve.actors(found.evidence, found.found.copies)).one("one", "two") == same


@pytest.mark.parametrize(("when", "expected"), [("In October", []), ("On 3 December", [["310 tonnes", "85 tonnes"]])])
def test_what_was_months_before_is_so_without_a_year(
    tmp_path: Path, when: str, expected: Sequence[Sequence[str]]
) -> None:
    told = ("Customs seized 310 tonnes of cocoa near Oxley.", f"{when}, 85 tonnes of cocoa were seized near Oxley.")
    for day, text in enumerate(told, start=4):
        article = f"Cocoa {day}\n\nOXLEY, Dec {day} (Harbour Wire) - {text}\n"
        (tmp_path / f"{day}.txt").write_text(article, encoding="utf-8")
    found = collection(tmp_path).found.conflicts
    assert [sorted(sides(c)) for c in found if c.kind == "figure"] == expected
