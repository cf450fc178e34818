"""Cuts runs of capitalised words into names: at states, at offices, and where the recogniser has a border."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.extract.mentions.compact import Words, written
from generator.extract.mentions.nameable import RECOGNISED, title_noun, two_syllables
from generator.extract.mentions.runs import JOINERS, after_what_somebody_is, body_of, known_given, runs
from generator.extract.mentions.state_names import inside_longer_name, place_and_person, state_at
from generator.extract.mentions.titles import honorific_at, last_title, sex_of
from generator.lexicons import bodies, names, states, table, words
from generator.model.evidence import EntityKind, Gender

# "Lord Smith of Ashby"
_PEERS = frozenset(["lord", "lady", "baron", "baroness", "viscount", "earl", "duke", "duchess"])
_PARTS = frozenset(["Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower"])
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,3}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[start, end)`; `role`, `appositive` are token ranges of its roles; `leaning` as Mention's."""

    start: int
    end: int
    type: EntityKind
    label: str = ""
    gender: Gender = "unknown"
    honorific: bool = False
    role: tuple[int, int] | None = None
    appositive: tuple[int, int] | None = None
    leaning: float = 0.0


def text_of(doc: Words, name: Name) -> str:
    """The name as written."""
    return written(doc[name.start : name.end])


def candidates(doc: Words, start: int, end: int) -> Iterator[Name]:
    """The names of one sentence (a token range), with what their own shape and titles say of them; none without a
    letter that can be compared."""
    return (name for name in _found(doc, start, end) if names.fold(text_of(doc, name)))


def _found(doc: Words, start: int, end: int) -> Iterator[Name]:
    """The names of one sentence as written."""
    for first, last in runs(doc, start, end):
        craft = last - first > 1 and doc[first].lower_ in words("vessel_nouns")
        if craft and doc[last - 1].lower_ not in bodies.nouns() and not two_syllables(doc, first + 1):  # "Moon Hye-in"
            first += 1  # "Ferry Halla runs aground"
        first = after_what_somebody_is(doc, first, last)
        while last - first > 1 and doc[last - 1].lower_ in words("postnominals"):
            last -= 1
        if first and doc[first - 1].lower_ in ("in", "at", "from") and place_and_person(doc, first, last):
            yield from _split(doc, first, first + 1)
            first += 1  # "In Bishkek | Nurlan Imanov said"
        if doc[first].lower_ not in words("storm_nouns"):
            yield from _split(doc, first, last)


def _split(doc: Words, first: int, last: int) -> Iterator[Name]:
    """Cut a run into states, offices and names; a legal form ends a company's name ("Halden Foods Inc. | Vidal")."""
    for k in range(first + 1, last - 1):
        if bodies.legal_form(doc[k].text) and doc[k - 1].lower_ not in JOINERS and _begins_anew(doc, k + 1, last):
            yield from _split(doc, first, k + 1)
            yield from _split(doc, k + 1, last)
            return
    at = first
    pending = first
    while at < last:
        length = state_at(doc, at, last)
        if length and not inside_longer_name(doc, at, at + length, first, last):
            part = int(pending < at and doc[at - 1].text in _PARTS)  # "Northern Ireland" is not Ireland
            if pending < at - part:
                yield from _pieces(doc, pending, at - part)
            yield Name(at - part, at + length, "place" if part else "state", "GPE" if part else doc[at].ent_type_)
            at += length
            pending = at
        else:
            at += 1
    if pending < last:
        yield from _pieces(doc, pending, last)


def _begins_anew(doc: Words, at: int, last: int) -> bool:
    """Whether a company's name ends with its legal form, unlike in "Sany Co. Ltd" and "Tiffany & Co. Foundation"."""
    word = doc[at]
    joined = word.text in ("&", "-", ",") or bodies.legal_form(word.text) or doc[last - 1].lower_ in bodies.nouns()
    return not joined and word.text[:1].isupper()


