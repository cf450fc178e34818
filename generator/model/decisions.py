"""What a person decided about the records; it outranks whatever the program finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, get_args

from generator.model.evidence import Bound, Certainty, EventStatus, QuotationKind
from generator.model.text import Publish

ACTOR_KINDS = ("person", "organisation", "state", "group")
NOBODY = "nobody"


class Verb(NamedTuple):
    """What a decision's verb is given, the further keys it needs, each with what it is, and the kinds of record it may
    name (none: any)."""

    about: str
    needs: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()


VERBS: dict[str, Verb] = {
    "accept": Verb("the id of any record: it was looked at and is right"),
    "reject": Verb(
        "the id of a quotation, statement, event or conflict: it is not published",
        kinds=("quotation", "statement", "event", "conflict"),
    ),
    "edit": Verb("the id of any record", (("field", "the name of one of its fields"), ("to", "its value"))),
    "same": Verb("two or more actor ids: they are one", kinds=("actor",)),
    "not_same": Verb(
        'an actor id, and the full name of somebody else who was taken for that actor: [ann-lee, "Ann Leeds"]',
        kinds=("actor",),
    ),
    "rename": Verb("an actor or event id", (("to", "the name"),), ("actor", "event")),
    "kind": Verb("an actor id", (("to", ", ".join(ACTOR_KINDS)),), ("actor",)),
    "role": Verb("an actor id", (("to", "the role, put before those that sources state"),), ("actor",)),
    "date": Verb(
        "a source, statement or event id, or an article's file",
        (("to", "a date: 2022-01-10"),),
        ("source", "statement", "event"),
    ),
    "speaker": Verb(
        "a quotation id", (("to", "an actor id, or 'nobody' for a speaker who stays open"),), ("quotation",)
    ),
    "quote": Verb(
        "an article's file, or a source id: a quotation is missed there",
        (("words", "its words as the article has them"), ("to", "the speaker: an actor id, or 'nobody'")),
        ("source",),
    ),
    "redact": Verb("a name or a passage, or a list of them: it is blacked out wherever it stands"),
    "embargo": Verb("an article's file, or a source id", (("until", "a date: 2022-02-01"),), ("source",)),
}


# What `edit` may change: kind of record, field, and its values: text, date, number, or the words it may be.
EDITABLE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "source": {
        "title": ("text",),
        "outlet": ("text",),
        "url": ("text",),
        "language": ("text",),
        "reliability": ("text",),
        "published": ("date",),
        "updated": ("date",),
        "publish": get_args(Publish),
    },
    "actor": {"name": ("text",), "kind": ACTOR_KINDS},
    "statement": {"said": ("date",)},
    "quotation": {"said": ("date",), "kind": get_args(QuotationKind), "certainty": get_args(Certainty)},
    "event": {
        "name": ("text",),
        "type": ("text",),
        "date": ("date",),
        "place": ("text",),
        "status": get_args(EventStatus),
    },
    "figure": {
        "value": ("number",),
        "low": ("number",),
        "high": ("number",),
        "unit": ("text",),
        "what": ("text",),
        "bound": get_args(Bound),
        "date": ("date",),
        "place": ("text",),
    },
    "conflict": {"what": ("text",), "note": ("text",)},
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: just one of the verbs, what it is about, and who decided it when and why, if they say.

    `line` and `file` are where it stands.
    """

    accept: str | None = None
    reject: str | None = None
    edit: str | None = None
    same: tuple[str, ...] = ()
    not_same: tuple[str, ...] = ()
    rename: str | None = None
    kind: str | None = None
    role: str | None = None
    date: str | None = None
    speaker: str | None = None
    quote: str | None = None
    redact: str | tuple[str, ...] = ()
    embargo: str | None = None
    to: str | int | float | None = None
    field: str | None = None
    words: str | None = None
    until: str | None = None
    by: str | None = None
    on: str | None = None
    why: str | None = None
    line: int | None = None
    file: str = ""

    @property
    def verb(self) -> str:
        """The verb that is set; "" when there is none or more than one."""
        given = [name for name in VERBS if getattr(self, name)]
        return given[0] if len(given) == 1 else ""

    @property
    def about(self) -> tuple[str, ...]:
        """What the verb is given."""
        given = getattr(self, self.verb) if self.verb else ()
        return given if isinstance(given, tuple) else (given,)

    @property
    def value(self) -> str:
        """What `to` says, as text."""
        return "" if self.to is None else str(self.to)

    @property
    def signature(self) -> str:
        """How a page names the decision: "a person's decision by A. Lee on 2022-02-01: why"."""
        who = f" by {self.by}" if self.by else ""
        when = f" on {self.on}" if self.on else ""
        why = f": {self.why}" if self.why else ""
        return f"a person's decision{who}{when}{why}"
