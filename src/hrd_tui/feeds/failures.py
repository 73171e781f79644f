"""Why a fetch came to nothing: the kinds of failure and the sentences that tell a person."""

from collections.abc import Mapping

from hrd_tui.errors import FetchError
from hrd_tui.text.clean import clean

ADDRESS = "address"  # not an http(s) address
PRIVATE = "private"  # leads into a private network
DNS = "dns"  # the name is unknown
CONNECT = "connect"  # the host or the proxy cannot be reached
TLS = "tls"  # no trustworthy encrypted connection
TIMEOUT = "timeout"  # too slow to connect, silent for too long, or too long in all
TOO_LARGE = "too-large"  # larger than the limit, after decompression
REDIRECTS = "redirects"  # too many, or one that leads nowhere
STATUS = "status"  # an answer of 4xx or 5xx, or one that is no answer
ENCODING = "encoding"  # the compression is broken
ABORTED = "aborted"  # broken off in the middle

LATER = "It is tried again later."
LOOK = "Open the address in a browser; hrd feeds add SITE looks for the feed of a site."
"""What to do about an answer that is no feed, or none at all."""

KINDS = (ADDRESS, PRIVATE, DNS, CONNECT, TLS, TIMEOUT, TOO_LARGE, REDIRECTS, STATUS, ENCODING, ABORTED)

_MEANINGS = {
    400: "the site did not understand the request",
    401: "the site wants a name and password",
    402: "the site wants payment",
    403: "the site refuses unknown programs, or this address is not public",
    404: "there is nothing at this address",
    406: "the site refuses unknown programs",
    408: "the site was waiting for too long",
    410: "the site has removed this address for good",
    421: "the site sent the request to the wrong server",
    429: "the site was asked too often",
    444: "the site refuses unknown programs",
    451: "the site may not show this, for legal reasons",
    500: "the site has an error of its own",
    502: "the server behind the site does not answer",
    503: "the site is overloaded or being worked on",
    504: "the server behind the site is too slow",
    520: "the server behind the site answered something unknown",
    521: "the server behind the site is down",
    522: "the server behind the site does not answer",
    523: "the server behind the site cannot be reached",
    524: "the server behind the site is too slow",
    525: "the site's encryption is broken",
    526: "the site's certificate is not valid",
}
_BROWSER = "Open the address in a browser to see what the site wants; a program cannot pass its check."
_ADVICE = {
    401: "Check the address for a name and password, or ask the site.",
    403: "Open the address in a browser; if it works there, the site does not want feed readers.",
    404: "Look for the new feed on the site: hrd feeds add SITE.",
    406: _BROWSER,
    410: "Remove the feed, or look for a new one on the site: hrd feeds add SITE.",
    429: "It is left alone until it may be asked again.",
    444: _BROWSER,
    503: "It is asked again later.",
}


_CHALLENGE_MARKS = (
    b"<title>just a moment...</title>",
    b"<title>attention required! | cloudflare</title>",
    b"_cf_chl_opt",
    b"_incapsula_resource",
)


class StatusError(FetchError):
    """The site answered, but not with what was asked for.

    `status` is the number of the HTTP answer, `retry_after` its Retry-After header as sent (or empty), `headers` all
    of them with lower-case names, `body` what came with them, `challenge` whether a check for humans stood in the way.
    """

    def __init__(self, host: str, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self.status = status
        self.headers = dict(headers)
        self.body = body
        self.retry_after = headers.get("retry-after", "")
        self.challenge = is_challenge(status, headers, body)
        if self.challenge:
            title = f"{host} answers {status}: it shows a check for humans ({_guard(headers)}) instead of an answer"
            super().__init__(STATUS, title, _BROWSER)
        else:
            meaning = _MEANINGS.get(status) or _class_meaning(status)
            super().__init__(
                STATUS, f"{host} answers {status}: {meaning}", _ADVICE.get(status) or _class_advice(status)
            )


def is_challenge(status: int, headers: Mapping[str, str], body: bytes = b"") -> bool:
    """Whether an answer is a robot check and not the site's own word.

    Cloudflare marks its challenges with `cf-mitigated: challenge` (Cloudflare, "Detect a challenge page response");
    DataDome and Sucuri have headers of their own; older ones, and Imperva's, are known by their page, even at 200.
    """
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    if status >= 400 and ("x-datadome" in headers or "x-sucuri-block" in headers):
        return True
    if status not in (200, 403, 405, 429, 503) or "html" not in headers.get("content-type", "html"):
        return False
    start = body[:20_000].lower()
    return any(mark in start for mark in _CHALLENGE_MARKS)


def _guard(headers: Mapping[str, str]) -> str:
    if "cf-mitigated" in headers or "cloudflare" in headers.get("server", "").lower():
        return "Cloudflare"
    if "x-datadome" in headers:
        return "DataDome"
    return clean(headers.get("server", ""), line=True)[:40] or "unnamed"


def _class_meaning(status: int) -> str:
    if status >= 500:
        return "the site has an error of its own"
    return "the site refuses the request" if status >= 400 else "no answer that can be used"


def _class_advice(status: int) -> str:
    return LATER if status >= 500 else "Open the address in a browser to see what stands there."
