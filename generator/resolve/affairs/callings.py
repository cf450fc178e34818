"""What an article calls those whom it names: beside the name, in phrases for them, in roles."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.lexicons import names, roles, words
from generator.lexicons.roles import Office
from generator.resolve.found import Found

_LEADING = frozenset(["head", "boss", "chief", "leader"])


@dataclass(frozen=True, slots=True)
class Calling:
    """What an article calls somebody: beside the name (`stated`), or in a phrase linked to it or in a damaged text."""

    office: Office
    source: str
    stated: bool
    text: str


def callings_of(one: Found) -> Iterator[Calling]:
    """What an article calls one whom it names."""
    for text in one.beside:
        yield Calling(office_called(text, text.split()[-1]), one.source, not one.damaged, text)
    for mention in one.mentions:
        if mention.role and roles.office(mention.role).head not in words("relational_nouns"):
            yield Calling(office_called(mention.role, ""), one.source, not one.damaged, mention.role)
        elif mention.kind == "nominal" and mention.head.lower() not in words("relational_nouns"):
            stated = mention.apposition_to is not None and not one.damaged
            yield Calling(office_called(mention.text, mention.head), one.source, stated, mention.text)


def office_called(text: str, head: str) -> Office:
    """The office a phrase names; a body's noun is the head where no noun for a person is, and a chief heads as well."""
    found = roles.office(text)
    said = found.words - {"the", "a", "an"}
    noun = found.head or names.fold(head)
    if noun in _LEADING and found.name == " ".join(sorted(found.words)):  # no office with a name ("defence chief")
        return Office("", "head", found.states, said - _LEADING | {"head"}, found.rank)
    return Office(found.name, noun, found.states, said, found.rank)
