"""Which mention a speaker's phrase means: the words a quotation's sentence has for whoever speaks."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.lexicons import names, roles, words
from generator.model import Mention, Span

_TAIL = re.compile(
    r",|\s(?:and|&|of|in|for|at|from|who|whose|which|that|on|to|with|near|outside|backed|based|by|inside|familiar|close|aware|briefed|involved|present)\b|\(|\s--?\s|[–—]"
)
_ONE_OF = re.compile(
    r"(?:one|another|a third|the (?:first|second|third|other|last)) of (?:them|these|those|the)\b", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"\b(?:the|an?|its|his|her|their)$")
_OF_OTHERS = frozenset({"his", "her", "its", "their"})
_LONGEST = 400  # characters of a phrase


def effective(mention: Mention) -> Span:
    """A mention with the role written before it."""
    if mention.role_span and mention.role_span.start < mention.span.start:
        return Span(mention.role_span.start, mention.span.end)
    return mention.span


def main_mention(text: str, mentions: Sequence[Mention], span: Span) -> int | None:
    """The mention a span means: the same span, the one that covers its head word, or a name after a comma.

    "The boy's Miami relatives" is neither the boy nor Miami: where no mention covers "relatives" the answer is None.
    """
    first = bisect_left(mentions, span.start - _LONGEST, key=lambda m: m.span.start)
    near = list(enumerate(mentions[first : bisect_left(mentions, span.end, key=lambda m: m.span.start)], first))
    exact = [k for k, m in near if m.span == span or effective(m) == span]
    if exact:
        return exact[0]
    people = [(k, m) for k, m in near if m.kind == "name" and m.type == "person"]
    both = [k for k, m in people if m.span.end == span.end and _two_roles(text[span.start : effective(m).start])]
    if both:
        return both[0]
    if _ONE_OF.match(text, span.start, span.end):  # "One of them, Dr Ada Moss,"
        apposed = [k for k, m in people if _after_comma(text, m, span)]
        if len(apposed) == 1:
            return apposed[0]
    end = core_end(text, span)
    covering = [
        k
        for k, m in near
        if (
            effective(m).start < end <= effective(m).end
            and effective(m).end > span.start
            and (m.kind != "pronoun" or _alone(m, span))
        )
        or (m.span.start == span.start and m.span.end >= end and m.kind != "pronoun")
    ]
    if covering:
        return min(covering, key=lambda k: (-effective(mentions[k]).end + effective(mentions[k]).start, k))
    named = [k for k, m in people if _after_comma(text, m, span)]
    return named[0] if named else None


def goes_on(phrase: str, behind: str) -> bool:
    """Whether a phrase behind "and" tells of the same person: "the minister and the host", "a baker and a mother of
    two"; "the driver and a passenger" and "the driver and his wife" are two."""
    article, first = behind.split()[0].lower(), phrase.split()[0].lower()
    return article not in _OF_OTHERS and (article not in ("a", "an") or first in ("a", "an"))


def _two_roles(lead: str) -> bool:
    """Whether a speaker's phrase gives two roles of the one person it names: "Uncle and agent Orhan Demir"."""
    parts = lead.split()
    noun = roles.noun(parts[0]) if len(parts) == 2 and parts[1] == "and" else None
    return noun is not None and not noun.plural


def core_end(text: str, span: Span) -> int:
    """Where the head word of a phrase ends: before the first comma, preposition or relative clause."""
    found = _TAIL.search(text, span.start + 1, span.end)
    end = found.start() if found else span.end
    core = text[span.start : end].rstrip()
    core = _POSSESSIVE.sub("", core)
    before, _, last = core.rpartition(" ")
    return span.start + len(before if before and last.lower() in words("postnominals") else core)


def _after_comma(text: str, mention: Mention, span: Span) -> bool:
    starts = (s for s in (effective(mention).start, mention.span.start) if span.start < s < span.end)
    befores = (_ARTICLE.sub("", text[span.start : start].rstrip()).rstrip() for start in starts)
    return any(before.endswith(",") or _titled(before) for before in befores)


def _titled(before: str) -> bool:
    """Whether a form of address stands between the comma and a name: "the inspector, Dr"."""
    last = before.rpartition(" ")
    return last[0].endswith(",") and names.honorific(last[2]) is not None


def _alone(mention: Mention, span: Span) -> bool:
    return mention.span.start == span.start and mention.function == "subject"
