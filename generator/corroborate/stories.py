"""Which articles tell of one story: what their openings name and speak of, and when they appeared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.corroborate.ids import slug
from generator.corroborate.nations import is_state
from generator.corroborate.scenes import counting
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import wording
from generator.model import Evidence, Resolution

# The headline and so many sentences are what an article is about; further down stands what was before.
_SENTENCES = 5
# A story goes on for three weeks; what is told later looks back on it.
_DAYS = 21
# A name and so many other words that two openings share; each further name makes up for a word. No two stories of the
# gold collections met with these (two fires in one district share a name, "fire" and "firefighters").
_WORDS = 3
# A name and a word that more articles open with than this lead to none of them.
_CROWD = 150


@dataclass(frozen=True, slots=True)
class Opening:
    """What an article begins with. `names` are actors and places but states, `places` the places among them, `known`
    all that the whole article names, `things` the stems of other words."""

    source: str
    published: Window
    names: frozenset[str]
    places: frozenset[str]
    known: frozenset[str]
    things: frozenset[str]


def openings(evidence: Sequence[Evidence], resolution: Resolution) -> dict[str, Opening]:
    """The opening of every article, by its id."""
    states = {a.id for a in resolution.actors if a.kind == "state"}
    return {e.document.id: _opening(e, resolution, states) for e in evidence}


def _opening(e: Evidence, resolution: Resolution, states: set[str]) -> Opening:
    source, text = e.document.id, e.document.text
    heads = [b.span for b in e.document.blocks if b.kind == "headline"]
    body = [s for s in e.sentences if not any(h.start <= s.start < h.end for h in heads)][:_SENTENCES]
    spans = [*heads, *body]
    names, places, known = set(), set(), set()
    for mention in e.mentions:
        if mention.entity is None:
            continue
        actor, place = (named.get((source, mention.entity)) for named in (resolution.actor_of, resolution.place_of))
        name = actor or place
        if name is None or name in states or (place is not None and is_state(place)):
            continue
        # one article's place may be an actor in another: "Stannerby", "stannerby"
        known.add(slug(name))
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
        frozenset(t for t in things if not any(c.isdigit() for c in t)),
    )


def one_story(one: Opening, other: Opening) -> bool:
    """Whether two articles of the same weeks open with the same names and words, and not in two places."""
    shared = (one.names & other.known) | (other.names & one.known)
    if not shared:
        return False
    needed = max(1, _WORDS + 1 - len(shared))
    return not _elsewhere(one, other) and len(one.things & other.things) >= needed


def _elsewhere(one: Opening, other: Opening) -> bool:
    """Whether two articles appeared weeks apart, or open in two places of which neither comes up in the other. Where
    they open with two names in common, the places are where their reporters sit."""
    if not one.published.meets(other.published, slack=_DAYS):
        return True
    if len((one.names & other.known) | (other.names & one.known)) > 1:
        return False
    return bool(one.places and other.places and not one.places & other.known and not other.places & one.known)


def stories(found: Mapping[str, Opening]) -> Iterator[tuple[str, str]]:
    """Pairs of articles of one story, the smaller id first; candidates share a name and a word of their openings.

    Two articles that a third joins are of one story too, if they have a name in common: the first report and the last.
    """
    sharing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source in sorted(found):
        one = found[source]
        for name in sorted(one.known):
            for thing in sorted(one.things):
                sharing[(name, thing)].append(source)
    candidates = {pair for sources in sharing.values() if len(sources) <= _CROWD for pair in combinations(sources, 2)}
    direct = {pair for pair in candidates if one_story(found[pair[0]], found[pair[1]])}
    beside: dict[str, list[str]] = defaultdict(list)
    for one_, other in sorted(direct):
        beside[one_].append(other)
        beside[other].append(one_)
    between = {
        pair
        for sources in beside.values()
        if len(sources) <= _CROWD
        for pair in combinations(sorted(sources), 2)
        if pair in candidates and pair not in direct and not _elsewhere(found[pair[0]], found[pair[1]])
    }
    return iter(sorted(direct | between))
