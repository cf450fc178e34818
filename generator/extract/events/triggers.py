"""The words that name an event: nouns and verbs of the word lists, where the sentence uses them so."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract.clauses import is_passive, objects, subject
from generator.extract.events.idioms import befallen
from generator.extract.events.needs import meets, premises_of
from generator.extract.events.people import is_human, is_person
from generator.extract.events.said_of import said_of
from generator.extract.events.senses import (
    armed,
    counted,
    event_reading,
    in_general,
    raid_sense,
    strike_sense,
)
from generator.extract.events.structures import structure_in
from generator.lexicons import rows, table, words

_NOUNS = {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("event_nouns")}
_VERBS: dict[str, list[tuple[str, str]]] = {}
for _form, _type, _need in rows("event_verbs"):
    _VERBS.setdefault(_form, []).append((_type, _need))
_PHRASES: dict[str, list[tuple[list[str], str, str]]] = {}
for _form, _after, _type, _need in rows("event_phrases"):
    _PHRASES.setdefault(_form, []).append((_after.split(), _type, _need))
_LONGEST = max(len(form.split()) for form in _NOUNS)
_RAIDS = frozenset({"raid", "raids", "raided", "raiding"})
_PHONE = frozenset({"phone", "telephone", "phoned", "video"})
_BODY_VERBS = frozenset({"held", "convene", "convenes", "convened", "convening", "scheduled", "meets", "meet"})
_ROOMS = frozenset(
    {"building", "chamber", "classroom", "court", "courtroom", "debate", "hall", "hearing", "interview", "room"}
    | {"session", "stadium", "studio"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event's words: the head token, all of them, the type, and whether it needs details to count."""

    head: Token
    tokens: Tokens
    type: str
    needs_detail: bool
    verb: bool
    body: bool = False


def triggers(sentence: Tokens) -> Iterator[Trigger]:
    """The triggers of a sentence in text order, without a noun that only repeats its verb ("signed an agreement")."""
    taken: set[int] = set()
    found = []
    for token in sentence:
        trigger = _verb(token) if token.tag_[:2] == "VB" else _noun(token) or _body(token)
        if trigger is not None and not taken.intersection(range(trigger.tokens.start, trigger.tokens.end)):
            found.append(trigger)
            taken.update(range(trigger.tokens.start, trigger.tokens.end))
    verbs = {t.head.i: t.type for t in found if t.verb}
    nouns = {t.head.i for t in found if not t.verb}
    for trigger in found:
        if not trigger.verb and verbs.get(trigger.head.head.i) == trigger.type:
            continue
        if trigger.type == "resumption" and any(t.i in nouns for t in premises_of(trigger.head)):
            continue  # "the talks will resume": the talks
        yield trigger


def _noun(token: Token) -> Trigger | None:
    if token.tag_[:2] != "NN":
        return None
    doc: Doc = token.doc
    if token.tag_ == "NNP" and token.i > 0 and doc[token.i - 1].lower_ in words("storm_kinds"):
        return Trigger(token, doc[token.i - 1 : token.i + 1], "storm", True, False)
    for length in range(_LONGEST, 0, -1):
        start = token.i - length + 1
        if start < 0:
            continue
        tokens = doc[start : token.i + 1]
        entry = _NOUNS.get(tokens.text.lower().replace("-", " ") if length > 1 else token.lower_)
        if entry is None:
            continue
        if not event_reading(token) or counted(token):
            return None
        kind = strike_sense(token) if entry[0] == "strike_or_attack" else entry[0]
        kind = raid_sense(token) if token.lower_ in _RAIDS else kind
        if not said_of(token, entry[1]):
            return None
        told = entry[1] == "structure" or (entry[0] == "collapse" and structure_in(token) is not None)
        return Trigger(token, tokens, kind, (entry[1] != "" and not told) or in_general(token), False)
    return None


def _verb(token: Token) -> Trigger | None:
    doc: Doc = token.doc
    single = doc[token.i : token.i + 1]
    if token.lower_ in ("spoke", "spoken", "speak", "speaks", "talked", "speaking") and _by_phone(token):
        return Trigger(token, single, "call", False, True)
    for after, kind, need in _PHRASES.get(token.lower_, ()):
        end = token.i + 1 + len(after)
        told = [t.lower_ for t in doc[token.i + 1 : end]] == after and not _goes_on(doc, end)
        if told and (meets(token, need) or _has_subject(token, need)):
            return Trigger(token, doc[token.i : end], kind, False, True)
    entry = befallen(token) or next((e for e in _VERBS.get(token.lower_, ()) if meets(token, e[1])), None)
    if token.lower_ in ("stepped", "steps", "step") and _particle(token, "down"):
        entry = ("resignation", "subject")
    elif token.lower_ in ("walked", "walk") and _particle(token, "out") and not _out_of_a_room(token):
        entry = ("strike", "subject")
    elif token.lower_ in ("take", "takes", "took", "taken", "taking") and _particle(token, "over"):
        entry = ("acquisition", "human")
    elif token.lower_ in ("laid", "lay") and _particle(token, "off"):
        entry = ("dismissal", "object")
    elif token.lower_ in ("strike", "strikes", "striking", "struck") and strike_sense(token) == "strike":
        entry = ("strike", "subject")
    elif token.lower_ in ("strike", "strikes", "striking", "struck") and _struck(token):
        entry = ("attack", "object")
    elif token.lower_ in ("broke", "breaks") and _particle(token, "out"):
        entry = None
    if entry is None or token.dep_ in ("amod", "compound", "aux", "auxpass"):
        return None
    if not meets(token, entry[1]) or _other_sense(token):
        return None
    end = token.i + 1
    for child in token.rights:
        if child.dep_ in ("prt", "advmod") and child.i == end and child.lower_ in ("down", "out", "off"):
            end += 1
    kind = raid_sense(token) if token.lower_ in _RAIDS else entry[0]
    return Trigger(token, doc[token.i : end], kind, False, True)


