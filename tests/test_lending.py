"""What articles lend one another of those whom they name: each test gives articles by name."""

import pytest

from generator.model import Evidence, Lent
from generator.resolve import coreference, lent
from tests.test_actors import article

ENVOY = "Ms Mpho Seretse, the mediator, met Otto Hale in Uptown. “We will go on,” she said."
ONLY_NAMED = "Mpho Seretse met Otto Hale. She had brought tea. The mediator was tired."
OTHER = "Otto Hale met Ruth Cole. The mediator was tired."


def lent_of(**texts: str) -> dict[str, tuple[Lent, ...]]:
    return lent([article(name, text) for name, text in texts.items()])


def meant(evidence: Evidence, words: str) -> str:
    """The name of whom a mention with these words means."""
    entity = next(m.entity for m in evidence.mentions if m.text == words)
    return evidence.entities[entity].name if entity is not None else ""


def test_a_sex_and_a_role_that_another_article_shows_tell_whom_pronouns_and_phrases_mean() -> None:
    found = lent_of(a=ENVOY, b=ONLY_NAMED)
    (one,) = found["b"]
    assert (one.name, one.kind, one.gender, one.roles) == ("Mpho Seretse", "person", "female", ("mediator",))
    borrowed = coreference(article("b", ONLY_NAMED), found["b"])
    assert (meant(borrowed, "She"), meant(borrowed, "The mediator")) == ("Mpho Seretse", "Mpho Seretse")
    assert meant(coreference(article("b", ONLY_NAMED)), "The mediator") != "Mpho Seretse"


@pytest.mark.parametrize(
    "texts",
    [
        {"a": ENVOY, "b": OTHER},  # who is the mediator there is not named here
        {"a": ENVOY, "b": "Mpho Seretse met Otto Hale."},  # nothing is asked
        {"a": ENVOY, "b": "Mpho Seretse wept. The mediator was tired."},  # of another affair, as far as names tell
        {"b": ONLY_NAMED},
    ],
)
def test_nothing_is_lent_of_whom_an_article_does_not_name_or_ask(texts: dict[str, str]) -> None:
    assert not any(one.roles for one in lent_of(**texts).get("b", ()))


def test_an_article_is_as_it_was_where_nothing_is_lent_and_what_is_lent_is_taken_once() -> None:
    alone = article("b", ONLY_NAMED)
    assert coreference(alone, ()) == alone
    told = lent_of(a=ENVOY, b=ONLY_NAMED)["b"]
    once = coreference(alone, told)
    assert coreference(once, told) == once
