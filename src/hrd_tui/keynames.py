"""How keys are spelt: by people (Ctrl+Z, /, g g) and by Textual (ctrl+z, slash, g g)."""

_NAMED = {
    " ": "space", ";": "semicolon", "/": "slash", "=": "equals_sign", "!": "exclamation_mark",
    "?": "question_mark", ":": "colon", ".": "full_stop", "-": "minus", "+": "plus", "#": "number_sign",
    "*": "asterisk", "@": "at", "&": "ampersand", "'": "apostrophe", '"': "quotation_mark", "<": "less_than_sign",
    ">": "greater_than_sign", "[": "left_square_bracket", "]": "right_square_bracket", "(": "left_parenthesis",
    ")": "right_parenthesis", "_": "underscore", "|": "vertical_line", "~": "tilde", "$": "dollar_sign",
    "%": "percent_sign", "^": "circumflex_accent", "\\": "backslash", "`": "grave_accent", ",": "comma",
    "{": "left_curly_bracket", "}": "right_curly_bracket",
}  # fmt: skip
_SIGNS = {name: sign for sign, name in _NAMED.items() if name != "space"}
_WORDS = {
    *_NAMED.values(),
    *"up down left right home end pageup pagedown enter tab escape backspace delete insert".split(),
    *(f"f{number}" for number in range(1, 25)),
}
_MODIFIERS = ("ctrl", "shift", "alt", "meta", "super")


def spelt(sequence: str) -> str:
    """Textual's spelling: Ctrl+Z is ctrl+z, PageDown pagedown, / slash; a single letter keeps its case.

    The keys of a sequence are parted by blanks, and by one in what comes out.
    """
    return " ".join(_spelt(key) for key in sequence.split())


def _spelt(key: str) -> str:
    if key in _NAMED:
        return _NAMED[key]
    if len(key) == 1:
        return key
    *modifiers, last = key.split("+")
    if [modifier.lower() for modifier in modifiers] == ["shift"] and len(last) == 1 and last.isalpha():
        # That is what a terminal sends.
        return last.upper()
    if len(last) > 1 or (modifiers and "shift" not in (modifier.lower() for modifier in modifiers)):
        last = _NAMED.get(last, last.lower())
    return "+".join([*(modifier.lower() for modifier in modifiers), last])


def readable(sequence: str) -> bool:
    """Whether every key of a sequence is one."""
    return bool(sequence.split()) and all(_readable(_spelt(key)) for key in sequence.split())


def _readable(key: str) -> bool:
    *modifiers, last = key.split("+")
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return False
    return (len(last) == 1 and last.isprintable()) or last in _WORDS


def shown(sequence: str) -> str:
    """A key or a sequence as people write it: `/` for slash, `Ctrl+Z` for ctrl+z, `Space` for space, `g g`."""
    return " ".join(_shown(key) for key in sequence.split())


def _shown(key: str) -> str:
    *modifiers, last = key.split("+")
    last = last.upper() if modifiers and len(last) == 1 else _SIGNS.get(last, last)
    last = last.capitalize() if len(last) > 1 else last
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])
