"""Whether a noun names an event here: not a set phrase, not several of a kind, a walkout or an air raid."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.extract.clauses import agents, is_passive, subject
from generator.extract.events.people import is_person
from generator.lexicons import table

_PHONE = frozenset({"phone", "telephone", "phoned", "video"})
_SEVERAL = frozenset({"these", "those", "such", "any", "all", "some", "many", "several", "other", "more", "further"})

# "four hours of talks" are one event.
LENGTHS = frozenset({"hour", "hours", "day", "days", "week", "weeks", "month", "months", "round", "minutes", "night"})


def event_reading(noun: Token) -> bool:
    """Not the modifier of another noun ("meeting room", "strike action"), and not a part of a name."""
    head = noun.head
    if noun.dep_ in ("compound", "nmod", "amod") and head.i > noun.i and head.tag_[:2] == "NN":
        # "invasion fears": what is feared is the event.
        return head.lower_ in table("event_cues")
    if noun.tag_[:3] == "NNP" and noun.ent_type_ in ("PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC"):
        return False
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.text == "-" and not after.whitespace_ and not noun.whitespace_:
        return False
    if noun.lower_ in ("call", "calls"):
        return _call(noun)
    if noun.lower_ == "deal" and any(c.lower_ in ("great", "good", "big") for c in noun.lefts):
        return False
    if noun.lower_ in ("war", "fire", "march", "may", "tour") and noun.tag_ == "NNP":
        return False
    # "52 percent of the vote", "in the face of": quantities and set phrases.
    if noun.lower_ in ("attack", "attacks") and not armed(noun.sent):
        # "her attacks on the senator": words, not arms.
        aimed = (c for prep in noun.rights if prep.lower_ in ("on", "against") for c in prep.children)
        if any(is_person(c) for c in aimed):
            return False
    return not (noun.lower_ == "vote" and noun.dep_ == "pobj" and noun.head.lower_ == "of")


def counted(noun: Token) -> bool:
    """ "two strikes", "thousands of shootings": so many events, and the text says elsewhere which."""
    if noun.tag_ != "NNS":
        return False
    of_many = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.ent_type_ == "CARDINAL"
    if of_many and noun.head.head.lower_ in LENGTHS:
        return False
    return of_many or any(c.dep_ == "nummod" for c in noun.lefts)


def armed(sentence: Tokens) -> bool:
    """Whether a sentence speaks of arms, so that a strike in it is an attack and no walkout."""
    return any(table("strike_context").get(t.lower_) == "attack" for t in sentence)


def in_general(noun: Token) -> bool:
    """ "these meetings", "such attacks": several of a kind are no one event unless more is said of them."""
    return noun.tag_ == "NNS" and any(c.lower_ in _SEVERAL for c in noun.lefts)


def _call(noun: Token) -> bool:
    before = {c.lower_ for c in noun.lefts}
    if before & _PHONE or "conference" in before or "briefing" in before:
        return True
    return any(c.lower_ in ("with", "between") for c in noun.rights)


def strike_sense(noun: Token) -> str:
    """Labour dispute or attack, by the words nearby, else by those of the whole text."""
    context = table("strike_context")
    if noun.lower_ in ("strike", "strikes"):
        left = {c.lower_ for c in noun.lefts}
        for word in sorted(left):
            if word in context:
                return context[word]
    for tokens in (noun.sent, noun.doc):
        labour = sum(context.get(t.lower_) == "strike" for t in tokens)
        armed = sum(context.get(t.lower_) == "attack" for t in tokens)
        if labour != armed:
            return "strike" if labour > armed else "attack"
    return "strike"


def raid_sense(raid: Token) -> str:
    """A search, a robbery or an attack, by who raids, else by the words of the sentence, else by those of the text."""
    context = dict(table("raid_context")) | dict(table("assailants"))
    for who in _raiders(raid):
        if who.lower_ in context:
            return context[who.lower_]
    for tokens in (raid.sent, raid.doc):
        found = [context[t.lower_] for t in tokens if t.lower_ in context]
        if found.count("search") != found.count("attack"):
            return max(("attack", "search"), key=found.count)
    return "attack"


def by_authorities(verb: Token) -> bool:
    """Whether the police or the like do something: "police took her to jail"."""
    return any(table("raid_context").get(who.lower_) == "search" for who in _raiders(verb))


def _raiders(raid: Token) -> Iterator[Token]:
    """Who raids: the subject, whom "by" names, or the word before the noun ("a police raid", "the thieves' raid")."""
    if raid.tag_[:2] == "NN":
        yield from (c for c in raid.lefts if c.dep_ in ("compound", "poss", "nmod"))
        yield from (c for prep in raid.rights if prep.lower_ == "by" for c in prep.children)
    elif is_passive(raid) or raid.dep_ == "acl":
        yield from agents(raid)
    elif (who := subject(raid)) is not None:
        yield who
