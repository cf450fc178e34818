"""The words of a Doc without its white-space tokens, for walking from word to word.

spaCy makes a token of every unusual space (no-break, doubled, line end). Pasted pages are full of them,
and each would hide a word from its neighbour. Plain objects, because mentions are found by looking at each word again
and again, and spaCy makes a new Token at every look.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from generator.extract.attributes import document_of
from generator.model import Document, Span

_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
_FRENCH = frozenset({"Mme", "Mmes", "Mlle", "MM.", "Mme."})
_SHORT_LINE = 45  # characters; hard-wrapped prose has longer lines


@dataclass(slots=True, eq=False, repr=False)
class Word:
    """What spaCy's token says; `i`, `head` and `children` are among the words that are kept."""

    doc: "Words"
    i: int
    text: str
    lower_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    token: Token
    head: "Word" = field(init=False)
    children: list["Word"] = field(default_factory=list)

    def nbor(self, by: int) -> "Word":
        """The word so many further on; raises IndexError where there is none."""
        if self.i + by < 0:
            raise IndexError(self.i + by)
        return self.doc[self.i + by]

    @property
    def lefts(self) -> list["Word"]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def pos_(self) -> str:
        """The universal part of speech."""
        return str(self.token.pos_)

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return bool(self.token.is_alpha)

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark."""
        return bool(self.token.is_punct)

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return bool(self.token.is_quote)

    @property
    def is_upper(self) -> bool:
        """Whether its letters are capitals."""
        return bool(self.token.is_upper)


class Words(list[Word]):
    """The words of a Document; `offsets` is where each begins in the text, `starts` whether a sentence begins at it.

    `french`: whether "M." is a form of address in it, as in a text that says "Mme" or that a machine translated.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.offsets: list[int] = []
        self.starts: list[bool] = []
        self.french = "machine_translated" in document.quality


def compact(doc: Doc) -> tuple[Words, dict[int, int]]:
    """The words of a Doc, and where each of its tokens went."""
    words = Words(document_of(doc))
    tokens = list(doc)
    sentences = {sentence.start for sentence in doc.sents}
    index: dict[int, int] = {}
    pending = False
    for at, token in enumerate(tokens):
        pending = pending or at in sentences
        if token.is_space:
            if words:
                words[-1].whitespace_ = " "
            continue
        index[at] = k = len(words)
        kind = token.ent_type_
        iob = token.ent_iob_ if kind else "O"
        space = " " if token.whitespace_ else ""
        words.append(Word(words, k, token.text, token.lower_, token.tag_, token.dep_, kind, iob, space, token))
        words.offsets.append(token.idx)
        words.starts.append(pending)
        pending = False
    for word in words:
        words.french = words.french or word.text in _FRENCH
        head = word.token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        word.head = words[index.get(head.i, word.i)]
        if word.head is not word:
            word.head.children.append(word)
    return words, index


def written(words: Iterable[Word]) -> str:
    """The text of neighbouring words, with a space where there is any."""
    return "".join([word.text + word.whitespace_ for word in words]).removesuffix(" ")


def span_of(doc: Words, start: int, end: int) -> Span:
    """The characters of a range of words, in the document's text."""
    return Span(doc.offsets[start], doc.offsets[end - 1] + len(doc[end - 1].text))


def sentence_start(doc: Words, at: int) -> int:
    """The first word of the sentence a word stands in."""
    while at > 0 and not doc.starts[at]:
        at -= 1
    return at


def sentence_end(doc: Words, at: int) -> int:
    """The word after the last one of the sentence a word stands in."""
    at += 1
    while at < len(doc) and not doc.starts[at]:
        at += 1
    return at


def begins_line(doc: Words, at: int) -> bool:
    """Whether a short line of its own ends before a word: "The far bank", and below it "Sofia Moss, the mayor, …"."""
    line = doc.document.text[: doc.offsets[at]].rstrip(" \t")
    return line.endswith("\n") and 0 < len(line.rstrip().rpartition("\n")[2]) < _SHORT_LINE


def ends_in_initials(doc: Words, at: int) -> bool:
    """Whether a sentence does not end here, but a name begins: "K.S. | Venkatesh", and "A. | Moss" on a line below."""
    word = doc[at].text
    return _INITIALS.fullmatch(word) is not None or (word[1:] == "." and begins_line(doc, at))
