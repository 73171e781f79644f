"""`hrd doctor`: checks the store, and repairs it."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK


@click.command()
@click.option("--repair", "mend", is_flag=True, help="Mend what can be mended; what it touches is copied first.")
@pass_session
def doctor(session: Session, mend: bool) -> int:
    """Check every line and body of the store.

    \b
    Examples:
      hrd doctor
      hrd doctor --repair
    """
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
        output.line(f"{folder}: all well")
    return EXIT_NOTHING_DONE if findings else EXIT_OK
