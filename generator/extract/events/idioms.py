"""What befalls somebody by an idiom: "taken into custody", "put on leave", "removed from office"."""

from spacy.tokens import Token

from generator.extract.clauses import objects
from generator.extract.events.needs import meets
from generator.extract.events.senses import by_authorities
from generator.lexicons import rows, words

_IDIOMS: dict[tuple[str, str], list[tuple[str, frozenset[str], bool]]] = {}
for _form, _after, _type, _verbs, *_only in rows("event_idioms"):
    _IDIOMS.setdefault((_form, _after), []).append((_type, frozenset(_verbs.split()), bool(_only)))


def befallen(verb: Token) -> tuple[str, str] | None:
    """ "Taken into custody", "removed from office": verb, preposition and noun together tell what befell somebody."""
    for preposition in verb.rights:
        for child in preposition.children if preposition.dep_ == "prep" else ():
            for kind, verbs, by_police in _IDIOMS.get((preposition.lower_, child.lower_), ()):
                known = child.dep_ == "pobj" and verb.lower_ in verbs and _somebody(verb)
                if known and (not by_police or by_authorities(verb)):
                    return kind, "object"
    return None


def _somebody(verb: Token) -> bool:
    return meets(verb, "human") or any(o.lower_ in words("event_sought") for o in objects(verb))
