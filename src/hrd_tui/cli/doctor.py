"""`hrd doctor`: checks the store, and repairs it."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK


@click.command()
@click.option("--repair", "mend", is_flag=True, help="Mend what can be mended; what it touches is copied first.")
@pass_session
def doctor(session: Session, mend: bool) -> int:
    """Check every line and body of the store, and name the items that the program failed on.

    Such an item is kept and read like any other; nothing of the store is wrong with it.

    \b
    Examples:
      hrd doctor
      hrd doctor --repair
    """
    from hrd_tui.desk import faults
    from hrd_tui.store.check import inspect, repair

    folder = session.paths.store
    if not folder.exists():
        output.line(f"{folder}: there is no store yet")
        return EXIT_OK
    if mend:
        for sentence in repair(folder):
            output.line(sentence)
    findings = inspect(folder)
    for finding in findings:
        output.line(f"{finding.severity}: {finding.what}. {finding.remedy}")
    if not findings:
        for id, why in faults.items(session.desk.store):
            output.line(f"note: item {id}: {why}. Please report it; a newer hrd will read it again.")
        output.line(f"{folder}: all well")
    return EXIT_NOTHING_DONE if findings else EXIT_OK
