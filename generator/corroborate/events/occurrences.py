"""Event mentions made ready for comparison: family, window, place, who takes part and for whom they act."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.corroborate.events.families import family_of
from generator.corroborate.nations import state_actors
from generator.corroborate.windows import ANY, Window, window
from generator.corroborate.wording import wording
from generator.lexicons import table, words
from generator.model import Actor, EventMention, Evidence, Key, Resolution
from generator.remembered import NOTHING, Remembered

_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|his|her|its|their|them|him|we|our|us|you|your|my|that|those)", re.I)
_WORD = re.compile(r"\w+")
_DEFINITE = re.compile(r"(?:\b(?:the|this|that)|\w['’]s)\s+(?:[\w-]+\s+){0,3}$", re.I)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|further|separate|similar|previous|earlier|other|new|future|such an?)\s+(?:\w+\s+)?$",
    re.I,
)
_ACCIDENT = "accident"
_NOT_YET = frozenset({"planned"})
_UNDATED = frozenset({"hypothetical", "denied", "alleged"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention of an event. `sides` are the participants and those they act for; `when` counts an undated one as
    before or after its article by its status; `dated` tells a date of the text from that. `definite` is "the blast" and
    a headline's, `another` "a second blast"."""

    key: Key
    family: str
    type: str
    status: str
    when: Window
    dated: bool
    place: str
    participants: tuple[str, ...]
    patients: frozenset[str]
    agents: frozenset[str]
    sides: frozenset[str]
    names: frozenset[str]
    published: Window
    label: str
    day_of_year: str = ""
    mentioned: int = 0
    texts: tuple[str, ...] = ()
    parties: tuple[frozenset[str], ...] = ()
    definite: bool = False
    another: bool = False

    @property
    def face(self) -> tuple[object, ...]:
        """All that speaks for or against another mention's being of the same event."""
        return (
            self.family,
            self.when,
            self.place,
            self.parties,
            self.sides,
            self.patients,
            self.agents,
            self.names,
            self.status,
        )


def occurrences(
    evidence: Sequence[Evidence], resolution: Resolution, known: Remembered = NOTHING
) -> dict[Key, Occurrence]:
    """Every event mention, by key. `known` is what was found before in articles with the same names."""
    acting, nations = acts_for(resolution.actors), state_actors(resolution.actors)
    told = sorted(nations.items())
    with known.table("occurrences") as before:
        each = [
            before(lambda _, e=e: _of_document(e, resolution, acting, nations), (e.document.id,), told)
            for e in evidence
        ]
    found = {o.key: o for several in each for o in several}
    days: dict[tuple[str, str], set[date]] = {}
    for o in found.values():
        if o.when.day is not None:
            days.setdefault((o.family, f"{o.when.day:%m-%d}"), set()).add(o.when.day)
    return {key: _with_year(o, days.get((o.family, o.day_of_year), set())) for key, o in found.items()}


def _with_year(one: Occurrence, days: set[date]) -> Occurrence:
    """A day without a year ("January 10th" in an undated article) in the one year others have such an event in."""
    if not one.day_of_year or len(days) != 1:
        return one
    (day,) = days
    return replace(one, when=Window(day, day, stated=True), dated=True)


def acts_for(actors: Sequence[Actor]) -> dict[str, frozenset[str]]:
    """For each person, the states and organisations named in a role ("Russian Foreign Minister" acts for Russia)."""
    named: dict[str, set[str]] = {form: {id_} for form, id_ in state_actors(actors).items()}
    for actor in actors:
        if actor.kind in ("state", "organisation"):
            for name in {actor.name, *(alias.text for alias in actor.aliases)}:
                named.setdefault(name.casefold(), set()).add(actor.id)
    found = {}
    heads = words("speaking_offices")
    for actor in actors:
        if actor.kind == "person":
            ids: set[str] = set()
            for role in actor.roles:
                parts = _WORD.findall(role.text)
                if not heads & {p.casefold() for p in parts}:
                    continue
                for size in (1, 2, 3):
                    for at in range(len(parts) - size + 1):
                        ids |= named.get(" ".join(parts[at : at + size]).casefold(), set())
            found[actor.id] = frozenset(ids)
    return found


def one_side(one: str, other: str, acting: Mapping[str, frozenset[str]]) -> bool:
    """Whether two actors are the same, or one speaks for the other, by `acts_for`."""
    return one == other or other in acting.get(one, ()) or one in acting.get(other, ())


