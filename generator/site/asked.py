"""What a page asks the dossier for, noted while it is made: the page stays as it is while the answers do.

A page's maker gets a lookup that notes every question: a record by its key, found or not, or all of a kind. Nothing
made from a lookup may therefore be kept from one page for the next: what that depends on would not be noted there.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any, cast

from generator.site.lookup import Lookup

# A field of the lookup and a key in it; no key where all of the field was read.
Question = tuple[str, Any]
ALL = None


class _Noted(Mapping[Any, Any]):
    """A mapping that notes which of its keys are asked for."""

    def __init__(self, field: str, of: Mapping[Any, Any], asked: dict[Question, None]) -> None:
        self._field, self._of, self._asked = field, of, asked

    def __getitem__(self, key: Any) -> Any:
        self._asked[self._field, key] = None
        return self._of[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._asked[self._field, key] = None
        return self._of.get(key, default)

    def __contains__(self, key: Any) -> bool:
        self._asked[self._field, key] = None
        return key in self._of

    def __iter__(self) -> Iterator[Any]:
        self._asked[self._field, ALL] = None
        return iter(self._of)

    def __len__(self) -> int:
        self._asked[self._field, ALL] = None
        return len(self._of)


class _NotedDossier:
    """A dossier that notes which of its fields are asked for."""

    def __init__(self, of: Any, asked: dict[Question, None]) -> None:
        self._of, self._asked = of, asked

    def __getattr__(self, name: str) -> Any:
        self._asked[f"dossier.{name}", ALL] = None
        return getattr(self._of, name)


class _NotedLookup:
    """A lookup that notes what is asked of it; what is no mapping counts as asked for whole."""

    leading = Lookup.leading
    is_copy = Lookup.is_copy

    def __init__(self, of: Lookup, asked: dict[Question, None]) -> None:
        self._of, self._asked = of, asked
        self.dossier = _NotedDossier(of.dossier, asked)
        for field in fields(of):
            value = getattr(of, field.name)
            if isinstance(value, Mapping):
                setattr(self, field.name, _Noted(field.name, value, asked))

    def __getattr__(self, name: str) -> Any:
        self._asked[name, ALL] = None
        return getattr(self._of, name)


class Asking:
    """A lookup to make pages with: `asked` takes out what it was asked for since it was last called."""

    def __init__(self, lookup: Lookup) -> None:
        self._asked: dict[Question, None] = {}
        self.lookup = cast(Lookup, _NotedLookup(lookup, self._asked))

    def asked(self) -> str:
        """The questions since the last call, as JSON."""
        found = json.dumps(list(self._asked))
        self._asked.clear()
        return found


class Answers:
    """Digests of what a lookup answers; those of two lookups are the same only where the answers are."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._known: dict[Question, bytes] = {}
        self._records: dict[int, tuple[Any, bytes]] = {}

    def to(self, asked: str) -> bytes:
        """The digest of the answers to questions, as of `Asking.asked`."""
        digest = blake2b(digest_size=16)
        for field, key in json.loads(asked):
            digest.update(self._answer((field, tuple(key) if isinstance(key, list) else key)))
        return digest.digest()

    def of(self, value: Any) -> bytes:
        """The digest of a value: a record, or a tuple of such."""
        if isinstance(value, tuple):
            return blake2b(b"".join(map(self.of, value)), digest_size=16).digest()
        if not is_dataclass(value):
            return _digest(value)
        # a record that is kept hold of is the only one at its place in memory
        if id(value) not in self._records:
            self._records[id(value)] = value, _digest(value)
        return self._records[id(value)][1]

    def _answer(self, question: Question) -> bytes:
        if question not in self._known:
            field, key = question
            name, _, part = field.partition(".")
            value = getattr(getattr(self._lookup, name), part) if part else getattr(self._lookup, name)
            if isinstance(value, Mapping):
                value = tuple(value.items()) if key is ALL else (key in value, value.get(key))
            self._known[question] = self.of(value)
        return self._known[question]


def _digest(value: Any) -> bytes:
    # a record's representation holds each of its fields, text in quotes
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()
