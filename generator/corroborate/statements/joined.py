"""Statements: quotations of one utterance, in one source or several, with what supports them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, combinations, product

from generator.corroborate.groups import Groups
from generator.corroborate.ids import statement_ids, words_at
from generator.corroborate.origins import status_of
from generator.corroborate.statements.blocks import blocks
from generator.corroborate.statements.in_order import in_order
from generator.corroborate.statements.joinable import REPEATED, compatible, faces, joinable, one_occasion
from generator.corroborate.statements.nearness import stems_in
from generator.corroborate.statements.quoted import Quoted, speakers
from generator.corroborate.statements.quoted import quoted as ready
from generator.corroborate.statements.retellings import retellings
from generator.corroborate.statements.tellings import said_of, speaker_of
from generator.corroborate.statements.themselves import of_themselves
from generator.corroborate.statements.unnamed import retold_by_somebody, shared_words, unnamed
from generator.corroborate.stories import Stories
from generator.corroborate.wording import likeness, longest_run, wording
from generator.model import Copies, Evidence, Resolution, Span, Statement
from generator.model.links import Key
from generator.remembered import Remembered

# Likeness (`wording.likeness`) from which two quotations render one utterance, and from which they look alike.
_SAME, _ALIKE = 0.45, 0.3
# A word that more than so many quotations of one speaker hold tells nothing, and would make all pairs of them.
_COMMON = 60
_MOST_SIMILAR = 5


@dataclass(frozen=True, slots=True)
class Grouped:
    """The statements, and the statement's id of every quotation."""

    statements: tuple[Statement, ...]
    of: Mapping[Key, str]


def statements(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    copied: Sequence[Copies],
    originals: Mapping[Key, Key],
    ids: Mapping[Key, str],
    told: Stories,
    known: Remembered,
) -> Grouped:
    """Group the quotations into statements: same speaker, compatible day and occasion, wording close enough.

    In articles of one story (`told`) a speaker who is only described may be the one another article names. `originals`
    lead from a copy's quotations to those at the same place (see `aligned`), `ids` are the quotations' ids. Every
    quotation belongs to one statement. Look-alikes kept apart, because they were said on different days or occasions or
    with other numbers, name each other in `similar`.
    """
    spoken = known.seen(speakers(evidence, resolution))
    quoted = ready(evidence, resolution, originals, spoken)
    groups: Groups[Key] = Groups(sorted(quoted), allowed=lambda a, b: joinable(quoted[a], quoted[b]))
    copies_ = [pair for pair in originals.items() if quoted[pair[0]].speaker == quoted[pair[1]].speaker]
    by_word = shared_words(quoted, told)
    pairs = [
        *_pairs(quoted, originals, spoken),
        *unnamed(quoted, resolution.actors, told, by_word),
        *of_themselves(quoted, told),
    ]
    apart: list[tuple[Key, Key]] = []
    for together, left in blocks(quoted, copies_, pairs, _joined, spoken):
        apart += left
        for group in together:
            for other in group[1:]:
                groups.put_together(group[0], other)
    copy_of = {member: group.original for group in copied for member in group.sources}
    same_text = {member: group.original for group in copied if group.kind == "syndicated" for member in group.sources}
    with stems_in(evidence, known) as often:
        retold = retold_by_somebody(quoted, resolution.actors, by_word, groups.members, often)
        for one, other in chain(retellings(quoted, told, groups.members, often), retold):
            if _apart(groups.members(one), groups.members(other)):
                groups.join(one, other)
        for one, other in in_order(quoted, told, same_text, groups.leader, often):
            mine, theirs = groups.members(one), groups.members(other)
            if _apart(mine, theirs) and all(compatible(quoted[a], quoted[b]) for a, b in product(mine, theirs)):
                groups.put_together(one, other)
    members = [sorted(group) for group in groups.all()]
    names = statement_ids(evidence, members)
    of = {key: name for name, group in zip(names, members, strict=True) for key in group}
    similar: dict[str, set[str]] = defaultdict(set)
    for one, other in apart:
        if of[one] != of[other]:
            similar[of[one]].add(of[other])
            similar[of[other]].add(of[one])
    by_id = {e.document.id: e for e in evidence}
    found = [
        _statement(name, group, by_id, resolution, copy_of, ids, tuple(sorted(similar[name])[:_MOST_SIMILAR]))
        for name, group in zip(names, members, strict=True)
    ]
    return Grouped(tuple(sorted(found, key=lambda s: s.id)), of)


def _apart(one: Sequence[Key], other: Sequence[Key]) -> bool:
    """Whether two groups have no article in common: two passages of one article are two utterances."""
    return {source for source, _ in one}.isdisjoint(source for source, _ in other)


