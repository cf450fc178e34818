"""The speaker behind the cue or right before it at the end: "The bridge is safe, said Doyle", "…, the mayor said"."""

from spacy.tokens import Token

from generator.extract.quotations.cues import verbs
from generator.extract.quotations.noun_phrase import FINITE, subject
from generator.extract.quotations.reading import Reading
from generator.lexicons import words

_NAMING = frozenset({"-LRB-", "-RRB-", "NN", "NNS", "NNP", "NNPS", "DT", "JJ", "POS", "PRP$", "CC", "VBN"})
_LINKS = frozenset({"of", "for", "at", "from", "in"})
_CONTENTS = frozenset({"ccomp", "dobj", "xcomp", "dative", "pobj"})
_APPOSED = 2  # commas around what stands beside a name
LONGEST_NAMING = 12  # tokens of ", Health Minister Timo Raun said" between comma and cue


def inverted(cue: Token, reading: Reading) -> Token | None:
    """Who speaks in ", said Doyle": a comma before a finite cue of quoting and a name after it."""
    if cue.tag_ not in ("VBD", "VBZ", "VBN") or cue.i < 2 or cue.i + 1 >= len(reading.doc):
        return None
    entries = verbs().get(cue.lower_, ())
    opens = clause_of(cue)
    if cue.tag_ == "VBN" and (opens == cue.i or cue.nbor().pos_ == "PRON" or (subject(cue) or cue).i < cue.i):
        return None  # "the mayor, he told us, had offered him tea"
    if reading.doc[opens - 1].text != "," or not any("q" in v.frames and "a" not in v.frames for v in entries):
        return None
    for token in reading.doc[cue.i + 1 : cue.i + 20]:
        if token.text in (",", ".", "—", ";") or token.is_sent_start:
            break
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.lower_ == "that":
            return None  # a clause follows: "Doyle, 32, said the bank was closed"
    following = cue.nbor(1)
    if following.pos_ not in ("PROPN", "DET", "NOUN", "PRON") or following.lower_ in ("that", "this", "it", "there"):
        return None
    if headline_goes_on(cue):
        return None
    own = subject(cue)
    if own is not None and own.i > cue.i:
        return own
    head = following
    while head.head.i > head.i and head.dep_ in ("compound", "det", "amod", "nmod", "poss", "nummod"):
        head = head.head
    if head.pos_ not in ("PROPN", "NOUN", "PRON") or head.i - cue.i > 8 or head.ent_type_ in ("DATE", "TIME"):
        return None
    if (
        any(f[0] == "n" for v in entries for f in v.frames)
        and head.ent_type_ != "PERSON"
        and head.lower_ not in words("speaking_people")
        and not any(c.lower_ == "press" for c in head.children)  # "reported the press service of the ministry"
    ):
        return None  # "and, the ministry said, reaffirmed the pact"
    return head if own is None or own.pos_ != "PROPN" or head.pos_ == "PROPN" else None


def clause_of(cue: Token) -> int:
    """Where an inverted clause begins: ", said Doyle", ", has said the minister"."""
    helped = cue.tag_ == "VBN" and cue.i > 1 and cue.nbor(-1).lower_ in ("has", "have", "had")
    return cue.i - helped


def headline_goes_on(cue: Token) -> bool:
    """Whether a bare noun after the cue is its object: "Norland shuts airports, declares state of emergency"."""
    following = cue.doc[cue.i + 1 : cue.i + 3]
    if cue.tag_ != "VBZ" or len(following) < 2 or following[0].tag_ != "NN" or following[1].lower_ != "of":
        return False
    return following[0].lower_ not in words("speaking_people") or following[0].lower_ == "state"


def trailing(cue: Token, reading: Reading) -> tuple[int, int] | None:
    """The tokens that name who speaks between the last comma and a cue that ends its sentence.

    "The storm killed 90 in the towns of Bora and Lume, Health Minister Timo Raun said": the parse takes the name for
    one more of the towns, or those killed for who says it. Nothing where the parse has a subject behind the comma.
    """
    doc, low = reading.doc, cue.sent.start
    entries = verbs().get(cue.lower_, ())
    if cue.tag_ not in FINITE or not any("s" in v.frames and "a" not in v.frames for v in entries):
        return None
    if any(c.dep_ in _CONTENTS and c.i > cue.i for c in cue.children):
        return None
    comma = next((i for i in range(cue.i - 2, max(cue.i - LONGEST_NAMING, low) - 1, -1) if doc[i].text == ","), None)
    own = subject(cue)
    if comma is None or (own is not None and own.left_edge.i > comma):
        return None
    between = doc[comma + 1 : cue.i]
    if not all(t.tag_ in _NAMING or (t.tag_ == "IN" and t.lower_ in _LINKS) for t in between):
        return None
    last = next((t for t in reversed(between) if t.text[0].isalnum()), between[-1])
    named = last.tag_ in ("NNP", "NNPS") or last.lower_ in words("speaking_people")
    clause = any(t.tag_ in FINITE and reading.quote[t.i] < 0 for t in doc[low:comma])
    return (comma + 1, cue.i - 1) if named and clause else None


def taken_for_participle(reading: Reading, at: int, cue: int) -> bool:
    """Whether the parse takes the cue of "…,” Ada Moss, 59, joked as she left" or "…,” Ada Moss, its envoy, informed
    journalists" for a participle."""
    token, doc = reading.doc[cue], reading.doc
    if token.tag_ != "VBN" or token.dep_ not in ("acl", "amod") or cue - at < 2 or doc[cue - 1].text != ",":
        return False
    cued = any("q" in verb.frames for verb in verbs().get(token.lower_, ()))
    commas = sum(t.text == "," for t in doc[at:cue])
    named = all(t.pos_ in ("PROPN", "NUM") or t.text == "," for t in doc[at:cue])
    named = named or (commas == _APPOSED and not any(t.pos_ in ("VERB", "AUX") for t in doc[at:cue]))
    return cued and named and doc[at].pos_ == "PROPN" and token.nbor().lower_ != "by"
