"""What a fetch may cost, and who it says it is."""

from dataclasses import dataclass

from hrd_tui import __version__

ACCEPT_FEED = (
    "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/feed+json;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of fetching; the numbers are those of the configuration's `[sync]`.

    `at_once` transfers, `per_host` of them to one host; `connect_seconds` to reach a host (name resolution and TLS
    included), `idle_seconds` without a byte (whole seconds; up to five more once an answer has begun, as curl averages
    over five), `total_seconds` for an answer with all its redirects (waiting for a turn
    not counted), `body_bytes` after decompression, `redirects` followed.
    """

    at_once: int = 64
    per_host: int = 2
    connect_seconds: float = 10
    idle_seconds: float = 15
    total_seconds: float = 60
    body_bytes: int = 10 * 1024 * 1024
    redirects: int = 5
    user_agent: str = f"hrd-tui/{__version__}"
