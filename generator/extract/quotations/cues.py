"""The words that announce somebody's words: verbs with their frames, nouns, phrases."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from generator.lexicons import rows


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


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in its sentence."""

    token: Token
    verb: Verb


def cue_at(token: Token) -> Iterator[Cue]:
    """The reporting verbs a token may be, with its particle where it has one."""
    entries = verbs().get(token.lower_)
    if not entries:
        return
    if _turned(token):
        yield from (Cue(token, verb) for verb in entries if "q" in verb.frames)
        return
    if token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    if not (token.tag_.startswith("V") or token.pos_ == "VERB"):
        return
    if token.tag_ == "VBN" and token.dep_ == "acl":
        return  # "a gun pointed at", "claims made": whoever speaks is not in sight
    if token.tag_ == "VBG" and token.head.lower_ == "worth":
        return
    for verb in entries:
        if not verb.particle or any(c.lower_ == verb.particle and c.i > token.i for c in token.children):
            yield Cue(token, verb)


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
