"""Who wants no name: a source of whom the text says so is nobody whom another article names, whatever else fits."""

import re
from functools import cache

from generator.lexicons import any_of, words
from generator.model import Entity, Evidence

# Between a mention and what tells that the name is held back: "The doctor, who spoke on condition of anonymity".
_REACH = 90


def anonymous(evidence: Evidence, entity: Entity) -> bool:
    """Whether an article says of an entity, in the sentence of one of its mentions, that its name is held back."""
    if entity.kind not in ("person", "group"):
        return False  # "an official of the ministry who asked not to be named"
    text = evidence.document.text
    for at in entity.mentions:
        mention = evidence.mentions[at]
        sentence = evidence.sentences[mention.sentence]
        found = _held_back().search(text, mention.span.end, sentence.end)
        if found is None or found.start() - mention.span.end > _REACH:
            continue
        between = (m for m in evidence.mentions if mention.span.end <= m.span.start < found.start())
        if all(m.kind == "pronoun" or m.type != "person" for m in between):
            return True
    return False


@cache
def _held_back() -> re.Pattern[str]:
    phrases = any_of(map(re.escape, words("anonymity")))
    return re.compile(rf"\b{phrases}\b", re.I)
