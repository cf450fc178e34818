"""What a page asks the dossier for, noted while it is made: the page stays as it is while the answers do.

A page's maker gets a lookup that notes every question: of a record, found or not; of all of a kind; of some records
only whether they are there, how many, or one of their fields, because most pages that show an actor's name say nothing
of what else is known of the actor. Nothing made from a lookup may therefore be kept from one page for the next: what
that depends on would not be noted there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, cast

from generator.site.lookup import Lookup

# A field of the lookup, a key in it, and what of the value: all, whether there is one, how many, or the name of a field
# (`name`; `0.name` of the first where there are several).
Question = tuple[str, Any, str]
# No key: all of the field was read.
ALL = None
WHOLE, THERE, MANY = "", "?", "#"
_BY_FIELD = frozenset({"actors", "events", "sources"})
_BY_FIELD_OF_EACH = frozenset({"conflicts"})
_BY_COUNT = frozenset({"spoken_by", "events_of"})

Asked = dict[Question, None]


class _Noted(Mapping[Any, Any]):
    """A mapping that notes which of its keys are asked for; `told` is what it has answered since that was emptied."""

    def __init__(self, field: str, of: Mapping[Any, Any], asked: Asked) -> None:
        self._field, self._of, self._asked = field, of, asked
        self.told: dict[Any, Any] = {}

    def __getitem__(self, key: Any) -> Any:
        if key in self.told:
            return self.told[key]
        if key not in self._of:
            self._asked[self._field, key, THERE] = None
        self.told[key] = told = self._noted(key, self._of[key])
        return told

    def get(self, key: Any, default: Any = None) -> Any:
        if key not in self._of:
            self._asked[self._field, key, THERE] = None
            return default
        return self[key]

    def _noted(self, key: Any, value: Any) -> Any:
        if self._field in _BY_FIELD_OF_EACH:
            self._asked[self._field, key, MANY] = None
            each = enumerate(value)
            return tuple(_NotedRecord(self._field, key, one, self._asked, f"{place}.") for place, one in each)
        if self._field in _BY_FIELD or self._field in _BY_COUNT:
            self._asked[self._field, key, THERE] = None
            of = _NotedRecord if self._field in _BY_FIELD else _NotedMany
            return of(self._field, key, value, self._asked)
        self._asked[self._field, key, WHOLE] = None
        return value

    def __contains__(self, key: Any) -> bool:
        self._asked[self._field, key, THERE] = None
        return key in self._of

    def __iter__(self) -> Iterator[Any]:
        self._asked[self._field, ALL, WHOLE] = None
        return iter(self._of)

    def __len__(self) -> int:
        self._asked[self._field, ALL, WHOLE] = None
        return len(self._of)


class _NotedRecord:
    """A record that notes which of its fields are asked for."""

    def __init__(self, field: str, key: Any, of: Any, asked: Asked, place: str = "") -> None:
        self._field, self._key, self._of, self._asked, self._place = field, key, of, asked, place

    def __getattr__(self, name: str) -> Any:
        self._asked[self._field, self._key, self._place + name] = None
        value = self.__dict__[name] = getattr(self._of, name)
        return value


class _NotedMany(Sequence[Any]):
    """Records that note whether they are asked for or only counted."""

    __slots__ = ("_asked", "_field", "_key", "_of")

    def __init__(self, field: str, key: Any, of: tuple[Any, ...], asked: Asked) -> None:
        self._field, self._key, self._of, self._asked = field, key, of, asked

    def __len__(self) -> int:
        self._asked[self._field, self._key, MANY] = None
        return len(self._of)

    def __getitem__(self, place: Any) -> Any:
        self._asked[self._field, self._key, WHOLE] = None
        return self._of[place]

    def __iter__(self) -> Iterator[Any]:
        self._asked[self._field, self._key, WHOLE] = None
        return iter(self._of)


class _NotedDossier:
    """A dossier that notes which of its fields are asked for."""

    def __init__(self, of: Any, asked: Asked) -> None:
        self._of, self._asked = of, asked

    def __getattr__(self, name: str) -> Any:
        self._asked[f"dossier.{name}", ALL, WHOLE] = None
        return getattr(self._of, name)


class _NotedLookup:
    """A lookup that notes what is asked of it; what is no mapping counts as asked for whole."""

    leading = Lookup.leading
    is_copy = Lookup.is_copy
    place = Lookup.place

    def __init__(self, of: Lookup, asked: Asked) -> None:
        self._of, self._asked = of, asked
        self.dossier = _NotedDossier(of.dossier, asked)
        for field in fields(of):
            value = getattr(of, field.name)
            if isinstance(value, Mapping):
                setattr(self, field.name, _Noted(field.name, value, asked))

    def __getattr__(self, name: str) -> Any:
        self._asked[name, ALL, WHOLE] = None
        return getattr(self._of, name)


class Asking:
    """A lookup to make pages with: `asked` takes out what it was asked for since it was last called."""

    def __init__(self, lookup: Lookup) -> None:
        self._asked: Asked = {}
        noted = _NotedLookup(lookup, self._asked)
        self._told = [value.told for value in vars(noted).values() if isinstance(value, _Noted)]
        self.lookup = cast(Lookup, noted)

    def asked(self) -> tuple[Question, ...]:
        """The questions since the last call."""
        found = tuple(self._asked)
        self._asked.clear()
        for told in self._told:
            told.clear()
        return found
