"""Own templates, and what they make of a draft."""

from datetime import date
from pathlib import Path

import pytest

from hrd_tui.copydesk import html, layout, sample
from hrd_tui.copydesk.draft import Draft, Part
from hrd_tui.copydesk.pieces import of_draft
from hrd_tui.copydesk.templates import Templates
from hrd_tui.text.blocks import PARAGRAPH, Block, Span

SHIPPED = Templates().names()
HOSTILE_TITLE = "*Lamps* & <b>piers</b> [x](https://x.example/)"


def hostile_draft(**fields: object) -> Draft:
    parts = (Part(Block(PARAGRAPH, (Span("Some *words*."),)), 0),)
    return Draft(HOSTILE_TITLE, date(2026, 1, 29), "lamps", body=parts, **fields)  # type: ignore[arg-type]


class Own:
    """A folder of own templates, and what they make of a draft."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templates = Templates(folder)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")

    def made(self, text: str, name: str = "own.md") -> str:
        self.write(name, text)
        markup = html.HTML if name.endswith(".html") else layout.markup()
        return self.templates.render(name, of_draft(hostile_draft(tags=("a_b", "c*")), markup), markup)

    def problems(self, text: str, name: str = "own.md") -> list[tuple[int, str]]:
        self.write(name, text)
        tried = sample.of(name)
        found = self.templates.check(name, tried.values, tried.markup, tried.expected)
        return [(problem.line, problem.words) for problem in found]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path)
