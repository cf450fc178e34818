"""Who is who across documents: the entities of all documents joined into actors, places kept as places."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from anyascii import anyascii

from generator.lexicons import states
from generator.model import Actor, Alias, Copies, Evidence, Resolution
from generator.model.links import Key, Open
from generator.remembered import NOTHING, Remembered
from generator.resolve.across.named import join_named
from generator.resolve.across.retold import as_retold, same_places
from generator.resolve.across.role_flags import roles_of
from generator.resolve.affairs.bearers import Affairs, join_phrases
from generator.resolve.affairs.voices import join_voices
from generator.resolve.found import Found, found_in, shown_in

Joined = list[tuple[Found, str]]


def actors(evidence: Sequence[Evidence], copied: Sequence[Copies] = (), known: Remembered = NOTHING) -> Resolution:
    """The actors of all documents with what ties them to each document's entities.

    `copied`: which documents copy which; a copy's garbled names are those of its original. People are joined by name
    and spelling, bodies by name and acronym, states by ISO code. What may be several is left unlinked. The same
    evidence gives the same ids; the ledger keeps them when the evidence grows. `known` has what earlier runs
    found in the same articles.
    """
    ordered = sorted(evidence, key=lambda e: e.document.id)
    shown = dict(zip((e.document.id for e in ordered), known.each("entities", shown_in, ordered), strict=True))

    def found_of(e: Evidence, named: bool) -> tuple[Found, ...]:
        return found_in(e, shown[e.document.id], named=named)

    same = same_places(ordered, copied, known)
    named = [one for e in ordered for one in found_of(e, True)]
    found = as_retold(named, partial(found_of, named=False), ordered, copied, same)
    joined, bodies_, places, countries = join_named(found)
    groups: list[tuple[str, str, Joined]] = []
    groups += [("person", _best(p.spellings), p.found) for p in joined.people]
    groups += [("organisation", _best(b.spellings), b.found) for b in bodies_.bodies]
    groups += [("state", _state_name(code, joined), joined) for code, joined in _by_code(countries).items()]
    affairs = Affairs.of(groups, places)
    groups, open_phrases = join_phrases(
        groups, (one for e in ordered for one in found_of(e, False)), affairs, same, known
    )
    groups = join_voices(groups, ordered, affairs)
    ids = _ids((kind, name, _slug_name(kind, name, joined)) for kind, name, joined in groups)
    unsure = _unsure(ordered, [*joined.left, *bodies_.left, *open_phrases])
    return replace(_resolution(groups, ids, places), unsure=unsure, doubts=(*joined.doubts, *bodies_.doubts))


def _unsure(evidence: Sequence[Evidence], left: Iterable[tuple[Found, str, tuple[Key, ...]]]) -> dict[Key, Open]:
    """Why names were left unlinked that may mean one of several: inside their document, or across documents."""
    inside = {
        (e.document.id, index): Open(entity.rule, tuple((e.document.id, k) for k in entity.candidates))
        for e in evidence
        for index, entity in enumerate(e.entities)
        if entity.candidates
    }
    return dict(sorted((inside | {one.key: Open(why, candidates) for one, why, candidates in left}).items()))


def _by_code(countries: Iterable[Found]) -> dict[str, Joined]:
    found: dict[str, Joined] = defaultdict(list)
    for one in countries:
        found[one.code or ""].append((one, f"ISO 3166-1 {one.code}"))
    return dict(sorted(found.items()))


def _state_name(code: str, joined: Joined) -> str:
    """CLDR's name where a source names the state or its people; else what the sources call it ("Moscow")."""
    texts = Counter(m.text for one, _ in joined for m in one.mentions if m.kind != "pronoun")
    if any(states.named(text) or any(states.mentioned(w) for w in text.split()) for text in texts):
        return states.display(code)
    return _best(texts) if texts else states.display(code)


def _slug_name(kind: str, name: str, joined: Joined) -> str:
    """What the id is made of: a state's is always that of its own name."""
    return states.display(joined[0][0].code or name) if kind == "state" else name


def _best(spellings: Counter[str]) -> str:
    """The commonest spelling; of equally common ones the longest, then the first in the alphabet."""
    name = min(spellings, key=lambda s: (-spellings[s], -len(s), s))
    return name.title() if name.isupper() and " " in name else " ".join(name.split())


def _ids(wanted: Iterable[tuple[str, str, str]]) -> list[str]:
    """A slug for each actor; two kinds under one name are told apart by the kind, two of one kind by a number."""
    listed = list(wanted)
    slugs = [_slug(text) or kind for kind, _, text in listed]
    common = Counter(slugs)
    taken: set[str] = set()
    out = []
    for (kind, _, _), slug in zip(listed, slugs, strict=True):
        wanted_id = slug if common[slug] == 1 or kind in ("person", "state") else f"{slug}-{kind}"
        number, free = 1, wanted_id
        while free in taken:
            number += 1
            free = f"{wanted_id}-{number}"
        taken.add(free)
        out.append(free)
    return out


def _slug(text: str) -> str:
    text = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda initials: initials.group().replace(".", ""), text)  # "U.S."
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower().replace("'", "")).strip("-")


def _resolution(groups: list[tuple[str, str, Joined]], ids: list[str], places: list[Found]) -> Resolution:
    people = {i: [f for f, _ in joined] for i, (kind, _, joined) in zip(ids, groups, strict=True) if kind == "person"}
    display = {i: name for i, (_, name, _) in zip(ids, groups, strict=True)}
    roles = roles_of(people, display)
    made = [
        Actor(i, name, kind, roles.get(i, ()), _aliases(joined), named=not all(one.phrase for one, _ in joined))
        for i, (kind, name, joined) in zip(ids, groups, strict=True)
    ]
    actor_of: Mapping[Key, str] = {
        one.key: i for i, (_, _, joined) in zip(ids, groups, strict=True) for one, _ in joined
    }
    return Resolution(
        actors=tuple(sorted(made, key=lambda a: a.id)),
        actor_of=dict(sorted(actor_of.items())),
        rule_of={
            one.key: one.retold or rule
            for _, _, joined in groups
            for one, rule in sorted(joined, key=lambda f: f[0].key)
            if one.phrase or one.retold
        },
        place_of={one.key: one.name for one in sorted(places, key=lambda p: p.key)},
    )


def _aliases(joined: Joined) -> tuple[Alias, ...]:
    """The names and phrases sources use, commonest first, with the rule that joined the first of each."""
    counts: Counter[str] = Counter()
    sources: dict[str, set[str]] = defaultdict(set)
    rules: dict[str, str] = {}
    for one, rule in sorted(joined, key=lambda item: item[0].key):
        for mention in one.mentions:
            if mention.kind == "pronoun":
                continue
            text = " ".join(mention.text.split())
            counts[text] += 1
            sources[text].add(one.source)
            within = mention.rule if mention.kind == "nominal" or mention.text != one.name else ""
            rules.setdefault(text, within or rule)
    ranked = sorted(counts, key=lambda text: (-counts[text], text))
    return tuple(Alias(text, counts[text], tuple(sorted(sources[text])), rules[text]) for text in ranked)
