"""What a verb's subject and objects must be for it to tell an event: one who judges, premises, something passed."""

import re
from collections.abc import Container, Iterator

from spacy.tokens import Token

from generator.extract.clauses import agents, conjuncts, is_passive, objects, subject
from generator.extract.events.captives import taken_captive
from generator.extract.events.people import is_human, is_person
from generator.extract.events.structures import structure_among
from generator.extract.events.voices import patient
from generator.extract.figures.numerals import numerals
from generator.lexicons import rows, words

_JUDGES = re.compile(r"court|judge|tribunal|justice|jury|magistrate|arbitrator|regulator|commission|panel|bench", re.I)
_BENCHES = frozenset({"court", "courts", "judge", "judges", "tribunal", "tribunals", "justices", "justice", "bench"})
_TITLES = frozenset({"compound", "appos", "nmod", "amod"})
# Fewer are no gathering and no march, but people who went somewhere. In the marked collections and 504 real articles
# those told with a number were 4, 8 and 12, and none of them a gathering: "a dozen workers gathered at a bar".
_MANY = 20
_HEARERS = re.compile(
    r"court|judge|tribunal|jury|magistrate|inquiry|inquest|committee|commission|panel|hearing|trial", re.I
)
_HEARING = {row[0]: frozenset(" ".join(row[1:]).split()) for row in rows("hearing_bodies")}
_CHAMBERS = re.compile(
    r"parliament|senate|congress|assembly|council|councillors|lawmakers|legislature|senators|mps|knesset|duma|bundestag"
    r"|legislators|deputies|house|chamber|committee|cabinet|board|shareholders|delegates|commons|lords",
    re.I,
)
_CROWDS = frozenset({"crowd", "crowds", "thousands", "hundreds", "dozens", "protesters", "demonstrators", "supporters"})
_CONTRACTS = frozenset({"contract", "contracts", "tender", "order", "concession"})

_REPORTS = frozenset(
    {"report", "reports", "findings", "inquiry", "study", "verdict", "dossier", "conclusions", "audit"}
)


def meets(verb: Token, need: str) -> bool:
    """Whether a verb has beside it what its entry in the list needs (see `event_verbs.txt`)."""
    done_to, who = patient(verb), subject(verb)
    match need:
        case "any":
            return True
        case "object":
            return done_to is not None
        case "human":
            return done_to is not None and is_human(done_to)
        case "subject":
            # "Capsized off Gotland": the parser may take the preposition for a particle.
            off = any(c.dep_ == "prt" and c.lower_ == "off" for c in verb.children)
            told = who is not None or ((crowd := crowd_of(verb)) is not None and _is_crowd(crowd))
            return told and (off or not any(c.dep_ == "dobj" for c in verb.children))
        case "court":
            return _by(verb, _JUDGES)
        case "panel":
            return _by(verb, _HEARERS)
        case "chamber":
            return _by(verb, _CHAMBERS, wholly=True) and done_to is not None and done_to.lower_ in words("event_papers")
        case "bench":
            clause = any(c.dep_ == "ccomp" for c in verb.children)
            ruled = done_to is not None and done_to.lower_ in words("event_rulings")
            return ruled and not clause and any(_is_called(doer, _BENCHES) for doer in _doers(verb))
        case "ruler":
            return done_to is not None and (
                done_to.ent_type_ in ("GPE", "NORP") or _is_called(done_to, words("event_rulers"))
            )
        case "many":
            return done_to is None and (crowd := crowd_of(verb)) is not None and (_is_crowd(crowd) or _are_many(crowd))
        case "crowd":
            return done_to is None and (crowd := crowd_of(verb)) is not None and _is_crowd(crowd)
        case "structure":
            return structure_among(done_to if done_to is not None else who) is not None
        case "premises":
            return _premises(verb)
        case "products":
            return done_to is not None and any(t.lower_ in words("event_products") for t in conjuncts(done_to))
        case "captive":
            return done_to is not None and is_human(done_to) and taken_captive(verb)
        case "hearers":
            return any(_hears(o) for o in objects(verb))
        case "vehicle":
            return who is not None and not is_passive(verb) and who.lower_ in words("vehicles")
        case "report":
            return done_to is not None and done_to.lower_ in _REPORTS
        case "flow":
            return any(t.lower_ in words("event_flows") for t in premises_of(verb))
        case "bound":
            return who is not None and is_human(who) and done_to is None and _bound(verb)
        case "rate":
            return done_to is not None and _is_rate(done_to)
        case "contract":
            return done_to is not None and any(o.lower_ in _CONTRACTS for o in (*objects(verb), done_to))
        case "thing":
            return (
                done_to is not None
                and done_to.tag_[:2] == "NN"
                and done_to.lower_ not in words("event_efforts") | words("event_nouns")
            )
        case _:
            return _with(verb, done_to, who)


