"""Whom a pronoun cannot mean because that one asks and the pronoun's speaker answers.

"Asked by Ito whether she had lied, she replied: “No.”"; "Ito asked whether the bridge was safe, and she said it was."
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from generator.lexicons import any_of, words
from generator.model import Evidence, Mention, QuotationMention

_LOOK_BACK = 120  # characters between "asked" and who asks
_DOUBTING = frozenset({"question", "questions", "questioned", "questioning"})
_SHORT_ANSWER = re.compile(r"[\s“\"'‘«„]*(?:yes|no)\b", re.IGNORECASE)


def asked_by_others(
    evidence: Evidence, mentions: Sequence[Mention], spoken: Mapping[int, Sequence[int]]
) -> dict[int, frozenset[int]]:
    """Index of a pronoun to those of the mentions that ask what it answers. `spoken`: quotation to its speakers."""
    agents = [k for k, m in enumerate(mentions) if m.kind != "pronoun" and _agent(evidence.document.text, m)]
    asking = [(k, n) for n, who in spoken.items() if _asks(evidence, evidence.quotations[n]) for k in who]
    answers = {k: n for n, who in spoken.items() for k in who}
    found: dict[int, frozenset[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind != "pronoun" or mention.person != 3 or mention.function != "subject":
            continue
        barred = {k for k in agents if mentions[k].sentence == mention.sentence and k < index}
        if index in answers:
            answer = evidence.quotations[answers[index]]
            barred |= {
                k
                for k, n in asking
                if n != answers[index] and k < index and _answered(evidence, mentions[k], mention, answer)
            }
        if barred:
            found[index] = frozenset(barred)
    return found


def _asks(evidence: Evidence, quotation: QuotationMention) -> bool:
    """Whether words are a question; who questions a finding doubts it and asks nobody."""
    cue = quotation.cue
    doubts = cue is not None and evidence.document.text[cue.start : cue.end].lower() in _DOUBTING
    return "question" in quotation.flags and not doubts


def _answered(evidence: Evidence, asker: Mention, speaker: Mention, answer: QuotationMention) -> bool:
    """Whether words answer a question: in its sentence, or in the next with a verb or a word of answering."""
    if asker.sentence == speaker.sentence:
        return True
    text = evidence.document.text
    cue = text[answer.cue.start : answer.cue.end].lower() if answer.cue is not None else ""
    short = _SHORT_ANSWER.match(text, answer.spans[0].start)
    return speaker.sentence - asker.sentence <= 2 and (cue in words("answering_verbs") or short is not None)


def _agent(text: str, mention: Mention) -> bool:
    """Whether a mention is who asks in "asked at the hearing by the judge, Ana Ito"."""
    return _asked().search(text, max(mention.span.start - _LOOK_BACK, 0), mention.span.start) is not None


@cache
def _asked() -> re.Pattern[str]:
    verbs = any_of(words("asking_verbs"))
    return re.compile(rf"\b{verbs}\b[^.,;:“\"]{{0,50}}\bby\s[^.,;:“\"]{{0,50}}$", re.IGNORECASE)
