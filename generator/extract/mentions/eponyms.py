"""Tells a firm from the person it is named after, where an article calls both so: "Brolin was told", "Brolin said"."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from generator.extract.mentions import clues
from generator.extract.mentions.compact import Words
from generator.extract.mentions.names import Name, text_of
from generator.lexicons import bodies, names
from generator.model.evidence import EntityKind

_FIRM = 2.0  # what stands beside a name that is shown to be a firm's


def firms(
    doc: Words,
    found: Sequence[Name],
    settled: Mapping[str, EntityKind],
    surnames: Collection[str],
    shorts: Collection[str],
) -> frozenset[int]:
    """The tokens where a surname of the article's people is a firm's name.

    Where nothing stands beside it the article decides: one that calls a firm so means it until somebody of that name
    is named in full, and after that wherever the name does not speak. `shorts`: what firms named with their legal form
    or trade are called without.
    """
    written = {text_of(doc, name) for name in found}
    legal = {names.fold(bodies.without_legal_form(text)) for text in written if bodies.has_legal_form(text)}
    alone: dict[str, list[Name]] = defaultdict(list)
    full: dict[str, int] = {}
    for name in found:
        key = names.fold(text_of(doc, name))
        if key in surnames:
            alone[key].append(name)
        elif settled[key] == "person":
            for part in (key.split()[-1], key.split()[0]):
                full[part] = min(name.start, full.get(part, name.start))
    out: set[int] = set()
    for key, called in alone.items():
        begins = full.get(key, len(doc))
        speak = {n.start for n in called if clues.speaks(doc, n.start, n.end)}
        shown = {n.start for n in called if n.leaning <= -_FIRM}
        people = {n.start for n in called if n.leaning > 0 or (n.start in speak and n.start > begins)}
        often = len(shown) + (key in legal) > max(0, len(people) - 1)
        open_ = {n.start for n in called} - shown - people
        out |= shown | {at for at in open_ if often or (at < begins and key in shorts)}
    return frozenset(out)
