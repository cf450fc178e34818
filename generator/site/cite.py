"""A statement or a source as a footnote: in words, and as a Markdown footnote."""

from dataclasses import dataclass

from generator.model import Quotation, Source, Statement
from generator.site.calendar import readable
from generator.site.clean import markdown_text, one_line, shortened

QUOTED_LENGTH = 400
_QUOTES = '"“”„«» '


@dataclass(frozen=True, slots=True)
class Citation:
    """One form of a citation; `id` is the place in the page the copy button takes it from."""

    id: str
    label: str
    text: str


def source_citation(source: Source) -> str:
    """The source as a note names it (Chicago notes style): author, title, outlet, date, address."""
    published = readable(source.published.value.split("T")[0]) if source.published.value else "undated"
    parts = [
        _authors(source.authors),
        f"“{one_line(source.title) or source.file}”",
        one_line(source.outlet or ""),
        published,
        source.url or "",
    ]
    return ", ".join(part for part in parts if part)


def page_citations(title: str, dossier: str, link: str) -> tuple[Citation, ...]:
    """A page of the dossier as a note names it, and as a Markdown link."""
    return Citation("cite-note", "Note", f"“{one_line(title)}”, in {one_line(dossier)}, {link}"), page_link(title, link)


def page_link(title: str, link: str) -> Citation:
    """A page as a Markdown link."""
    return Citation("cite-markdown", "Markdown link", f"[{markdown_text(one_line(title))}]({link})")


def statement_citations(
    source: Source, statement: Statement, quotation: Quotation, by: str, link: str
) -> tuple[Citation, ...]:
    """A statement's citations, quoting its words only where the source does."""
    said = f", {readable(statement.said.value)}" if statement.said.value else ""
    how = "quoted in" if quotation.kind == "direct" else "reported in"
    words = _words(quotation)
    note = f"{one_line(by)}, {words}{said}, {how} {source_citation(source)}. {link}"
    return (
        Citation("cite-note", "Note", note),
        Citation("cite-markdown", "Markdown footnote", f"[^{statement.id}]: {markdown_text(note)}"),
        Citation("cite-quotation", "Words and source", f"{words} ({one_line(by)}{said}; {one_line(source.title)})"),
    )


def _words(quotation: Quotation) -> str:
    """The words for a note: in quotation marks of ours where the source has them in its own."""
    text = one_line(quotation.text)
    if quotation.kind == "direct":
        text = text.strip(_QUOTES)
    # The sentence of the note goes on after the words, which therefore lose their last comma or full stop.
    text = shortened(text.rstrip(".,"), QUOTED_LENGTH)
    return f"“{text}”" if quotation.kind == "direct" else f"on record as saying: {text}"


def _authors(authors: tuple[str, ...]) -> str:
    names = [one_line(a) for a in authors]
    if len(names) > 3:
        return f"{names[0]} et al."
    return " and ".join(names) if len(names) < 3 else f"{names[0]}, {names[1]} and {names[2]}"
