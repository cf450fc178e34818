"""Words that name a person as well as a body: "the Harlow" beside Charles Harlow, "Brandt" beside Brandt & Söhne."""

from generator.lexicons import names
from generator.model.evidence import EntityKind
from generator.resolve.chains import Chains

_FREE = frozenset({"subject", "object", "oblique", "possessive"})


def kind_of(chains: Chains, index: int, speaks: bool) -> EntityKind:
    """What a name names at one place, where the text beside it says more than the name.

    After "the" a surname is no person's: "the Harlow" is the museum. A surname that speaks is that of the person whom
    the text has named in full, unless it has named the firm before.
    """
    mention = chains.mentions[index]
    if " " in mention.text or mention.type not in ("person", "organisation", "unknown"):
        return mention.type
    if chains.definite(index):
        surname = mention.type == "person" and mention.role is None and mention.function in _FREE
        return "organisation" if surname and not mention.text.endswith("s") else mention.type
    if mention.type == "organisation" and speaks and _of_somebody(chains, index):
        return "person"
    return mention.type


def _of_somebody(chains: Chains, index: int) -> bool:
    """Whether a word is the surname of one person named before in full, and no firm named before begins with it."""
    key = names.fold(chains.mentions[index].text)
    before = [m for m in chains.mentions[:index] if m.kind == "name" and " " in m.text]
    people = {names.fold(m.text) for m in before if m.type == "person" and names.person(m.text).last == key}
    firms = [m for m in before if m.type == "organisation" and key in names.fold(m.text).split()]
    return len(people) == 1 and not firms
