"""Finds phrases without a name that mean somebody who can act ("the top US diplomat", "police"), and pronouns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.extract.mentions import noun_phrases
from generator.extract.mentions.compact import Word, Words
from generator.extract.mentions.nameable import names_a_thing
from generator.extract.mentions.names import Name
from generator.lexicons import roles, rows, states, words
from generator.model.evidence import EntityKind, Gender, Number

# Also parts of the body, furniture or grammar: an office only with "of" or a noun before ("party chair").
_NEED_COMPLEMENT = frozenset(
    {"head", "chair", "general", "forward", "star", "principal", "host", "keeper", "holder", "maker"}
)
_COLLECTIVE = frozenset({"police", "troops", "media", "staff", "military", "people"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase at tokens `[start, end)` with its head; a pronoun has one token."""

    start: int
    end: int
    head: int
    type: EntityKind
    number: Number
    gender: Gender
    person: int = 3
    pronoun: bool = False


@cache
def bodies() -> dict[str, bool]:
    """Nouns for bodies and for documents, each form to whether it is plural."""
    found: dict[str, bool] = {}
    for name in ("body_roles", "documents", "organisation_nouns"):
        for row in rows(name):
            if len(row) > 1 and row[1] not in ("-", "", row[0]):
                found[row[1]] = True
            found[row[0]] = False
    return found


@cache
def documents() -> frozenset[str]:
    """Nouns for what is written or counted, in either number."""
    return frozenset(form for row in rows("documents") for form in row if form not in ("", "-"))


@cache
def pronouns() -> dict[str, tuple[int, Number, Gender]]:
    """Pronouns to person, number and gender."""
    number: dict[str, Number] = {"singular": "singular", "plural": "plural"}
    sex: dict[str, Gender] = {"female": "female", "male": "male", "neuter": "neuter"}
    return {
        form: (int(person), number.get(count, "unknown"), sex.get(gender, "unknown"))
        for form, person, count, gender in rows("pronouns")
    }


def nominals_of(doc: Words, sentences: Sequence[tuple[int, int]], names: Sequence[Name]) -> tuple[Nominal, ...]:
    """The nominals and pronouns of the given sentences, in text order. Roles written with a name belong to the name."""
    taken = {k for name in names for k in range(name.start, name.end)}
    taken |= {k for name in names if name.role and not _set_off(doc, name) for k in range(*name.role)}
    found: list[Nominal] = []
    opens = {name.start for name in names if name.type == "organisation"}
    for start, end in sentences:
        at = start
        while at < end:
            nominal = _at(doc, at, end, taken, opens)
            if nominal is not None:
                found.append(nominal)
            at += 1
    return tuple(_outermost(found))


def _set_off(doc: Words, name: Name) -> bool:
    return name.role is not None and doc[name.role[1]].text == ","


def _at(doc: Words, at: int, end: int, taken: set[int], opens: set[int]) -> Nominal | None:
    token = doc[at]
    form = pronouns().get(token.lower_)
    if form is not None and at not in taken:
        return _pronoun(doc, token, form)
    if at in taken or token.tag_ not in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN"):
        return None
    number = _several(doc, token) or _people(doc, token) or _body(doc, token) or _somebody(doc, token)
    if number is None or not (_heads_phrase(doc, at, end, taken) or _beside_its_name(doc, at, opens)):
        return None
    first = noun_phrases.left_edge(doc, at)
    while first < at and first in taken and doc[first].tag_ not in ("NNP", "NNPS", "JJ"):
        first += 1
    last = noun_phrases.extent(doc, at)
    kind, count, gender = number
    return Nominal(first, last, at, kind, count, gender)


def _pronoun(doc: Words, token: Word, form: tuple[int, Number, Gender]) -> Nominal | None:
    person, number, gender = form
    if token.text == "US" or token.tag_ not in ("PRP", "PRP$", "WP"):
        return None
    if token.lower_ == "it" and token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if token.lower_ == "who" and token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    kind: EntityKind = (
        "person" if gender in ("male", "female") or (form[1] == "singular" and person == 1) else "unknown"
    )
    return Nominal(token.i, token.i + 1, token.i, kind, number, gender, person, pronoun=True)


def _several(doc: Words, token: Word) -> tuple[EntityKind, Number, Gender] | None:
    """ "The injured", "both sides", "the family": a group that no noun for people or bodies names."""
    word, before = token.lower_, doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    alone = after is None or after.is_punct or after.tag_[:2] in ("VB", "MD", "IN", "CC", "WP", "RB", "TO", "WD")
    harmed = word in words("people_by_their_state") and before == "the" and alone
    ground = after is not None and after.lower_ == "of"  # "on both sides of the river"
    two = word in ("sides", "countries", "nations") and before in ("both", "two") and not ground
    if word in words("parties") and token.tag_ in ("NN", "NNS") and roles.noun(word) is None and word not in bodies():
        return "group", "plural" if token.tag_ == "NNS" else "singular", "unknown"
    return ("group", "plural", "unknown") if harmed or two else None


