"""People's decisions from `seeds/dossier.yml`, applied to what the program found.

`actors` is applied when it is known who is who, and before anything is compared, so that what is joined by hand
corroborates like what was joined by rule; `speakers` next; `dossier` last. Each also returns the decisions that
matched something, so that those which no longer do can be reported.
"""

from generator.curate.actors import decide_actors
from generator.curate.dossier import decide_dossier
from generator.curate.speakers import decide_speakers

__all__ = ["decide_actors", "decide_dossier", "decide_speakers"]
