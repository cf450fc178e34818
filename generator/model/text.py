"""What is read: a document, its text, and the parts of the text."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Basis = Literal["given", "stated", "inferred", "open"]
Publish = Literal["excerpts", "full"]

# A block of one of these kinds is on the page but is no part of the article's prose.
REMOVED_KINDS = frozenset(
    {"advert", "related", "caption", "credit", "byline", "dateline", "share", "repeated_title", "other"}
)


class _Bounds(NamedTuple):
    start: int
    end: int


class Span(_Bounds):
    """`[start, end)` in Unicode code points of the document's text.

    Equal ones are one object: an article has some two hundred, most of them several times, and so have all others.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> "Span":
        """The span from `start` to `end`, which may be there already."""
        return _spans.get((start, end)) or _new(start, end)

    @classmethod
    def of(cls, bounds: tuple[int, int]) -> "Span":
        """The span with these bounds."""
        return _spans.get(bounds) or _new(*bounds)


# Those of some 20,000 articles.
_MOST = 1 << 19
_spans: dict[tuple[int, int], Span] = {}


def _new(start: int, end: int) -> Span:
    span = _Bounds.__new__(Span, start, end)
    if len(_spans) < _MOST:
        _spans[span] = span
    return span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one use: `headline`, `subheading`, `prose`, or one of `REMOVED_KINDS`.

    Blocks stand in text order and do not overlap; what lies between two blocks is white space. A block is a
    paragraph, or the part of one that has a use of its own (a dateline before the first sentence). No sentence
    crosses the border of a block.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A point or window on the calendar with the reasoning a reader is shown.

    `value`, `earliest` and `latest` are ISO 8601 dates or times (`2022-01-06T16:00+05:30`); `value` may also be a
    TIMEX3 value of lower precision (`2022-W02`, `2022-01`). `value` None with basis `open` means: not settled;
    `earliest` may then be a day whose year is not known (`XXXX-01-10`).
    """

    value: str | None
    basis: Basis
    reason: str
    earliest: str | None = None
    latest: str | None = None

    @property
    def two_readings(self) -> bool:
        """Whether day and month could change places: `value` is the year, `earliest` and `latest` are the two days."""
        return len(self.value or "") == 4 and len(self.earliest or "") == 10


OPEN = Dated(value=None, basis="open", reason="")


@dataclass(frozen=True, slots=True)
class YearHint:
    """In which year a day (`01-10`) lies that an article names without its year, or which of the two days that its own
    may be, as other articles tell, and why."""

    day: str
    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: its text unchanged, its metadata, and the use of each stretch of it.

    `file` is the path below the seeds folder with forward slashes; `sha256` is that of the file's bytes.
    `published` is what a sidecar gives or the page states; an undated article is dated later from its own text.
    """

    id: str
    file: str
    sha256: str
    text: str
    title: str
    blocks: tuple[Block, ...]
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    language: str = "en"
    published: Dated = OPEN
    updated: str | None = None
    relays: tuple[str, ...] = ()
    quality: tuple[str, ...] = ()
    url: str | None = None
    publish: Publish = "excerpts"
    reliability: str | None = None
    year_hint: YearHint | None = None

    @property
    def removed(self) -> tuple[Block, ...]:
        """The blocks that are not article prose."""
        return tuple(b for b in self.blocks if b.kind in REMOVED_KINDS)

    @property
    def prose(self) -> tuple[Block, ...]:
        """Headline, subheadings and paragraphs."""
        return tuple(b for b in self.blocks if b.kind not in REMOVED_KINDS)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a person gives about an article, in `NAME.yml` beside `NAME.txt`; it wins over what is found in the text.

    title: the headline.
    authors: a list of names.
    outlet: who published it.
    published: when it was published, an ISO 8601 date or time: 2022-01-10, 2022-01-10T08:30+01:00.
    updated: when it was last changed, as `published`.
    url: where it is published.
    language: its language, an ISO 639-1 code.
    id: fixes the address of the source's page.
    publish: `excerpts` shows the cited sentences with a little context, `full` the whole text.
    reliability: a grade that a person gives (an Admiralty letter, say); the program gives none.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    publish: Publish | None = None
    reliability: str | None = None
