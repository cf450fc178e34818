"""Whose deed a verb tells and whom it befalls, also where neither stands beside it as subject or object."""

import re

from spacy.tokens import Token

from generator.extract.attributes import document_of
from generator.extract.clauses import is_passive, objects, subject
from generator.extract.events.people import is_person

_WHOSE = re.compile(r"\bwhose (?:[a-z-]+ ){0,3}[a-z-]+, [^,]+,$")
_TIMES = frozenset({"after", "before", "since", "for", "by", "without"})


def patient(verb: Token) -> Token | None:
    """Whom or what a verb befalls: its object, the subject of a passive, what a participle hangs on ("workers kidnapped
    from the camp"), the subject of a headline's ("three managers charged")."""
    done_to = next(objects(verb), None)
    if done_to is not None:
        return done_to
    if is_passive(verb):
        return subject(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    return subject(verb) if befalls_subject(verb) else None


def befalls_subject(verb: Token) -> bool:
    """Whether the subject is whom it befalls: of a passive, and of one that a headline left "was" out of."""
    if is_passive(verb):
        return True
    bare = verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("ROOT", "conj", "ccomp", "dep", "parataxis")
    with_more = any(
        c.dep_ in ("dobj", "obj", "dative", "aux", "auxpass", "ccomp", "xcomp", "acomp", "attr", "prt", "oprd")
        for c in verb.children
    )
    searched = any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children)
    own = any(c.dep_ == "nsubj" for c in verb.lefts)
    return bare and own and not with_more and not searched and in_headline(verb)


def in_headline(token: Token) -> bool:
    """Whether a word stands in a headline."""
    blocks = document_of(token.doc).blocks
    return any(b.kind == "headline" and b.span.start <= token.idx < b.span.end for b in blocks)


def controller(verb: Token) -> Token | None:
    """Who does what a preposition has as a participle: "was suspended after testing positive"."""
    above = verb.head
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG" or above.lower_ not in _TIMES:
        return None
    return subject(above.head)


def able(verb: Token) -> Token | None:
    """Whose the deed is that somebody is able, ready or due to do: "the doctor, who was able to visit the family"."""
    if verb.dep_ != "xcomp" or verb.head.dep_ != "acomp":
        return None
    above = verb.head.head
    who = subject(above)
    return above.head if who is not None and who.tag_ == "WP" and above.dep_ == "relcl" else who


def set_off_before(verb: Token) -> Token | None:
    """The person named between commas before a verb that the parser left without a subject: "whose head, Anna Berg,
    resigned". Such a clause is of nobody else; any other verb without a subject has that of a verb before."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if own or verb.dep_ == "conj" or verb.tag_ != "VBD" or verb.i < verb.sent.start + 4:
        return None
    name = verb.nbor(-2)
    whose = _WHOSE.search(verb.doc[verb.sent.start : verb.i].text)
    return name if whose is not None and name.tag_ == "NNP" and is_person(name) else None
