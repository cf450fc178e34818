"""Whom "we" means in the words of somebody who speaks for a body: the body."""

import re

from generator.lexicons import roles, words
from generator.resolve.chains import Chain, Chains
from generator.resolve.topics import subjects

_OF = re.compile(r",? (?:of|at|from|for) (?:the )?")
_OWNS = re.compile(r"(?:['’]s?)? (?:[\w-]+ ){0,4}(?:[\w-]+)?,? ?")
_BACK = 2  # sentences in which the body a post is held in was told of


def body_spoken_for(chains: Chains, speaker: Chain, index: int) -> Chain | None:
    """The body somebody holds a post in, by the words beside a mention, or else the one the text has just told of.

    "Polar's manager, Ada Moss", "Ada Moss of Polar", "Polar director Ada Moss"; "its director", said of the museum.
    """
    for k in reversed([k for k in speaker.mentions if chains.mentions[k].kind != "pronoun"]):
        beside = _beside(chains, k)
        if beside is not None:
            return beside
    posts = [
        chains.mentions[k] for k in speaker.mentions if chains.mentions[k].role and not chains.mentions[k].modifiers
    ]
    head = {roles.office(post.role).head for post in posts if post.role}
    if not head & (words("staff_nouns") | words("posts_leading")):
        return None
    if any(roles.office(post.role).states for post in posts if post.role):
        return None
    before = [k for k in chains.before(index, _BACK) if k in chains.of and _a_body(chains, k)]
    told = {id(chains.of[k]): chains.of[k] for k in subjects(chains, before)}
    return next(iter(told.values())) if len(told) == 1 else None


def _beside(chains: Chains, k: int) -> Chain | None:
    """The body that stands with a mention: in its role, as the owner before it, after "of"."""
    mention = chains.mentions[k]
    start = min(mention.span.start, mention.role_span.start if mention.role_span else mention.span.start)
    end = max(mention.span.end, mention.role_span.end if mention.role_span else mention.span.end)
    for n in chains.beside(k):
        other = chains.mentions[n].span
        if n not in chains.of or not _a_body(chains, n):
            continue
        within = start <= other.start and other.end <= end and other != mention.span
        owns = other.end <= start and chains.mentions[n].function == "possessive"
        if within or (owns and _OWNS.fullmatch(chains.text, other.end, start)):
            return chains.of[n]
        if other.start >= end and _OF.fullmatch(chains.text, end, other.start):
            return chains.of[n]
    return None


def _a_body(chains: Chains, k: int) -> bool:
    return chains.of[k].kind in ("organisation", "state") and not chains.of[k].plural
