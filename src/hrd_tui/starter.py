"""The subscriptions that are offered on the first start."""

from importlib.resources import files
from pathlib import Path


def starter_opml() -> bytes:
    """The shipped `feeds.opml`: the one inside the installed package, else the one at the top of the checkout."""
    shipped = files("hrd_tui") / "feeds.opml"
    return shipped.read_bytes() if shipped.is_file() else (Path(__file__).parents[2] / "feeds.opml").read_bytes()