def _goes_on(doc: Doc, end: int) -> bool:
    """ "Seized power tools": the last word of the phrase belongs to a noun behind it."""
    last, after = doc[end - 1], doc[end] if end < len(doc) else None
    if after is None or last.tag_[:2] != "NN":
        return False
    noun = after.tag_ in ("NN", "NNS", "HYPH") and after.dep_ != "npadvmod"
    return noun or (last.head.i == after.i and last.dep_ in ("compound", "nmod", "amod"))


def _has_subject(verb: Token, need: str) -> bool:
    """ "Gave evidence", "left the rails": the object is the phrase's own."""
    return need == "subject" and subject(verb) is not None


def _struck(verb: Token) -> bool:
    """ "strike Ukraine": somebody strikes a country or a people; a quake or a deal does not."""
    who = subject(verb)
    armed = who is None or (who.lower_ not in _NOUNS and (is_human(who) or who.tag_[:3] == "NNP"))
    return armed and any(o.ent_type_ in ("GPE", "NORP", "LOC", "FAC") for o in objects(verb))


def _out_of_a_room(verb: Token) -> bool:
    """ "Walked out of the talks": who leaves a meeting or a room stops no work."""
    words_ = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 7]]
    return words_[:2] == ["out", "of"] and any(
        w in _ROOMS or table("event_nouns").get(w) in ("talks", "meeting", "summit") for w in words_[2:]
    )


def _particle(verb: Token, word: str) -> bool:
    return any(c.lower_ == word and c.dep_ in ("prt", "advmod", "prep") for c in verb.rights)


def _by_phone(verb: Token) -> bool:
    return any(t.lower_ in _PHONE and t.head.lower_ in ("by", "on", "over", "the", "via") for t in verb.subtree)


def _other_sense(verb: Token) -> bool:
    """ "rule out", "signed up", "how to vote", "sank to a low", "died down", "attacked her in a tweet"."""
    if verb.lower_.startswith(("demonstrat", "march")) and any(c.dep_ in ("ccomp", "dobj") for c in verb.children):
        return True
    if verb.lower_ == "vote" and verb.tag_ == "VB":
        return not {"will", "shall", "'ll"} & {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if verb.lower_ in ("attack", "attacked", "attacks", "attacking"):
        aimed = list(objects(verb))
        # "attacked the accord", "attacking the plan": with words
        paper = any(o.lower_ in words("signed_papers") | words("event_papers") for o in aimed)
        return (paper or any(is_person(o) for o in aimed)) and not armed(verb.sent)
    if verb.lower_ in ("signed", "signs", "sign"):
        return not any(o.lower_ in words("signed_papers") for o in objects(verb)) and not (
            is_passive(verb) and (who := subject(verb)) is not None and who.lower_ in words("signed_papers")
        )
    if any(c.dep_ == "prt" and c.lower_ in ("out", "up", "down") for c in verb.children) and verb.lower_ in (
        "ruled",
        "rule",
        "rules",
        "signed",
        "died",
        "voted",
    ):
        return True
    who = subject(verb)
    if verb.lower_ in ("sank", "collapsed", "crashed", "erupted", "exploded", "crashes", "died") and who is not None:
        return who.lower_ in (
            "prices",
            "price",
            "shares",
            "stocks",
            "market",
            "markets",
            "hopes",
            "currency",
            "talks",
            "it",
            "deal",
        )
    return False


def _body(token: Token) -> Trigger | None:
    """ "The NATO-Russia Council will be held in Brussels": a named body that is held is a meeting."""
    if token.tag_[:3] != "NNP" or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb = token.head
    if token.ent_type_ == "PERSON" or token.lower_ in _NOUNS:
        return None
    held = verb.lower_ in _BODY_VERBS and (verb.lower_ not in ("held", "scheduled") or token.dep_ == "nsubjpass")
    place = any(c.lower_ == "place" for c in objects(verb)) and verb.lower_ in (
        "take",
        "takes",
        "took",
        "taken",
        "taking",
    )
    if not (held and token.dep_ == "nsubjpass") and not place and not (held and verb.lower_.startswith("conven")):
        return None
    doc: Doc = token.doc
    start = token.i
    while start > token.sent.start and (doc[start - 1].tag_[:3] == "NNP" or doc[start - 1].text == "-"):
        start -= 1
    return Trigger(token, doc[start : token.i + 1], "meeting", False, False, body=True)
