"""Wordings of one statement and roles that contradict each other; conflicts without ids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.corroborate.ids import words_at
from generator.corroborate.stories import Stories
from generator.corroborate.wording import clip, wording
from generator.lexicons import words
from generator.lexicons.posts import at_odds, passing, portfolio, unlike
from generator.lexicons.roles import office
from generator.lexicons.roles import plain as bare
from generator.model import (
    Conflict,
    ConflictSide,
    Evidence,
    Key,
    Place,
    QuotationMention,
    Resolution,
    Statement,
)

# With a word beside the one that is denied and left open, two wordings speak of one thing.
_COMMON = 2


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
        if {w for one in read for w in one[3]}.isdisjoint(w for one in read for w in one[4] - one[3]):
            continue  # nearly all, and some have a thousand quotations
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
        in_full = {m.entity for m in e.mentions if m.kind == "name" and " " in m.text}
        for mention in e.mentions:
            actor = resolution.actor(e.document.id, mention.entity)
            said = mention.role or (mention.text if mention.kind == "nominal" and mention.apposition_to else "")
            if actor is not None and said:
                span = mention.role_span or mention.span
                place = at[(actor, bare(said).casefold())][(e.document.id, span.end)] = Place(e.document.id, span)
                the = e.document.text[max(span.start - 4, 0) : span.start]
                # "Mayor Bravo" may be another of that name; "Bravo, the mayor," is the one named in full
                if " " in mention.text if mention.kind == "name" else mention.entity in in_full:
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


def _two_posts(name: str, held: Mapping[str, Mapping[str, Place]], told: Stories) -> Iterator[Conflict]:
    """The first two posts of a person that hardly go together, of two articles of a story and given by none at once.

    `held` has for each source that names them in full the roles it gives and where.
    """
    given = {source: {_post(role) for role in roles} for source, roles in held.items()}
    beside = ((here, there) for here in sorted(held) for there in told.beside.get(here, ()) if here < there)
    for here, there in beside:
        if there not in held:
            continue
        pairs = [(a, b) for a in held[here] for b in held[there]]
        same_time = (pair for pair in pairs if passing(pair[0]) == passing(pair[1]))
        apart = next((pair for pair in same_time if at_odds(*pair) or unlike(*pair)), None)
        if apart is None or any({*map(_post, apart)} <= posts for posts in given.values()):
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


def _post(role: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """What a role is, and of a minister for what."""
    return office(role).head, office(role).rank, portfolio(role)


def _one_role(one: str, other: str) -> bool:
    """A role and its longer or shorter form, or one held before: no two roles at one time."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first or any(w in first.split() for w in ("former", "ex", "late", "then"))
