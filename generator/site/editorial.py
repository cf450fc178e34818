"""The plans of pages that say more than the data do: what changed in the repository, what deserves a look here."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from generator.editions import Changes, changes_since, last_edition
from generator.errors import FaultsError
from generator.model import Dossier
from generator.review import review
from generator.site.pages.changes import changes_context, review_context
from generator.site.plan import PagePlan, titled

_LOCAL = {"", "localhost", "127.0.0.1", "0.0.0.0", "::1"}


def edition_changes(data: Path, dossier: Dossier, since: str, briefings: Path) -> Changes | None:
    """What changed since a revision, or since the newest tag with other data; None where there is none.

    Raises FaultsError when a revision is given and is not there.
    """
    revision = since or last_edition(data)
    if not revision:
        return None
    try:
        return changes_since(data, dossier, revision, briefings if briefings.is_dir() else None)
    except FaultsError:
        if since:
            raise
        return None  # the tag's data are of another schema


def is_local(site_url: str) -> bool:
    """Whether a site is for this machine only: it has no address, or one of this machine."""
    return (urlsplit(site_url).hostname or "") in _LOCAL


def editorial_pages(dossier: Dossier, changes: Changes | None, with_review: bool) -> Iterator[PagePlan]:
    """The page of changes, and the page of what deserves a look where it is wanted."""
    names = titled("Changes", f"What changed since an earlier edition. {dossier.title}")
    yield PagePlan("changes", names, "changes.html", lambda here, link: changes_context(here, changes))
    if with_review:
        items = review(dossier)
        names = titled("Review", f"What deserves a look. {dossier.title}")
        yield PagePlan("review", names, "review.html", lambda here, link: review_context(here, items))
