"""Which items have a key: an index for 100,000 items, of whose keys nearly all belong to one item alone."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Postings(Generic[Key]):
    """Items by key. A list for each of 800,000 keys would take 100 MB more than this."""

    def __init__(self) -> None:
        self._first: dict[Key, int] = {}
        self._more: dict[Key, list[int]] = {}

    def add(self, keys: Iterable[Key], id: int) -> None:
        """Adds an item under keys; a key that comes twice in a row of one item's counts once."""
        first, more = self._first, self._more
        for key in keys:
            if first.setdefault(key, id) != id:
                others = more.setdefault(key, [])
                if not others or others[-1] != id:
                    others.append(id)

    def of(self, key: Key) -> tuple[int, ...]:
        """The items that have the key, each once."""
        if key not in self._first:
            return ()
        return (self._first[key], *self._more.get(key, ()))

    def remove(self, keys: Iterable[Key], id: int) -> None:
        """Takes an item away from keys; nothing where it has none."""
        for key in keys:
            others = self._more.get(key, [])
            if self._first.get(key) == id:
                del self._first[key]
                if others:
                    self._first[key] = others.pop(0)
            elif id in others:
                others.remove(id)
            if key in self._more and not others:
                del self._more[key]
