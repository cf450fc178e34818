"""One utterance that two articles quote in words that do not mean the same; conflicts without ids."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, takewhile

from generator.corroborate.ids import words_at
from generator.corroborate.wording import Wording, clip, wording
from generator.lexicons import any_of, words
from generator.model import Conflict, ConflictSide, Copies, Evidence, QuotationMention, Statement

_SENTENCE = re.compile(r"[.!?;:]+[\"'”’]*\s+")
CLAUSE = re.compile(
    r"[,.;:!?()–—]+|\b(?:but|and|or|because|which|who|(?<!of )(?<!in )(?<!on )that|rather than|instead of)\b", re.I
)
# "I did not know until I read it" says that one knows.
_NOT_UNTIL = re.compile(r"\b(?:did|do|does|had|could) not\b[^.;]*\b(?:until|till)\b", re.I)
# Of two sentences of one utterance so many content words of the shorter stand in the other; and so much of the longer
# stands in both, in the same order, where one word is another. With these 8 of 13 differences were found in the 15 gold
# collections and 24 pairs of short articles with nothing besides, and in four of real articles one and a translation.
_ALIKE, _KEPT = 0.5, 0.5
# Words in common from which two sentences are of one thing.
_SEVERAL = 2
# Words from which two begin alike, and the most that may follow: more is another clause.
_BEGUN, _TAIL = 4, 6
# What bounds a denial to some case or time.
_BOUNDS = frozenset(
    {"under", "without", "at", "before", "until", "unless", "if", "while", "when", "for", "during", "as"}
)
_NOW = frozenset({"this", "today", "yet"})
_AGAIN = frozenset({"again", "ever", "anymore", "more"})
_TRANSLATED = "machine_translated"
# "Is not a delay". Of 152 collections marked, another word than what something is tells one planted conflict ("I sold
# people a story", "a lie") and nothing besides; of six ordinary pairs of two things told, made for a review, all six.
_BE = frozenset({"is", "are", "was", "were", "be", "been", "am"})
_BETWEEN = frozenset({"a", "an", "the", "not", "now", "still", "only", "just", "really", "very", "so", "too"})
_MARKED = re.compile(r"[“\"‘«„](?P<words>[^“”\"‘«»„]+)[”\"’»“]")
# Letters from which two words are forms of one.
_FORMS = 4


def requoted(
    evidence: Sequence[Evidence],
    statements: Sequence[Statement],
    ids: Mapping[tuple[str, int], str],
    copied: Sequence[Copies],
    found: Sequence[Conflict],
) -> Iterator[Conflict]:
    """Statements that two articles quote word for word, each in other words: denied and not, softened and not, or with
    another word at the same place. Copies and damaged texts change words without meaning it, and are left out; so are
    quotations that stand in a conflict already `found`. Of what a machine translated only a denial counts, of words cut
    out of a sentence only another word."""
    known = {id_ for c in found if c.kind == "wording" for side in c.sides for id_ in side.evidence}
    copies = {source: group.original for group in copied for source in group.sources}
    texts = {
        ids[(e.document.id, i)]: (
            copies.get(e.document.id, e.document.id),
            said,
            bool(e.document.quality),
            q.kind == "direct",
        )
        for e in evidence
        if not set(e.document.quality) - {_TRANSLATED}
        for i, q in enumerate(e.quotations)
        if "headline" not in q.flags and (said := _word_for_word(e, q))
    }
    for statement in statements:
        told = [(id_, *texts[id_]) for id_ in statement.quotations if id_ in texts and id_ not in known]
        for one, other in combinations(told, 2):
            unlike = _denied_or_not if one[3] or other[3] else _differ if one[4] and other[4] else _other_word
            if one[1] != other[1] and any(unlike(a, b) for a, b in _sentences(one[2], other[2])):
                yield Conflict(
                    id="",
                    kind="wording",
                    what=clip(one[2]),
                    sides=(ConflictSide(one[2], (one[0],)), ConflictSide(other[2], (other[0],))),
                    note="Quoted in words that do not mean the same; one may be shortened or translated.",
                )
                break


def _word_for_word(e: Evidence, quotation: QuotationMention) -> str:
    """What a quotation gives in the speaker's own words: all of it, or what of it stands in quotation marks; nothing
    where that is little."""
    text = words_at(e.document.text, quotation.spans)
    if quotation.kind == "direct":
        return text
    marked = _MARKED.search(text) if quotation.kind == "mixed" else None
    return marked["words"] if marked and len(wording(marked["words"]).tokens) > _SEVERAL else ""


def _sentences(one: str, other: str) -> Iterator[tuple[str, str]]:
    """The sentences of one text with the nearest of the other."""
    theirs = [s for s in _SENTENCE.split(other) if s.strip()]
    for mine in _SENTENCE.split(one):
        here = wording(mine).content
        nearest = max(theirs, key=lambda s: len(here & wording(s).content), default="")
        if here & wording(nearest).content:
            yield mine, nearest


def _differ(one: str, other: str) -> bool:
    """Whether two sentences that are much alike do not mean the same."""
    first, second = wording(one), wording(other)
    if not _alike(first, second):
        return False
    softened = len(first.content & second.content) >= _SEVERAL and _softened(first, second)
    turned = _of_one_thing(first, second) and (_turned(one, other) or _turned(other, one))
    return softened or turned or _bounded(first, second) or _replaced(first, second)


def _other_word(one: str, other: str) -> bool:
    """Whether two sentences, of which one may be cut short, are much alike but for a word."""
    first, second = wording(one), wording(other)
    return _alike(first, second) and _replaced(first, second)


def _denied_or_not(one: str, other: str) -> bool:
    """Whether of two sentences much alike, of which somebody translated one, one denies and the other does not, or one
    denies for some case alone."""
    first, second = wording(one), wording(other)
    turned = _of_one_thing(first, second) and _denies(one) != _denies(other)
    return _alike(first, second) and (turned or _bounded(first, second))


def _alike(one: Wording, other: Wording) -> bool:
    return len(one.content & other.content) >= _ALIKE * min(len(one.content), len(other.content))


def _of_one_thing(one: Wording, other: Wording) -> bool:
    return len(one.content & other.content) >= min(_SEVERAL, len(one.content), len(other.content))


def _bounded(one: Wording, other: Wording) -> bool:
    """Whether two begin with the same denial, which one of them or each goes on to bound: "We will not leave under
    threats", "We will not leave"; "I will not play here this season", "I will not play here again"."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.tokens, other.tokens, strict=False)))
    if same < _BEGUN or words("negations").isdisjoint(one.tokens[:same]):
        return False
    if not one.content.intersection(one.stems[:same]):
        return False
    tails = [read.tokens[same:] for read in (one, other)]
    if max(map(len, tails)) > _TAIL:
        return False
    return any(tail[:1] and (tail[0] in _BOUNDS | _NOW or tail[-1] in _AGAIN) for tail in tails)


