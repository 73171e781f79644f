"""The pictures of an article: never by themselves, and only from hosts that were allowed."""

import os
from collections import Counter
from collections.abc import Sequence
from functools import partial

from hrd_tui.text.pictures import Picture
from hrd_tui.tui.actions.pointed import pointed
from hrd_tui.tui.screen import DeskScreen


def images(screen: DeskScreen) -> None:
    """Shows the pictures of the item under the cursor, after a question for each host that is not allowed yet."""
    from hrd_tui.desk.images import missing

    item_id = pointed(screen)
    if item_id is None:
        return
    screen.show_item(item_id)
    pictures = screen.desk.images.of(item_id)
    if not pictures:
        screen.say("This article has no images")
        return
    if problem := missing():
        raise problem
    hosts = Counter(picture.host for picture in pictures)
    allowed = screen.desk.images.allowed() & set(hosts)
    _ask(screen, item_id, pictures, {host: count for host, count in hosts.items() if host not in allowed}, allowed)


def _ask(
    screen: DeskScreen, item_id: int, pictures: Sequence[Picture], asked: dict[str, int], allowed: set[str]
) -> None:
    """Asks for the first of the hosts, then for those behind it, then shows what is allowed."""
    from hrd_tui.tui.dialogs.images import ALWAYS, AskHost

    if not asked:
        _show(screen, item_id, pictures, allowed)
        return
    (host, count), *others = asked.items()

    def answered(answer: str | None) -> None:
        if answer == ALWAYS:
            screen.trying(partial(screen.desk.images.allow, host))
        _ask(screen, item_id, pictures, dict(others), allowed | {host} if answer else allowed)

    screen.app.push_screen(AskHost(host, count), answered)


def _show(screen: DeskScreen, item_id: int, pictures: Sequence[Picture], allowed: set[str]) -> None:
    from hrd_tui.tui.dialogs.images import ImagesDialog
    from hrd_tui.tui.graphics import protocol

    shown = [picture for picture in pictures if picture.host in allowed]
    if not shown:
        screen.say("No image was loaded")
        return
    desk = screen.desk
    feed = desk.item(item_id).feed
    private = any(one.id == feed and one.allow_private for one in screen.sources.feeds)

    def forbid(host: str) -> str:
        if desk.images.forbid(host):
            return f"{host} is asked for again"
        return f"{host} is allowed by images.allowed of the configuration: hrd config edit"

    load = partial(desk.images.load, hosts=allowed, private=private)
    draw = protocol(desk.config["images.draw"], os.environ, web=screen.app.is_web)
    screen.app.push_screen(ImagesDialog(screen, shown, load, forbid, draw))


ACTIONS = {"images": images}
