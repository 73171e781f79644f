"""`hrd serve`: the reader in a browser of this machine."""

import ipaddress
import secrets
import shlex
import sys

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import UsageProblem

LOOPBACK = "127.0.0.1"
TOKEN_BYTES = 24
"""192 bits, more than the 128 that OWASP asks of a session's identifier."""


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--host", default=LOOPBACK, show_default=True, help="Address of this machine to serve on.")
@click.option("--open-to-others", is_flag=True, help="Allow an address that other machines reach; not encrypted.")
@pass_session
def serve(session: Session, port: int, host: str, open_to_others: bool) -> None:
    """Serve the reader to a browser, until Ctrl+C.

    Whoever has the address that is printed has the desk: it holds a token that is another one at each start. Only
    this machine can reach it. From elsewhere, go through SSH: ssh -L 8000:127.0.0.1:8000 HOST, then open the address
    on your side.

    \b
    Examples:
      hrd serve
      hrd serve --port 0
    """
    if not _loopback(host) and not open_to_others:
        raise UsageProblem(
            f"{host} can be reached by other machines",
            "What is read and typed would cross the network unencrypted. Go through SSH instead (hrd serve --help), "
            "or say --open-to-others.",
        )
    try:
        from hrd_tui.web.serving import serve as serving
    except ModuleNotFoundError as error:
        from hrd_tui.extras import install

        raise UsageProblem("Serving needs the extra “web”", f"Install it with: {install('web')}") from error
    # A mistake in the configuration, or a damaged desk, is better told here than in the browser.
    _ = session.desk
    serving(shlex.join(_reader()), secrets.token_urlsafe(TOKEN_BYTES), host, port, _tell)


def _reader() -> list[str]:
    home = click.get_current_context().find_root().params.get("home")
    return [sys.executable, "-m", "hrd_tui", *(["--home", str(home.absolute())] if home else [])]


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _tell(address: str) -> None:
    output.say(f"The reader is at {address}")
    output.say("Whoever has this address has your desk. Ctrl+C ends it.")
