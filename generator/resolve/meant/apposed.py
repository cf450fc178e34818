"""Whom a phrase behind a name goes on about: "Ada Moss, 61, a granddaughter of the founder and a board member"."""

import re

from generator.resolve.chains import Chain, Chains
from generator.resolve.speakers.spans import goes_on

_COMMA = re.compile(r",? (?:\(?\d+\)?, )?")
_AND = re.compile(r",? and ")
_AFTER_APPOSED = re.compile(
    r",(?! (?:and|but|said|told)\b)|[.;)]"
    r"| (?:who|which|whose|with|that|based|of|in|at|from|for|behind|set|run|opposed)\b"
    r"| and\b(?! (?:his|her|their|two|three|four|\d+)\b)"  # "Moss, his wife and two sons" are a list
)
_ARTICLE = re.compile(r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[^,]+['’]s) ")
_BEFORE_NAME = re.compile(r"(?: (?:responsible|involved|concerned|in question|in charge))?, ")
_LONGEST_GAP = 12  # characters
_NEXT = 4  # mentions, of which some stand within the phrase
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
        joined = joined and goes_on(one.text, phrase.text)
        if between == " " and one.function == "oblique":
            return None  # "confided to Le Halm the owner of the hotel": who speaks to it
        if chain is None or not (joined or (one.kind == "name" and _COMMA.fullmatch(between))):
            continue
        kind = chain.kind == phrase.type or (chain.unsure and not chain.plural)
        sex = phrase.gender not in ("female", "male") or chain.gender in ("unknown", phrase.gender)
        return chain if kind and sex and _AFTER_APPOSED.match(chains.text, phrase.span.end) else None
    return None


def joined_to(chains: Chains, index: int) -> Chain | None:
    """Whom a phrase cannot mean as "and" joins it to that one: "Ada Moss and a neighbour"."""
    joined = index and _AND.fullmatch(
        chains.text, chains.mentions[index - 1].span.end, chains.mentions[index].span.start
    )
    return chains.of.get(index - 1) if joined else None


def named_behind(chains: Chains, index: int) -> Chain | None:
    """Who is named between commas behind a phrase: "the firm, Kutna, cooks", "the officer involved, Ada Moss, was"."""
    phrase = chains.mentions[index]
    if phrase.number != "singular" or phrase.function == "oblique" or not _ARTICLE.match(phrase.text):
        return None  # "a partner at the firm, Ada Moss, says"
    behind = range(index + 1, min(index + 1 + _NEXT, len(chains.mentions)))
    k = next((k for k in behind if chains.mentions[k].span.start >= phrase.span.end), None)
    if k is None or k not in chains.of or chains.mentions[k].kind != "name":
        return None
    name, chain = chains.mentions[k], chains.of[k]
    between = chains.text[phrase.span.end : name.span.start]
    closed = chains.text[name.span.end : name.span.end + 1] == ","
    if not closed or not _BEFORE_NAME.fullmatch(between) or chain.plural or chain.kind != phrase.type:
        return None
    aside = name.function == "apposition" or between != ", "
    sex = phrase.gender not in ("female", "male") or chain.gender in ("unknown", phrase.gender)
    return chain if aside and sex else None
