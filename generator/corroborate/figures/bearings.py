"""Who and what a figure's sentence names: actors, places, whose the figure is, who says it."""

import re
from collections.abc import Mapping

from generator.corroborate.ids import slug, words_at
from generator.lexicons import words
from generator.model import Evidence, FigureMention, Key, Resolution, Span

_WORD = re.compile(r"[^\W\d_]+")
_SPEAKING = frozenset({"speak", "speaks", "spoke", "talk", "talks", "talked"})
_ELSEWHERE = re.compile(r"\belsewhere\b|\bin other (?:parts|areas|towns|cities|regions|places|districts)\b", re.I)
_WHERE = re.compile(r"\b(?:in|at|near|around|outside|across|inside)\s+(?:the\s+)?$", re.I)


def voice(e: Evidence, figure: FigureMention, resolution: Resolution) -> str:
    """Who says a figure: an actor, or somebody this article alone knows."""
    entity = None if figure.quotation is None else e.quotations[figure.quotation].entity
    if entity is None and figure.subject and _given(e.document.text, figure):
        return f"{e.document.id} {figure.subject}"
    return "" if entity is None else resolution.actor_of.get((e.document.id, entity), f"{e.document.id} {entity}")


def _given(text: str, figure: FigureMention) -> bool:
    """Whether the figure's subject gives it: "the ministry spoke of 40 injured", "the government counts 290"."""
    last = _WORD.findall(text[max(0, figure.span.start - 40) : figure.span.start].casefold())[-2:]
    return bool(last) and (last[-1] in words("giving_verbs") or (last[-1] == "of" and last[0] in _SPEAKING))


def spoken(e: Evidence, figure: FigureMention, resolution: Resolution) -> tuple[str, str]:
    """The actor who says a figure, and in what words."""
    if figure.quotation is None:
        return "", ""
    quotation = e.quotations[figure.quotation]
    actor = resolution.actor(e.document.id, quotation.entity)
    return (actor, words_at(e.document.text, quotation.spans)) if actor is not None else ("", "")


def places(e: Evidence, sentence: Span, resolution: Resolution) -> frozenset[str]:
    """The places a sentence names, and what acts elsewhere but is where something happens here ("in Cork")."""
    found = set()
    for mention in e.mentions:
        if sentence.start <= mention.span.start < sentence.end and mention.kind == "name":
            key = (e.document.id, -1 if mention.entity is None else mention.entity)
            there = _WHERE.search(e.document.text, max(0, mention.span.start - 12), mention.span.start)
            known = resolution.actor_of.get(key, mention.text) if there else ""
            found |= {slug(name)} if (name := resolution.place_of.get(key) or known) else set()
    if _ELSEWHERE.search(e.document.text, sentence.start, sentence.end):
        found.add("elsewhere")
    return frozenset(found)


def opening_end(e: Evidence) -> int:
    """Where the headline and the first sentence of the text end."""
    body = [b.span for b in e.document.blocks if b.kind == "prose"]
    first = next((s for s in e.sentences if body and s.start >= body[0].start), None)
    return first.end if first is not None else 0


def actors_and_places(e: Evidence, sentence: Span, resolution: Resolution) -> frozenset[str]:
    """Actors and places named in a figure's sentence."""
    inside = (m.entity for m in e.mentions if sentence.start <= m.span.start < sentence.end)
    keys = [(e.document.id, entity) for entity in inside if entity is not None]
    return frozenset(name for k in keys if (name := resolution.actor_of.get(k) or resolution.place_of.get(k)))


def holder(e: Evidence, figure: FigureMention, sentence: Span, resolution: Resolution) -> str:
    """Whose the figure is: the actor's id where its subject is a known mention, else the words."""
    if not figure.subject:
        return ""
    for mention in e.mentions:
        if mention.entity is None or not sentence.start <= mention.span.start < sentence.end:
            continue
        if mention.text == figure.subject or (mention.kind == "name" and figure.subject.endswith(mention.text)):
            key = (e.document.id, mention.entity)
            known = resolution.actor_of.get(key) or resolution.place_of.get(key)
            if known:
                return known
    return "~" + figure.subject.casefold()


def opening(e: Evidence, event_of: Mapping[Key, str], figure: FigureMention) -> frozenset[str]:
    """The events an article opens with: what it is about, where a sentence names no other. Of a campaign or of talks
    an article has many figures that are not of them, but for the turnout."""
    told = [
        (event.span, index)
        for index, event in enumerate(e.events)
        if (e.document.id, index) in event_of
        and (event.type not in words("talking_events") or (figure.action == "turnout" and event.type == "election"))
    ]
    return frozenset(event_of[(e.document.id, index)] for span, index in told if span == min(told)[0])
