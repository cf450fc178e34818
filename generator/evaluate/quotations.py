"""How well quotations are found: their content, and who speaks.

Content is compared by its letters and digits alone, so that a quotation mark, a comma or a leading "that" inside or
outside decides nothing. Each stretch of a quotation in several pieces counts for itself, as in the evaluation of the
Gender Gap Tracker (Asr et al. 2021, PLoS ONE 16(1)) and of PolNeAR (Newell et al. 2018, LREC).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evaluate.counts import Counts, matched
from generator.evaluate.gold import GoldArticle
from generator.lexicons import words
from generator.model import Quotation, Span, SpokenText

# Below this overlap a found quotation is another one; above CLOSE a reader would call the two the same.
SAME, CLOSE = 0.3, 0.8

_PRONOUNS, _TITLES = words("evaluation_pronouns"), words("evaluation_titles")


@dataclass(frozen=True, slots=True)
class _Piece:
    letters: frozenset[int]
    mention: Span | None
    said_by: str
    name: str


def quotation_counts(article: GoldArticle, found: Sequence[Quotation], names: Mapping[str, str]) -> dict[str, Counts]:
    """The counts of one annotated article. `names`: actor id to name."""
    text = article.text
    gold = [p for q in article.quotations or () for p in _pieces(text, q.spans, q.speaker.mention, q.speaker.name)]
    ours = [
        piece
        for q in found
        for piece in _pieces(text, q.spans, q.speaker.mention, names.get(q.speaker.actor or "", q.speaker.name or ""))
    ]
    pairs = matched([p.letters for p in gold], [p.letters for p in ours])
    same = [(gold[i], ours[j]) for i, j, overlap in pairs if overlap >= SAME]

    def counts(right: int) -> Counts:
        return Counts(right, len(ours), len(gold))

    return {
        "quotations, content exact": counts(sum(overlap == 1 for *_, overlap in pairs)),
        "quotations, content close": counts(sum(overlap >= CLOSE for *_, overlap in pairs)),
        "quotations, speaker": counts(sum(_same_speaker(g, p) for g, p in same)),
        "quotations, full name": counts(sum(_same_name(g.name, p.name or p.said_by) for g, p in same)),
    }


def _pieces(text: str, spans: Sequence[Span], mention: SpokenText | None, name: str) -> Iterator[_Piece]:
    for span in spans:
        letters = _letters(text, span)
        if letters:
            yield _Piece(letters, mention.span if mention else None, mention.text if mention else "", name)


def _letters(text: str, span: Span) -> frozenset[int]:
    places = [i for i in range(span.start, span.end) if text[i].isalnum()]
    if len(places) > 4 and re.match(r"that[\s,]", text[places[0] : places[0] + 5], re.IGNORECASE):
        places = places[4:]
    return frozenset(places)


def _same_speaker(gold: _Piece, found: _Piece) -> bool:
    """The same words of the article, or the same name."""
    a, b = gold.mention, found.mention
    if a and b and a.start < b.end and b.start < a.end:
        return True
    if not _name(gold.said_by) <= _PRONOUNS and _same_name(gold.said_by, found.said_by):
        return True
    return _same_name(gold.name, found.name or found.said_by)


def _same_name(gold: str, found: str) -> bool:
    """Whether the words of one name hold those of the other; a pronoun is the same as itself only."""
    a, b = _name(gold), _name(found)
    if not a or not b or max(len(a), len(b)) > 20:  # a clause is no name
        return False
    if a <= _PRONOUNS or b <= _PRONOUNS:
        return a == b
    return a <= b or b <= a


def _name(text: str) -> frozenset[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    parts = re.findall(r"\w+", re.sub(r"['’]s\b", "", plain).replace(".", ""))
    return frozenset(p for p in parts if p not in _TITLES) or frozenset(parts)
