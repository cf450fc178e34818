"""Whether a surname used before any full name may be that of a full name which the text introduces only later.

"Mrs Prowse told the inquiry …", and three paragraphs on "Sarah Prowse, the executive's daughter": news names people in
full when it brings them in, so whoever is introduced later is somebody else, unless the two stand close together.
"""

from generator.lexicons import names, roles, words
from generator.model import Mention
from generator.resolve import offices
from generator.resolve.chains import Chain, Chains

_CLOSE = 1  # paragraphs between a surname and the full name that explains it ("Mr Deane …", and next "Paul Deane, 44,")


def introduced_later(chains: Chains, bearer: Chain, index: int) -> bool:
    """Whether a surname with a title or a role stands before a full name that has an introduction of its own."""
    mention = chains.mentions[index]
    first = chains.mentions[min(bearer.mentions)]
    if mention.span.start > first.span.start or not (mention.role or chains.titled(index)):
        return False
    introductions = _introductions(chains, first)
    if any(_of_kin(text) for text in introductions):
        return True
    if not introductions or mention.block == 0 or first.block - mention.block <= _CLOSE:
        return False
    return not (mention.role and any(_one_office(mention.role, text) for text in introductions))


def called_alone(chains: Chains, bearers: list[Chain], index: int) -> tuple[Chain, bool] | None:
    """The other person the text has called by that surname alone, and whether a surname here means that one for sure.

    None where there is no such person.
    """
    mention = chains.mentions[index]
    key = names.person(mention.text).last
    alone = [c for c in chains.all if c.apart and c.person and c.person.last == key]
    alone = [c for c in alone if mention.gender not in ("female", "male") or c.gender in ("unknown", mention.gender)]
    if len(alone) != 1:
        return None
    before = all(mention.span.start < chains.mentions[min(c.mentions)].span.start for c in bearers)
    titled = chains.titled(index) and not any(chains.titled(k) for c in bearers for k in c.mentions)
    return alone[0], before or titled


def _introductions(chains: Chains, name: Mention) -> list[str]:
    """What the text says of somebody beside the full name: the role, and the phrases in apposition."""
    found = [name.role] if name.role else []
    beside = (m for m in chains.mentions if m.kind == "nominal")
    return found + [m.text for m in beside if m.apposition_to == name.span or name.apposition_to == m.span]


def _of_kin(text: str) -> bool:
    return roles.office(text).head in words("relational_nouns") or text.split()[-1].lower() in words("relational_nouns")


def _one_office(one: str, other: str) -> bool:
    mine, its = roles.office(one), roles.office(other)
    ways = (offices.same, offices.broader, offices.coloured)
    return any(fits(mine, its) or fits(its, mine) for fits in ways)
