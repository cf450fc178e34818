"""Who is who in a folder that has been examined: `python -m tests.bench.who FILE`, in a project, writes into a file the
seconds of processor time that resolution takes by itself, with nothing kept of earlier comparisons, and the megabytes
of the process then."""

import gc
import resource
import sys
import time
from pathlib import Path

from generator import curate, records, resolve
from generator.articles import articles_of
from generator.cache import Cache, fingerprint
from generator.config import Places
from generator.corroborate import copies
from generator.examine import Examiner


def measure() -> tuple[float, float]:
    """Seconds of processor time, and the megabytes of this process at its largest."""
    places = Places.of(Path("seeds"), Path("docs/data"))
    settings, _ = records.load_settings(places.seeds)
    kept = Cache(places.cache, fingerprint(settings.model))
    articles = articles_of(places.seeds, settings, (), None)
    examiner = Examiner(places.seeds, settings, curate.Mask.of(()), kept, 1)
    evidence = examiner.all((path, sidecar, None) for path, sidecar in articles.given.items()).evidence
    copied = copies(evidence)
    gc.disable()  # as in a run
    before = time.process_time()
    resolve.actors(evidence, copied)
    return time.process_time() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("{:.1f} {:.0f}".format(*measure()))
