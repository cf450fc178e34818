"""How alike two wordings are: content words, common runs, what a translation or a word swapper leaves standing."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from generator.lexicons import rows, words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDINGS: tuple[str, ...] = ("ations", "ating", "ation", "ated", "ates", "ate", "ingly", "edly", "ings", "ions", "ing")
_ENDINGS += ("ies", "ied", "ion", "ed", "es", "ly", "s", "e", "y")

# Everybody in a story speaks of the same people: a name in common says so much less than another word.
NAMES_LESS = 0.6
_PART = 0.45
# So many words are a sentence of its own, whatever they are: "The price is the price".
_SENTENCE = 5


_NONE: frozenset[str] = frozenset()
# Letters of which Unicode makes no letter and mark.
_LETTERS = str.maketrans("łøđıæœ", "lodiao")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A text for comparison: its words in small letters, and the stems of those that carry content.

    One is equal to itself alone, so that what is found of two is kept without looking at their words.
    """

    tokens: tuple[str, ...]
    stems: tuple[str, ...]
    content: frozenset[str]
    names: frozenset[str] = frozenset()


@cache
def stem(word: str) -> str:
    """A word without its commonest endings; only meant to make forms of one word meet.

    >>> stem("escalation"), stem("escalating"), stem("threats")
    ('escal', 'escalat', 'threat')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _same_sense() -> dict[str, str]:
    """Stem to the first stem of its row of near-synonyms, and a verb's other forms to its own."""
    senses = {stem(w): stem(row[0]) for row in rows("near_synonyms") for w in row}
    for verb, *forms in rows("irregular_forms"):
        senses |= {stem(form): senses.get(stem(verb), stem(verb)) for form in forms if stem(form) not in senses}
    return senses


# several comparisons ask for the same quotations one after another
@lru_cache(maxsize=65536)
def wording(text: str) -> Wording:
    """Split a text into words and stems. Possessive marks and quotation marks fall away."""
    read = [_word(written) for written in _WORD.findall(text)]
    content = frozenset(word.stem for word in read if word.carries)
    capital = {word.stem for word in read[1:] if word.capital}
    if capital:
        capital.difference_update([word.stem for word in read if word.small])
    tokens, stems = tuple([word.token for word in read]), tuple([word.stem for word in read])
    return Wording(tokens, stems, content, content.intersection(capital) or _NONE)


def forget() -> None:
    """Let go of the wordings that are kept for further comparison: they are a tenth of a gigabyte."""
    wording.cache_clear()
    likeness.cache_clear()


def counted(text: str) -> Counter[str]:
    """How often a text has each stem."""
    found = Counter[str]()
    for written, times in Counter(_WORD.findall(text)).items():
        found[_word(written).stem] += times
    return found


class _Word(NamedTuple):
    token: str
    stem: str
    carries: bool
    capital: bool
    small: bool


@cache
def _word(written: str) -> _Word:
    token = written.lower().replace("’", "'").removesuffix("'s")
    stemmed = stem(_plain(token))
    carries = token not in words("empty_words") and len(token) > 1
    return _Word(token, _same_sense().get(stemmed, stemmed), carries, written[:1].isupper(), written[:1].islower())


def _plain(token: str) -> str:
    """A word without the marks on its letters, which agencies leave out: "rožaje" is "rozaje"."""
    if token.isascii():
        return token
    return "".join(c for c in normalize("NFD", token.translate(_LETTERS)) if not combining(c))


def longest_run(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """The longest run of equal items as (start in `one`, length)."""
    best, at = 0, 0
    previous: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(other):
        places.setdefault(word, []).append(j)
    for i, word in enumerate(one):
        current: dict[int, int] = {}
        for j in places.get(word, ()):
            current[j] = previous.get(j - 1, 0) + 1
            if current[j] > best:
                best, at = current[j], i - current[j] + 1
        previous = current
    return at, best


# statements of many quotations ask for the same few wordings again and again
@lru_cache(maxsize=65536)
def likeness(one: Wording, other: Wording) -> float:
    """How far two wordings may render one utterance, 0 to 1.

    The share of the shorter one's content words found in the longer, lowered when the shorter is short and when they
    stand in different company. A long common run of words counts as much as a good share.
    """
    if not one.content or not other.content:
        return 0.0
    if one.tokens == other.tokens and (len(one.content) > 1 or len(one.tokens) >= _SENTENCE):
        return 1.0
    common = one.content & other.content
    if not common:
        return 0.0
    names = one.names | other.names

    def weight(stems: frozenset[str]) -> float:
        return len(stems) - NAMES_LESS * len(stems & names)

    small, large = sorted((weight(one.content), weight(other.content)))
    shared = weight(common)
    share = shared / small
    jaccard = shared / (small + large - shared)
    by_words = share * min(1.0, shared / 4) * (0.7 + 0.3 * jaccard)

    # A run of four content words is rarely chance; two words in common rarely more than chance.
    # A set phrase ("president of the United States") is a long run too, but a small part of what is said.
    def by_run(run: float, length: int) -> float:
        part = min(1.0, run / small / _PART)
        return min(1.0, 0.13 * run + 0.05 * length) * part if length >= 4 and run > 1 else 0.0

    if by_run(shared, min(len(one.stems), len(other.stems))) <= by_words:
        return round(by_words, 4)
    at, length = longest_run(one.stems, other.stems)
    return round(max(by_words, by_run(weight(frozenset(one.stems[at : at + length]) & common), length)), 4)


# the article at hand, asked for its sentences one after another
@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """A text in small letters, each in its place: as it is, where a small letter takes more room."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def one_of(forms: Iterable[str]) -> str:
    """The pattern of the longest of some forms: by their letters from the first on, so that a text is looked through
    five times as fast as with one form after another.

    >>> one_of(["in a speech", "in a note", "in an"])
    'in\\\\ a(?:\\\\ (?:note|speech)|n)'
    """
    after: dict[str, list[str]] = {}
    for form in sorted(set(forms)):
        if form:
            after.setdefault(form[0], []).append(form[1:])
    ways = [re.escape(letter) + one_of(rest) for letter, rest in after.items()]
    if not ways:
        return ""
    whole = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{whole})?" if "" in forms else whole


def recalls(read: Wording) -> bool:
    """Whether words are of earlier words: "We said on day one that there was nothing wrong with it"."""
    return read.tokens[:1] in (("we",), ("i",)) and "said" in read.tokens[1:4]


def clip(text: str, limit: int = 80) -> str:
    """The beginning of a text, cut at a word."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
