"""Finds the mentions of a Doc: names, phrases for somebody who can act, and pronouns."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from generator.extract import attributes
from generator.extract.mentions import appositions, noun_phrases
from generator.extract.mentions.compact import Word, Words, begins_line, compact, ends_in_initials, span_of
from generator.extract.mentions.name_types import names_of
from generator.extract.mentions.names import Name
from generator.extract.mentions.nominals import Nominal, given_as_letters, nominals_of
from generator.lexicons import roles, words
from generator.model import Mention, Span
from generator.model.evidence import Function

_OPENING = ("“", '"', "«", "„")
# "A doctor | in the town of Dadu, | Ada Moss, said", "The head of the port authority | (HPA), | Ada Moss, said"
_WHERE = re.compile(
    r"(?: \([^()\n]{2,12}\))?(?: (?:at|for|from|in|of|with|who) [^,.;:()“”\"\n]{2,50})?, "
    r"(?:(?:the|a) )?(?:[A-Z][a-z]{1,4}\. |(?:His|Her) [A-Z][a-z]+ |(?:Father|Sister|Brother|Pastor|Rabbi|Imam) ){0,2}"
)
_NEAR = 40  # tokens between a phrase and the name it explains
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_OBJECTS = frozenset({"dobj", "iobj", "dative", "obj"})


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """The mentions in the prose of a Doc, in text order; a mention inside another one comes after it."""
    text = attributes.document_of(doc).text
    words, index = compact(doc)
    ranges, places = _sentences(doc, words, index)
    found = names_of(words, ranges)
    named = [_of_name(words, text, name, places) for name in found]
    others = [_of_nominal(words, text, nominal, places, found) for nominal in nominals_of(words, ranges, found)]
    others = [_before_its_name(text, mention, named) for mention in others]
    return tuple(sorted(named + others, key=lambda m: (m.span.start, -m.span.end, m.kind)))


def _sentences(
    doc: Doc, words: Words, index: dict[int, int]
) -> tuple[list[tuple[int, int]], dict[int, tuple[int, int]]]:
    """The prose as token ranges, and each token's sentence and block.

    A sentence the parser ended without a mark before a capital ("Petra | Novak won") goes on for its names.
    """
    ranges: list[tuple[int, int]] = []
    places: dict[int, tuple[int, int]] = {}
    last_block = -1
    for number, block, tokens in attributes.prose_sentences(doc):
        kept = [index[token.i] for token in tokens if token.i in index]
        first = kept[0]
        unfinished = first and (words[first - 1].is_alpha or ends_in_initials(words, first - 1))
        broken = ranges and ranges[-1][1] == first and block == last_block and not begins_line(words, first)
        if broken and unfinished and words[first].text[:1].isupper():
            words.starts[first] = False
            ranges[-1] = (ranges[-1][0], kept[-1] + 1)
        else:
            ranges.append((first, kept[-1] + 1))
        places.update((k, (number, block)) for k in kept)
        last_block = block
    return ranges, places


def _of_name(doc: Words, text: str, name: Name, places: dict[int, tuple[int, int]]) -> Mention:
    span = span_of(doc, name.start, name.end)
    role = next((part for part in (name.role, name.appositive) if part and not _relational(doc, part)), None)
    role_span = span_of(doc, *role) if role else None
    sentence, block = places[name.start]
    apposition: Span | None = None
    if name.role and doc[name.role[1]].text == ",":
        apposition = span_of(doc, noun_phrases.left_edge(doc, _head(doc, name.role)), name.role[1])
    return Mention(
        span=span,
        text=text[span.start : span.end],
        kind="name",
        type=name.type,
        head=doc[name.end - 1].text,
        number="plural" if name.type == "group" else "singular",
        gender=name.gender if name.type in ("person", "unknown") else "neuter",
        function=_function(doc[_syntactic_head(doc, name.start, name.end)]),
        sentence=sentence,
        block=block,
        role=text[role_span.start : role_span.end] if role_span else None,
        role_span=role_span,
        modifiers=_relation(doc, name),
        leaning=name.leaning,
        apposition_to=apposition,
    )


def _before_its_name(text: str, mention: Mention, names: list[Mention]) -> Mention:
    """ "The head of the inquiry in Leeds, Ada Moss, said": the phrase a name in apposition explains."""
    if mention.kind != "nominal" or mention.type != "person" or mention.number != "singular" or mention.apposition_to:
        return mention
    for name in names:
        role = name.role_span if name.role_span and name.role_span.start < name.span.start else name.span
        between = text[mention.span.end : role.start]
        # "The man who runs it, Ada Moss, said" is read as what she said
        beside = name.function == "apposition" or (name.function == "subject" and text.startswith(",", name.span.end))
        # "according to the host, Foreign Minister Ada Moss."
        beside = beside or (role != name.span and text.startswith((".", ";", ")"), name.span.end))
        if beside and name.type == "person" and _WHERE.fullmatch(between):
            return replace(mention, apposition_to=name.span)
    return mention


def _relational(doc: Words, role: tuple[int, int]) -> bool:
    return (noun := roles.noun(doc[_head(doc, role)].text)) is not None and noun.singular in words("relational_nouns")


def _relation(doc: Words, name: Name) -> tuple[str, ...]:
    """The words of a relation before a name ("Russian counterpart"), which is no office of his."""
    if name.role and _relational(doc, name.role):
        return tuple(doc[k].text for k in range(*name.role))
    return ()


def _head(doc: Words, part: tuple[int, int]) -> int:
    noun = noun_phrases.role_noun_in(doc, part)
    return noun.i if noun is not None else part[1] - 1


def _syntactic_head(doc: Words, start: int, end: int) -> int:
    """The token of the range whose governor lies outside it; letters after a name ("Tom Quill KC") belong to it."""
    while end < len(doc) and doc[end].lower_ in words("postnominals"):
        end += 1
    for k in range(start, end):
        if not start <= doc[k].head.i < end or doc[k].head.i == k:
            return k
    return end - 1


def _of_nominal(
    doc: Words, text: str, nominal: Nominal, places: dict[int, tuple[int, int]], names: tuple[Name, ...]
) -> Mention:
    span = span_of(doc, nominal.start, nominal.end)
    sentence, block = places[nominal.head]
    head = doc[nominal.head]
    apposition = _apposition(doc, nominal, names)
    held = appositions.role_in_clause(doc, head.i) if nominal.pronoun and apposition else None
    role_span = span_of(doc, *held) if held else None
    return Mention(
        span=span,
        text=text[span.start : span.end],
        kind="pronoun" if nominal.pronoun else "nominal",
        type=nominal.type,
        head=head.text,
        number=nominal.number,
        gender=nominal.gender,
        person=nominal.person,
        function=_function(head),
        sentence=sentence,
        block=block,
        modifiers=()
        if nominal.pronoun
        else tuple(doc[k].text for k in range(nominal.start, nominal.end) if k != nominal.head),
        role=text[role_span.start : role_span.end] if role_span else None,
        role_span=role_span,
        apposition_to=apposition,
    )


def _apposition(doc: Words, nominal: Nominal, names: tuple[Name, ...]) -> Span | None:
    """The name a nominal explains ("Sherman, the deputy secretary"), or the one "who" stands for."""
    if nominal.pronoun and doc[nominal.head].lower_ != "who":
        return None
    subject = _subject_it_is_said_of(doc, nominal)
    first = bisect_left(names, nominal.start - _NEAR, key=lambda name: name.start)
    for name in names[first:]:
        if name.start > nominal.end + _NEAR:
            break
        if nominal.pronoun:
            said = name.end <= nominal.head <= name.end + 1 and _only_comma(doc, name.end, nominal.head)
        elif name.appositive and name.appositive[0] - 1 <= nominal.start <= name.appositive[0]:
            # of "Sherman, the former executive's daughter" the executive is not said
            owner = any(token.tag_ == "POS" for token in doc[nominal.end : nominal.end + 1])
            said = nominal.head < name.appositive[1] and not owner
        elif name.role and nominal.head == _head(doc, name.role):
            said = nominal.end == name.role[1]
        elif name.type == "person" and nominal.end == name.end and nominal.head < name.start:
            # "the head of the institute Brigadier Ada Moss", but not "the lawyer of Mr Moss"
            first = name.start - (roles.noun(doc[name.start - 1].text) is not None or name.honorific)
            said = first < name.start and doc[first - 1].tag_ in ("NN", "NNP") and first - 1 > nominal.head
        elif nominal.type == name.type == "organisation" and doc[nominal.start].lower_ == "the":
            begins = nominal.end + (doc[nominal.end].text in _OPENING)  # "the company "Azov Shipping""
            said = nominal.head == nominal.end - 1 and name.start == begins
            said = said or given_as_letters(doc, nominal, name)
        else:
            said = subject is not None and name.start <= subject < name.end
        if said:
            return span_of(doc, name.start, name.end)
    return None


def _only_comma(doc: Words, start: int, end: int) -> bool:
    return start == end or (end == start + 1 and doc[start].text == ",")


def _subject_it_is_said_of(doc: Words, nominal: Nominal) -> int | None:
    """The subject in "Sherman is the deputy secretary", where that is stated plainly and is no view of it: not in "the
    claim that Norland was the aggressor"."""
    head = doc[nominal.head]
    if nominal.type == "person" and roles.noun(head.text) is None:
        return None
    if head.dep_ != "attr" or nominal.number != "singular" or doc[nominal.start].lower_ not in ("the", "a", "an"):
        return None
    verb = head.head
    if (
        verb.dep_ == "acl"
        or verb.lower_ not in ("is", "was", "'s", "’s")
        or any(c.dep_ in ("neg", "aux", "expl") for c in verb.children)
    ):
        return None
    return next((child.i for child in verb.lefts if child.dep_ == "nsubj"), None)


def _function(token: Word) -> Function:
    if token.dep_ in _SUBJECTS:
        return "subject"
    if token.dep_ in _OBJECTS:
        return "object"
    if token.dep_ == "pobj":
        return "subject" if token.head.dep_ == "agent" else "oblique"
    if token.dep_ == "poss":
        return "possessive"
    if token.dep_ == "appos":
        close = token.head.i < token.i and all(t.text[0].isalnum() for t in token.doc[token.head.i : token.i])
        return _function(token.head) if close else "apposition"  # "his rival Ada Moss said"
    if token.dep_ == "attr":
        return "attribute"
    if token.dep_ == "conj" and token.head.i < token.i:
        return _function(token.head)
    return "other"


@Language.factory("onrecord_mentions")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_mentions`: leaves its findings on `doc._.mentions`."""

    def component(doc: Doc) -> Doc:
        doc._.mentions = mentions(doc)
        return doc

    return component
