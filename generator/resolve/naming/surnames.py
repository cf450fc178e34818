"""Whether a surname used before any full name may be that of a full name which the text introduces only later.

"Mrs Prowse told the inquiry …", and three paragraphs on "Sarah Prowse, the executive's daughter": news names people in
full when it brings them in, so whoever is introduced later is somebody else, unless the two stand close together.
"""

from generator.lexicons import names, roles, words
from generator.lexicons.roles import Office
from generator.model import Mention
from generator.resolve import offices
from generator.resolve.chains import Chain, Chains

_CLOSE = 1  # paragraphs between a surname and the full name that explains it ("Mr Deane …", and next "Paul Deane, 44,")

_AGES = frozenset(["older", "elder", "younger", "late"])


def introduced_later(chains: Chains, bearer: Chain, index: int) -> bool:
    """Whether a surname with a title or a role stands before a full name that has an introduction of its own."""
    mention = chains.mentions[index]
    first = chains.mentions[min(bearer.mentions)]
    if mention.span.start > first.span.start or not (mention.role or chains.titled(index)):
        return False
    introductions = _introductions(chains, first)
    if any(_of_kin(text) for text in introductions):
        return True
    titled = roles.office(mention.role or "").head in words("offices_known_by_title")
    if not introductions or mention.block == 0 or (first.block - mention.block <= _CLOSE and not titled):
        return False
    return not (
        mention.role and any(_one_office(roles.office(mention.role), roles.office(text)) for text in introductions)
    )


def of_another_office(chains: Chains, bearer: Chain, index: int) -> bool:
    """Whether a surname with the title of a judge, a mayor or the like is not that of whoever the text gives another
    office: "Mayor Bravo", paragraphs after the prosecutor Ricardo Bravo."""
    mention = chains.mentions[index]
    title = roles.office(mention.role or "")
    if title.head not in words("offices_known_by_title") or title.rank:
        return False
    if any(k < index and chains.mentions[k].block == mention.block for k in bearer.mentions):
        return False
    loose = words("callings") | words("relational_nouns")
    held = [o for o in bearer.offices if o.head and o.head not in loose]
    return bool(held) and not any(_one_office(title, o) for o in held)


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


def with_shared_surname(chains: Chains, index: int) -> str:
    """ "Marit Aasen" for the first name of "Marit and Kjetil Aasen"; "" where no such pair stands."""
    mention = chains.mentions[index]
    if " " in mention.text or names.usual_sex(mention.text) == "unknown" or index + 1 >= len(chains.mentions):
        return ""
    other = chains.mentions[index + 1]
    both = names.person(other.text)
    paired = other.kind == "name" and chains.text[mention.span.end : other.span.start] == " and " and not other.role
    given = both.first and not both.middle and names.usual_sex(both.first.title()) != "unknown"
    return f"{mention.text} {other.text.split()[-1]}" if paired and other.type == "person" and given else ""


def told_apart(chains: Chains, bearers: list[Chain], index: int) -> list[Chain]:
    """The bearers that words before a surname say it is not: "another Rivas" is nobody named so far, "the other Pryce"
    not the one named last, "the older Yilmaz" not for sure the only one the text names."""
    word = chains.text[max(chains.mentions[index].span.start - 10, 0) : chains.mentions[index].span.start].split()[-1:]
    before = [c for c in bearers if min(c.mentions) < index]
    if [w.lower() for w in word] == ["another"]:
        return before
    if [w.lower() for w in word] == ["other"]:
        return sorted(before, key=lambda c: max(k for k in c.mentions if k < index))[-1:]
    return bearers if len(bearers) == 1 and word and word[0].lower() in _AGES - {"late"} else []


def most_likely(chains: Chains, bearers: list[Chain], index: int) -> tuple[Chain, str] | None:
    """The bearer a bare surname means: by role, by who had it before, or the only one introduced so far."""
    if of_an_age(chains, index):
        return None
    mention = chains.mentions[index]
    if mention.gender in ("female", "male"):
        same = [c for c in bearers if c.gender == mention.gender]
        if len(same) == 1:
            return same[0], "the bearer of the name who is a " + ("woman" if mention.gender == "female" else "man")
    if mention.role:
        wanted = roles.office(mention.role)
        for fits in (offices.same, offices.broader):
            from_role = [c for c in bearers if any(fits(wanted, held) for held in c.offices)]
            if len(from_role) == 1:
                return from_role[0], "the bearer of the name with that role"
    alone = {names.fold(m.text) for m in chains.mentions if m.kind == "name" and " " not in m.text}
    by_surname = [c for c in bearers if c.person and c.person.first not in alone]
    if len(by_surname) == 1:
        return by_surname[0], "the text calls the other bearers of the name by their given names"
    earlier = [c for c in bearers if any(chains.mentions[k].span.start < mention.span.start for k in c.mentions)]
    first, *others = sorted(bearers, key=lambda c: min(c.mentions))
    below = [chains.mentions[min(c.mentions)].block for c in (first, *others)]
    if not earlier and mention.block == 0 < below[0] < below[1]:
        return first, "in a headline, the bearer of the name whom the text brings in first"
    if len(earlier) == 1:
        return earlier[0], "the only bearer of the name so far in the text"
    bare = [
        c
        for c in earlier
        if any(" " not in chains.mentions[k].text and chains.mentions[k].kind == "name" for k in c.mentions)
    ]
    if len(bare) == 1:
        return bare[0], "the bearer whom the text has called by surname alone before"
    return by_place(chains, earlier, index)


def of_an_age(chains: Chains, index: int) -> bool:
    """Whether a surname is told from its namesake's by age: "the older Yilmaz"."""
    start = chains.mentions[index].span.start
    return chains.text[max(start - 10, 0) : start].lower().endswith(tuple(f" {age} " for age in sorted(_AGES)))


def by_place(chains: Chains, earlier: list[Chain], index: int) -> tuple[Chain, str] | None:
    """The only bearer named before in the paragraph; else the one named more than once, the others once, in office."""
    mention = chains.mentions[index]
    named = {id(c): [m for k in c.mentions if (m := chains.mentions[k]).kind == "name" and k < index] for c in earlier}
    near = [c for c in earlier if any(m.block == mention.block for m in named[id(c)])]
    if len(near) == 1:
        return near[0], "the only bearer named before in the paragraph"
    often = [c for c in earlier if len(named[id(c)]) > 1]
    others = [m for c in earlier if c not in often for m in named[id(c)]]
    if len(often) == 1 and not mention.role and all(m.role for m in others):
        return often[0], "the bearer named before; others come once, with their office"
    return None


def _introductions(chains: Chains, name: Mention) -> list[str]:
    """What the text says of somebody beside the full name: the role, and the phrases in apposition."""
    found = [name.role] if name.role else []
    beside = (m for m in chains.mentions if m.kind == "nominal")
    return found + [m.text for m in beside if m.apposition_to == name.span or name.apposition_to == m.span]


def _of_kin(text: str) -> bool:
    return roles.office(text).head in words("relational_nouns") or text.split()[-1].lower() in words("relational_nouns")


def _one_office(mine: Office, its: Office) -> bool:
    if mine.head in its.words or its.head in mine.words:
        return True
    ways = (offices.same, offices.broader, offices.coloured)
    return any(fits(mine, its) or fits(its, mine) for fits in ways)