def _pieces(doc: Words, first: int, last: int) -> Iterator[Name]:
    """Cut a run without states: what follows an office or an honorific is a person; a body keeps its whole name."""
    while first < last and (doc[first].text in "-–/&'’" or doc[first].lower_ in JOINERS):
        first += 1
    while last > first and (doc[last - 1].text in "-–/&'’" or doc[last - 1].lower_ in JOINERS | {"'s", "’s"}):
        last -= 1
    if first >= last or _only_an_office(doc, first, last) or _only_a_field(doc, first, last):
        return
    office = title_noun(doc[first]) and doc[min(first + 1, last - 1)].lower_ in ("of", "for")  # "Head of Halm Opera"
    people = any(doc[k].ent_type_ == "PERSON" or honorific_at(doc, k, first) is not None for k in range(first, last))
    if doc[last - 1].lower_ in bodies.nouns() and not (office or people):
        yield Name(first, last, "organisation", "ORG")
        return
    title = last_title(doc, first, last)
    if title is not None:
        after = title + 1
        while after < last and doc[after].text == ".":
            after += 1
        honorific = honorific_at(doc, title, first)
        if after < last and doc[after].lower_ in ("of", "for"):
            begins = _person_start(doc, after, last)
            if begins is None:
                yield from _pieces(doc, after + 1, last)
                return
            if any(bodies.legal_form(doc[k].text) for k in range(after + 1, begins)):
                yield Name(after + 1, begins, "organisation", "ORG")  # "Director of | JSC Halm | Ada Moss"
            after = begins
        if last - after > 2 and names.usual_sex(doc[after].text) == "unknown":
            given = names.usual_sex(doc[after + 1].text) != "unknown"
            after += given and doc[after].lower_ in words("company_trades")  # "General Security | Abbas Ibrahim"
        if after < last:
            of = next((k for k in range(after + 1, last) if doc[k].lower_ in ("of", "for")), last)
            sex: Gender = "male" if honorific == "male" else sex_of(doc[title].text)
            yield Name(after, of, "person", "TITLE", sex, honorific is not None)
            if of < last and doc[title].lower_ not in _PEERS:
                yield from _pieces(doc, of + 1, last)  # "Dr Bell of Leddon University"
        elif title > first and doc[title].lower_ in bodies.nouns():
            yield Name(first, last, "organisation", "ORG")
        return
    yield from _by_label(doc, first, last)


def _only_an_office(doc: Words, first: int, last: int) -> bool:
    """Whether a run is an office with its field and names nobody: "the Minister of Defence", "Secretary for Health"."""
    if last - first < 3 or not title_noun(doc[first]) or doc[first + 1].lower_ not in ("of", "for"):
        return False
    return {doc[k].lower_ for k in range(first + 2, last)} <= _words_of_offices().union(table("portfolios"), JOINERS)


def _only_a_field(doc: Words, first: int, last: int) -> bool:
    """Whether a run is the field of an office before it: "the minister of | Foreign Affairs"."""
    if first < 2 or doc[first - 1].lower_ not in ("of", "for") or not title_noun(doc[first - 2]):
        return False
    return doc[last - 1].lower_ == "affairs"


def _person_start(doc: Words, after: int, last: int) -> int | None:
    """Where the person begins in "of State Antony Blinken": at a PERSON, else after one word."""
    for k in range(after + 1, last):
        if doc[k].ent_type_ == "PERSON" and doc[k].ent_iob_ == "B":
            return k - (k - 1 > after and known_given(doc, k - 1))
    office = doc[after + 1].lower_ in _words_of_offices() if after + 1 < last else False
    return after + 2 if office and after + 2 < last else None


@cache
def _words_of_offices() -> frozenset[str]:
    """Words after "of" in the names of offices: the "State" of "Secretary of State"."""
    wordings = (wording.split() for wording in table("role_synonyms"))
    behind = {w for wording in wordings if "of" in wording for w in wording[wording.index("of") + 1 :]}
    return frozenset(behind - JOINERS) | {
        *("commerce", "defence", "defense", "education", "energy", "finance", "health", "homeland", "information"),
        *("interior", "justice", "labor", "labour", "operations", "staff", "state", "trade", "transport", "treasury"),
    }


