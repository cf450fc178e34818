"""What a name names, where documents disagree: person, organisation, place or state."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.lexicons import bodies, names, roles, states, words
from generator.lexicons.names import PersonName
from generator.resolve.found import Found
from generator.resolve.person_names import same_name, sounds_alike
from generator.resolve.spelling import skeleton, sounds

_MOST = 4.0  # what stands beside one article's names counts at most so much
_SURE = 3.0  # what an article must show of itself to have another kind than the others
_A_SURNAME, _A_FIRM = 2.0, 2.0  # that somebody is named so in full, or a company with its trade or legal form
_GUESSED = 0.5  # a kind an article gives a name without showing it


@dataclass(slots=True)
class _Seen:
    """The kinds the documents give one name, those their texts show by more than the name itself, and what all of them
    together show of a person and of a body."""

    kinds: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    person: float = 0.0
    body: float = 0.0


def sorted_by_kind(found: Sequence[Found]) -> tuple[list[Found], list[Found], list[Found], list[Found]]:
    """People, bodies, places and states. A name of unknown kind goes where other documents have it."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    surnames: set[str] = set()
    families: dict[str, set[str]] = defaultdict(set)
    firms: set[str] = set()
    teams: set[str] = set()
    found = _people_by_their_nicknames(found)
    found = _people_by_their_given_names(_people_by_their_sound(_people_by_their_surnames(found)))
    for one in found:
        here = seen[names.fold(one.name)]
        here.kinds[one.kind] += 1
        here.shown[one.kind] += _shown(one)
        person, body = _weights(one)
        here.person += person
        here.body += body
        if one.kind == "person" and one.person.first:
            surnames.update(skeleton(surname) for surname in names.surnames(one.person))
            families[names.fold(one.person.last) + "s"].add(one.person.first)
        elif one.kind == "organisation":
            firms.add(bodies.trading_name(one.name))
            teams.add(bodies.team_name(one.name))
            short = {names.fold(m.text) for m in one.mentions if m.kind == "name" and " " not in m.text}
            teams.update(short if " " in one.name else ())
    people, bodies_, places, countries = [], [], [], []
    for one in found:
        known = firms if one.kind == "place" else firms | teams  # "in Lyon" may be the city of Olympique Lyon
        kind = _kind(one, seen[names.fold(one.name)], surnames, known)
        if kind == "person" and len(families.get(names.fold(one.name), ())) > 1 and not (one.speaks or one.roles):
            kind = ""  # "the Le Pens" in an article on Jean-Marie and Marine Le Pen
        if kind == "person":
            people.append(one)
        elif kind == "organisation":
            bodies_.append(one)
        elif kind == "place":
            places.append(one)
        elif kind == "state":
            countries.append(one)
    return people, bodies_, places, countries


def _people_by_their_surnames(found: Sequence[Found]) -> list[Found]:
    """Names of unknown kind that some document shortens to the last word, as only people's are, made people."""
    alone = {names.fold(one.name) for one in found if one.kind in ("unknown", "person") and " " not in one.name}
    out = []
    for one in found:
        parts = names.fold(one.name).split()
        shortened = len(parts) in (2, 3) and parts[-1] in alone and parts[0] not in alone
        person = one.kind == "unknown" and shortened and not bodies.ends_name(parts[-1])
        out.append(replace(one, kind="person") if person else one)
    return out


def _people_by_their_nicknames(found: Sequence[Found]) -> list[Found]:
    """Names that other texts say are what one person is called, under that person's name."""
    called: dict[str, set[str]] = defaultdict(set)
    people = sorted((one for one in found if one.kind == "person"), key=lambda one: bool(one.person.first))
    here = {(one.source, one.person.last): one.name for one in people}
    for one in found:
        own = set(names.fold(one.name).split())
        for mention in one.mentions if one.kind == "person" and one.person.first else ():
            if mention.kind == "name" and own.isdisjoint(names.fold(mention.text).split()) and not one.retold:
                called[names.fold(mention.text)].add(one.name)
    out = []
    for one in found:
        whose = called.get(names.fold(one.name), ()) if one.kind not in ("state", "group") and not one.located else ()
        if len(whose) == 1:
            (name,) = whose
            rule = f"what another article says {name} is called"
            told = tuple(m if m.kind == "pronoun" else replace(m, rule=rule) for m in one.mentions)
            name = here.get((one.source, names.person(name).last), name)
            one = replace(one, name=name, kind="person", mentions=told, retold=rule)
        out.append(one)
    return out


def _people_by_their_given_names(found: Sequence[Found]) -> list[Found]:
    """Names of another kind that are the given name of somebody other texts name in full, in a text that has the
    surname, made people."""
    called: dict[str, set[str]] = defaultdict(set)
    around: dict[str, set[str]] = defaultdict(set)
    for one in found:
        around[one.source].update(names.fold(one.name).split())
        if one.kind == "person" and one.person.first:
            called[one.person.first].add(one.person.last)
    out = []
    for one in found:
        alone = one.kind in ("unknown", "place") and not one.located and " " not in one.name
        given = alone and not called[names.fold(one.name)].isdisjoint(around[one.source])
        out.append(replace(one, kind="person") if given else one)
    return out


def _people_by_their_sound(found: Sequence[Found]) -> list[Found]:
    """Names of another kind that are those of people of other texts, written down in another language, made people."""
    heard: dict[str, dict[PersonName, None]] = defaultdict(dict)
    for one in found:
        if one.kind == "person" and one.person.first and _shown(one):
            for sound in sounds(one.person.last):
                heard[sound][one.person] = None
    return [replace(one, kind="person") if _sounds_like_one_of(heard, one) else one for one in found]


