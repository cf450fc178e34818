"""How well quotations are found: their content, and who speaks.

Content is compared by its letters and digits alone, so that a quotation mark, a comma or a leading "that" inside or
outside decides nothing. Each stretch of a quotation in several pieces counts for itself, as in the evaluation of the
Gender Gap Tracker (Asr et al. 2021, PLoS ONE 16(1)) and of PolNeAR (Newell et al. 2018, LREC).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evaluate.counts import Counts, Pair, jaccard, matched
from generator.evaluate.gold import GoldArticle
from generator.lexicons import words
from generator.model import Quotation, Span, SpokenText
from generator.model.evidence import Certainty

# Below this overlap a found quotation is another one; above CLOSE a reader would call the two the same.
SAME, CLOSE = 0.3, 0.8

_PRONOUNS, _TITLES = words("evaluation_pronouns"), words("evaluation_titles")


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    letters: frozenset[int]
    mention: Span | None
    said_by: str
    name: str
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The quotations of an article beside those a person marked: what there is, what was found, which are the same."""

    text: str
    gold: tuple[_Piece, ...]
    found: tuple[_Piece, ...]
    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, article: GoldArticle, found: Sequence[Quotation], names: Mapping[str, str]) -> "Comparison":
        """Compare what was found in an annotated article. `names`: actor id to name."""
        text = article.text
        marked = [(q, _pieces(text, q.spans, q.speaker.mention, q.speaker.name)) for q in article.quotations or ()]
        gold = [piece for q, pieces in marked if not q.optional for piece in pieces]
        optional = [piece.letters for q, pieces in marked if q.optional for piece in pieces]
        named = ((q, names.get(q.speaker.actor or "", q.speaker.name or "")) for q in found)
        ours = [piece for q, name in named for piece in _pieces(text, q.spans, q.speaker.mention, name, q.certainty)]
        ours = [piece for piece in ours if not _free(piece, gold, optional)]
        pairs = matched([p.letters for p in gold], [p.letters for p in ours])
        return cls(text, tuple(gold), tuple(ours), tuple(p for p in pairs if p.overlap >= SAME))

    def counts(self) -> dict[str, Counts]:
        """What was found and is right, by what right means."""
        same = [(self.gold[p.gold], self.found[p.found]) for p in self.pairs]
        right = {
            "content exact": sum(p.overlap == 1 for p in self.pairs),
            "content close": sum(p.overlap >= CLOSE for p in self.pairs),
            "speaker": sum(_same_speaker(g, f) for g, f in same),
            "full name": sum(_same_name(g.name, f.name or f.said_by) for g, f in same),
        }
        return {f"quotations, {what}": Counts(n, len(self.found), len(self.gold)) for what, n in right.items()}

    def certainty(self) -> dict[str, Counts]:
        """By grade: how many were found, and how many of them are close in content and have the speaker's full name."""
        right = {
            p.found
            for p in self.pairs
            if p.overlap >= CLOSE
            and _same_name(self.gold[p.gold].name, self.found[p.found].name or self.found[p.found].said_by)
        }
        counts: dict[str, Counts] = {}
        for j, piece in enumerate(self.found):
            if piece.certainty is not None:
                counts[piece.certainty] = counts.get(piece.certainty, Counts()) + Counts(int(j in right), 1)
        return counts

    def differences(self) -> Iterator[str]:
        """A line for everything missed, found too much, cut otherwise or credited to somebody else."""
        gold, found = {p.gold for p in self.pairs}, {p.found for p in self.pairs}
        for i, piece in enumerate(self.gold):
            if i not in gold:
                yield f"missed: {self._words(piece)}, by {piece.name}"
        for j, piece in enumerate(self.found):
            if j not in found:
                yield f"too much: {self._words(piece)}, by {piece.name or piece.said_by or 'nobody'}"
        for pair in self.pairs:
            g, f = self.gold[pair.gold], self.found[pair.found]
            if pair.overlap < 1:
                yield f"cut otherwise: {self._words(f)}, annotated {self._words(g)}"
            if not _same_name(g.name, f.name or f.said_by):
                yield f"speaker: {f.name or f.said_by or 'nobody'}, annotated {g.name}, of {self._words(g)}"

    def _words(self, piece: _Piece) -> str:
        return repr(self.text[piece.span.start : piece.span.end])


def _pieces(
    text: str, spans: Sequence[Span], mention: SpokenText | None, name: str, certainty: Certainty | None = None
) -> list[_Piece]:
    place, said_by = (mention.span, mention.text) if mention else (None, "")
    lettered = ((span, _letters(text, span)) for span in spans)
    return [_Piece(span, letters, place, said_by, name, certainty) for span, letters in lettered if letters]


def _free(piece: _Piece, gold: Sequence[_Piece], optional: Sequence[frozenset[int]]) -> bool:
    """Whether what was found is an optional quotation, and no other."""
    if any(jaccard(piece.letters, g.letters) >= SAME for g in gold):
        return False
    return any(len(piece.letters & o) >= SAME * min(len(piece.letters), len(o)) for o in optional)


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
