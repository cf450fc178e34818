"""The words that announce somebody's words: verbs with their frames, nouns, phrases."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from generator.lexicons import roles, rows, words

_LETTING = frozenset({"let", "lets", "letting", "make", "makes", "made", "making"})
_OPENING = frozenset('«“„"‘»')


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: `act` is say, ask, demand, deny, promise, warning or threat; `frames` as in the word list."""

    base: str
    particle: str
    act: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names an utterance ("claim", "warning"); `frames`: that, to, or a preposition."""

    form: str
    act: str
    frames: frozenset[str]


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Every form of every reporting verb; those with a particle first."""
    found: dict[str, list[Verb]] = {}
    for name, forms, act, frames in rows("reporting_verbs"):
        base, _, particle = name.partition(" ")
        verb = Verb(base, particle, act, frozenset(frames.split()))
        for form in (base, *forms.split()):
            found.setdefault(form, []).append(verb)
    return {form: tuple(sorted(vs, key=lambda v: (not v.particle, v.particle))) for form, vs in found.items()}


@cache
def nouns() -> dict[str, Noun]:
    """Every form of every reporting noun."""
    found = {}
    for name, plural, act, frames in rows("reporting_nouns"):
        for form in (name, *plural.split()):
            found[form] = Noun(form, act, frozenset(frames.split()))
    return found


@cache
def _thinking() -> dict[str, Verb]:
    """Every form of the verbs that report in some frames only: "The bridge is lost, she believes"."""
    return {
        form: Verb(verb, "", act, frozenset(frames.split()))
        for verb, forms, act, frames in rows("thinking_verbs")
        for form in (verb, *forms.split())
    }


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in its sentence."""

    token: Token
    verb: Verb


def cue_at(token: Token) -> Iterator[Cue]:
    """The reporting verbs a token may be, with its particle where it has one."""
    entries = verbs().get(token.lower_)
    if not any("s" in verb.frames for verb in entries or ()) and _reports_anyhow(token):
        yield Cue(token, Verb(token.lower_, "", entries[0].act if entries else "say", frozenset({"s"})))
        return
    if not entries:
        if token.tag_[:2] == "VB" and token.lower_ in _thinking():
            yield Cue(token, _thinking()[token.lower_])
        return
    if _turned(token):
        yield from (Cue(token, verb) for verb in entries if "q" in verb.frames)
        return
    if token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    if not (token.tag_.startswith("V") or token.pos_ == "VERB" or taken_for_noun(token)):
        return
    if token.tag_ == "VBN" and token.dep_ == "acl" and not lost_its_subject(token):
        return  # "a gun pointed at", "claims made": whoever speaks is not in sight
    if token.tag_ == "VBG" and token.head.lower_ == "worth":
        return
    for verb in entries:
        if not verb.particle or any(c.lower_ == verb.particle and c.i > token.i for c in token.children):
            yield Cue(token, verb)


@cache
def _without_speech() -> frozenset[str]:
    return frozenset(form for verb, forms in rows("that_without_speech") for form in (verb, *forms.split()))


def _reports_anyhow(token: Token) -> bool:
    """Whether a verb of no list has a that-clause as only reporting verbs have: "manifested that the offer stood",
    "stood by his finding that the pipe leaked", "let the court know that he would not come"."""
    if token.tag_[:2] != "VB" or not token.n_rights:
        return False
    clause = next((c for c in token.rights if c.dep_ == "ccomp"), None)
    that = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None) if clause else None
    known = made_known(token)
    holders = [token.head] if known else [token, *([token.head] if token.dep_ == "conj" else [])]
    own = next((c for holder in holders for c in holder.children if c.dep_ == "nsubj" and c.i < token.i), None)
    if that is None or own is None or not could_speak(own):
        return False
    participle = token.tag_ == "VBG" or (token.tag_ == "VBN" and not any(c.dep_ == "aux" for c in token.children))
    if that.i + 1 < len(token.doc) and that.nbor().text in _OPENING:
        return True  # "understands that «the right to strike has bounds»": what one only knows is not quoted
    degree = any(t.lower_ in ("so", "such", "enough", "too") for t in token.doc[token.i + 1 : that.i])
    return known or not (participle or degree or not token.text.isalpha() or token.lower_ in _without_speech())


def could_speak(own: Token) -> bool:
    """Whether a subject is somebody: a post, or a mention of somebody that is no place."""
    if own.lower_ in ("it", "this", "that", "which"):
        return False
    if own.lower_ in words("speaking_people") or roles.noun(own.text) is not None:
        return True
    held = (m for m in own.doc._.mentions if m.span.start <= own.idx < m.span.end)
    return any(m.type != "place" for m in held)


def lost_its_subject(verb: Token) -> bool:
    """Whether the parse takes the verb of a sentence for a participle: "The mayor, a former teacher, advised against
    haste" has nothing else for a verb, and a comma closes what explains who acts."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBD", "VBN") or noun.dep_ != "ROOT" or noun.i > verb.i - 3:
        return False
    named = noun.pos_ in ("NOUN", "PROPN") and verb.nbor(-1).text == ","
    return named and any(t.text == "," for t in verb.doc[noun.i + 1 : verb.i - 1])


def parted_that(token: Token) -> bool:
    """Whether a comma parts a verb from its clause, as in other languages: "tells, that the knee was hurt"."""
    following = token.doc[token.i + 1 : token.i + 3]
    return [t.lower_ for t in following] == [",", "that"]


def taken_for_noun(token: Token) -> bool:
    """Whether the parse takes the verb of "Lee swears, that" for a noun: a clause with "that" stands behind it."""
    that = token.i + 1 + parted_that(token)
    if token.tag_ != "NNS" or not token.text.islower() or token.i == 0 or that + 1 >= len(token.doc):
        return False
    before = token.nbor(-1)
    named = before.pos_ == "PROPN" or before.text in (",", "–", "—", ")")
    return named and token.doc[that].lower_ == "that" and token.doc[that].dep_ == "mark"


def made_known(token: Token) -> bool:
    """Whether somebody lets it be known, or somebody know."""
    return token.lower_ in ("know", "known") and token.head.lower_ in _LETTING


def _turned(token: Token) -> bool:
    """Whether the token begins a sentence of the form "Said Ellis: …", which the parse takes for a name."""
    if token.text[0].islower() or token.tag_ not in ("VBD", "VBZ") or token.dep_ not in ("compound", "nmod", "amod"):
        return False
    return token.is_sent_start is True or (token.i > 0 and token.nbor(-1).text in (".", "?", "!", "”", '"'))


def act_of(cue: Cue, frame: str) -> str:
    """What a cue does in a frame: "asked whether" asks, "asked them to" and "asked for" demand, "called it" says."""
    if frame in ("call", "as") and cue.verb.act == "demand":
        return "say"
    if cue.verb.act == "ask" and frame in ("to", "to-o", "p:for"):
        return "demand"
    return cue.verb.act
