"""Items that belong together: a union-find whose joins can be vetoed by what the groups already hold."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


def _itself(item: Hashable) -> Hashable:
    return item


class Groups(Generic[Item]):
    """A partition of items, at first each alone. The order of joins, not of hashing, decides the outcome.

    Items with the same `face` are the same to every veto, so that one of them is asked for all.
    """

    def __init__(self, items: Iterable[Item], face: Callable[[Item], Hashable] = _itself) -> None:
        self._leader = {item: item for item in items}
        self._members = {item: [item] for item in self._leader}
        self._faces: dict[Item, dict[Hashable, Item]] = {item: {face(item): item} for item in self._leader}

    def leader(self, item: Item) -> Item:
        while self._leader[item] != item:
            self._leader[item] = self._leader[self._leader[item]]
            item = self._leader[item]
        return item

    def members(self, item: Item) -> list[Item]:
        return self._members[self.leader(item)]

    def faces(self, item: Item) -> list[Item]:
        """One member of the item's group for each face."""
        return list(self._faces[self.leader(item)].values())

    def join(self, one: Item, other: Item, allowed: Callable[[Item, Item], bool] | None = None) -> bool:
        """Put two groups together, if `allowed` holds for every pair across them; False when it does not."""
        first, second = self.leader(one), self.leader(other)
        if first == second:
            return True
        if allowed is not None and not all(allowed(a, b) for a in self.faces(first) for b in self.faces(second)):
            return False
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        self._leader[second] = first
        self._members[first] += self._members.pop(second)
        for face, item in self._faces.pop(second).items():
            self._faces[first].setdefault(face, item)
        return True

    def all(self) -> list[list[Item]]:
        """Every group, in the order in which its leader came in."""
        return [self._members[item] for item in self._leader if item in self._members]

    def of_several(self) -> list[list[Item]]:
        return [group for group in self.all() if len(group) > 1]


def _never(one: object, other: object) -> bool:
    return False


def pairs_of(
    block: Sequence[Item], face: Callable[[Item], Hashable], too_late: Callable[[Item, Item], bool] = _never
) -> Iterator[tuple[Item, Item]]:
    """The pairs of a block worth a look: each item with the first of its face, and these with one another.

    In a block in the order of time, one item comes `too_late` for another, and so do all behind it.
    """
    first: dict[Hashable, Item] = {}
    for item in block:
        one = first.setdefault(face(item), item)
        if one != item:
            yield one, item
    faces = list(first.values())
    for at, one in enumerate(faces):
        for later in range(at + 1, len(faces)):
            if too_late(one, faces[later]):
                break
            yield one, faces[later]
