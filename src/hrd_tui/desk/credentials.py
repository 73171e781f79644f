"""The application password of the blog: from the environment, else from the keyring; never from a file of ours."""

import os
from collections.abc import Mapping

from hrd_tui.errors import ConfigError

VARIABLE = "HRD_WORDPRESS_PASSWORD"
SERVICE = "hrd-wordpress"


def _without() -> str:
    """What to do where no keyring takes the password."""
    from hrd_tui.extras import install

    return f"Set {VARIABLE}, or install the keyring: {install('keyring')}"


def account(site: str, user: str) -> str:
    """The name under which the keyring keeps the password."""
    return f"{user}@{site}"


def password(site: str, user: str, environ: Mapping[str, str] = os.environ) -> str:
    """The application password of a user of a site. Raises ConfigError that says where it can be put."""
    given = environ.get(VARIABLE, "").strip()
    found = given or _from_keyring(account(site, user))
    if not found:
        raise ConfigError(
            f"There is no password for {user} at {site}", f"Set {VARIABLE}, or store it with: hrd wordpress login"
        )
    return found


def check_keyring() -> None:
    """Raises ConfigError where this machine has no keyring that keeps anything."""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError as error:
        raise ConfigError("There is no keyring on this machine", _without()) from error
    if isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring)):
        raise ConfigError("There is no keyring on this machine", f"Set {VARIABLE}.")


def store(site: str, user: str, secret: str) -> None:
    """Puts the password into the keyring. Raises ConfigError where it does not take it."""
    check_keyring()
    import keyring
    import keyring.errors

    try:
        keyring.set_password(SERVICE, account(site, user), secret)
    except keyring.errors.KeyringError as error:
        raise ConfigError("The keyring did not take the password", f"{error}. {_without()}") from error


def _from_keyring(name: str) -> str:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, name) or ""
    except keyring.errors.KeyringError:
        return ""
