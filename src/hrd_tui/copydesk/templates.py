"""The templates of posts: the shipped ones in house style and the editor's own beside them."""

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.pieces import Markup
from hrd_tui.errors import ExportError, UsageProblem

if TYPE_CHECKING:
    from hrd_tui.copydesk.sandbox import Sandbox

DEFAULT = "default"
SHIPPED = "shipped:"
MAX_SOURCE = 100_000

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\.(?:md|html)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a template, in words, and in which line (0: no line of its own)."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What a template should write once of the post that it is tried with: what it is called, words that it has, and
    the names that hold it.
    """

    called: str
    texts: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A template's text, and whether it is the editor's own."""

    name: str
    text: str
    own: bool


class BadTemplate(ExportError):
    """A template that cannot be used; `line` is where (0: not known)."""

    def __init__(self, name: str, line: int, words: str) -> None:
        super().__init__(f"The template {name} cannot be used{f' (line {line})' if line else ''}", words)
        self.line = line


class Templates:
    """Templates by their names, like “vacancy.md”; one of the same name in `own_folder` goes before the shipped one.

    They are found by name alone, in these two folders alone; “shipped:vacancy.md” is the shipped one, which an own
    one may extend. Every call may raise UsageProblem for a name that is not there and BadTemplate (an ExportError) for
    one that cannot be used. Safe from several threads.
    """

    def __init__(self, own_folder: Path | None = None) -> None:
        self._own = own_folder
        self._lock = threading.Lock()

    def names(self) -> tuple[str, ...]:
        """All names, sorted."""
        shipped = {entry.name for entry in files("hrd_tui.copydesk").joinpath("templates").iterdir()}
        own = {file.name for file in self._own.iterdir()} if self._own and self._own.is_dir() else set()
        return tuple(sorted(name for name in shipped | own if _NAME.fullmatch(name)))

    def get(self, name: str) -> Source:
        """A template as it is written."""
        plain = name.removeprefix(SHIPPED)
        if _NAME.fullmatch(plain):
            own = self._own_file(plain) if plain == name else None
            if own:
                return Source(name, _text(own), True)
            shipped = files("hrd_tui.copydesk").joinpath("templates", plain)
            if shipped.is_file():
                return Source(name, shipped.read_text("utf-8"), False)
        raise UsageProblem(f"There is no template “{name}”", "hrd template list shows which there are.")

    def source(self, name: str) -> str:
        """The text of a template."""
        return self.get(name).text

    def choose(self, draft: Draft, markup: Markup) -> str:
        """The name of the template for a draft: the one it names, else that of its kind, else the default.

        One that is named must be there in markdown; in HTML the default stands in for it.
        """
        names, stem = self.names(), self.stem(draft)
        if draft.template and f"{stem}.md" not in names:
            self.get(f"{stem}.md")
        wanted = (f"{one}.{markup.suffix}" for one in (stem, DEFAULT))
        return next(name for name in wanted if name in names)

    def stem(self, draft: Draft) -> str:
        """What the name of a draft's template begins with; the draft may name it with an ending or without."""
        return draft.template.removesuffix(".md").removesuffix(".html") or draft.kind

    def stand_in(self, name: str) -> str:
        """Which shipped template writes HTML and posts for WordPress instead of one's own of markdown, which cannot.

        Empty where the template is shipped, is one of HTML, or has one of HTML beside it.
        """
        if not name.endswith(".md") or not self.get(name).own:
            return ""
        beside = f"{name.removesuffix('.md')}.html"
        other = beside if beside in self.names() else f"{DEFAULT}.html"
        return "" if self.get(other).own else other

    def render(self, name: str, values: Mapping[str, Any], markup: Markup) -> str:
        """A template filled in, without line breaks at its ends."""
        with self._lock:
            return self._sandbox.written(name, values, markup)

    def check(
        self, name: str, values: Mapping[str, Any], markup: Markup, expected: Sequence[Expected] = ()
    ) -> list[Problem]:
        """What is wrong with a template: mistakes in writing, unknown names, HTML in markdown, and what happens when
        it is filled with sample values, of which each that is `expected` must come out once.

        Texts like `post.deadline_text` may come out beside the part that has the same words.
        """
        with self._lock:
            found = [Problem(line, told) for line, told in self._sandbox.mistakes(name, set(values))]
        if found:
            return found
        texts = {key: "" if isinstance(value, str) else value for key, value in values.get("post", {}).items()}
        try:
            written = self.render(name, values, markup)
            alone = self.render(name, {**values, "post": texts}, markup)
        except BadTemplate as error:
            return [Problem(error.line, error.detail)]
        with self._lock:
            used = list(self._sandbox.used(name))
        last = max((line for line, one in used if any(one in each.names for each in expected)), default=1)
        for each in expected:
            lines = [line for line, one in used if one in each.names] or [last]
            often = max(map(alone.count, each.texts))
            lacking = next((text for text in each.texts if text not in written), "")
            if lacking:
                ways = " or ".join(f"{{{{ {one} }}}}" for one in each.names)
                found.append(Problem(last, f"{each.called} left out (“{lacking}”); {ways} has what is missing"))
            elif often > 1:
                found.append(Problem(lines[:2][-1], f"{each.called} written {often} times, here again"))
        return found

    @cached_property
    def _sandbox(self) -> "Sandbox":
        from hrd_tui.copydesk.sandbox import Sandbox

        return Sandbox(self.source)

    def _own_file(self, name: str) -> Path | None:
        file = self._own / name if self._own else None
        if not file or not file.is_file():
            return None
        if file.resolve().parent != file.parent.resolve():
            raise BadTemplate(name, 0, f"It is a link; a template must lie in {file.parent} itself.")
        return file


def _text(file: Path) -> str:
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadTemplate(file.name, 0, f"{file} cannot be read: {error}") from error
    if len(text) > MAX_SOURCE:
        raise BadTemplate(file.name, 0, f"It is longer than {MAX_SOURCE:,} characters.")
    return text
