"""What one speaker says in two articles of a story in other words each time, found by elimination."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.corroborate.statements.nearness import ENOUGH, Often, near, of_one_kind, says
from generator.corroborate.statements.quoted import Quoted
from generator.corroborate.stories import Stories
from generator.model import Key

# A word that more than so many quotations of one speaker hold tells nothing.
_COMMON = 60


def retellings(
    quoted: Mapping[Key, Quoted], told: Stories, members: Callable[[Key], Sequence[Key]], often: Often
) -> Iterator[tuple[Key, Key]]:
    """Pairs of quotations of one actor in two articles of a story and of the same days, each the other's nearest of
    those that have nothing in the other article yet (`members` of what was joined before); the surest first. Then, when
    these are joined, those of which nothing else is left in either article, and that share a word which neither has
    elsewhere, or has once more where they are not both quoted: what two articles quote word for word is seldom one
    utterance in other words (in the gold collections 23 pairs of 327 that `statements` leaves apart).
    """
    found: dict[tuple[Key, Key], float] = {}
    for one, other in sorted(_candidates(quoted, told, members)):
        score = near(quoted[one], quoted[other], often)
        if score >= ENOUGH and _much_or_same(quoted[one], quoted[other]):
            found[(one, other)] = score
    best: dict[tuple[Key, str], float] = defaultdict(float)
    for (one, other), score in found.items():
        for here, there in ((one, other), (other, one)):
            best[here, there[0]] = max(best[here, there[0]], score)
    for (one, other), score in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if score == best[one, other[0]] == best[other, one[0]]:
            yield one, other
    for one, other in _left(quoted, told, members):
        if not (says(quoted[one]) and says(quoted[other])):
            continue
        first, second = quoted[one].wording, quoted[other].wording
        common = (first.content & second.content) - first.names - second.names
        most = 1 if quoted[one].direct and quoted[other].direct else 2
        if any(max(often(one[0])[stem], often(other[0])[stem]) <= most for stem in common):
            yield one, other


def _a_word(one: Quoted) -> bool:
    """Whether an actor's words are one in marks: “irresponsible”."""
    return one.described is None and one.direct and len(one.wording.tokens) == 1


def _much_or_same(one: Quoted, other: Quoted) -> bool:
    """Whether both say something, or the same word."""
    return (says(one) and says(other)) or one.wording.content == other.wording.content


def _left(
    quoted: Mapping[Key, Quoted], told: Stories, members: Callable[[Key], Sequence[Key]]
) -> Iterator[tuple[Key, Key]]:
    """Of each actor and two articles of a story the quotations of which each is the only one that has nothing in the
    other article."""
    for by_source in _spoken(quoted, lambda one: one.described is None):
        for here, there in _of_one_story(by_source, told):
            mine, theirs = (
                [key for key in by_source[a] if b not in {source for source, _ in members(key)}]
                for a, b in ((here, there), (there, here))
            )
            if len(mine) == len(theirs) == 1 and of_one_kind(*(quoted[k] for k in (*mine, *theirs))):
                yield mine[0], theirs[0]


def _spoken(quoted: Mapping[Key, Quoted], wanted: Callable[[Quoted], bool]) -> Iterator[dict[str, list[Key]]]:
    """What each speaker says in each article, in the order of the text."""
    spoken: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(quoted):
        if wanted(quoted[key]):
            spoken[quoted[key].speaker][key[0]].append(key)
    return iter(spoken.values())


def _of_one_story(by_source: Mapping[str, Sequence[Key]], told: Stories) -> Iterator[tuple[str, str]]:
    """The pairs of these articles that are of one story."""
    for here in by_source if len(by_source) > 1 else ():
        yield from ((here, there) for there in told.beside.get(here, ()) if here < there and there in by_source)


def _candidates(
    quoted: Mapping[Key, Quoted], told: Stories, members: Callable[[Key], Sequence[Key]]
) -> Iterator[tuple[Key, Key]]:
    """Pairs that share a word, each once."""
    for by_source in _spoken(quoted, lambda one: says(one) or _a_word(one)):
        within: dict[Key, set[str]] = {}
        common: set[str] | None = None
        for here, there in _of_one_story(by_source, told):
            if common is None:
                common = _common(quoted[key] for keys in by_source.values() for key in keys)
                within = {key: {source for source, _ in members(key)} for keys in by_source.values() for key in keys}
            mine = [key for key in by_source[here] if there not in within[key]]
            theirs = [key for key in by_source[there] if here not in within[key]]
            for one in mine:
                for other in theirs:
                    shared = quoted[one].wording.content & quoted[other].wording.content
                    if not shared <= common and of_one_kind(quoted[one], quoted[other]):
                        yield one, other


def _common(several: Iterable[Quoted]) -> set[str]:
    """The words that many quotations have."""
    return {
        word for word, times in Counter(w for one in several for w in one.wording.content).items() if times > _COMMON
    }
