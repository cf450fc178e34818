"""Teams called by the last word of their name."""

from generator.lexicons import names
from generator.resolve.chains import Chain, Chains
from generator.resolve.naming.body_names import is_team_word


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
