"""Whom "her husband" or "his brother" means: by what the text says of both elsewhere, or by the surname they share."""

from collections.abc import Mapping, Sequence

from generator.lexicons import names, roles, rows, table
from generator.resolve.chains import Chain, Chains
from generator.resolve.meant.ranking import Setting

_Kin = dict[tuple[int, str], Chain]


def join_relatives(chains: Chains, setting: Setting, spoken: Mapping[int, Sequence[int]]) -> None:
    """Put phrases for a relative, so far nobody named, into the chain of whom they mean."""
    said = _said(chains, setting, spoken)
    for index in range(len(chains.mentions)):
        owner, noun = _relation(chains, index, setting, spoken)
        phrase = chains.of.get(index)
        if owner is None or phrase is None or phrase.named or phrase is owner or phrase.plural:
            continue
        relative = said.get((id(owner), noun)) or _namesake(chains, owner, noun)
        if relative is not None and relative is not phrase and relative is not owner:
            text = chains.mentions[index].text
            chains.merge(relative, phrase, f"‘{text}’: the relative of {owner.name} in the text: {relative.name}")


def _said(chains: Chains, setting: Setting, spoken: Mapping[int, Sequence[int]]) -> _Kin:
    """Who stands how to whom by the text's own words, in both directions: "Iturralde's wife, Graciela"."""
    found: _Kin = {}
    for index in range(len(chains.mentions)):
        owner, noun = _relation(chains, index, setting, spoken)
        relative = chains.of.get(index)
        if owner is None or relative is None or relative is owner:
            continue
        if relative.named:
            found.setdefault((id(owner), noun), relative)
        for back in table("kinship")[noun].split() if owner.named else ():  # "Moss's lawyer disputes that. Her client"
            sex = getattr(roles.noun(back), "sex", "unknown")
            if sex not in ("female", "male") or owner.gender in ("unknown", sex):
                found.setdefault((id(relative), back), owner)
    return found


def _relation(
    chains: Chains, index: int, setting: Setting, spoken: Mapping[int, Sequence[int]]
) -> tuple[Chain | None, str]:
    """Whose relative a phrase names and the noun for it; None and the noun where that is open or it names none."""
    mention = chains.mentions[index]
    noun = mention.head.lower()
    if mention.kind != "nominal" or mention.number != "singular" or noun not in table("kinship"):
        return None, ""
    for k in range(max(index - 1, 0), min(index + 3, len(chains.mentions))):
        owner = chains.mentions[k]
        beside = owner.span.start <= mention.span.start < owner.span.end < mention.span.end
        if not beside or owner.function != "possessive" or owner.number == "plural":
            continue
        if owner.person == 1 and k in setting.inside:
            speakers = spoken.get(setting.inside[k], ())
            return (chains.of.get(speakers[0]) if len(speakers) == 1 else None), noun
        chain = chains.of.get(k)
        return (chain if chain is not None and chain.kind == "person" and not chain.candidates else None), noun
    return None, noun


def _namesake(chains: Chains, owner: Chain, noun: str) -> Chain | None:
    """The only other person of the text with the surname of the owner, where the noun's sex fits.

    "Her father" may be any of those before her, named or not.
    """
    equal = {row[0] for row in rows("kinship") if row[2:] == ("equal",)}
    if owner.person is None or not owner.person.last or noun not in equal:
        return None
    known = roles.noun(noun)
    sex = known.sex if known is not None else "unknown"
    found = [
        c
        for c in chains.all
        if c is not owner
        and c.named
        and c.person is not None
        and c.person.first
        and not c.candidates
        and set(names.surnames(c.person)) & set(names.surnames(owner.person))
        and (sex not in ("female", "male") or c.gender in ("unknown", sex))
    ]
    return found[0] if len(found) == 1 else None
