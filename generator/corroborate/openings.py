"""What an article begins with, and what it names: by this two articles are found to tell of one story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.corroborate.ids import slug
from generator.corroborate.nations import is_state
from generator.corroborate.scenes import counting
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import wording
from generator.lexicons import rows, table, words
from generator.model import Evidence, Resolution, Span
from generator.remembered import Remembered

# The headline and so many sentences are what an article is about; further down stands what was before.
_SENTENCES = 5
# Deeds that few stories tell of.
_TELLING = frozenset(
    {"seized", "striking", "spilled", "burned", "infected", "vaccinated", "sentenced", "executed", "stranded"}
)
_BODIES = (
    *("organisation_nouns", "local_bodies", "state_bodies", "body_openers", "meeting_bodies", "finding_bodies"),
    *("people_nouns", "press_nouns", "role_nouns", "known_bodies"),
)
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = re.compile(r"(?<=[^\W_] |, )[A-Z][^\W\d_]{3,}")
_SMALL = re.compile(r"\b[a-z][^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Opening:
    """What an article begins with. `names` are actors and places but states, `places` the places among them, `known`
    all that the whole article names, `sites` the places among these, `common` those that many stories have, `capital`
    the words that it only writes with a capital, `things` the stems of the other words that it begins with."""

    source: str
    published: Window
    names: frozenset[str]
    places: frozenset[str]
    known: frozenset[str]
    sites: frozenset[str]
    common: frozenset[str]
    capital: frozenset[str]
    things: frozenset[str]


def openings(evidence: Sequence[Evidence], resolution: Resolution, known: Remembered) -> dict[str, Opening]:
    """The opening of every article, by its id."""
    states = {a.id for a in resolution.actors if a.kind == "state"}
    found = known.each("openings", lambda e: [_opening(e, resolution, states)], evidence)
    return {one.source: one for (one,) in found}


def _opening(e: Evidence, resolution: Resolution, states: set[str]) -> Opening:
    source, text = e.document.id, e.document.text
    heads = [b.span for b in e.document.blocks if b.kind == "headline"]
    body = [s for s in e.sentences if not any(h.start <= s.start < h.end for h in heads)][:_SENTENCES]
    spans = [*heads, *body]
    names, places, known, sites = set(), set(), set(), set()
    for mention in e.mentions:
        if mention.entity is None:
            continue
        actor, place = (named.get((source, mention.entity)) for named in (resolution.actor_of, resolution.place_of))
        name = actor or place
        if name is None or name in states or (place is not None and is_state(place)):
            continue
        # one article's place may be an actor in another: "Stannerby", "stannerby"
        known.add(slug(name))
        sites |= {slug(name)} if actor is None else set()
        if any(s.start <= mention.span.start < s.end for s in spans):
            names.add(slug(name))
            places |= {slug(name)} if actor is None else set()
    read = [wording(text[s.start : s.end]) for s in spans]
    things = frozenset[str]().union(*(w.content - w.names for w in read)) - counting()
    return Opening(
        source,
        window(e.document.published),
        frozenset(names),
        frozenset(places),
        frozenset(known),
        frozenset(sites),
        frozenset(filter(_common, known)),
        _capital(text, [b.span for b in e.document.blocks if b.kind == "prose"]),
        frozenset(t for t in things if not any(c.isdigit() for c in t)) | _deeds(text, spans),
    )


def _deeds(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """What befell somebody in an opening, by its class: "abducted" and "kidnapped" are one, "killed" leads nowhere."""
    deeds = (table("figure_actions").get(w) for s in spans for w in _WORD.findall(text[s.start : s.end].casefold()))
    return frozenset(f"={deed}" for deed in deeds if deed in _TELLING)


def _capital(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """The words within a sentence that an article never writes small, but for states and the calendar's."""
    written = {w for s in spans for w in _WITHIN.findall(text, s.start, s.end)}
    small = {w for s in spans for w in _SMALL.findall(text, s.start, s.end)}
    return frozenset(
        w for w in map(str.casefold, written) if w not in small and w not in _calendar() and not is_state(w)
    )


@cache
def _calendar() -> frozenset[str]:
    return frozenset(
        w.casefold() for name in ("weekdays", "months", "honorifics") for row in rows(name) for w in row[0].split()
    )


@cache
def _common(name: str) -> bool:
    """Whether many stories have a name: a city's, or one of common words ("the-police", "high-court")."""
    return name.replace("-", " ") in words("cities") or all(part in _plain() for part in name.split("-"))


@cache
def _plain() -> frozenset[str]:
    """Words that bodies and groups of every country are called by."""
    named = frozenset[str]().union(*(words(name) for name in _BODIES))
    return frozenset(part.casefold() for word in named for part in word.split()) | words("function_words")
