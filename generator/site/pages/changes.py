"""Pages for those who follow a dossier or look after it: what changed, its feed, and what deserves a look."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from generator.changes import KINDS, Change
from generator.editions import Changes
from generator.review import ReviewItem
from generator.site.addresses import Addresses
from generator.site.clean import clean, shortened
from generator.site.pages.gone import answers, record_ref
from generator.site.views import Here, Ref

FEED = "changes.xml"
# On the page of what deserves a look; the command lists all.
MOST = 200
# What there is to look at, by record and doubt: what most hangs on first. A day dates all of an article's words.
REVIEWED = (
    (("source", 0), "dates", "Articles’ dates"),
    (("quotation", 3), "open", "Speakers not settled"),
    (("actor", 0), "names", "Names and roles"),
    (("conflict", 0), "conflicts", "Disagreements"),
    (("quotation", 2), "weak", "Speakers settled by a weak rule"),
    (("quotation", 1), "likely", "Speakers settled by a rule with exceptions"),
)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: the record with its link (none for a decision), and what changed."""

    record: str
    ref: Ref
    what: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one kind, or those that concern one briefing."""

    id: str
    name: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ChangesContext:
    """What changed since an edition; `since` is empty where there is none to compare with."""

    since: str
    groups: tuple[ChangeGroup, ...]
    briefings: tuple[ChangeGroup, ...]
    feed: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Something to look at, with the record's link, and the choices as (what it says, the YAML, an id for copying)."""

    item: ReviewItem
    ref: Ref
    choices: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """What there is to look at of one kind."""

    id: str
    name: str
    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True)
class ReviewContext:
    """What deserves a look; `left` is how many more there are than shown."""

    groups: tuple[ReviewGroup, ...]
    left: int


def changes_context(here: Here, found: Changes | None) -> ChangesContext:
    """The context of the page of changes."""
    if found is None:
        return ChangesContext("", (), (), "")
    groups = (
        ChangeGroup(kind, title, tuple(_row(here, c) for c in found.changes if c.kind == kind))
        for kind, title in KINDS.items()
    )
    briefings = (
        ChangeGroup(f"briefing-{n}", name, tuple(_row(here, c) for c in changes))
        for n, (name, changes) in enumerate(found.briefings, 1)
    )
    return ChangesContext(found.since, tuple(g for g in groups if g.rows), tuple(briefings), here.at.file(FEED))


def _row(here: Here, change: Change) -> ChangeRow:
    ref = _ref(here, change.record, change.id)
    name = shortened(change.name, 160) or change.id
    return ChangeRow(change.record, Ref(ref.href if ref else "", name), change.what)


def _ref(here: Here, kind: str, record_id: str) -> Ref | None:
    lookup = here.lookup
    if kind == "quotation" and record_id in lookup.quotations:
        return Ref(here.at.record("source", lookup.quotations[record_id][0], record_id), record_id)
    if kind == "conflict" and record_id in lookup.conflict_pages:
        return Ref(here.at.page(lookup.conflict_pages[record_id], record_id), record_id)
    return record_ref(here, kind, record_id) if answers(here, kind, record_id) else None


def feed(here: Here, found: Changes | None, title: str, root: str) -> str:
    """The changes as an Atom feed (RFC 4287); `root` is the site's address, with which links begin.

    Every entry is of the day of the last commit: no clock is asked.
    """
    day = found.day if found else "1970-01-01T00:00:00Z"
    entries = []
    for change in found.changes if found else ():
        ref = _ref(Here(here.lookup, Addresses("")), change.record, change.id)
        link = f"<link href={quoteattr(root + ref.href)}/>" if ref else ""
        name = f"{KINDS[change.kind]}: {shortened(change.name, 160) or change.id}"
        key = f"{change.record}/{change.id}/{change.kind}/{change.what}"
        entries.append(
            f"<entry><id>{escape(clean(f'tag:onrecord,2022:{found.since if found else str()}/{key}'))}</id>"
            f"<title>{escape(clean(name))}</title><updated>{day}</updated>{link}"
            f"<summary>{escape(clean(change.what))}</summary></entry>\n"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>{escape(clean(root or 'tag:onrecord,2022:changes'))}</id><title>{escape(clean(title))}: changes</title>"
        f"<author><name>{escape(clean(title))}</name></author>"
        f'<link rel="self" href={quoteattr(root + FEED)}/><updated>{day}</updated>\n{"".join(entries)}</feed>\n'
    )


def review_context(here: Here, items: tuple[ReviewItem, ...]) -> ReviewContext:
    """The context of the page of what deserves a look."""
    shown = items[:MOST]
    rows: dict[tuple[str, int], list[ReviewRow]] = {}
    for number, item in enumerate(shown, 1):
        ref = _ref(here, item.record, item.id) or Ref("", item.id)
        choices = tuple((label, yaml, f"choice-{number}-{n}") for n, (label, yaml) in enumerate(item.choices, 1))
        group = (item.record, item.doubt if item.record == "quotation" else 0)
        rows.setdefault(group, []).append(ReviewRow(item, Ref(ref.href, shortened(item.title, 200)), choices))
    groups = tuple(ReviewGroup(id_, name, tuple(rows[key])) for key, id_, name in REVIEWED if key in rows)
    return ReviewContext(groups, len(items) - len(shown))
