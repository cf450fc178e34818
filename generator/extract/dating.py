"""Which date of a sentence belongs to which word: by the parse, the clause, or its being the only one."""

import re
from collections.abc import Container, Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract.clauses import governor, is_verb
from generator.lexicons import rows
from generator.model import OPEN, Dated, TimeExpression

_POINTS = ("DATE", "TIME")
# Values that name no stretch of the calendar: "now", "recently".
# A day whose year the article does not tell: other articles may.
_YEARLESS = re.compile(r"XXXX-\d{2}-\d{2}")
_SAYING = frozenset(form for row in rows("reporting_verbs") for form in " ".join(row[:2]).split())
_REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def times_in(doc: Doc, sentence: Tokens) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence that name a date or a time on the calendar."""
    found: Iterable[TimeExpression] = doc._.times
    return tuple(
        t
        for t in found
        if sentence.start_char <= t.span.start < sentence.end_char
        and t.type in _POINTS
        and t.value
        and not t.value.startswith(_REFERENCES)
        and (t.value[:1].isdigit() or _YEARLESS.match(t.value))
    )


def dated(time: TimeExpression) -> Dated:
    """A time expression as the date of something: its value with its reasoning."""
    return Dated(time.value, "stated", time.reason, time.earliest, time.latest)


def _tokens(doc: Doc, time: TimeExpression) -> Tokens | None:
    return doc.char_span(time.span.start, time.span.end, alignment_mode="expand")


def _above(token: Token) -> list[Token]:
    """The word and those it hangs on, up to and with the first verb."""
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < 40:
        chain.append(chain[-1].head)
        if is_verb(chain[-1]):
            break
    return chain


def time_of(trigger: Token, sentence: Tokens, carriers: Iterable[Token] = ()) -> TimeExpression | None:
    """The time expression that dates a word: one in its own phrase, else one of its clause.

    `carriers` are further words whose dates count as its own: the verb that says when a noun takes place ("is planned",
    "will be held"). A date that hangs on another verb ("said on Friday that they met") is not taken.
    """
    doc = trigger.doc
    candidates = times_in(doc, sentence)
    if not candidates:
        return None
    own = {trigger.i} | {c.i for c in carriers}
    best: tuple[int, int, TimeExpression] | None = None
    verb = trigger if is_verb(trigger) else governor(trigger)
    for time in candidates:
        tokens = _tokens(doc, time)
        if tokens is None:
            continue
        if _of_another_noun(tokens, trigger):
            continue
        if tokens.start > sentence.start and doc[tokens.start - 1].lower_ in ("since", "until", "till"):
            continue
        if _of_saying(tokens, trigger, own):
            continue
        chain = [t.i for t in _above(tokens.root)]
        inside = any(t.i == trigger.i for t in _above(tokens.root))
        if inside or (_possessive(tokens, trigger) and not _of_clause_in_subject(tokens, trigger)):
            rank = 0
        elif own.intersection(chain):
            rank = 1
        elif verb is not None and chain[-1] == verb.i and verb.i in own:
            rank = 2
        else:
            continue
        key = (rank, abs(tokens.root.i - trigger.i), time)
        if best is None or key[:2] < best[:2]:
            best = key
    return best[2] if best else None


def _of_another_noun(tokens: Tokens, trigger: Token) -> bool:
    """ "before Monday night's debate": the date belongs to the noun it stands in front of."""
    root = tokens.root
    owner = root.head
    return (
        root.dep_ in ("poss", "compound", "nmod")
        and owner.tag_[:2] == "NN"
        and owner.i != trigger.i
        and owner.i >= tokens.end
    )


def _of_saying(tokens: Tokens, trigger: Token, own: Container[int]) -> bool:
    """ "Orbis said on Saturday it had agreed": the day right behind a verb of saying is not that of what is said."""
    doc, at = tokens.doc, tokens.start - 1
    if trigger.i < tokens.start:
        return False
    while at > trigger.sent.start and doc[at].lower_ in ("on", "late", "early"):
        at -= 1
    for _ in range(3):
        if at < trigger.sent.start or is_verb(doc[at]):
            break
        if doc[at].tag_[:2] not in ("NN", "DT", "PR"):
            return False
        at -= 1
    verb = doc[max(at, trigger.sent.start)]
    return verb.tag_ == "VBD" and verb.lower_ in _SAYING and verb.i not in own


def _possessive(tokens: Tokens, trigger: Token) -> bool:
    """ "Friday's meeting", "the 10 January talks": the date stands in front, in the noun's own phrase."""
    return trigger.left_edge.i <= tokens.start and tokens.end <= trigger.i + 1


def _of_clause_in_subject(tokens: Tokens, trigger: Token) -> bool:
    """ "The owner of the ferry that sank on Saturday was arrested yesterday": the day of a clause in the subject."""
    verb = next((t for t in _above(tokens.root)[1:] if is_verb(t)), None)
    return is_verb(trigger) and verb is not None and verb.i != trigger.i and verb.dep_ in ("relcl", "acl")


def clause_time(token: Token, sentence: Tokens) -> Dated:
    """The date of the clause a word stands in, else the sentence's only date when it stands in no other clause.

    Of two verbs with one subject a date stands with the first: "Last April a fire destroyed 290 homes and killed 15".
    """
    verb = token if is_verb(token) else governor(token)
    time = time_of(token, sentence, [verb] if verb is not None else [])
    while time is None and verb is not None and verb.dep_ == "conj" and is_verb(verb.head) and not _own_subject(verb):
        verb = verb.head
        time = time_of(verb, sentence, [verb])
    return dated(time) if time else OPEN


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
