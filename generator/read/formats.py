"""Which reader reads which file."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath

from generator.read.content import Content
from generator.read.decode import Undecodable, decode, too_long


def read_plain(data: bytes) -> Content | Undecodable:
    """A text file: its text is the decoded file, unchanged."""
    decoded = decode(data)
    return decoded if isinstance(decoded, Undecodable) else Content(text=decoded.text, guessed=decoded.guessed)


# Module and function, in the order in which files keep an id that several would have. What a format needs is loaded
# with the first file of it: most folders have one format only, and a build, which reads no file, would wait for all.
READERS = {
    ".txt": ("formats", "read_plain"),
    ".md": ("formats", "read_plain"),
    ".html": ("web", "read_web_page"),
    ".htm": ("web", "read_web_page"),
    ".xhtml": ("web", "read_web_page"),
    ".eml": ("mail", "read_mail"),
    ".pdf": ("pdf", "read_pdf"),
}
PLAIN = (".txt", ".md")
# Of what a library gives, these cannot be written to a file or shown on a page as they are.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_LONGEST_FIELD = 400
_MOST_AUTHORS = 20


def read_content(path: str, data: bytes) -> Content | Undecodable:
    """The text of a file's bytes and what its format says of it, by the end of its name."""
    suffix = PurePosixPath(path).suffix.lower()
    content = _reader(suffix)(data)
    if isinstance(content, Undecodable):
        return content
    if suffix in PLAIN:
        return too_long(content.text) or content
    text = _UNFIT.sub("\ufffd", content.text).translate(_LIGATURES)
    return too_long(text) or replace(
        content,
        text=text,
        title=_field(content.title),
        authors=tuple(name for author in content.authors[:_MOST_AUTHORS] if (name := _field(author))),
        outlet=_field(content.outlet),
        published=replace(content.published, reason=_UNFIT.sub("\ufffd", content.published.reason)),
    )


@cache
def _reader(suffix: str) -> Callable[[bytes], Content | Undecodable]:
    module, name = READERS[suffix]
    reader: Callable[[bytes], Content | Undecodable] = getattr(import_module(f"generator.read.{module}"), name)
    return reader


def _field(text: str | None) -> str | None:
    line = " ".join(_UNFIT.sub("\ufffd", text or "").split())
    return line[:_LONGEST_FIELD].translate(_LIGATURES) or None