def _people(doc: Words, token: Word) -> tuple[EntityKind, Number, Gender] | None:
    if token.text in states.peoples() and token.tag_ != "JJ":
        return ("group", "plural", "unknown") if token.text.endswith("s") else ("person", "singular", "unknown")
    if _national(doc, token):
        many = token.text.endswith(("ish", "nch", "utch", "ese", "iss"))
        return ("group", "plural", "unknown") if many else ("person", "singular", "unknown")
    if token.ent_type_ == "NORP" and token.tag_ == "NNPS" and roles.noun(token.text) is None:
        return ("group", "plural", "unknown")
    if _aged(doc, token):
        return "person", "singular", "unknown"
    noun = roles.noun(token.text)
    if noun is None or token.tag_ in ("JJ", "VBG", "VBN") or names_a_thing(token):
        return None
    if noun.singular in _NEED_COMPLEMENT and not _complement(doc, token):
        return None
    named = token.i and doc[token.i - 1].lower_ in ("the", "a", "an")
    if token.tag_ in ("NNP", "NNPS") and token.ent_type_ == "PERSON" and not named:
        return None
    gender: Gender = "female" if noun.sex == "female" else "male" if noun.sex == "male" else "unknown"
    return ("group" if noun.plural else "person", "plural" if noun.plural else "singular", gender)


def _aged(doc: Words, token: Word) -> bool:
    """ "The 58-year-old": an age that stands for somebody."""
    if token.lower_ != "old" or token.i < 5 or doc[token.i - 2].lower_ not in ("year", "years"):
        return False
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return doc[token.i - 5].lower_ == "the" and (
        after is None or after.tag_[:2] not in ("NN", "JJ", "CD", "VB") or after.tag_ in ("VBD", "VBZ")
    )


def _complement(doc: Words, token: Word) -> bool:
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    before = doc[token.i - 1] if token.i else None
    return after in ("of", "for") or (before is not None and before.tag_ in ("NN", "NNP") and before.dep_ == "compound")


def _national(doc: Words, token: Word) -> bool:
    """ "the American", "the French": an adjective of a state that stands for people."""
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    ends = after is None or after.tag_[:2] in ("VB", "MD", "IN") or after.is_punct
    return before == "the" and ends and token.text in states.adjectives() and not states.named(token.text)


def _body(doc: Words, token: Word) -> tuple[EntityKind, Number, Gender] | None:
    plural = bodies().get(token.lower_)
    if plural is None or token.tag_ in ("JJ", "VBG", "VBN"):
        return None
    number: Number = "plural" if plural or token.lower_ in _COLLECTIVE else "singular"
    kind: EntityKind = "unknown" if token.lower_ in documents() else "group" if plural else "organisation"
    return (kind, number, "neuter" if number == "singular" else "unknown")


def _somebody(doc: Words, token: Word) -> tuple[EntityKind, Number, Gender] | None:
    """ "The abbess", "his client", "the firemen": any noun for people, where an article or an owner points to them."""
    one = _one_of(token.lower_) if token.tag_ == "NNS" else token.lower_
    several = one != token.lower_
    known = one in words("person_nouns") or (several and one.endswith("man"))
    if not known or token.tag_ not in ("NN", "NNS"):
        return None
    opening = doc[noun_phrases.left_edge(doc, token.i)]
    if opening.tag_ not in ("DT", "PRP$"):
        return None
    return ("group", "plural", "unknown") if several else ("person", "singular", "unknown")


def _one_of(several: str) -> str:
    """A noun in the singular, as far as its form shows it."""
    if several.endswith("men") and len(several) > 4:
        return f"{several[:-3]}man"
    return several[:-1] if several.endswith("s") and not several.endswith("ss") else several


def _beside_its_name(doc: Words, at: int, opens: set[int]) -> bool:
    """Whether a noun for a body stands before the name of who acts, joined to it by the parse: "The Swiss bank Helveta
    said". Of "talks between the operator Halm and the union Ostra failed" the parse takes the last for who acts."""
    token = doc[at]
    body = token.text.islower() and token.lower_ in bodies() and at + 1 in opens and token.head.dep_[:5] == "nsubj"
    first = noun_phrases.left_edge(doc, at)
    return body and doc[first].lower_ == "the" and (first == 0 or doc[first - 1].lower_ != "and")


def _heads_phrase(doc: Words, at: int, end: int, taken: set[int]) -> bool:
    """Whether a noun heads its phrase, and does not merely qualify the next word ("party leader")."""
    token = doc[at]
    if at + 1 < end:
        after = doc[at + 1]
        if after.tag_ in ("NN", "NNS", "NNP", "NNPS", "HYPH") and (
            token.dep_ in ("compound", "nmod", "amod") or after.i in taken
        ):
            return after.tag_ != "HYPH" and after.i in taken and token.dep_ not in ("compound", "amod", "nmod")
        if after.text == "-" and not token.whitespace_:
            return False
    return token.dep_ not in ("compound",) or token.head.i < at


def _outermost(found: list[Nominal]) -> Iterator[Nominal]:
    """Pronouns, and each nominal; of two with overlapping spans both stay when their heads differ in phrase."""
    seen: set[int] = set()
    for nominal in found:
        if nominal.head not in seen:
            seen.add(nominal.head)
            yield nominal


def given_as_letters(doc: Words, nominal: Nominal, name: Name) -> bool:
    """Whether letters in parentheses are what a phrase before is called in short: "the union of the bakers (UB)"."""
    end = nominal.end
    letters = name.start == end + 1 and name.end == name.start + 1 < len(doc) and doc[name.start].is_upper
    named = any(doc[k].text[:1].isupper() for k in range(nominal.head, end))  # "the council of the Bank of Halm (BH)"
    return letters and not named and (doc[end].text, doc[name.end].text) == ("(", ")")
