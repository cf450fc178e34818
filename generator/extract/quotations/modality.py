"""What kind of statement it is: denied, asked, demanded, promised, threatened, conditional, negated."""

from generator.extract.quotations.reading import Reading
from generator.model import Span

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "without"})
_CONDITIONS = ("if ", "unless ", "provided that", "as long as", "should ")
_FLAGS = {
    "deny": "denial",
    "ask": "question",
    "demand": "demand",
    "promise": "promise",
    "threat": "threat",
    "warning": "warning",
}


def flags(reading: Reading, act: str, cue: int | None, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The flags of a statement, sorted."""
    found = set()
    if act in _FLAGS:
        found.add(_FLAGS[act])
    said = " ".join(reading.text[s.start : s.end] for s in spans)
    if said.rstrip("”\"'’»“ ").endswith("?"):
        found.add("question")
    lowered = said.lower().strip("“\"'‘«„ ")
    if lowered.startswith(_CONDITIONS) or any(f" {c}" in lowered for c in _CONDITIONS[:4]):
        found.add("conditional")
    if cue is not None:
        token = reading.doc[cue]
        if any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in token.children):
            found.add("negated")
    if any(b.kind == "headline" and b.span.start <= spans[0].start < b.span.end for b, _, _ in reading.blocks):
        found.add("headline")
    return tuple(sorted(found))
