"""Which addresses may be asked: web addresses only, and none of a private network unless allowed."""

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from hrd_tui.errors import FetchError
from hrd_tui.feeds.failures import ADDRESS, PRIVATE
from hrd_tui.text.clean import clean
from hrd_tui.text.urls import MAX_LENGTH

Address = IPv4Address | IPv6Address

_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_NUMERIC = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}")
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_GLOBAL6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_TEREDO = IPv6Network("2001::/32")
_6TO4 = IPv6Network("2002::/16")


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart for asking: `url` in ASCII without credentials and fragment, `host` in ASCII without
    brackets, `port`, `login` ("name:password" or empty), `literal` the IP address if the host is one.
    """

    url: str
    scheme: str
    host: str
    port: int
    login: str = ""
    literal: Address | None = None

    @property
    def origin(self) -> tuple[str, str, int]:
        return (self.scheme, self.host, self.port)

    @property
    def loopback(self) -> bool:
        return _is_localhost(self.host) if self.literal is None else self.literal.is_loopback


def target(url: str, allow_private: bool = False) -> Target:
    """The address made ready to be asked.

    Raises FetchError: ADDRESS for anything but a whole http(s) address, PRIVATE for a host that is written as a
    private address (any spelling that the resolver would take: 127.1, 0x7f000001, [::1], percent-encoded, full-width
    digits) or is called localhost. Names are resolved, and their addresses judged, when the connection is made.
    """
    text = url.strip()
    if _UNSAFE.search(text):
        raise _unusable(url, "it holds control characters")
    if len(text) > MAX_LENGTH:
        raise _unusable(url, "it is too long")
    try:
        parts = urlsplit(text)
        port = parts.port
        name = parts.hostname or ""
    except ValueError as error:
        raise _unusable(url, "it is not a whole web address") from error
    if parts.scheme not in ("http", "https"):
        raise _unusable(url, "only http and https addresses are fetched")
    host, literal = _host(name, url)
    if not allow_private and (_is_localhost(host) if literal is None else not is_public(literal)):
        raise private(host)
    bracketed = f"[{host.replace('%', '%25')}]" if ":" in host else host
    netloc = bracketed if port is None else f"{bracketed}:{port}"
    path = quote(parts.path, safe=_KEPT)
    login = "" if parts.username is None else f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Target(
        url=urlunsplit((parts.scheme, netloc, path, quote(parts.query, safe=_KEPT), "")),
        scheme=parts.scheme,
        host=host,
        port=port or (443 if parts.scheme == "https" else 80),
        login="" if _UNSAFE.search(login) else login,
        literal=literal,
    )


def is_public(address: Address) -> bool:
    """Whether an IP address is one of the public internet.

    IPv4 by the IANA special-purpose registry (`ipaddress`), without multicast. IPv6 only from 2000::/3, the one block
    of global unicast; where an IPv4 address is embedded (NAT64, RFC 6052; 6to4, RFC 3056) that one decides. IPv4-mapped
    addresses and Teredo (RFC 4380), which can lead anywhere, are never public.
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    if address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if address in _6TO4:
        return is_public(IPv4Address(int(address) >> 80 & 0xFFFFFFFF))
    return address in _GLOBAL6 and address not in _TEREDO and address.is_global


def private(host: str, address: str = "") -> FetchError:
    """The error for a host that is, or leads to, an address that is refused."""
    where = f"{host} leads to {address}, which is" if address and address != host else f"{host} is"
    return FetchError(
        PRIVATE,
        f"{where} in a private network and was not asked",
        "If you trust it: hrd feeds add --allow-private ADDRESS",
    )


def shown(url: str) -> str:
    """The address for a message: cleaned, without credentials, at most 200 characters."""
    text = re.sub(r"//[^/?#]*@", "//", clean(url, line=True))
    return text if len(text) <= 200 else text[:199] + "…"


def _host(name: str, url: str) -> tuple[str, Address | None]:
    bare = unquote(name)
    if ":" in bare:
        try:
            return bare, ip_address(bare)
        except ValueError as error:
            raise _unusable(url, "its host is not an address") from error
    try:
        host = bare if bare.isascii() else bare.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise _unusable(url, "its host name is not valid") from error
    host = host.lower()
    if len(host) > 253 or not _HOST.fullmatch(host):
        raise _unusable(url, "its host name is not valid" if host else "it names no host")
    if _NUMERIC.fullmatch(host.rstrip(".")):
        try:
            literal = IPv4Address(socket.inet_aton(host.rstrip(".")))
        except OSError as error:
            raise _unusable(url, "its host is not an address") from error
        return str(literal), literal
    return host, None


def _is_localhost(host: str) -> bool:
    return host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost")


def _unusable(url: str, why: str) -> FetchError:
    return FetchError(ADDRESS, f"{shown(url) or 'An empty address'} cannot be fetched: {why}", "Check the address.")
