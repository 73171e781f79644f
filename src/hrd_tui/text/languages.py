"""The codes of languages, as feeds, signals and queries name them."""

import re

_TAG = re.compile(r"([a-z]{2,3})(-[a-z0-9]{2,8})*")
# ISO 639-1, then what was withdrawn from it and is still written (RFC 5646, the registry of IANA).
_TWO = frozenset(
    (
        "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
        "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
        "iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt "
        "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
        "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
        "za zh zu bh in iw ji jw mo sh"
    ).split()
)

_NAMES = (
    "af afrikaans am amharic ar arabic az azerbaijani be belarusian bg bulgarian bn bangla bn bengali bo tibetan "
    "bs bosnian ca catalan ckb sorani cs czech da danish de german dz dzongkha el greek en english eo esperanto "
    "es spanish et estonian eu basque fa farsi fa persian ff fulah fi finnish fr french ga irish gl galician "
    "gn guarani ha hausa he hebrew hi hindi hr croatian ht creole hu hungarian hy armenian id indonesian ig igbo "
    "is icelandic it italian ja japanese ka georgian kk kazakh km khmer ko korean ku kurdish ky kyrgyz lg luganda "
    "ln lingala lo lao lt lithuanian lv latvian mg malagasy mk macedonian mn mongolian ms malay mt maltese "
    "my burmese nb norwegian ne nepali nl dutch om oromo pa punjabi pl polish ps pashto pt portuguese qu quechua "
    "ro romanian ru russian rw kinyarwanda sd sindhi si sinhala sk slovak sl slovenian so somali sq albanian "
    "sr serbian sv swedish sw swahili ta tamil te telugu tg tajik th thai ti tigrinya tk turkmen tl tagalog "
    "tr turkish ug uyghur uk ukrainian ur urdu uz uzbek vi vietnamese wo wolof xh xhosa yo yoruba zh chinese zu zulu"
).split()
BY_NAME = dict(zip(_NAMES[1::2], _NAMES[::2], strict=True))
"""Codes (ISO 639) of languages by their English names in small letters, those that the field reads most."""


def known(tag: str) -> bool:
    """Whether a tag in small letters ("en", "pt-br", "ckb") begins with a language that there is.

    Of three letters (ISO 639-3) any are taken: some 8,000 of 17,576 are languages.
    """
    found = _TAG.fullmatch(tag)
    return found is not None and (len(found[1]) == 3 or found[1] in _TWO)
