"""Reported speech without quotation marks, or with some: a cue verb and the clause or phrase it governs."""

from spacy.tokens import Token

from generator.extract.quotations.around import (
    as_clause,
    closed_by,
    fronted,
    glued,
    inverted_clause,
    split_by,
    with_lead,
)
from generator.extract.quotations.between import between
from generator.extract.quotations.citing import CITING
from generator.extract.quotations.content import Complement, Range, extent, letters_outside_passages, with_passages
from generator.extract.quotations.cues import Cue, could_speak, parted_that
from generator.extract.quotations.ends import and_quoted, before_a_deed, shared_cue, until
from generator.extract.quotations.noun_phrase import FINITE, SUBJECTS, is_passive, reports, subject
from generator.extract.quotations.pointing import this_was_said
from generator.extract.quotations.predicates import phrase_complement
from generator.extract.quotations.reading import Reading
from generator.lexicons import bodies

_WH = frozenset({"whether", "if", "what", "who", "whom", "whose", "which", "when", "where", "why", "how"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
FARTHEST_THAT = 15  # tokens of when and where between "said" and "that"


def complement(cue: Cue, reading: Reading) -> Complement | None:
    """What the cue governs outside direct quotation, or None where no frame of the verb fits."""
    if _names_itself(cue.token):
        return None
    if not reports(cue.token, cue.verb.base):
        return between(cue, reading)
    return _governed(cue, reading) or between(cue, reading)


def _governed(cue: Cue, reading: Reading) -> Complement | None:
    verb, token = cue.verb, cue.token
    found = this_was_said(cue, reading) or closed_by(cue, reading)
    found = found or inverted_clause(cue, reading) or as_clause(cue, reading)
    if found is None and f"p:{_next_word(token)}" in verb.frames and not is_passive(token):
        found = phrase_complement(cue, reading)  # "warns of grave consequences as people flee": no clause is governed
    if found is None and verb.frames & {"s", "wh", "to", "to-o", "o-to", "ing", "q"}:
        found = _clause(cue, reading)
    if found is None and verb.frames & {"s"}:
        found = fronted(cue, reading)
    if found is None and not is_passive(token):
        found = phrase_complement(cue, reading)
    if found is not None and found.frame == "s":
        found = with_lead(cue, reading, found)
    if found is None:
        found = glued(cue, reading) or split_by(cue, reading)
    if found is None or (found.frame == "fronted" and verb.base == "respond" and token.tag_ in ("VBZ", "VBP")):
        return None  # "Norland accuses Sarland of arson, Sarland responds": a second act, and no words of it
    ranges = tuple(with_passages(reading, r) for r in found.ranges)
    if found.frame == "s":
        ranges = (*ranges[:-1], (ranges[-1][0], and_quoted(reading, before_a_deed(reading, ranges[-1]))))
    if found.frame in ("s", "fronted") and not _has_verb(reading, ranges):
        return None
    quoted = not any(letters_outside_passages(reading, r) for r in ranges) and found.frame not in ("call", "as")
    if quoted and not _fragment(reading, ranges):
        return None
    return Complement(ranges, found.frame, found.addressee)


def _names_itself(token: Token) -> bool:
    """ "a group calling itself the Sons of Halm": a name, and nobody's words."""
    named = token.doc[token.i + 2 : token.i + 5]
    itself = len(named) > 2 and token.nbor().lower_ in ("itself", "themselves", "himself", "herself")
    return itself and any(t.text[0].isupper() for t in named)


def _next_word(token: Token) -> str:
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def _has_verb(reading: Reading, ranges: tuple[Range, ...]) -> bool:
    return any(t.tag_[0] in "VM" for r in ranges for t in reading.doc[r[0] : r[1] + 1])


def _fragment(reading: Reading, ranges: tuple[Range, ...]) -> bool:
    """Whether the content is nothing but a quoted piece of the sentence around it."""
    return all(reading.doc[r[0]].i > 0 and reading.doc[r[0] - 1].text not in (",", ":") for r in ranges)


def _clause(cue: Cue, reading: Reading) -> Complement | None:
    token, frames = cue.token, cue.verb.frames
    clauses = [c for c in token.children if c.dep_ in _CLAUSES and c.i > token.i]
    objects = [c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > token.i]
    for clause in clauses:
        if any(t.text == ";" for t in reading.doc[token.i + 1 : clause.left_edge.i]):
            continue  # "400 came, police said; the union said there were 900"
        frame = _frame_of(clause, token)
        addressee = next((o for o in objects if o.i < clause.i), None)
        inner = next((c for c in clause.children if c.dep_ == "ccomp" and c.left_edge.lower_ == "that"), None)
        if frame == "wh" and addressee is not None and addressee.i + 1 == clause.left_edge.i and inner is not None:
            return Complement((extent(inner),), "s", addressee)  # "told everyone who would listen that it had closed"
        first, last = extent(clause, after=token.i, before=shared_cue(clause, token))
        first = _behind_the_day(clause, first, token)
        if cue.verb.particle:  # "made | it clear that …"
            first = max((t.i + 1 for t in reading.doc[first:last] if t.lower_ == cue.verb.particle), default=first)
        while first - 1 > token.i and reading.doc[first - 1].head == token and _approximates(reading.doc[first - 1]):
            first -= 1
        if first > last:
            continue
        if frame == "to":
            if frames & {"to-o", "o-to"} or (cue.verb.base == "ask" and addressee is not None):
                start = clause.left_edge.i
                named = addressee or subject(clause)
                if "o-to" in frames and (named is None or named.i < token.i or not _demands(token)):
                    continue  # who "wants to sell" plans it, who "wants the state to pay" demands it
                first = min(start, named.left_edge.i) if named is not None and named.i > token.i else start
                return Complement(((first, until(clause, token, last, reading)),), "to-o", named)
            if "to" not in frames and "a" not in frames:
                continue
            if is_passive(token) and cue.verb.base not in ("ask", "tell"):
                continue
        elif frame == "ing":
            if not frames & {"ing", "s"} or clause.lower_ in CITING:
                continue
        elif frame == "wh":
            if not frames & {"wh", "s"}:
                continue
        elif "s" not in frames:
            continue
        if addressee is not None and "a" not in frames and addressee.i < first:
            first, addressee = addressee.left_edge.i, None
        if clause.i < token.i or (first == token.i + 2 and reading.doc[first - 1].text == ";"):
            continue
        if frame == "s" and reading.doc[first].tag_ in ("VBD", "VBZ", "MD") and addressee is not None:
            first = addressee.i + 1  # "told Reuters | the last time they spoke was in May": the subject got lost
        return Complement(((first, until(clause, token, last, reading)),), frame, addressee)
    return _that(cue, reading) or _told_that(cue, reading) or _question(cue, reading)


def _demands(wants: Token) -> bool:
    """Whether somebody is told of who wants another to act: not "anyone who wants", "does not want", "would want"."""
    own = subject(wants)
    if own is None or wants.tag_ not in ("VBZ", "VBP", "VBD") or wants.dep_ == "relcl":
        return False
    somebody = own.tag_ in ("NNP", "NNPS", "PRP") or could_speak(own) or own.lower_ in bodies.nouns()
    negated = any(t.dep_ == "neg" or t.lower_ == "longer" for t in wants.lefts)
    return somebody and own.lower_ != "it" and not negated


def _approximates(token: Token) -> bool:
    """ "officials say | around a quarter of the town": a preposition the parse left without its noun."""
    return token.dep_ == "prep" and not any(True for _ in token.children)


def _behind_the_day(clause: Token, first: int, cue: Token) -> int:
    """Where the clause begins when the parse has hung on it the day of speaking: "said on Saturday | it had agreed"."""
    if first != cue.i + 1:
        return first
    for child in clause.lefts:
        if child.left_edge.i == first and child.dep_ in ("prep", "npadvmod"):
            timed = any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree)
            begins = child.right_edge.i + 1
            if timed and clause.doc[begins].text != "," and any(c.dep_ in SUBJECTS for c in clause.lefts):
                return begins
    return first


def _that(cue: Cue, reading: Reading) -> Complement | None:
    """A "that" straight after the cue which the parse did not join to it."""
    token = cue.token
    if "s" not in cue.verb.frames or token.i + 1 >= len(reading.doc):
        return None
    end = min(token.i + FARTHEST_THAT, len(reading.doc) - 1)
    for i in range(token.i + 1 + parted_that(token), end):
        following = reading.doc[i]
        if (
            following.text in (",", ":", ";")
            or following.tag_ in ("VBD", "VBZ", "VBP", "MD")
            or following.is_sent_start
            or (following.dep_ == "dobj" and following.head == token)
        ):
            return None  # "wrote the letter that they had asked for"
        if following.lower_ == "that" and following.tag_ == "IN" and following.dep_ == "mark":
            first, last = extent(following.head, after=token.i)
            return Complement(((max(first, i), last),), "s") if last > i + 1 else None
    return None


def _told_that(cue: Cue, reading: Reading) -> Complement | None:
    """A "that" straight after who is told, which the parse took for a relative: "told the inquiry that dams above"."""
    token, doc = cue.token, reading.doc
    to = next((c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > token.i), None)
    if to is None or not {"a", "s"} <= cue.verb.frames or to.i + 3 >= len(doc):
        return None
    for clause in (c for r in to.children if r.dep_ == "relcl" for c in r.children if c.dep_ == "ccomp"):
        if clause.left_edge.lower_ == "that":  # the same, where the parse sees the relative clause
            return Complement((extent(clause),), "s", to)
    near = doc[to.i + 1 : min(token.i + FARTHEST_THAT, len(doc) - 2)]
    that = next((t for t in near if t.lower_ == "that" or t.is_punct or t.tag_ in FINITE), doc[to.i + 1])
    following = that.nbor()
    if (
        that.lower_ != "that"
        or that.tag_ == "DT"
        or following.tag_ in ("VBD", "VBP", "MD")
        or following.dep_ in ("aux", "auxpass")
    ):
        return None
    last = reading.sentence_at(that.i)[1]
    finite = any(t.tag_ in FINITE for t in doc[following.i + 1 : last + 1])
    return Complement(((following.i, last),), "s", to) if finite else None


def _question(cue: Cue, reading: Reading) -> Complement | None:
    """A question clause the parse joined to who is asked: "asked the guest who he thought would win"."""
    token = cue.token
    if cue.verb.base != "ask":
        return None
    last = token.right_edge.i
    for i in range(token.i + 1, min(token.i + FARTHEST_THAT, last)):
        word = reading.doc[i]
        if word.text in (",", ":", ";") or word.tag_ in FINITE:
            return None
        if word.lower_ in _WH and word.head.i > i:
            to = next((c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > token.i), None)
            return Complement(((i, last),), "wh", to if to is not None and to.i < i else None)
    return None


def _frame_of(clause: Token, cue: Token) -> str:
    first = clause.left_edge
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children):
        return "to"
    if first.i > cue.i and first.lower_ in _WH:
        return "wh"
    if clause.tag_ == "VBG" and not any(c.dep_ in ("aux", "mark", "nsubj") for c in clause.children):
        return "ing"
    if clause.dep_ == "ccomp" or any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in clause.children):
        return "s"
    return "ing" if clause.tag_ == "VBG" else "other"
