"""Says what each name of a document names: person, organisation, state or place.

The stock recogniser is one witness among several: it splits "Secretary of State" from the office holder, calls surnames
cities and cities people. Shape, titles, word lists and the document's other mentions of a name correct it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from generator.extract.mentions import metonymy, noun_phrases
from generator.extract.mentions.compact import sentence_start
from generator.extract.mentions.names import Name, candidates, sex_of, text_of
from generator.lexicons import names, roles, states, words
from generator.model.evidence import EntityKind

_NEXT_WORDS = 12  # how far "he" may stand from the name it goes on from


@dataclass(slots=True)
class _Votes:
    labels: Counter[str] = field(default_factory=Counter)
    person: int = 0
    organisation: int = 0


def names_of(doc: Doc, sentences: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """The names in the given sentences (token ranges), in text order."""
    found = [name for start, end in sentences for name in candidates(doc, start, end)]
    return tuple(sorted(_typed(doc, found), key=lambda name: name.start))


def _typed(doc: Doc, found: list[Name]) -> list[Name]:
    """Settle what each name names with the evidence of all places in the document that have it."""
    found = [_with_context(doc, name) for name in found]
    votes: dict[str, _Votes] = defaultdict(_Votes)
    for name in found:
        _vote(doc, name, votes[names.fold(text_of(doc, name))])
    settled = {key: _decide(key, vote) for key, vote in votes.items()}
    surnames: set[str] = set()
    bodies: set[str] = set()
    for key, decided in settled.items():
        parts = key.split()
        if len(parts) > 1 and decided == "person":
            surnames.update((parts[-1], names.person(key).last, parts[0] if len(parts[0]) > 2 else parts[-1]))
        if len(parts) > 1 and decided == "organisation":
            bodies.add(parts[0])
    result = []
    kind: EntityKind
    for name in found:
        text = text_of(doc, name)
        key = names.fold(text)
        if name.type == "state":
            kind = "state"
        elif key in surnames and not (key in bodies and name.label == "ORG" and not name.role):
            kind = "person"
        elif text in states.seats():
            kind = "state"
        elif text in states.capitals() and settled[key] != "person":
            kind = "state" if metonymy.acts(doc, name.start, name.end) else "place"
        else:
            kind = settled[key]
        if _keep(doc, name, kind, text):
            result.append(replace(name, type=kind))
    return result


def _with_context(doc: Doc, name: Name) -> Name:
    """Add the role before the name and the apposition after it."""
    if name.type in ("state",):
        return name
    role = noun_phrases.role_before(doc, name.start)
    appositive = noun_phrases.role_after(doc, name.end)
    gender = name.gender
    for part in (role, appositive):
        if part and gender == "unknown":
            noun = noun_phrases.role_noun_in(doc, part)
            gender = sex_of(noun.text) if noun is not None else "unknown"
    before = doc[name.start - 1].text if name.start else ""
    honorific = name.honorific or (before != "." and names.honorific(before) is not None)
    if honorific and gender == "unknown":
        gender = sex_of(before)
    return replace(name, role=role, appositive=appositive, gender=gender, honorific=honorific)


def _vote(doc: Doc, name: Name, vote: _Votes) -> None:
    vote.labels[name.label] += 1
    if name.honorific or name.role or name.appositive or noun_phrases.age_after(doc, name.end):
        vote.person += 2
    if name.end < len(doc) and doc[name.end].lower_ == "who":
        vote.person += 1
    if name.end - name.start == 1 and _followed_by_a_person(doc, name.end):
        vote.person += 1
    before = doc[name.start - 1].lower_ if name.start else ""
    if before == "the":
        vote.organisation += 1
    text = text_of(doc, name)
    if name.type == "organisation" or (text.isupper() and 2 <= len(text) <= 6):
        vote.organisation += 3


def _followed_by_a_person(doc: Doc, start: int) -> bool:
    """Whether "he" or "she" comes next, before any other name: "Dietz said he would not return"."""
    for k in range(start, min(start + _NEXT_WORDS, len(doc))):
        if doc[k].lower_ in ("he", "she", "himself", "herself"):
            return True
        if doc[k].tag_ == "NNP":
            return False
    return False


def _decide(key: str, vote: _Votes) -> EntityKind:
    parts = key.split()
    labels = vote.labels
    person = vote.person * 1.5 + labels["PERSON"] + labels["TITLE"] * 2
    if 2 <= len(parts) <= 4 and names.usual_sex(parts[0].title()) != "unknown":
        person += 2
    organisation = vote.organisation + labels["ORG"] + 0.5 * labels["NORP"] + 0.5 * labels["FAC"]
    place = labels["GPE"] + labels["LOC"] + 0.5 * labels["FAC"]
    if parts and parts[-1] in words("organisation_nouns"):
        organisation += 3
    if parts and parts[-1] in words("place_nouns"):
        place += 3
    if not person and not organisation and not place:
        return "unknown"
    best = max(person, organisation, place)
    return "person" if best == person else "organisation" if best == organisation else "place"


def _keep(doc: Doc, name: Name, kind: EntityKind, text: str) -> bool:
    """Leave out adjectives ("Russian troops"), office words on their own, and capitalised words nothing speaks for."""
    if text in states.adjectives() and not states.named(text):
        return False
    if metonymy.modifies(doc, name.end - 1) and (text in states.adjectives() or doc[name.end - 1].tag_ == "JJ"):
        return False
    if name.end - name.start == 1 and name.label == "NORP" and doc[name.start].tag_ == "JJ":
        return False
    if text in states.peoples():
        return False
    if name.end - name.start == 1:
        token = doc[name.start]
        opens = sentence_start(doc, token.i) == token.i or doc[token.i - 1].is_punct
        noun = roles.noun(text)
        if (opens and token.tag_ not in ("NNP", "NNPS") and kind != "person") or token.tag_.startswith("V"):
            return False
        if noun is not None and (noun.plural or kind != "person"):
            return False
    if kind == "unknown":
        return bool(name.label) or name.end - name.start > 1
    return any(character.isalpha() for character in text)
