"""What a text gives away of people: where they live, how to reach them, who their children and relatives are."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hrd_tui.text.fold import fold

ADDRESS, TELEPHONE, MAIL, RELATIVE = "home-address", "telephone", "private-mail", "relative"
MINOR = 18
"""Below it a person is a child: Convention on the Rights of the Child, article 1."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """What was found, one of the codes above, and its words."""

    code: str
    words: str


_HOME = re.compile(
    r"\b(?:lives? (?:at|in)|lived at|living at|resid(?:es|ed|ing) (?:at|in)|residence|home|apartment|flat|house|"
    r"habite|réside|domicile|domicilié|demeurant|chez (?:lui|elle)|vive en|reside en|domicilio|casa)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b\d{1,5}[a-zA-Z]?,?\s+(?:[A-ZÀ-Þ][\w'’.-]*\s+){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Close|Court|Square|Terrace|Crescent)\b\.?"
    r"|\b\d{1,4}(?:\s*bis)?,?\s+(?:rue|avenue|boulevard|place|chemin|impasse|allée)\s+[\w'’À-ÿ-]+(?:\s+[\w'’À-ÿ-]+){0,3}"
    r"|\b(?:[Cc]alle|[Aa]venida|[Cc]arrera|[Pp]laza)\s+(?:[\w'’À-ÿ-]+\s+){0,4}(?:n[.º°o]*\s*)?\d{1,5}\b"
)
_FLAT = re.compile(r"\b(?:apartment|apt\.?|flat)\s+(?:no\.?\s*)?\d{1,4}[a-z]?\b(?!\s*(?:%|per\b))", re.IGNORECASE)
_SAID_ADDRESS = re.compile(
    r"\b(?:home address|adresse (?:personnelle|privée)|domicilio particular)\s*(?:is|est|es|:)\s*\S+", re.IGNORECASE
)
# Longer paragraphs are no prose; in pieces they take time in proportion to their length.
_PIECE = re.compile(r"(?s).{1,4000}(?:(?<=\s)|$)|.{4000}|.+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])|\n")

_INTERNATIONAL = re.compile(r"(?<![\w/.+-])(?:\+|00(?=[1-9]\d[\s(]))\s?\d[\d\s().\u00a0/-]{6,20}\d(?![\w/])")
_CALLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|cell|whats\s?app|signal|call|fax|tél(?:éphone)?|portable|tel[eé]fono|m[oó]vil|celular)\b"
    r"[^\d\n+]{0,20}(\(?\d[\d\s().\u00a0/-]{5,18}\d)(?![\w/])",
    re.IGNORECASE,
)

_MAIL = re.compile(r"(?<![\w.+@-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_FREE = re.compile(
    r"(?:(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|gmx|proton|protonmail|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?|"
    r"(?:msn|aol|icloud|me|mail|zoho|fastmail|rediffmail|tutanota|tuta|inbox|qq|163|126)\.com|"
    r"(?:mail|bk|list|inbox)\.ru|(?:riseup|laposte)\.net|(?:web|t-online)\.de|pm\.me|libero\.it|(?:orange|wanadoo)\.fr)$",
    re.IGNORECASE,
)
_ROLES = (
    r"(?:info|apply|press|presse|prensa|media|contact|contacto|office|recruit|recrut|jobs?|career|vacanc|admin|secretar|"
    r"prize|award|survey|submission|support|help|desk|news|redac|editor|edition|comm?unic|comms|nominat|applic|candidat|"
    r"call|event|regist|webmaster|privacy|data|complain|urgent|appeal|petition|action|defend|team|hello|general|"
    r"[ei]nquir|legal|advocacy|research|donat|member|program|project|grant|fellow|train|consult|input|special|mandate|"
    r"rights|network|international|foundation|committee|forum|service|alert|campaign|ngo|procedure|experts?)"
)
_ROLE = re.compile(rf"(?:^|[._+-]){_ROLES}|{_ROLES}\w{{0,5}}(?:$|[._+-])", re.IGNORECASE)

_CAPITAL = r"(?<![\w’'-])[A-ZÀ-ÞĀ-Ž][\w’'-]{1,40}+"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s+(?:(?:al|el|bin|bint|ibn|de|la|van|von|der)[\s-])?{_CAPITAL}){{0,4}})"
_FULL_NAME = rf"(?P<name>{_CAPITAL}(?:\s+(?:(?:al|el|bin|bint|ibn|de|la|van|von|der)[\s-])?{_CAPITAL}){{1,4}})"
_KIN = (
    r"(?:son|daughter|wife|husband|brother|sister|mother|father|child|nephew|niece|cousin|uncle|aunt|fiancée?|spouse|"
    r"grandson|granddaughter|grandmother|grandfather|(?:step|half-)(?:son|daughter|brother|sister)|baby|toddler)"
)
_PARENTE = (
    r"(?:fils|fille|femme|épouse|mari|époux|compagne|compagnon|frère|s(?:œ|oe)ur|mère|père|enfant|neveu|nièce|cousine?)"
)
_PARIENTE = r"(?:hij[oa]|espos[oa]|marido|mujer|herman[oa]|madre|padre|sobrin[oa]|prim[oa]|niet[oa])"
_RELATIVES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|\w+[’']s?)\s+(?:[a-z0-9-]+\s+){{0,3}}?{_KIN},?\s+{_NAME}",
        rf"\b(?:the|a)\s+{_KIN}\s+of\s+(?:[a-z-]+,?\s+){{0,6}}?{_FULL_NAME}",
        rf"{_FULL_NAME},?\s+(?:who is\s+)?(?:the\s+|[Hh]is\s+|[Hh]er\s+|their\s+)(?:[a-z-]+\s+)?{_KIN}\s+of\b",
        rf"\b(?:[Ss]on|[Ss]a|[Ll]eur)\s+(?:[a-zà-ÿ]+\s+)?{_PARENTE},?\s+{_NAME}",
        rf"\b[Ss]us?\s+{_PARIENTE}(?:\s+(?:menor|mayor))?,?\s+{_NAME}",
    )
)
_AGES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<age>\d{{1,2}})-year-old\s+(?:[a-z-]+\s+){{0,3}}?{_NAME}",
        rf"{_FULL_NAME},?\s+(?:âgée? de|de)\s+(?P<age>\d{{1,2}})\s*(?:ans|años)\b",
        rf"{_FULL_NAME},?\s+aged\s+(?P<age>\d{{1,2}})\b",
        rf"{_FULL_NAME},\s+(?P<age>\d{{1,2}}),\s",
        rf"{_NAME},?\s+(?:an?\s+)?(?P<age>\d{{1,2}})[ -]year[ -]old",
    )
)
_NO_NAME = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday article articles section rule resolution chapter her his their our a an this that "
    "one day the and on in at".split()
)


def find(text: str, known: Collection[str] = ()) -> list[Exposure]:
    """What a paragraph gives away. `known` are people whom the post is about; they are nobody's relative here.

    A street counts only in a sentence that speaks of a home; a number without + only behind a word such as "phone";
    an address of mail where its host gives them to anybody, or its name is a person's, unless it is that of an office
    (info@, press@, recruitment@); a name where the text calls it a relative, or a child below MINOR years.
    """
    folded = {fold(name) for name in known}
    pieces = _PIECE.findall(text)
    return [found for piece in pieces for found in _of_piece(piece, folded)]


def _of_piece(text: str, known: Collection[str]) -> Iterator[Exposure]:
    yield from _addresses(text)
    yield from _telephones(text)
    yield from _mails(text)
    yield from _relatives(text, known)


def _addresses(text: str) -> Iterator[Exposure]:
    for sentence in _SENTENCE.split(text):
        home = _HOME.search(sentence)
        street = _STREET.search(sentence) if home else None
        found = street or _FLAT.search(sentence) or _SAID_ADDRESS.search(sentence)
        if found:
            yield Exposure(ADDRESS, found[0])


def _telephones(text: str) -> Iterator[Exposure]:
    spans: list[tuple[int, int]] = []
    for pattern in (_INTERNATIONAL, _CALLED):
        for match in pattern.finditer(text):
            number = match[match.lastindex or 0]
            start, end = match.span(match.lastindex or 0)
            least = 8 if pattern is _INTERNATIONAL else 7
            if least <= sum(sign.isdigit() for sign in number) <= 15 and all(end <= a or start >= b for a, b in spans):
                spans.append((start, end))
                yield Exposure(TELEPHONE, number.strip())


def _mails(text: str) -> Iterator[Exposure]:
    names = _name_forms(text)
    for match in dict.fromkeys(match.group(0, 1, 2) for match in _MAIL.finditer(text)):
        whole, local, host = match
        if _ROLE.search(local):
            continue
        plain = fold(local)
        personal = re.fullmatch(r"[a-z]+[._][a-z]{2,}\d*", plain) or plain in names
        if _FREE.match(host) or personal:
            yield Exposure(MAIL, whole)


def _name_forms(text: str) -> set[str]:
    """How the names in a text would be written before an @."""
    forms: set[str] = set()
    for match in re.finditer(rf"({_CAPITAL})\s+(?:{_CAPITAL}\s+)?({_CAPITAL})", text):
        first, last = fold(match[1]), fold(match[2])
        forms |= {first + last, first[0] + last, first + last[0], last + first}
    return forms


def _relatives(text: str, known: Collection[str]) -> Iterator[Exposure]:
    seen: set[str] = set()
    for pattern in (*_RELATIVES, *_AGES):
        for match in pattern.finditer(text):
            name = match["name"]
            first = fold(name.split()[0])
            old = "age" in match.re.groupindex and int(match["age"]) >= MINOR
            if old or first in _NO_NAME or fold(name) in known or name in seen:
                continue
            seen.add(name)
            yield Exposure(RELATIVE, match[0])
