"""Where a query finds nothing: which of its values there are not, and what comes near."""

from typing import TYPE_CHECKING

from hrd_tui.cli import output
from hrd_tui.text.query import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrd_tui.desk.desk import Desk


def tell(desk: "Desk", query: str) -> None:
    """Says of each tag, feed, folder, person and organisation of a query that there is not what is called nearly so."""
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
    root = parse(query).root
    for asked in {node.name for node in every(root) if isinstance(node, Field)} & {"person", "org"}:
        known[asked] = _named(desk, asked)
    for node in every(root):
        if not isinstance(node, Field) or node.name not in known or node.text.isdigit():
            continue
        names = {fold(name): name for name in known[node.name]}
        if node.name in ("person", "org"):
            names = {part: name for full, name in names.items() for part in (*full.split(), full)}
        if any(node.text == name or (node.name != "tag" and node.text in name) for name in names):
            continue
        close = get_close_matches(node.text, names, 3, cutoff=0.5)
        near = ", ".join(dict.fromkeys(names[name] for name in close))
        what = "organisation" if node.name == "org" else node.name
        output.say(f"There is no {what} “{node.text}”" + (f"; nearest: {near}" if near else "."))


def _named(desk: "Desk", field: str) -> list[str]:
    """The people or organisations that the lists have or items name."""
    names = desk.lists.names
    listed = names.people_list if field == "person" else names.organisations_list
    found = {entry.name for entry in listed.entries}
    index = desk.store.index

    def gather(values: "Sequence[str]") -> bool:
        found.update(values)
        return False

    index.valued.holding(field, gather, index.shown())
    return sorted(found)
