"""What the clauses of a quotation say is so and is not so."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.corroborate.wording import stem, wording
from generator.lexicons import rows, table, words

_CLAUSE = re.compile(
    r"[,.;:!?()–—]+|\b(?:but|because|which|rather than|instead of|while|when|before|after|since|so that)\b|"
    r"\band (?=(?:nobody|no|none|never|nothing|not|he|she|it|they|we|I|you|the|that|this|these|there|his|her|its|their|"
    r"our|my)\b)",
    re.I,
)
# What rules a thing out altogether, and what is no more than a turn of phrase.
_NONE = re.compile(
    r"\b(?:no|never|nobody|no one|nothing|none|neither|nor|without)\b|\bnot (?:one|any|ever|a single)\b|"
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bnot an?\b|"
    r"n['’]t (?:\w+ ){0,3}?(?:any|anyone|anybody|anything|a single|ever)\b",
    re.I,
)
_PHRASE = re.compile(
    r"\bno (?:doubt|question|longer|more than|fewer|less|matter)\b|\bnothing but\b|\bnever mind\b|\bnot yet\b", re.I
)
_HARDLY = frozenset({"unlikely", "hardly", "scarcely", "barely"})
_SWITCHED = frozenset({"is", "are", "was", "were", "be", "been", "switched", "turned", "left", "stayed"})
_NEVER = re.compile(r"n['’]t|never", re.I)
_NOBODY = re.compile(r"nothing|nobody|no one", re.I)
_NO_PART = re.compile(r"no (?:part|role)\b", re.I)
_PAST = re.compile(r"\b(?:was|were|had|has|have|did|been|\w+ed)\b", re.I)


@dataclass(frozen=True, slots=True)
class Clause:
    """The stems of what a clause tells; `negated` where it says that something is not so, `denied` what stands right
    behind "not", what it says there was none of, or what never did what; in which of two `states` it says a thing was;
    `ahead` where it is of what may be or is wished."""

    content: frozenset[str]
    negated: bool
    denied: frozenset[str]
    states: frozenset[tuple[int, bool]]
    past: bool
    ahead: bool


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a text that have any word of content."""
    return tuple(clause for part in _CLAUSE.split(text) if (clause := _clause(_PHRASE.sub(" ", part))).content)


def _clause(text: str) -> Clause:
    read = wording(text)
    content = frozenset(s for s in read.content - _light() if not s.isdigit())
    none = _NONE.search(text)
    ruled_out: list[str] = []
    turn = ""
    if none is not None:
        before, behind = wording(text[: none.start()]).stems, wording(text[none.end() :]).stems
        who, what = [s for s in before if s in content][-1:], [s for s in behind if s in content][:1]
        if _NEVER.match(none[0]):  # "the siren never sounded"
            ruled_out = [*who, *what]
        elif _NOBODY.match(none[0]) or _NO_PART.match(text, none.start()):  # "we signed nothing", "sent nobody there"
            ruled_out = who or what
        elif _light() & set(behind[:1]) and behind[:1] != ("such",):  # "no such offer"
            turn = none[0].casefold()  # "stood no chance"
            none = None
        else:
            ruled_out = what or who
    # "the alarm was off", not "off the list"
    before_each = ("", *read.tokens)
    apart = {at for at, t in enumerate(read.tokens) if t in ("on", "off") and before_each[at] not in _SWITCHED}
    states = [token for at, token in enumerate(read.tokens) if at not in apart]
    negations = [at for at, t in enumerate(read.tokens) if (t in words("negations") and t != turn) or t.endswith("n't")]
    behind_not = [s for at in negations for s in [s for s in read.stems[at + 1 :] if s in read.content][:1]]
    doubted = not _HARDLY.isdisjoint(read.tokens)
    return Clause(
        content,
        none is not None or bool(negations) or doubted,
        content.intersection([*ruled_out, *behind_not]),
        frozenset(state for token in states for state in _opposite_states().get(token, ())),
        _PAST.search(text) is not None or not _past_forms().isdisjoint(read.tokens),
        not words("not_yet_so").isdisjoint(read.tokens),
    )


@cache
def _past_forms() -> frozenset[str]:
    """ "Ran", "stood", "came"."""
    return frozenset(form for _, *forms in rows("irregular_forms") for form in forms if not form.endswith("ing"))


@cache
def _opposite_states() -> Mapping[str, tuple[tuple[int, bool], ...]]:
    """A word for a state to the rows it stands in, and on which side."""
    found: dict[str, tuple[tuple[int, bool], ...]] = defaultdict(tuple)
    for number, row in enumerate(rows("opposite_states")):
        for first, side in zip((True, False), row, strict=True):
            for word in side.split():
                found[word] += ((number, first),)
    return dict(found)


@cache
def _light() -> frozenset[str]:
    """What nobody can look at, numbers and days, and casualties: nobody was hurt somewhere in every story."""
    hurt = (word for word, deed in table("figure_actions").items() if deed in ("killed", "injured"))
    counted = (row[0].casefold() for name in ("number_words", "weekdays") for row in rows(name))
    return frozenset(stem(word) for word in (*words("absent_nouns"), *hurt, *counted))
