"""What a name names, where documents disagree: person, organisation, place or state."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.lexicons import bodies, names, states, words
from generator.lexicons.names import PersonName
from generator.resolve.found import Found
from generator.resolve.person_names import same_name, sounds_alike
from generator.resolve.spelling import skeleton, sounds


@dataclass(slots=True)
class _Seen:
    """The kinds the documents give one name, and those their texts show by more than the name itself."""

    kinds: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    sexed: int = 0


def sorted_by_kind(found: Sequence[Found]) -> tuple[list[Found], list[Found], list[Found], list[Found]]:
    """People, bodies, places and states. A name of unknown kind goes where other documents have it."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    surnames: set[str] = set()
    firms: set[str] = set()
    teams: set[str] = set()
    found = _people_by_their_sound(_people_by_their_surnames(found))
    for one in found:
        here = seen[names.fold(one.name)]
        here.kinds[one.kind] += 1
        here.shown[one.kind] += _shown(one)
        here.sexed += one.kind == "person" and _sexed(one)
        if one.kind == "person" and one.person.first:
            surnames.update(skeleton(surname) for surname in names.surnames(one.person))
        elif one.kind == "organisation":
            firms.add(bodies.trading_name(one.name))
            teams.add(bodies.team_name(one.name))
            short = {names.fold(m.text) for m in one.mentions if m.kind == "name" and " " not in m.text}
            teams.update(short if " " in one.name else ())
    people, bodies_, places, countries = [], [], [], []
    for one in found:
        known = firms if one.kind == "place" else firms | teams  # "in Lyon" may be the city of Olympique Lyon
        kind = _kind(one, seen[names.fold(one.name)], surnames, known)
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
    if one.kind in ("unknown", "organisation") and _a_thing(seen):
        return ""
    if one.kind in ("unknown", "place"):
        often = seen.kinds["place"] > seen.kinds["person"] + 1
        a_place = one.kind == "place" and (one.located or often or key in words("cities"))
        if surname and one.name not in states.capitals() and not a_place:
            return "person"
        if one.kind == "unknown":
            known = [k for k in ("person", "organisation", "place") if seen.kinds[k]]
            return max(known, key=lambda k: seen.kinds[k]) if known else "organisation" if one.speaks else ""
    if one.kind == "person" and not one.person.first and one.gender == "unknown":
        return _of_bare_person(one, seen)
    if one.kind in ("person", "organisation", "place") and len(one.name.split()) > 1 and len(seen.kinds) > 1:
        return _most_shown(one, seen)
    # "the Harlow" is nobody of that surname
    if one.kind == "organisation" and len(one.name.split()) == 1 and not one.name.isupper() and not one.definite:
        return _of_bare_body(one, seen, surnames, firms)
    return one.kind


def _a_thing(seen: _Seen) -> bool:
    """Whether most documents have a name for something, like a ship, and the rest only guess that it is a body."""
    guessed = seen.kinds["organisation"] and not seen.shown["organisation"] and not seen.kinds["person"]
    return bool(guessed) and seen.kinds["unknown"] > seen.kinds["organisation"]


def _most_shown(one: Found, seen: _Seen) -> str:
    """One name of several words under two kinds: what more texts show, where one of the two is a guess."""
    if one.kind == "place" and one.located:
        return "place"
    if seen.kinds["organisation"] >= seen.kinds["person"] and not seen.sexed and not seen.shown["person"]:
        return "organisation"  # "Electra Pacífico": nothing speaks for a person
    ranked = sorted(("person", "organisation"), key=lambda k: (-seen.shown[k], -seen.kinds[k], k))
    best, other = ranked
    if seen.shown[best] or seen.shown[other]:
        return best if not seen.shown[other] else one.kind
    return best if seen.kinds[best] > seen.kinds[other] and one.kind == other else one.kind


def _of_bare_person(one: Found, seen: _Seen) -> str:
    """One word a document takes for a person; the recogniser's word in one article weighs less than that of others."""
    if any(m.role for m in one.mentions):
        return "person"
    only_bodies_shown = seen.shown["organisation"] and not seen.shown["person"]
    more = seen.kinds["organisation"] >= seen.kinds["person"]
    return "organisation" if only_bodies_shown or more else "person"


def _of_bare_body(one: Found, seen: _Seen, surnames: set[str], firms: set[str]) -> str:
    """One word a document takes for a body: a person where most documents have one and none shows a body."""
    alone = len({m.text for m in one.mentions}) == 1
    surname = skeleton(names.fold(one.name)) in surnames
    if surname and not seen.shown["organisation"] and names.fold(one.name) not in firms:
        return "person"  # a recogniser's word in an article that gives the surname alone
    if surname and seen.kinds["organisation"] == 1 and alone:
        return ""  # "Venn said": the founder or the firm; one article's word for it is too little
    shown = seen.shown["organisation"] or seen.shown["person"]
    if not shown and seen.kinds["person"] > seen.kinds["organisation"]:
        return "person"
    return "organisation"
