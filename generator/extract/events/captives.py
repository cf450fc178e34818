"""Whether whoever is taken, seized or snatched is taken captive, and not to hospital, home or ill."""

from spacy.tokens import Token

from generator.extract.clauses import agents, is_passive, subject
from generator.lexicons import words

_HELD = frozenset({"hostage", "captive", "prisoner"})
# "Taken from the camp on Tuesday by gunmen": when and where; any other preposition says where to or what for.
_WHEN_AND_WHERE = frozenset({"after", "at", "before", "between", "by", "during", "from", "near", "on", "outside"})
_WITH = frozenset({"armed", "masked", "hooded"})
_WHEN = frozenset({"ago", "early", "earlier", "late", "later", "yesterday"})


def taken_captive(verb: Token) -> bool:
    """Whether captors take somebody, or somebody is taken by nobody named in an article that tells of captives."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if any(c.lower_ in _HELD and c.dep_ in ("oprd", "acomp", "advmod", "attr") for c in verb.rights):
        return True
    if any(_elsewhere(c) for c in verb.children if c.i > verb.i):
        return False
    who = subject(verb)
    by = list(agents(verb)) if is_passive(verb) or verb.dep_ == "acl" else [who] if who is not None else []
    if by:
        return any(_is_captor(t) for t in by)
    passive = is_passive(verb) or verb.dep_ == "acl"
    return passive and any(t.lower_ in words("captivity_words") for t in verb.doc)


def _elsewhere(child: Token) -> bool:
    """ "Taken ill", "taken home", "taken off the list", "taken on a tour": no capture."""
    if child.dep_ == "prep":
        on = child.lower_ == "on" and not any(c.ent_type_ in ("DATE", "TIME") for c in child.subtree)
        return on or child.lower_ not in _WHEN_AND_WHERE
    if child.dep_ == "advmod":
        return child.lower_ not in _WHEN and not child.lower_.endswith("ly")
    return child.dep_ in ("oprd", "acomp", "attr", "prt", "xcomp")


def _is_captor(who: Token) -> bool:
    return who.lower_ in words("assailants") or any(c.lower_ in _WITH for c in who.lefts)
