"""How keys are spelt: by people (Ctrl+Z, /, g g) and by Textual (ctrl+z, slash, g g)."""

import re

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


def meant(sequence: str) -> str:
    """What another program's spelling of a key means, as people write it here; empty where that is not known.

    Understood are those of Vim (<C-x>, <CR>), Emacs (C-x, M-x, RET), of caret notation (^x), and letters written
    together (gg).
    """
    keys = [_FOREIGN.sub(_plus, part.strip("<>") or part) for part in sequence.replace("><", "> <").split()]
    guess = " ".join(_guessed(key) for key in keys)
    if not readable(guess) and re.fullmatch("[A-Za-z]{2}", sequence):
        guess = " ".join(sequence)
    return shown(spelt(guess)) if readable(guess) else ""


_FOREIGN = re.compile(
    r"\^(?=.$)|(?:ctrl|control|strg|alt|option|opt|meta|shift|cmd|super|[csamd])[-+](?=.)", re.IGNORECASE
)
_MODIFIERS_MEANT = {
    **dict.fromkeys(("c", "ctrl", "control", "strg", "^"), "ctrl"),
    **dict.fromkeys(("a", "m", "alt", "option", "opt", "meta"), "alt"),
    **dict.fromkeys(("d", "cmd", "super"), "super"),
    **dict.fromkeys(("s", "shift"), "shift"),
}
_WORDS_MEANT = {
    **dict.fromkeys(("cr", "ret", "return"), "enter"),
    **dict.fromkeys(("bs", "back"), "backspace"),
    **{"esc": "escape", "spc": "space", "del": "delete", "ins": "insert", "bar": "vertical_line"},
    **dict.fromkeys(("pgup", "page-up", "page_up", "prior"), "pageup"),
    **dict.fromkeys(("pgdn", "pgdown", "page-down", "page_down", "next"), "pagedown"),
}


def _plus(modifier: re.Match[str]) -> str:
    return _MODIFIERS_MEANT[modifier[0].rstrip("-+").lower()] + "+"


def _guessed(key: str) -> str:
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, _WORDS_MEANT.get(last.lower(), last)])


def shown(sequence: str) -> str:
    """A key or a sequence as people write it: `/` for slash, `Ctrl+Z` for ctrl+z, `Space` for space, `g g`."""
    return " ".join(_shown(key) for key in sequence.split())


def _shown(key: str) -> str:
    *modifiers, last = key.split("+")
    last = last.upper() if modifiers and len(last) == 1 else _SIGNS.get(last, last)
    last = last.capitalize() if len(last) > 1 else last
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])
