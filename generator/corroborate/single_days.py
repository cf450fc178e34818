"""Days of what has one day by its own words: the last inspection of a thing, the end of an offer or a ceasefire."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations

from generator.corroborate.groups import Groups
from generator.corroborate.stories import Stories
from generator.corroborate.windows import plain, span_of_value, window
from generator.corroborate.wording import lowered, one_of
from generator.lexicons import rows
from generator.model import Conflict, ConflictSide, Evidence, Place, Span

# What a clause has room for between the words and the day ("the last inspection of the reservoir was carried out on").
_ROOM = 70
_LONG_AGO = 366
_WORD = re.compile(r"[^\W\d_]+")
# What was put off had one day and has another.
_MOVED = re.compile(
    r"(?<!unless )\b(?:now|extend\w*|prolong\w*|postpon\w*|put (?:back|off)|brought forward|moved|delayed|original\w*|"
    r"initial\w*|first|was to|were to|had been due)\b",
    re.I,
)
_UNLESS = re.compile(r"\bunless [^.;]*", re.I)
_OTHER_CLAUSE = re.compile(r"[;:.!?]|\b(?:before|after|until|since|but|while|when|which|who|and)\b", re.I)
_DONE_TO = re.compile(
    r"([^\W\d_]+)(?: (?:of|in|at|near|below|above|on|over|under|behind|for|from|along)(?: [^\W\d_]+){1,4})?"
    r" (?:had|has|have|was|were|is|are)(?: been)? $",
    re.I,
)
_OF = re.compile(r" of (?:the |its |this |that )?(?:[^\W\d_]+ )?([^\W\d_]+)(?= (?:was|took|dates|had|on)\b)", re.I)
Told = tuple[str, date, Place, str]


@cache
def _last() -> tuple[re.Pattern[str], Mapping[str, str]]:
    names = {form: f"last {name}" for form, name in rows("single_acts")}
    return re.compile(rf"\b(?:last|latest|most recent(?:ly)?) (?:been )?({one_of(names)})\b"), names


@cache
def _ends() -> tuple[re.Pattern[str], Mapping[str, str]]:
    names = {form: f"end of the {name}" for form, name in rows("single_ends")}
    verbs = r"(?:ends?|expires?|closes?|lapses?|runs? out|(?:will|would) (?:end|expire|close|lapse|run out))"
    return re.compile(rf"\b({one_of(names)}) {verbs}\b"), names


def single_days(evidence: Sequence[Evidence], told: Stories) -> Iterator[Conflict]:
    """Conflicts of kind date on what two articles of one story give two days for, though it can have only one.

    An article that gives two days itself knows of two such things, and is not compared.
    """
    given: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for e in evidence:
        for one in _told(e):
            given[one[0]][e.document.id].append(one)
    telling = {source for sources in given.values() for source in sources}
    texts = {e.document.id: e.document.text for e in evidence if e.document.id in telling}
    written = {source: frozenset(_WORD.findall(text.casefold())) for source, text in texts.items()}
    for what in sorted(given):
        plainly = {s: many for s, many in given[what].items() if len({day for _, day, _, _ in many}) == 1}
        groups: Groups[str] = Groups(plainly, lambda source: source)
        for a, b in combinations(sorted(plainly), 2):
            if told.one(a, b) and not _two_things(plainly[a][0][3], plainly[b][0][3], written[a], written[b]):
                groups.join(a, b)
        for group in groups.all():
            places: dict[date, list[Place]] = defaultdict(list)
            for source in sorted(group):
                for _, day, place, _ in plainly[source]:
                    places[day].append(place)
            if len(places) > 1:
                yield conflict_of_days(what, places, "for what has one")


def conflict_of_days(what: str, places: Mapping[date, Sequence[Place]], of: str) -> Conflict:
    """The conflict, without an id, of the days that sources give something; `of` says what they give them for."""
    return Conflict(
        id="",
        kind="date",
        what=what[0].upper() + what[1:],
        sides=tuple(ConflictSide(plain(day), tuple(places[day])) for day in sorted(places)),
        note=f"The sources give different days {of}; nothing in them says which.",
    )


def _told(e: Evidence) -> Iterator[Told]:
    """What an article gives the one day of, with the day and the words that say so."""
    text, published = e.document.text, window(e.document.published)
    for sentence in e.sentences:
        written, small = (t[sentence.start : sentence.end] for t in (text, lowered(text)))
        for pattern, names in (_last(), _ends()):
            past = pattern is _last()[0]
            for match in pattern.finditer(small):
                if not past and _MOVED.search(_UNLESS.sub("", written)):
                    continue
                found = _day_after(e, sentence.start + match.end(), sentence.end)
                if found is None:
                    continue
                day, end = found
                if past and published.last is not None and not 0 <= (published.last - day).days <= _LONG_AGO:
                    continue
                if not past and published.first is not None and not 0 <= (day - published.first).days <= _LONG_AGO:
                    continue
                place = Place(e.document.id, Span(sentence.start + match.start(), end))
                yield names[match[1]], day, place, _thing(written, match.start(), match.end()) if past else ""


def _thing(written: str, start: int, end: int) -> str:
    """What was inspected last, by its noun: "the pond had last been", "the last inspection of the pond was"."""
    found = _OF.match(written, end) or _DONE_TO.search(written, 0, start)
    return found[1].casefold() if found else ""


def _two_things(one: str, other: str, here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two nouns are of two things: they differ, and one of the articles has both."""
    return bool(one and other) and one != other and (other in here or one in there)


def _day_after(e: Evidence, start: int, end: int) -> tuple[date, int] | None:
    """The day named next in the same clause, and where it ends."""
    later = sorted((t for t in e.times if start <= t.span.start < end), key=lambda t: t.span.start)
    if not later or later[0].span.start - start > _ROOM:
        return None
    if _OTHER_CLAUSE.search(e.document.text, start, later[0].span.start):
        return None
    spans = span_of_value(later[0].value)
    return (spans[0], later[0].span.end) if spans and spans[0] == spans[1] else None
