"""What speaks for a name naming a person, a body or a place, at one mention of it; added up over the document."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from generator.extract.mentions import appositions, clues, noun_phrases, relations
from generator.extract.mentions.compact import Words, begins_line, written
from generator.extract.mentions.nameable import two_syllables
from generator.extract.mentions.names import Name, text_of
from generator.lexicons import bodies, names, words
from generator.model.evidence import EntityKind

_INITIALS = re.compile(r"(?:[A-Z]\. ?){2,3}[A-Z][a-z]")
_CLUBS = frozenset(
    ["olympique", "borussia", "dynamo", "lokomotiv", "spartak", "atletico", "sporting", "fc", "ac", "sc"]
)
PERSON = 1.5  # a sign of a person counts so much more than one of a body
_MOST = 3  # labels of one kind that count
_A_FIRM = 2  # what shows a body beside an article must be more, to outweigh that its name ends as a place's
_NEXT_WORDS = 12  # how far "he" may stand from the name it goes on from


@dataclass(slots=True)
class Votes:
    """What speaks for each kind; `labels` are the recogniser's.

    `definite` counts "the" before the name, `articles` where no noun follows; `speaks` and `acts` what it does.
    """

    labels: Counter[str] = field(default_factory=Counter)
    person: int = 0
    organisation: int = 0
    place: int = 0
    thing: int = 0
    articles: int = 0
    definite: int = 0
    speaks: int = 0
    acts: int = 0


def cast(doc: Words, name: Name, vote: Votes) -> None:
    """Add what one place of the document says of a name."""
    vote.labels[name.label] += 1
    explained = clues.explained_as(doc, name.end)
    # "Novamed, an insurer," is no man, nor is "Paxta-Invest, the largest cotton trader,"
    lone = name.end - name.start == 1 or "-" in written(doc[name.start : name.end]).split()[0]
    lone = lone or bodies.foreign(names.fold(doc[name.start].text), opening=True)  # "Minera Halm, a copper producer,"
    there = name.start > 0 and doc[name.start - 1].lower_ in ("in", "at", "near")
    appositive = name.appositive and explained != "organisation" and not (lone and _of_trade(doc, name.appositive))
    if there and lone and name.appositive and doc[name.appositive[0]].lower_ in ("his", "her", "their"):
        appositive = None  # "at his home in Kollam, his daughter on his knee"
    firm = clues.firm_of(doc, name.start, name.end)
    shown = appositive or (name.role and not firm and not _of_body(doc, name.role))
    vote.organisation += 4 * firm
    if name.honorific or shown or appositions.age_after(doc, name.end):
        vote.person += 2
    vote.person += clues.who_follows(doc, name.end) or clues.with_a_namesake(doc, name.start, name.end)
    vote.organisation += 2 * (lone and name.appositive is not None and _of_trade(doc, name.appositive))
    thing = written(doc[name.end : name.end + 2]).replace(" ", "") == ",which"
    he = ("he", "she", "himself", "herself")
    if name.end - name.start == 1 and not (thing or there) and _followed_by(doc, name.end, _NEXT_WORDS, he):
        vote.person += 1
    if name.end - name.start == 1 and clues.taken_up(doc, name.end):
        vote.person += 1
    if _followed_by(doc, name.end, _NEXT_WORDS // 2, ("it", "its", "itself")):
        vote.organisation += 1
    anew = begins_line(doc, name.start)
    before = "" if anew or doc.starts[name.start] else doc[name.start - 1].lower_
    if before == "the":
        vote.organisation += 1
        vote.definite += 1
    in_role = bool(shown and name.role and name.role[1] == name.start)  # "the deputy of the assembly Ada Moss"
    either = before in words("roles_of_either") and names.usual_sex(doc[name.start].text) != "unknown"
    if before in bodies.nouns() and doc[name.start - 1].text.islower() and not (in_role or either):
        vote.organisation += 5  # "the airline Volanta"
    if before in words("vessel_nouns") or clues.is_a_vessel(doc, name.start, name.end):
        vote.thing += 4
    vote.thing += 6 * clues.is_measured(doc, name.start)  # more than a name in capitals
    if explained == "unknown":
        vote.thing += 4
    elif explained == "organisation":
        vote.organisation += 3
    elif explained == "place":
        vote.place += 2
    vote.organisation += 4 * (name.end - name.start == 2 and bodies.opens_a_body(doc[name.start].text))
    vote.articles += clues.with_article(doc, name.start, name.end)
    vote.speaks += clues.speaks(doc, name.start, name.end)
    vote.acts += doc[name.end - 1].dep_ in ("nsubj", "nsubjpass", "poss")
    if name.label != "PERSON" and clues.plays_a_match(doc, name.start, name.end):
        vote.organisation += 5  # more than a name ending in "City"
    vote.organisation += 4 * clues.plays_there(doc, name.start)
    if clues.has_a_team(doc, name.end):
        vote.organisation += 6  # more than a name ending in "City" and its labels
    if clues.acts_as_many(doc, name.start, name.end):
        vote.organisation += 2
    if name.end < len(doc) and doc[name.end].lower_ in words("nouns_after_a_bodys_name") and not name.honorific:
        vote.organisation += 3
    if relations.has_its_own(doc, name.end):
        vote.organisation += 3
    if name.label in ("PERSON", "ORG", "") and relations.has_a_head(doc, name.start, name.end, name.label):
        vote.organisation += 3
    vote.organisation += 3 * (thing and name.label in ("ORG", "PERSON"))
    if name.end - name.start > 1 and doc[name.end - 1].tag_ == "NNS":
        vote.organisation += 2  # "Tema Harbour Stars"
    if not anew and clues.is_a_company(doc, name.start, name.end):
        vote.organisation += 3
    elif before == "in":
        vote.place += 1
    if relations.has_inhabitants(doc, name.end) or clues.built_there(doc, name.start, name.end):
        vote.place += 2
    if clues.travelled_to(doc, name.start):
        vote.place += 1
    if before in words("place_approaches"):
        vote.place += 2
    if relations.of_a_place(doc, name.start):
        vote.place += 4  # "the mayor of Rennes", whatever the recogniser says three times
    if (name.role and _of_body(doc, name.role) and not _of_either(doc, name)) or relations.employs(doc, name.end):
        vote.organisation += 2
    if _with_short_name(doc, name) or _in_parentheses(doc, name):
        vote.organisation += 3
    if any(two_syllables(doc, k) for k in range(name.start, name.end - 2)):
        vote.person += 2
    text = text_of(doc, name)
    if _INITIALS.match(text) and len(text.split()) in (2, 3) and not bodies.ends_name(doc[name.end - 1].lower_):
        vote.person += 1  # "K.S. Venkatesh", whatever the recogniser says
    if name.type == "organisation" or (text.isupper() and 2 <= len(text) <= 6):
        vote.organisation += 3


def _with_short_name(doc: Words, name: Name) -> bool:
    """Whether the initials of a name stand in parentheses after it: "Harbour Freight Terminals (HFT)"."""
    if name.end + 2 >= len(doc) or name.end - name.start < 2 or doc[name.end + 2].text != ")":
        return False
    initials = "".join(token.text[0] for token in doc[name.start : name.end] if token.text[0].isupper())
    return doc[name.end].text == "(" and doc[name.end + 1].text in (initials, initials[1:])


def _in_parentheses(doc: Words, name: Name) -> bool:
    """Whether a name of one word stands in parentheses after that of a body: "… of Civil Defence (Indeci)"."""
    if name.end - name.start != 1 or name.start < 2 or name.end >= len(doc):
        return False
    return doc[name.start - 1].text == "(" and doc[name.end].text == ")" and doc[name.start - 2].ent_type_ == "ORG"


def _of_body(doc: Words, role: tuple[int, int]) -> bool:
    """Whether a role suits a firm as well as a person ("machine maker", "broadcaster")."""
    noun = noun_phrases.role_noun_in(doc, role)
    if noun is None:
        return False
    # of "officers of the bulker Ionian Grace" the name is no officer's
    many = noun.tag_ == "NNS" and noun.i < role[1] - 1
    return many or noun.lower_ in bodies.nouns() or noun.lower_ in words("body_roles")


def _of_either(doc: Words, name: Name) -> bool:
    """Whether the role before a name is as often a person's: "the owner of the works, Ada Moss,", "its owner Piers"."""
    if name.role is None or (noun := noun_phrases.role_noun_in(doc, name.role)) is None:
        return False
    return noun.lower_ in words("trades_of_people" if name.role[1] < name.start else "roles_of_either")


