"""Which state an adjective, a people's name or a short name in front of a noun stands for."""

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale

from generator.lexicons import rows
from generator.model import Actor


@cache
def _codes() -> dict[str, str]:
    """State names, adjectives and peoples in small letters to ISO 3166-1 codes; capitals are places and left out."""
    found: dict[str, str] = {}
    for code, name in sorted(Locale("en").territories.items()):
        if len(code) == 2:
            found[name.casefold()] = code
    for row in rows("states"):
        for field in row[1:3] + row[4:5]:
            for form in field.split("|"):
                if form:
                    found.setdefault(form.casefold(), row[0])
    return found


def is_state(name: str) -> bool:
    """Whether a name is a state's, with or without a quarter of the compass ("southern Morocco")."""
    words = name.casefold().removeprefix("the ").split()
    if len(words) > 1 and words[0].removesuffix("ern") in ("north", "south", "east", "west", "northeast", "central"):
        words = words[1:]
    return " ".join(words) in _codes()


def state_actors(actors: Sequence[Actor]) -> Mapping[str, str]:
    """Adjectives ("russian") and names of states, in small letters, to the id of the actor that is the state."""
    by_code: dict[str, str] = {}
    for actor in actors:
        if actor.kind == "state":
            for name in (actor.name, *(alias.text for alias in actor.aliases)):
                code = _codes().get(name.casefold().removeprefix("the "))
                if code is not None:
                    by_code.setdefault(code, actor.id)
    return {form: by_code[code] for form, code in _codes().items() if code in by_code}
