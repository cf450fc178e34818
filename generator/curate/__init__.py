"""People's decisions from `seeds/`, applied to what the program found.

`sources` and `redact` apply before an article is examined; `quotes` and `actors` when it is known who is who, and
before anything is compared, so that what is joined by hand corroborates like what was joined by rule; `speakers` next;
`dossier` and `fields` on the finished records. Each also returns the decisions that matched something, so that `told`
can report those which no longer do.
"""

from generator.curate.actors import decide_actors
from generator.curate.dossier import decide_dossier
from generator.curate.fields import decide_fields, kinds_of
from generator.curate.follow import follow, redirects
from generator.curate.quotes import add_quotations
from generator.curate.redact import Mask, masked, redacted
from generator.curate.sources import corrected, embargo_notes, withheld
from generator.curate.speakers import asks_for_quotations, decide_speakers
from generator.curate.told import decision_records, stale_issues, why_not_there, why_stale, why_unfit

__all__ = [
    "Mask",
    "add_quotations",
    "asks_for_quotations",
    "corrected",
    "decide_actors",
    "decide_dossier",
    "decide_fields",
    "decide_speakers",
    "decision_records",
    "embargo_notes",
    "follow",
    "kinds_of",
    "masked",
    "redacted",
    "redirects",
    "stale_issues",
    "why_not_there",
    "why_stale",
    "why_unfit",
    "withheld",
]
