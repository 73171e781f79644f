"""Which panes of the Draft screen a terminal of some size shows; pure."""

from dataclasses import dataclass

from hrd_tui.tui.layout import LEAST, MARGINS, MEDIUM, RULED, STACKED, WIDE

BLOCKS = "blocks"
PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class DraftPanes:
    """The panes in sight and the cells of the blocks (0: what is left over); `stacked` puts the preview below."""

    blocks: bool
    preview: bool
    width: int = 0
    height: int = 0
    stacked: bool = False
    ruled: bool = False


def arrange(width: int, height: int, focus: str, measure: int) -> DraftPanes | None:
    """The panes for a terminal of so many cells, `focus` being the pane in use; None where it is too small."""
    if width < LEAST[0] or height < LEAST[1]:
        return None
    ruled = height >= RULED
    if width >= WIDE:
        preview = min(measure + MARGINS, round(width * 0.45))
        return DraftPanes(True, True, width - preview - 1, ruled=ruled)
    if width >= MEDIUM and height >= STACKED:
        rows = height - (4 if ruled else 2)
        return DraftPanes(True, True, 0, round(rows * 0.55), stacked=True, ruled=ruled)
    return DraftPanes(focus == BLOCKS, focus == PREVIEW, ruled=ruled)
