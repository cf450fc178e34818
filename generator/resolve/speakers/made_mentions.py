"""Mentions for speakers that the search for names and phrases has passed over."""

import re
from collections.abc import Mapping, Sequence

from generator.lexicons import bodies, names, roles, words
from generator.model import Evidence, Mention, Span
from generator.model.evidence import EntityKind
from generator.resolve.naming.body_names import is_team_word
from generator.resolve.speakers.spans import core_end

_RELATIVE = re.compile(r"[\s–—-]*(?:,|\b(?:who|which|that|whose)\b).*$|\s+$", re.DOTALL | re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){1,2}$")


def short_names(mentions: Sequence[Mention]) -> dict[str, EntityKind]:
    """What the people and companies that a text names in full may be called in short, folded, each with its kind.

    What may be a person as well as a company is left out.
    """
    people: set[str] = set()
    firms: set[str] = set()
    for mention in mentions:
        if mention.kind == "name" and mention.type == "person" and " " in mention.text:
            people.update(names.surnames(names.person(mention.text)))
        elif mention.kind == "name" and mention.type == "organisation":
            firms.update(bodies.short_names([mention.text]))
    found: dict[str, EntityKind] = dict.fromkeys(people - firms, "person")
    return found | dict.fromkeys(firms - people, "organisation")


def in_roles(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of the teams that roles name by one word: "Rangers" in "the Rangers striker Ana Ruiz"."""
    named = {k for m in mentions if m.kind == "name" for k in range(*m.span)}
    ends = {
        names.fold(m.text).split()[-1] for m in mentions if m.kind == "name" and " " in m.text and m.type != "person"
    }
    found = []
    for mention in mentions:
        if mention.role is None or mention.role_span is None:
            continue
        for match in _CAPITALISED.finditer(mention.role):
            word, start = match.group(), mention.role_span.start + match.start()
            if names.fold(word) in ends and is_team_word(names.fold(word)) and start not in named:
                where = Span(start, start + len(word))
                at, block = mention.sentence, mention.block
                found.append(
                    Mention(where, word, "name", "organisation", word, "singular", "neuter", sentence=at, block=block)
                )
    return found


def made_for(evidence: Evidence, span: Span, known: Mapping[str, EntityKind]) -> Mention:
    """A mention for a speaker's phrase: a name where it is one, by `short_names` or by its shape; else a phrase."""
    text = evidence.document.text
    whole = _RELATIVE.sub("", text[span.start : span.end]).rstrip(" :;") or text[span.start : span.end]
    core = text[span.start : core_end(text, span)]
    kind = known.get(names.fold(whole)) or ("person" if _full_name(core) else None)
    shown = core if kind == "person" and _full_name(core) else whole
    head = (core.split() or whole.split())[-1] if whole.split() else whole
    return Mention(
        span=Span(span.start, span.start + len(shown)),
        text=shown,
        kind="name" if kind else "nominal",
        type=kind or "unknown",
        head=head,
        number="singular" if kind else "unknown",
        function="subject",
        sentence=max((k for k, s in enumerate(evidence.sentences) if s.start <= span.start), default=0),
        block=max((k for k, b in enumerate(evidence.document.blocks) if b.span.start <= span.start), default=0),
        modifiers=() if kind else tuple(shown.split()[:-1]),
    )


def _full_name(text: str) -> bool:
    """Whether words are shaped like a given name and a surname ("Lars Wedekind of the association")."""
    if _FULL_NAME.match(text) is None:
        return False
    parts = [names.fold(word) for word in text.split()]
    body = any(bodies.ends_name(word) or roles.noun(word) or word in words("press_words") for word in parts)
    return not body and parts[0] not in words("function_words") | {"the"}
