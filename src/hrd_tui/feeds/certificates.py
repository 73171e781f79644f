"""The certificates that a site's certificate is checked against."""

import os
from collections.abc import Mapping
from functools import cache

# Debian and Alpine; Fedora and RHEL; openSUSE; macOS and the BSDs; the same list that Go's crypto/x509 reads.
SYSTEM_FILES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/cert.pem",
    "/usr/local/etc/ssl/cert.pem",
)


def authorities(environ: Mapping[str, str]) -> str:
    """The file of trusted authorities: SSL_CERT_FILE, else the system's, else the one that certifi brings."""
    return environ.get("SSL_CERT_FILE") or _found()


@cache
def _found() -> str:
    for name in SYSTEM_FILES:
        if os.path.isfile(name) and os.path.getsize(name):
            return name
    import certifi

    return certifi.where()
