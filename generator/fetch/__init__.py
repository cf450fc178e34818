"""One page from the web, for a person who files it: never from a private network, never more than an article."""

from generator.fetch.address import RefusedError, is_public
from generator.fetch.get import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher", "RefusedError", "is_public"]
