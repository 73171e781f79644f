"""One exchange with a server over curl: a request out, an answer in, within the limits."""

import ipaddress
import os
import re
import socket
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pycurl

from hrd_tui.errors import FetchError
from hrd_tui.feeds import failures
from hrd_tui.feeds.addresses import Target, is_public, private
from hrd_tui.feeds.limits import Limits
from hrd_tui.text.clean import clean

_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_GZIP = b"\x1f\x8b\x08"

_TLS_ERRORS = frozenset((35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98))
_KIND_OF = {
    pycurl.E_UNSUPPORTED_PROTOCOL: failures.ABORTED,  # what comes back is not HTTP
    pycurl.E_URL_MALFORMAT: failures.ADDRESS,
    pycurl.E_COULDNT_RESOLVE_PROXY: failures.CONNECT,
    pycurl.E_COULDNT_RESOLVE_HOST: failures.DNS,
    pycurl.E_COULDNT_CONNECT: failures.CONNECT,
    pycurl.E_OPERATION_TIMEDOUT: failures.TIMEOUT,
    pycurl.E_BAD_CONTENT_ENCODING: failures.ENCODING,
    pycurl.E_FILESIZE_EXCEEDED: failures.TOO_LARGE,
    97: failures.CONNECT,  # CURLE_PROXY
    100: failures.TOO_LARGE,  # CURLE_TOO_LARGE: headers
}

_ADVICE = {
    failures.ADDRESS: "Check the address.",
    failures.DNS: "Check the address, and whether this machine is online.",
    failures.CONNECT: "Check whether this machine is online; it is tried again later.",
    failures.TLS: "Open the address in a browser, which tells more; it is tried again later.",
    failures.ENCODING: failures.LATER,
    failures.ABORTED: failures.LATER,
}


@dataclass(slots=True)
class Exchange:
    """What one request brought: `headers` with lower-case names, values as sent (Latin-1), several joined with ", ";
    `body` decompressed; `seconds` taken.
    """

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    seconds: float = 0.0


class _Lent(socket.socket):
    """A socket that curl works with a duplicate of, closed as soon as curl has that."""

    def __del__(self) -> None:
        self.close()


@dataclass(slots=True)
class Received:
    """What comes in while curl works, at most `limit` bytes of it, and only from public addresses unless `anywhere`."""

    limit: int
    anywhere: bool = False
    chunks: list[bytes] = field(default_factory=list)
    size: int = 0
    header_lines: list[bytes] = field(default_factory=list)
    refused: str = ""
    too_large: bool = False

    def write(self, chunk: bytes) -> int:
        """Takes decompressed bytes; 0 makes curl stop. Before 8.20, MAXFILESIZE does not count what is unpacked."""
        self.size += len(chunk)
        if self.size > self.limit:
            self.too_large = True
            self.chunks.clear()
            return 0
        self.chunks.append(chunk)
        return len(chunk)

    def open_socket(self, purpose: int, address: Any) -> Any:
        """Judges the address that the connection is about to be made to, after name resolution."""
        family, kind, protocol, place = address
        if not self._may_reach(str(place[0])):
            return pycurl.SOCKET_BAD
        try:
            return _Lent(family, kind, protocol)
        except OSError:
            return pycurl.SOCKET_BAD

    def before_request(self, remote: str, local: str, remote_port: int, local_port: int) -> int:
        """Judges the connection again: it may be one kept open by a feed that is allowed more."""
        return int(pycurl.PREREQFUNC_OK if self._may_reach(remote) else pycurl.PREREQFUNC_ABORT)

    def _may_reach(self, address: str) -> bool:
        if self.anywhere or is_public(ipaddress.ip_address(address)):
            return True
        self.refused = address
        return False


