"""Which words of a sentence stand for somebody who can take part in an event."""

from spacy.tokens import Token

from generator.lexicons import words
from generator.model import Span

_HUMAN = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def mention_at(token: Token) -> tuple[Span, str] | None:
    """The innermost mention a word heads or stands in, with its type."""
    inside = []
    for m in token.doc._.mentions:
        if m.role_span is not None and m.role_span.start <= token.idx < m.role_span.end:
            inside.append((0, m.span, m.type))  # "US Secretary of State Anna Berg" is Anna Berg, not the US
        elif m.span.start <= token.idx < m.span.end:
            inside.append((m.span.end - m.span.start, m.span, m.type))
    if not inside:
        return None
    _, span, kind = min(inside)
    return span, kind


def is_person(token: Token) -> bool:
    """Whether a word stands for one person: by its mention, else by its entity type."""
    mention = mention_at(token)
    return mention[1] == "person" if mention is not None else token.ent_type_ == "PERSON"


def is_human(token: Token) -> bool:
    """Whether a word stands for somebody who can meet and be met: a name, a pronoun, or a mention of an actor."""
    if token.ent_type_ in _HUMAN or (token.tag_ == "PRP" and token.lower_ not in ("it",)):
        return True
    for mention in token.doc._.mentions:
        if mention.span.start <= token.idx < mention.span.end:
            return bool(mention.type != "place")
    if token.tag_[:3] == "NNP":
        return True
    return token.lower_ in words("people_nouns") or token.lower_ in words("person_roles")
