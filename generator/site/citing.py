"""A statement or a source of a dossier in a citation style, word for word as its page has it."""

from typing import Final
from urllib.parse import urljoin

from generator.errors import OnrecordError
from generator.model import Dossier
from generator.site.addresses import Addresses
from generator.site.cite import source_citations, statement_citations
from generator.site.lookup import Lookup
from generator.site.references import FORMATS, written
from generator.site.refs import speaker_of
from generator.site.views import Here

STYLES: Final = ("chicago", "apa", "markdown", "bibtex", "ris", "csl-json")


def cited(dossier: Dossier, record_id: str, style: str, site_url: str = "", directories: bool = True) -> str:
    """A statement or a source in one of STYLES; a merged statement is the one it leads to.

    `site_url` and `directories` are MkDocs' `site_url` and `use_directory_urls`. BibTeX, RIS, CSL-JSON and APA know no
    statements: they give the article that a statement's wording is from. Raises OnrecordError for any other id.
    """
    lookup = Lookup.of(dossier)
    merged = lookup.addresses.get(("statement", record_id))
    if merged and merged.status == "merged" and merged.to:
        record_id = merged.to
    if statement := lookup.statements.get(record_id):
        source_id, quotation = lookup.leading(statement)
        source = lookup.sources[source_id].source
        page = Addresses("", directories).record("statement", record_id)
        _, by = speaker_of(Here(lookup, Addresses()), statement, quotation)
        link = urljoin(site_url, page) if site_url else f"/{page}"
        found = statement_citations(source, statement, quotation, by, link)
    elif record := lookup.sources.get(record_id):
        source = record.source
        found = source_citations(source)
    else:
        kinds = {"an actor": lookup.actors, "an event": lookup.events}
        is_a = next((kind for kind, known in kinds.items() if record_id in known), "no record of the dossier")
        raise OnrecordError(f"{record_id!r} is {is_a}; give the id of a statement or a source")
    if style in FORMATS:
        return written(source, style)
    return next(citation.text for citation in found if citation.id == f"cite-{style}")
