"""A PDF: its lines with their places, put together to paragraphs in `pdflines`. The door to pypdf, and the only one."""

import logging
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PdfReadError, WrongPasswordError

from generator.read.content import Content
from generator.read.decode import LONGEST, Undecodable
from generator.read.pdflines import Line, pages_text

# Far above any article; a report of a thousand pages is a book.
MOST_PAGES = 200
_LOCKED = Undecodable("locked", "the PDF is locked with a password", "save a copy that is not, or its text as .txt")

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False  # what is wrong with a file is an issue of ours, told once


def read_pdf(data: bytes) -> Content | Undecodable:
    """The text of a PDF in paragraphs, without what stands at the head or foot of its pages; its title where its text
    has it too. What the file says of its author and date is that of whoever made the file, and is left alone."""
    if b"%PDF-" not in data[:1_024]:
        return Undecodable("format", "this is no PDF", "save the article again, or its text as .txt")
    try:
        return _content(PdfReader(BytesIO(data), strict=False))
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        return _LOCKED
    except LimitReachedError:
        return Undecodable("too_long", "the PDF unpacks to far more than an article", "save its text as .txt")
    except RecursionError:
        return Undecodable("format", "the PDF is nested too deep", "save the article's text as .txt")
    except PdfReadError as error:
        what = f"the PDF is damaged: {' '.join(str(error).split())[:120]}"
        return Undecodable("format", what, "save it again, or its text as .txt")
    except Exception as error:  # a library that reads what anybody wrote may fail in any way
        what = f"the PDF is damaged ({type(error).__name__})"
        return Undecodable("format", what, "save it again, or its text as .txt")


def _content(reader: PdfReader) -> Content | Undecodable:
    if reader.is_encrypted and not reader.decrypt(""):
        return _LOCKED
    count = len(reader.pages)
    if count > MOST_PAGES:
        right = f"an article has at most {MOST_PAGES} pages; take the article out of it"
        return Undecodable("too_long", f"the PDF has {count:,} pages", right)
    pages: list[list[Line]] = []
    length = 0
    for page in reader.pages:
        pages.append(_lines(page))
        length += sum(len(line.text) for line in pages[-1])
        if length > 2 * LONGEST:
            break  # too long in any case, which is told where the text is measured
    found = pages_text(pages)
    if not any(c.isalnum() for c in found.text):
        what = "the PDF has no text, only pictures of it"
        return Undecodable("empty", what, "run text recognition on it, or save the article's text as .txt")
    return Content(text=found.text, title=_title(reader, found.text), url=found.url)


def _title(reader: PdfReader, text: str) -> str | None:
    """The title in the file's properties where the text begins with it; elsewhere it is a file's name or a form's."""
    try:
        told = reader.metadata.title if reader.metadata else None
    except Exception:
        return None
    title = " ".join(told.split()) if isinstance(told, str) else ""
    return title if title and title.casefold() in " ".join(text[:3_000].casefold().split()) else None


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which the file draws them."""
    lines: list[Line] = []
    words: list[str] = []
    place: list[tuple[float, float, float]] = []

    def end() -> None:
        text = " ".join("".join(words).split())
        if text:
            x, y, size = place[0] if place else (0.0, 0.0, 0.0)
            lines.append(Line(text, x, y, size))
        words.clear()
        place.clear()

    def visit(text: str, matrix: Any, within: Any, _font: Any, size: Any) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number:
                end()
            if piece.strip() and not place:
                x = matrix[0] * within[4] + matrix[2] * within[5] + matrix[4]
                y = matrix[1] * within[4] + matrix[3] * within[5] + matrix[5]
                scale = abs(matrix[3] * within[3]) or abs(matrix[1] * within[1]) or 1.0
                place.append((float(x), float(y), float(size) * float(scale)))
            words.append(piece)

    page.extract_text(visitor_text=visit)
    end()
    return lines
