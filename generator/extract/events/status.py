"""Whether an event happened, goes on, is planned, feared, denied or alleged: modality, tense, governing words, date."""

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract.clauses import auxiliaries, governor, is_negated, is_passive, is_verb, subject
from generator.extract.events.carriers import PASSIVE_PLANS, carriers
from generator.extract.events.conditions import beside, conditional, shares_condition
from generator.extract.events.people import is_human
from generator.extract.events.senses import LENGTHS
from generator.extract.events.triggers import Trigger
from generator.lexicons import rows, words
from generator.model import Dated
from generator.model.evidence import EventStatus

_CUES: dict[str, dict[str, EventStatus]] = {}
for _form, _status, _where in rows("event_cues"):
    _CUES.setdefault(_where, {})[_form] = _status  # type: ignore[assignment]
_ALLEGED = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
# Prepositions whose phrase is what the verb is about; others only say when or where ("In a speech she urged ...").
_COMPLEMENTS = frozenset({"of", "to", "for", "from", "against", "about", "into", "on"})
_REPORTED_FROM = frozenset({"press_conference", "speech", "call", "hearing"})
_TALKING = frozenset(
    {"talks", "meeting", "summit", "call", "press_conference", "conference", "hearing", "visit", "speech"}
)


def status_of(trigger: Trigger, date: Dated, published: Dated) -> EventStatus | None:
    """The status of an event as its sentence has it; None for one the sentence says did not happen.

    `date` is the event's own, `published` the document's; both may be open.
    """
    verbs = carriers(trigger)
    if _denied(trigger):
        return "denied"
    if _negative(trigger, verbs):
        return None
    when = _against(date, published)
    found = _modal(verbs) or _governed(trigger, verbs)
    if found == "planned" and not trigger.verb and trigger.type in words("event_disasters"):
        # "vowed to punish those to blame for the blast": nobody plans what the article tells as known
        known = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any", "no") for c in trigger.head.lefts)
        found = None if known else "hypothetical"
    if found == "hypothetical" and when == "future" and _said_to_come(verbs):
        return "planned"
    if found in ("hypothetical", "denied", "alleged"):
        return found
    tense = _tense(trigger, verbs)
    if when == "future" or (found == "planned" and not (when == "past" and tense == "occurred")):
        return "planned"
    if _hearsay(trigger):
        return "alleged"
    if found in ("ongoing", "occurred"):
        return found
    if tense is not None:
        return tense
    if when == "past":
        return "occurred"
    return "ongoing" if trigger.type in _TALKING else "occurred"


def _said_to_come(verbs: tuple[Token, ...]) -> bool:
    """ "Said that the search would resume on Monday": the future as it is reported, not a condition."""
    verb = verbs[0] if verbs else None
    if verb is None or verb.dep_ != "ccomp" or "would" not in auxiliaries(verb) or conditional(verb):
        return False
    return verb.head.lower_ in ("said", "added", "announced", "confirmed", "promised") and not is_negated(verb)


def _against(date: Dated, published: Dated) -> str:
    first, last = date.earliest or date.value, date.latest or date.value
    today = (published.value or "")[:10]
    if not today or not first or not last or published.basis == "open" or len(first) < 10 or not first[:4].isdigit():
        return ""
    if first[:10] > today:
        return "future"
    return "past" if last[:10] < today else ""


