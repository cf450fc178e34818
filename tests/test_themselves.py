"""What somebody says of themselves is one utterance, whoever an article takes the speaker for."""

from pathlib import Path

import pytest

from tests.test_aligned import of_texts
from tests.test_retellings import NAMED, OTHER


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        # "he" is taken for the judge
        (
            '"I sold people a story," said Piet Corman.',
            'Judge Rolf Maas looked at the accused. "I sold people a story," he said.',
            True,
        ),
        # of nobody's own doing
        (
            '"The bridge has three arches," said Piet Corman.',
            'Judge Rolf Maas looked at the accused. "The bridge has three arches," he said.',
            False,
        ),
        # both are named
        ('"I sold people a story," said Piet Corman.', '"I sold people a story," said Rolf Maas.', False),
        # other words
        (
            '"I sold people a story," said Piet Corman.',
            'Judge Rolf Maas looked at the accused. "I have heard many a story," he said.',
            False,
        ),
    ],
)
def test_what_one_says_of_oneself_is_one_utterance(tmp_path: Path, first: str, second: str, together: bool) -> None:
    found = of_texts(tmp_path, NAMED.format(first), OTHER.format("5 February 2026", second))
    one, other = found.found.statement_of["0", 1], found.found.statement_of["1", 0]
    assert (one == other) == together
