"""What one says and another says the opposite of: there was none, it never did, it was torn; conflicts without ids."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.corroborate.disputes import NOT_TOLD, denial, denies, in_claims, is_clause
from generator.corroborate.ids import words_at
from generator.corroborate.occurrences import acts_for, one_side
from generator.corroborate.requoted import CLAUSE
from generator.corroborate.stories import Stories
from generator.corroborate.wording import Wording, counted, stem, wording
from generator.lexicons import rows, table, words
from generator.model import Conflict, ConflictSide, Evidence, Key, Resolution

# A word that the denial's article has more often than this is what it is about. On the 15 gold collections and 24 pairs
# of short articles five claims more were found with it, and one is set against a denial of something else.
_TOPIC = 3
# Content words from which something is said, and not just named.
_CLAUSE = 3
# So many words before "never" stands who never did, and so many behind it what.
_BEFORE, _BEHIND = 4, 3
_WORD = r"[\w’'-]+"
_NO = r"(?:no|not (?:one|a single)|never any|none of (?:the|our|its|his|her|their|these|those))"
_NOBODY = r"(?:nobody|no one|none)(?: of (?:them|us|these|those))?"
_WAS = r"(?:is|are|was|were|has|have|had|ever|will|would|came|went|left|hit|fell|took)"
_BEEN = r"(?:was|were|is|are|(?:has|have|had)(?: ever)? been)"
# Between a thing and its state: "the alarm was switched off", "with their seals all broken".
_BETWEEN = re.compile(r"is|are|was|were|be|been|being|still|all|fully|badly|both|quite|switched|turned")


@cache
def _none_of() -> tuple[re.Pattern[str], ...]:
    """ "There was no wolf", "Not one tent has come", "No siren sounded", "Nobody was offered a post", "none of them was
    ever vaccinated", "overloading played no part"."""
    past = "|".join(sorted(form for row in rows("irregular_forms") for form in row[1:]))
    return (
        re.compile(rf"\bthere {_BEEN.replace('ever', 'never')} {_NO} (?P<what>{_WORD}(?: {_WORD})?)", re.I),
        re.compile(
            rf"^\W{{0,3}}(?:that )?{_NO} (?P<what>{_WORD}(?: {_WORD})??) "
            rf"(?:(?:in|on|at|of|from) (?:{_WORD} ){{1,3}})?(?:{_WAS}|\w+ed|{past})\b",
            re.I,
        ),
        re.compile(rf"\b{_NOBODY} {_BEEN} (?:ever )?(?P<what>{_WORD})", re.I),
        re.compile(rf"\b(?:nobody|no one|none|never)(?: {_WAS})? ever (?:been )?(?P<what>{_WORD})", re.I),
        re.compile(
            rf"(?P<what>{_WORD}) (?:(?:played|plays|had|has) no (?:part|role)|(?:had|has) nothing to do)\b", re.I
        ),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A quotation: the stems of what it tells of, what it says there was none of or never did ("siren", "sound"), and
    in which of two states it says a thing was."""

    key: Key
    text: str
    wording: Wording
    speaker: str
    told: frozenset[str]
    none: frozenset[frozenset[str]]
    states: frozenset[tuple[str, int, bool]]


def opposites(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    told: Stories,
    found: Sequence[Conflict],
) -> Iterator[Conflict]:
    """Each denial of a thing with the plainest claim of it by another side in the same article or one of its story.

    What stands in a claim or denial already `found` is left out. Denials of one statement are one conflict.
    """
    answered = in_claims(found)
    acting = acts_for(resolution.actors)
    claims: dict[tuple[str, object], list[_Told]] = defaultdict(list)
    denials = []
    for e in evidence:
        for one in _told(e, resolution):
            for mark in (*sorted(one.told), *sorted(one.states)):
                claims[(one.key[0], mark)].append(one)
            if (one.none or one.states) and ids[one.key] not in answered:
                denials.append(one)
    texts = {e.document.id: e.document.text for e in evidence}
    often = {source: counted(texts[source]) for source in sorted({d.key[0] for d in denials})}
    done: set[str] = set()
    for against in denials:
        source, name = against.key[0], statement_of.get(ids[against.key], ids[against.key])
        others = [
            (-often[source][word], -len(claim.wording.content), claim.key, claim)
            for word, mark in _marks(against, often[source])
            for there in (source, *told.beside.get(source, ()))
            for claim in claims.get((there, mark if isinstance(mark, tuple) else word), ())
            if isinstance(mark, tuple) or (mark <= claim.told and not claim.none)
            if not one_side(claim.speaker, against.speaker, acting)
        ]
        if others and name not in done:
            done.add(name)
            claim = max(others, key=lambda row: row[:3])[3]
            done.add(statement_of.get(ids[claim.key], ids[claim.key]))
            yield denial(ConflictSide(claim.text, (ids[claim.key],)), ConflictSide(against.text, (ids[against.key],)))


def _marks(one: _Told, often: Mapping[str, int]) -> Iterator[tuple[str, frozenset[str] | tuple[str, int, bool]]]:
    """What a claim has that one denies: a rare word of what there was none of, both words of what never did another
    thing, the other state; each with the word it is found by."""
    for none in sorted(one.none, key=sorted):
        word = min(sorted(none), key=lambda w: often[w])
        if len(none) > 1 or (often[word] <= _TOPIC and word not in _abstract()):
            yield word, none
    for thing, row, first in sorted(one.states):
        yield thing, (thing, row, not first)


def _told(e: Evidence, resolution: Resolution) -> Iterator[_Told]:
    inner: dict[int, int] = defaultdict(int)
    for quotation in e.quotations:
        inner[quotation.spans[-1].end] = max(inner[quotation.spans[-1].end], quotation.spans[0].start)
    for index, quotation in enumerate(e.quotations):
        outer = quotation.spans[0].start < inner[quotation.spans[-1].end]  # in court: "There was no bag."
        if outer or NOT_TOLD & set(quotation.flags) or denies(e, quotation):
            continue
        key, text = (e.document.id, index), words_at(e.document.text, quotation.spans)
        read = wording(text)
        plain = [c for c in CLAUSE.split(text) if not words("not_yet_so") & set(wording(c).tokens)]
        clauses = [wording(clause) for clause in plain]
        told = [clause for clause in clauses if not _negated(clause)]
        says = len(read.content) >= _CLAUSE or is_clause(text)
        speaker = resolution.actor(e.document.id, quotation.entity) or f"{e.document.id} {quotation.entity}"
        yield _Told(
            key,
            text,
            read,
            speaker,
            frozenset[str]().union(*(clause.content for clause in told if says)),
            frozenset(none for clause in plain for none in _none(clause)),
            frozenset(state for clause in told for state in _states(clause)),
        )


def _negated(clause: Wording) -> bool:
    return any(t in words("negations") or t.endswith("n't") for t in clause.tokens)


def _none(text: str) -> Iterator[frozenset[str]]:
    """The stems of what a clause says there was none of, and of who never did what ("The siren never sounded")."""
    named = (match["what"] for form in _none_of() for match in form.finditer(text))
    yield from (frozenset({s}) for what in named for s in wording(what).content)
    clause = wording(text)
    for at, token in enumerate(clause.tokens):
        if token == "never" or token.endswith("n't"):
            who = [s for s in clause.stems[max(0, at - _BEFORE) : at] if s in clause.content]
            what = [s for s in clause.stems[at + 1 : at + 1 + _BEHIND] if s in clause.content]
            if who and what:
                yield frozenset({who[-1], what[0]})


def _states(clause: Wording) -> Iterator[tuple[str, int, bool]]:
    """The things that a clause tells the state of, with the row of the state and whether it is the first of the two."""
    tokens, stems = clause.tokens, clause.stems
    for at, token in enumerate(tokens):
        if token in _opposite_states():
            before = next((n for n in range(at - 1, -1, -1) if not _BETWEEN.fullmatch(tokens[n])), -1)
            for near in (before, at + 1):
                if 0 <= near < len(stems) and stems[near] in clause.content - clause.names:
                    for row, first in _opposite_states()[token]:
                        yield stems[near], row, first


@cache
def _opposite_states() -> Mapping[str, tuple[tuple[int, bool], ...]]:
    """A word for a state to the rows it stands in, and on which side."""
    found: dict[str, tuple[tuple[int, bool], ...]] = defaultdict(tuple)
    for number, row in enumerate(rows("opposite_states")):
        for first, side in zip((True, False), row, strict=True):
            for word in side.split():
                found[word] += ((number, first),)
    return dict(found)


@cache
def _abstract() -> frozenset[str]:
    """What nobody can look at, and casualties: nobody was hurt somewhere in every story."""
    hurt = (word for word, deed in table("figure_actions").items() if deed in ("killed", "injured"))
    return frozenset(stem(word) for word in (*words("absent_nouns"), *hurt))
