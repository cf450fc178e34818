"""How well the program does on articles that people have annotated. No stage of the flow: it sees what comes out."""

from generator.evaluate.actors import actor_counts, actor_differences
from generator.evaluate.counts import Counts
from generator.evaluate.dates import date_counts, date_differences
from generator.evaluate.events import event_counts, event_differences
from generator.evaluate.floors import Floor, Measured, below, certainty, certainty_table, table
from generator.evaluate.gold import GoldActor, GoldArticle, GoldDate, GoldEvent, GoldQuotation, GoldSpeaker, misplaced
from generator.evaluate.quotations import Comparison

__all__ = [
    "Comparison",
    "Counts",
    "Floor",
    "GoldActor",
    "GoldArticle",
    "GoldDate",
    "GoldEvent",
    "GoldQuotation",
    "GoldSpeaker",
    "Measured",
    "actor_counts",
    "actor_differences",
    "below",
    "certainty",
    "certainty_table",
    "date_counts",
    "date_differences",
    "event_counts",
    "event_differences",
    "misplaced",
    "table",
]
