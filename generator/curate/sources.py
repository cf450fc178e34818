"""Decisions on articles: embargo, date, and what a person corrects of the metadata. They apply before reading."""

from collections.abc import Mapping, Sequence

from generator.curate.fields import fits
from generator.model import EDITABLE, Decision, IssueRecord


def withheld(decisions: Sequence[Decision], ids: Mapping[str, str], today: str | None) -> dict[str, Decision]:
    """The articles under an embargo, by file. `ids` leads from file to source id; an embargo ends on its day, and
    without a `today` it holds."""
    return {
        file: decision
        for decision in decisions
        if decision.verb == "embargo" and (today is None or today < str(decision.until))
        for file in _files(decision, ids)
    }


def embargo_notes(held: Mapping[str, Decision]) -> list[IssueRecord]:
    """What the issues say of withheld articles: nothing that tells which they are."""
    what = "an article is withheld until {}"
    return [
        IssueRecord("embargo", d.file, what.format(d.until), "", d.line, needs_action=False)
        for d in dict.fromkeys(held.values())
    ]


def corrected(
    decisions: Sequence[Decision], ids: Mapping[str, str]
) -> tuple[dict[str, dict[str, str]], tuple[Decision, ...]]:
    """What decisions say of articles, by file, as keys of a sidecar; and the decisions that name an article."""
    given: dict[str, dict[str, str]] = {}
    used = []
    for decision in decisions:
        files = _files(decision, ids)
        if decision.verb in {"embargo", "quote"} and files:
            used += [decision] if decision.verb == "embargo" else []
            continue
        key = "published" if decision.verb == "date" else str(decision.field)
        if not files or decision.verb not in {"date", "edit"} or key not in EDITABLE["source"]:
            continue
        if decision.verb == "edit" and not fits(decision, "source"):
            continue
        for file in files:
            given.setdefault(file, {})[key] = decision.value
        used.append(decision)
    return given, tuple(used)


def _files(decision: Decision, ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(file for file, id_ in ids.items() if decision.about[:1] in ((file,), (id_,)))
