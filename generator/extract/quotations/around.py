"""What was said stands before the cue or around it: "The vaccine, the agency says, is safe"."""

from spacy.tokens import Token

from generator.extract.quotations.content import Complement, Range
from generator.extract.quotations.cues import Cue, could_speak, verbs
from generator.extract.quotations.form import MARKS
from generator.extract.quotations.inversion import clause_of, headline_goes_on, inverted, trailing
from generator.extract.quotations.noun_phrase import FINITE, SUBJECTS, is_passive, subject
from generator.extract.quotations.reading import Reading
from generator.lexicons import bodies, words

_ABLE = frozenset({"can", "could", "to"})
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM"})
_ADDRESSED = 6  # tokens of "reminded the whole hall"
FARTHEST_COMMA = 12  # tokens from the cue to the comma after which the clause goes on
_SPEAKS_ONLY = frozenset({"q"})  # the frame of a verb that tells only whose the quoted words beside it are
_CONDITIONS = frozenset({"if", "unless"})


def with_lead(cue: Cue, reading: Reading, found: Complement) -> Complement:
    """What stands before the cue and belongs to the clause after it.

    "If it does not slow down, officials say growth will end"; "There is a risk, officials said, that growth will end".
    """
    token, own = cue.token, subject(cue.token)
    if own is None or own.i > token.i or reading.doc[own.left_edge.i - 1].text != ",":
        return found
    for child in token.children:
        if child.i >= own.i or child.right_edge.i >= own.left_edge.i:
            continue
        marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
        conditional = child.dep_ == "advcl" and marks & _CONDITIONS
        if conditional or (child.dep_ == "ccomp" and reading.doc[token.i + 1].text == ","):
            return Complement(((child.left_edge.i, child.right_edge.i), *found.ranges), found.frame, found.addressee)
    return found


def glued(cue: Cue, reading: Reading) -> Complement | None:
    """ "in other countriesWhite House spokeswoman Jen Psaki explained": the page lost what parted the two."""
    own = subject(cue.token)
    if own is None or "s" not in cue.verb.frames or own.i > cue.token.i:
        return None
    for i in range(max(own.left_edge.i - 1, 0), own.i):
        if reading.seam(i) is not None and i > cue.token.sent.start + 3:
            return Complement(((cue.token.sent.start, i),), "fronted")
    return None


def as_clause(cue: Cue, reading: Reading) -> Complement | None:
    """ "As the governor noted, the bridge will be built"; "…, as noted by the governor"."""
    token, clause = cue.token, cue.token.head
    marks = [c for c in token.children if c.dep_ == "mark" and c.lower_ == "as" and c.i < token.i]
    if not marks or "s" not in cue.verb.frames or token.dep_ != "advcl" or clause.pos_ not in ("VERB", "AUX"):
        return None
    if any(c.dep_ in ("ccomp", "dobj", "xcomp", "prep") and c.i > token.i for c in token.children):
        return None
    if marks[0].i < clause.left_edge.i + 2:
        end = token.right_edge.i
        comma = end if reading.doc[end].text == "," else end + 1
        return Complement(((comma, clause.right_edge.i),), "fronted") if reading.doc[comma].text == "," else None
    before, after = marks[0].i - 1, token.right_edge.i + 1
    if reading.doc[before].text != ",":
        return None
    ranges = [(clause.left_edge.i, before), (after, clause.right_edge.i)]
    return Complement(tuple(r for r in ranges if r[1] - r[0] > 1 or r[0] < before), "fronted")


