"""Which way a bare weekday, month or day points: the tense of the verb it hangs on, and the words around it."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from generator.lexicons import table

_WILL = frozenset({"will", "'ll", "’ll"})
MODALS = _WILL | frozenset({"wo", "shall", "'d", "would", "should", "must", "can", "ca", "may", "might", "could"})
_PERFECT = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_WAS = frozenset({"was", "were", "been"})
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "be", "being"})
_GRANTING = frozenset({"had", "has", "have", "gave", "given", "gives", "give"})
_REPORTS = frozenset({"says", "say", "reports", "according"})
_AHEAD = frozenset({"until", "till", "ahead"})
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB", "VBG", "MD"})
_FORWARD = frozenset({"future", "plan"})
_HEIGHT = 8
_SIGHT = 40


@dataclass(frozen=True, slots=True)
class Direction:
    """`sign` is 1 for what is to come, -1 for what is past, 0 when nothing tells. `cue` is the words that told.

    A `timetable` is the present tense: with a weekday it speaks of what is to come ("the talks start Monday").
    It is `direct` when the expression hangs on the verb itself, not on a noun below it.
    """

    sign: int
    cue: str = ""
    timetable: bool = False
    direct: bool = False


class Tokens:
    """Finds the token that stands at an offset of the document's text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = list(map(int, doc.to_array("IDX").tolist()))

    def at(self, offset: int) -> Token | None:
        i = bisect_right(self._starts, offset) - 1
        return self.doc[i] if i >= 0 else None

    def between(self, start: int, end: int) -> list[Token]:
        first = max(bisect_right(self._starts, start) - 1, 0)
        return [t for t in self.doc[first : bisect_right(self._starts, end - 1)] if t.idx + len(t) > start]


def direction(tokens: list[Token]) -> Direction:
    """The direction of the expression that these tokens make up, from the words that govern it."""
    if not tokens:
        return Direction(0)
    inside = {t.i for t in tokens}
    token = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[-1])
    ahead = ""
    for step in range(_HEIGHT):
        above = token.head
        if token.lower_ in _AHEAD:
            ahead = token.text
        if above.i == token.i:
            break
        through, token = token.tag_, above
        if token.tag_ in _VERBS and token.i not in inside:
            found = _of_verb(token)
            if _asked_for(token, tokens[0]):
                return Direction(1, token.text if token.lower_.startswith("promis") else f"{token.text} for")
            if ahead and _looks_ahead(ahead, token, tokens[0], found):
                return Direction(1, ahead)
            if found.sign < 0 and "would" in found.cue.lower().split() and _from(tokens[0]):
                # "A strike that would have closed the port from Monday": what did not begin was still to begin.
                return Direction(1, f"{found.cue} … from")
            if _possesses(tokens[-1]):
                return _of_possessor(found)
            return replace(found, direct=step == 0 or (step == 1 and through == "IN"))
    return Direction(1, ahead) if ahead else _beside(tokens)


def _looks_ahead(cue: str, verb: Token, first: Token, found: Direction) -> bool:
    """`extended it until Monday` looks ahead; `until Monday, they had` and `stayed until Monday` do not."""
    if first.i < verb.i or any(t.dep_ == "neg" for t in verb.children):
        return False
    if verb.lower_ in _GRANTING and cue.lower() != "ahead":
        return True  # "said that the envoy had until Sunday", "was given until Sunday"
    if verb.tag_ == "VBN" and any(t.lower_ in ("has", "have") for t in verb.children):
        return True  # "has sold everything until June", "has been closed until Monday"
    return cue.lower() == "ahead" or found.sign >= 0 or table("tense_cues").get(verb.lower_) == "defer"


