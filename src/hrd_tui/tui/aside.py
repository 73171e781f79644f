"""What stands in the head of an article besides the item's own words, gathered without holding up a key."""

from collections.abc import Sequence

from hrd_tui.desk.covered import Earlier
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import HrdError
from hrd_tui.tui.about import About, about
from hrd_tui.tui.article import ArticleView
from hrd_tui.tui.latest import Latest
from hrd_tui.tui.room import Room


class Aside:
    """Looks up beside the screen what is told of the item in the article, and puts it there.

    Only the item shown last counts. What the signals tell is known at once after the first time, the earlier posts
    of the blog only when they were looked for.
    """

    def __init__(self, desk: Desk, room: Room, article: ArticleView) -> None:
        self._desk = desk
        self._room = room
        self._article = article
        self._latest: Latest[tuple[int, About]] = Latest(room, self._found, self._lost)
        self._warm = False
        self._said = ""
        self._earlier: dict[int, tuple[Earlier, ...]] = {}

    def known(self, item_id: int) -> About | None:
        """What can be told of an item at once; None before the first look-up has read what it takes."""
        return about(self._desk, item_id, self._earlier.get(item_id, ())) if self._warm else None

    def earlier(self, item_id: int) -> Sequence[Earlier] | None:
        """The earlier posts of an item, None where they were not looked for yet."""
        return self._earlier.get(item_id)

    def look(self, *, again: bool = False) -> None:
        """Looks up what is told of the item shown; `again` also what is known already, which may have changed."""
        item = self._article.item
        if again:
            self._earlier.clear()
        if item is not None and item.id not in self._earlier:
            self._latest.do(lambda: (item.id, self._look_up(item.id)))

    def _look_up(self, item_id: int) -> About:
        earlier = self._desk.covered.nearest(item_id) if self._desk.store.posts else ()
        return about(self._desk, item_id, earlier)

    def _found(self, found: tuple[int, About]) -> None:
        item_id, told = found
        self._warm = True
        self._earlier[item_id] = told.earlier
        shown = self._article.item
        if shown and shown.id == item_id and told != self._article.about:
            self._article.show(shown, about=told)

    def _lost(self, error: HrdError) -> None:
        if error.title != self._said:
            self._said = error.title
            self._room.complain(error)