def _sounds_like_one_of(heard: Mapping[str, Mapping[PersonName, None]], one: Found) -> bool:
    """Whether a name whose kind its text does not show sounds like one of these people's, spelt otherwise."""
    guessed = one.kind in ("unknown", "organisation", "place") and len(one.name.split()) in (2, 3)
    if not guessed or _shown(one) or one.located or not one.person.first:
        return False
    near = {name for sound in sounds(one.person.last) for name in heard.get(sound, ())}
    alike = (name for name in near if name.words != one.person.words)
    return any(same_name(name, one.person) or sounds_alike(name, one.person) for name in alike)


def _shown(one: Found) -> bool:
    """Whether its text shows the kind: a role, a sex or a given name; a body's noun, acronym or legal form."""
    if one.kind == "person":
        return names.usual_sex(one.person.first) != "unknown" or _sexed(one)
    if one.kind != "organisation":
        return False
    noun = any(m.kind == "nominal" for m in one.mentions)
    legal = any(bodies.has_legal_form(m.text) for m in one.mentions)
    return noun or legal or one.name.isupper() or bodies.ends_name(names.fold(one.name.split()[-1]))


def _sexed(one: Found) -> bool:
    """Whether its text shows a person by more than the name."""
    return any(m.role or m.gender in ("female", "male") for m in one.mentions)


def _kind(one: Found, seen: _Seen, surnames: set[str], firms: set[str]) -> str:
    """The kind of one entity. `surnames` are those of people named in full anywhere, reduced to what spellings share,
    `firms` what companies named with their trade or legal form are called without it."""
    if one.kind == "state":
        return "state" if one.code else "place"
    if one.kind == "group":
        return "organisation"
    key = names.fold(one.name)
    surname = skeleton(key) in surnames
    if key in words("platforms") and not one.speaks and all(m.function != "subject" for m in one.mentions):
        return ""  # "a video on Telegram"
    if (
        key in firms
        and not surname
        and one.name not in states.regions()
        and one.kind != "organisation"
        and not _shown(one)
        and not one.located
    ):
        return "organisation"
    if one.kind in ("unknown", "organisation") and not surname and _a_thing(seen):
        return ""
    if one.kind == "organisation" and key not in firms and _only_a_place(one, seen):
        return "place"
    if one.kind in ("unknown", "place"):
        often = seen.kinds["place"] > seen.kinds["person"] + 1
        a_place = one.kind == "place" and (one.located or often or key in words("cities"))
        if surname and one.name not in states.capitals() and not a_place:
            return "organisation" if seen.body > seen.person + _A_SURNAME else "person"
        if one.kind == "unknown":
            known = [k for k in ("person", "organisation", "place") if seen.kinds[k]]
            return max(known, key=lambda k: seen.kinds[k]) if known else "organisation" if one.speaks else ""
    ends = key.split()[-1] in words("place_nouns")  # "the Dnieper River"
    town = one.kind == "place" and (one.located or ends or " " not in key or key in words("cities"))
    if town or (one.kind == "place" and seen.person == seen.body):
        return "place"
    return _most_shown(one, seen, surname, key in firms)


def _only_a_place(one: Found, seen: _Seen) -> bool:
    """Whether a text only guesses that a name is a body's which most have as a town's: "Rennes plant to close"."""
    guessed = not (_shown(one) or one.speaks) and _weights(one)[1] < _MOST
    return guessed and " " not in one.name and seen.kinds["place"] > seen.kinds["organisation"]


def _a_thing(seen: _Seen) -> bool:
    """Whether most documents have a name for something, like a ship, and the rest only guess that it is a body."""
    guessed = seen.kinds["organisation"] and not seen.shown["organisation"] and not seen.kinds["person"]
    return bool(guessed) and seen.kinds["unknown"] > seen.kinds["organisation"]


def _weights(one: Found) -> tuple[float, float]:
    """How much a text shows of a person and of a body by what it says beside the name."""
    named = [m for m in one.mentions if m.kind == "name"]
    callings = {roles.office(m.role).head for m in named if m.role} - words("body_roles") - bodies.nouns()
    person = min(_MOST, sum(m.leaning for m in named if m.leaning > 0))
    person += 2.0 * (one.gender in ("female", "male")) + 1.0 * bool(callings) + _GUESSED * (one.kind == "person")
    body = min(_MOST, -sum(m.leaning for m in named if m.leaning < 0))
    body += 2.0 * any(m.kind == "nominal" and m.type == "organisation" for m in one.mentions)
    body += 3.0 * any(bodies.has_legal_form(m.text) for m in named) + _GUESSED * (one.kind == "organisation")
    return person, body


def _of_name(one: Found) -> tuple[float, float]:
    """How much a name itself looks like a person's and like a body's."""
    known = one.name in words("known_bodies") or one.name.lower() in words("news_outlets")
    ends = bodies.ends_name(names.fold(one.name.split()[-1]))
    return 2.0 * (names.usual_sex(one.person.first) != "unknown"), 1.0 * one.name.isupper() + 3.0 * (known or ends)


def _most_shown(one: Found, seen: _Seen, surname: bool, firm: bool) -> str:
    """Person or body, as the article shows clearly or, where it does not, all articles together that have the name."""
    (person, body), looks = _weights(one), _of_name(one)
    if abs(person + looks[0] - body - looks[1]) < _SURE:
        if len(seen.kinds) == 1 and not surname and not firm:
            return one.kind
        person, body = seen.person + _A_SURNAME * surname, seen.body + _A_FIRM * firm
    person, body = person + looks[0], body + looks[1]
    if person == body:
        return one.kind
    return "person" if person > body else "organisation"
