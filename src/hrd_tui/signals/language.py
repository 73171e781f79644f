"""The language an item is written in: by its script, then by its small words; what the feed says is only a hint."""

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from hrd_tui.signals.reading import Found, Reading

SAMPLE = 1000
"""Characters that are looked at: the title and the first paragraphs, some 160 words."""

CLEAR = 3.0
"""Weight of words from which a text speaks for itself; a word of one language alone weighs 1."""

UNOPPOSED = 1.2
"""The same where the text has no word of the language that the feed names."""

AHEAD = 1.3
"""How many times the weight of the next best language the best must have."""

_SHARED_SCRIPTS = {
    "Arabic": ("ar", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    "Cyrillic": ("ru", "\u0400-\u052f"),
    "Devanagari": ("hi", "\u0900-\u097f"),
    "Hebrew": ("he", "\u0590-\u05ff"),
    "Han": ("zh", "\u4e00-\u9fff\u3400-\u4dbf"),
}
_OWN_SCRIPTS = {
    "Japanese": ("ja", "\u3040-\u30ff"),
    "Korean": ("ko", "\uac00-\ud7af\u1100-\u11ff"),
    "Thai": ("th", "\u0e00-\u0e7f"),
    "Lao": ("lo", "\u0e80-\u0eff"),
    "Burmese": ("my", "\u1000-\u109f"),
    "Khmer": ("km", "\u1780-\u17ff"),
    "Ethiopic": ("am", "\u1200-\u139f"),
    "Georgian": ("ka", "\u10a0-\u10ff\u1c90-\u1cbf"),
    "Armenian": ("hy", "\u0530-\u058f"),
    "Greek": ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    "Bengali": ("bn", "\u0980-\u09ff"),
    "Gurmukhi": ("pa", "\u0a00-\u0a7f"),
    "Gujarati": ("gu", "\u0a80-\u0aff"),
    "Oriya": ("or", "\u0b00-\u0b7f"),
    "Tamil": ("ta", "\u0b80-\u0bff"),
    "Telugu": ("te", "\u0c00-\u0c7f"),
    "Kannada": ("kn", "\u0c80-\u0cff"),
    "Malayalam": ("ml", "\u0d00-\u0d7f"),
    "Sinhala": ("si", "\u0d80-\u0dff"),
    "Tibetan": ("bo", "\u0f00-\u0fff"),
    "Mongolian": ("mn", "\u1800-\u18af"),
    "Thaana": ("dv", "\u0780-\u07bf"),
}
_SCRIPTS = _SHARED_SCRIPTS | _OWN_SCRIPTS
_DENSE = ("Han", "Japanese", "Korean")
_LETTERS = {script: re.compile(f"[{ranges}]") for script, (_, ranges) in _SCRIPTS.items()}
_FOREIGN = re.compile("[\u0370-\u1fff\u2c00-\ud7af\ufb50-\ufdff\ufe70-\ufeff]")
_WORD = re.compile(r"[^\W\d_]+")

# Letters that tell a language from others of its script, and what one of them weighs. Latin ones weigh less: names of
# people and places carry them into other languages.
_TELLING = {
    0.3: {
        "es": "ñ¿¡", "pt": "ãõ", "de": "ßäü", "fr": "çœêèùà", "pl": "łżśźęą", "cs": "řěů", "sk": "ľĺŕô", "tr": "ğış",
        "hu": "őű", "sv": "äå", "da": "æø", "no": "æø", "ro": "țșăţ", "vi": "ơưđ", "lv": "āēīūļņ",
        "lt": "ųėįū", "et": "õäü", "fi": "äö", "sq": "ë", "ca": "·", "hr": "čćđ", "sl": "č", "ku": "êîû",
        "fa": "پچژگکی", "ar": "ىةأإ",
    },
    0.6: {"uk": "їєґі", "be": "ыэ", "ru": "ыэё", "sr": "јљњ", "mk": "јљњ", "kk": "іыө", "ky": "өүы"},
    1.5: {"bg": "ъ", "az": "ə"},
    3.0: {
        "uk": "їєґ", "be": "ў", "sr": "ђћџ", "mk": "ѓќѕ", "kk": "әғұһ", "ky": "ң", "tg": "ӣӯҳҷ", "mn": "өү",
        "ur": "ٹڈڑںےہھ", "ps": "ټډړښځڅېۍ", "ckb": "ێۆڕڵە",
    },
}  # fmt: skip
_MOST_LETTERS = 6
_NAMED = {"ckb": "ku"}
_NORWEGIAN = ("nb", "nn")


@lru_cache(maxsize=1)
def find(reading: Reading) -> Found | None:
    """The language as ISO 639-1 ("en"), or None where neither text nor feed tells.

    A clear text wins over the feed: feeds say `en-US` of whatever they carry. One word, however often it stands there,
    does not: a short text may have it of a name. Norwegian is "no"; Sorani and Kurmanji
    are "ku"; Serbian and Bosnian in Latin letters are taken for Croatian.
    """
    sample = _sample(reading)
    hint = hinted(reading.language)
    script = _script(sample)
    if script in _OWN_SCRIPTS or script == "Han":
        return Found(_SCRIPTS[script][0], f"{script} letters" if script != "Han" else "Chinese characters")
    if hint and _words()[1].get(hint) != script and _WORD.search(sample):
        hint = ""
    scores, seen = _scores(sample, script)
    told = Found(hint, "the feed says so") if hint else None
    clear = CLEAR if hint in scores else UNOPPOSED
    (most, best), (next_best, _) = sorted([(0.0, ""), (0.0, ""), *((of, code) for code, of in scores.items())])[:-3:-1]
    several = len(seen.get(best, ())) + _letters_of(best, sample) > 1
    if most >= AHEAD * next_best and (script or not hint or best == hint or (most >= clear and several)) and best:
        return Found(_NAMED.get(best, best), _why(best, seen, script))
    return told or (Found(_SCRIPTS[script][0], f"{script} letters") if script else None)


def hinted(tag: str) -> str:
    """The language of a tag as feeds write it ("en-US", "pt_BR"): ISO 639-1, or ""."""
    code = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
    code = "no" if code in _NORWEGIAN else code
    return _NAMED.get(code, code) if code in _known() else ""


def _sample(reading: Reading) -> str:
    parts, length = [reading.title], len(reading.title)
    for paragraph in reading.paragraphs:
        if length >= SAMPLE:
            break
        if not paragraph.startswith(("http:", "https:")):
            parts.append(paragraph)
            length += len(paragraph) + 1
    return "\n".join(parts)[:SAMPLE]


def _script(sample: str) -> str:
    """The script most of the letters are of; "" for Latin. A sign of Chinese or Korean counts as three letters."""
    if sample.isascii() or not _FOREIGN.search(sample):
        return ""
    counts = {
        script: len(letters.findall(sample)) * (3 if script in _DENSE else 1) for script, letters in _LETTERS.items()
    }
    if counts["Japanese"] * 10 > counts["Han"]:
        counts["Japanese"] += counts["Han"]
    script = max(counts, key=lambda name: counts[name])
    latin = sum(len(word) for word in _WORD.findall(sample) if word < "\u0250")
    return script if counts[script] > latin // 2 else ""


def _scores(sample: str, script: str) -> tuple[dict[str, float], dict[str, list[str]]]:
    """How much the words and letters of the sample weigh for each language, and which words those were."""
    words, scripts = _words()
    low = sample.lower()
    scores: dict[str, float] = defaultdict(float)
    seen: dict[str, list[str]] = {}
    for word, times in Counter(_WORD.findall(low)).items():
        for language in words.get(word, ()):
            if scripts[language] == script:
                scores[language] += min(times, 5) / len(words[word])
                seen.setdefault(language, []).append(word)
    telling = _telling_letters()
    for letter in telling.keys() & set(low):
        for language, weight in telling[letter]:
            if scripts[language] == script:
                scores[language] += weight * min(low.count(letter), _MOST_LETTERS)
    return scores, seen


def _letters_of(language: str, sample: str) -> int:
    """How many of the letters that tell a language stand in the sample."""
    telling = _telling_letters()
    return sum(any(code == language for code, _ in telling[sign]) for sign in telling.keys() & set(sample.lower()))


def _why(language: str, seen: dict[str, list[str]], script: str) -> str:
    words = seen.get(language, [])[:3]
    return " ".join(f"“{word}”" for word in words) if words else f"{script or 'its'} letters"


@cache
def _known() -> frozenset[str]:
    return frozenset(_words()[1]) | {code for code, _ in _SCRIPTS.values()}


@cache
def _telling_letters() -> dict[str, list[tuple[str, float]]]:
    """The languages that a letter tells, and what it weighs."""
    letters: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for weight, telling in _TELLING.items():
        for language, listed in telling.items():
            for letter in listed:
                letters[letter].append((language, weight))
    return dict(letters)


@cache
def _words() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The languages of each word in `data/languages.txt`, and the script of each language ("" for Latin)."""
    languages: dict[str, list[str]] = {}
    scripts: dict[str, str] = {}
    for line in (files("hrd_tui.signals") / "data" / "languages.txt").read_text("utf-8").splitlines():
        if line and line[0] != "#":
            language, *listed = line.split()
            scripts[language] = next((name for name, letters in _LETTERS.items() if letters.match(listed[0])), "")
            for word in dict.fromkeys(listed):
                languages.setdefault(word, []).append(language)
    return {word: tuple(found) for word, found in languages.items()}, scripts
