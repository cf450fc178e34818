"""What people died of or lost their homes to: a disease, the forces of nature, or violence and accidents."""

import re
from functools import cache

from generator.lexicons import rows, words
from generator.model import Evidence, FigureMention

_ENDS = re.compile(r"[.!?;]\s|\n")
_WORD = re.compile(r"[^\W\d_]+")
# Deaths of two of these are never of one count: "the cyclone itself killed 112", in the days of an epidemic.
_CLASSES = {
    **dict.fromkeys(("outbreak",), "disease"),
    **dict.fromkeys(("earthquake", "aftershock", "tsunami", "flood", "storm", "eruption", "landslide"), "nature"),
    **dict.fromkeys(("attack", "explosion", "crash", "derailment", "sinking", "grounding", "collapse"), "deed"),
}
_BEFALLEN = frozenset({"killed", "injured", "missing", "displaced"})


def causes(e: Evidence) -> list[str]:
    """For each figure of an article the class of what befell the people counted; where its clause tells none, that of
    the figure before it in its sentence, else of the first that does."""
    own = [_own(figure) if figure.action in _BEFALLEN else "" for figure in e.figures]
    first = next(filter(None, own), "")
    found: list[str] = []
    for at, figure in enumerate(e.figures):
        last = e.figures[at - 1] if at else figure
        beside = (
            at > 0 and last.action in _BEFALLEN and not _ENDS.search(e.document.text, last.span.end, figure.span.start)
        )
        told = own[at] or (found[-1] if beside else "") or first
        found.append(told if figure.action in _BEFALLEN else "")
    return found


def _own(figure: FigureMention) -> str:
    """The class that the subject tells, else the only one that the clause does."""
    for text in (figure.subject, figure.about):
        found = {_by_noun()[w] for w in map(str.casefold, _WORD.findall(text)) if w in _by_noun()}
        if len(found) == 1:
            return found.pop()
    return ""


@cache
def _by_noun() -> dict[str, str]:
    """The class by noun: of events, kinds of storms, diseases."""
    found = {row[0]: _CLASSES[row[1]] for row in rows("event_nouns") if row[1] in _CLASSES}
    return found | dict.fromkeys(words("storm_kinds"), "nature") | dict.fromkeys(words("diseases"), "disease")
