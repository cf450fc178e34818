"""A Doc without its white-space tokens, for walking from word to word.

spaCy makes a token of every unusual space (no-break, doubled, line end). Pasted pages are full of them,
and each would hide a word from its neighbour.
"""

from spacy.tokens import Doc

from generator.extract.attributes import document_of
from generator.model import Span


def compact(doc: Doc) -> tuple[Doc, dict[int, int]]:
    """A Doc with the same words, tags, parse and entities, and where each token of the old one went.

    The offset each word has in the old Doc is kept; `span_of` reads it.
    """
    kept = [token for token in doc if not token.is_space]
    index = {token.i: k for k, token in enumerate(kept)}
    heads = []
    for token in kept:
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        heads.append(index.get(head.i, index[token.i]))
    sentences = {sentence.start: True for sentence in doc.sents}
    starts: list[bool] = []
    pending = False
    for token in doc:
        pending = pending or token.i in sentences
        if token.i in index:
            starts.append(pending)
            pending = False
    words = [token.text for token in kept]
    following = [doc[token.i + 1].is_space if token.i + 1 < len(doc) else False for token in kept]
    result = Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) or after for token, after in zip(kept, following, strict=True)],
        tags=[token.tag_ for token in kept],
        pos=[token.pos_ for token in kept],
        deps=[token.dep_ for token in kept],
        heads=heads,
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in kept],
    )
    result._.document = document_of(doc)
    result.user_data["offsets"] = [token.idx for token in kept]
    result.user_data["starts"] = starts
    return result, index


def span_of(doc: Doc, start: int, end: int) -> Span:
    """The characters of a token range of a compact Doc, in the document's text."""
    offsets: list[int] = doc.user_data["offsets"]
    return Span(offsets[start], offsets[end - 1] + len(doc[end - 1].text))


def sentence_start(doc: Doc, at: int) -> int:
    """The first token of the sentence a token of a compact Doc stands in."""
    starts: list[bool] = doc.user_data["starts"]
    while at > 0 and not starts[at]:
        at -= 1
    return at


def sentence_end(doc: Doc, at: int) -> int:
    """The token after the last one of the sentence a token of a compact Doc stands in."""
    starts: list[bool] = doc.user_data["starts"]
    at += 1
    while at < len(doc) and not starts[at]:
        at += 1
    return at
