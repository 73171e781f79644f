"""Out of the desk: the file, WordPress, the clipboard."""

from functools import partial

from hrd_tui.desk.wordpress import Sent
from hrd_tui.errors import HrdError, NotOurs
from hrd_tui.tui import outside
from hrd_tui.tui.drafting.screen import DraftScreen
from hrd_tui.tui.glyphs import DOT


def write(screen: DraftScreen) -> None:
    """Writes the post to its file; asks before it goes over what was changed by hand."""
    screen.refuse_if_changed()
    _write(screen, force=False)


def _write(screen: DraftScreen, *, force: bool) -> None:
    from hrd_tui.tui.dialogs.confirm import Confirm

    try:
        written = screen.desk.drafts.export(screen.draft_id, force=force)
    except NotOurs as error:
        if force:
            raise

        def answered(yes: bool | None) -> None:
            if yes:
                screen.trying(partial(_write, screen, force=True))

        screen.app.push_screen(Confirm(error.title, error.detail, yes="overwrite"), answered)
        return
    verb = "Unchanged:" if written.status == "unchanged" else "Wrote"
    screen.notice.show(f"{verb} {written.path}", "\n".join(dict.fromkeys((*written.notes, *written.warnings))))
    screen.renew()


def send(screen: DraftScreen) -> None:
    """Looks what sending would do, says it, and sends once the editor agrees."""
    screen.refuse_if_changed()
    blog = screen.desk.wordpress
    site, _ = blog.site, blog.user
    screen.say(f"Asking {site} …")
    _look(screen, force=False)


def _look(screen: DraftScreen, *, force: bool) -> None:
    look = partial(screen.desk.wordpress.send, screen.draft_id, dry_run=True, force=force)
    screen.beside(look, partial(_confirm, screen, force), partial(_refused, screen, force))


def _refused(screen: DraftScreen, force: bool, error: HrdError) -> None:
    """Asks before it goes over what somebody changed on the blog."""
    from hrd_tui.tui.dialogs.confirm import Confirm

    screen.bottom.hush()
    if force or not isinstance(error, NotOurs):
        screen.complain(error)
        return

    def answered(yes: bool | None) -> None:
        if yes:
            _look(screen, force=True)

    screen.app.push_screen(Confirm(error.title, error.detail, yes="overwrite"), answered)


def _confirm(screen: DraftScreen, force: bool, found: Sent) -> None:
    from hrd_tui.tui.dialogs.confirm import Confirm

    what = (
        "A new draft is made there."
        if found.status == "to create"
        else f"The draft is brought up to date: {found.edit}"
    )
    lines = [what, *_terms(found, "New tags to be made")]

    def answered(yes: bool | None) -> None:
        if yes:
            screen.say(f"Sending to {found.site} …")
            work = partial(screen.desk.wordpress.send, screen.draft_id, force=force)
            screen.beside(work, partial(_sent, screen))

    screen.bottom.hush()
    screen.app.push_screen(
        Confirm(f"Send to {found.site}?", "\n".join(lines), yes="send", heading="WordPress"), answered
    )


def _terms(sent: Sent, tags: str) -> list[str]:
    named = (("Categories", sent.categories), (tags, sent.tags))
    return [f"{name}: {', '.join(names)}" for name, names in named if names]


def _sent(screen: DraftScreen, sent: Sent) -> None:
    screen.notice.show(f"WordPress {DOT} {sent.status}: {sent.edit or sent.site}", "\n".join(_terms(sent, "New tags")))
    screen.renew()


def copy_post(screen: DraftScreen) -> None:
    """Copies the post without front matter, through the terminal and, where there is one, a program of the desktop."""
    text = screen.desk.drafts.text(screen.draft_id, "plain")
    screen.app.copy_to_clipboard(text)
    tool = outside.copy(text)
    screen.say(f"Copied the post {f'with {tool}' if tool else 'through the terminal (OSC 52)'}")


ACTIONS = {"write": write, "send": send, "copy-post": copy_post}
