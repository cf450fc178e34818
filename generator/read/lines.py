"""The paragraphs of a text: its lines, with the lines of a hard-wrapped paragraph put together."""

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.read.phrases import furniture

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# Invisible characters count as space at the ends of a line: zero-width ones, byte order marks, direction marks.
_TRIM = "".join(
    chr(c)
    for first, last in (
        (0x09, 0x09),
        (0x1C, 0x20),
        (0xA0, 0xA0),
        (0xAD, 0xAD),
        (0x1680, 0x1680),
        (0x2000, 0x200F),
        (0x202A, 0x202F),
        (0x205F, 0x2060),
        (0x2066, 0x2069),
        (0x3000, 0x3000),
        (0xFEFF, 0xFEFF),
    )
    for c in range(first, last + 1)
)
_SPACE = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029\u00a0\u2000-\u200a\u202f\u3000]")
_CLOSERS = "\"'”’»)]*"
_NOTE = 60
_MOST_NOTES = 4
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{1,50}[)\]]\s*\Z|\s+(?:Read [Mm]ore|READ MORE|Continue [Rr]eading)\W*\Z")
_ENDS = ".!?…。"
_BY_NAME = re.compile(r"by(?: [A-Z][\w.'’-]*){2,4}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its span without white space at the ends, its words on one line, and whether a blank line is above.

    In `flat` each line break and each fixed or narrow space is one ordinary space, so offsets into it are offsets
    from `start`.
    """

    start: int
    end: int
    flat: str
    gap: bool = False

    @property
    def words(self) -> int:
        return len(self.flat.split())


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does: a stop, with quotation marks or a note in brackets after it or none."""
    for _ in range(_MOST_NOTES):
        if text.rstrip(_CLOSERS + " ").endswith(tuple(_ENDS)):
            return True
        note = _BRACKET.search(text[-_NOTE:])
        if note is None:
            return False
        text = text[: len(text) - len(note.group())]
    return False


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs in text order."""
    lines = _lines(text)
    groups: list[list[Paragraph]] = []
    for line in lines:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    wrap = _wrap_width(groups)
    joined: list[Paragraph] = []
    for group in groups:
        run = [group[0]]
        for line in group[1:]:
            if _continues(run[-1], line, wrap, text):
                run.append(line)
            else:
                joined.append(_join(run, text))
                run = [line]
        joined.append(_join(run, text))
    return tuple(joined)


def _lines(text: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    end_of_last = 0
    for match in _LINE.finditer(text):
        left = match.group().lstrip(_TRIM)
        bare = left.rstrip(_TRIM)
        if not bare:
            continue
        start = match.end() - len(left)
        gap = len(_BREAK.findall(text, end_of_last, start)) > 1
        lines.append(Paragraph(start, start + len(bare), _SPACE.sub(" ", bare), gap))
        end_of_last = start + len(bare)
    return lines


def _wrap_width(groups: list[list[Paragraph]]) -> int | None:
    """The width at which the text was wrapped, or None when each paragraph is one line, as in a pasted page.

    Wrapped text has lines of nearly the same length that stop in mid sentence, and the lines after them go on in small
    letters; a list of headlines, which stop nowhere either, begins each with a capital.
    """
    pairs = [pair for group in groups for pair in pairwise(group)]
    lengths = [above.end - above.start for above, _ in pairs]
    open_ended = [line for above, line in pairs if not ends_sentence(above.flat)]
    if len(open_ended) < 3 or not 40 <= max(lengths) <= 130:
        return None
    full = sum(length >= 0.7 * max(lengths) for length in lengths)
    small = sum(line.flat[0].islower() for line in open_ended)
    wrapped = full >= 0.5 * len(pairs) and len(open_ended) >= 0.4 * len(pairs) and small >= 0.4 * len(open_ended)
    return max(lengths) if wrapped else None


def _continues(above: Paragraph, line: Paragraph, wrap: int | None, text: str) -> bool:
    first = line.flat[0]
    if first.islower() and above.words > 3 and not ends_sentence(above.flat) and above.flat[-1] != ":":
        return not furniture(line.flat) and not _BY_NAME.fullmatch(line.flat)
    if wrap is None:
        return False
    if (_indented(line, text) and not _indented(above, text)) or first in "•*-–—>#|":
        return False
    if furniture(line.flat) or furniture(above.flat):
        return False
    # A word that would have fitted on the line above did not come from wrapping.
    fitted = above.end - above.start + 1 + len(line.flat.split(" ", 1)[0]) <= wrap - 12
    return not (fitted and (ends_sentence(above.flat) or above.words < 7))


def _indented(line: Paragraph, text: str) -> bool:
    return text[max(0, line.start - 3) : line.start].endswith(("   ", "\t"))


def _join(run: list[Paragraph], text: str) -> Paragraph:
    start, end = run[0].start, run[-1].end
    return Paragraph(start, end, _SPACE.sub(" ", text[start:end]), run[0].gap)
