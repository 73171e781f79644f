"""`hrd draft`: what is done to the parts and the head of a draft."""

from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing import DRAFTS
from hrd_tui.cli.completing_known import COUNTRIES, KINDS, TEMPLATES
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import UsageProblem
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrd_tui.copydesk.draft import Draft

ID = click.argument("draft_id", metavar="ID", type=int, shell_complete=DRAFTS)
PARTS = click.argument("parts", metavar="PART...", nargs=-1, required=True)
PLACE = click.IntRange(min=1)
NONE = "none"


@click.command()
@ID
@PARTS
@pass_session
def cut(session: Session, draft_id: int, parts: tuple[str, ...]) -> None:
    """Leave parts out of the post; they stay in the draft.

    \b
    Example:
      hrd draft cut 3 4-6 9
    """
    from hrd_tui.copydesk.edit import cut

    _alter(session, draft_id, lambda draft: reduce(lambda made, run: cut(made, *_run(run)), parts, draft))


@click.command()
@ID
@PARTS
@pass_session
def take(session: Session, draft_id: int, parts: tuple[str, ...]) -> None:
    """Take parts that were cut back into the post.

    \b
    Example:
      hrd draft take 3 5
    """
    from hrd_tui.copydesk.edit import take

    _alter(session, draft_id, lambda draft: reduce(lambda made, run: take(made, *_run(run)), parts, draft))


@click.command()
@ID
@click.argument("parts", metavar="PART")
@click.argument("to", type=PLACE)
@pass_session
def move(session: Session, draft_id: int, parts: str, to: int) -> None:
    """Move a part, or a run like 3-5, so that it begins at number TO.

    \b
    Examples:
      hrd draft move 3 5 2
      hrd draft move 3 3-5 1
    """
    from hrd_tui.copydesk.edit import move

    at, count = _run(parts)

    def moved(draft: "Draft") -> "Draft":
        if to - 1 + count > len(draft.body):
            raise UsageProblem(f"There is no place {to}", f"The draft has {len(draft.body)} parts.")
        return move(draft, at, to - 1 - at, count)

    _alter(session, draft_id, moved)


@click.command()
@ID
@click.argument("text")
@click.option("--before", type=PLACE, help="The part it stands before; else at the end.")
@pass_session
def remark(session: Session, draft_id: int, text: str, before: int | None) -> None:
    """Put words of your own into the draft; they stay apart from the source's words.

    A line that begins with "- " is a list entry, with "## " a heading; [words](https://…) is a link.

    \b
    Example:
      hrd draft remark 3 "A verdict is expected in March." --before 2
    """
    from hrd_tui.copydesk.edit import remark

    _alter(session, draft_id, lambda draft: remark(draft, text, before and before - 1))


@click.command("see-also")
@ID
@click.argument("url")
@click.option("--at", type=PLACE, help="The part it stands before; else at the end.")
@click.option("--words", default="", help="Your own words before the address, instead of “[see also: …]”.")
@pass_session
def see_also(session: Session, draft_id: int, url: str, at: int | None, words: str) -> None:
    """Refer to an earlier post or another page.

    \b
    Examples:
      hrd draft see-also 3 https://example.org/earlier
      hrd draft see-also 3 https://example.org/earlier --words "On the arrest:"
    """
    from hrd_tui.copydesk.edit import see_also

    _alter(session, draft_id, lambda draft: see_also(draft, url, at and at - 1, words))


@click.command()
@ID
@click.argument("what", type=click.Choice(("list", "count")))
@pass_session
def signatories(session: Session, draft_id: int, what: str) -> None:
    """Keep the whole list of those who signed, or only their count.

    \b
    Example:
      hrd draft signatories 3 count
    """
    from hrd_tui.copydesk.edit import signatories

    _alter(session, draft_id, lambda draft: signatories(draft, listed=what == "list"))


@click.command()
@ID
@PARTS
@pass_session
def remove(session: Session, draft_id: int, parts: tuple[str, ...]) -> None:
    """Take your own parts out; a source's words can only be cut.

    \b
    Example:
      hrd draft remove 3 7
    """
    from hrd_tui.copydesk.edit import remove

    # From the end on, so that the numbers in front stay what they are.
    runs = sorted({_run(run) for run in parts}, reverse=True)
    _alter(session, draft_id, lambda draft: reduce(lambda made, run: remove(made, *run), runs, draft))


