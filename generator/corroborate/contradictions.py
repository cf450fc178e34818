"""Dates of one event, wordings of one statement and roles that contradict each other; conflicts without ids."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.corroborate.ids import words_at
from generator.corroborate.occurrences import acts_for
from generator.corroborate.places import one_place
from generator.corroborate.stories import Stories
from generator.corroborate.windows import plain, span_of_value
from generator.corroborate.wording import clip, wording
from generator.lexicons import words
from generator.lexicons.posts import at_odds, unlike
from generator.lexicons.roles import office
from generator.lexicons.roles import plain as bare
from generator.model import (
    Conflict,
    ConflictSide,
    Event,
    Evidence,
    Key,
    Mention,
    Place,
    QuotationMention,
    Resolution,
    Statement,
)

# Events that happen once: two dates a few days apart are two accounts of one.
_ONCE = frozenset(
    {
        "resignation",
        "death",
        "ruling",
        "sentence",
        "earthquake",
        "crash",
        "acquisition",
        "arrest",
        "election",
        "explosion",
        "dismissal",
        "annexation",
        "coup",
        "eruption",
        "tsunami",
        "attack",
        "collapse",
    }
)
# Announced for one day, unless an article tells of several.
_ANNOUNCED = frozenset({"strike", "election"})
_FEW_DAYS = 3
# With a word beside the one that is denied and left open, two wordings speak of one thing.
_COMMON = 2


def dates(
    evidence: Sequence[Evidence], events: Sequence[Event], resolution: Resolution, told: Stories
) -> Iterator[Conflict]:
    """Events told alike but for a few days, by different sources."""
    acting = acts_for(resolution.actors)
    blocks: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        for what in {*event.participants, event.place or ""} - {""}:
            blocks[(event.type, what)].append(event)
    for event in events:
        if (event.type in _ONCE or event.type in _ANNOUNCED) and event.date.value:
            # the one disaster or strike of a story, told without a common place
            blocks[(event.type, event.date.value[:7])].append(event)
    several = Counter((e.type, s) for e in events if span_of_value(e.date.value) for s in e.sources)
    pairs = {
        (a.id, b.id): (a, b)
        for many in blocks.values()
        if len(many) <= 60
        for a, b in combinations(sorted(many, key=lambda e: e.id), 2)
    }
    for _, (one, other) in sorted(pairs.items()):
        # an article that tells of two such days speaks of two events
        twice = {s for s in (*one.sources, *other.sources) if several[(one.type, s)] > 1}
        first, second = span_of_value(one.date.value), span_of_value(other.date.value)
        if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
            continue
        gap = abs((first[0] - second[0]).days)
        if not 0 < gap <= _FEW_DAYS or set(one.sources) & set(other.sources):
            continue
        sides = [set(e.participants).union(*(acting.get(p, ()) for p in e.participants)) for e in (one, other)]
        common = len(sides[0] & sides[1])
        same_place = bool(one.place and one.place == other.place)
        apart = one_place(one.place or "", other.place or "") is False or _of_others(one, other)
        once = one.type in words("event_disasters") | _ANNOUNCED and not twice
        story = once and not apart and any(told.one(a, b) for a in one.sources for b in other.sources)
        if story or (one.type in _ONCE and (same_place or common) and not apart):
            yield Conflict(
                id="",
                kind="date",
                what=one.name.rsplit(",", 1)[0],
                sides=(ConflictSide(plain(first[0]), (one.id,)), ConflictSide(plain(second[0]), (other.id,))),
                note="Told as one day by some sources and as another by others, or two events that are much alike.",
            )


def _of_others(one: Event, other: Event) -> bool:
    """Whether two events are told of two groups without a name: "Strike: nurses", "Strike: ambulance crews"."""
    groups = [e.name.split(",")[0].partition(": ")[2] for e in (one, other)]
    return all(g[:1].islower() for g in groups) and groups[0] != groups[1]


def wordings(
    evidence: Sequence[Evidence], statements: Sequence[Statement], ids: Mapping[Key, str]
) -> Iterator[Conflict]:
    """Wordings of one statement of which one denies outright what the other leaves open ("no progress")."""
    texts = {
        ids[(e.document.id, i)]: (e.document.id, words_at(e.document.text, q.spans))
        for e in evidence
        for i, q in enumerate(e.quotations)
    }
    headlines = {ids[(e.document.id, i)] for e in evidence for i, q in enumerate(e.quotations) if _in_headline(e, q)}
    for statement in statements:
        if len(statement.sources) < 2:
            continue
        # A headline shortens: the words of the text come first.
        ordered = sorted(statement.quotations, key=lambda id_: id_ in headlines)
        read = [(id_, *texts[id_], *_polarity(texts[id_][1])) for id_ in ordered]
        for one, other in combinations(read, 2):
            if one[1] == other[1]:
                continue
            for denying, open_ in ((one, other), (other, one)):
                words_denied = denying[3] & open_[4] - open_[3]
                if words_denied and len(wording(one[2]).content & wording(other[2]).content) >= _COMMON:
                    note = "One wording rules out what the other leaves open; one may be shortened or translated."
                    yield Conflict(
                        id="",
                        kind="wording",
                        what=clip(denying[2]),
                        sides=(ConflictSide(denying[2], (denying[0],)), ConflictSide(open_[2], (open_[0],))),
                        note=note,
                    )
                    break
            else:
                continue
            break


def _in_headline(e: Evidence, quotation: QuotationMention) -> bool:
    start = quotation.spans[0].start
    return any(b.kind == "headline" and b.span.start <= start < b.span.end for b in e.document.blocks)


def _polarity(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The content stems right after an outright negation, and those the text calls difficult, unlikely, little."""
    read = wording(text)
    denied, hedged = set(), set()
    for at, token in enumerate(read.tokens):
        near = [s for s in read.stems[at + 1 : at + 4] if s in read.content]
        if token in words("negations") or token.endswith("n't"):
            denied |= set(near[:1])
        if token in words("hedging_words"):
            hedged |= {s for s in read.stems[at + 1 : at + 7] if s in read.content}
    return frozenset(denied), frozenset(hedged)


