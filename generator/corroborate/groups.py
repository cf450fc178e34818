"""Items that belong together: a union-find whose joins can be vetoed by what the groups already hold."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """A partition of items, at first each alone. The order of joins, not of hashing, decides the outcome."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._leader = {item: item for item in items}
        self._members = {item: [item] for item in self._leader}

    def leader(self, item: Item) -> Item:
        while self._leader[item] != item:
            self._leader[item] = self._leader[self._leader[item]]
            item = self._leader[item]
        return item

    def members(self, item: Item) -> list[Item]:
        return self._members[self.leader(item)]

    def join(self, one: Item, other: Item, allowed: Callable[[Item, Item], bool] | None = None) -> bool:
        """Put two groups together, if `allowed` holds for every pair across them; False when it does not."""
        first, second = self.leader(one), self.leader(other)
        if first == second:
            return True
        if allowed is not None and not all(allowed(a, b) for a in self._members[first] for b in self._members[second]):
            return False
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        self._leader[second] = first
        self._members[first] += self._members.pop(second)
        return True

    def all(self) -> list[list[Item]]:
        """Every group, in the order in which its leader came in."""
        return [self._members[item] for item in self._leader if item in self._members]

    def of_several(self) -> list[list[Item]]:
        return [group for group in self.all() if len(group) > 1]
