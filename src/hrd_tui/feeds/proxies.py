"""The proxy that the environment asks for."""

from collections.abc import Mapping

_REMOTE_NAMES = {"socks5://": "socks5h://", "socks://": "socks5h://", "socks4://": "socks4a://"}


def proxy_for(scheme: str, environ: Mapping[str, str]) -> str:
    """The proxy for addresses of a scheme ("http" or "https"), as curl takes it; empty when none is set.

    A set proxy is for everything, so that nothing goes out past it: without one for this scheme, `all_proxy` or the
    other scheme's is used, and `no_proxy` is not read. Names are resolved by a SOCKS proxy, never here (socks5h).
    Upper-case names are read too, but not HTTP_PROXY, which a web server may set from a request's header
    (CVE-2016-5385).
    """
    other = "http" if scheme == "https" else "https"
    for name in (f"{scheme}_proxy", "all_proxy", f"{other}_proxy"):
        value = environ.get(name) or (environ.get(name.upper()) if name != "http_proxy" else "")
        if value and value.strip():
            return _remote_names(value.strip())
    return ""


def _remote_names(value: str) -> str:
    for local, remote in _REMOTE_NAMES.items():
        if value.lower().startswith(local):
            return remote + value[len(local) :]
    return value
