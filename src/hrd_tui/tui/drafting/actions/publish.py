"""Out of the desk: the file, WordPress, the clipboard."""

from collections.abc import Sequence
from functools import partial

from hrd_tui.desk.wordpress import SENT_AS, Sent
from hrd_tui.errors import HrdError, NotOurs
from hrd_tui.tui import clipboard
from hrd_tui.tui.drafting.screen import DraftScreen
from hrd_tui.tui.glyphs import DOT

MOST_TOLD = 6
"""Remarks of the checklist that are named before a draft is sent; the notice behind it names all."""

Looked = tuple[Sent, Sequence[str]]
"""What sending would do, and what to look at before."""


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
    def look() -> Looked:
        found = screen.desk.wordpress.send(screen.draft_id, dry_run=True, force=force)
        return found, screen.desk.drafts.warnings(screen.draft_id, SENT_AS)

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


def _confirm(screen: DraftScreen, force: bool, looked: Looked) -> None:
    from hrd_tui.tui.dialogs.confirm import Confirm

    found, warnings = looked
    what = (
        "A new draft is made there."
        if found.status == "to create"
        else f"The draft is brought up to date: {found.edit}"
    )
    more = [f"and {len(warnings) - MOST_TOLD} more to look at"] if len(warnings) > MOST_TOLD else []
    lines = [what, *_terms(found, "New tags to be made"), *warnings[:MOST_TOLD], *more]

    def answered(yes: bool | None) -> None:
        if yes:
            screen.say(f"Sending to {found.site} …")
            work = partial(screen.desk.wordpress.send, screen.draft_id, force=force)
            screen.beside(work, partial(_sent, screen, warnings))

    screen.bottom.hush()
    screen.app.push_screen(
        Confirm(f"Send to {found.site}?", "\n".join(lines), yes="send", heading="WordPress"), answered
    )


def _terms(sent: Sent, tags: str) -> list[str]:
    named = (("Categories", sent.categories), (tags, sent.tags))
    return [f"{name}: {', '.join(names)}" for name, names in named if names]


def _sent(screen: DraftScreen, warnings: Sequence[str], sent: Sent) -> None:
    told = "\n".join(dict.fromkeys((*_terms(sent, "New tags"), *warnings)))
    screen.notice.show(f"WordPress {DOT} {sent.status}: {sent.edit or sent.site}", told)
    screen.renew()


def copy_post(screen: DraftScreen) -> None:
    """Copies the post without front matter; the notice says by which way."""
    text = screen.desk.drafts.text(screen.draft_id, "plain")
    copied = f"Copied the post {clipboard.copy(screen.app, text)}"
    if warnings := screen.desk.drafts.warnings(screen.draft_id, "plain"):
        screen.notice.show(copied, "\n".join(dict.fromkeys(warnings)))
    else:
        screen.say(copied)


ACTIONS = {"write": write, "send": send, "copy-post": copy_post}
