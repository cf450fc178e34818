"""What deserves a person's look: the least certain and most cited first, each with decisions ready to paste."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process

from generator.model import Dossier, Quotation, SourceRecord, Span

# Names as alike as this (token sort ratio, 0 to 100) are shown as perhaps one: of the spelling variants that
# transliteration makes (Ryabkov, Riabkov) all are above, of different people with one surname few.
ALIKE = 88
Named = tuple[str, str]  # id and name

NEAR = 3  # people named last before a quotation are offered as its speaker


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something to look at: the record, why, the passage it stands in, and what a person may decide.

    `doubt` is 1 (fairly certain) to 3 (not settled), `cited` how many sources and conflicts rest on it.
    `choices` are decisions as YAML, each with what it says.
    """

    record: str
    id: str
    source: str
    title: str
    why: str
    passage: str
    doubt: int
    cited: int
    choices: tuple[tuple[str, str], ...]


def review(dossier: Dossier) -> tuple[ReviewItem, ...]:
    """Everything that deserves a look and was not decided on, the least certain and most cited first."""
    decided = _decided(dossier)
    left = [*_quotations(dossier, decided), *_others(dossier, decided)]
    return tuple(sorted(left, key=lambda i: (-i.doubt, -i.cited, i.record, i.id)))


def counted(dossier: Dossier) -> Counter[str]:
    """How much of each kind of record deserves a look: what `review` gives, but for the words to each."""
    decided = _decided(dossier)
    quotations = ("quotation" for _ in _doubted(dossier, decided))
    return Counter(chain(quotations, (item.record for item in _others(dossier, decided))))


def _decided(dossier: Dossier) -> set[str]:
    return {id_ for d in dossier.decisions if not d.stale for id_ in d.about}


def _others(dossier: Dossier, decided: set[str]) -> Iterator[ReviewItem]:
    found = (*_actors(dossier), *_sources(dossier), *_conflicts(dossier))
    return (item for item in found if item.id not in decided)


def _doubted(dossier: Dossier, decided: set[str]) -> Iterator[tuple[SourceRecord, Quotation, int]]:
    """The quotations that deserve a look, each with its source and how much it is in doubt."""
    statements = {s.id for s in dossier.statements} - decided
    for record in dossier.sources:
        unsettled = record.unsettled
        for q in record.quotations:
            doubt = 3 if unsettled and _left_open(record, q) else _doubt(q)
            if doubt and q.statement in statements and q.id not in decided:
                yield record, q, doubt


def _quotations(dossier: Dossier, decided: set[str]) -> Iterator[ReviewItem]:
    names = {a.id: a.name for a in dossier.actors}
    statements = {s.id: s for s in dossier.statements}
    contested = {e for c in dossier.conflicts for side in c.sides for e in side.evidence if isinstance(e, str)}
    for record, q, doubt in _doubted(dossier, decided):
        speaker = names.get(q.speaker.actor or "", q.speaker.name or "")
        open_name = _left_open(record, q)
        near = _named_before(record, q.spans[0])
        others = [a for a in dict.fromkeys((*open_name, *near)) if a != q.speaker.actor]
        choices = [("as it is", f"- accept: {q.id}")] if speaker else []
        choices += [(f"said by {names.get(a, a)}", f"- speaker: {q.id}\n  to: {a}") for a in others]
        choices += [("nobody who can be named", f"- speaker: {q.id}\n  to: nobody")]
        choices += [("no statement", f"- reject: {q.id}")]
        why = {3: "the speaker is not settled", 2: "a weak rule settled", 1: "a rule with exceptions settled"}[doubt]
        yield ReviewItem(
            record="quotation",
            id=q.id,
            source=record.source.id,
            title=f"{speaker or 'Nobody'}: {' '.join(q.text.split())}",
            why=f"the speaker is not settled: {q.speaker.rule}"
            if open_name
            else why
            if doubt == 3
            else f"{why} that {speaker or 'nobody'} speaks: {q.speaker.rule}",
            passage=_passage(record, q.spans[0]),
            doubt=doubt,
            cited=len(statements[q.statement].sources) + (q.id in contested) + (q.statement in contested),
            choices=tuple(choices),
        )


def _doubt(quotation: Quotation) -> int:
    speaker = quotation.speaker
    if speaker.actor is None and speaker.name is None:
        return 3
    return {"low": 2, "medium": 1}.get(quotation.certainty, 0)


