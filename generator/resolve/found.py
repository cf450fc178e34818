"""One document's entity as the step across documents sees it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.lexicons import names, roles, words
from generator.lexicons.names import PersonName
from generator.lexicons.roles import Office
from generator.model import Entity, Evidence, Mention
from generator.model.evidence import EntityKind, Gender
from generator.model.links import Key
from generator.resolve import descriptions
from generator.resolve.ages import age_beside
from generator.resolve.anonymous import anonymous
from generator.resolve.sorts import sorts_of

_FIRST = 3  # mentions by name beside which an article says what somebody is
_LONGEST_TITLE = 20  # characters
_DAMAGE = frozenset(["machine_translated", "quotation_marks_displaced", "words_swapped"])
_WHERE = frozenset(["in", "near", "outside", "around", "across", "into", "throughout", "inside", "towards"])


@dataclass(frozen=True, slots=True)
class Found:
    """An entity with its place, its mentions, the roles its source gives it, and whether it speaks.

    `title` is a form of address that goes with a given name ("Sir"), where its source uses one. `located`: its source
    has something happen in or near it. `kin`: its source says whose wife, son or the like it is. `own_roles` are those
    of `roles` that stand beside the full name: "Mayor Moss" may be another Moss. `damaged`: a machine translated its
    source or swapped words in it. `phrase`: it has no name there. `definite`: "the" stands before it. `retold`:
    why it goes by the name that another source has for it. `beside`: what the text says beside the name that it is.
    `copied`: its source copies another, and is no voice of its own. `likely`: whom a phrase goes best with in its
    source itself, and how well. `ages` and `sorts`: how old its source says somebody is, and of what sort a body.
    """

    key: Key
    name: str
    kind: EntityKind
    gender: Gender
    code: str | None
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...]
    speaks: bool
    date: str | None
    title: str = ""
    phrase: bool = False
    definite: bool = False
    retold: str = ""
    located: bool = False
    kin: bool = False
    own_roles: tuple[str, ...] = ()
    damaged: bool = False
    beside: tuple[str, ...] = ()
    copied: bool = False
    likely: tuple[tuple[Key, float], ...] = ()
    ages: frozenset[int] = frozenset()
    sorts: frozenset[str] = frozenset()

    @property
    def voices(self) -> int:
        """How often its source names it in words of its own."""
        return 0 if self.copied else len(self.mentions)

    @property
    def source(self) -> str:
        """The id of the document."""
        return self.key[0]

    @property
    def person(self) -> PersonName:
        """The name taken apart."""
        return names.person(self.name)

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices the roles name."""
        return tuple(roles.office(text) for text in self.roles)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a document shows of an entity, as `Found` has it."""

    roles: tuple[str, ...]
    own_roles: tuple[str, ...]
    definite: bool
    located: bool
    kin: bool
    beside: tuple[str, ...]
    title: str
    ages: frozenset[int]
    sorts: frozenset[str]


def shown_in(evidence: Evidence, *, callings: bool = True) -> Iterator[Shown]:
    """What a document shows of each of its entities; not what it calls them beside the name, unless `callings`."""
    return (_shown(evidence, entity, callings) for entity in evidence.entities)


def found_in(evidence: Evidence, shown: Sequence[Shown], *, named: bool = True) -> tuple[Found, ...]:
    """The named entities of a document, or the nameless ones; joint speakers, open names and who wants no name are
    nobody's record.
    `shown` is what `shown_in` gives of it."""
    spoken = {q.entity for q in evidence.quotations}
    date = evidence.document.published.value
    damaged = not _DAMAGE.isdisjoint(evidence.document.quality)
    out = []
    for index, entity in enumerate(evidence.entities):
        if entity.named == named and entity.voice_of is None and not entity.members and not entity.candidates:
            if not named and anonymous(evidence, entity):
                continue  # whom no other article may unmask
            seen = shown[index]
            out.append(
                Found(
                    key=(evidence.document.id, index),
                    name=entity.name,
                    kind=entity.kind,
                    gender=entity.gender,
                    code=entity.code,
                    mentions=tuple([evidence.mentions[k] for k in entity.mentions]),
                    roles=seen.roles,
                    speaks=index in spoken,
                    date=date,
                    phrase=not entity.named,
                    definite=seen.definite,
                    located=seen.located,
                    own_roles=seen.own_roles,
                    kin=seen.kin,
                    damaged=damaged,
                    beside=seen.beside,
                    title=seen.title,
                    ages=seen.ages,
                    sorts=seen.sorts,
                    likely=tuple(((evidence.document.id, other), score) for other, score in entity.likely),
                )
            )
    return tuple(out)


def _shown(evidence: Evidence, entity: Entity, callings: bool) -> Shown:
    mentions = tuple([evidence.mentions[k] for k in entity.mentions])
    named = [m for m in mentions if m.kind == "name"]
    full = {m.span for m in named if names.person(m.text).first}
    before = [_before(evidence.document.text, m) for m in named]
    called = named if callings else []
    held: dict[str, bool] = {}
    for mention in mentions:
        role = mention.role
        if role is None and mention.kind == "nominal" and mention.apposition_to is not None:
            role = mention.text
        if role and (head := roles.office(role).head) and head not in words("relational_nouns"):
            beside = mention.span in full or mention.apposition_to in full
            held[roles.plain(role)] = held.get(roles.plain(role), False) or beside
    return Shown(
        roles=tuple(held),
        definite=any(word.lower() == "the" for word in before),
        located=any(word.lower() in _WHERE for word in before),
        own_roles=tuple(role for role, beside in held.items() if beside),
        kin=any(_of_kin(m) for m in mentions),
        beside=tuple(dict.fromkeys(p for m in called[:_FIRST] for p in descriptions.beside(evidence.document.text, m))),
        title=next(filter(names.with_given_name, before), ""),  # "Sir", "Dame", "Sheikha"
        ages=frozenset(filter(None, (age_beside(evidence.document.text, m) for m in called))),
        sorts=sorts_of(evidence.document.text, called),
    )


def _of_kin(mention: Mention) -> bool:
    """Whether a mention says whose relative somebody is: "his wife, Zanele"."""
    if mention.kind == "nominal":
        return mention.head.lower() in words("relational_nouns")
    return bool(mention.modifiers) and not words("relational_nouns").isdisjoint(map(str.lower, mention.modifiers))


def _before(text: str, mention: Mention) -> str:
    """The word before a mention."""
    last = text[max(mention.span.start - _LONGEST_TITLE, 0) : mention.span.start].rsplit(None, 1)[-1:]
    return last[0] if last else ""