def _holder(doc: Words, first: int, last: int) -> int | None:
    """Where the holder's name begins in "the finance director of Brandt | Ulrike Brandt", as translations have it."""
    if first and last - first == 3 and doc[first - 1].lower_ == "the" and known_given(doc, first + 1):
        return None if known_given(doc, first) else first + 1  # "told the Courier | Ada Moss, the secretary"
    of = first - 1 - (doc[first - 1].lower_ == "the") if first > 2 else 0
    if doc[of].lower_ != "of" or last - first < 3 or not title_noun(doc[of - 1]):
        return None
    body = next((k for k in range(first, last - 2) if doc[k].lower_ in bodies.nouns()), None)
    if body is not None and body + 3 >= last - 1 and doc[body + 1].lower_ not in JOINERS:
        return body + 1 if _may_hold(doc, body + 1, last) else None  # "the head of Halm Bank | Rahim Karimov"
    if last - first > 3 and doc[last - 3].lower_ == "affairs" and doc[last - 1].tag_ == "NNP":
        return last - 2  # "the head of the Ministry of Foreign Affairs | Ada Moss"
    known = [names.usual_sex(doc[k].text) != "unknown" for k in range(first, last - 1)]
    return first + known.index(True) if True in known[1:] and not known[0] else None


def _may_hold(doc: Words, first: int, last: int) -> bool:
    """Whether what follows the noun of a body may be somebody's name, unlike in "Halm Hospital Saint Anne", "Norland
    Police Special Branch"."""
    if names.is_given_name(doc[first].text) or doc[first].ent_type_ == "PERSON":
        return True
    opens = any(doc[first].lower_ in words(kind) for kind in ("bare_adjectives", "place_openers", "plain_plurals"))
    return not opens and doc[last - 1].lower_ not in words("place_parts")


def _one_of_two(doc: Words, first: int, at: int, last: int) -> bool:
    """Whether the recogniser parts a name of two words that nothing else shows to be two names."""
    given = doc[first]
    if last - first != 2 or at != first + 1 or doc[at].text.isupper():
        return False
    known = (
        given.text in states.capitals() or given.text in states.regions() or given.lower_ in words("dateline_cities")
    )
    if not known and known_given(doc, first) and given.ent_type_ in ("PERSON", "GPE", "LOC"):
        return True  # "Natalia Verona"
    if given.ent_type_ not in ("GPE", "LOC"):
        return False
    return not known and given.dep_ == "compound" and given.head.i == at and doc[at].ent_type_ in ("ORG", "PERSON")


def _by_label(doc: Words, first: int, last: int) -> Iterator[Name]:
    """Cut at the recogniser's borders, but keep together what shape says is one name."""
    holder = _holder(doc, first, last)
    field = holder is not None and (doc[holder - 1].lower_ in table("portfolios") or doc[holder - 1].lower_[-1] == "s")
    if doc[last - 1].lower_ in bodies.nouns() or (body_of(doc, first, last) and not field):
        yield Name(first, last, "organisation", "ORG")
        return
    if holder is not None:
        yield from _by_label(doc, first, holder)
        yield Name(holder, last, "person", "TITLE")
        return
    cuts = [first]
    for k in range(first + 1, last):
        here, before = doc[k], doc[k - 1]
        beside = {here.lower_, before.lower_ if k - 1 > first else ""}
        compass = k + 1 == last and here.lower_ in words("compass_points")
        if compass or _INITIALS.fullmatch(written(doc[first:k])) or not beside.isdisjoint(words("name_particles")):
            continue  # "Leddon East", "K.S. Venkatesh", "Ana Ruiz del Valle"
        two_people = here.ent_type_ == before.ent_type_ == "PERSON"
        starts = here.ent_iob_ == "B" and before.ent_type_ in RECOGNISED and not two_people
        joint = before.lower_ == "and" or before.text in ("-", "–", "/")
        if starts and (here.ent_type_ != before.ent_type_ or joint) and not _one_of_two(doc, first, k, last):
            cuts.append(k)
    cuts.append(last)
    for start, end in pairwise(cuts):
        while end > start and (
            doc[end - 1].text in "-–/&'’" or doc[end - 1].lower_ in JOINERS | words("name_particles")
        ):
            end -= 1
        if end > start:
            labels = Counter(doc[k].ent_type_ for k in range(start, end) if doc[k].ent_type_)
            label = labels.most_common(1)[0][0] if labels else ""
            foreign = any(doc[k].text in words("foreign_joiners") for k in range(start + 1, end - 1))
            if foreign and not known_given(doc, start):
                label = "ORG"  # "Pescas do Norte", but "Maria do Carmo"
            yield Name(start, end, "unknown", label)
