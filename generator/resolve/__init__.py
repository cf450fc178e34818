"""Who is who: the mentions of one document to its entities, the entities of all documents to actors."""

from generator.resolve.actors import actors
from generator.resolve.affairs.lending import lent
from generator.resolve.coreference import resolve as coreference
from generator.resolve.said import said
from generator.resolve.years import neighbour_years

__all__ = ["actors", "coreference", "lent", "neighbour_years", "said"]