def _of_trade(doc: Words, role: tuple[int, int]) -> bool:
    """Whether a role is a firm's trade and not what one calls a person alone ("the owner")."""
    noun = noun_phrases.role_noun_in(doc, role)
    return noun is not None and noun.lower_ in words("body_roles") - words("trades_of_people")


def _followed_by(doc: Words, start: int, far: int, pronouns: tuple[str, ...]) -> bool:
    """Whether one of the pronouns comes next, before any other name: "Dietz said he would not return"."""
    for k in range(start, min(start + far, len(doc))):
        if doc[k].lower_ in pronouns:
            return True
        if doc[k].tag_ in ("NNP", "PRP") or doc[k].text in (".", "”"):
            return False
    return False


def decide(key: str, vote: Votes) -> EntityKind:
    """What most speaks for: person, organisation or place; unknown where nothing does."""
    parts = key.split()
    if len(parts) == 2 and parts[0] in ("al", "el"):
        parts = [key]  # one word: "Al-Mukhaili"
    if len(parts) > 1 and vote.person < 2 and (parts[0] in _CLUBS or bodies.foreign_name(parts)):
        return "organisation"
    # the recogniser says one thing of a name over and over
    labels = Counter({label: min(count, _MOST) for label, count in vote.labels.items()})
    person = vote.person * PERSON + labels["PERSON"] + labels["TITLE"] * 2
    city = key in words("cities") and not (vote.person or vote.speaks or labels["TITLE"])
    if city or (vote.articles and not vote.person and not labels["TITLE"]):
        person = 0
    if 2 <= len(parts) <= 4 and names.usual_sex(parts[0].title()) != "unknown" and not city:
        person += 2
    given = names.usual_sex(parts[0].title()) != "unknown"
    trade = len(parts) > 1 and parts[-1] in words("company_trades") and not given
    organisation = vote.organisation + 1.5 * trade + labels["ORG"] + 0.5 * labels["NORP"] + 0.5 * labels["FAC"]
    place = 1.5 * vote.place + labels["GPE"] + labels["LOC"] + 0.75 * labels["FAC"]
    place += 2.5 * (city and any(labels[label] for label in ("GPE", "LOC", "FAC", "ORG")))
    if parts and (parts[-1] in bodies.nouns() or (len(parts) > 1 and bodies.ends_name(parts[-1]))):
        return "organisation"
    linked = [part for part, link in pairwise(parts[:-1]) if link in ("of", "for")]
    if any(part in bodies.nouns() or part in words("body_openers") for part in linked):
        return "organisation"
    built = len(parts) > 1 and parts[-1] in words("event_structures")
    firm = vote.organisation > vote.definite + _A_FIRM  # "the contractor Adeyemi Roads"
    given = given and bool(labels["PERSON"])  # "Ada Bridge", not "Nova Kestra Dam"
    if built and not (vote.person or vote.speaks or given or firm):
        place, person = place + 3, 0.0  # "Nova Kakhovka Dam", whatever the recogniser says
    elif len(parts) > 1 and parts[-1] in words("event_premises") and not (vote.speaks or vote.acts or given or firm):
        place, organisation = place + 3, 0.0  # "the Kiln Lane Power Plant", to which things happen
    elif parts and parts[-1] in words("place_nouns"):
        place += 3
    if len(parts) > 1 and parts[0] in words("place_openers") and vote.person < 2:
        return "organisation" if vote.organisation > max(2, place) else "place"  # "the operator, Puerto Lindal"
    if key in _dateline_cities() and not vote.person:
        return "place"
    if vote.thing > max(person, organisation, place) or not (person or organisation or place):
        return "unknown"
    best = max(person, organisation, place)
    if best == person:
        guessed = len(parts) == 1 and not (vote.person or labels["TITLE"] or vote.speaks)
        return "unknown" if guessed else "person"
    if best == organisation:
        guessed = len(parts) == 1 and not (vote.organisation > vote.definite or vote.speaks or (vote.acts and not city))
        return "unknown" if guessed else "organisation"
    return "place"


def ends_no_persons(key: str) -> bool:
    """Whether the last word of a folded name is that of a body, a structure or a town, which stand for it alone too."""
    last = key.split()[-1]
    kinds = ("event_structures", "event_premises", "place_nouns", "cities")
    return (
        key in words("cities")
        or bodies.foreign(key.split()[0], opening=True)
        or bodies.ends_name(last)
        or any(last in words(kind) for kind in kinds)
    )


@cache
def _dateline_cities() -> frozenset[str]:
    """The cities that datelines give without a country, folded."""
    return frozenset(names.fold(city) for city in words("dateline_cities"))
