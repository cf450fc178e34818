"""From the bytes of a file to its text: the encoding, and what cannot be text at all."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

# spaCy refuses longer texts, and no article is that long.
LONGEST = 1_000_000
MOST_LINES = 10_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
)
_LINE_END = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and the encoding where it had to be guessed."""

    text: str
    guessed: str = ""


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no article: `kind` is `empty`, `binary`, `encoding`, `format`, `locked` or `too_long`."""

    kind: str
    what: str
    right: str


def decode(data: bytes) -> Decoded | Undecodable:
    """The text of a text file's bytes: UTF-8, UTF-16 or UTF-32 by their mark, else the encoding that fits best.

    A byte order mark is dropped; line ends and everything else stay as they are.
    """
    if not data:
        return Undecodable("empty", "the file is empty", "put the article's text into it, or delete it")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return Undecodable("binary", f"the file is {name}, not text", "save the article's text as UTF-8 .txt")
    decoded = _decode(data)
    wrong = decoded if isinstance(decoded, Undecodable) else _no_text(decoded.text)
    if wrong is None and isinstance(decoded, Decoded) and _HTML.match(decoded.text):
        wrong = Undecodable("format", "the file holds a web page's HTML", "give it a name that ends in .html")
    return wrong or decoded


def decode_page(data: bytes, declared: str | None = None) -> Decoded | Undecodable:
    """The code of a web page from its bytes; `declared` is the encoding the page names, believed where it fits."""
    if not data.strip():
        return Undecodable("empty", "the file is empty", "save the page again, or delete it")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return Undecodable("binary", f"the file is {name}, not a web page", "save the page again")
    decoded = _decode(data, declared)
    return decoded if isinstance(decoded, Undecodable) else _no_text(decoded.text) or decoded


def too_long(text: str) -> Undecodable | None:
    """Why a text is no article for its sheer length; None where it is one."""
    if len(text) > LONGEST:
        right = f"an article has at most {LONGEST:,} characters; split the file or take the article out of it"
        return Undecodable("too_long", f"the file has {len(text):,} characters", right)
    lines = len(_LINE_END.findall(text))
    if lines > MOST_LINES:
        right = f"an article has at most {MOST_LINES:,} lines; split the file or take the article out of it"
        return Undecodable("too_long", f"the file has {lines:,} lines", right)
    return None


def _no_text(text: str) -> Undecodable | None:
    if "\x00" in text:
        return Undecodable("binary", "the file holds NUL bytes, so it is not text", "save the article as UTF-8 text")
    if not text.strip().strip("\ufeff\u200b"):
        return Undecodable("empty", "the file holds nothing but white space", "put the article's text into it")
    if len(_CONTROL.findall(text)) > len(text) // 20:
        return Undecodable("binary", "the file is full of control characters", "save the article as UTF-8 text")
    return None


def _decode(data: bytes, declared: str | None = None) -> Decoded | Undecodable:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding))
            except UnicodeDecodeError as error:
                what = f"the file's mark says {encoding.upper()}, but byte {error.start} does not fit"
                return Undecodable("encoding", what, "save the file as UTF-8")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            return Undecodable(
                "binary", "the file holds NUL bytes, so it is not text", "save the article as UTF-8 text"
            )
        return _declared(data, declared) or _with_halves(data) or _almost_utf8(data) or _guess(data, error)


def _declared(data: bytes, encoding: str | None) -> Decoded | None:
    """The text in the encoding the file itself names, where it fits; one that is no encoding of text does not."""
    if encoding is None:
        return None
    try:
        text = data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return Decoded(text) if isinstance(text, str) else None


def _with_halves(data: bytes) -> Decoded | None:
    """UTF-8 with halves of characters in it, as a program writes that knows UTF-16 only: two halves that belong
    together are one character, and half of one is U+FFFD."""
    try:
        halves = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return Decoded(halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _almost_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few damaged bytes: most of what is not ASCII decodes, each fault becomes U+FFFD."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    return Decoded(text) if good >= 3 * bad else None


def _guess(data: bytes, error: UnicodeDecodeError) -> Decoded | Undecodable:
    # The commonest 8-bit encoding of English pages goes first where it fits: on a short English text with a handful of
    # curly quotes a statistical guess lands on any of twenty code pages that have letters at those places.
    strange = sum(b > 0x7F for b in data)
    if strange * 10 <= len(data) and not set(data) & {0x81, 0x8D, 0x8F, 0x90, 0x9D}:
        text = data.decode("cp1252")
        if _is_western(text):
            return Decoded(text, "Windows-1252")
    best = from_bytes(data).best()
    if best is None:
        what = f"the file is in no known encoding (not UTF-8 at byte {error.start})"
        return Undecodable("encoding", what, "save the file as UTF-8")
    return Decoded(str(best).lstrip("\ufeff"), best.encoding.replace("_", "-"))


def _is_western(text: str) -> bool:
    """Whether the letters beyond ASCII are, nearly all, the small accented ones of western European words and names.

    Curly quotes of an old Macintosh would come out as capitals (Ò, Ó, Õ), Cyrillic as both.
    """
    letters = [c for c in text if c > "\x7f" and c.isalpha()]
    return sum(c in "àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœšž" for c in letters) >= 0.9 * len(letters)
