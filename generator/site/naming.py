"""What to call a source in a few words, to tell it from the others; what an actor is named, and what called."""

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.lexicons import words
from generator.model import Actor, Source
from generator.site.calendar import readable
from generator.site.clean import one_line, shortened

# What "its ambassador" is called so by stands in the article alone.
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your"})
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


def other_names(actor: Actor) -> tuple[str, ...]:
    """The names an actor has beside the one it goes by, most frequent first, on a line each, in one spelling."""
    return _in_one_spelling(actor, (one_line(a.text) for a in actor.aliases if not _is_phrase(a.text, actor)))


def called(actor: Actor) -> tuple[str, ...]:
    """The phrases that articles have for an actor ("the top diplomat"), on a line each, in one spelling."""
    phrases = (one_line(a.text) for a in actor.aliases if _is_phrase(a.text, actor))
    return _in_one_spelling(actor, (p for p in phrases if p.split()[0].lower() not in _OWNERS))


def _in_one_spelling(actor: Actor, texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that differ in more than capitals, from each other and from the actor's name."""
    told = {actor.name.casefold(): ""}
    for text in texts:
        told.setdefault(text.casefold(), text)
    return tuple(text for text in told.values() if text)


def _is_phrase(text: str, actor: Actor) -> bool:
    """Whether an alias has a common noun in it, or is "the Irishman": a phrase for somebody and no name."""
    first, *rest = text.split() or [""]
    small = words("name_particles") | words("title_small_words")
    common = any(word.isalpha() and word.islower() and word not in small for word in (first, *rest))
    return common or (first.lower() in ("the", "a", "an") and actor.kind in ("person", "group"))
