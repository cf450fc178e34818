"""The bibliography of the sources of one page, as files to take away that stand in the page itself."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final
from urllib.parse import quote

from generator.model import Source
from generator.site.bibliography import bibtex, csl, ris
from generator.site.structured import COMPACT
from generator.site.views import Here, Ref

# Above this many the files would weigh more than the page (a source takes about 1 kB of a page in three formats); the
# whole dossier's are then offered.
SOURCES = 40
# What citation programs read: its name, the ending of its files, its type; what stands before, between, after entries.
FORMATS: Final = {
    "bibtex": ("BibTeX", "bib", "application/x-bibtex", ("", "\n", "")),
    "ris": ("RIS", "ris", "application/x-research-info-systems", ("", "", "")),
    "csl-json": ("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", ("[", ",", "]")),
}


def entry(source: Source, style: str) -> str:
    """A source in one of FORMATS, as it stands among others."""
    if style == "csl-json":
        return COMPACT.encode(csl(source))
    return bibtex(source) if style == "bibtex" else ris(source)


def written(source: Source, style: str) -> str:
    """A source in one of FORMATS, by itself."""
    before, _, after = FORMATS[style][-1]
    return f"{before}{entry(source, style)}{after}".strip("\n")


def bibliography(here: Here, name: str, source_ids: Iterable[str]) -> tuple[Ref, ...]:
    """Links to the sources as BibTeX, RIS and CSL-JSON; `title` is the name to save a file under, made from `name`, and
    empty where the link leads to the file of the whole dossier."""
    sources = [here.lookup.sources[s].source for s in dict.fromkeys(source_ids)]
    if not sources:
        return ()
    if len(sources) > SOURCES:
        return tuple(Ref(here.at.file(f"downloads/sources.{end}"), label) for label, end, _, _ in FORMATS.values())
    entries = zip(*map(_entries, sources), strict=True)
    return tuple(
        Ref(f"data:{mime},{before}{between.join(texts)}{after}", label, f"{name}.{end}")
        for texts, (label, end, mime, around) in zip(entries, FORMATS.values(), strict=True)
        for before, between, after in (map(_quoted, around),)
    )


@cache
def _entries(source: Source) -> tuple[str, ...]:
    return tuple(_quoted(entry(source, style)) for style in FORMATS)


@lru_cache(8)  # what stands around entries
def _quoted(text: str) -> str:
    # these stand for themselves in an address, and in HTML
    return quote(text, "!$()*+,-./:;=?@_~")
