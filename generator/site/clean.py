"""Text of an article made harmless to look at. Escaping is Jinja's; this is about characters no escaping removes."""

import re
from typing import Any

from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

# Bidirectional overrides, embeddings and isolates can make a page read otherwise than it is written; control
# characters are not allowed in HTML. Both are shown as U+FFFD, so that a reader sees that something is there.
_UNSAFE = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ORDINARY = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#|{}!~]")


def clean(text: str) -> str:
    """The text with every control character replaced by U+FFFD; line breaks and tabs stay."""
    if text.isprintable():
        return text
    # What is left without the characters of all text is short, and a whole page looked through five times as fast.
    rare = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY).decode("utf-8", "surrogatepass")
    return _UNSAFE.sub("\ufffd", text) if _UNSAFE.search(rare) else text


def escaped(value: Any) -> str:
    """The value as HTML, as of markupsafe's `escape`, but no `Markup`: making one takes several times as long."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def one_line(text: str) -> str:
    """The cleaned text with every run of white space as one space."""
    return " ".join(clean(text).split())


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut at a word with an ellipsis when it is longer than `limit` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:.–—-")
    return f"{head or line[:limit]} …"


def markdown_text(text: str) -> str:
    """The text with the characters that Markdown and HTML act on escaped."""
    return _MARKDOWN.sub(r"\\\g<0>", text)
