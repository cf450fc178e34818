"""Says what each name of a document names: person, organisation, state or place.

The stock recogniser is one witness among several: it splits "Secretary of State" from the office holder, calls surnames
cities and cities people. Shape, titles, word lists and the document's other mentions of a name correct it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.extract.mentions import appositions, clues, eponyms, metonymy, noun_phrases, title_case, votes
from generator.extract.mentions.compact import Words, sentence_start, written
from generator.extract.mentions.names import Name, candidates, text_of
from generator.extract.mentions.titles import sex_of
from generator.lexicons import bodies, names, roles, states, words
from generator.model.evidence import EntityKind

_A_FIRM = 3  # what stands beside a name of one word that shows it to be a firm's
_LONGEST_NAME = 14  # words; the longest names of bodies have ten
_ODD = re.compile(r"[$@/\\()\[\]<>=#*|~]|\.\w+\.\w+|['’]\w*['’]|^I['’]|^[A-Z]{1,3}\d[\d.,]*(?:bn|m|k)?$")
_DATELINE_PLACE = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?=[,(–—-]|\s[(–—-])")


def names_of(doc: Words, sentences: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """The names in the given sentences (token ranges), in text order."""
    plain = [part for part in sentences if not title_case.is_title_case(doc, *part)]
    found = [name for start, end in plain or sentences for name in candidates(doc, start, end)]
    known = _typed(doc, _cut(doc, found))
    more = title_case.known_names(doc, [part for part in sentences if part not in plain] if plain else [], known)
    more += title_case.missed_names(doc, plain, known)
    return tuple(sorted([*known, *(_with_context(doc, name) for name in more)], key=lambda name: name.start))


def _cut(doc: Words, found: list[Name]) -> list[Name]:
    """Take a wrong first word off a name the document also has without it ("Universe Maria Voss", "Maria Voss")."""
    keys = {names.fold(text_of(doc, name)) for name in found}
    out = []
    for name in found:
        if name.end - name.start > 2 and doc[name.start].text in states.peoples():
            name = replace(name, start=name.start + 1)  # "the Dane Mikkel Holm"
        length = name.end - name.start
        short = names.fold(written(doc[name.end - 2 : name.end])) if length > 2 else ""
        given = names.usual_sex(doc[name.start].text) != "unknown" or len(doc[name.start].text) < 3
        # "Khalid al-Mansouri", but not "the winner of the Tour of Aller Lena Holm"
        hyphened = any(not doc[k].text[0].isupper() for k in range(max(name.start, name.end - 3), name.end))
        wrong = short in keys and not given and not hyphened and doc[name.end - 2].lower_ not in words("name_particles")
        body = doc[name.end - 1].lower_ in bodies.nouns()
        out.append(replace(name, start=name.end - 2) if wrong and not body else name)
    return out


def _typed(doc: Words, found: list[Name]) -> list[Name]:
    """Settle what each name names with the evidence of all places in the document that have it."""
    found = [_with_context(doc, name) for name in found]
    storms = _storms(doc)
    found = [n for n in found if n.honorific or n.role or names.fold(text_of(doc, n)) not in storms]
    cast: dict[str, votes.Votes] = defaultdict(votes.Votes)
    for place in _places_of_datelines(doc):
        cast[place].place += 3
    for k, name in enumerate(found):
        vote = cast[names.fold(text_of(doc, name))]
        had = vote.person, vote.organisation
        votes.cast(doc, name, vote)
        leaning = votes.PERSON * (vote.person - had[0]) - (vote.organisation - had[1])
        found[k] = replace(name, leaning=leaning)
    keys = {names.fold(text_of(doc, name)) for name in found}
    for key in keys:
        parts = key.split()
        if len(parts) in (2, 3) and parts[-1] in keys and parts[0] not in keys and not votes.ends_no_persons(key):
            cast[key].person += 1  # people are called by the last word of their names, companies by the first
    settled = {key: votes.decide(key, cast[key]) for key in sorted(keys)}
    for key in keys:
        parts = key.split()
        guessed = settled[key] == "person" and not cast[key].person and names.usual_sex(parts[0]) == "unknown"
        if guessed and len(parts) == 2 and settled.get(parts[1]) == "place":
            settled[key] = "place"  # "Wadi Derna", in a text on the city of Derna
        elif guessed and settled.get(parts[0]) == "place":
            settled[key] = "organisation"  # "Burgas Herald", in a text on Burgas
    for key in {names.fold(city) for city in states.capitals()} & settled.keys():
        if cast[key].person < 2:
            settled[key] = "place"  # the recogniser takes cities it does not know for people
    firms_too = {k for k in keys if " " not in k and cast[k].organisation - votes.PERSON * cast[k].person >= _A_FIRM}
    for key in keys:
        parts = key.split()
        open_ = settled[key] == "person" and not cast[key].person and names.usual_sex(parts[0]) == "unknown"
        if open_ and len(parts) == 2 and not firms_too.isdisjoint(parts):
            settled[key] = "organisation"  # "Hanbit Cell", in a text with "shares in Hanbit"
    shorts = bodies.short_names(text_of(doc, name) for name in found)
    for key in shorts & settled.keys():
        if cast[key].person < 2 and not cast[key].place and not cast[key].thing:
            settled[key] = "organisation"  # "Magna", once "Magna International Inc." is named
    texts = sorted({text_of(doc, name) for name in found})
    surnames = title_case.surnames_of(text for text in texts if settled[names.fold(text)] == "person")
    firsts = {key.split()[0] for key, decided in settled.items() if decided == "organisation" and " " in key}
    firms = eponyms.firms(doc, found, settled, surnames, shorts)
    typed = (replace(name, type=_kind(doc, name, settled, surnames, firsts, firms)) for name in found)
    nouns = {token.text for token in doc if token.tag_ == "NN"}
    return [name for name in typed if _keep(doc, name, name.type, text_of(doc, name), nouns)]


def _storms(doc: Words) -> set[str]:
    """What storms of the text are called, folded: "storm Daniel"."""
    after = ((doc[t.i + 1], doc[min(t.i + 2, len(doc) - 1)]) for t in doc[:-1] if t.lower_ in words("storm_nouns"))
    called = (second if first.lower_ in ("called", "named", "dubbed") else first for first, second in after)
    return {names.fold(token.text) for token in called if token.tag_[:3] == "NNP"}


def _places_of_datelines(doc: Words) -> list[str]:
    """The names that datelines begin with, folded: "RAVENPORT, March 13 (Reuters)"."""
    document = doc.document
    lines = (document.text[b.span.start : b.span.end] for b in document.removed if b.kind == "dateline")
    return [names.fold(match.group().title()) for line in lines if (match := _DATELINE_PLACE.match(line))]


def _kind(
    doc: Words,
    name: Name,
    settled: Mapping[str, EntityKind],
    surnames: frozenset[str],
    firsts: set[str],
    firms: frozenset[int],
) -> EntityKind:
    """What one name names.

    `surnames` are those of the document's people, `firsts` the first words of its bodies, `firms` the tokens where a
    surname is a firm's name.
    """
    text = text_of(doc, name)
    key = names.fold(text)
    certain = name.type == "state" and key not in words("states_that_are_surnames")
    if name.start in firms:
        return "organisation"  # "shares in Brandt", in a text that names Ulrike Brandt
    if settled[key] == "organisation" and " " not in key and name.leaning >= 2 * votes.PERSON:
        return "person"  # "Mr Brandt", in a text on the firm
    if text.lower() in words("news_outlets") and " " in text and not name.honorific:
        return "organisation"  # "Le Monde"
    if key in surnames and not certain and not (key in firsts and name.label == "ORG" and not name.role):
        return "person"
    if name.type == "state" or text in states.seats():
        return "state"
    if text in states.regions():
        return "place"
    if not name.honorific and (text in words("known_bodies") or text.upper() in words("known_bodies")):
        return "organisation"
    if text in states.capitals() and settled[key] != "person":
        return "state" if metonymy.acts(doc, name.start, name.end) else "place"
    return settled[key]


def _with_context(doc: Words, name: Name) -> Name:
    """Add the role before the name and the apposition after it."""
    if name.type in ("state",):
        return name
    begins = name.start
    while begins and names.honorific(doc[begins - 1].text) is not None and not roles.noun(doc[begins - 1].text):
        begins -= 1  # "Judge Sir Peter Moss"
    role = noun_phrases.role_before(doc, begins)
    craft = role is not None and doc[begins - 1].lower_ in words(
        "vessel_nouns"
    )  # "the captain of the tanker Amber Sun"
    if role and (craft or (name.end - name.start == 1 and not name.honorific and _of_its_body(doc, role))):
        role = None
    appositive = appositions.role_after(doc, name.end)
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


def _of_its_body(doc: Words, role: tuple[int, int]) -> bool:
    """Whether a noun for a body stands between a post and a name of one word: "founder of the software firm Torvex"."""
    noun = noun_phrases.role_noun_in(doc, role)
    last = doc[role[1] - 1]
    return noun is not None and noun.i < last.i and last.text.islower() and last.lower_ in bodies.nouns()


def _only_opens(doc: Words, name: Name, opens: bool) -> bool:
    """Whether nothing but the recogniser makes a person of a sentence's first word ("Turnout was low")."""
    if not opens or name.honorific or name.role or name.appositive or name.end >= len(doc):
        return False
    text = doc[name.start].text
    known = names.usual_sex(text.title()) != "unknown" or clues.speaks(doc, name.start, name.end)
    known = known or appositions.age_after(doc, name.end) or clues.who_follows(doc, name.end)
    inner = (t for t in doc if t.text == text and sentence_start(doc, t.i) != t.i and not doc[t.i - 1].is_punct)
    return not known and next(inner, None) is None


