"""What kind of statement it is: direct, mixed or indirect; denied, asked, demanded, promised, threatened and so on."""

from typing import Literal

from generator.extract.quotations.reading import Reading
from generator.lexicons import words
from generator.model import Span
from generator.model.evidence import QuotationKind

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
        refused = token.dep_ == "xcomp" and token.head.lower_ in words("refusals")
        governed = token.dep_ in ("xcomp", "advcl") and token.head.lower_ in words("speaking_to_come")
        if governed or any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "’ll") for c in token.children):
            found.add("expected")
        nor = cue > 0 and reading.doc[cue - 1].lower_ in ("nor", "neither")
        if refused or nor or any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in token.children):
            found.add("negated")
            found.discard("denial")  # who does not rule a thing out denies nothing
    if any(b.kind == "headline" and b.span.start <= spans[0].start < b.span.end for b, _, _ in reading.blocks):
        found.add("headline")
    return tuple(sorted(found))


def kind_of(reading: Reading, spans: tuple[Span, ...]) -> QuotationKind:
    """direct, mixed or indirect by how much of the content stands in quotation marks."""
    total = inside = 0
    for span in spans:
        total += sum(c.isalnum() for c in reading.text[span.start : span.end])
        for number in sorted({reading.quote[t] for t in reading.tokens(span) if reading.quote[t] >= 0}):
            for part in reading.passages[number].spans:
                low, high = max(part.start, span.start), min(part.end, span.end)
                inside += sum(c.isalnum() for c in reading.text[low : max(low, high)])
    kind: Literal["direct", "indirect", "mixed"] = "mixed"
    if not inside:
        kind = "indirect"
    elif inside >= 0.9 * total:
        kind = "direct"
    return kind
