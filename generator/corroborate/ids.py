"""The ids minted here: short hashes of the words a record stands on, and readable slugs for events.

An id depends on its own source and words alone, so that other documents, or another order of them, leave it as it is.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from generator.model import Evidence, Span
from generator.model.links import Key

_LENGTH = 10
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_TWO = [second + first for first in _ALPHABET for second in _ALPHABET]
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def digest(*parts: str) -> str:
    """Ten characters of base 32 that stand for the parts: 50 bits, so that a collision is a curiosity."""
    hashed = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    number = int.from_bytes(hashed, "big")
    return "".join([_TWO[number >> at & 1023] for at in range(0, 5 * _LENGTH, 10)])


def minted(prefix: str, keyed: Sequence[tuple[Key, tuple[str, ...]]]) -> dict[Key, str]:
    """An id for each key from its parts; equal parts (the same words twice in one source) differ by their order."""
    ids: dict[Key, str] = {}
    taken: set[str] = set()
    seen: dict[tuple[str, ...], int] = {}
    for key, parts in sorted(keyed):
        seen[parts] = seen.get(parts, 0) + 1
        times = seen[parts]
        id_ = prefix + digest(*parts, *([str(times)] if times > 1 else []))
        while id_ in taken:
            times += 1
            id_ = prefix + digest(*parts, "again", str(times))
        taken.add(id_)
        ids[key] = id_
    return ids


def words_at(text: str, spans: Iterable[Span]) -> str:
    """The words at some spans of a text, with single spaces."""
    return " ".join([" ".join(text[start:end].split()) for start, end in spans])


def quotation_ids(evidence: Sequence[Evidence]) -> dict[Key, str]:
    """The id of every quotation, by (source id, index of the quotation in its Evidence)."""
    return minted("q-", [((e.document.id, i), _words_of(e, i)) for e in evidence for i in range(len(e.quotations))])


def _words_of(e: Evidence, index: int) -> tuple[str, str]:
    """What the id of a quotation is made from: its source and its words."""
    return e.document.id, words_at(e.document.text, e.quotations[index].spans)


def figure_ids(evidence: Sequence[Evidence]) -> dict[Key, str]:
    """The id of every figure, by (source id, index): from its words and what it counts."""
    return minted(
        "f-",
        [
            ((e.document.id, i), (e.document.id, " ".join(f.text.split()), f.what))
            for e in evidence
            for i, f in enumerate(e.figures)
        ],
    )


def statement_ids(evidence: Sequence[Evidence], groups: Sequence[Sequence[Key]]) -> list[str]:
    """The id of each group of quotations, from its first one: the least key, which other documents cannot change
    but by joining the group."""
    by_id = {e.document.id: e for e in evidence}
    first = [min(group) for group in groups]
    ids = minted("s-", [(key, _words_of(by_id[key[0]], key[1])) for key in first])
    return [ids[key] for key in first]


def conflict_ids(stands_on: Sequence[tuple[str, tuple[str, ...]]]) -> list[str]:
    """The id of each conflict, from its kind and the ids of its first evidence on each side."""
    ids = minted("c-", [((str(i).zfill(8), 0), (kind, *parts)) for i, (kind, parts) in enumerate(stands_on)])
    return [ids[(str(i).zfill(8), 0)] for i in range(len(stands_on))]


def slug(*parts: str) -> str:
    """Parts in small Latin letters with hyphens: "talks-geneva-2022-01-10"."""
    plain = (unicodedata.normalize("NFKD", p).encode("ascii", "ignore").decode().lower() for p in parts if p)
    return "-".join(filter(None, (_NOT_SLUG.sub("-", p).strip("-") for p in plain)))


def unique_slugs(wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Slugs as wanted where nobody else wants the same; of several, those after the first get a mark made from what
    they stand on (second part), so that they stay what they are when others come."""
    holders: dict[str, str] = {}
    for wish, mark in wanted:
        holders[wish] = min(mark, holders.get(wish, mark))
    taken: set[str] = set()
    found = []
    for wish, mark in wanted:
        id_ = wish if holders[wish] == mark and wish not in taken else f"{wish}-{digest(mark)[:4]}"
        while id_ in taken:
            id_ = f"{wish}-{digest(id_)[:6]}"
        taken.add(id_)
        found.append(id_)
    return found
