"""What is found in one document. Every span is on the document's text; indexes point into the same `Evidence`."""

from dataclasses import dataclass
from typing import Literal

from generator.model.text import OPEN, Dated, Document, Span

MentionKind = Literal["name", "nominal", "pronoun"]
EntityKind = Literal["person", "organisation", "state", "group", "place", "unknown"]
Number = Literal["singular", "plural", "unknown"]
Gender = Literal["female", "male", "neuter", "unknown"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Certainty = Literal["high", "medium", "low"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
# The type of what is told by a verb that is on no list of events.
DEED = "deed"
# Stands in the name of a deed for who is only "he" or "which" there: "… sent a letter".
LEFT_OUT = "… "
EventStatus = Literal["planned", "occurred", "ongoing", "hypothetical", "denied", "alleged"]
Bound = Literal["exactly", "about", "at_least", "at_most"]
Function = Literal["subject", "object", "oblique", "possessive", "apposition", "attribute", "other"]
RELEASED = "the body whose press release it is"  # the rule of a speaker who is told by no word of the text


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, a nominal ("the top US diplomat") or a pronoun that refers to somebody or something that can act.

    A name's `span` is the name alone ("Antony Blinken"); the role written with it ("US Secretary of State") is in
    `role`, at `role_span`. `head` is the head word as written. `sentence` and `block` count from 0.
    `entity` is the index of the document's entity it was resolved to, and `rule` says how. `leaning` is what stands
    beside a name: above 0 for a person's, below for a body's.
    """

    span: Span
    text: str
    kind: MentionKind
    type: EntityKind
    head: str
    number: Number = "unknown"
    gender: Gender = "unknown"
    person: int = 3
    function: Function = "other"
    sentence: int = 0
    block: int = 0
    role: str | None = None
    role_span: Span | None = None
    modifiers: tuple[str, ...] = ()
    apposition_to: Span | None = None
    entity: int | None = None
    rule: str = ""
    leaning: float = 0.0


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something one document speaks of: the mentions that refer to it, and its fullest name in the text.

    `named` is False for one that has no name in the document ("a senior administration official"); its `name` is
    then the nominal as written. `rule` says what joined its mentions where that is not plain. `code` is a state's ISO
    3166-1 code, `members` the entities of a joint speaker ("Omar and Sami Haddad"), `candidates` the entities a name
    may mean where the text does not settle which (then it is nobody's), `likely` those a phrase that the text alone
    does not settle goes best with, and how well. `serves` are the bodies beside which the document names somebody with
    a post; `voice_of` is who says "we" for a body that the document does not show.
    """

    name: str
    kind: EntityKind
    mentions: tuple[int, ...]
    named: bool = True
    gender: Gender = "unknown"
    rule: str = ""
    code: str | None = None
    members: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    likely: tuple[tuple[int, float], ...] = ()
    serves: tuple[int, ...] = ()
    voice_of: int | None = None


@dataclass(frozen=True, slots=True)
class Lent:
    """What other articles show of somebody or something that one names, by the `name` it has there: what it is, and
    where that article leaves them open a sex and the roles that its phrases may go back to."""

    name: str
    kind: EntityKind
    gender: Gender = "unknown"
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationMention:
    """An attribution: somebody's words or their report, the cue that reports them, and who speaks.

    `spans` hold the content with its quotation marks, in text order ("X", she said, "Y" has two). `speaker` is the
    mention's span as the sentence has it, or None for an implied or carried-over one; `speaker_rule` says how it was
    found. `entity` is filled in by coreference: the speaker's index into `Evidence.entities`, with `entity_rule`.
    `flags`: denial, question, demand, promise, threat, warning, conditional, expected, negated, headline, ...
    """

    spans: tuple[Span, ...]
    kind: QuotationKind
    cue: Span | None = None
    speaker: Span | None = None
    speaker_rule: str = ""
    addressee: Span | None = None
    via: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()
    certainty: Certainty = "medium"
    said: Dated = OPEN
    entity: int | None = None
    entity_rule: str = ""
    addressee_entity: int | None = None
    via_entities: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: what is written, its type and value, and why. `earliest` and `latest` bound it as ISO dates."""

    span: Span
    text: str
    type: TimexType
    value: str
    reason: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event, and as what: agent, patient, participant, with. `entity` after coreference."""

    span: Span
    role: str
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Something that happened, is planned, feared or denied, as one passage tells it.

    `trigger` is the word or words that name it ("talks", "met"); `span` the passage that carries its details.
    """

    span: Span
    trigger: Span
    type: str
    status: EventStatus
    date: Dated = OPEN
    place: str | None = None
    place_span: Span | None = None
    participants: tuple[Participant, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A quantity in prose. `value` is the number meant ("two million" is 2000000); `what` is what is counted.

    `low` and `high` bound a range ("70,000 to 100,000"). `quotation` is the index of the quotation it stands in;
    `attribution` the span of whoever it is credited to; `place`, `action` and `subject` say of what more exactly, and
    `about` holds the content words of its clause.
    """

    span: Span
    text: str
    value: float
    unit: str
    what: str
    bound: Bound = "exactly"
    low: float | None = None
    high: float | None = None
    quotation: int | None = None
    subject: str = ""
    place: str = ""
    date: Dated = OPEN
    action: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found in one document; what goes into the cache.

    `shingles` are the hashes of its runs of words by which copies are found, in base 64; empty where they are not
    worked out."""

    document: Document
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[QuotationMention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[EventMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    entities: tuple[Entity, ...] = ()
    shingles: str = ""
