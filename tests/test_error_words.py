"""Every error says what happened and what to do about it."""

import ast
from functools import cache
from pathlib import Path

import pytest

import hrd_tui
from hrd_tui.feeds.failures import StatusError

SRC = Path(hrd_tui.__file__).parent
NEVER_SHOWN = {
    ("store/change.py", "put"): "a mistake of the program, not of a person",
    ("store/store.py", "_read_on"): "caught where it is raised; the store is loaded anew",
}
"""Errors without a remedy, by their file and function, and why."""
OWN_WORDS = {"StatusError", "BadTemplate", "Exists"}
"""Errors that put their words together themselves, from more than a title and a detail."""


Made = tuple[str, str, int, ast.expr | None, ast.expr | None]


@cache
def trees() -> dict[Path, ast.Module]:
    """The program's files as they are written."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(SRC.rglob("*.py"))}


def kinds() -> set[str]:
    """The names of all kinds of errors that people are told."""
    classes = [node for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = {"HrdError"}
    while (
        more := {
            node.name for node in classes if found & {base.id for base in node.bases if isinstance(base, ast.Name)}
        }
        - found
    ):
        found |= more
    return found


@cache
def made() -> tuple[Made, ...]:
    """Where an error is made: file, function, line, its title and its detail."""
    names, found = kinds() - OWN_WORDS, []
    for path, tree in trees().items():
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        for call in ast.walk(tree):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names):
                continue
            around = [one for one in functions if one.lineno <= call.lineno <= (one.end_lineno or 0)]
            named = {keyword.arg: keyword.value for keyword in call.keywords}
            words = call.args[call.func.id == "FetchError" :]
            title = words[0] if words else named.get("title")
            detail = words[1] if len(words) > 1 else named.get("detail")
            file = str(path.relative_to(SRC))
            found.append((file, around[-1].name if around else "", call.lineno, title, detail))
    return tuple(found)


def is_empty(words: ast.expr | None) -> bool:
    return words is None or (isinstance(words, ast.Constant) and not str(words.value).strip())


def test_every_error_has_a_title_and_says_what_to_do() -> None:
    silent = {
        (file, function): line
        for file, function, line, title, detail in made()
        if is_empty(title) or (is_empty(detail) and (file, function) not in NEVER_SHOWN)
    }
    assert not silent, "what should a person do about these?"


def test_no_exception_is_kept_for_an_error_that_has_found_its_words() -> None:
    silent = {(file, function) for file, function, _, _, detail in made() if is_empty(detail)}
    assert silent == set(NEVER_SHOWN)


@pytest.mark.parametrize("status", [400, 401, 404, 410, 418, 429, 500, 502, 503, 525, 599])
def test_every_answer_of_a_site_has_a_meaning_and_a_next_step(status: int) -> None:
    error = StatusError("ishr.example", status, {})
    assert error.title.startswith(f"ishr.example answers {status}: ")
    assert error.detail
