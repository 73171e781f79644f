"""`hrd wordpress`: drafts to the blog."""

import sys

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing import DRAFTS
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import UsageProblem


@click.group(cls=Grouped)
def wordpress() -> None:
    """Send drafts to the blog over the REST API of WordPress.

    Set wordpress.address and wordpress.user (hrd config edit), make an application password in WordPress under Users,
    Profile, and store it with: hrd wordpress login. HRD_WORDPRESS_PASSWORD is taken before the keyring.

    \b
    Examples:
      hrd wordpress check
      hrd wordpress send 3 --dry-run
      hrd wordpress send 3
    """


@wordpress.command()
@pass_session
def check(session: Session) -> None:
    """Log in and say who you are there; nothing is written.

    \b
    Example:
      hrd wordpress check
    """
    blog = session.desk.wordpress
    output.line(f"{blog.site} knows you as {blog.check() or blog.user}.")


@wordpress.command()
@pass_session
def login(session: Session) -> None:
    """Store the application password in the keyring of this machine; without a terminal it is read from stdin.

    \b
    Examples:
      hrd wordpress login
      pass show blog | hrd wordpress login
    """
    from hrd_tui.desk import credentials

    blog = session.desk.wordpress
    asked = f"Application password of {blog.user} at {blog.site}"
    credentials.check_keyring()
    secret = click.prompt(asked, hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.readline()
    if not secret.strip():
        raise UsageProblem("There is no password to store", "Copy it from WordPress: Users, Profile.")
    credentials.store(blog.site, blog.user, secret.strip())
    output.say("Stored. Try it with: hrd wordpress check")


@wordpress.command()
@click.argument("draft", type=int, shell_complete=DRAFTS)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Look there what would be done; write nothing.",
)
@click.option("--force", is_flag=True, help="Overwrite a draft that was changed on the site.")
@pass_session
def send(session: Session, draft: int, dry_run: bool, force: bool) -> None:
    """Create a draft on the site, or bring it up to date; it is never published from here.

    What is sent is shown by: hrd draft show DRAFT --post --target html

    \b
    Examples:
      hrd wordpress send 3 --dry-run
      hrd wordpress send 3
    """
    from hrd_tui.desk.wordpress import SENT_AS

    sent = session.desk.wordpress.send(draft, dry_run=dry_run, force=force)
    output.columns([sent.status, sent.edit or sent.site], [0])
    if sent.categories:
        output.say(f"Categories: {', '.join(sent.categories)}")
    if sent.tags:
        output.say(f"{'New tags to be made' if dry_run else 'New tags'}: {', '.join(sent.tags)}")
    for told in session.desk.drafts.warnings(draft, SENT_AS):
        output.say(f"draft {draft}: {told}")