def _turned(one: str, other: str) -> bool:
    """Whether one denies a word that the other has and does not deny."""
    (affirmed, denied), (affirms, denies) = polarity(one), polarity(other)
    return bool((denied - affirmed) & (affirms - denies))


def polarity(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The content stems of the clauses without a negation, and of those with one."""
    affirmed: set[str] = set()
    denied: set[str] = set()
    for clause in CLAUSE.split(text):
        (denied if _denies(clause) else affirmed).update(wording(clause).content)
    return frozenset(affirmed), frozenset(denied)


def _denies(text: str) -> bool:
    tokens = wording(_NOT_UNTIL.sub("", text)).tokens
    return any(t in words("negations") or t.endswith("n't") for t in tokens)


def _softened(one: Wording, other: Wording) -> bool:
    """Whether one has a word that makes less of what both say, and the other has none."""
    soft = [_softening().search(" ".join(read.tokens)) is None for read in (one, other)]
    return soft[0] != soft[1]


@cache
def _softening() -> re.Pattern[str]:
    return re.compile(r"\b" + any_of(map(re.escape, words("softening_words"))) + r"\b")


def _replaced(one: Wording, other: Wording) -> bool:
    """Whether another word stands at one place, between the same words or after them at the end of both; where several
    do, somebody translated."""
    changes = SequenceMatcher(None, one.stems, other.stems, autojunk=False).get_opcodes()
    kept = sum(b - a for kind, a, b, _, _ in changes if kind == "equal")
    if kept < _KEPT * max(len(one.stems), len(other.stems)):
        return False
    common = one.content & other.content
    apart = []
    for kind, a, b, c, d in changes:
        mine = [stem for stem in one.stems[a:b] if stem in one.content - common]
        theirs = [stem for stem in other.stems[c:d] if stem in other.content - common]
        if kind != "equal" and (mine or theirs):
            apart.append((a, b, c, d, mine, theirs))
    if len(apart) != 1:
        return False
    a, b, c, d, mine, theirs = apart[0]
    if not (a and c and mine and theirs) or any(m[:_FORMS] == t[:_FORMS] for m in mine for t in theirs):
        return False
    return _is_said_of(one, a, b, common) and _is_said_of(other, c, d, common)


def _is_said_of(read: Wording, start: int, end: int, common: frozenset[str]) -> bool:
    """Whether words tell what something is: "is a *delay* for our town", "a systematic *lapse*". Who thanks the nurses
    and the firefighters, or says that the road is closed and the bridge, said both; and a day is both sad and dark."""
    leading = zip(read.tokens[:start], read.stems[:start], strict=True)
    before = [token for token, stem in leading if token not in _BETWEEN and stem not in common]
    if not before:  # words cut out of a sentence
        is_ = read.tokens[0] in ("a", "an") and _BE.isdisjoint(read.tokens)
    else:
        is_ = before[-1] in _BE or before[-1].endswith(("'s", "'re", "'m"))
    return is_ and (end == len(read.stems) or read.stems[end] not in read.content)
