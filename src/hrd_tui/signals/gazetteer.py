"""The names of places: what the shipped list and the editor's own list know of countries and territories."""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from hrd_tui.errors import ConfigError
from hrd_tui.text.fold import fold

WORD = re.compile(r"[\w\u064b-\u0652\u0640]+|[^\w\s]")
"""Words and single signs: what texts and forms are compared by."""

NAME, PEOPLE, SHARED, CAPITAL, CITY, STATE, NONE = "name", "people", "shared", "capital", "city", "state", "none"
TONGUES = ("fr", "es", "de")
"""Languages that write adjectives of countries in small letters."""

_KINDS = {
    "only": NAME,
    "name": NAME,
    "region": PEOPLE,
    "people": PEOPLE,
    "fr": PEOPLE,
    "es": PEOPLE,
    "de": PEOPLE,
    "ar": PEOPLE,
}
_NO_PLURAL = ("s", "sh", "ch", "ese", "men", "x", "z")
_SHORT = 3
"""Letters of a form up to which its accents may not be left out: "Irã" is not "Ira"."""
_OWN_CODE = re.compile(r"[A-Za-z]{2,3}")


def even(text: str) -> str:
    """The text with one apostrophe, and a dash for a hyphen between blanks; as long as before."""
    return text.replace("’", "'").replace(" - ", " – ")


class Form(NamedTuple):
    """One way of naming a place. `code` is "CD/CG" where two share it; `words` are the form's, as listed."""

    code: str
    kind: str
    words: tuple[str, ...]


class Gazetteer:
    """The forms of places, ready to be looked up in a text. Use `shipped()`, or `with_own` for the editor's list."""

    def __init__(self, names: dict[str, str], forms: Iterable[tuple[str, Form]]) -> None:
        """`forms` are pairs of a language ("" for any) and a form; of two that are written alike the first counts."""
        self._names = names
        self._given = tuple(forms)
        self._forms: dict[str, dict[tuple[str, ...], Form]] = {tongue: {} for tongue in ("", *TONGUES)}
        for tongue, form in self._given:
            into = self._forms[tongue]
            low = tuple([word.lower() for word in form.words])
            into.setdefault(low, form)
            if len("".join(low)) > _SHORT and not "".join(low).isascii():
                into.setdefault(tuple([fold(word) for word in low]), form)
        self._starts = {tongue: _starts(found) for tongue, found in self._forms.items()}
        self._merged: dict[str, tuple[dict[str, tuple[int, ...]], list[dict[tuple[str, ...], Form]]]] = {}

    @classmethod
    def with_own(cls, toml_text: str) -> "Gazetteer":
        """The shipped list and the editor's `[[place]]` tables: code, name, and optional lists `forms` and `cities`.

        A code has two or three letters and need not be known; the editor's forms win. Raises ConfigError.
        """
        base = shipped()
        own = _own(toml_text)
        names = {code: name for code, name, _, _ in own}
        forms = [pair for code, name, more, cities in own for pair in _own_forms(code, name, more, cities)]
        return cls(base._names | names, (*forms, *base._given))

    @property
    def codes(self) -> frozenset[str]:
        """All codes that can be found."""
        return frozenset(self._names)

    def name(self, code: str) -> str:
        """The newsroom's name of a place; the code itself where it is not known."""
        return self._names.get(code, code)

    def code(self, text: str) -> str:
        """The code of a place by its code, a name or an adjective, in any case; "" where it is not known."""
        if text.strip().upper() in self._names:
            return text.strip().upper()
        words = tuple(WORD.findall(even(text).lower()))
        for tongue in ("", *TONGUES):
            form = self._forms[tongue].get(words)
            if form and form.kind in (NAME, PEOPLE, SHARED):
                return form.code.partition("/")[0]
        return next((code for code, name in self._names.items() if fold(name) == fold(text.strip())), "")

    def words(self) -> frozenset[str]:
        """What countries and those who live there are called in one word, in all languages."""
        kinds = (NAME, PEOPLE, SHARED)
        return frozenset(form.words[0] for _, form in self._given if form.kind in kinds and len(form.words) == 1)

    def spellings(self, code: str) -> tuple[str, ...]:
        """What a country and those who live there are called, in all languages; words and signs with blanks between."""
        given = (" ".join(form.words) for _, form in self._given if form.code == code and form.kind in (NAME, PEOPLE))
        return tuple(dict.fromkeys(given))

    def knows(self, words: tuple[str, ...], kinds: Collection[str] = ()) -> bool:
        """Whether these words in small letters name a place, in one of the ways of `kinds` if there are any."""
        form = self._forms[""].get(words)
        return form is not None and (not kinds or form.kind in kinds)

    def is_place(self, name: str) -> bool:
        """Whether a name is that of a place and nothing else, in any language; the editor's places among them."""
        words = WORD.findall(even(name))
        return any(len(words) == end for start, end, _ in self.find(words, "") if not start)

    def find(self, words: list[str], language: str) -> Iterator[tuple[int, int, Form]]:
        """The forms in the words of a text: where each starts and ends, the longest first; none overlaps another.

        `language` opens the forms in small letters of that language; "" opens all of them.
        """
        starts, tables = self._tables(language)
        free = 0
        for at in [at for at, word in enumerate(words) if word in starts]:
            if at < free:
                continue
            for length in starts[words[at]]:
                key = tuple([word.lower() for word in words[at : at + length]])
                form = next((table[key] for table in tables if key in table), None)
                if form and all(map(_cased_as, words[at : at + length], form.words)):
                    free = at + len(key)
                    yield at, free, form
                    break

    def _tables(self, language: str) -> tuple[dict[str, tuple[int, ...]], list[dict[tuple[str, ...], Form]]]:
        tongues = [tongue for tongue in TONGUES if language in (tongue, "")]
        if language not in self._merged:
            starts = dict(self._starts[""])
            for tongue in tongues:
                for word, lengths in self._starts[tongue].items():
                    starts[word] = tuple(sorted({*starts.get(word, ()), *lengths}, reverse=True))
            self._merged[language] = starts, [self._forms[tongue] for tongue in ("", *tongues)]
        return self._merged[language]


