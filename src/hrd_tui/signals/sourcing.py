"""Cautions of a whole story: how many sources stand behind its items."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrd_tui.signals.reading import Found

SINGLE_SOURCE, CIRCULAR = "single-source", "circular"

# They carry what others say; a link there is no source.
_CARRIERS = frozenset(
    "facebook.com x.com twitter.com t.co instagram.com linkedin.com youtube.com youtu.be t.me telegram.me wa.me "
    "whatsapp.com bsky.app mastodon.social reddit.com flickr.com".split()
)


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a story: its id, its publisher's host, the hosts that it links to.

    `copy_of` is the id of the item whose text it repeats, `echo` tells the editor's own text on another site.
    """

    id: int
    publisher: str
    cites: tuple[str, ...] = ()
    copy_of: int | None = None
    echo: bool = False


def of_story(members: Sequence[Member]) -> tuple[Found, ...]:
    """The cautions of a story of several items.

    Copies and echoes are no sources, nor is a publisher who links to others of the story and to nobody else: that one
    goes back to them. "single-source": all go back to one publisher. "circular": each goes back to another one of them
    or to an echo, so that none is the first.
    """
    sources = [member for member in members if not member.echo and member.copy_of is None]
    hosts = {_bare(member.publisher) for member in sources if member.publisher}
    echoes = {_bare(member.publisher) for member in members if member.echo} - hosts
    if len(members) < 2 or not hosts:
        return ()
    cited: dict[str, set[str]] = {host: set() for host in hosts}
    for member in sources:
        host = _bare(member.publisher)
        if host:
            cited[host] |= {_bare(link) for link in member.cites} - _CARRIERS - {host}
    within = hosts | echoes
    first = sorted(host for host, links in cited.items() if not links or links - within)
    if not first:
        return (Found(CIRCULAR, f"its sources cite only each other: {', '.join(sorted(hosts))}"),)
    if len(first) == 1:
        return (Found(SINGLE_SOURCE, f"all items go back to {first[0]}"),)
    return ()


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.").removeprefix("m.")
