"""Phrases that a name explains: who a lead brings up without a name, and teams called by the last word of theirs."""

from generator.lexicons import names, roles, words
from generator.resolve import offices
from generator.resolve.body_names import is_team_word
from generator.resolve.chains import Chain, Chains

_LEAD = 3  # the headline and two sentences


def named_below(chains: Chains, index: int) -> tuple[Chain | None, str]:
    """ "A federal judge on Wednesday ordered …", and further down "U.S. District Judge Ruth Okafor": the only one."""
    mention = chains.mentions[index]
    indefinite = mention.text.split()[0].lower() in ("a", "an")
    if mention.kind != "nominal" or not indefinite or mention.number != "singular" or mention.sentence >= _LEAD:
        return None, ""
    if mention.type == "organisation":
        noun = mention.head.lower()
        found = [c for c in chains.all if c.kind == "organisation" and c.named and noun in names.fold(c.name).split()]
    elif mention.type == "person":
        wanted = roles.office(mention.text)
        loose = words("callings") | words("relational_nouns") | words("vague_role_nouns") | words("trades")
        if not wanted.head or wanted.head in loose or wanted.rank:
            return None, ""
        people = [c for c in chains.all if c.kind == "person" and c.named and c.person and c.person.first]
        found = [c for c in people if any(o.head == wanted.head and not offices.foreign(wanted, o) for o in c.offices)]
    else:
        return None, ""
    if len(found) != 1 or any(k < index and " " in chains.mentions[k].text for k in found[0].mentions):
        return None, ""
    return found[0], f"‘{mention.text}’: the only one of that kind whom the text names below: {found[0].name}"


def team(chains: Chains, index: int) -> tuple[Chain | None, str]:
    """ "Rangers were fined": the body of the text whose name ends so."""
    mention = chains.mentions[index]
    word = names.fold(mention.text)
    if mention.kind != "nominal" or not mention.text[:1].isupper() or not is_team_word(word):
        return None, ""
    found = [c for c in chains.all if c.named and c.kind in ("organisation", "group") and _ends(c.name, word)]
    return (found[0], f"short for ‘{found[0].name}’") if len(found) == 1 else (None, "")


def _ends(name: str, word: str) -> bool:
    *before, last = names.fold(name).split()
    return last == word and bool(before) and before[-1] != "of"
