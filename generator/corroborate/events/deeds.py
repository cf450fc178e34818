"""Deeds told by verbs that are on no list: which mentions are one, and which of them a reader looks for a page of.

A deed counts where it is somebody's whom the articles name and has a day, where articles that are no copies of each
other tell it of one day, and where a headline and its text do. In eight of the marked collections nearly all deeds of
somebody named with a day are marked as events; of those without a day, or of nobody named, about every third.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.corroborate.events.match import common
from generator.corroborate.events.occurrences import Occurrence
from generator.corroborate.groups import Groups
from generator.corroborate.places import one_place
from generator.corroborate.stories import Stories
from generator.corroborate.wording import wording
from generator.model import Copies, Evidence, Key

# What makes two mentions one: each participant (two at most), each other word (three at most), and the verb, or one's
# verb as the other's noun, which counts as two; so the verb and anything else, or three things that are not the verb.
# Of the 95 marked deeds a reader looks for, 51 have a page at two, 50 at three, 49 at four, found in 109, 107 and 104
# of their articles; but at two the verb alone is enough, or two who take part, and two deeds of a day become one.
_ENOUGH = 3
# Who does the same to two things does two deeds: so many must take part in both where no other word is in both.
_TWO = 2
# Words that more deeds of a day have say nothing.
_CROWD = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of a deed: its verb and the other words of its clause by their stems, and where it stands."""

    one: Occurrence
    verb: str
    words: frozenset[str]
    headline: bool

    @property
    def day(self) -> str:
        return self.one.when.day.isoformat() if self.one.dated and self.one.when.day is not None else ""


def deeds(
    found: Mapping[Key, Occurrence], evidence: Mapping[str, Evidence], told: Stories, copied: Sequence[Copies]
) -> list[list[Key]]:
    """The deeds that deserve a page, each as its mentions."""
    read = {key: _told(found[key], evidence[key[0]]) for key in sorted(found)}
    groups = Groups(sorted(read), allowed=lambda one, other: _compatible(read[one], read[other]))
    for points, one, other in sorted(_pairs(read, told), key=lambda p: (-p[0], p[1], p[2])):
        if points >= _ENOUGH:
            groups.join(one, other)
    original = {source: copies.original for copies in copied for source in copies.sources}
    return [sorted(g) for g in groups.all() if _counts([read[k] for k in g], original)]


def _told(one: Occurrence, e: Evidence) -> Told:
    event, text = e.events[one.key[1]], e.document.text
    heads = [b.span for b in e.document.blocks if b.kind == "headline"]
    at = event.trigger.start
    # the first word of a text, too, of which a capital tells nothing
    sides = [text[p.span.start : p.span.end].split() for p in event.participants]
    named = wording(" ".join(w for side in sides for w in side if w[:1].isupper())).content
    verb = wording(text[event.trigger.start : event.trigger.end])
    clause = wording(one.label)
    return Told(
        one=one,
        verb=verb.stems[-1],
        words=frozenset(w for w in clause.content - clause.names - named if not w[:1].isdigit()) - verb.content,
        headline=any(h.start <= at < h.end for h in heads),
    )


def _pairs(read: Mapping[Key, Told], told: Stories) -> Iterator[tuple[int, Key, Key]]:
    """Pairs of one story that share a participant or a word, with how much they share: of one day, both of none, or in
    one article one with a day and one, in its headline or right below, without."""
    blocks: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, one in read.items():
        published = one.one.published.first
        when = one.day or (f"{published:%Y-%m}" if published is not None else "")
        for feature in sorted({*one.one.sides, *one.words, f"/{one.verb}"}):
            blocks[(when, feature)].append(key)
    here: dict[str, list[Key]] = defaultdict(list)
    for key in read:
        here[key[0]].append(key)
    pairs = {
        (one, other)
        for keys in blocks.values()
        if len(keys) <= _CROWD
        for at, one in enumerate(keys)
        for other in keys[at + 1 :]
        if told.one(one[0], other[0])
    }
    for keys in here.values():
        pairs |= {(one, other) for one, other in combinations(keys, 2) if not (read[one].day and read[other].day)}
    for first, second in sorted(pairs):
        if _compatible(read[first], read[second]):
            yield _score(read[first], read[second]), first, second


def _compatible(one: Told, other: Told) -> bool:
    if one.day and other.day and one.day != other.day:
        return False
    if one_place(one.one.place, other.one.place) is False or not one.one.when.meets(other.one.when):
        return False
    return not (one.one.patients and other.one.patients and one.one.patients.isdisjoint(other.one.patients))


def _score(one: Told, other: Told) -> int:
    same = one.verb == other.verb
    in_words = one.verb in other.words or other.verb in one.words  # "offered", "announced an offer"
    both, words = common(one.one, other.one), len(one.words & other.words)
    if same and one.words and other.words and both < _TWO and not words and not in_words:
        return 0  # "raised its prices", "raised four million euros"
    return min(2, both) + min(3, words) + 2 * (same or in_words)


def _counts(group: Sequence[Told], original: Mapping[str, str]) -> bool:
    """Whether a deed is told well enough to be looked for: on a day by several who did not copy it, or of somebody
    named; or by a headline and the text below it."""
    if not any(t.words for t in group):
        return False
    dated = any(t.day for t in group)
    known = any(t.one.participants for t in group)
    origins = {original.get(t.one.key[0], t.one.key[0]) for t in group}
    if dated and (known or len(origins) > 1):
        return True
    return known and any(t.headline for t in group) and any(not t.headline for t in group)
