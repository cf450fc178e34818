"""Files of other formats than text, made small: a PDF with its lines where they are wanted, a page, a message."""

from collections.abc import Sequence
from email.message import EmailMessage

PROSE = (
    "The two sides met in Vienna on Monday and agreed on nothing at all, a spokesman told reporters afterwards.",
    "“We will talk again,” said the foreign minister, Ann Roe, who had come late and left early on both days.",
    "A second round is planned for the spring, though neither side would say where it might be held, or why.",
)


def web_page(head: str = "", body: str = "", prose: Sequence[str] = PROSE) -> str:
    """A page with an article, between a menu and a foot."""
    paragraphs = "".join(f"<p>{p}</p>\n" for p in prose)
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>Talks end without a deal</h1>{body}{paragraphs}</article>"
        "<footer><a href='/about'>About us</a></footer></body></html>"
    )


def message(text: str | None, html: str | None = None, **headers: str) -> bytes:
    """A message as a mail program saves it."""
    mail = EmailMessage()
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    if text is not None:
        mail.set_content(text)
    if html is not None and text is not None:
        mail.add_alternative(html, subtype="html")
    elif html is not None:
        mail.set_content(html, subtype="html")
    return mail.as_bytes()


def _text(value: str) -> str:
    return "".join(f"\\{c}" if c in "()\\" else c for c in value)


def pdf(pages: Sequence[Sequence[tuple[str, float, float, float]]], **info: str) -> bytes:
    """A PDF; a line of a page is its words, x and y in points from the lower left corner, and its letters' size."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        drawn = "\n".join(f"BT /F1 {s} Tf 1 0 0 1 {x} {y} Tm ({_text(words)}) Tj ET" for words, x, y, s in lines)
        stream = drawn.encode("cp1252")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            + f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    told = " ".join(f"/{key} ({_text(value)})" for key, value in info.items())
    objects.append(f"<< {told} >>".encode("cp1252"))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
        + f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
        + f"startxref\n{len(out)}\n%%EOF\n".encode()
    )


def lines_of(text: Sequence[str], top: float = 760, leading: float = 14, gap: float = 24, left: float = 70) -> list:
    """Paragraphs, each a list of lines by `\\n`, as the lines of a page with a wider gap between paragraphs."""
    placed, y = [], top
    for paragraph in text:
        for line in paragraph.split("\n"):
            placed.append((line, left, y, 11.0))
            y -= leading
        y -= gap - leading
    return placed
