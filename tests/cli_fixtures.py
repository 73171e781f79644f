"""The command line run in the process of a test, and a site with a feed for it."""

import io
import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from hrd_tui.cli.main import run
from hrd_tui.desk.desk import Desk
from loopback_site import Site, served

FEED = b"""<rss version="2.0"><channel><title>Harbour Watch</title><link>http://harbour.example/</link>
<item><guid>1</guid><title>Ferry workers charged</title><link>http://harbour.example/1?utm_source=x</link>
<pubDate>Thu, 29 Jan 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Four men stand trial.&lt;/p&gt;</description></item>
<item><guid>2</guid><title>[b]Markup[/b] \xc2\x9b31m stays text</title><link>http://harbour.example/2</link></item>
</channel></rss>"""

FEED_FIELDS = "id address site title folder tags items unread last_success next_try failures error".split()


class Typed(io.StringIO):
    """What somebody types who sits at a terminal."""

    def isatty(self) -> bool:
        return True


class Hrd:
    """Runs the command line in this process; `opened` holds the desks a reader was opened on."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.opened: list[Desk] = []

    def __call__(self, *arguments: str) -> SimpleNamespace:
        code = run(list(arguments), self.opened.append)
        out, err = self._capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    def json(self, *arguments: str) -> list[dict[str, object]]:
        """The JSON that a command prints."""
        result = self(*arguments, "--json")
        assert result.code == 0, result.err
        found: list[dict[str, object]] = json.loads(result.out)
        return found


@pytest.fixture
def hrd(capsys: pytest.CaptureFixture[str]) -> Hrd:
    return Hrd(capsys)


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        site.put("/feed.xml", FEED, "application/rss+xml")
        yield site


@pytest.fixture
def filled(hrd: Hrd, site: Site) -> Hrd:
    assert hrd("feeds", "add", site.base + "/feed.xml", "--allow-private", "--folder", "Ports").code == 0
    return hrd
