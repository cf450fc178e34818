"""The cue before a quoted passage: Blinken said: "X"; Blinken told reporters "X"; Mayor: "X"."""

from dataclasses import replace

from generator.extract.quotations.after import SPEAKS, make, noun_at
from generator.extract.quotations.attribution import Attribution
from generator.extract.quotations.cues import cue_at, nouns
from generator.extract.quotations.form import (
    MARKS,
    bounds,
    ends_clause,
    ends_sentence,
    is_title,
    is_utterance,
    sentence_start,
    token_before,
)
from generator.extract.quotations.noun_phrase import FINITE, document_speaks, is_passive, phrase, subject
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import speaker_of
from generator.lexicons import words

LONGEST_NAME = 8
_OF_WORKS = frozenset({"write", "read", "sing", "recite"})


def cue_before(reading: Reading, number: int) -> Attribution | None:
    """Blinken said: "X"; Blinken said, "X"; Blinken told reporters "X"."""
    doc = reading.doc
    first, last = reading.ranges[number]
    low = bounds(reading, number)[0]
    at = first - 1
    while at >= low and doc[at].is_space:
        at -= 1
    if at < low or (doc[at].tag_ == "." and doc[at].text in ".?!"):
        return None
    mark = doc[at].text if doc[at].text in (":", ",", "-", "—", "–") else ""
    start = at
    while start > low and not (doc[start - 1].tag_ == "." and doc[start - 1].text in ".?!"):
        start -= 1
    utterance = is_utterance(reading, number)
    if not utterance and not ends_clause(reading, last):
        return None
    gap_verbs = 0
    for i in range(at, max(start, at - 40) - 1, -1):
        token = doc[i]
        cue = next((c for c in cue_at(token) if c.verb.frames & SPEAKS and c.verb.act != "call"), None)
        if cue is not None and _introduces(reading, i, at, mark, utterance, gap_verbs):
            if not mark and cue.verb.base in _OF_WORKS and is_title(reading, number) and not document_speaks(token):
                return None  # "wrote “The Long Harvest”"
            speaker = speaker_of(token, reading)
            if speaker is None and is_passive(token) and cue.verb.base != "ask":
                return None
            sure = "high" if reading.passages[number].closed and speaker else "low"
            rule = speaker.rule if speaker else "no subject"
            made = make(reading, number, (i, i), speaker, rule, sure, cue.verb.act)
            tentative = not mark and not ends_sentence(reading, number)
            return replace(made, tentative=tentative, before=_begun(reading, number, i, start))
        gap_verbs += token.tag_ in FINITE or token.dep_ in ("nsubj", "nsubjpass")
    return None


def _begun(reading: Reading, number: int, cue: int, start: int) -> tuple[int, int] | None:
    """The words before the cue that the passage goes on with: "When it ends, she added, “we will rest”"."""
    doc = reading.doc
    passage = reading.passages[number]
    inside = reading.text[passage.start : passage.end].strip(MARKS)
    own = subject(doc[cue])
    if not inside[:1].islower() or own is None or own.i > cue:
        return None
    end = own.left_edge.i - 1
    start = sentence_start(reading, start)
    while start < end and reading.quote[start] < 0 and not doc[start].text[0].isalnum():
        start += 1
    if end <= start or doc[end].text != "," or any(t.lower_ in nouns() for t in doc[start:end]):
        return None
    opens = reading.ranges[number][0] + 1
    clause = any(t.tag_ in FINITE for t in doc[start:end])
    finite = opens < len(doc) and doc[opens].tag_ in FINITE  # a mark may be the last of a text
    return (start, end) if clause or finite else None


def _introduces(reading: Reading, cue: int, at: int, mark: str, utterance: bool, gap_verbs: int) -> bool:
    gap = at - cue
    if mark == ":":
        return gap_verbs <= 1
    if mark:
        return gap_verbs == 0 and (utterance or gap == 1)
    if not gap or (gap == 1 and reading.doc[at].lower_ in ("that", "as")):
        return True
    last = reading.doc[at]
    if last.tag_ in ("POS", "DT", "IN", "PRP$", "JJ", "NN", "CD") and last.lower_ != "that":
        return False  # the title of something: "said on the bank's “Open House”"
    return (
        utterance
        and gap <= 6
        and gap_verbs == 0
        and not any(c.dep_ in ("ccomp", "xcomp") and cue < c.i <= at for c in reading.doc[cue].children)
    )


def colon_before(reading: Reading, number: int) -> Attribution | None:
    """A colon after a sentence without a cue, or after a name alone: "Mayor: “No more money”"."""
    colon = token_before(reading, reading.ranges[number][0])
    if colon is None or reading.doc[colon].text != ":" or not is_utterance(reading, number):
        return None
    start, low = colon, bounds(reading, number)[0]
    while start > low and not (reading.doc[start - 1].tag_ == "." and reading.doc[start - 1].text in ".?!"):
        start -= 1
    dash = max((i for i in range(start, colon) if reading.doc[i].text in ("-", "–", "—")), default=start)
    if colon - dash <= LONGEST_NAME and not any(t.pos_ in ("VERB", "AUX") for t in reading.doc[dash:colon]):
        start = dash + 1 if dash > start else start  # "MORE TO COME - Ann Lee: “We found …”"
    clauses = [t for t in reading.doc[start:colon] if subject(t) is not None and t.pos_ in ("VERB", "AUX")]
    verb = next((t for t in clauses if t.dep_ == "ROOT"), clauses[0] if clauses else None)
    if verb is not None and verb.lower_ in words("perception_verbs"):
        return make(reading, number, (colon, colon), None, "colon after what somebody heard or read", "low")
    if verb is not None:
        own = subject(verb)
        speaker = phrase(own, reading, "subject of the sentence before the colon") if own is not None else None
        return make(reading, number, (colon, colon), speaker, "colon after a sentence", "low")
    if reading.doc[start].lower_ == "from" and start + 1 < colon:
        start += 1  # "From the club's statement: “…”"
    head = noun_at(reading, start, colon - 1)
    owner = next((c for c in head.children if c.dep_ == "poss"), None) if head is not None else None
    if head is not None and owner is not None and start <= owner.i and head.lower_ in words("speaking_documents"):
        speaker = phrase(owner, reading, "whose statement stands before the colon")
        return make(reading, number, (colon, colon), speaker, "colon after a statement", "medium")
    if reading.doc[start:colon].text.lower() in words("sections"):
        return None  # "Q&A: “We talk”"
    # "Ann Lee, the chief executive, on a call with reporters: “…”"
    if head is None or (colon - start > LONGEST_NAME and (clauses or reading.doc[head.i + 1].text != ",")):
        return None
    speaker = phrase(head, reading, "name before the colon", stop=colon)
    return make(reading, number, (colon, colon), speaker, "colon after a name", "medium")
