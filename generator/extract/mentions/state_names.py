"""The names of states and places inside a run of capitalised words, and when one is part of a longer name."""

from generator.extract.mentions.compact import Words, written
from generator.extract.mentions.nameable import title_noun
from generator.lexicons import bodies, names, roles, states, words

_LONGEST_STATE = 6


def state_at(doc: Words, at: int, last: int) -> int:
    """How many tokens from here on are the name or the adjective of a state; 0 where none are."""
    for length in range(min(_LONGEST_STATE, last - at), 0, -1):
        text = written(doc[at : at + length])
        if states.named(text) or text in states.adjectives():
            return length
    return 0


def inside_longer_name(doc: Words, start: int, end: int, first: int, last: int) -> bool:
    """Whether a state's name is part of a longer name ("Bank of England", "Paris Hilton")."""
    if _sent_there(doc, start) and end + 1 < last and names.usual_sex(doc[end].text) != "unknown":
        return doc[last - 1].lower_ in bodies.nouns()  # "Ambassador to Norland | Ada Moss"
    label = doc[start].ent_type_
    if label in ("PERSON", "ORG"):
        left, right = start, end
        while left > first and doc[left].ent_iob_ == "I":
            left -= 1
        while right < last and doc[right].ent_iob_ == "I":
            right += 1
        if (left, right) != (start, end) and not (
            label == "PERSON" and left == start and doc[start].text in states.adjectives()
        ):
            tail = doc[right - 1].lower_
            return label == "PERSON" or tail in bodies.nouns() or left < start or right - end <= 3
    rest = [doc[k].lower_ for k in range(end, last)]
    body = any(word in bodies.nouns() for word in rest)
    person = any(roles.noun(word) for word in rest)
    behind = [doc[k].lower_ for k in range(first, start)]
    of_body = bool(behind) and behind[-1] in ("of", "the", "for") and any(w in bodies.nouns() for w in behind)
    return of_body or (body and not person)


def _sent_there(doc: Words, start: int) -> bool:
    """Whether an office and "to" or "for" stand before a state: "Ambassador to Norland"."""
    return start > 1 and doc[start - 1].lower_ in ("to", "for") and title_noun(doc[start - 2])


def place_and_person(doc: Words, first: int, last: int) -> bool:
    """Whether a run after "in" is a place and somebody named in full: "In Razdel Vera Kolarova said"."""
    if last - first < 3 or doc[last - 1].lower_ in bodies.nouns():
        return False
    place, given = (names.usual_sex(doc[k].text) != "unknown" for k in (first, first + 1))
    plain = last - first == 3 and doc[first].text.istitle() and not (place or title_noun(doc[first]))
    town = names.fold(doc[first].text) in words("cities")
    return given and (town or (plain and doc[first].lower_ not in words("place_openers")))
