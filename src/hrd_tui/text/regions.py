"""The regions of the world by their countries: the United Nations' M49 standard, "Standard country or area codes for
statistical use" (https://unstats.un.org/unsd/methodology/m49/), codes of ISO 3166-1.

Kosovo and Taiwan, which the standard does not list, stand with their neighbours; Antarctica is in no region.
"""

from collections.abc import Mapping

from hrd_tui.text.fold import fold

_LEAST: Mapping[str, str] = {
    "northern africa": "DZ EG EH LY MA SD TN",
    "eastern africa": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
    "middle africa": "AO CD CF CG CM GA GQ ST TD",
    "southern africa": "BW LS NA SZ ZA",
    "western africa": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
    "caribbean": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
    "central america": "BZ CR GT HN MX NI PA SV",
    "south america": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    "northern america": "BM CA GL PM US",
    "central asia": "KG KZ TJ TM UZ",
    "eastern asia": "CN HK JP KP KR MN MO TW",
    "south-eastern asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "southern asia": "AF BD BT IN IR LK MV NP PK",
    "western asia": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "eastern europe": "BG BY CZ HU MD PL RO RU SK UA",
    "northern europe": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    "southern europe": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
    "western europe": "AT BE CH DE FR LI LU MC NL",
    "australia and new zealand": "AU CC CX HM NF NZ",
    "melanesia": "FJ NC PG SB VU",
    "micronesia": "FM GU KI MH MP NR PW UM",
    "polynesia": "AS CK NU PF PN TK TO TV WF WS",
}
_SUB_SAHARAN = ("eastern africa", "middle africa", "southern africa", "western africa")
_LATIN = ("caribbean", "central america", "south america")
_OF: Mapping[str, tuple[str, ...]] = {
    "africa": ("northern africa", *_SUB_SAHARAN),
    "americas": (*_LATIN, "northern america"),
    "asia": ("central asia", "eastern asia", "south-eastern asia", "southern asia", "western asia"),
    "europe": ("eastern europe", "northern europe", "southern europe", "western europe"),
    "oceania": ("australia and new zealand", "melanesia", "micronesia", "polynesia"),
    "sub-saharan africa": _SUB_SAHARAN,
    "latin america and the caribbean": _LATIN,
    "north america": ("northern america", "caribbean", "central america"),
}
NAMES = (*_OF, *_LEAST)
"""The English names of the standard in small letters, the continents first."""
_SHORT = {
    "america": "americas",
    "latin america": "latin america and the caribbean",
    "central africa": "middle africa",
    "southeast asia": "south-eastern asia",
    "southeastern asia": "south-eastern asia",
    "south east asia": "south-eastern asia",
}
_SIDES = {"north": "northern", "east": "eastern", "south": "southern", "west": "western"}


def named(text: str) -> str:
    """The name of the region that is called so, as NAMES has it; empty where there is none.

    "west africa" is Western Africa, but North and South America are regions of these names.
    """
    plain = " ".join(fold(text).replace("-", " ").split())
    if plain in _SHORT:
        return _SHORT[plain]
    side, _, rest = plain.partition(" ")
    wanted = (plain, f"{_SIDES.get(side, side)} {rest}")
    return next((name for one in wanted for name in NAMES if name.replace("-", " ") == one), "")


def countries(name: str) -> frozenset[str]:
    """The codes (ISO 3166-1 alpha-2) of the countries of a region, one of NAMES; none of any other."""
    return frozenset(" ".join(_LEAST.get(one, "") for one in _OF.get(name, (name,))).split())
