"""What is set before words that are not what the speaker says."""

from dataclasses import replace

import pytest

from generator.model import Span, SpokenText
from generator.site.wording import turned
from tests.builders import dossier

QUOTATION = replace(dossier().sources[0].quotations[0], kind="indirect", flags=("denial",))


@pytest.mark.parametrize(
    ("cue", "told"),
    [
        ("denied", "denies"),
        ("has denied", "denies"),
        ("rejecting", "rejects"),
        ("dismissed", "dismisses"),
        ("disputes", "disputes"),
        ("ruled out", "rules out"),
        ("played down", "plays down"),
    ],
)
def test_a_denial_is_told_with_the_verb_of_its_source(cue: str, told: str) -> None:
    spoken = replace(QUOTATION, cue=SpokenText(cue, Span(0, len(cue))))
    assert turned(spoken)[0] == told


def test_nothing_is_set_before_words_in_quotation_marks_and_plain_reports() -> None:
    assert turned(replace(QUOTATION, kind="direct")) == ("", "")
    assert turned(replace(QUOTATION, flags=())) == ("", "")
    assert turned(replace(QUOTATION, cue=None))[0] == "denies"
