"""Where a query finds nothing: which of its values there are not, and what comes near."""

from typing import TYPE_CHECKING

from hrd_tui.cli import output
from hrd_tui.text.query import parse

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk


def tell(desk: "Desk", query: str) -> None:
    """Says of each tag, feed and folder of a query that is not on the desk what is called nearly so."""
    from difflib import get_close_matches

    from hrd_tui.text.fold import fold
    from hrd_tui.text.query_nodes import Field, every

    index = desk.store.index
    feeds = [(id, feed) for id, feed in list(desk.store.feeds.items()) if "removed" not in feed]
    known = {
        "tag": list(index.tags()),
        "feed": [index.texts.source(id) for id, _ in feeds],
        "folder": sorted({feed.get("folder", "") for _, feed in feeds} - {""}),
    }
    for node in every(parse(query).root):
        if not isinstance(node, Field) or node.name not in known or node.text.isdigit():
            continue
        names = {fold(name): name for name in known[node.name]}
        if any(node.text == name or (node.name != "tag" and node.text in name) for name in names):
            continue
        near = ", ".join(names[name] for name in get_close_matches(node.text, names, 3, cutoff=0.5))
        output.say(f"There is no {node.name} “{node.text}”" + (f"; nearest: {near}" if near else "."))
