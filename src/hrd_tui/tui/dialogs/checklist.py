"""What to look at in a draft before it goes out."""

from collections.abc import Sequence

from hrd_tui.copydesk.checklist import Remark
from hrd_tui.tui.dialogs.picker import Option, Picker


class ChecklistPicker(Picker):
    """The remarks in the order of the post, each whole below the list; Enter gives the number of one."""

    keys_told = (("Enter", "go there"), ("↑ ↓", "move"), ("Esc", "close"))
    below = 3

    def __init__(self, remarks: Sequence[Remark]) -> None:
        self._remarks = remarks
        super().__init__(
            "To look at",
            [
                Option(str(number), remark.text, sign="post" if remark.part is None else f"[{remark.part + 1}]")
                for number, remark in enumerate(remarks)
            ],
        )

    def sentence(self, key: str) -> str:
        return self._remarks[int(key)].text
