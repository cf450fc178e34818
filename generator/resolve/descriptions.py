"""What an article calls somebody beside the name, and how well a later phrase goes with it.

"The tuna canner Atunera Pacífico", "ESMAL, the national grid operator,", "Hyeseon is an abbess": who is so called may
be "the company", "the operator", "the nun" further down.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.lexicons import names, roles, states, table, words
from generator.lexicons.roles import Office
from generator.model import Mention
from generator.resolve import offices
from generator.resolve.ages import age_said
from generator.resolve.chains import Chain, Chains
from generator.resolve.meant.called import shown_by_name
from generator.resolve.sorts import said_of_any, sort_called, sorts_of

_BEFORE = re.compile(r"(?:^|[\s“\"])((?:[a-z][\w'’-]* ){1,5})$")
_SET_OFF = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|['’]s) ((?:[\w'’-]+ ){0,4}[\w'’-]+), $")
_AFTER = re.compile(
    r"(?:, \d+)?,? (?:\(|(?:is|was) )?(?:the|an?|its|his|her|their|[A-Z]\w+['’]s) ((?:[\w'’-]+ ){0,4}?[a-z][\w'’-]+)"
    r"(?=[,.;)]| (?:of|that|which|who|in|for|at|from|with)\b)"
)
_AGE_OR_SEAT = re.compile(r"\b(?:\d+-years?-old|[\w ]+-based)\b")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "her", "their", "our"})
_WHOSE = frozenset({"his", "her", "their", "my", "our", "its"})
_LONGEST = 60  # characters of a description
_NOTHING = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "that", "the", "to", "with"])
_COMING = frozenset(["incoming", "new", "newly"])
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


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """The words of a phrase that say something."""
    return frozenset(names.fold(text).split()) - _DEFINITE - words("indefinites")


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says, as it is compared with everybody it can mean."""

    chains: Chains
    index: int
    head: str
    key: frozenset[str]
    said: frozenset[str]
    nation: frozenset[str]
    wanted: Office
    first: str
    owned: bool
    coming: bool
    behind: frozenset[str]
    holders: tuple[Chain, ...]
    so_called: tuple[Chain, ...]
    last_so_called: Chain | None
    sort: str
    age: int | None

    @classmethod
    def of(cls, chains: Chains, index: int) -> "Phrase":
        """What the phrase at this mention says."""
        mention = chains.mentions[index]
        head = names.fold(mention.head)
        said = frozenset(names.fold(_AGE_OR_SEAT.sub("", mention.text)).split()) - _NOTHING - {head} - _SHAPES
        nation = frozenset(w for w in mention.text.split() if w in states.adjectives() or w in states.peoples())
        wanted = roles.office(mention.text)
        people = [c for c in chains.all if c.named and c.offices and c.kind == "person"] if wanted.head else []
        holders = [c for c in people if any(offices.same(wanted, held) for held in c.offices)]
        # who is said to be of that state comes before those of whom no state is said
        holders = [c for c in holders if any(wanted.states & held.states for held in c.offices)] or holders
        owned = any(word in ("'s", "’s", "'", "’") for word in mention.modifiers)
        first = mention.text.split()[0].lower()
        noun = mention.head.lower()
        alike = (k for k in range(index - 1, -1, -1) if chains.mentions[k].head.lower() == noun and k in chains.of)
        last = next((chains.of[k] for k in alike), None)
        so_called = tuple(c for c in chains.all if _is_called(c, head))
        return cls(
            chains,
            index,
            head,
            content(mention.text),
            said,
            nation,
            wanted,
            first,
            owned,
            not _COMING.isdisjoint(map(str.lower, mention.modifiers)),
            frozenset(names.fold(w) for w in mention.text.partition(mention.head)[2].split() if w[0].isupper()),
            tuple(holders),
            so_called,
            last,
            sort_called(head, broader(head)),
            age_said(mention.text),
        )


