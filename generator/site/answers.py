"""Digests of what a lookup answers: they tell whether a page that asked for it would come out the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

from generator.model import SourceRecord
from generator.site.asked import ALL, MANY, THERE, Question
from generator.site.lookup import Lookup
from generator.site.paging import Stretch

# Records without a file of their own whose digests are kept for the next question: all of them, and those of what
# the records consist of, were 40 MB at 2,000 articles.
_MOST = 5000
_SIZE = 16  # of a digest
# What is answered out of the record of one article, and nothing else.
_OF_ONE_SOURCE = frozenset({"sources", "quotations", "figures", "named"})


class Answers:
    """Digests of what a lookup answers, by the question; those of two lookups are the same only where the answers are.
    None is kept hold of: who asks for all of a site's has them in a table. `digests` are those of records, by the
    digest of the text of a file: what is `known` of them from the last build need not be worked out, and what was
    answered then of an article whose text is known is answered again."""

    def __init__(self, lookup: Lookup, known: Mapping[bytes, tuple[bytes, ...]] | None = None) -> None:
        self._lookup = lookup
        self._mappings = {
            f.name: value for f in fields(lookup) if isinstance(value := getattr(lookup, f.name), Mapping)
        }
        self._pieces: dict[int, bytes] = {}
        self._met: dict[int, tuple[Any, bytes]] = {}
        self.digests: dict[bytes, tuple[bytes, ...]] = {}
        files = (records for text, records in lookup.texts.items() if text in (known or {}))
        self._same = {one.source.id for records in files for one in records if isinstance(one, SourceRecord)}
        for text, records in lookup.texts.items():
            pieces = [piece for record in records for piece in _pieces(record)]
            self.digests[text] = (known or {}).get(text) or tuple(map(self.of, pieces))
            self._met.clear()
            each = zip(pieces, self.digests[text], strict=True)
            self._pieces.update((id(piece), d) for piece, d in each if not isinstance(piece, str))

    def to(self, asked: Sequence[Question]) -> bytes:
        """The digest of the answers to questions, as of `Asking.asked`."""
        return blake2b(b"".join(map(self.__getitem__, asked)), digest_size=_SIZE).digest()

    def to_each(self, field: str, what: str, keys: Iterable[Any], before: bytes) -> bytes:
        """The digests of the answers to one question about thousands of keys, half of which ask whether they are
        there; `before` are those of the last build."""
        if what == THERE:
            known = self._mappings[field]
            return b"".join(_SAID[key in known] for key in keys)
        if field in _OF_ONE_SOURCE:
            was = (before[at : at + _SIZE] for at in range(0, len(before), _SIZE))
            each = zip(keys, was, strict=True)
            return b"".join(d if self._source(field, key) in self._same else self[field, key, what] for key, d in each)
        return b"".join(self[field, key, what] for key in keys)

    def _source(self, field: str, key: Any) -> str | None:
        """The article that alone says what is answered; None where that is not known."""
        if key is ALL:
            return None
        if field in {"quotations", "figures"}:
            key = self._mappings[field].get(key, (None,))[0]
        elif field == "named":
            key = key[1]
        return str(key)

    def of(self, value: Any) -> bytes:
        """The digest of a value: a record, or a tuple of such."""
        if isinstance(value, str):
            return _digest(value)
        found = self._pieces.get(id(value))
        if found:
            return found
        if isinstance(value, tuple):
            return _joined(map(self.of, value))
        if not is_dataclass(value):
            return _digest(value)
        met = self._met.get(id(value))
        if met:
            return met[1]
        if isinstance(value, Stretch):
            return self.of((value.key, value.name, value.items))
        if isinstance(value, SourceRecord):
            found = _joined(self.of(getattr(value, field.name)) for field in fields(value))
        else:
            found = _digest(value)
        if len(self._met) >= _MOST:
            self._met.clear()
        # what is kept hold of is the only one at its place in memory
        self._met[id(value)] = value, found
        return found

    def __getitem__(self, question: Question) -> bytes:
        field, key, what = question
        name, _, part = field.partition(".")
        value = self._mappings[name] if name in self._mappings else getattr(self._lookup, name)
        if part:
            value = getattr(value, part)
        if isinstance(value, Mapping) and key is ALL:
            value = tuple(value.items())
        elif isinstance(value, Mapping):
            value = self._part(key in value, value.get(key), what)
        return _SAID[value] if isinstance(value, bool) else self.of(value)

    @staticmethod
    def _part(there: bool, value: Any, what: str) -> Any:
        if what == THERE or not there:
            return there
        if what == MANY:
            return len(value)
        place, _, name = what.rpartition(".")
        if place:
            value = value[int(place)] if int(place) < len(value) else None
        return getattr(value, name, None) if name else value


def _pieces(record: Any) -> Iterator[Any]:
    """What is asked for of a record by itself."""
    if isinstance(record, SourceRecord):
        yield from (*record.quotations, *record.figures)
        yield from (getattr(record, field.name) for field in fields(record))
    yield record


def _joined(digests: Iterable[bytes]) -> bytes:
    return blake2b(b"".join(digests), digest_size=_SIZE).digest()


def _digest(value: Any) -> bytes:
    # a record's representation holds each of its fields, text in quotes
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


_SAID = {said: _digest(said) for said in (False, True)}
