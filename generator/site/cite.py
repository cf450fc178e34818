"""A statement, a source or a page as people cite it: in words, and as citation programs and Markdown want it."""

import re
from dataclasses import dataclass

from generator.model import DAMAGED, Quotation, Source, Statement
from generator.site.calendar import readable
from generator.site.clean import markdown_text, one_line, shortened
from generator.site.csl import reference
from generator.site.wording import turned

QUOTED_LENGTH = 400
_MARKS = {"'": "'", '"': '"', "‘": "’", "“": "”", "„": "“”", "«": "»", "`": "'"}
_DOUBLE = '"“”„«» '
_PART = re.compile(r"(?<!\w)['\"‘“„«`](?=\w)|['\"’”»](?!\w)")


@dataclass(frozen=True, slots=True)
class Citation:
    """One form of a citation; `id` is the place in the page the copy button takes it from. `markup`: it is for a
    program or for Markdown, and nobody reads it as it stands."""

    id: str
    label: str
    text: str
    markup: bool = False


def source_citations(source: Source) -> tuple[Citation, ...]:
    """A source in every style that is words; the id ends with the style's name."""
    note = _ended(reference(source, "chicago"))
    return (
        Citation("cite-chicago", "Chicago note", note),
        _apa(source),
        Citation("cite-markdown", "Markdown footnote", f"[^{source.id}]: {markdown_text(note)}", True),
    )


def _apa(source: Source) -> Citation:
    return Citation("cite-apa", "APA reference", reference(source, "apa"))


def _ended(note: str) -> str:
    """A note with its full stop; "n.d." has one."""
    return note if note.endswith(".") else f"{note}."


def page_citations(title: str, dossier: str, link: str) -> tuple[Citation, ...]:
    """A page of the dossier as a note names it, and as a Markdown link."""
    return Citation("cite-note", "Note", f"“{one_line(title)}”, in {one_line(dossier)}, {link}"), page_link(title, link)


def page_link(title: str, link: str) -> Citation:
    """A page as a Markdown link."""
    return Citation("cite-page", "Markdown link", f"[{markdown_text(one_line(title))}]({link})", True)


def statement_citations(
    source: Source, statement: Statement, quotation: Quotation, by: str, link: str
) -> tuple[Citation, ...]:
    """A statement's citations in every style that is words, quoting it only where the source does; APA knows no
    statements and gives the article its wording is from."""
    said = f", {readable(statement.said.value)}" if statement.said.value else ""
    # A note gives the article's own date, which is that by which the words were said; the words alone have none else.
    alone = said or (f", by {readable(statement.said.latest)}" if statement.said.latest else "")
    how = "quoted in" if quotation.kind == "direct" else "reported in"
    if DAMAGED in quotation.flags and quotation.kind != "indirect":
        how = f"{how.split()[0]}, though not verbatim, in"
    words = _words(quotation)
    by = one_line(by)
    note = f"{by[:1].upper()}{by[1:]}, {words}{said}, {how} {_ended(reference(source, 'chicago'))} {link}"
    return (
        Citation("cite-chicago", "Chicago note", note),
        Citation("cite-markdown", "Markdown footnote", f"[^{statement.id}]: {markdown_text(note)}", True),
        Citation("cite-quotation", "Words and source", f"{words} ({by}{alone}; {one_line(source.title)})"),
        _apa(source),
    )


def _words(quotation: Quotation) -> str:
    """The words for a note: in quotation marks of ours where the source has them in its own."""
    text = one_line(quotation.text)
    if quotation.kind == "direct":
        text = unquoted(text)
    # The sentence of the note goes on after the words, which therefore lose their last comma or full stop.
    text = shortened(text.rstrip(".,"), QUOTED_LENGTH)
    return f"“{text}”" if quotation.kind == "direct" else f"on record as {turned(quotation)[1] or 'saying'}: {text}"


def unquoted(text: str) -> str:
    """Words without the quotation marks around them all, single or double; marks inside stay.

    Where the words are quoted in pieces (`‘We knew,’ ‘and they did too’`), the marks between them become double ones,
    as those are that a note sets around the whole.
    """
    text = text.lstrip("–—― ")  # of speech after a dash
    bare = text.rstrip(" .,")
    bare = bare if bare[-1:] in "'\"’”»“" else text.strip()
    closers = _MARKS.get(bare[:1], "")
    if len(bare) > 2 and bare[-1] in closers:
        inner = bare[1:-1]
        between = rf"([^\w\s])[{closers}]( (?:… )?){re.escape(bare[0])}(?=\w)"
        # “‘Go’ is not ‘run’”: the first mark inside closes and the last opens, so that no pair is around them all.
        whole = re.sub(between, r"\1 ", inner)
        marks = [m for m in _PART.finditer(whole) if m.group() in (bare[0], *closers)]
        apart = len(marks) > 1 and _closes(whole, marks[0]) and not _closes(whole, marks[-1])
        return bare if apart else re.sub(between, r"\1”\2“", inner).strip()
    # A mark without its pair: the words go on in the next paragraph, or did before this one.
    odd = sum(text.count(mark) for mark in _DOUBLE.strip()) % 2
    return text.strip(_DOUBLE) if odd else text.strip()


def _closes(text: str, mark: re.Match[str]) -> bool:
    return mark.start() > 0 and not text[mark.start() - 1].isspace()