def agreement(phrase: Phrase, chain: Chain) -> dict[str, float]:
    """How a phrase goes with what is known of somebody, as signs for the ranking."""
    chains, head, said, wanted, index = phrase.chains, phrase.head, phrase.said, phrase.wanted, phrase.index
    named = frozenset(names.fold(chain.name).split()) if chain.kind != "person" and chain.named else frozenset()
    known = known_as(chains, chain, index)
    of_kind = {word for word in known if _is_noun(word)}
    succeeds = phrase.coming and not any(_COMING & set(role.lower().split()) for role in chain.roles)
    holds = chain in phrase.holders and not succeeds  # "the new minister" is not who was called the minister so far
    another = bool(phrase.behind - known - named)  # "the leader of Syrizon", after "the conservative leader"
    new = frozenset() if holds else said - known - named - {names.fold(word) for word in phrase.nation}
    # a captain may be a midfielder
    sort = head in words("callings") and not any(offices.another_calling(wanted, held) for held in chain.offices)
    office = head in words("speaking_offices")
    earlier = [m for k in chain.mentions if k < index and (m := chains.mentions[k]).kind == "nominal"]
    alike = [content(m.text) for m in earlier if m.head.lower() == head and not another]
    bare = phrase.first not in _DEFINITE | {"a", "an"} and not phrase.owned
    looser = not (holds or succeeds) and any(
        offices.broader(wanted, o) or offices.coloured(wanted, o) for o in chain.offices
    )
    called = head in named or holds or bool(alike)
    vague = head in words("vague_role_nouns")
    trade = head not in named and shown_by_name(chain.name, head)
    uncalled = not called and not trade and head not in known and not any(kin(head, word) for word in of_kind)
    so_called = 1.0 if holds or head in known else 0.5 * any(kin(head, word) for word in of_kind)
    so_called *= not (succeeds or another)
    company = head in said_of_any()
    sorts = sorts_of(chains.text, (chains.mentions[k] for k in chain.mentions)) if phrase.sort else ()
    return {
        "in name": float(head in named),
        "uncalled": float(uncalled),
        "uncalled, new": float(uncalled and bool(new)),
        "vague, so called last": float(vague and not another and chain is phrase.last_so_called),
        "uncalled sort": float(uncalled and not company and chain.kind != "person"),
        "in trade": float(trade),
        "so called": so_called,
        "otherwise": float(
            bool(of_kind - words("relational_nouns"))
            and not sort
            and not holds
            and not any(kin(head, word) for word in of_kind)
        ),
        "named otherwise": float(bool({w for w in named if _is_noun(w)}) and head not in named),
        "company": float(company),
        "new": float(min(len(new), 3)),
        "fits": float(bool(said & (known | named))),
        "office": float(office),
        "office unheld": float(office and bool(chain.offices) and not _holds(chain, head)),
        "owned": float(bool(said) and phrase.owned),
        "of its sort": float(chain.kind != "person" and phrase.sort in sorts),
        "aged": float(chain.named and phrase.age is not None),
        "claimed": float(head not in known | named and any(c is not chain for c in phrase.so_called)),
        "body": float(chain.kind != "person"),
        "unsure": float(chain.unsure),
        "often": math.log2(1 + sum(k < index for k in chain.mentions)),
        "unnamed": float(not chain.named),
        "same noun": float(bool(alike)),
        "again": float(not chain.named and phrase.key in alike and phrase.first not in words("indefinites")),
        "again by noun": float(not chain.named and bool(alike) and phrase.key not in alike and phrase.first == "the"),
        "shortened": float(any(phrase.key < one for one in alike)),
        "the holder": float(holds and phrase.first == "the" and min(chain.mentions) < index),
        "holds looser": float(looser),
        "a": float(phrase.first in words("indefinites")),
        "whose": float(phrase.first in _WHOSE),
        "bare": float(bare),
    }


def _holds(chain: Chain, head: str) -> bool:
    """Whether somebody is said to be what a noun says."""
    return any(head in (held.head, *held.words) for held in chain.offices)


def called_so(chains: Chains, chain: Chain, head: str) -> bool:
    """Whether the text calls somebody by a noun, in an office or a phrase."""
    return _holds(chain, head) or any(chains.mentions[k].head.lower() == head for k in chain.mentions)


def _is_called(chain: Chain, head: str) -> bool:
    """Whether the text names somebody who is what a noun says, by an office or by the name of a body."""
    return chain.named and (_holds(chain, head) or (chain.kind != "person" and head in names.fold(chain.name).split()))
