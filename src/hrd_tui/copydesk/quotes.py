"""Who says what stands in quotation marks: only where the text itself tells it; the marks stay as they are."""

import re

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_PARTICLE = r"(?:de|del|della|da|di|du|des|la|le|van|von|der|den|bin|bint|ibn|al|el|ul|y|e)"
_NAME = rf"{_CAPITAL}[\w.’'-]*(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_CAPITAL}[\w.’'-]*){{0,5}}"
_MANY = r"experts?|groups?|organi[sz]ations?|committee|rapporteurs?|experte|expertes|expertos|expertas|organizaciones"
_GROUP = rf"(?:[Tt]he|[Ll]es|[Ll]os|[Ll]as)\s+(?:[\w-]+\s+){{0,3}}?(?:{_MANY})\b"
_WHO = rf"(?P<who>{_GROUP}|{_NAME})"
_SAYS = (
    r"(?:said|says|told|tells|stated|states|added|adds|declared|warned|warns|wrote|writes|commented|comments|explained|"
    r"explains|noted|notes|urged|stressed|concluded|emphasi[sz]ed|recalled|insisted|"
    r"(?:a|ont)\s+(?:déclaré|dit|affirmé|ajouté|souligné|expliqué|rappelé|estimé|indiqué|conclu|dénoncé)|"
    r"déclare|affirme|souligne|ajoute|explique|"
    r"dijo|dijeron|declaró|declararon|afirmó|afirmaron|señaló|señalaron|añadió|agregó|explicó|advirtió|denunció|subrayó)"
)
_ACCORDING = r"(?:[Aa]ccording to|[Ss]elon|[Dd][’']après|[Ss]egún)"
_OPEN, _CLOSE = '“„«"', '”“»"'
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Closing marks are as often opening ones (“…“, said), so either may stand before the verb.
        rf"[{_CLOSE}]\s*,?\s*{_SAYS}\s+{_WHO}",
        rf"[{_CLOSE}]\s*,?\s*{_WHO},?\s+{_SAYS}\b",
        rf"\b{_ACCORDING}\s+(?:[a-zà-ÿ]+\s+){{0,3}}?{_WHO}\s*,[^.{_OPEN}]{{0,60}}[{_OPEN}]",
        rf"{_WHO}(?:,[^,.:{_OPEN}]{{1,80}},)?\s+{_SAYS}(?:\s+[^.:,{_OPEN}]{{1,60}})?\s*[:,]\s*[{_OPEN}]",
    )
)
LONGEST = 4_000
"""Characters of a paragraph that are read for a speaker."""

_VOICE = re.compile(
    rf"\b(?:{_MANY})\b|{_NAME}(?:,[^,.]{{1,80}},)?\s+(?:today\s+|has\s+|have\s+)?"
    rf"(?:{_SAYS}|calls?|called|condemn(?:s|ed)?|welcom(?:es|ed)|express(?:es|ed)|announc(?:es|ed)|deplor(?:es|ed))\b"
)
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")
_NOBODY = frozenset(
    "he she they it we i you this that these those who which and but the in on as a an our their his her il elle ils"
    " elles on nous ce él ella ellos ellas también aussi also".split()
)
_QUOTED = re.compile('“([^“”]+)”|«\\s*([^«»]+?)\\s*»|„([^„“”]+)[“”]|"([^"]+)"')


def speaker(text: str) -> str:
    """Who says the first quotation of a paragraph that says whose it is; "" where the text does not tell.

    Read are `“…”, said X`, `“…” X said`, `according to X, “…”`, `X said: “…”`, and the same in French (a déclaré,
    selon) and Spanish (dijo, según). A pronoun tells nobody. The marks need not be balanced: they seldom are.
    """
    if not _MARK.search(text):
        return ""
    line = " ".join(text[:LONGEST].split())
    found = [
        (match.start("who"), name)
        for pattern in _PATTERNS
        for match in pattern.finditer(line)
        if (name := _name(match))
    ]
    return min(found)[1] if found else ""


def names_a_voice(text: str) -> bool:
    """Whether a text names who speaks: a group of experts or organisations, or a name with a verb of saying."""
    return bool(_VOICE.search(text[:LONGEST]))


def quotations(text: str) -> tuple[str, ...]:
    """What stands between a pair of quotation marks, without the marks; a mark without its pair gives nothing."""
    return tuple(next(filter(None, groups)).strip() for groups in _QUOTED.findall(text))


def _name(match: re.Match[str]) -> str:
    name = match["who"].rstrip(".,’'")
    name = name.removesuffix("’s").removesuffix("'s")
    words = name.split(" ")
    alone = len(words) == 1 or not re.search(rf"\b(?:{_MANY})$", name)
    return "" if words[0].casefold() in _NOBODY and alone else name
