"""What a clause with a day tells of: words said on it, or what happened."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.corroborate.wording import lowered, one_of
from generator.lexicons import rows, table, words
from generator.model import DEED, EventMention, Evidence, Span

# "A memorandum of 30 September", "a letter dated 4 May", "a statement issued this morning".
_PAPERS = "|".join(sorted(words("documents") | {"date"}))
_OF_PAPER = re.compile(rf"\b(?:{_PAPERS})s? (?:of|from|dated|issued|published|released)(?: \w+){{0,3}} $", re.I)
# So far from its words stands the day of saying.
_SAYING = 40
# "Said it had asked about them on Friday", in what another verb reports; "came on Friday to ask".
_HAD = re.compile(r"\bhad (?:\w+ly |also |already )?$")
_TO = re.compile(r"\bto (?:\w+ly |also )?$")
_THAT = re.compile(r" that\b")
# "According to a contract signed on Friday": what makes a paper good is a deed, unlike its words.
_SIGNED = re.compile(r"\b(?:signed|countersigned|sealed|concluded|agreed|ratified)(?: \w+){0,3} $", re.I)
# What was done with a thing, whatever the verb: "will be recounted", "a scan, which was made"; but "it was said".
_PASSIVE = re.compile(r"(?<!\bit )\b(?:be|been|being|is|are|was|were) (?:\w+ly )?$", re.I)
# "Was last inspected", "the latest check", "had checked the site for the last time".
LAST = "last "
_LAST_TIME = r"\b(?:last|latest|most recent(?:ly)?) (?:been )?{0}\b|\b{0}\b[^.;:]{{0,40}} for the last time\b"
_WORD = re.compile(r"[^\W\d_]+")


@cache
def saying() -> frozenset[str]:
    """Forms of the verbs of saying but for those of much else."""
    forms = frozenset[str](form for row in rows("reporting_verbs") for form in (row[0], *row[1].split()))
    # elections and bodies are as well, and talks do more often than speakers, whose cues are looked for besides
    return forms - {"held", "found", "continue", "continues", "continued", "continuing"}


def happenings(e: Evidence) -> Iterator[EventMention]:
    """The events of an article but for deeds on no list and a hearing told by "told" alone."""
    for event in e.events:
        if event.type != DEED and e.document.text[event.trigger.start : event.trigger.end] != "told":
            yield event


def is_said(e: Evidence, span: Span, sentence: Span) -> bool:
    """Whether a day is of words: "said in a speech on Monday", "on Monday told reporters"."""
    text = e.document.text
    happened = {event.trigger.start for event in happenings(e)}  # a court ruled on Tuesday, and what it said
    for q in e.quotations:
        if q.cue is None or not sentence.start <= q.cue.start < sentence.end:
            continue
        near = text[q.cue.end : span.start] if q.cue.end <= span.start else text[span.end : q.cue.start]
        told = any(s.start <= span.start < s.end for s in q.spans)
        if q.cue.start in happened or _of_another(text, sentence, q.cue, span):
            continue
        if not told and len(near) <= _SAYING and not re.search(r"[,;:.]", near):
            return True
    if _OF_PAPER.search(text, sentence.start, span.start):
        return True
    last = [w for w in _WORD.finditer(text, sentence.start, span.start) if w[0].lower() not in ("on", "late", "early")]
    next_ = _WORD.match(text, span.end + 1) if text[span.end : span.end + 1] == " " else None
    beside = [*last[-1:], *([next_] if next_ else ())]
    told_by = (w.start() for w in beside if w[0].casefold() in saying() and w.start() not in happened)
    return any(not _PASSIVE.search(text, sentence.start, start) for start in told_by)


def _of_another(text: str, sentence: Span, cue: Span, day: Span) -> bool:
    """Whether a day beside words of saying is that of a deed: what was said had been asked on it, or a paper signed."""
    if day.end <= cue.start:
        return _TO.search(text, day.end, cue.start) is not None
    if had := _HAD.search(text, sentence.start, cue.start):
        told = any(w[0].casefold() in saying() for w in _WORD.finditer(text, sentence.start, had.start()))
        return told and not _THAT.match(text, day.end)
    return text[cue.start : cue.end].lower().startswith("according") and bool(_SIGNED.search(text, cue.end, day.start))


def kinds(e: Evidence, at: Span) -> Iterator[str]:
    """The sorts of happening that a clause tells of: events, deeds, what happens once, what was done last or ends."""
    text, small = e.document.text, lowered(e.document.text)
    for event in happenings(e):
        if at.start <= event.trigger.start < at.end:
            yield f"event {event.type}"
    for word in _WORD.findall(small[at.start : at.end]):
        if deed := table("figure_actions").get(word):
            yield f"deed {deed}"
    for form in {m.group() for m in _any_form().finditer(small, at.start, at.end)}:
        for pattern, name in _forms()[form]:
            if pattern.search(text, at.start, at.end):
                yield name


@cache
def _any_form() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(_forms())}\b")


@cache
def _forms() -> Mapping[str, Sequence[tuple[re.Pattern[str], str]]]:
    """For each form of what happens once its patterns, and the name of it."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for form, name, *nouns in rows("single_happenings"):
        if not nouns:
            found[form].append((re.compile(rf"\b{form}\b", re.I), name))
            continue
        of = "|".join(nouns[0].split())
        subject = rf"\b(?:{of})(?:['’]s)?\b(?: [^\s.;:,!?]+){{0,9}}?(?:,? (?:which|that))?"
        told = rf"{subject}(?: (?:had|has|was|were|first|reportedly))* {form}\b"
        named = rf"\b{form} (?:of|in|at) (?:the|a|an|its|one) (?:[\w-]+ ){{0,3}}(?:{of})\b"
        found[form].append((re.compile(rf"{told}|{named}", re.I), name))
    for form, name in rows("single_acts"):
        found[form].append((re.compile(_LAST_TIME.format(form), re.I), LAST + name))
    ends = r"(?:ends?|expires?|closes?|lapses?|runs? out|(?:will|would) (?:end|expire|close|lapse|run out))"
    for form, name in rows("single_ends"):
        found[form].append((re.compile(rf"\b{form} {ends}\b", re.I), f"end of the {name}"))
    return found
