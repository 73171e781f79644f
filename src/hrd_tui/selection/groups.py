"""The items of each view, counted."""

from typing import Any, NamedTuple


class Count(NamedTuple):
    """How many items a view has, and how many of them are unread."""

    items: int
    unread: int


class Group:
    """The items of one view, and how many of them are unread."""

    __slots__ = ("ids", "unread")

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self.unread = 0

    @property
    def count(self) -> Count:
        return Count(len(self.ids), self.unread)


class Groups(dict[Any, Group]):
    """Groups by name, made when first asked for."""

    def __missing__(self, name: Any) -> Group:
        group = self[name] = Group()
        return group