def _from(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ == "from"


def _possesses(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"


def _of_possessor(found: Direction) -> Direction:
    """`Tuesday's ruling` is past whatever the tense of the sentence, unless its verb itself is in the future."""
    will = set(found.cue.lower().split()) & (_WILL | _AHEAD)
    return found if found.sign < 0 or will else Direction(0)


def _beside(tokens: list[Token]) -> Direction:
    """Where the parse gives no verb above: the nearest verb of the sentence."""
    inside = {t.i for t in tokens}
    verbs = [t for t in _around(tokens) if t.tag_ in ("VBD", "MD", "VBZ", "VBP") and t.i not in inside]
    if not verbs:
        return Direction(0)
    nearest = min(verbs, key=lambda t: (abs(t.i - tokens[0].i), t.i))
    found = _of_verb(nearest.head if nearest.tag_ == "MD" and nearest.dep_ == "aux" else nearest)
    return Direction(found.sign, found.cue)


def _around(tokens: list[Token]) -> list[Token]:
    """The tokens of the sentence, as far as a verb may stand from the expression it belongs to."""
    doc = tokens[0].doc
    start, end = tokens[0].i, tokens[-1].i + 1
    while start > 0 and not doc[start].is_sent_start and tokens[0].i - start < _SIGHT:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and end - tokens[-1].i < _SIGHT:
        end += 1
    return list(doc[start:end])


def _asked_for(verb: Token, first: Token) -> bool:
    """Whether a date is that of what somebody calls for or promises: "has called for a march on Saturday", "promised
    the results by Wednesday"."""
    before = first.nbor(-1).lower_ if first.i else ""
    if verb.lower_.startswith("promis"):
        return before in ("by", "until", "from") and any(c.dep_ == "dobj" and c.i < first.i for c in verb.children)
    if not verb.lower_.startswith("call") or before not in ("on", "from", "by", "until"):
        return False
    return any(c.lower_ == "for" and any(verb.i < o.i < first.i for o in c.children) for c in verb.children)


def _of_verb(verb: Token, depth: int = 0) -> Direction:
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    names = [t.lower_ for t in helpers]
    phrase = " ".join([t.text for t in helpers if t.i < verb.i] + [verb.text])
    cues = table("tense_cues")
    if any(n in MODALS for n in names):
        past = verb.tag_ == "VBN" and "have" in names and not _WILL & set(names)
        return Direction(-1 if past else 1, phrase)
    if verb.tag_ == "MD":
        return Direction(1, phrase)
    if cues.get(verb.lower_) == "plan":
        return Direction(1, phrase)
    if "to" in names:
        return _infinitive(verb, phrase, depth)
    if verb.tag_ == "VBD":
        return _due(verb, phrase) or Direction(-1, phrase)
    if verb.tag_ == "VBN":
        if any(n in _IS for n in names) and not any(n in _PERFECT | _WAS for n in names):
            return Direction(1 if cues.get(verb.lower_) in _FORWARD else 0, phrase)
        if not helpers and depth < 3 and verb.dep_ in ("acl", "conj", "advcl", "relcl"):
            if cues.get(verb.lower_) in _FORWARD:
                return Direction(1, phrase)
            return Direction(-1, phrase) if verb.dep_ != "conj" else _of_verb(verb.head, depth + 1)
        return Direction(1 if cues.get(verb.lower_) in _FORWARD and not _PERFECT & set(names) else -1, phrase)
    if verb.tag_ == "VBG":
        if any(n in _IS for n in names):
            return Direction(1 if verb.lower_ == "going" else 0, phrase, timetable=True)
        if any(n in _WAS | _PERFECT for n in names):
            return Direction(-1, phrase)
        if verb.head.i != verb.i and depth < 3:
            above = next((a for a in verb.ancestors if a.tag_ in _VERBS), None)
            return replace(_of_verb(above, depth + 1), timetable=False) if above is not None else Direction(0, phrase)
        return Direction(0, phrase)
    if any(n in ("did", "had") for n in names):
        return Direction(-1, phrase)
    if verb.lower_ in _REPORTS:
        return Direction(-1, phrase)
    if verb.tag_ in ("VBZ", "VBP") and cues.get(verb.lower_) == "schedule":
        return Direction(1, phrase)
    return _due(verb, phrase) or Direction(
        0, phrase, timetable=verb.tag_ in ("VBZ", "VBP") and verb.lower_ not in _PERFECT
    )


def _due(verb: Token, phrase: str) -> Direction | None:
    """`is due on Friday`, `was scheduled for Friday`: a planning word below the verb."""
    cues = table("tense_cues")
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd", "xcomp") and cues.get(child.lower_) in _FORWARD:
            return Direction(1, f"{phrase} {child.text}")
    return None


def _infinitive(verb: Token, phrase: str, depth: int) -> Direction:
    cues = table("tense_cues")
    above = verb.head
    if above.lower_ in ("able", "unable") and above.dep_ == "acomp" and depth < 3:
        # "was able to visit" is as past as "visited"
        return replace(_of_verb(above.head, depth + 1), timetable=False)
    kind = cues.get(above.lower_)
    planned_once = any(t.lower_ == "had" or t.lower_ == "been" for t in above.children if t.dep_.startswith("aux"))
    if planned_once or (kind == "past" and above.tag_ in ("VBD", "VBN")):
        return Direction(-1, f"{above.text} {phrase}")
    if verb.dep_ in ("acl", "relcl") and kind is None:
        # "a decision to meet in June" may be of last June; with a weekday it is mostly of the coming one.
        return Direction(0, f"{above.text} {phrase}", timetable=True)
    if verb.dep_ == "advcl" and above.tag_ in _VERBS and depth < 3 and kind is None:
        return _of_verb(above, depth + 1)
    return Direction(1, f"{above.text} {phrase}" if above.i < verb.i else phrase)