@click.command("place-source")
@ID
@click.argument("source")
@click.option("--before", type=PLACE, help="The part it stands before; else at the end.")
@click.option("--words", default="", help="Words that lead it in, such as “and”.")
@pass_session
def place_source(session: Session, draft_id: int, source: str, before: int | None, words: str) -> None:
    """Let a source, given by its address or its number, stand below the words it supports.

    \b
    Example:
      hrd draft place-source 3 2 --before 4 --words and
    """
    from hrd_tui.copydesk.edit import place_source

    def placed(draft: "Draft") -> "Draft":
        numbered = source.isdecimal() and 0 < int(source) <= len(draft.sources)
        url = draft.sources[int(source) - 1].url if numbered else source
        return place_source(draft, url, len(draft.body) if before is None else before - 1, words)

    _alter(session, draft_id, placed)


@click.command("set")
@ID
@click.option("--title", help="The headline.")
@click.option("--lead", help="Your sentence that opens the post: WHO on D Month YYYY …")
@click.option("--kind", shell_complete=KINDS, help="One of those that hrd items kind takes.")
@click.option(
    "--category", multiple=True, help="The categories, instead of those there are; may be given several times."
)
@click.option("--tag", multiple=True, help="The tags, instead of those there are; may be given several times.")
@click.option(
    "--country",
    multiple=True,
    shell_complete=COUNTRIES,
    help="The countries, by name or code, instead of those there are.",
)
@click.option("--deadline", help="The last day, as 2026-03-06 or friday.")
@click.option("--sentence", default="", help="The sentence that closes the post with the deadline.")
@click.option("--template", shell_complete=TEMPLATES, help="What the post is written with, such as vacancy.")
@pass_session
def set_(
    session: Session,
    draft_id: int,
    title: str | None,
    lead: str | None,
    kind: str | None,
    category: tuple[str, ...],
    tag: tuple[str, ...],
    country: tuple[str, ...],
    deadline: str | None,
    sentence: str,
    template: str | None,
) -> None:
    """Set what is true of the post as a whole; “none” takes a value out.

    \b
    Examples:
      hrd draft set 3 --title "Ferry workers on trial" --category Asia --category Courts
      hrd draft set 3 --deadline 2026-03-06 --sentence "Send submissions by 6 March."
      hrd draft set 3 --kind none
    """
    from hrd_tui.copydesk import edit
    from hrd_tui.desk.ahead import day

    desk = session.desk
    choices = desk.drafts.choices(desk.lists)
    closing = day(_value(deadline), desk.now()) if deadline and _value(deadline) else None

    def changed(draft: "Draft") -> "Draft":
        if title is not None:
            draft = edit.set_title(draft, title)
        if lead is not None:
            draft = edit.set_lead(draft, _value(lead))
        draft = edit.set_terms(
            draft,
            kind=None if kind is None else _value(kind),
            categories=_values(category),
            tags=_values(tag),
        )
        if country:
            draft = edit.set_countries(draft, _values(country) or (), choices)
        if deadline is not None:
            draft = edit.set_deadline(draft, closing, sentence)
        elif sentence:
            draft = edit.set_deadline(draft, draft.deadline or _no_deadline(draft_id), sentence)
        return draft if template is None else edit.set_template(draft, _value(template), choices)

    _alter(session, draft_id, changed)


def _no_deadline(id: int) -> date:
    raise UsageProblem(f"Draft {id} has no deadline", "--sentence goes with --deadline 2026-03-06.")


def _value(text: str) -> str:
    return "" if text.strip().lower() == NONE else text


def _values(given: tuple[str, ...]) -> tuple[str, ...] | None:
    """None where nothing was given, else the values."""
    return tuple(filter(None, map(_value, given))) if given else None


def _alter(session: Session, id: int, change: "Callable[[Draft], Draft]") -> None:
    seen: list[Draft] = []

    def alter(draft: "Draft") -> "Draft":
        seen.append(draft)
        return change(draft)

    after = session.desk.drafts.alter(id, alter)
    shown = sum(not part.cut for part in after.body)
    state = "unchanged" if after == seen[0] else f"{shown} of {len(after.body)} parts in the post"
    output.line(f"{id} {after.title} · {state}")


def _run(parts: str) -> tuple[int, int]:
    """The number of a part from 1, or a run like 3-5, as the place from 0 and how many."""
    first, dash, last = parts.partition("-")
    if not first.isdecimal() or (dash and not last.isdecimal()) or not 0 < int(first) <= int(last or first):
        raise UsageProblem(f"“{clean(parts, line=True)}” is no part", "It is a number like 3 or a run like 3-5.")
    return int(first) - 1, int(last or first) - int(first) + 1


COMMANDS = (cut, take, move, remark, see_also, signatories, remove, place_source, set_)