@cache
def shipped() -> Gazetteer:
    """The list in `data/places.txt`, read once."""
    names: dict[str, str] = {}
    forms: list[tuple[str, Form]] = []
    code = ""
    for line in (files("hrd_tui.signals") / "data" / "places.txt").read_text("utf-8").splitlines():
        if not line or line[0] == "#":
            continue
        if line[0] != " ":
            code, _, name = line.partition(" ")
            if code != "-" and "/" not in code:
                names[code] = name
                forms.append(("", Form(code, NAME, _words(name))))
            continue
        key, _, listed = line[1:].partition(" ")
        if key == "only":
            forms.pop()
        kind = NONE if code == "-" else SHARED if "/" in code else _KINDS.get(key, key)
        tongue = key if key in TONGUES else ""
        for text in listed.split("; "):
            for spelt in _inflected(text, key):
                forms.append((tongue, Form("" if code == "-" else code, kind, _words(spelt))))
    return Gazetteer(names, forms)


def _words(text: str) -> tuple[str, ...]:
    return (text,) if text.isalpha() else tuple(WORD.findall(text))


def _cased_as(word: str, listed: str) -> bool:
    """Whether a word has the capitals that the list gives it: "turkey" is no Turkey, "us" and "Us" are no US."""
    if not listed[0].isupper():
        return True
    return word.isupper() if len(listed) > 1 and listed.isupper() else word[0].isupper()


def _starts(forms: dict[tuple[str, ...], Form]) -> dict[str, tuple[int, ...]]:
    """How many words the forms have that open with a word as it stands in texts; the most first."""
    lengths: dict[str, set[int]] = {}
    for words, form in forms.items():
        low = words[0]
        for spelt in (
            (low.capitalize(), low.upper()) if form.words[0][0].isupper() else (low, low.capitalize(), low.upper())
        ):
            lengths.setdefault(spelt, set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def _inflected(text: str, key: str) -> tuple[str, ...]:
    """The form and those that follow from it by the rules of its language."""
    if key == "people":
        return (text,) if text.endswith(_NO_PLURAL) else (text, text + "s")
    if key == "fr":
        if text.endswith("e"):
            return text, text + "s"
        feminine = text + ("ne" if text.endswith("en") else "e")
        return (text, feminine, feminine + "s") if text.endswith("s") else (text, text + "s", feminine, feminine + "s")
    if key == "es":
        if text.endswith("o"):
            return text, text + "s", text[:-1] + "a", text[:-1] + "as"
        if text[-2:] in ("és", "án", "ín", "ón"):
            stem = text[:-2] + {"é": "e", "á": "a", "í": "i", "ó": "o"}[text[-2]] + text[-1]
            return text, stem + "es", stem + "a", stem + "as"
        if text[-1] in "íú":
            return text, text + "es", text + "s"
        return (text, text + "s") if text[-1] in "aeu" else (text, text + "es", text + "a", text + "as")
    if key == "de":
        return text, *(text + ending for ending in ("e", "en", "er", "es", "em"))
    if key == "ar":
        return tuple(
            front + text + end for front in ("", "ال", "وال", "بال", "لل") for end in ("", "ة", "ين", "ون", "ات")
        )
    if "\u0621" <= text[0] <= "\u064a":
        return text, "و" + text, "ب" + text, "لل" + text[2:] if text.startswith("ال") else "ل" + text
    return (text,)


def _own(toml_text: str) -> list[tuple[str, str, list[str], list[str]]]:
    try:
        places = tomllib.loads(toml_text).get("place", [])
    except tomllib.TOMLDecodeError as error:
        raise ConfigError("The list of places cannot be read", f"{error}. Mend it with an editor.") from error
    if not isinstance(places, list):
        raise ConfigError("The list of places has no [[place]] tables", "Write [[place]] with two brackets.")
    return [_own_place(number, place) for number, place in enumerate(places, start=1)]


def _own_place(number: int, place: object) -> tuple[str, str, list[str], list[str]]:
    title = f"Place {number} of the list of places cannot be used"
    if not isinstance(place, dict):
        raise ConfigError(title, "Write [[place]], then code, name and forms in lines of their own.")
    code, name = place.get("code"), place.get("name")
    if not isinstance(code, str) or not _OWN_CODE.fullmatch(code):
        raise ConfigError(title, 'It needs a code of two or three letters, as in code = "XK".')
    if not isinstance(name, str) or not _words(name):
        raise ConfigError(title, 'It needs a name, as in name = "Kosovo".')
    lists = [place.get(key, []) for key in ("forms", "cities")]
    for texts in lists:
        if not isinstance(texts, list) or not all(isinstance(text, str) and _words(text) for text in texts):
            raise ConfigError(title, 'Its forms and cities are lists of names, as in forms = ["Kosovar"].')
    return code.upper(), name, lists[0], lists[1]


def _own_forms(code: str, name: str, more: list[str], cities: list[str]) -> Iterator[tuple[str, Form]]:
    yield "", Form(code, NAME, _words(name))
    for text in more:
        for spelt in _inflected(text, "people"):
            yield "", Form(code, NAME, _words(spelt))
    for text in cities:
        yield "", Form(code, CITY, _words(text))
