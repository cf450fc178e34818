"""The files of a dossier, by their names, and what is known of them without making them."""

import marshal
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import AssembledRecord, SourceRecord
from generator.records.contents import Kept, keep_record
from generator.records.emit import emit
from generator.records.shape import adapter, from_plain, to_plain
from generator.sums import Store

SCHEMA = "onrecord/1"
_SUMS = b"sums of sources"


class Files(Mapping[str, str]):
    """The files of a dossier. The text of a source is made whenever it is asked for, and those of lists are packed:
    together they are more than all else that a run has in memory.

    Of a source that is made of the same as in the last run the sum of its text is known, so that nobody needs to ask
    for the text of a file that has it.
    """

    def __init__(
        self,
        lists: Mapping[str, bytes],
        sources: Mapping[str, SourceRecord],
        kept: Kept | None,
        read: Kept | None,
        sums: "SourceSums | None",
    ) -> None:
        self._lists, self._sources, self._kept, self._read, self._sums = lists, sources, kept, read, sums

    def __getitem__(self, name: str) -> str:
        record = self._sources.get(name)
        if record is None:
            return zlib.decompress(self._lists[name]).decode("utf-8")
        return _source_file(record, self._kept, self._read)

    def __iter__(self) -> Iterator[str]:
        yield from self._lists
        yield from self._sources

    def __len__(self) -> int:
        return len(self._lists) + len(self._sources)

    def sum_of(self, name: str) -> bytes | None:
        """The sum of a file's text, where it is known."""
        record = self._sources.get(name)
        return self._sums.before.get(record.made_of) if self._sums and isinstance(record, AssembledRecord) else None

    def keep_sums(self, sums: Mapping[str, bytes]) -> None:
        """Keep the sums of the texts of files, as they are written, for the next run."""
        if self._sums:
            assembled = ((n, record) for n, record in self._sources.items() if isinstance(record, AssembledRecord))
            self._sums.keep({record.made_of: sums[name] for name, record in assembled if record.made_of})


@dataclass(frozen=True, slots=True)
class SourceSums:
    """The sums of the texts of sources that the last run has kept, by what stands for what each is made of."""

    store: Store
    before: Mapping[bytes, bytes]

    @classmethod
    def of(cls, store: Store) -> "SourceSums":
        """Those that are kept in a store, which is of one state of the program."""
        known = store.get_whole(store.key([_SUMS]))
        return cls(store, marshal.loads(known) if known else {})

    def keep(self, sums: Mapping[bytes, bytes]) -> None:
        """Keep these for the next run."""
        if sums != self.before:
            self.store.put_whole(self.store.key([_SUMS]), marshal.dumps(dict(sums)))


def _source_file(record: SourceRecord, kept: Kept | None, read: Kept | None) -> str:
    if kept is None:
        return file_of(to_plain(record))
    key = kept.key([b"source", adapter(SourceRecord).dump_json(record)])
    text = kept.get_whole(key)
    if text is None:
        plain = to_plain(record)
        text = file_of(plain).encode("utf-8")
        kept.put_whole(key, text)
        # as it will be read: what is a whole number here may be another kind of number there
        keep_record(from_plain(SourceRecord, plain, ""), text, read)
    return text.decode("utf-8")


def file_of(content: dict[str, Any]) -> str:
    """The text of a file with this content."""
    return emit({"schema": SCHEMA, **content})
