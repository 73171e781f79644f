"""What a shell completes beyond the names of commands and options: tags, and colours of tags."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_tui.errors import HrdError
from hrd_tui.paths import locate

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def tags_in_use(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The tags of the desk that begin so; none while numbers are typed, and none where the desk cannot be read."""
    from click.shell_completion import CompletionItem

    from hrd_tui.store.store import Store

    home = ctx.find_root().params.get("home")
    folder = locate(Path(home) if home else None).store
    if incomplete.isdigit() or not folder.exists():
        return []
    begun = incomplete.lstrip("#").lower()
    try:
        store = Store.open(folder)
    except HrdError:
        return []
    try:
        return [CompletionItem(tag) for tag in store.index.tags() if tag.startswith(begun)]
    finally:
        store.close()
