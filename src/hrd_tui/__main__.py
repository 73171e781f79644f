"""The command `hrd`: gives the command line the means to open the screen."""

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk


def open_reader(desk: "Desk") -> None:
    """Shows the three-pane screen until the editor leaves it."""
    from hrd_tui.errors import UsageProblem

    # A reader that `hrd serve` starts speaks to a browser through its pipes.
    served = os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")
    if not served and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageProblem("The reader needs a terminal", "hrd --help lists the commands that work without one.")
    if not served and os.environ.get("TERM") == "dumb":
        raise UsageProblem("The reader needs a terminal that can place the cursor", "TERM is dumb; hrd --help.")
    from hrd_tui.tui.app import run

    run(desk)


def main() -> None:
    """Runs `hrd` with the arguments of this process."""
    # What is made until a command begins or the desk is shown stays; looking for garbage in it is a tenth of the start.
    gc.disable()
    from hrd_tui.cli.main import run

    sys.exit(run(sys.argv[1:], open_reader))


if __name__ == "__main__":
    main()