def _keep(doc: Words, name: Name, kind: EntityKind, text: str, nouns: set[str]) -> bool:
    """Leave out adjectives ("Russian troops"), office words on their own, and capitalised words nothing speaks for.

    `nouns`: the common nouns of the text.
    """
    if text in states.adjectives() and not states.named(text):
        return False
    if metonymy.modifies(doc, name.end - 1) and (text in states.adjectives() or doc[name.end - 1].tag_ == "JJ"):
        return False
    if name.end - name.start == 1 and name.label == "NORP" and doc[name.start].tag_ == "JJ":
        return False
    if (
        name.end - name.start > _LONGEST_NAME
        or text in states.peoples()
        or _ODD.search(text)
        or doc[name.start].tag_.startswith("PRP")
    ):
        return False
    if name.label == "NORP" and doc[name.end - 1].tag_ == "NNPS":
        return False
    if name.end - name.start == 1 and kind != "state":
        token = doc[name.start]
        opens = sentence_start(doc, token.i) == token.i or doc[token.i - 1].is_punct
        if token.is_upper and len(text) > 3 and text in words("known_bodies"):
            return True  # "ECOWAS", whatever the tagger makes of it
        noun = roles.noun(text)
        after_the = token.i > 0 and doc[token.i - 1].lower_ == "the"
        common = token.lower_ in bodies.nouns() - words("state_bodies") and token.text.istitle()
        if after_the and kind == "organisation" and common:
            return False  # "the Board": a phrase as "the board" is
        if kind == "person" and _only_opens(doc, name, opens):
            return False
        if text.isupper() and text not in words("known_bodies") and text.lower() in nouns:
            return False  # "the DAM blast", in a text on a dam
        if (opens and token.tag_ not in ("NNP", "NNPS") and kind != "person") or token.tag_.startswith("V"):
            return False
        if opens and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of" and not token.text.isupper():
            return False  # "Success of the talks": a name of one word is not followed by "of"
        if opens and kind == "person" and token.tag_ == "NNPS":
            return False  # "Dockers' union": nobody's name is a plural
        if token.lower_ in words("bare_adjectives"):
            return False
        if opens and token.tag_ in ("NNS", "NNPS") and kind != "person":
            return False
        if noun is not None and (noun.plural or kind != "person"):
            return False
    if kind == "unknown":
        return bool(name.label) or name.end - name.start > 1 or doc[name.start].dep_ in ("nsubj", "nsubjpass")
    return any(character.isalpha() for character in text)
