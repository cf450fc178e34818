"""What a time expression is read against: the article's date, the dates told before it, and the verb it hangs on."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from spacy.tokens import Token

from generator.extract.times.pieces import Piece
from generator.extract.times.tense import Direction, Tokens, direction
from generator.extract.times.values import Unit, bounds, in_words, unit_of
from generator.model import Dated
from generator.model.evidence import TimexType

_CALENDAR = frozenset({"D", "W", "WE", "M", "Q", "HALF", "SEASON", "Y", "DE"})
# Mentions that are looked through for the one an expression hangs on; a page of tables has thousands.
_MEMORY = 100
# Lengths that company results are told for beside the quarter.
_REPORTED = re.compile(r"P[69]M|P1Y|P39W|P26W")
_FINENESS: tuple[Unit, ...] = ("D", "W", "WE", "M", "Q", "SEASON", "HALF", "Y", "DE", "CE")


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: TIMEX3 type and value, and how that came about, in words for a reader.

    A derived one ("a year earlier") is a comparison and does not move what the passage is about.
    """

    type: TimexType
    value: str
    how: str = ""
    derived: bool = False
    spoken: bool = False  # today, tonight: in a quotation, the day of speaking


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a block that a rule of the grammar fits: its pieces, by the names of the rule's groups too."""

    pieces: Sequence[Piece]
    groups: dict[str, Sequence[Piece]]
    before: Sequence[Piece]
    after: Sequence[Piece]
    offset: int
    text: str

    def get(self, name: str) -> Piece | None:
        parts = self.groups.get(name)
        return parts[0] if parts else None

    def value(self, name: str, default: str = "") -> str:
        piece = self.get(name)
        return piece.value if piece else default

    def letter(self, name: str) -> str:
        piece = self.get(name)
        return piece.letter if piece else ""

    @property
    def start(self) -> int:
        return self.offset + self.pieces[0].start

    @property
    def end(self) -> int:
        return self.offset + self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class Anchor:
    """The article's date as far as it is known: a day, or a year and month, or nothing."""

    day: date | None = None
    year: int | None = None
    month: int | None = None
    inferred: bool = False

    @property
    def name(self) -> str:
        if self.day is None:
            return "the article (it has no date)" if self.year is None else f"the article of {self.year}"
        said = in_words(self.day.isoformat())
        return f"the article (it seems to be of {said})" if self.inferred else f"the article of {said}"


def anchor_of(published: Dated) -> Anchor:
    """The anchor a publication date gives; a date of lower precision gives its year and month."""
    value = published.value or ""
    inferred = published.basis == "inferred"
    if re.match(r"\d{4}-\d\d-\d\d", value):
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            return Anchor()
        return Anchor(day, day.year, day.month, inferred)
    if unit_of(value) is None or len(value) < 4:
        return Anchor()
    span = bounds(value)
    month = int(value[5:7]) if unit_of(value) == "M" else None
    return Anchor(None, span[0].year if span else None, month, inferred)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A calendar value told earlier in the text, and where."""

    value: str
    text: str
    block: int
    sentence: int
    derived: bool = False  # "a year earlier": does not move what the passage is about
    written: bool = False  # the year is in the text


@dataclass(slots=True)
class Context:
    """The reader's place in one document; `told` grows as expressions are read, in text order."""

    anchor: Anchor
    tokens: Tokens
    sentence_at: Callable[[int], int]
    block: int = 0
    headline: bool = False
    told: list[Mentioned] = field(default_factory=list)
    results_of: str = ""  # "year" when a passage on results spoke last of nine months or a year, not of a quarter

    def tell(self, hit: Hit, reading: Reading) -> None:
        """Note a reading, for the expressions that hang on it."""
        if reading.type == "DURATION" and _REPORTED.fullmatch(reading.value):
            self.results_of = "year"
        if reading.type not in ("DATE", "TIME") or unit_of(reading.value) not in _CALENDAR:
            return
        if unit_of(reading.value) == "Q" and not reading.derived:
            self.results_of = "quarter"
        text = " ".join(hit.text[hit.pieces[0].start : hit.pieces[-1].end].split())
        sentence = self.sentence_at(hit.start)
        self.told.append(
            Mentioned(reading.value, text, self.block, sentence, reading.derived, str(reading.value[:4]) in text)
        )

    def is_title(self, hit: Hit) -> bool:
        """Whether a day word is the name of a programme or paper: `CBS This Morning`, `USA Today`."""
        first = next((p for p in hit.pieces if p.letter in "T12l"), None)
        if first is None or not first.text[0].isupper() or self.headline:
            return False
        before = hit.text[max(first.start - 3, 0) : first.start].rstrip(" ")[-1:]
        token = self.tokens.at(hit.offset + first.start)
        if token is None or token.is_sent_start or not (before.isalnum() or len(hit.pieces) > 1):
            return False
        return all(p.text[0].isupper() for p in hit.pieces[hit.pieces.index(first) :] if p.text[0].isalpha())

    def which(self, hit: Hit) -> str:
        """The letter of the word that says which one is meant; "" for a `that` that only begins a clause."""
        letter = hit.letter("which")
        token = self.tokens.at(hit.offset + hit.groups["which"][0].start) if letter == "G" else None
        return "" if token is not None and token.tag_ == "IN" else letter

    def direction(self, hit: Hit) -> Direction:
        return direction(self.words(hit))

    def words(self, hit: Hit) -> list[Token]:
        return self.tokens.between(hit.start, hit.end)

    def last_told(self, unit: Unit, paragraphs: int = 3) -> Mentioned | None:
        """The calendar value told last that is at least as precise as `unit`, not more than some paragraphs back."""
        finest = _FINENESS.index(unit)
        for mention in islice(reversed(self.told), _MEMORY):
            if self.block - mention.block > paragraphs:
                return None
            have = unit_of(mention.value)
            if have is not None and not mention.derived and _FINENESS.index(have) <= finest:
                return mention
        return None

    def last_of(self, unit: Unit, paragraphs: int = 3) -> Mentioned | None:
        """The value of exactly that unit told last."""
        for mention in islice(reversed(self.told), _MEMORY):
            if self.block - mention.block > paragraphs:
                return None
            if unit_of(mention.value) == unit and not mention.derived:
                return mention
        return None

    def story(self, hit: Hit) -> Mentioned | None:
        """The day of another year, written out in the same sentence or the one before, that a passage tells on from."""
        here = self.sentence_at(hit.start)
        for mention in islice(reversed(self.told), _MEMORY):
            if mention.block != self.block or here - mention.sentence > 1 or self.anchor.day is None:
                return None
            if mention.written and unit_of(mention.value) == "D":
                return mention if int(mention.value[:4]) < self.anchor.day.year - 1 else None
        return None

    def quarter_told(self, paragraphs: int = 4) -> Mentioned | None:
        """The quarter whose results the passage is about: the one told last that is over, or else runs."""
        if self.results_of != "quarter" or self.anchor.day is None:
            return None
        running = None
        for mention in islice(reversed(self.told), _MEMORY):
            if self.block - mention.block > paragraphs:
                break
            span = bounds(mention.value) if unit_of(mention.value) == "Q" and not mention.derived else None
            if span and span[1] < self.anchor.day:
                return mention
            running = running or (mention if span and span[0] <= self.anchor.day else None)
        return running