def _joined(
    inside: Sequence[Quoted], copied: Sequence[tuple[int, int]], pairs: Sequence[tuple[float, int, int]], *_: str
) -> tuple[list[list[int]], list[tuple[int, int]]]:
    """Those that are one utterance and the look-alikes kept apart, by their places; the likest pairs come first."""
    groups = Groups(range(len(inside)), faces(inside).__getitem__, lambda a, b: joinable(inside[a], inside[b]))
    for one, other in copied:
        groups.put_together(one, other)
    apart: list[tuple[int, int]] = []
    for score, one, other in pairs:
        first, second = inside[one], inside[other]
        # Two passages of one article are two utterances unless they say the same (headline and text).
        enough = score >= (REPEATED if first.key[0] == second.key[0] else _SAME)
        if enough and groups.join(one, other):
            continue
        if not one_occasion(first, second) or score >= _SAME:
            apart.append((one, other))
    return groups.of_several(), apart


def _pairs(
    quoted: Mapping[Key, Quoted], originals: Mapping[Key, Key], known: Remembered
) -> Iterator[tuple[float, Key, Key]]:
    """Pairs of one speaker that share content words, with their likeness; never all pairs. They are kept by the
    articles of the quotations and of those that these were made alike to (`originals`)."""
    by_speaker: dict[str, list[Quoted]] = defaultdict(list)
    for key in sorted(quoted):
        by_speaker[quoted[key].speaker].append(quoted[key])
    copied: dict[Key, list[Key]] = defaultdict(list)
    for copy, original in originals.items():
        copied[original].append(copy)
    with known.table("quotations of speakers") as found:
        # one speaker after another: what is noted of all at once is a quarter of a gigabyte at 10,000 articles
        for listed in by_speaker.values():
            if len(listed) < 2:
                continue
            keys = [one.key for one in listed]
            first = {originals.get(key, key) for key in keys}
            alike = sorted({other for key in first if key in copied for other in (key, *copied[key])})
            of, at = zip(*keys, *alike, strict=True)
            for score, here, there in found(partial(_pairs_of_one, listed), of, (len(keys), at)):
                yield score, keys[here], keys[there]


def _pairs_of_one(listed: Sequence[Quoted], *_: str) -> Iterator[tuple[float, int, int]]:
    holding: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        for word in one.wording.content:
            holding[word].append(number)
    shared = Counter(chain.from_iterable(combinations(n, 2) for n in holding.values() if len(n) <= _COMMON))
    for (here, there), count in shared.items():
        first, second = listed[here], listed[there]
        if count < min(2, len(first.wording.content), len(second.wording.content)):
            continue
        score = likeness(first.wording, second.wording)
        if score < _SAME and (_recalled(first, second) or _recalled(second, first)):
            score = _SAME
        if score >= _ALIKE:
            yield score, here, there


def _recalled(part: Quoted, whole: Quoted) -> bool:
    """Whether some of the words of one day are told again later: "On Tuesday she had called it 'black'"."""
    if part.key[0] == whole.key[0] or not part.direct or not part.said.stated or part.said.day is None:
        return False
    days = {whole.said.day, whole.published.day}
    if part.said.day not in days or part.published.day in days:
        return False
    return longest_run(part.wording.tokens, whole.wording.tokens)[1] == len(part.wording.tokens)


def _statement(
    name: str,
    group: Sequence[Key],
    by_id: Mapping[str, Evidence],
    resolution: Resolution,
    copy_of: Mapping[str, str],
    ids: Mapping[Key, str],
    similar: tuple[str, ...],
) -> Statement:
    mentions = [(by_id[source], by_id[source].quotations[index]) for source, index in group]
    # a copy may have swapped the words for an official without a name, too
    speaker, speaker_name = speaker_of(sorted(mentions, key=lambda m: _is_copy(m[0], copy_of)), resolution)
    sources = tuple(sorted({source for source, _ in group}))
    wordings: dict[str, frozenset[str]] = defaultdict(frozenset)
    relays: dict[str, frozenset[str]] = {}
    for evidence, quotation in mentions if len(sources) > 1 else ():  # of one source all is said with that
        source = evidence.document.id
        wordings[source] |= {_plain(evidence, quotation.spans)}
        via = {words_at(evidence.document.text, [span]) for span in quotation.via}
        relays[source] = relays.get(source, frozenset(evidence.document.relays)) | via
    origins, status = status_of(sources, wordings, relays, copy_of)
    return Statement(
        id=name,
        speaker=speaker,
        said=said_of(mentions),
        quotations=tuple(ids[key] for key in group),
        sources=sources,
        origins=origins,
        status=status,
        speaker_name=speaker_name,
        similar=similar,
    )


def _is_copy(evidence: Evidence, copy_of: Mapping[str, str]) -> bool:
    return copy_of.get(evidence.document.id, evidence.document.id) != evidence.document.id


def _plain(evidence: Evidence, spans: Sequence[Span]) -> str:
    return " ".join(wording(words_at(evidence.document.text, spans)).tokens)
