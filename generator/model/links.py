"""What ties the evidence of many documents together: keys are (source id, index in that source's `Evidence`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.model.dossier import Actor, Conflict, Copies, Event, Statement

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities, of different actors, that may be one; `why` says what speaks for it."""

    one: Key
    other: Key
    why: str


@dataclass(frozen=True, slots=True)
class Open:
    """Why an entity was left unlinked, and the entities of those it may be."""

    why: str
    candidates: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who across documents. `actor_of`: entity to actor id; `place_of`: entity to the name of a place that
    does not act. An entity that is in neither was left unlinked; `unsure` says why where it may be one of several.
    `rule_of` tells why an entity without a name is its actor. `doubts` are pairs that were kept apart and may be
    one."""

    actors: tuple[Actor, ...]
    actor_of: Mapping[Key, str]
    place_of: Mapping[Key, str] = field(default_factory=dict)
    rule_of: Mapping[Key, str] = field(default_factory=dict)
    unsure: Mapping[Key, Open] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    def actor(self, source: str, entity: int | None) -> str | None:
        """The actor that an entity of a document is; None for no entity, or one left unlinked."""
        return None if entity is None else self.actor_of.get((source, entity))

    def of_names(self) -> "Resolution":
        """The same without the actors that have no name, who come and go with every article of their affair."""
        actors = tuple(actor for actor in self.actors if actor.named)
        ids = {actor.id for actor in actors}
        return replace(self, actors=actors, actor_of={key: id_ for key, id_ in self.actor_of.items() if id_ in ids})


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What was compared across documents. `statement_of` and `quotation_id` are keyed by quotation, `event_of` by
    event mention (one that became no event is absent), `figure_id` by figure. `swapped`: a copy to the words that its
    quotations have for those of its original."""

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    copies: tuple[Copies, ...]
    quotation_id: Mapping[Key, str]
    statement_of: Mapping[Key, str]
    figure_id: Mapping[Key, str]
    event_of: Mapping[Key, str]
    swapped: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