def _left_open(record: SourceRecord, quotation: Quotation) -> tuple[str, ...]:
    """The actors whom the name of a speaker may mean, where the program left that open."""
    said = quotation.speaker.mention
    if quotation.speaker.actor is not None or said is None:
        return ()
    inside = (m for m in record.mentions if said.span.start <= m.span.start and m.span.end <= said.span.end)
    return next((m.candidates for m in inside if m.candidates), ())


def _named_before(record: SourceRecord, span: Span) -> Sequence[str]:
    """The actors named last before a place, and in its sentence."""
    before = [m for m in record.mentions if m.actor and m.span.start < span.end + 120]
    ordered = sorted(before, key=lambda m: abs(m.span.start - span.start))
    return tuple(dict.fromkeys(str(m.actor) for m in ordered))[:NEAR]


def _passage(record: SourceRecord, span: Span) -> str:
    """The passage a place stands in."""
    found = (p.text for p in record.passages if p.span.start <= span.start < p.span.end)
    return " ".join(next(found, "").split())


def _actors(dossier: Dossier) -> Iterator[ReviewItem]:
    seen = {a.id: sum(alias.count for alias in a.aliases) for a in dossier.actors}
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for actor in dossier.actors:
        if actor.named:  # "the school" and "the new school" are alike in any folder
            by_kind.setdefault(actor.kind, []).append((actor.id, actor.name))
        for role in actor.roles:
            if role.flag:
                yield ReviewItem(
                    record="actor",
                    id=actor.id,
                    source=role.sources[0] if role.sources else "",
                    title=f"{actor.name}, {role.text}",
                    why=role.flag,
                    passage="",
                    doubt=2,
                    cited=len(role.sources),
                    choices=(
                        ("another role", f"- role: {actor.id}\n  to: ROLE"),
                        ("as it is", f"- accept: {actor.id}"),
                    ),
                )
    pairs = {frozenset((a.id, p.actor)): p.why for a in dossier.actors for p in a.perhaps}
    names = {a.id: a.name for a in dossier.actors}
    for pair, why in pairs.items():
        one, two = sorted(pair)
        yield _perhaps_one((one, names[one]), (two, names[two]), why, seen)
    for people in by_kind.values():
        for one_, two_, why in _alike(people):
            if frozenset((one_[0], two_[0])) not in pairs:
                yield _perhaps_one(one_, two_, why, seen)


def _perhaps_one(one: Named, two: Named, why: str, seen: Mapping[str, int]) -> ReviewItem:
    """Two actors that may be one; the one named less often is joined to the other, or stands for itself."""
    first, second = sorted((one[0], two[0]), key=lambda id_: (-seen[id_], id_))
    return ReviewItem(
        record="actor",
        id=second,
        source="",
        title=f"{one[1]} and {two[1]}",
        why=why,
        passage="",
        doubt=2,
        cited=min(seen[first], seen[second]),
        choices=(("they are one", f"- same: [{first}, {second}]"), ("they are two", f"- accept: {second}")),
    )


def _alike(people: Sequence[Named]) -> Iterator[tuple[Named, Named, str]]:
    """Pairs of actors of one kind whose names are nearly the same."""
    for number, (one, name) in enumerate(people):
        names = dict(people[number + 1 :])
        for other, score, two in process.extract(name, names, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE):
            yield (one, name), (two, other), f"the names are alike ({score:.0f} of 100)"


def _sources(dossier: Dossier) -> Iterator[ReviewItem]:
    for record in dossier.sources:
        source = record.source
        if source.published.value and source.published.basis != "inferred":
            continue
        choices = [("its day", f"- date: {source.id}\n  to: YYYY-MM-DD")]
        choices += [("as it is", f"- accept: {source.id}")] if source.published.value else []
        yield ReviewItem(
            record="source",
            id=source.id,
            source=source.id,
            title=source.title or source.file,
            why=f"its date was worked out: {source.published.reason}" if source.published.value else "it has no date",
            passage=next((text for p in record.passages if (text := " ".join(p.text.split())) != source.title), ""),
            doubt=2 if source.published.value else 3,
            cited=len(record.quotations),
            choices=tuple(choices),
        )


def _conflicts(dossier: Dossier) -> Iterator[ReviewItem]:
    for conflict in dossier.conflicts:
        yield ReviewItem(
            record="conflict",
            id=conflict.id,
            source="",
            title=conflict.what,
            why=" / ".join(side.value for side in conflict.sides),
            passage=conflict.note,
            doubt=1,
            cited=sum(len(side.evidence) for side in conflict.sides),
            choices=(("it is one", f"- accept: {conflict.id}"), ("it is none", f"- reject: {conflict.id}")),
        )