class Transfer:
    """A request set up on a curl handle; `result()` after the handle has run gives the Exchange."""

    def __init__(
        self,
        curl: pycurl.Curl,
        target: Target,
        *,
        limits: Limits,
        seconds: float,
        headers: dict[str, str],
        proxy: str,
        authorities: str,
        allow_private: bool,
        method: str = "GET",
        body: bytes = b"",
    ) -> None:
        """`seconds` is the time left for this exchange. Header values that cannot be sent as they are stay away."""
        self._curl = curl
        self._target = target
        self._limits = limits
        self._proxied = bool(proxy)
        self._received = Received(limits.body_bytes, anywhere=allow_private or bool(proxy))
        option: Callable[[int, Any], None] = curl.setopt
        option(pycurl.URL, target.url)
        option(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        option(pycurl.NOSIGNAL, 1)
        option(pycurl.USERAGENT, _header_value(limits.user_agent) or b"hrd-tui")
        # Without the empty Expect curl waits a second for a "100 Continue" that many sites never send.
        option(pycurl.HTTPHEADER, [*_header_lines(headers), *([b"Expect:"] if body else [])])
        option(pycurl.ACCEPT_ENCODING, "")
        option(pycurl.CAINFO, os.fsencode(authorities))
        option(pycurl.PROXY, proxy.encode())
        option(pycurl.PROXY_CAINFO, os.fsencode(authorities))
        option(pycurl.NOPROXY, "")
        option(pycurl.CONNECTTIMEOUT_MS, max(1, int(min(limits.connect_seconds, seconds) * 1000)))
        option(pycurl.TIMEOUT_MS, max(1, int(seconds * 1000)))
        option(pycurl.LOW_SPEED_LIMIT, 1)
        option(pycurl.LOW_SPEED_TIME, max(1, round(limits.idle_seconds)))
        option(pycurl.MAXFILESIZE_LARGE, limits.body_bytes)
        option(pycurl.HEADERFUNCTION, self._received.header_lines.append)
        option(pycurl.WRITEFUNCTION, self._received.write)
        if target.login:
            option(pycurl.USERPWD, target.login.encode())
        if method == "POST":
            option(pycurl.POST, 1)
            option(pycurl.POSTFIELDS, body)
        elif method == "HEAD":
            option(pycurl.NOBODY, 1)
        option(pycurl.OPENSOCKETFUNCTION, self._received.open_socket)
        option(pycurl.PREREQFUNCTION, self._received.before_request)

    def result(self, error: pycurl.error | None) -> Exchange:
        """Raises FetchError for whatever went wrong below HTTP."""
        if error is not None:
            raise self._failure(int(error.args[0]), str(error.args[1]) if len(error.args) > 1 else "") from error
        body = b"".join(self._received.chunks)
        if body.startswith(_GZIP):
            body = self._unpacked(body)
        return Exchange(
            status=int(self._curl.getinfo(pycurl.RESPONSE_CODE)),
            headers=_parsed_headers(self._received.header_lines),
            body=body,
            seconds=float(self._curl.getinfo(pycurl.TOTAL_TIME)),
        )

    def _unpacked(self, body: bytes) -> bytes:
        """The body of a server that sends a gzip file and does not say so."""
        unpacker = zlib.decompressobj(wbits=31)
        try:
            plain = unpacker.decompress(body, self._limits.body_bytes + 1)
        except zlib.error as error:
            raise self._error(failures.ENCODING, "sent a compressed answer that is broken", failures.LATER) from error
        if len(plain) > self._limits.body_bytes:
            raise self._too_large()
        if not unpacker.eof:
            raise self._error(failures.ENCODING, "sent a compressed answer that is cut off", failures.LATER)
        return plain

    def _failure(self, code: int, message: str) -> FetchError:
        received, host = self._received, self._target.host
        if received.refused:
            return private(host, received.refused)
        if received.too_large:
            return self._too_large()
        kind = failures.TLS if code in _TLS_ERRORS else _KIND_OF.get(code, failures.ABORTED)
        if kind == failures.TOO_LARGE:
            return self._too_large()
        said = clean(message, line=True)[:200]
        if kind == failures.TIMEOUT:
            return self._error(kind, self._too_slow(said), failures.LATER)
        sentence = {
            failures.ADDRESS: "has an address that cannot be asked",
            failures.DNS: "is not known: no address is found for this name",
            failures.CONNECT: "cannot be reached" + (" through the proxy" if self._proxied else ""),
            failures.TLS: "has no encryption that can be trusted",
            failures.ENCODING: "sent a compressed answer that is broken",
            failures.ABORTED: "broke the answer off",
        }[kind]
        return self._error(kind, sentence, f"{_ADVICE[kind]} ({said})" if said else _ADVICE[kind])

    def _too_slow(self, said: str) -> str:
        if "Operation too slow" in said:
            return f"sent nothing for {self._limits.idle_seconds:g} seconds"
        if "Resolving" in said or "Connection time" in said or "SSL connection" in said:
            return f"could not be reached within {self._limits.connect_seconds:g} seconds"
        return f"did not finish its answer within {self._limits.total_seconds:g} seconds"

    def _too_large(self) -> FetchError:
        size = self._limits.body_bytes / (1024 * 1024)
        return self._error(
            failures.TOO_LARGE, f"sent more than {size:g} MB", "The limit is body_megabytes in the configuration."
        )

    def _error(self, kind: str, happened: str, detail: str) -> FetchError:
        return FetchError(kind, f"{self._target.host} {happened}", detail)


def _header_value(value: str) -> bytes:
    """The value in bytes, or empty when sending it would change the request."""
    try:
        raw = value.encode("latin-1")
    except UnicodeEncodeError:
        return b""
    return b"" if _CONTROL.search(raw) else raw


def _header_lines(headers: dict[str, str]) -> list[bytes]:
    lines = []
    for name, value in headers.items():
        raw = _header_value(value)
        if raw:
            lines.append(name.encode("ascii") + b": " + raw)
    return lines


def _parsed_headers(lines: list[bytes]) -> dict[str, str]:
    """The headers of the last answer; those of interim ones (1xx) before it do not count."""
    headers: dict[str, str] = {}
    name = ""
    for raw in lines:
        line = raw.decode("latin-1").rstrip("\r\n")
        if line.startswith("HTTP/"):
            headers = {}
        elif line[:1] in (" ", "\t"):
            if name in headers:
                headers[name] += " " + line.strip()
        elif ":" in line:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            value = value.strip(" \t")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
