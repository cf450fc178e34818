"""Redaction: a person's words are blacked out before an article is examined, so that nothing is ever made of them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyascii import anyascii

from generator.model import Decision, Document, Dossier

BLACK = "█"
_GAP = r"(?:[\s_+\-\u00ad\u200b]|%20)+"
_ALIKE = {**dict.fromkeys("'’‘ʼ`", "['’‘ʼ`]"), **dict.fromkeys('"“”„«»', '["“”„«»]'), **dict.fromkeys("–—-", "[–—-]")}


@dataclass(frozen=True, slots=True)
class Mask:
    """What is redacted: for each decision a pattern that finds its words, however they are spaced, cased or composed,
    and their form in an address."""

    decisions: tuple[Decision, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    slugs: tuple[str, ...] = ()

    @classmethod
    def of(cls, decisions: Sequence[Decision]) -> "Mask":
        """The mask of the decisions that redact."""
        chosen = tuple(d for d in decisions if d.verb == "redact")
        patterns = tuple(re.compile("|".join(map(_pattern, d.about)), re.IGNORECASE) for d in chosen)
        return cls(chosen, patterns, tuple(sorted({_slug(words) for d in chosen for words in d.about} - {""})))

    def __bool__(self) -> bool:
        return bool(self.decisions)

    def __call__(self, text: str) -> str:
        """The text with every letter of a redacted passage blacked out; it stays as long as it was."""
        for pattern in self.patterns:
            text = pattern.sub(lambda found: re.sub(r"\S", BLACK, found[0]), text)
        return text

    def spells(self, address: str) -> bool:
        """Whether an address spells what is redacted."""
        return any(f"-{slug}-" in f"-{_slug(address)}-" for slug in self.slugs)

    def hits(self, document: Document) -> frozenset[int]:
        """The numbers of the decisions whose words stand in a document or in what is known of it."""
        about = "\n".join((document.text, document.title, *document.authors, document.outlet or "", document.url or ""))
        return frozenset(n for n, pattern in enumerate(self.patterns) if pattern.search(about))


def redacted(document: Document, mask: Mask) -> Document:
    """The document without what is redacted: its text keeps its length, so that every span fits the file."""
    if not mask:
        return document
    return replace(
        document,
        text=mask(document.text),
        title=mask(document.title),
        authors=tuple(map(mask, document.authors)),
        outlet=None if document.outlet is None else mask(document.outlet),
        relays=tuple(map(mask, document.relays)),
        quality=tuple(map(mask, document.quality)),
        url=None if document.url is None else mask(document.url),
        published=replace(document.published, reason=mask(document.published.reason)),
    )


def masked(dossier: Dossier, mask: Mask) -> Dossier:
    """The dossier with what people wrote (decisions, issues) masked too; what was read is masked already."""
    if not mask:
        return dossier
    issues = (replace(i, what=mask(i.what), right=mask(i.right)) for i in dossier.issues)
    decisions = (
        replace(
            d,
            about=tuple(map(mask, d.about)),
            what=mask(d.what),
            why=None if d.why is None else mask(d.why),
            stale=mask(d.stale),
        )
        for d in dossier.decisions
    )
    return replace(dossier, issues=tuple(issues), decisions=tuple(decisions))


def _pattern(words: str) -> str:
    parts = [part for part in re.split(_GAP, words.strip()) if part]
    found = _GAP.join("".join(map(_character, unicodedata.normalize("NFC", part))) for part in parts)
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    return before + f"(?:{found})" + (r"(?!\w)" if parts[-1][-1].isalnum() else "")


def _character(char: str) -> str:
    """A character in whichever way it is composed, or typed for one that looks like it."""
    if char in _ALIKE:
        return _ALIKE[char]
    apart = unicodedata.normalize("NFD", char)
    return f"(?:{re.escape(char)}|{re.escape(apart)})" if apart != char else re.escape(char)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")
