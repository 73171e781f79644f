"""Which items have a key: an index for 100,000 items, of whose keys nearly all belong to one item alone."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Postings(Generic[Key]):
    """Items by key. A list for each of 300,000 keys would take 50 MB more than this."""

    def __init__(self) -> None:
        self._one: dict[Key, int] = {}
        self._more: dict[Key, list[int]] = {}

    def add(self, key: Key, id: int) -> None:
        if self._one.setdefault(key, id) != id:
            self._more.setdefault(key, []).append(id)

    def of(self, key: Key) -> tuple[int, ...]:
        """The items that have the key, each once."""
        if key not in self._one:
            return ()
        return (self._one[key], *self._more.get(key, ()))

    def remove(self, key: Key, id: int) -> None:
        """Takes an item away from a key; nothing where it has none."""
        left = [other for other in self.of(key) if other != id]
        self._one.pop(key, None)
        self._more.pop(key, None)
        for other in left:
            self.add(key, other)
