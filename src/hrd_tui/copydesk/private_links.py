"""Addresses that are no public address: they carry a secret, or open what was shared with one person."""

import re
from urllib.parse import parse_qsl, urlsplit

_SECRETS = frozenset(
    "access_token accesstoken auth_token authtoken id_token refresh_token token sig signature x-amz-signature "
    "x-goog-signature x-amz-security-token password passwd pwd secret client_secret jwt sessionid session_id "
    "phpsessid jsessionid aspsessionid sessid".split()
)
# Names that mean a secret only where the value looks like one: "key=climate" is a search word.
_PERHAPS = frozenset("key apikey api_key auth code hash sid session share invite s st resourcekey".split())
_RANDOM = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[\w.~+/=-]{12,}")
_SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=", re.IGNORECASE)
_USER = re.compile(r"https?://[^/?#\s]*@", re.IGNORECASE)
_SUBSCRIBER = re.compile(
    r"/(?:unsubscribe|email-preferences|subscription-preferences|manage-preferences)\b", re.IGNORECASE
)
_MAILCHIMP_PAGE = re.compile(r"/(?:track|unsubscribe|profile|vcard|abuse)\b", re.IGNORECASE)
_SHARED = re.compile(
    r"(?:drive\.google\.com/(?:file|drive|open)|docs\.google\.com/(?!forms/)|(?:www\.)?dropbox\.com/(?:s|scl|sh)/|1drv\.ms/|"
    r"onedrive\.live\.com/|[\w.-]+\.sharepoint\.com/|we\.tl/|(?:www\.)?wetransfer\.com/downloads/|mega\.nz/|"
    r"(?:www\.)?icloud\.com/|[\w.-]*zoom\.us/[jws]/)",
    re.IGNORECASE,
)


def problem(url: str) -> str:
    """What makes an address private, in words; "" for a public one. Never raises.

    Told are names and passwords in front of the host; parameters and fragments that carry a token, key, signature or
    session; Mailchimp's links of one subscriber and pages to leave a list; and links to files and meetings that were
    shared. A form of Google's is public: calls use them.
    """
    if _USER.match(url):
        return "it holds a name or password"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    pairs = [*parse_qsl(parts.query, keep_blank_values=True), *parse_qsl(parts.fragment)]
    for name, value in pairs:
        if (name.lower() in _SECRETS and len(value) >= 6) or (name.lower() in _PERHAPS and _RANDOM.fullmatch(value)):
            return f"“{name}=” is a key of one person"
    if _SESSION_PATH.search(parts.path):
        return "it holds the number of a session"
    names = {name.lower() for name, _ in pairs}
    if "mc_eid" in names or (host.endswith("list-manage.com") and ("e" in names or _MAILCHIMP_PAGE.search(parts.path))):
        return "it is the link of one subscriber"
    if _SUBSCRIBER.search(parts.path):
        return "it is a subscriber's own page"
    if _SHARED.match(f"{host}{parts.path}"):
        return "it opens what was shared, perhaps not with everybody"
    return ""
