"""What a reader of one format gives: the text of a file, and what the file says of itself outside that text."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import OPEN, Dated


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file with the metadata its format carries; fields are empty where it says nothing.

    For plain text and Markdown `text` is the decoded file; for other formats the paragraphs a person reads there, a
    blank line between them, the same every time. `guessed` is the encoding where it had to be guessed.
    """

    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: Dated = OPEN
    updated: str | None = None
    url: str | None = None
    guessed: str = ""


def web_address(text: str | None) -> str | None:
    """The text as the address of a web page, or None: `javascript:`, a path or a host without a dot is none."""
    address = "".join((text or "").split())
    if not address.isprintable() or len(address) > 2_000:
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    address = scheme + address[len(scheme) :]
    plain = scheme in ("http", "https") and "." in host.strip(".") and "@" not in parts.netloc
    return address if plain and not set(address) & set("<>\"'`\\{}|^") else None