def _hears(body: Token) -> bool:
    """Whether somebody told something holds a hearing: "the court", "the finance committee"; no European Commission."""
    if body.lower_ not in _HEARING:
        return False
    kinds = _HEARING[body.lower_]
    return not kinds or any(t.lower_ in kinds for t in body.subtree)


def crowd_of(verb: Token) -> Token | None:
    """Who gathers: the subject, or whom the parser hangs the verb on ("Thousands of students protested")."""
    who = subject(verb)
    above = verb.head if verb.head.i < verb.i else None
    if who is None:
        return above if verb.dep_ == "acl" else None
    return above if verb.dep_ == "relcl" and who.tag_ in ("WP", "WDT") else who


def _is_crowd(who: Token) -> bool:
    """Whether many without names are meant: "20,000 people", "hundreds of students"; not "leaders" or "mourners"."""
    count = _count(who)
    if count is None:
        return who.lower_ in _CROWDS
    return count >= _MANY and not who.ent_type_ and who.tag_ == "NNS" and is_human(who)


def _count(who: Token) -> float | None:
    """How many are told of: 3 for "three men", 24 for "two dozen people", None for "workers"."""
    if not any(c.dep_ == "nummod" for c in who.lefts):
        return None
    return max((n.value for n in numerals(who.doc[who.left_edge.i : who.i].text)), default=None)


def _are_many(who: Token) -> bool:
    """Whether several are meant, or a body: "students", "the union", "they"; not "Anna Berg" or "two men"."""
    if not is_human(who) or (_count(who) or _MANY) < _MANY:
        return False
    several = who.tag_ in ("NNS", "NNPS") or who.lower_ in ("they", "we") or any(True for _ in who.conjuncts)
    return several or not (is_person(who) or who.tag_ == "PRP")


def _is_called(who: Token, names: Container[str]) -> bool:
    """Whether somebody is one of those named or has such a title: "the court", "Judge Moss", not "a court official"."""
    titles = (c for c in who.children if who.tag_[:3] == "NNP" and c.dep_ in _TITLES)
    return any(t.lower_ in names for t in (who, *titles))


def _bound(verb: Token) -> bool:
    """ "Travelled to Oslo", "arrived in Norway"."""
    to = ("in", "at") if verb.lower_.startswith("arriv") else ("to",)
    ends = (c for prep in verb.rights if prep.dep_ == "prep" and prep.lower_ in to for c in prep.children)
    return any(c.dep_ == "pobj" and c.ent_type_ in ("GPE", "LOC") for c in ends)


def _is_rate(noun: Token) -> bool:
    """ "Its key rate", "interest rates", "the cash rate": not a rate of tax or growth."""
    kinds = {"interest", "key", "base", "policy", "benchmark", "repo", "cash", "deposit", "lending"}
    return noun.lower_ in ("rate", "rates") and any(c.lower_ in kinds for c in noun.lefts)


def premises_of(verb: Token) -> Iterator[Token]:
    """What is closed, opened, halted or resumed: "closed the plant", "cut deliveries", "the airport will reopen"."""
    things = [o for o in objects(verb) if o.dep_ != "dative"]
    who = subject(verb)
    if not things and who is not None:
        things = [who]
    for thing in things:
        yield from conjuncts(thing)


def _premises(verb: Token) -> bool:
    known = words("event_premises")
    return any(t.lower_ in known for t in premises_of(verb))


def _by(verb: Token, kind: re.Pattern[str], wholly: bool = False) -> bool:
    """Whether the doer is one of a kind, as the subject of an active verb or after "by"."""
    tokens = (t for doer in _doers(verb) for t in doer.subtree)
    return any(kind.fullmatch(t.text) if wholly else kind.search(t.text) for t in tokens)


def _doers(verb: Token) -> list[Token]:
    who = subject(verb)
    return list(agents(verb)) if is_passive(verb) else [who] if who is not None else []


def _with(verb: Token, done_to: Token | None, who: Token | None) -> bool:
    if any(c.dep_ == "prep" and c.lower_ == "with" for c in verb.children):
        return done_to is None
    if done_to is not None:
        return is_human(done_to)
    plural = who is not None and (who.tag_ in ("NNS", "NNPS") or any(True for _ in who.conjuncts))
    return plural and who is not None and is_human(who)
