"""The bibliography of the sources of one page, as files to take away that stand in the page itself."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from generator.site.bibliography import bibtex, csl, ris
from generator.site.views import Here, Ref

# Above this many the files would weigh more than the page (a source takes about 1 kB of a page in three formats); the
# whole dossier's are then offered.
SOURCES = 40
_TYPES = {
    "BibTeX": ("bib", "application/x-bibtex"),
    "RIS": ("ris", "application/x-research-info-systems"),
    "CSL-JSON": ("csl.json", "application/vnd.citationstyles.csl+json"),
}


def bibliography(here: Here, name: str, source_ids: Iterable[str]) -> tuple[Ref, ...]:
    """Links to the sources as BibTeX, RIS and CSL-JSON; `title` is the name to save a file under, made from `name`, and
    empty where the link leads to the file of the whole dossier."""
    sources = [here.lookup.sources[s].source for s in dict.fromkeys(source_ids)]
    if not sources:
        return ()
    if len(sources) > SOURCES:
        return tuple(Ref(here.at.file(f"downloads/sources.{end}"), label) for label, (end, _) in _TYPES.items())
    texts = {
        "BibTeX": "\n".join(map(bibtex, sources)),
        "RIS": "".join(map(ris, sources)),
        "CSL-JSON": json.dumps([csl(s) for s in sources], ensure_ascii=False),
    }
    return tuple(
        Ref(f"data:{mime};charset=utf-8,{quote(texts[label])}", label, f"{name}.{end}")
        for label, (end, mime) in _TYPES.items()
    )
