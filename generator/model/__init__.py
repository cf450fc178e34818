"""The nouns of onrecord: frozen records that every stage takes and returns. Imports nothing of ours outside itself.

`text` holds what is read, `evidence` what is found in one document, `dossier` what is gathered from many.
"""

from generator.model.dossier import (
    Actor,
    Alias,
    Conflict,
    ConflictSide,
    Copies,
    Dossier,
    Event,
    EventDate,
    Figure,
    IssueRecord,
    LedgerEntry,
    Party,
    Passage,
    Place,
    PublishedMention,
    Quotation,
    Role,
    Said,
    Source,
    SourceRecord,
    SpeakerRecord,
    SpokenText,
    Statement,
    TimeRecord,
    EventRecord,
    RemovedRecord,
)
from generator.model.evidence import (
    Entity,
    EventMention,
    Evidence,
    FigureMention,
    Mention,
    Participant,
    QuotationMention,
    TimeExpression,
)
from generator.model.text import OPEN, REMOVED_KINDS, Block, Dated, Document, Span

__all__ = [
    "OPEN", "REMOVED_KINDS", "Actor", "Alias", "Block", "Conflict", "ConflictSide", "Copies", "Dated", "Document", "Dossier",
    "Entity", "Event", "EventDate", "EventMention", "EventRecord", "Evidence", "Figure", "FigureMention",
    "IssueRecord", "LedgerEntry", "Mention", "Participant", "Party", "Passage", "Place", "PublishedMention", "Quotation", "QuotationMention",
    "RemovedRecord", "Role", "Said", "Source", "SourceRecord", "Span", "SpeakerRecord", "SpokenText", "Statement",
    "TimeExpression", "TimeRecord",
]