def roles(evidence: Sequence[Evidence], resolution: Resolution, told: Stories) -> Iterator[Conflict]:
    """Roles that a source gives and that the others contradict, or another article of the story does."""
    at: dict[tuple[str, str], dict[tuple[str, int], Place]] = defaultdict(dict)
    held: dict[str, dict[str, dict[str, Place]]] = defaultdict(lambda: defaultdict(dict))
    for e in evidence:
        for mention in e.mentions:
            actor = resolution.actor(e.document.id, mention.entity)
            said = mention.role or (mention.text if mention.kind == "nominal" and mention.apposition_to else "")
            if actor is not None and said:
                span = mention.role_span or mention.span
                place = at[(actor, bare(said).casefold())][(e.document.id, span.end)] = Place(e.document.id, span)
                the = e.document.text[max(span.start - 4, 0) : span.start]
                if " " in (mention.text if mention.kind == "name" else _beside(e, mention)):
                    held[actor][e.document.id].setdefault(the * (the.casefold() == "the ") + said, place)
    for known in resolution.actors:
        if known.id in held and not any(role.flag for role in known.roles):
            yield from _two_posts(known.name, held[known.id], told)
        for role in known.roles:
            others = [r for r in known.roles if not r.flag and at[(known.id, r.text.casefold())]]
            if not role.flag or not others or not at[(known.id, role.text.casefold())]:
                continue
            usual = max(others, key=lambda r: (role.flag.endswith(f", {r.text}"), len(r.sources), r.text))
            if _one_role(role.text, usual.text):
                continue
            yield Conflict(
                id="",
                kind="role",
                what=f"{known.name}: {role.text}",
                sides=tuple(
                    ConflictSide(r.text, tuple(at[(known.id, r.text.casefold())].values())) for r in (role, usual)
                ),
                note=role.flag,
            )


def _beside(e: Evidence, mention: Mention) -> str:
    """The name that a phrase stands beside."""
    return words_at(e.document.text, [mention.apposition_to]) if mention.apposition_to else ""


def _two_posts(name: str, held: Mapping[str, Mapping[str, Place]], told: Stories) -> Iterator[Conflict]:
    """The first two posts of a person that hardly go together, of two articles of a story and given by none at once.

    `held` has for each source the roles it gives beside the full name and where.
    """
    given = {source: {_post(role) for role in roles} for source, roles in held.items()}
    for here, there in combinations(sorted(held), 2):
        pairs = [(a, b) for a in held[here] for b in held[there]]
        apart = next((pair for pair in pairs if at_odds(*pair) or unlike(*pair)), None)
        if apart is None or not told.one(here, there) or any({*map(_post, apart)} <= posts for posts in given.values()):
            continue
        places = zip(apart, (held[here][apart[0]], held[there][apart[1]]), strict=True)
        yield Conflict(
            id="",
            kind="role",
            what=f"{name}: {bare(apart[0])}",
            sides=tuple(ConflictSide(role, (place,)) for role, place in places),
            note="Two posts that hardly go together; they may be of two times.",
        )
        return


def _post(role: str) -> tuple[str, frozenset[str]]:
    return office(role).head, office(role).rank


def _one_role(one: str, other: str) -> bool:
    """A role and its longer or shorter form, or one held before: no two roles at one time."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first or any(w in first.split() for w in ("former", "ex", "late", "then"))
