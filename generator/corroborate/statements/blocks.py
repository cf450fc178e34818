"""What pairs tie to one another, settled block by block: a block that is as it was in an earlier run is settled so."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.corroborate.groups import Groups
from generator.corroborate.statements.quoted import Quoted
from generator.model import Key
from generator.remembered import Remembered

Places = tuple[int, int]
# Gives, by their places in a block, those that are one and the pairs kept apart.
Settle = Callable[..., tuple[list[list[int]], list[Places]]]


def blocks(
    quoted: Mapping[Key, Quoted],
    copied: Sequence[tuple[Key, Key]],
    pairs: Sequence[tuple[float, Key, Key]],
    settle: Settle,
    known: Remembered,
) -> Iterator[tuple[list[list[Key]], list[tuple[Key, Key]]]]:
    """What `settle` gives for each block of quotations that copies or `pairs`, with a score each, tie to one another;
    it gets the quotations, the copies and the pairs by their places, and the pairs with the highest scores first."""
    tied: Groups[Key] = Groups(quoted)
    for one, other in (*copied, *(pair[1:] for pair in pairs)):
        tied.join(one, other)
    members = [sorted(block) for block in tied.of_several()]
    place = {key: (number, at) for number, block in enumerate(members) for at, key in enumerate(block)}
    copies_of: dict[int, list[Places]] = defaultdict(list)
    for one, other in copied:
        copies_of[place[one][0]].append((place[one][1], place[other][1]))
    pairs_of: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for score, one, other in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        pairs_of[place[one][0]].append((score, place[one][1], place[other][1]))
    with known.table("statements") as found:
        for number, block in enumerate(members):
            inside = [quoted[key] for key in block]
            made = partial(settle, inside, copies_of[number], pairs_of[number])
            more = [index for _, index in block], sorted(copies_of[number]), pairs_of[number]
            together, apart = found(made, tuple([source for source, _ in block]), more)
            yield [[block[at] for at in group] for group in together], [(block[a], block[b]) for a, b in apart]
