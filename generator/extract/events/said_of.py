"""Of whom or what a noun must be said to name an event: the grounding of a ship, the release of a prisoner."""

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract.clauses import conjuncts
from generator.extract.events.people import is_person, mention_at
from generator.extract.events.structures import structure_in
from generator.lexicons import table, words

_NAMING = frozenset({"compound", "nmod", "poss"})
_ONES = frozenset({"his", "her", "their"})
# "The search for a new coach" ends with an appointment.
_SOUGHT = frozenset({"missing", "lost", "stranded", "trapped"})


def said_of(noun: Token, need: str) -> bool:
    """Whether a noun is said of what its entry in the list needs (see `event_nouns.txt`)."""
    match need:
        case "structure":
            return structure_in(noun) is not None
        case "ship":
            return any(_is_ship(t) for t in (*_of(noun, "of"), *_before(noun)))
        case "human":
            of = list(_of(noun, "of"))
            return any(_is_somebody(t) for t in of or _before(noun))
        case "sought":
            sought = [t for t in _of(noun, "for") if t.ent_type_ not in ("DATE", "TIME")]
            return not sought or any(_is_sought(t) for t in sought)
        case _:
            return True


def _of(noun: Token, preposition: str) -> Iterator[Token]:
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == preposition:
            yield from (t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c))


def _before(noun: Token) -> Iterator[Token]:
    return (c for c in noun.lefts if c.dep_ in _NAMING)


def _is_ship(token: Token) -> bool:
    return any(t.lower_ in table("vehicles") and table("vehicles")[t.lower_] == "ship" for t in (token, *token.lefts))


def _is_somebody(token: Token) -> bool:
    """A person, people or prisoners; no body, no album."""
    mention = mention_at(token)
    if mention is not None:
        return mention[1] == "person"
    known = words("people_nouns") | words("person_roles")
    return is_person(token) or token.lower_ in known or token.lower_ in _ONES


def _is_sought(token: Token) -> bool:
    """The missing, survivors or somebody named: "the search for Ada Moss", "for two missing climbers"."""
    beside = {token.lower_, *(c.lower_ for c in token.children)}
    return bool(beside & _SOUGHT) or token.lower_ in words("event_sought") or is_person(token)
