"""A stretch of text between quotation marks."""

from dataclasses import dataclass

from generator.model import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted stretch of text with its marks. `opened`, `closed`: the mark on that side is there.

    `spans` has more than one span where a caption or an advert stands between two paragraphs of one quotation.
    """

    spans: tuple[Span, ...]
    opened: bool = True
    closed: bool = True

    @property
    def start(self) -> int:
        """Where the passage begins in the text."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the passage ends in the text."""
        return self.spans[-1].end
