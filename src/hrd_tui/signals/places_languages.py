"""Where the words for a people are the name of its language."""

from collections.abc import Sequence

from hrd_tui.signals import places_words as near
from hrd_tui.signals.gazetteer import PEOPLE, SHARED, Form


def spoken_languages(words: Sequence[str], found: Sequence[tuple[int, int, Form]]) -> set[int]:
    """Where the words for people are names of languages."""
    spoken: set[int] = set()
    done = 0
    for start, end, form in found:
        if form.kind not in (PEOPLE, SHARED) or start < done or words[start].lower() not in near.LANGUAGES:
            continue
        first, last = start, end
        while first - 2 >= done and words[first - 1].lower() in near.LANGUAGE_LINKS and _language(words[first - 2]):
            first -= 2
        while (step := _next_language(words, last)) > last:
            last = step
        done = last
        if _spoken(words, first, last) or (spoken and _ends_language(words, last)):
            spoken.update(range(first, last))
    return spoken


def _language(word: str) -> bool:
    return word.lower() in near.LANGUAGES or word.lower() in near.LANGUAGES_ONLY


def _next_language(words: Sequence[str], last: int) -> int:
    """The end of the language that follows at `last` after a comma, an "and" or both; else `last`."""
    index = last
    while index < min(last + 2, len(words)) and words[index].lower() in near.LANGUAGE_LINKS:
        index += 1
    return index + 1 if index > last and index < len(words) and _language(words[index]) else last


def _spoken(words: Sequence[str], first: int, last: int) -> bool:
    before, after = _at(words, first - 1).lower(), _at(words, last).lower()
    if after in near.LANGUAGE_NOUNS or before in near.LANGUAGE_NOUNS:
        return True
    if after == "-" and _at(words, last + 1).lower() in ("speaking", "language"):
        return True
    if before == "en" and words[first].islower():
        return True
    several = last - first > 1
    if (several or last - first == len(words)) and not (after.isalnum() or _at(words, first - 1).isalnum()):
        return True
    ends = _ends_language(words, last)
    pure = several and any(word.lower() in near.LANGUAGES_ONLY for word in words[first:last])
    return ends and (before in near.LANGUAGE_BEFORE or pure or (before in "([/|" and after in ")]/|"))


def _ends_language(words: Sequence[str], last: int) -> bool:
    after = _at(words, last).lower()
    return not after or after in near.LANGUAGE_ENDS or not (after.isalnum() or after in "-'")


def _at(words: Sequence[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""
