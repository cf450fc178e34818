"""What is checked, and what a check is."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.errors import Fault
from generator.model import Dossier


@dataclass(frozen=True, slots=True)
class Secrets:
    """What nobody may read: `redacted` finds words that are blacked out, `withheld` are passages of articles under an
    embargo, with single spaces and in lower case."""

    redacted: tuple[re.Pattern[str], ...] = ()
    withheld: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.redacted or self.withheld)

    def told(self) -> str:
        """All of it as a text, which two states have in common only where they are the same."""
        return repr(([(pattern.pattern, pattern.flags) for pattern in self.redacted], self.withheld))


@dataclass(frozen=True, slots=True)
class Published:
    """What is about to be published. `texts`: article file to its text; `fresh`: what a fresh extraction would write
    below `data`, path to text; `published`: the addresses (kind, id) that the last commit has; `site`: the built site,
    if there is one; `carried`: which of its files (paths below it) were in the last one, which passed the checks;
    `added`: all others, None where that is not known; `leads`: where each page of the last one leads, and those of this
    one once it is checked."""

    dossier: Dossier
    texts: Mapping[str, str]
    fresh: Mapping[str, str]
    data: Path
    published: frozenset[tuple[str, str]] = frozenset()
    site: Path | None = None
    secrets: Secrets = field(default=Secrets())
    carried: Collection[str] = ()
    added: Collection[str] | None = None
    leads: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Check(Protocol):
    """Something that must hold. `says` states it; `faults` lists where it does not.

    `of` is what it looks at: the data, the decisions (a fault there is a person's to mend, and harms nothing), or the
    built site.
    """

    says: str
    of: str

    def faults(self, state: Published) -> Iterator[Fault]: ...
