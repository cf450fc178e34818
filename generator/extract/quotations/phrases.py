"""Attributions without a verb: "according to the bank", "in Moscow's view", and the relays "as per", "based on"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from generator.extract.quotations.content import Range
from generator.extract.quotations.cues import could_speak
from generator.extract.quotations.noun_phrase import FINITE, Speaker, phrase
from generator.extract.quotations.pointing import points_back, sentence_before
from generator.extract.quotations.reading import Reading
from generator.lexicons import roles, rows, table, words
from generator.model import Span

FARTHEST_COMMA = 40
_GIVEN = frozenset({"information", "data", "figures", "statistics", "numbers", "estimates"})
LONGEST_APPOSITION = 6


@dataclass(frozen=True, slots=True)
class Aside:
    """An attributing phrase: its tokens, the words that make it one, who it names, and what it is about.

    `relay`: it names who passes something on rather than who says it. `leads`: it stands before what it is about.
    """

    tokens: Range
    cue: Span
    speaker: Speaker
    content: tuple[Range, ...]
    relay: bool
    leads: bool


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """First word to the phrases that begin with it, longest first, with whether they name a relay."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for text, role in rows("attribution_phrases"):
        parts = tuple(text.split())
        found.setdefault(parts[0], []).append((parts, role == "relay"))
    return {first: sorted(options, key=lambda o: -len(o[0])) for first, options in found.items()}


def asides(reading: Reading) -> Iterator[Aside]:
    """Every attributing phrase of the prose outside quoted passages, in text order."""
    table = _phrases()
    done = -1
    for token in reading.prose():
        if token.i <= done or token.lower_ not in (*table, "by") or reading.quote[token.i] >= 0:
            continue
        one = _aside(token, reading, table.get(token.lower_, [])) or _view(token, reading)
        if one is not None:
            done = one.tokens[1]
            yield one


def _aside(token: Token, reading: Reading, options: list[tuple[tuple[str, ...], bool]]) -> Aside | None:
    doc = reading.doc
    for parts, relay in options:
        last = token.i + len(parts) - 1
        if last + 1 >= len(doc) or any(doc[token.i + n].lower_ != part for n, part in enumerate(parts)):
            continue
        if relay and token.i > 0 and doc[token.i - 1].text not in (",", "—", "–", "-", "(", "”", '"'):
            continue
        source = _source(doc[last], last + 1)
        if source.tag_ in ("WP", "WDT"):
            return _relative(reading, token, source, " ".join(parts))
        speaker = phrase(source, reading, " ".join(parts))
        if speaker is None or (relay and not _can_relay(source)):
            continue
        return _about(reading, (token.i, last), speaker, relay)
    return None


def _relative(reading: Reading, token: Token, pronoun: Token, rule: str) -> Aside | None:
    """ "Nora Kelen, according to whom it is a fake, has seen it": she says the clause after it."""
    doc, (low, high) = reading.doc, reading.sentence_at(token.i)
    if token.i - low < 2 or doc[token.i - 1].text != "," or pronoun.i >= high:
        return None
    noun = doc[token.i - 2]
    speaker = phrase(noun, reading, rule) if noun.pos_ in ("NOUN", "PROPN") else None
    if speaker is None:
        return None
    commas = (i for i in range(pronoun.i + 1, high) if doc[i].text == "," and doc[i + 1].tag_ in FINITE)
    content = (pronoun.i + 1, next(commas, high + 1) - 1)
    return Aside((token.i, pronoun.i), reading.span(token.i, pronoun.i), speaker, (content,), False, False)


