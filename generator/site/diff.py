"""What differs between two wordings, word by word."""

import difflib
import re
from dataclasses import dataclass
from typing import Literal

_WORD = re.compile(r"\S+")
# Above this many words the comparison is left out: its cost grows with the square, and nobody reads such a diff.
LIMIT = 600
# Two wordings that share less than this of their words (difflib's ratio) are easier to read one after the other.
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both wordings have, or only the first (`gone`), or only the second (`new`)."""

    kind: Literal["same", "gone", "new"]
    text: str


def word_diff(first: str, second: str) -> tuple[Run, ...]:
    """The second wording as changes of the first; nothing where they are too long or too different to compare.

    Words are compared without regard to case, quotation marks or punctuation.
    """
    a, b = _WORD.findall(first), _WORD.findall(second)
    if max(len(a), len(b)) > LIMIT:
        return ()
    matcher = difflib.SequenceMatcher(None, [_bare(w) for w in a], [_bare(w) for w in b], autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    runs: list[Run] = []
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run("same", " ".join(b[b0:b1])))
        else:
            if a1 > a0:
                runs.append(Run("gone", " ".join(a[a0:a1])))
            if b1 > b0:
                runs.append(Run("new", " ".join(b[b0:b1])))
    return tuple(runs)


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’«»„,.;:!?()[]…").replace("’", "'").casefold() or word