def fronted(cue: Cue, reading: Reading) -> Complement | None:
    """What was said stands before the cue, or around it: "The vaccine, the agency says, is safe"."""
    token = cue.token
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i < token.i), None)
    aside = token.dep_ in ("parataxis", "ccomp", "advcl") or (token.dep_ == "conj" and _says_no_more(cue))
    if clause is None and aside and _parenthetical(token, reading):
        return _around(token, reading)
    able = token.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ in _ABLE for c in token.children)
    if clause is None or headline_goes_on(token) or able:
        return None  # "…, he argues, the firm can no longer claim": who could claim has not
    if any(t.lower_ in ("which", "whom") for own in clause.children if own.dep_ in SUBJECTS for t in own.subtree):
        return None  # "In the hills, most of which have seen war, the council warned of mines"
    own = subject(token)
    cue_start = token.i
    if own is not None and clause.i < own.i < token.i:
        cue_start = own.left_edge.i
    if own is not None and own.i < token.i:
        cue_start = next((i + 1 for i in range(own.left_edge.i, own.i) if reading.seam(i) is not None), cue_start)
    first = clause.left_edge.i
    if clause.head.i == token.i:
        first = min(first, token.left_edge.i)
    if own is not None and first <= own.i < clause.left_edge.i:
        return None
    if reading.doc[cue_start - 1].text == ":" or _parted(reading, clause, cue_start):
        return None  # two sentences in one, and the second reports nothing of the first
    ranges = [(first, cue_start - 1)]
    after = clause.right_edge.i
    if after > token.i:
        cue_end = max(
            [token.i] + [c.right_edge.i for c in token.children if c.right_edge.i < after and c.i != clause.i]
        )
        if reading.doc[min(cue_end + 1, after)].text == ",":
            ranges.append((cue_end + 1, after))
    else:
        ranges += _taken_up_after(token, reading)
    ranges = [r for r in ranges if r[0] <= r[1]]
    return Complement(tuple(ranges), "fronted") if ranges else None


def _parted(reading: Reading, clause: Token, cue_start: int) -> bool:
    """Whether a semicolon stands between a clause and its cue with no verb behind it: "It began; later he said"."""
    doc = reading.doc
    marks = [i for i in range(clause.i + 1, cue_start) if doc[i].text == ";" and reading.quote[i] < 0]
    return bool(marks) and not any(t.tag_ in FINITE for t in doc[marks[-1] : cue_start])


def split_by(cue: Cue, reading: Reading) -> Complement | None:
    """ "Yeast, he reminded the hall, does not read contracts": said around what the parse took for the verb."""
    doc, token, own = reading.doc, cue.token, subject(cue.token)
    if own is None or own.i > token.i or token.tag_ not in FINITE or "s" not in cue.verb.frames:
        return None
    (low, high), opens = reading.sentence_at(token.i), own.left_edge.i - 1
    if (
        opens <= low
        or doc[opens].text != ","
        or (any(t.tag_ in FINITE for t in doc[low:opens]) and doc[low].lower_ != "what")
    ):
        return None
    closes = next((i for i in range(token.i + 1, min(token.i + _ADDRESSED, high)) if doc[i].text == ","), None)
    if closes is None or any(t.pos_ in ("VERB", "AUX") for t in doc[token.i + 1 : closes]):
        return None
    goes_on = doc[closes + 1].tag_ in FINITE and doc[low].pos_ in _NOMINAL
    return Complement(((low, opens - 1), (closes + 1, high)), "fronted") if goes_on else None


def _taken_up_after(cue: Token, reading: Reading) -> list[Range]:
    """What goes on behind the cue: "There was a bill, she said in July, | but no water"; "The talk was friendly, he
    told reporters, | “but it is over”"."""
    doc, end = reading.doc, reading.sentence_at(cue.i)[1]
    comma = next((i for i in range(cue.i + 1, min(end, cue.i + FARTHEST_COMMA)) if doc[i].text == ","), None)
    if comma is None or any(t.tag_ in FINITE or reading.quote[t.i] >= 0 for t in doc[cue.i + 1 : comma]):
        return []
    number = reading.quote[comma + 1]
    if number >= 0:
        passage = reading.passages[number]
        goes_on = reading.text[passage.start : passage.end].strip(MARKS)[:1].islower()
        return [reading.ranges[number]] if goes_on and reading.ranges[number][0] == comma + 1 else []
    joined = doc[comma + 1].dep_ == "cc" and doc[comma + 1].head == cue
    rest = doc[comma + 2 : end + 1]
    second = next((c for c in cue.children if c.dep_ == "conj" and c.i > comma), None)
    if not joined or second is None:
        return []
    if doc[comma + 2].tag_ == "PRP" and doc[comma + 2].head == second:
        return [(comma + 1, end)]  # "It was late, he told them, | and he knew what they had lost"
    if second.pos_ not in ("NOUN", "PROPN", "ADJ") or any(t.tag_ in FINITE for t in rest):
        deed = next((t for t in (*second.lefts, second) if t.dep_ in ("aux", "auxpass") or t == second), second)
        return [(comma + 1, end)] if _deed_told(cue, second, deed) else []
    return [(comma + 1, end)]