def _of_document(
    e: Evidence, resolution: Resolution, acting: Mapping[str, frozenset[str]], nations: Mapping[str, str]
) -> Iterator[Occurrence]:
    source, published = e.document.id, window(e.document.published)
    nominals = {m.span for m in e.mentions if m.kind != "name"}
    # "the accident" is what the article else tells as an explosion or a collapse
    known = words("event_disasters")
    disasters = Counter(family_of(t.type)[0] for t in e.events if t.type in known and t.type != _ACCIDENT)
    main = max(disasters, key=disasters.__getitem__, default="crash")
    for index, told in enumerate(e.events):
        # nobody plans a disaster
        planned = told.status == "planned" and told.type in words("event_disasters")
        event = replace(told, status="occurred") if planned else told
        ids: list[str] = []
        patients: set[str] = set()
        sides: set[str] = set()
        agents: set[str] = set()
        names: set[str] = set()
        texts: list[str] = []
        parties: list[frozenset[str]] = []
        for who in event.participants:
            actor = resolution.actor(source, who.entity)
            text = " ".join(e.document.text[who.span.start : who.span.end].split())
            named = text[:1].isupper() and who.span not in nominals
            if actor is None and named:
                actor = nations.get(text.casefold(), "~" + text.casefold())
            if actor is not None and actor not in ids:
                ids.append(actor)
                # Under its name too, should one article's mention have been left without an actor.
                own = {actor, "~" + text.casefold()} if named else {actor}
                sides |= own
                if who.role == "patient":
                    patients |= own
            names |= wording(text).content
            if len(text) > 3 and not any(c.isdigit() for c in text) and not _PRONOUN.fullmatch(text):
                # A capital is the sentence's where the article has the word without one: "Dockers", not "Chilean".
                small = text[:1].lower() + text[1:]
                texts.append(small if who.span in nominals and _has(e.document.text, small.split()[0]) else text)
            # "Russian troops", "the top US and Russian diplomats": the nations act through them.
            capitals = (w for w in _WORD.findall(text) if w[:1].isupper())
            behind = {nations[w.casefold()] for w in capitals if w.casefold() in nations}
            sides |= behind
            own = {actor, *([f"~{text.casefold()}"] if named else [])} if actor is not None else set()
            party = frozenset(own | behind | (acting.get(actor, frozenset()) if actor is not None else frozenset()))
            if party and party not in parties:
                parties.append(party)
            if who.role in ("agent", "with"):
                agents |= behind | ({actor} if actor is not None else set())
        sides |= set(ids).union(*(acting.get(i, frozenset()) for i in ids))
        when, dated = _when(event, published)
        yield Occurrence(
            key=(source, index),
            family=_family(event) if event.type != _ACCIDENT else main,
            type=event.type,
            status="occurred" if event.status == "ongoing" and _over(when, dated, published) else event.status,
            when=when,
            dated=dated,
            place=_place(event, e, resolution),
            participants=tuple(ids),
            patients=frozenset(patients),
            agents=frozenset(agents),
            sides=frozenset(sides),
            names=frozenset(names | {w for w in wording(event.name).content if event.name[:1].isupper()}),
            published=published,
            label=event.name,
            mentioned=len(event.participants),
            texts=tuple(dict.fromkeys(texts)),
            parties=tuple(parties),
            definite=_definite(e, event),
            another=_ANOTHER.search(_before(e, event)) is not None,
            day_of_year=(event.date.value or "")[5:10] if (event.date.value or "").startswith("XXXX-") else "",
        )


def _before(e: Evidence, event: EventMention) -> str:
    return e.document.text[max(0, event.trigger.start - 40) : event.trigger.start]


def _definite(e: Evidence, event: EventMention) -> bool:
    """Whether a mention takes up what is known: with "the" or a possessor, or told by a verb, or in a headline."""
    headline = any(b.kind == "headline" and b.span.start <= event.trigger.start < b.span.end for b in e.document.blocks)
    word = e.document.text[event.trigger.start : event.trigger.end].split()[0].casefold()
    verb = word in table("event_verbs") and event.type not in words("event_disasters")
    return headline or verb or _DEFINITE.search(_before(e, event)) is not None


def _over(when: Window, dated: bool, published: Window) -> bool:
    """Whether a date lies before the article that tells of it."""
    return dated and when.last is not None and published.first is not None and when.last < published.first


def _family(event: EventMention) -> str:
    """An attack only feared or denied ("plans to attack Ukraine") is spoken of as an invasion is."""
    return "invasion" if event.type == "attack" and event.status in _UNDATED else family_of(event.type)[0]


def _when(event: EventMention, published: Window) -> tuple[Window, bool]:
    stated = window(event.date)
    if stated.first is not None or stated.last is not None:
        return stated, True
    if event.status in _NOT_YET:
        return Window(published.first, None), False
    if event.status in _UNDATED:
        return ANY, False
    return Window(None, published.last), False


def _place(event: EventMention, e: Evidence, resolution: Resolution) -> str:
    """The place's name, one spelling for what the resolution knows to be one place."""
    if event.place is None:
        return ""
    if event.place_span is not None:
        for mention in e.mentions:
            if mention.entity is not None and mention.span == event.place_span:
                known = resolution.place_of.get((e.document.id, mention.entity))
                if known:
                    return known
    return " ".join(event.place.removeprefix("the ").removeprefix("The ").split())


def _has(text: str, word: str) -> bool:
    """Whether a text has a word, written so."""
    return _WORD.fullmatch(word) is not None and re.search(rf"\b{word}\b", text) is not None
