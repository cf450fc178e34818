"""The day an article without a date was published, as its own text tells: a window, the best day in it, and why.

Every clue of the text says which days are possible; the days that all of them allow are the window. The text must name
the year somewhere, and something must tie it to the days around publication: a history of 1998 is not an article of
1998.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Doc

from generator.calendar_dates import is_day
from generator.extract.attributes import document_of
from generator.extract.times.clues import Clue, clues
from generator.extract.times.values import in_words
from generator.model import OPEN, Dated, YearHint

# A day without its year, told or announced, lies within half a year of the article; a wider window names no month.
_REACH = timedelta(days=183)
# Days that a dated picture may be older than the article it stands in: wire photos illustrate the news of the day.
_FRESH = timedelta(days=6)
# A day told with its weekday but no year is of the days before the article, one announced of the two weeks after it.
_WEEK = timedelta(days=7)
_WIDEST = 31


@dataclass(frozen=True, slots=True)
class _Test:
    """What one clue demands of a day, and how to say it. A tight one ties the article to the days around it."""

    allows: Callable[[date], bool]
    why: str
    tight: bool = False


def infer_published(doc: Doc) -> Dated:
    """The publication date that the text itself tells, `basis` "inferred"; `OPEN` with a reason where it tells none."""
    document = document_of(doc)
    hint = document.year_hint
    found = tuple(_in_year(clue, hint) for clue in clues(doc, document))
    years = _years(found)
    if len(years) == 1:
        found = tuple(replace(c, year=c.year or years[0]) if c.kind == "page" else c for c in found)
    if not years:
        return _without_year(found)
    # A date told with its year may be of any time ago; the others name the year of the article or the next.
    dated_year = any(c.year and c.kind not in ("told", "past_day", "coming_day") for c in found)
    tests = [test for clue in found if (test := _test(clue, dated_year)) is not None]
    fresh = _fresh_picture(found)
    if fresh is not None:
        tests.append(fresh)
    if not any(t.tight for t in tests):
        return _only_bounds(found)
    days = [date(years[0], 1, 1) + timedelta(days=n) for n in range(366 * (years[-1] - years[0] + 1))]
    window = [d for d in days if all(t.allows(d) for t in tests)]
    if not window:
        return Dated(None, "open", "the dates in the text contradict each other")
    best = min(window, key=lambda d: (_strain(d, found), d))
    window = _between_weekdays(_run(window, best), best, found)
    whys = [t.why for t in tests if t.why] + ([hint.reason] if hint else [])
    why = "; ".join(dict.fromkeys(whys))
    gives = "a day without a year" if any(c.kind == "page" for c in found) else "no date"
    reason = f"the page gives {gives}; its text tells it: {'; '.join([why, *_weekdays_told(best, found)])}"
    if len(window) > _WIDEST:
        return Dated(None, "open", reason, window[0].isoformat(), window[-1].isoformat())
    return Dated(best.isoformat(), "inferred", reason, window[0].isoformat(), window[-1].isoformat())


def _in_year(clue: Clue, hint: YearHint | None) -> Clue:
    """The clue with the year in which other articles put its day, should it have none of its own."""
    if hint is None or clue.year or f"{clue.month or 0:02}-{clue.day or 0:02}" != hint.day:
        return clue
    return replace(clue, year=hint.year)


def _years(found: Iterable[Clue]) -> list[int]:
    """The years the article may be of: around the latest that a date names; else that of the copyright line."""
    tied = ("told", "caption", "dateline", "page", "week_before", "days_before")
    named = [c.year for c in found if c.year and c.kind in tied]
    if not named and (copied := [c.year for c in found if c.year and c.kind == "copyright"]):
        return [max(copied)]
    named = named or [c.year for c in found if c.year and c.kind in ("year", "ahead")]
    return [max(named) - 1, max(named), max(named) + 1] if named else []


def _test(clue: Clue, dated_year: bool) -> _Test | None:
    """What a clue demands; `dated_year` says that the article's year is known, so a weekday with its date is of it."""
    said = f"‘{clue.text}’"
    if clue.kind == "copyright":
        year = clue.year or 0
        return _Test(lambda d: d.year <= year, f"{said} names the year")
    if clue.kind == "year" and clue.year:
        year = clue.year
        return _Test(lambda d: d.year == year or (d.year == year - 1 and d.month > 6), f"{said} is to come")
    if clue.month is None or clue.day is None:
        return None
    match clue.kind:
        case "told" if clue.weekday and not clue.year and dated_year:
            return _Test(_within(clue, timedelta(0), _WEEK), f"{said} is just past", tight=True)
        case "ahead" if clue.weekday and not clue.year and dated_year:
            return _Test(_within(clue, -2 * _WEEK, timedelta(0)), f"{said} is to come", tight=True)
        case "told" | "caption":
            return _Test(_within(clue, timedelta(0), _REACH), f"{said} is past" if clue.kind == "told" else "")
        case "ahead":
            return _Test(_within(clue, -_REACH, timedelta(0)), f"{said} is to come")
        case "page":  # the years that a text names are often those of its history: they are not enough for this day's
            return _Test(_within(clue, timedelta(0), timedelta(0)), f"it is of {said}", tight=clue.year is not None)
        case "dateline":
            return _Test(_within(clue, timedelta(0), timedelta(days=1)), f"it was sent on {said}", tight=True)
        case "days_before":
            return _Test(_within(clue, timedelta(days=-6), timedelta(days=-1)), f"{said} is the coming one", tight=True)
        case "week_before":
            return _Test(_week_before(clue), f"{said} is in the week after it", tight=True)
        case _:
            return None