def _deed_told(cue: Token, verb: Token, first: Token) -> bool:
    """Whether a verb behind "the ministry said, and" has the subject of what is told: "The patrol had crossed, the
    ministry said, and opened fire". The speaker's is another verb of saying, any behind "he said, and", and any where
    nobody acts."""
    own = subject(cue)
    if own is None or own.pos_ == "PRON" or first.tag_ not in FINITE or subject(verb) is not None:
        return False
    told = next((c for c in cue.children if c.dep_ == "ccomp" and c.i < cue.i), None)
    if told is None or not _acts(told):
        return False  # "Three men were killed, the army said, and closed the road"
    says = any(one.frames - _SPEAKS_ONLY for one in verbs().get(verb.lower_, ()))
    return not says and verb.lower_ not in words("refusals")


def _acts(verb: Token) -> bool:
    """Whether somebody does what a verb tells."""
    own = subject(verb)
    if own is None or own.lower_ == "it" or is_passive(verb):
        return False
    return own.pos_ in ("PRON", "PROPN") or could_speak(own) or own.lower_ in bodies.nouns()


def closed_by(cue: Cue, reading: Reading) -> Complement | None:
    """All of a sentence before ", Health Minister Timo Raun said" where the parse lost the name."""
    named = trailing(cue.token, reading)
    if named is None:
        return None
    return Complement(((cue.token.sent.start, named[0] - 2),), "fronted")


def inverted_clause(cue: Cue, reading: Reading) -> Complement | None:
    """ "The contrast, said Doyle, would be clear": the parse takes what is said for who says it."""
    token = cue.token
    speaker = inverted(token, reading)
    if speaker is None or any(c.dep_ == "ccomp" and c.i < token.i for c in token.children):
        return None
    first, end = token.sent.start, token.sent.end - 1
    comma = next((i for i in range(speaker.i + 1, min(end, speaker.i + 15)) if reading.doc[i].text == ","), None)
    ranges = [(first, clause_of(token) - 1)]
    if comma is not None and any(t.tag_ in FINITE for t in reading.doc[comma + 1 : comma + 4]):
        ranges.append((comma + 1, end))
    if len(ranges) == 1 and not any(t.tag_ in FINITE for t in reading.doc[first : token.i]):
        return None
    return Complement(tuple(ranges), "fronted")


def _says_no_more(cue: Cue) -> bool:
    """Whether nothing is said behind a cue but who is told: "They fled, the governor tells the radio". No two clauses
    are joined by a comma alone."""
    token = cue.token
    if token.tag_ not in FINITE or token.head.i > token.i or any(c.dep_ in ("ccomp", "xcomp") for c in token.children):
        return False
    things = [c for c in token.children if c.dep_ in ("dobj", "dative", "attr") and c.i > token.i]
    told = all(could_speak(t) or any(t.lower_ in words(w) for w in ("press_nouns", "press_words")) for t in things)
    return told and (not things or (len(things) == 1 and "a" in cue.verb.frames))


def _parenthetical(token: Token, reading: Reading) -> bool:
    """Whether the cue and its subject stand between commas, or after the last comma."""
    own = subject(token)
    if own is None or own.i > token.i or token.head.i > token.i + 60:
        return False
    left = own.left_edge.i
    return left > 0 and reading.doc[left - 1].text in (",", "—", "–", "-")


def _around(token: Token, reading: Reading) -> Complement | None:
    """The clause a parenthetical cue stands in, without the cue."""
    own = subject(token)
    if own is None:
        return None
    clause = token.head
    first, last = clause.left_edge.i, clause.right_edge.i
    parted = [i for i in range(first, last + 1) if reading.doc[i].text == ";" and reading.quote[i] < 0]
    first = max([first, *(i + 1 for i in parted if i < token.i)])
    last = min([last, *(i - 1 for i in parted if i > token.i)])
    ranges = [(first, own.left_edge.i - 1)]
    comma = next((i for i in range(token.i + 1, min(last, token.i + 15) + 1) if reading.doc[i].text in ",—–"), None)
    if comma is not None and not _does(token, comma + 1, clause):
        ranges.append((comma + 1, last))
    ranges = [r for r in ranges if r[0] <= r[1]]
    return Complement(tuple(ranges), "fronted") if ranges else None


def _does(cue: Token, conjunction: int, told: Token) -> bool:
    """Whether who speaks does what follows: "Four lorries were burnt, the police said, and shut the bridge"."""
    joined = cue.doc[conjunction].dep_ == "cc" and cue.doc[conjunction].head == cue
    deed = next((c for c in cue.children if c.dep_ == "conj" and c.i > conjunction), None) if joined else None
    done = deed is not None and subject(deed) is None and any(c.dep_ == "dobj" for c in deed.children)
    return done and not _acts(told)
