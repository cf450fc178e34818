"""What an event without a named participant is about, in the words of a source: "on the insurance claim"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from generator.corroborate.events.families import family_of
from generator.corroborate.events.occurrences import Occurrence
from generator.lexicons import rows, table
from generator.model import Evidence

_MOST_WORDS = 8
_REACH = 120
_STOP = re.compile(r"[,;:!?()\[\]“”\"\n\r—–]|\.(?:\s|$)")


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(word for word, of in rows("event_name_words") if of == use)


@cache
def _complete() -> frozenset[str]:
    """Phrases that say what the label says, and no more: "seized power", "went on strike", "caught fire"."""
    told = ((f"{form} {after}", family_of(kind)[1].lower()) for form, after, kind, _ in rows("event_phrases"))
    return frozenset(phrase for phrase, label in told if label == "coup" or label in phrase.split())


@cache
def _phrases() -> frozenset[str]:
    """All phrases of verbs: what they tell stands in quotation marks, as a verb's does."""
    return frozenset(f"{form} {after}" for form, after, *_ in rows("event_phrases"))


def with_words(label: str, group: Sequence[Occurrence], by_id: Mapping[str, Evidence]) -> str:
    """A label with the words that tell the event from others of its kind, by the first mention that has some.

    What a verb tells stands in quotation marks ("Ruling: “blocked the sale of six aircraft”").
    """
    for o in group:
        e = by_id[o.key[0]]
        text, trigger = e.document.text, e.events[o.key[1]].trigger
        told = text[trigger.start : trigger.end].split()
        if text[trigger.start : trigger.end].lower() in _complete():
            continue
        following = _following(text[trigger.end : trigger.end + _REACH])
        verbs = table("event_verbs").keys() - table("event_nouns").keys()
        if told[-1].lower() in verbs or " ".join(told).lower() in _phrases():
            if len(following) > 1:
                return f"{label}: “{' '.join([*told, *following])}”"
        elif len(following) > 1 and following[0] in _words("about"):
            return f"{label} {' '.join(following)}"
        elif len(o.label.split()) > 1 and o.label.islower() and o.label not in _complete():
            return o.label.capitalize()
    return label


def _following(text: str) -> list[str]:
    """The words up to the end of the clause, a date or a verb, without small words at the end."""
    if not text.startswith(", with "):  # "the deal, with Norland insisting that …" tells nothing of it
        text = text.removeprefix(",")  # "another hearing, before the tribunal"
    stop = _STOP.search(text)
    kept: list[str] = []
    for word in text[: stop.start() if stop else len(text)].split()[:_MOST_WORDS]:
        bare = word.removesuffix(".")
        if word.lower() in _words("end") or bare in table("weekdays") or bare in table("months"):
            break
        # "the strike at the port caused", but not "on the planned closure"
        if word.endswith("ed") and kept and kept[-1].lower() not in _words("loose"):
            break
        kept.append(word)
    while kept and (kept[-1].lower() in _words("loose") or kept[-1].isdigit()):
        kept.pop()
    return kept
