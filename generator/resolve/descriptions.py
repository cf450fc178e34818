"""What an article calls somebody beside the name, and how well a later phrase goes with it.

"The tuna canner Atunera Pacífico", "ESMAL, the national grid operator,", "Hyeseon is an abbess": who is so called may
be "the company", "the operator", "the nun" further down.
"""

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.lexicons import names, roles, states, table, words
from generator.model import Mention
from generator.resolve import offices
from generator.resolve.called import shown_by_name
from generator.resolve.chains import Chain, Chains

_BEFORE = re.compile(r"(?:^|[\s“\"])((?:[a-z][\w'’-]* ){1,5})$")
_SET_OFF = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|['’]s) ((?:[\w'’-]+ ){0,4}[\w'’-]+), $")
_AFTER = re.compile(
    r"(?:, \d+)?,? (?:\(|(?:is|was) )?(?:the|an?|its|his|her|their|[A-Z]\w+['’]s) ((?:[\w'’-]+ ){0,4}?[a-z][\w'’-]+)"
    r"(?=[,.;)]| (?:of|that|which|who|in|for|at|from|with)\b)"
)
_AGE_OR_SEAT = re.compile(r"\b(?:\d+-years?-old|[\w ]+-based)\b")
_LONGEST = 60  # characters of a description
_NOTHING = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "that", "the", "to", "with"])
_SHAPES = frozenset(["young", "old", "former", "new", "late", "latter", "same", "big", "giant", "embattled", "own"])


def known_as(chains: Chains, chain: Chain, index: int) -> frozenset[str]:
    """The words, folded, with which a text describes somebody before a mention."""
    found: set[str] = set()
    for k in chain.mentions:
        mention = chains.mentions[k]
        if k < index and mention.kind == "name":
            found.update(word for phrase in beside(chains.text, mention) for word in phrase.split())
        elif k < index and mention.kind == "nominal":
            found.update(names.fold(mention.text).split())
    for office in chain.offices:
        found |= office.words | {office.head}
    return frozenset(found - _NOTHING)


def beside(text: str, mention: Mention) -> Iterator[str]:
    """The phrases that say beside a name what somebody is: "the tuna canner", "the national grid operator"."""
    lead = text[max(mention.span.start - _LONGEST, 0) : mention.span.start]
    tail = text[mention.span.end : mention.span.end + _LONGEST]
    for match in (_BEFORE.search(lead), _SET_OFF.search(lead), _AFTER.match(tail)):
        parts = names.fold(match.group(1)).split() if match else []
        if parts and _is_noun(parts[-1]):
            yield " ".join(parts[next((n + 1 for n in range(len(parts) - 1, -1, -1) if parts[n] in _NOTHING), 0) :])


@cache
def _is_noun(word: str) -> bool:
    """Whether a word is a noun for people or bodies."""
    listed = ("organisation_nouns", "body_roles", "broader_nouns")
    return roles.noun(word) is not None or any(word in words(nouns) for nouns in listed)


@lru_cache(maxsize=65536)
def broader(noun: str) -> frozenset[str]:
    """A noun, and what whoever is called so may be called more broadly."""
    known = roles.noun(noun)
    listed = table("broader_nouns").get(noun, "").split()
    return frozenset([noun, *listed]) | (known.broader if known else frozenset())


def kin(one: str, other: str) -> bool:
    """Whether a noun is a broader one for another, either way round: "scholar" and "historian"."""
    return one in broader(other) or other in broader(one)


def agreement(chains: Chains, chain: Chain, mention: Mention, index: int) -> dict[str, float]:
    """How a phrase goes with what is known of somebody, as signs for the ranking."""
    head = names.fold(mention.head)
    named = frozenset(names.fold(chain.name).split()) if chain.kind != "person" else frozenset()
    known = known_as(chains, chain, index)
    of_kind = {word for word in known if _is_noun(word)}
    said = frozenset(names.fold(_AGE_OR_SEAT.sub("", mention.text)).split()) - _NOTHING - {head} - _SHAPES
    nation = {word for word in mention.text.split() if word in states.adjectives() or word in states.peoples()}
    new = said - known - named - {names.fold(word) for word in nation}
    wanted = roles.office(mention.text)
    # a captain may be a midfielder
    sort = head in words("callings") and not any(offices.another_calling(wanted, held) for held in chain.offices)
    office = head in words("speaking_offices")
    return {
        "in name": float(head in named),
        "in trade": float(head not in named and shown_by_name(chain.name, head)),
        "so called": 1.0 if head in known else 0.5 * any(kin(head, word) for word in of_kind),
        "otherwise": float(bool(of_kind) and not sort and not any(kin(head, word) for word in of_kind)),
        "named otherwise": float(bool({w for w in named if _is_noun(w)}) and head not in named),
        "unknown": float(not of_kind),
        "company": float(head in words("bodies_of_many") - words("state_bodies")),
        "new": float(min(len(new), 3)),
        "fits": float(bool(said & (known | named))),
        "nation": float(bool(nation)),
        "office": float(office),
        "office unheld": float(office and bool(chain.offices) and not _holds(chain, head)),
        "owned": float(bool(said) and any(word in ("'s", "’s", "'", "’") for word in mention.modifiers)),
        "claimed": float(head not in known | named and any(_is_called(c, head) for c in chains.all if c is not chain)),
        "body": float(chain.kind != "person"),
        "unsure": float(chain.unsure),
        "often": math.log2(sum(k < index for k in chain.mentions)),
    }


def _holds(chain: Chain, head: str) -> bool:
    """Whether somebody is said to be what a noun says."""
    return any(head in (held.head, *held.words) for held in chain.offices)


def _is_called(chain: Chain, head: str) -> bool:
    """Whether the text names somebody who is what a noun says, by an office or by the name of a body."""
    return chain.named and (_holds(chain, head) or (chain.kind != "person" and head in names.fold(chain.name).split()))
