"""Things joined two by two become groups (union-find), the same ones in whatever order they were joined."""

from __future__ import annotations


class Groups:
    """Numbers 0 to `size` - 1, each in a group of its own until it is joined with another."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def leader(self, number: int) -> int:
        """The lowest number of the group, by which it is known."""
        while self._leader[number] != number:
            self._leader[number] = self._leader[self._leader[number]]
            number = self._leader[number]
        return number

    def joined(self, one: int, other: int) -> bool:
        return self.leader(one) == self.leader(other)

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.leader(one), self.leader(other)))
        self._leader[high] = low

    def all(self) -> list[list[int]]:
        """Every group, in the order of their lowest numbers."""
        groups: dict[int, list[int]] = {}
        for number in range(len(self._leader)):
            groups.setdefault(self.leader(number), []).append(number)
        return list(groups.values())
