"""What a run read, left out and found, and what deserves a look, in a few plain lines."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model import Dossier, IssueRecord
from generator.review import counted

# Kinds of issue that speak of no article's file, or of one that was read all the same.
_ABOUT_OTHERS = {"setting", "decision", "folder", "id"}
_CONFLICTS = {"figure": "figures", "date": "dates", "wording": "wordings", "claim": "claims", "role": "roles"}
_LOOKS = {"quotation": "speakers", "actor": "names and roles", "source": "articles' dates", "conflict": "disagreements"}


def overview(dossier: Dossier) -> tuple[str, ...]:
    """The lines of the overview, each a word on what it tells and then the figures."""
    return tuple(f"{what:10}{told}" for what, told in _lines(dossier) if told)


def _lines(dossier: Dossier) -> Iterator[tuple[str, str]]:
    files = {record.source.file for record in dossier.sources}
    left, passed = _left_out(dossier.issues, files)
    yield "read", _count(len(files), "article")
    yield "left out", f"{_count(left, 'file')}, named below with what to do" if left else ""
    yield "passed by", f"{_count(passed, 'file')}, no articles" if passed else ""
    dates = sum(len(record.dates) for record in dossier.sources)
    yield (
        "found",
        f"{_count(len(dossier.actors), 'actor')}, {_count(len(dossier.statements), 'statement')}, "
        f"{_count(dates, 'date')}, {_count(len(dossier.events), 'event')}",
    )
    copies = len({source for group in dossier.copies for source in group.sources if source != group.original})
    yield "copies", f"{_count(copies, 'article')}, counted once with what it repeats" if copies else ""
    yield "disagree", _kinds(Counter(_CONFLICTS.get(c.kind, c.kind) for c in dossier.conflicts))
    undated = sum(1 for record in dossier.sources if not record.source.published.value)
    yield "undated", f"{_count(undated, 'article')}; give 'published:' in NAME.yml beside NAME.txt" if undated else ""
    looks = {_LOOKS.get(kind, kind): number for kind, number in counted(dossier).items()}
    yield "to review", _kinds(Counter(looks))


def _left_out(issues: Iterable[IssueRecord], read: set[str]) -> tuple[int, int]:
    """How many files could not be read, and how many were passed by."""
    unread = {i.file for i in issues if i.needs_action and i.kind not in _ABOUT_OTHERS and i.file not in read}
    left = unread if read else set()  # of an empty folder one line tells all
    passed = {i.file for i in issues if i.kind == "ignored"}
    return len(left), len(passed)


def _kinds(counts: Counter[str]) -> str:
    told = ", ".join(f"{name} {number}" for name, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])))
    return f"{counts.total()} ({told})" if counts else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
