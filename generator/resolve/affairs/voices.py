"""Whom "we" means in the words of somebody whose post only other articles on the affair tell.

"We got this wrong," said Ana Moss; another article has her as the dairy's chief executive.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Entity, Evidence, Key
from generator.resolve.affairs.bearers import Affairs
from generator.resolve.affairs.described import Group
from generator.resolve.found import Found

_SPOKEN_FOR = ("organisation", "state", "group")


def join_voices(groups: Sequence[Group], evidence: Sequence[Evidence], affairs: Affairs) -> list[Group]:
    """The groups, bodies with the "we" of those who speak for them."""
    number_of = {one.key: number for number, (_, _, joined) in enumerate(groups) for one, _ in joined}
    entities = {e.document.id: e.entities for e in evidence}
    out = [(kind, name, list(joined)) for kind, name, joined in groups]
    for e in evidence:
        for index, speaker in _voices(e):
            number = number_of.get((e.document.id, speaker))
            body = None if number is None else _body(groups, number_of, entities, number, e, affairs)
            if number is not None and body is not None:
                told = f"spoken by {groups[number][1]}, whom articles on the affair give a post there"
                out[body][2].append((_found(e, index), told))
    return out


def _voices(e: Evidence) -> Iterator[tuple[int, int]]:
    """The entities of an article for whom somebody says "we", each with who says it."""
    return ((n, entity.voice_of) for n, entity in enumerate(e.entities) if entity.voice_of is not None)


def _body(
    groups: Sequence[Group],
    number_of: Mapping[Key, int],
    entities: Mapping[str, Sequence[Entity]],
    speaker: int,
    e: Evidence,
    affairs: Affairs,
) -> int | None:
    """The number of the body in which more articles of the affair give somebody a post than in any other; of several,
    of the one that the article itself names."""
    near = affairs.beside(e.document.id)
    posts = Counter(
        body
        for one, _ in groups[speaker][2]
        if one.source in near
        for body in {number_of.get((one.source, served)) for served in entities[one.source][one.key[1]].serves}
        if body is not None and groups[body][0] in _SPOKEN_FOR
    )
    most = [body for body, times in posts.items() if times == max(posts.values())]
    here = {number_of.get((e.document.id, n)) for n in range(len(e.entities))}
    at_hand = [body for body in most if body in here] or most
    return at_hand[0] if len(at_hand) == 1 else None


def _found(e: Evidence, index: int) -> Found:
    return Found(
        key=(e.document.id, index),
        name=e.entities[index].name,
        kind="organisation",
        gender="unknown",
        code=None,
        mentions=tuple([e.mentions[k] for k in e.entities[index].mentions]),
        roles=(),
        speaks=False,
        date=e.document.published.value,
        phrase=True,
    )
