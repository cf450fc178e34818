"""What supports a record: how many sources carry it, and how far they are copies or relays of one another."""

from collections.abc import Mapping, Sequence


def status_of(
    sources: Sequence[str],
    wordings: Mapping[str, frozenset[str]],
    relays: Mapping[str, frozenset[str]],
    copy_of: Mapping[str, str],
) -> tuple[tuple[str, ...], str]:
    """The origins among the sources of a record and the word for its support.

    `wordings` are the wordings each source has, `relays` the agencies and outlets it has them from, `copy_of` leads
    from each copy, and each original, to the original. A copy adds no origin, and of several sources that report
    through one agency or outlet one counts. The words: "one source", "copied" (all copies of one article), "relayed
    from X", "separately worded", "origin unknown" (word for word alike without being copies). Never a verdict.
    """
    origins = _without_copies(sources, copy_of)
    if len(sources) == 1:
        return tuple(origins), "one source"
    if len(origins) == 1:
        return tuple(origins), "copied"
    common = frozenset.intersection(*(relays[s] for s in origins))
    if common:
        return (origins[0],), f"relayed from {min(common)}"
    origins = _without_relays(origins, relays)
    # A short phrase is quoted alike by everybody; a longer one told in the same words points to one origin.
    texts = [wordings[s] for s in origins if wordings[s]]
    told = frozenset[str]().union(*texts)
    if len(texts) > 1 and len(told) == 1 and len(min(told).split()) >= 8:
        return tuple(origins), "origin unknown"
    return tuple(origins), "separately worded"


def _without_copies(sources: Sequence[str], copy_of: Mapping[str, str]) -> list[str]:
    """One source for each group of copies: the original where it is among them."""
    kept: dict[str, str] = {}
    for source in sorted(sources):
        name = copy_of.get(source, source)
        if name not in kept or source == name:
            kept[name] = source
    return sorted(kept.values())


def _without_relays(sources: Sequence[str], relays: Mapping[str, frozenset[str]]) -> list[str]:
    """One source for each agency or outlet that several report through."""
    kept: list[str] = []
    seen: set[str] = set()
    for source in sources:
        if relays[source] & seen:
            continue
        seen |= relays[source]
        kept.append(source)
    return kept
