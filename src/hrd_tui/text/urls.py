"""Addresses: which are safe to keep, what they point at, and their form without tracking."""

import re
import unicodedata
from collections.abc import Collection
from ipaddress import IPv6Address
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from hrd_tui.text.clean import clean

MAX_LENGTH = 8192

_PLAIN = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z0-9-]*[a-z0-9](?:[/?#][!#-;=?-\[\]_a-z~]*)?", re.IGNORECASE)
_KEPT_SIGNS = "!#$%&'()*+,/:;=?@[]~"
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?")
_MAIL = re.compile(r"mailto:([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")

# Read from links of real newsletters and feeds; the names that the tools' own documentation gives for them, and those
# that the lists of uBlock Origin and Brave ($removeparam) and of ClearURLs (global rules) take from every site.
_TRACKING = frozenset(
    [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "twclid", "yclid", "_openstat", "igsh",
        "igshid", "ttclid", "li_fat_id", "epik", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hssc",
        "__hstc", "__hsfp", "hsctatracking", "oly_enc_id", "oly_anon_id", "vero_id", "vero_conv", "wickedid",
        "ml_subscriber", "ml_subscriber_hash", "rb_clickid", "s_cid", "trk_contact", "trk_msg", "trk_module",
        "trk_sid", "bsft_clkid", "bsft_uid", "sfmc_id", "et_rid", "amp",
        "_ga", "_gl", "gad_source", "gad_campaignid", "srsltid", "ymclid", "ysclid", "rdt_cid", "s_kwcid",
        "fb_action_ids", "fb_action_types", "fb_comment_id", "fb_ref", "fb_source", "mibextid", "ref_src", "ref_url",
        "bsft_eid", "bsft_mid", "bsft_aaid", "bsft_ek", "mc_tc", "vgo_ee", "__s", "_kx", "_bhlid", "ck_subscriber_id",
        "ss_email_id", "bbeml", "sc_customer", "sc_eh", "sc_uid", "oft_id", "oft_k", "oft_lk", "oft_d", "oft_c",
        "oft_ck", "oft_ids", "oft_sk", "elqtrackid", "elqtrack", "elqaid", "elqat", "elqcampaignid", "emci", "emdi",
        "spmailingid", "spuserid", "spjobid", "spreportid", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname",
        "ns_fee", "wtrid", "wtmc", "wtzmc", "cx_click", "cx_recsorder", "cx_recswidget", "guce_referrer",
        "guce_referrer_sig", "guccounter", "_branch_match_id", "_branch_referrer", "__twitter_impression",
        "pk_campaign", "pk_kwd", "pk_keyword", "pk_source", "pk_medium", "pk_content", "pk_cid",
        "itm_source", "itm_medium", "itm_campaign", "at_campaign", "at_campaign_type", "at_creation", "at_emailtype",
        "at_link", "at_link_id", "at_link_origin", "at_link_type", "at_medium", "at_ptr_name", "at_recipient_id",
        "at_recipient_list", "at_send_date",
    ]
)  # fmt: skip
_TRACKING_BEGINS = ("utm_", "wt_", "mtm_", "matomo_", "piwik_", "hsa_")
"""Of Google Analytics, Webtrekk (now Mapp), Matomo (formerly Piwik) and HubSpot: none of them means anything else."""
_MAILCHIMP_HOSTS = ("list-manage.com", "campaign-archive.com", "mailchi.mp")
_SAME_SITE = {"thoolen.wordpress.com": "humanrightsdefenders.blog"}


def safe(url: str) -> str:
    """The address where it is an absolute http or https one with a valid host, in ASCII; else "".

    Names and passwords in front of the host are taken out: they are a disguise or a secret. An international host
    becomes punycode, other signs are percent-encoded, a backslash before the query is a slash (WHATWG URL).
    Longer than MAX_LENGTH is refused. Never raises.
    """
    if len(url) > MAX_LENGTH:
        return ""
    if _PLAIN.fullmatch(url):
        return _lower_host(url)
    url = clean(url).replace("\n", "").replace("\t", "").strip()
    head, mark, tail = _cut(url)
    try:
        parts = urlsplit(head.replace("\\", "/") + mark + tail)
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    where = host if port is None else f"{host}:{port}"
    rest = [quote(part, safe=_KEPT_SIGNS) for part in (parts.path, parts.query, parts.fragment)]
    return urlunsplit((parts.scheme, where, *rest))


def resolve(base: str, link: str) -> str:
    """The safe address that a link on the page `base` points at; "" where it points at none."""
    if _PLAIN.fullmatch(link):
        return safe(link)
    link = clean(link).replace("\n", "").replace("\t", "").strip()
    if not link:
        return ""
    try:
        return safe(urljoin(safe(base), link))
    except ValueError:
        return ""


def target(base: str, link: str) -> str:
    """Where a link in a text leads: an untracked safe address, or mailto: with one plain mail address; else "".

    A link within its own page leads nowhere.
    """
    if link.startswith("#"):
        return ""
    mail = _MAIL.match(link)
    return f"mailto:{mail[1]}" if mail else untracked(resolve(base, link))


def untracked(url: str, sites: Collection[str] = ()) -> str:
    """The address without parameters that only tell where the reader came from.

    These are utm_*, wt_* and the others named above, Mailchimp's `e` beside its mc_* or on its hosts, and a `ref` that
    names the address's own host or one of `sites`. A doubly escaped "&amp;" is mended. Other addresses come back
    unchanged.
    """
    if "?" not in url:
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if not parts.query or parts.scheme not in ("http", "https"):
        return url
    pairs = [pair.removeprefix("amp;") for pair in parts.query.split("&")]
    names = [pair.partition("=")[0].lower() for pair in pairs]
    where = parts.hostname or ""
    mailchimp = where.endswith(_MAILCHIMP_HOSTS) or any(name in ("mc_cid", "mc_eid") for name in names)
    known = {_bare(site) for site in (where, *sites)}
    kept = [
        pair
        for pair, name in zip(pairs, names, strict=True)
        if not (
            name.startswith(_TRACKING_BEGINS)
            or name in _TRACKING
            or (name == "e" and mailchimp)
            or (name == "ref" and _bare(pair.partition("=")[2]) in known)
        )
    ]
    return url if kept == pairs and "amp;" not in parts.query else urlunsplit(parts._replace(query="&".join(kept)))


def canonical(url: str) -> str:
    """What two addresses of one page have in common; a key to compare by, not an address to open.

    Untracked, https, no default port, no "www.", no slash at the end, no fragment but "#!…", escapes in one form;
    the blog's former host counts as its present one. "" where the address is not safe.
    """
    address = untracked(safe(url))
    if not address:
        return ""
    parts = urlsplit(address)
    where = _bare(parts.hostname or "")
    where = _SAME_SITE.get(where, where)
    if ":" in where:
        where = f"[{where}]"
    if parts.port not in (None, 80, 443):
        where += f":{parts.port}"
    path = _ESCAPE.sub(_one_escape, parts.path).rstrip("/")
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit(("https", where, path, _ESCAPE.sub(_one_escape, parts.query), fragment))


def host(url: str) -> str:
    """The host of an address, in lower case and ASCII, without its port; "" where the address is not safe."""
    try:
        return urlsplit(safe(url)).hostname or ""
    except ValueError:
        return ""


def _cut(url: str) -> tuple[str, str, str]:
    at = min((at for at in (url.find("?"), url.find("#")) if at >= 0), default=len(url))
    return url[:at], url[at : at + 1], url[at + 1 :]


def _lower_host(url: str) -> str:
    scheme, _, rest = url.partition("://")
    end = next((at for at, sign in enumerate(rest) if sign in "/?#"), len(rest))
    return f"{scheme.lower()}://{rest[:end].lower()}{rest[end:]}"


def _ascii_host(name: str) -> str:
    """The host in ASCII, with brackets where it is IPv6; raises ValueError, or gives "" where it is none."""
    if ":" in name:
        return f"[{IPv6Address(name)}]"
    name = unicodedata.normalize("NFKC", name.lower()).replace("\u3002", ".")
    labels = [
        label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}" for label in name.split(".")
    ]
    name = ".".join(labels)
    fits = len(name) <= 253 and all(0 < len(label) <= 63 for label in name.removesuffix(".").split("."))
    return name if fits and _HOST.fullmatch(name) else ""


def _bare(name: str) -> str:
    return name.lower().removeprefix("www.")


def _one_escape(escape: re.Match[str]) -> str:
    sign = chr(int(escape[0][1:], 16))
    return sign if _UNRESERVED.fullmatch(sign) else escape[0].upper()
