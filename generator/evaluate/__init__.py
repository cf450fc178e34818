"""How well the program does on articles that people have annotated. No stage of the flow: it sees what comes out."""

from generator.evaluate.counts import Counts
from generator.evaluate.dates import date_counts
from generator.evaluate.floors import Floor, Measured, below, table
from generator.evaluate.gold import GoldArticle, GoldDate, GoldQuotation, GoldSpeaker, misplaced
from generator.evaluate.quotations import quotation_counts

__all__ = [
    "Counts",
    "Floor",
    "GoldArticle",
    "GoldDate",
    "GoldQuotation",
    "GoldSpeaker",
    "Measured",
    "below",
    "date_counts",
    "misplaced",
    "quotation_counts",
    "table",
]
