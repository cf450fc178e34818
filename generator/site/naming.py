"""What to call a source in a few words, so that a reader can tell it from the others of the dossier."""

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.model import Source
from generator.site.calendar import readable
from generator.site.clean import one_line, shortened

# As much of a headline as stands on one line of a phone beside an arrow.
HEADLINE = 34
OUTLET = 28


def short_names(sources: Iterable[Source]) -> Mapping[str, str]:
    """A short name for each source: its outlet, with the day where several articles are of that outlet; without an
    outlet the beginning of its headline; without either the name of its file."""
    every = tuple(sources)
    articles = Counter(one_line(s.outlet) for s in every if s.outlet)
    return {s.id: _short_name(s, articles) for s in every}


def _short_name(source: Source, articles: Mapping[str, int]) -> str:
    if source.outlet:
        outlet = shortened(source.outlet, OUTLET)
        day = source.published.value.split("T")[0] if source.published.value else ""
        return f"{outlet}, {readable(day)}" if day and articles[one_line(source.outlet)] > 1 else outlet
    if source.title:
        return shortened(source.title, HEADLINE)
    return shortened(source.file, HEADLINE)