def _ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each word above, with the one below it, as far as the same proposition goes."""
    at, steps = token, 0
    while at.head.i != at.i and steps < 9:
        yield at.head, at
        at, steps = at.head, steps + 1


# "Agreed to call off the strike" calls it off; "urged the union to call off the strike" does not.
_RESOLVED = frozenset(
    {"agreed", "agrees", "chose", "decided", "decides", "forced", "had", "opted", "resolved", "voted"}
)


def _called_off(verb: Token) -> bool:
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) and verb.head.lower_ not in _RESOLVED:
        return False
    return verb.lower_ in ("called", "calls", "call", "calling") and any(
        c.lower_ == "off" and c.dep_ in ("prt", "advmod", "prep") for c in verb.children
    )


def _denied(trigger: Trigger) -> bool:
    for above, below in _ancestors(trigger.head):
        if _called_off(above) and below.dep_ in ("dobj", "nsubjpass") and not is_negated(above):
            return True
        if below.dep_ in ("nsubj", "advcl", "relcl"):
            break
    for above, below in _ancestors(trigger.head):
        if below.dep_ in ("nsubj", "nsubjpass", "advcl", "relcl"):
            return (
                below.dep_ == "nsubjpass"
                and _CUES["verb"].get(above.lower_) == "denied"
                and above.i == trigger.head.head.i
            )
        if above.lower_ in ("plans", "plan", "intention", "intent") and any(c.lower_ == "no" for c in above.lefts):
            return True
        if beside(below):
            continue  # "denies any wrongdoing and has put the accident down to a fault"
        if _CUES["verb"].get(above.lower_) == "denied" and is_verb(above) and not is_negated(above):
            return above.lower_ not in ("cancelled", "canceled", "dismissed") or below.dep_ == "dobj"
    return False


def _negative(trigger: Trigger, verbs: tuple[Token, ...]) -> bool:
    if any(is_negated(verb) and verb.i in {trigger.head.i, trigger.head.head.i} for verb in verbs):
        return True
    none = any(c.lower_ in ("no", "without") for c in trigger.head.lefts)
    return not trigger.verb and (none or _without(trigger.head))


def _without(noun: Token) -> bool:
    """ "Ended without deal", "without an agreement": there was none. "Without the agreement" there is one."""
    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.lefts)
    return noun.dep_ == "pobj" and noun.head.lower_ == "without" and not definite


def _modal(verbs: tuple[Token, ...]) -> EventStatus | None:
    """From the auxiliaries and the conjunction of the verbs that carry the event."""
    for verb in verbs:
        if conditional(verb):
            return "hypothetical"
        for auxiliary in auxiliaries(verb):
            if auxiliary in _CUES["aux"]:
                return _CUES["aux"][auxiliary]
    return None


def _governed(trigger: Trigger, verbs: tuple[Token, ...]) -> EventStatus | None:
    """From modifiers, the preposition before it, and the words above that take it as their complement."""
    head = trigger.head
    for child in head.lefts:
        if child.dep_ in ("amod", "det", "advmod", "compound") and child.lower_ in _CUES["modifier"]:
            return _CUES["modifier"][child.lower_]
    if head.head.lower_ in _CUES["noun"] and head.dep_ in ("compound", "nmod", "amod"):
        return _CUES["noun"][head.head.lower_]
    for verb in verbs:
        doer = any(c.dep_ == "nsubj" and c.i == head.i for c in verb.children)
        cue = _CUES["verb"].get(verb.lower_) if verb.i != head.i and not _sets_something(verb) else None
        # "The quake claimed 40 lives": as the subject of an active verb an event is not what is claimed or denied.
        if cue is not None and not (doer and cue in ("alleged", "denied", "hypothetical")):
            return _CUES["verb"][verb.lower_]
        for child in verb.children:
            if child.dep_ == "acomp" and child.lower_ in PASSIVE_PLANS:
                return _CUES["verb"].get(child.lower_)
    own_subject = {"nsubj", "nsubjpass"}
    for above, below in _ancestors(head):
        if below.dep_ in ("advcl", "relcl", "parataxis"):
            return "hypothetical" if conditional(below) else None
        if below.dep_ == "pobj" and (below.i == head.i or below.lower_ in LENGTHS):
            preposition = "ahead" if above.lower_ == "of" and above.head.lower_ == "ahead" else above.lower_
            if preposition in _CUES["preposition"]:
                return _CUES["preposition"][preposition]
        if above.lower_ in _CUES["noun"] and not is_verb(above) and below.dep_ in ("prep", "acl", "relcl"):
            return _CUES["noun"][above.lower_]
        if below.dep_ in own_subject:
            if above.lower_ in PASSIVE_PLANS and above.tag_ == "VBN":
                return _CUES["verb"][above.lower_]
            # "Air strikes could do harm": what would have an effect has not happened.
            return "hypothetical" if {"could", "would", "might", "may", "should"} & set(auxiliaries(above)) else None
        if below.dep_ == "prep" and below.lower_ not in _COMPLEMENTS and is_verb(above):
            if conditional(above):
                return "hypothetical"
            # "She'll present it in a speech": the occasion is as much to come as what is done there.
            return "planned" if {"will", "'ll", "’ll"} & set(auxiliaries(above)) else None
        if is_verb(above) or above.dep_ == "acomp":
            if beside(below):
                if shares_condition(below, above):
                    return "hypothetical"
                continue
            if above.lower_ in _CUES["verb"]:
                return _CUES["verb"][above.lower_]
            if conditional(above):
                return "hypothetical"
            modal = next((_CUES["aux"][a] for a in auxiliaries(above) if a in _CUES["aux"]), None)
            if modal is not None and below.dep_ in ("dobj", "xcomp", "conj"):
                return modal
            if modal is not None and below.dep_ == "prep":
                return "hypothetical"
            if below.dep_ == "ccomp":
                return None
    return None


def _sets_something(verb: Token) -> bool:
    """ "have set fire": not the "set" of "is set to"."""
    return verb.lower_ == "set" and not any(c.dep_ in ("xcomp", "auxpass") for c in verb.children)


def _somebodys(verb: Token) -> bool:
    """Whether somebody is the subject: "Berg is to step down", not "the aim is to step up"."""
    who = subject(verb)
    relative = who is not None and who.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
    return who is not None and (who.lower_ == "it" or is_human(verb.head if relative else who))


def _hearsay(trigger: Trigger) -> bool:
    verb = trigger.head if trigger.verb else governor(trigger.head)
    return verb is not None and any(c.lower_ in _ALLEGED for c in verb.children)


def _tense(trigger: Trigger, verbs: tuple[Token, ...]) -> EventStatus | None:
    """From the form of the verb: past and perfect occurred, the progressive goes on, a bare infinitive is a thought."""
    verb = verbs[0] if verbs else governor(trigger.head)
    if verb is None or (not verbs and trigger.type in _TALKING - _REPORTED_FROM):
        # "She played down hopes for talks": the past is not that of the talks.
        return None
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBD" or any(h in ("have", "has", "had", "was", "were", "did", "'ve") for h in helpers):
        return "occurred"
    if verb.tag_ == "VBG" and any(h in ("is", "are", "'s", "'re", "am") for h in helpers):
        return "ongoing"
    if trigger.verb and "to" in helpers and verb.dep_ == "xcomp" and verb.head.lower_ in ("is", "are", "'s", "’s"):
        # "is to step down", "is to be closed"
        return "planned" if is_passive(verb) or _somebodys(verb.head) else "hypothetical"
    if verb.tag_ == "VBN":
        return "occurred"
    if verb.tag_ in ("VBZ", "VBP"):
        if trigger.verb and subject(verb) is not None:
            return "occurred"
        return None
    if trigger.verb and verb.tag_ == "VB":
        # "Acme to buy Globex": the future of headlines.
        headline = "to" in helpers and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        if verb.dep_ == "xcomp" and verb.head.lower_ == "able" and not is_negated(verb.head.head):
            return "occurred" if verb.head.head.tag_ == "VBD" else "hypothetical"
        return "planned" if headline and verb.dep_ in ("ROOT", "relcl", "acl") else "hypothetical"
    if trigger.verb and verb.tag_ == "VBG":
        return "occurred" if verb.dep_ in ("advcl", "pcomp", "acl") else None
    return None
