"""Where the components of this package leave their findings on a Doc, and how they see the document behind it.

Set by the reader before the pipeline runs: `doc._.document`. Left by the components: `doc._.mentions`,
`doc._.quotations`, `doc._.times`, `doc._.events`, `doc._.figures`, each a tuple of records. In anybody's pipeline,
where no reader ran, every paragraph of the text counts as prose and there is no date to count from.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from generator.model import Block, Document, Span

_PARAGRAPH = re.compile(r"[^\n]+")

# Tokens; what is longer is no sentence but a text made to take long: much of what is looked for in a sentence costs its
# length for each cue in it. The longest of 6,216 sentences of news has 67.
LONGEST_SENTENCE = 300

for _name in ("mentions", "quotations", "times", "events", "figures"):
    Doc.set_extension(_name, default=(), force=True)
Doc.set_extension("document", default=None, force=True)


def document_of(doc: Doc) -> Document:
    """The document behind a Doc, or one made from its bare text.

    Its `text` is there; `doc.text` joins all tokens anew each time.
    """
    if doc._.document is None:
        blocks = tuple(Block(Span(*m.span()), "prose") for m in _PARAGRAPH.finditer(doc.text) if m.group().strip())
        doc._.document = Document(id="", file="", sha256="", text=doc.text, title="", blocks=blocks)
    document: Document = doc._.document
    return document


def prose_sentences(doc: Doc) -> Iterator[tuple[int, int, Tokens]]:
    """The sentences that stand in prose, each as (index among them, index of its block in `Document.blocks`, tokens).

    A sentence belongs to the block its first letter stands in; one longer than `LONGEST_SENTENCE` is left out.
    """
    document = document_of(doc)
    kept = {id(b) for b in document.prose}
    blocks, at, index = document.blocks, 0, 0
    for sentence in doc.sents:
        first = next((t for t in sentence if not t.is_space), None)
        if first is None or len(sentence) > LONGEST_SENTENCE:
            continue
        while at + 1 < len(blocks) and blocks[at].span.end <= first.idx:
            at += 1
        if blocks and id(blocks[at]) in kept and blocks[at].span.start <= first.idx < blocks[at].span.end:
            yield index, at, sentence
            index += 1
