"""Whom a phrase behind a name goes on about: "Ada Moss, 61, a granddaughter of the founder and a board member"."""

import re

from generator.resolve.chains import Chain, Chains

_COMMA = re.compile(r",? (?:\(?\d+\)?, )?")
_AND = re.compile(r",? and ")
_AFTER_APPOSED = re.compile(
    r",(?! (?:and|but|said|told)\b)|[.;)]"
    r"| (?:who|which|whose|with|that|based|of|in|at|from|for|behind|set|run|opposed)\b"
    r"| and\b(?! (?:his|her|their|two|three|four|\d+)\b)"  # "Moss, his wife and two sons" are a list
)
_ARTICLE = re.compile(r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[^,]+['’]s) ")
_LONGEST_GAP = 12  # characters
APPOSED = "stands in apposition"


def bearer(chains: Chains, index: int) -> Chain | None:
    """Whom a phrase goes on about that stands behind it: "Ada Moss, 61, a granddaughter of the founder and a member of
    the board, owns"."""
    phrase = chains.mentions[index]
    if phrase.number != "singular" or not _ARTICLE.match(phrase.text):
        return None
    for k in chains.before(index, 0):
        one, chain = chains.mentions[k], chains.of.get(k)
        between = chains.text[one.span.end : phrase.span.start]
        if len(between) > _LONGEST_GAP:
            return None
        joined = one.kind == "nominal" and _AND.fullmatch(between) and chains.rules.get(k, "").startswith(APPOSED)
        if between == " " and one.function == "oblique":
            return None  # "confided to Le Halm the owner of the hotel": who speaks to it
        if chain is None or not (joined or (one.kind == "name" and _COMMA.fullmatch(between))):
            continue
        kind = chain.kind == phrase.type or (chain.unsure and not chain.plural)
        sex = phrase.gender not in ("female", "male") or chain.gender in ("unknown", phrase.gender)
        return chain if kind and sex and _AFTER_APPOSED.match(chains.text, phrase.span.end) else None
    return None