def _view(token: Token, reading: Reading) -> Aside | None:
    """ "in Moscow's view", "in his words", "by his account"."""
    if token.lower_ not in ("in", "by"):
        return None
    if token.lower_ == "by" and not (token.is_sent_start or token.nbor(-1).is_punct):
        return None  # "stands by her account"
    noun = next((c for c in token.children if c.dep_ == "pobj" and c.lower_ in words("views")), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None
    if noun is None or owner is None or table("views")[noun.lower_] not in ("", token.lower_):
        return None  # "in its latest version, the app shows adverts"
    if any(t.lower_ in words("platforms") for t in noun.subtree):
        return None  # "in her account on Twitter"
    speaker = phrase(owner, reading, "possessor of the view")
    return _about(reading, (token.i, noun.i), speaker, False) if speaker is not None else None


def _source(preposition: Token, at: int) -> Token:
    source = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp") and c.i > preposition.i), None)
    if source is not None and source.lower_ in _GIVEN:  # "according to information from | the ministry"
        giver = next((c for c in source.children if c.dep_ == "prep" and c.lower_ == "from"), None)
        given = next((c for c in giver.children if c.dep_ == "pobj"), None) if giver is not None else None
        source = given if given is not None and could_speak(given) else source
    if source is None:
        source = preposition.doc[at]
        while source.head.i > source.i and source.dep_ in ("compound", "det", "amod", "nmod", "poss", "case"):
            source = source.head
    return source


def _can_relay(source: Token) -> bool:
    """Whether a noun can pass a statement on: an outlet, a report, a person; not "based on price"."""
    return (
        source.ent_type_ in ("ORG", "PERSON", "NORP", "GPE")
        or source.lower_ in words("speaking_documents")
        or source.lower_ in words("news_outlets")
        or source.lower_ in words("speaking_people")
    )


def _about(reading: Reading, cue: Range, speaker: Speaker, relay: bool) -> Aside:
    """The phrase with the parts of its sentence that it attributes."""
    doc = reading.doc
    low, high = reading.sentence_at(cue[0])
    last = cue[1]
    while last + 1 <= high and doc[last + 1].idx < speaker.span.end:
        last += 1
    parted = [i for i in range(low, high) if doc[i].text == ";" and reading.quote[i] < 0]
    low = max([low, *(i + 1 for i in parted if i < cue[0])])
    high = min([high, *(i - 1 for i in parted if i > cue[1])])
    leads = cue[0] - low <= 1
    relative = cue[0] > 0 and doc[cue[0] - 1].lower_ in ("which", "who", "that") and last < high
    after = (last + 1, high)
    if relative:  # "an attack, which according to the police could come soon"
        content: tuple[Range, ...] = (_antecedent(doc[cue[0] - 1]), after)
    elif leads:
        commas = (i for i in range(last + 1, min(high, last + FARTHEST_COMMA) + 1) if doc[i].text == ",")
        comma = next(commas, None)
        if comma is not None and _begun_without(doc, last + 1, comma):
            comma = None
        further = _apposition(reading, comma, high)
        if further is not None:  # "according to the director, Olivier Hack, every tyre …"
            comma, speaker = (
                further,
                Speaker(
                    Span(speaker.span.start, doc[further - 1].idx + len(doc[further - 1])), speaker.rule, speaker.head
                ),
            )
        content = ((comma + 1 if comma is not None else last + 1, high),)
    else:
        start = _bracket(reading, low, cue[0])
        content = ((start, cue[0] - 1),)
        quoted = reading.quote[after[0] + 1] if after[0] < high and reading.quote[low] < 0 else -1
        if quoted >= 0:  # "It was, in her words, | “a correction”"
            content = (*content, reading.ranges[quoted])
        elif points_back(reading, content[0]):  # "The yard could close. That’s according to the union."
            content = sentence_before(reading, low)
        elif start == low and _goes_on(reading, (low, cue[0] - 1), after):
            content = (*content, after)
    return Aside((cue[0], last), reading.span(*cue), speaker, content, relay, leads)


def _begun_without(doc: Doc, first: int, comma: int) -> bool:
    """Whether the clause begins right behind the phrase: "In her account | he was dismissed in June, a day later"."""
    verb = next((t for t in doc[first:comma] if t.tag_ in FINITE), None)
    return verb is not None and not any(t.tag_ in ("WP", "WDT", "WRB") or t.dep_ == "relcl" for t in doc[first:comma])


def _apposition(reading: Reading, comma: int | None, high: int) -> int | None:
    """The comma that closes a name or a post set beside who is named before one; None where a clause begins at once."""
    if comma is None:
        return None
    doc, at = reading.doc, comma + 1
    closing = next((i for i in range(at, min(high, at + LONGEST_APPOSITION) + 1) if doc[i].text == ","), None)
    if closing is None or closing == at or any(t.pos_ in ("VERB", "AUX") for t in doc[at:closing]):
        return None
    named = all(t.tag_ == "NNP" for t in doc[at:closing])
    post = doc[at].tag_ == "DT" and doc[at - 2].tag_ == "NNP" and roles.noun(doc[closing - 1].text) is not None
    rest = any(t.tag_ in FINITE for t in doc[closing : high + 1])
    return closing if (named or post) and rest else None


def _antecedent(relative: Token) -> Range:
    """What a relative pronoun stands for, else the pronoun itself."""
    clause = relative
    while clause.dep_ != "relcl" and clause.head.i != clause.i:
        clause = clause.head
    noun = clause.head
    if clause.dep_ != "relcl" or noun.i >= relative.i:
        return relative.i, relative.i
    return max(noun.left_edge.i, relative.sent.start), relative.i - 1


def _bracket(reading: Reading, low: int, at: int) -> int:
    """After the bracket or semicolon the phrase stands behind, else the start of its sentence."""
    for i in range(at - 1, low, -1):
        text = reading.doc[i].text
        if text == ")":
            return low
        if text in ("(", ";") and reading.quote[i] < 0:
            return i + 1
    return low


def _goes_on(reading: Reading, before: Range, after: Range) -> bool:
    """Whether the sentence needs what follows the phrase: no verb yet, or a second verb of the same subject."""
    doc = reading.doc
    if after[1] - after[0] < 2 or doc[after[0]].text not in (",", "—", "–"):
        return False
    if not any(doc[i].tag_ in FINITE for i in range(before[0], before[1] + 1)):
        # "The payroll, according to the report, shrank by a third": taken for a participle
        return doc[after[0] + 1].tag_ == "VBN" or any(t.tag_ in FINITE for t in doc[after[0] : after[1] + 1])
    second = next((i for i in range(after[0] + 1, after[1] + 1) if doc[i].tag_ in FINITE), None)
    return doc[after[0] + 1].lower_ in ("and", "but") and second is not None and second <= after[0] + 4
