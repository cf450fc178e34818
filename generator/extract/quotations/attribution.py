"""A quoted passage with its cue and speaker."""

from dataclasses import dataclass

from generator.extract.quotations.noun_phrase import Speaker
from generator.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage (or the passages of an interrupted one) with its cue and speaker.

    `lead` is the first token of the sentence where words without marks belong to what was said: "America needs leaders
    “who understand,” she said". `before` are such tokens before the cue: "When it ends, she added, “we will rest”".
    A `tentative` one counts where no clause around the passage was found to be reported.
    """

    passages: tuple[int, ...]
    cue: Span | None
    cue_token: int | None
    speaker: Speaker | None
    rule: str
    certainty: str
    act: str = "say"
    lead: int | None = None
    before: tuple[int, int] | None = None
    tentative: bool = False
