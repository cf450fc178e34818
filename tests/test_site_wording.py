"""What is set before words that are not what the speaker says."""

from dataclasses import replace

import pytest

from generator.model import Span, SpokenText
from generator.site.wording import kind, turned
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


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("“We knew,”", "in quotation marks"),
        ("'We knew,'", "in quotation marks"),
        ("– We knew it, – he said.", "word for word"),
        ("The acceptance period begins on 24 February", "word for word"),
    ],
)
def test_words_without_marks_are_not_called_marked(text: str, label: str) -> None:
    assert kind(replace(QUOTATION, kind="direct", text=text))[0] == label
    assert kind(replace(QUOTATION, text=text))[0] == "reported"
