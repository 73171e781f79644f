"""What is true of the post as a whole: headline, opening, terms, kind, deadline, its sources, its checklist."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import EDITOR, LEAD, Draft, SourceRef
from hrd_tui.errors import HrdError
from hrd_tui.signals.kind import KINDS
from hrd_tui.tui.drafting.actions.blocks import choose_source
from hrd_tui.tui.drafting.panes import BLOCKS
from hrd_tui.tui.drafting.rows import CATEGORIES, DEADLINE, HEADLINE, PART, TAGS, Place
from hrd_tui.tui.drafting.screen import NOTHING_TO_LOOK_AT, DraftScreen
from hrd_tui.tui.glyphs import TAKEN

Change = Callable[[Draft, str], Draft]


def headline(screen: DraftScreen) -> None:
    """Asks for another headline."""
    _ask(screen, "Headline", "What the post is called", screen.draft.title, edit.set_title, Place(HEADLINE))


def lead(screen: DraftScreen) -> None:
    """Asks for the sentence that opens the post; an empty one takes it out."""
    own = (part.block.text for part in screen.draft.body if part.role == LEAD and part.source == EDITOR)
    _ask(screen, "Opening", "WHO on D Month YYYY …; empty takes it out", next(own, ""), edit.set_lead, None, empty=True)


def deadline(screen: DraftScreen) -> None:
    """Asks for the deadline; an empty one takes it out. The same day again confirms it."""
    from hrd_tui.desk.ahead import day as read_day

    day, sentence = screen.draft.deadline, ""
    if day is None and screen.part is not None:
        day, sentence = _named(screen, screen.draft.body[screen.part].block.text)

    def change(draft: Draft, text: str) -> Draft:
        return edit.set_deadline(draft, read_day(text, screen.desk.now()) if text else None, sentence)

    value = day.isoformat() if day else ""
    _ask(screen, "Deadline", "2026-03-06, 6 March; empty takes it out", value, change, Place(DEADLINE), empty=True)


def _named(screen: DraftScreen, text: str) -> tuple[date | None, str]:
    """The deadline that the words of a block name, with the sentence that does."""
    from hrd_tui.signals.deadline import find

    found = find(text, screen.desk.now().date())
    return (found.day, found.sentence) if found else (None, "")


def _ask(
    screen: DraftScreen,
    title: str,
    placeholder: str,
    value: str,
    change: Change,
    place: Place | None,
    *,
    empty: bool = False,
) -> None:
    from hrd_tui.tui.dialogs.prompt import Prompt

    def take(text: str, prompt: Prompt) -> None:
        try:
            screen.alter(lambda draft: change(draft, text), place)
        except HrdError as error:
            prompt.refuse(error)
        else:
            prompt.done()

    screen.app.push_screen(Prompt(title, placeholder, take, value=value, may_be_empty=empty))


def categories(screen: DraftScreen) -> None:
    """Asks which categories the post has."""
    rules = screen.desk.lists.terms.rules or {}
    mapped = [name for rule in rules.values() for name in rule.categories]
    known = _known(screen.desk.covered.terms()[0], mapped)

    def change(draft: Draft, names: Sequence[str]) -> Draft:
        return edit.set_terms(draft, categories=names)

    _terms(screen, CATEGORIES, known, screen.draft.categories, change)


def tags(screen: DraftScreen) -> None:
    """Asks which tags the post has."""
    rules = screen.desk.lists.terms.rules or {}
    mapped = [name for rule in rules.values() for name in rule.tags]
    known = _known(screen.desk.covered.terms()[1], mapped)

    def change(draft: Draft, names: Sequence[str]) -> Draft:
        return edit.set_terms(draft, tags=names)

    _terms(screen, TAGS, known, screen.draft.tags, change)


def _known(used: Mapping[str, int], mapped: Sequence[str]) -> list[str]:
    """The names the blog has used, the most used first, and those of the editor's map of terms."""
    return [*sorted(used, key=lambda name: (-used[name], name)), *mapped]


def _terms(
    screen: DraftScreen,
    field: str,
    known: Sequence[str],
    chosen: Sequence[str],
    change: Callable[[Draft, Sequence[str]], Draft],
) -> None:
    from hrd_tui.tui.dialogs.terms import TermsDialog

    def taken(names: list[str] | None) -> None:
        if names is not None:
            _set(screen, lambda draft: change(draft, names), Place(field))

    screen.app.push_screen(TermsDialog(field.capitalize(), chosen, known), taken)


def kind(screen: DraftScreen) -> None:
    """Asks of which kind the post is."""
    from hrd_tui.tui.dialogs.picker import Option, Picker

    def chosen(name: str | None) -> None:
        if name:
            _set(screen, lambda draft: edit.set_terms(draft, kind=name))

    options = [Option(name, told, sign=TAKEN if name == screen.draft.kind else " ") for name, told in KINDS.items()]
    screen.app.push_screen(Picker("Kind", options), chosen)


def _set(screen: DraftScreen, change: Callable[[Draft], Draft], place: Place | None = None) -> None:
    def alter() -> None:
        screen.alter(change, place)

    screen.trying(alter)


def kept_copy(screen: DraftScreen) -> None:
    """Names the web archive's copy behind a source, or takes it out."""

    def turn(ref: SourceRef) -> None:
        if ref.kept:
            screen.alter(lambda draft: edit.keep(draft, ref.url, ""), told="Kept copy taken out")
            return
        screen.say("Asking the web archive …")

        def found(copy: str) -> None:
            screen.alter(lambda draft: edit.keep(draft, ref.url, copy), told="Kept copy named")

        screen.beside(lambda: screen.desk.links.archived(ref.url), found)

    choose_source(screen, "Whose kept copy", turn)


def checklist(screen: DraftScreen) -> None:
    """Lists what to look at; Enter goes to the block."""
    from hrd_tui.tui.dialogs.checklist import ChecklistPicker

    remarks = screen.checklist()
    if not remarks:
        screen.say(NOTHING_TO_LOOK_AT)
        return

    def chosen(key: str | None) -> None:
        part = remarks[int(key)].part if key else None
        if part is not None:
            screen.go(BLOCKS)
            screen.blocks.move_to(Place(PART, part))

    screen.app.push_screen(ChecklistPicker(remarks), chosen)


ACTIONS = {
    "headline": headline,
    "lead": lead,
    "deadline": deadline,
    "categories": categories,
    "tags": tags,
    "kind": kind,
    "kept-copy": kept_copy,
    "checklist": checklist,
}