def _days_of(clue: Clue, near: date) -> list[date]:
    """The days a clue can name, around a day: one for a full date, one in each year otherwise, by its weekday."""
    years = [clue.year] if clue.year else [near.year - 1, near.year, near.year + 1]
    month, day = clue.month or 1, clue.day or 1
    days = [date(y, month, day) for y in years if is_day(y, month, day)]
    return [d for d in days if clue.weekday is None or d.isoweekday() == clue.weekday]


def _within(clue: Clue, least: timedelta, most: timedelta) -> Callable[[date], bool]:
    """Days that lie so far after the clue's; a full date in the past may be any time ago."""

    def allows(day: date) -> bool:
        if clue.year and clue.kind in ("told", "caption"):
            return any(d <= day for d in _days_of(clue, day)) or not _days_of(clue, day)
        if clue.year and clue.kind == "ahead":
            return any(d >= day for d in _days_of(clue, day)) or not _days_of(clue, day)
        return any(least <= day - d <= most for d in _days_of(clue, day))

    return allows


def _week_before(clue: Clue) -> Callable[[date], bool]:
    def allows(day: date) -> bool:
        following = (day + timedelta(days=7)).isocalendar()[:2]
        return any(d.isocalendar()[:2] == following for d in _days_of(clue, day))

    return allows


def _fresh_picture(found: tuple[Clue, ...]) -> _Test | None:
    """The newest picture with a full date is of the days before the article, if no date in the text is later."""
    pictured = [d for c in found if c.kind == "caption" and c.year and c.month and c.day for d in _days_of(c, date.min)]
    told = [date(c.year, c.month, c.day) for c in found if c.kind == "told" and c.year and c.month and c.day]
    if not pictured or (told and max(told) > max(pictured)):
        return None
    newest = max(pictured)
    why = f"not before its newest picture, of {in_words(newest.isoformat())}"
    return _Test(lambda d: newest <= d <= newest + _FRESH, why, tight=True)


def _strain(day: date, found: Iterable[Clue]) -> int:
    """How far the weekdays of the text lie from a day: writers name the last Friday and the coming Monday."""
    weekdays = [(c.kind, c.weekday, c.day) for c in found if c.kind in ("past_day", "coming_day") and c.weekday]
    total = 0
    for kind, weekday, number in weekdays:
        away = (day.isoweekday() - weekday) % 7 if kind == "past_day" else (weekday - day.isoweekday()) % 7 or 7
        named = day - timedelta(days=away) if kind == "past_day" else day + timedelta(days=away)
        total += away + (100 if number and named.day != number else 0)
    return total


def _between_weekdays(window: list[date], best: date, found: Iterable[Clue]) -> list[date]:
    """The days from the last weekday told to the next one announced, counted from the best day."""
    least, most = window[0], window[-1]
    for clue in found:
        if clue.weekday is None or clue.kind not in ("past_day", "coming_day"):
            continue
        if clue.kind == "past_day":
            least = max(least, best - timedelta(days=(best.isoweekday() - clue.weekday) % 7))
        else:
            most = min(most, best + timedelta(days=(clue.weekday - best.isoweekday()) % 7))
    return [d for d in window if least <= d <= most]


def _weekdays_told(best: date, found: Iterable[Clue]) -> list[str]:
    """The weekdays that lie nearest to the day, in words."""
    past = [c for c in found if c.kind == "past_day" and c.weekday]
    coming = [c for c in found if c.kind == "coming_day" and c.weekday]
    last = min(past, key=lambda c: (best.isoweekday() - (c.weekday or 0)) % 7, default=None)
    following = min(coming, key=lambda c: ((c.weekday or 0) - best.isoweekday()) % 7 or 7, default=None)
    return [f"‘{c.text}’ is {side}" for c, side in ((last, "past"), (following, "to come")) if c is not None]


def _run(window: list[date], best: date) -> list[date]:
    """The unbroken run of days around the best one."""
    kept = {best}
    for step in (timedelta(days=1), timedelta(days=-1)):
        day = best + step
        while day in window:
            kept.add(day)
            day += step
    return sorted(kept)


def _without_year(found: tuple[Clue, ...]) -> Dated:
    ties = [c for c in found if c.kind in ("page", "week_before", "days_before", "dateline")]
    if not ties:
        return OPEN
    day = f"XXXX-{ties[0].month:02}-{ties[0].day:02}" if ties[0].month and ties[0].day else None
    of_page = ties[0].kind == "page"
    said = "the page says ‘{}’ without a year" if of_page else "the text ties itself to ‘{}’, but names no year"
    return Dated(None, "open", said.format(ties[0].text), day, day)


def _only_bounds(found: tuple[Clue, ...]) -> Dated:
    if any(c.kind == "page" for c in found):
        return _without_year(found)
    told = [date(c.year, c.month, c.day) for c in found if c.kind == "told" and c.year and c.month and c.day]
    if not told:
        return OPEN
    newest = max(told)
    return Dated(
        None, "open", f"not before {in_words(newest.isoformat())}, which the text tells of", newest.isoformat()
    )
