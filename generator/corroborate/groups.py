"""Items that belong together: a union-find whose joins can be vetoed by what the groups already hold."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


def _itself(item: Hashable) -> Hashable:
    return item


class Groups(Generic[Item]):
    """A partition of items, at first each alone. The order of joins, not of hashing, decides the outcome.

    Two groups are joined when `allowed` holds for every pair across them; what it forbids once it forbids for good,
    because groups only grow. Items with the same `face` are the same to it, so that one of them is asked for all.
    """

    def __init__(
        self,
        items: Iterable[Item],
        face: Callable[[Item], Hashable] = _itself,
        allowed: Callable[[Item, Item], bool] | None = None,
    ) -> None:
        self._leader = {item: item for item in items}
        self._members = {item: [item] for item in self._leader}
        self._faces: dict[Item, dict[Hashable, Item]] = {item: {face(item): item} for item in self._leader}
        self._allowed = allowed
        self._forbidden: dict[Item, set[Item]] = {}

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

    def join(self, one: Item, other: Item) -> bool:
        """Put two groups together, if that is allowed; False when it is not."""
        first, second = self.leader(one), self.leader(other)
        if first == second:
            return True
        if second in self._forbidden.get(first, ()):
            return False
        if self._allowed is not None:
            allowed, against = self._allowed, self.faces(second)
            if not all(allowed(a, b) for a in self.faces(first) for b in against):
                self._forbidden.setdefault(first, set()).add(second)
                self._forbidden.setdefault(second, set()).add(first)
                return False
        self.put_together(first, second)
        return True

    def put_together(self, one: Item, other: Item) -> None:
        """Put two groups together, whatever is allowed."""
        first, second = self.leader(one), self.leader(other)
        if first == second:
            return
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        self._leader[second] = first
        self._members[first] += self._members.pop(second)
        for face, item in self._faces.pop(second).items():
            self._faces[first].setdefault(face, item)
        for third in self._forbidden.pop(second, ()):
            self._forbidden[third].discard(second)
            if third != first:
                self._forbidden[third].add(first)
                self._forbidden.setdefault(first, set()).add(third)

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
