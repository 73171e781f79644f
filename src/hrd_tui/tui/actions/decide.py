"""Deciding: one key an item or a closed story, and each taken back by another."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from hrd_tui.errors import HrdError
from hrd_tui.model import Outcome, State, View
from hrd_tui.tui.actions.pointed import aimed
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.labels import named
from hrd_tui.tui.screen import DeskScreen

MOST_TURNED = 100
"""Decisions that are taken back at once: each is written by itself, which takes some 3 ms."""


def undo_hint(screen: DeskScreen) -> str:
    """What is said behind a decision: which key takes it back."""
    return f" {DOT} {key_of(screen.keys, 'undo')} undoes" if screen.keys["undo"] else ""


def decided(screen: DeskScreen, outcome: Outcome, items: Sequence[int], *, over: int = 0) -> None:
    """Shows what was decided about the items of a row, goes `over` so many rows, and takes the marks away."""
    screen.marked.clear()
    screen.settle(outcome, undo_hint(screen), about=_story(screen, items, len(outcome.items)))
    if over and screen.items.step(over):
        screen.come_to = screen.current


def _stays_on(screen: DeskScreen) -> int | None:
    """The row that has the cursor after a decision although that was about it, too: there is none to go on to."""
    rows = screen.items
    if screen.marked:
        return None if _behind(screen, screen.marked.items()) else rows.key
    return rows.keys[-1] if rows.keys and rows.cursor + max(1, screen.count) >= rows.count else None


Decision = Callable[[Sequence[int]], Outcome]


def decide(screen: DeskScreen, items: Sequence[int], decision: Decision, *, go_on: bool = False, over: int = 0) -> None:
    """Decides about items in one step, shows it, and remembers the decision for others.

    With `go_on` the cursor goes over the rows that this was about: as many as were counted or `over` so many, of marked
    items those from the cursor on.
    """
    marked, rows = bool(screen.marked), max(1, over or screen.count)

    def show(outcome: Outcome) -> None:
        screen.repeat = partial(_again, screen, decision, go_on)
        decided(screen, outcome, items, over=(_behind(screen, items) if marked else rows) if go_on else 0)

    screen.bulk.decide(len(items), partial(decision, items), show)


def _behind(screen: DeskScreen, items: Sequence[int]) -> int:
    """How many rows on the first one is that shows none of the items; 0 where there is none."""
    about, rows = screen.listing.rows(items), screen.items
    return next((over for over, row in enumerate(rows.keys[rows.cursor :]) if row not in about), 0)


def _again(screen: DeskScreen, decision: Decision, go_on: bool) -> None:
    if items := aimed(screen):
        decide(screen, items, decision, go_on=go_on)


def repeat(screen: DeskScreen) -> None:
    """Decides once more what was decided last, with the same tags or the same day, or into the same story."""
    if screen.repeat is None:
        screen.say("Nothing was decided yet that could be repeated")
    else:
        screen.repeat()


def _story(screen: DeskScreen, items: Sequence[int], changed: int) -> str:
    """What a decision was about, where that is a closed story: all of it, what of it is listed here or was changed."""
    alone = not screen.listing.together or not items or screen.listing.is_open(items[0])
    if alone or tuple(items) != screen.listing.items(items[0]):
        return ""
    count = len(screen.desk.stories.of(items[0]).items)
    if len(items) < count and screen.desk.row(items[0]).sources > 1:
        return f"{changed} of {count} items of the story (the others are not listed here)"
    if changed < len(items):
        return f"{changed} of {count} items of the story (the others were so already)"
    return f"a story of {len(items)} items" if len(items) > 1 else ""


def _toggle(name: str, state: State) -> Callable[[DeskScreen], None]:
    def act(screen: DeskScreen) -> None:
        items = aimed(screen)
        if not items:
            return
        known = screen.desk.decisions.known
        there = all(known(id).get("state", State.INBOX) == state for id in items)
        if there and screen.held == (name, screen.current):
            # Pressed for row after row, the key is not meant to take back what it did to the last one.
            screen.say(f"{state.capitalize()} already{undo_hint(screen)}")
            return
        to = State.INBOX if there else state
        screen.held = None if there else (name, _stays_on(screen))
        decide(screen, items, lambda ids: screen.desk.decisions.set_state(ids, to), go_on=not there)

    return act


def mark_read(screen: DeskScreen) -> None:
    """Marks the item read and goes on."""
    if items := aimed(screen):
        decide(screen, items, screen.desk.decisions.mark_read, go_on=True)


def mark_unread(screen: DeskScreen) -> None:
    """Marks the item unread and stays on it."""
    if items := aimed(screen):
        screen.following.stay_unread(items)
        decide(screen, items, screen.desk.decisions.mark_unread)


def toggle_read(screen: DeskScreen) -> None:
    """Marks the item unread where it is read, else read; of several, read unless all are."""
    items = aimed(screen)
    if items and all(screen.desk.decisions.known(id).get("read") for id in items):
        mark_unread(screen)
    elif items:
        mark_read(screen)


def follow_up_on(screen: DeskScreen) -> None:
    """Asks for a day, with the reason behind it, and keeps the item for follow-up until then."""
    from hrd_tui.desk.ahead import ahead_because
    from hrd_tui.tui.dialogs.prompt import Prompt

    items, over = aimed(screen), screen.count
    if not items:
        return

    def take(text: str, prompt: Prompt) -> None:
        try:
            day, reason = ahead_because(text, screen.desk.now())
        except HrdError as error:
            prompt.refuse(error)
        else:
            prompt.done()
            # The line shows all that one item has: what is gone from it is to go.
            why = reason if reason or len(items) == 1 else None
            _attempt(screen, items, lambda ids: screen.desk.decisions.follow_up(ids, day, why), go_on=True, over=over)

    row = screen.desk.row(items[0])
    before = f"{row.due or 'none'} {row.reason}" if len(items) == 1 and (row.due or row.reason) else ""
    forms = "friday, 1 Dec, none; then why"
    screen.app.push_screen(Prompt("Follow up on", "7d ask the lawyer", take, value=before.strip(), detail=forms))


def tag(screen: DeskScreen) -> None:
    """Asks for tags and adds them."""
    from hrd_tui.tui.dialogs.tags import TagDialog

    items = aimed(screen)
    if not items:
        return
    own = _shared_tags(screen, items)

    def chosen(tags: list[str] | None) -> None:
        if tags:
            _attempt(screen, items, lambda ids: screen.desk.decisions.tag(ids, tags))

    known = [name for name in screen.desk.tags() if name not in own]
    screen.app.push_screen(TagDialog("Tag", known, screen.desk.tagging.chosen(), there=own), chosen)


def _shared_tags(screen: DeskScreen, items: Sequence[int]) -> set[str]:
    known = screen.desk.decisions.known
    return {tag for tag in known(items[0]).get("tags", ()) if all(tag in known(id).get("tags", ()) for id in items)}


def untag(screen: DeskScreen) -> None:
    """Asks which tags go and takes them off."""
    from hrd_tui.tui.dialogs.tags import TagDialog

    items = aimed(screen)
    if not items:
        return
    known = screen.desk.decisions.known
    own = dict.fromkeys(tag for id in items for tag in known(id).get("tags", ()))
    if not own:
        screen.say("This item has no tags" if len(items) == 1 else "None of these items has a tag")
        return

    def chosen(tags: list[str] | None) -> None:
        if tags:
            _attempt(screen, items, lambda ids: screen.desk.decisions.untag(ids, tags))

    colours = screen.desk.tagging.chosen()
    screen.app.push_screen(TagDialog("Take tags off", list(own), colours, only_known=True), chosen)


def _attempt(
    screen: DeskScreen, items: Sequence[int], decision: Decision, *, go_on: bool = False, over: int = 0
) -> None:
    screen.trying(lambda: decide(screen, items, decision, go_on=go_on, over=over))


def undo(screen: DeskScreen) -> None:
    """Takes the last decision back, or as many as were counted, and goes to its item where it is listed."""
    decisions = screen.desk.decisions
    _turns(screen, decisions.undo, decisions.last_done)


def undo_rules(screen: DeskScreen) -> None:
    """Takes back what rules did last."""
    decisions = screen.desk.decisions
    _turns(screen, decisions.undo_rules, partial(decisions.last_done, by_rules=True))


def redo(screen: DeskScreen) -> None:
    """Decides again what was taken back, or as many decisions as were counted."""
    decisions = screen.desk.decisions
    _turns(screen, decisions.redo, decisions.last_undone)


def _turns(screen: DeskScreen, turn: Callable[[], Outcome], last: Callable[[], int | None]) -> None:
    for turned in range(min(MOST_TURNED, max(1, screen.count))):
        if turned and not screen.bulk.at_work and last() is None:
            break
        screen.bulk.behind(partial(_turn, screen, turn, last, turned + 1))


def _turn(screen: DeskScreen, turn: Callable[[], Outcome], last: Callable[[], int | None], nth: int) -> None:
    step = last()
    count = len(screen.desk.store.decisions[step]["changes"]) if step else 0
    screen.bulk.decide(count, turn, partial(_turned, screen, nth))


def _turned(screen: DeskScreen, nth: int, outcome: Outcome) -> None:
    if nth > 1 and outcome.items:
        turned, _, what = outcome.label.partition(": ")
        outcome = replace(outcome, label=f"{turned} {nth} steps, the last: {what}")
    screen.settle(outcome)
    if not outcome.items:
        return
    listing = screen.listing
    if listing.bring(outcome.items):
        screen.show_list(screen.current)
    elif listing.first_row(outcome.items) is not None:
        # What was taken back may have made one story of two, or two of one.
        screen.regroup()
    row = listing.nearest_row(outcome.items, screen.items.cursor)
    if row is not None:
        screen.items.move_to(row)
    if missing := listing.missing(outcome.items):
        what, dot, title = named(outcome.label, screen.desk.lists).partition(f" {DOT} “")
        screen.say(f"{what}, {_elsewhere(screen, missing, len(outcome.items))}{dot}{title}")


def _elsewhere(screen: DeskScreen, missing: Collection[int], count: int) -> str:
    """Where those of so many items are that the list does not have."""
    view = View(screen.desk.decisions.known(min(missing)).get("state", State.INBOX))
    there = screen.desk.selection().view(view, screen.desk.now()).among(missing).ids()
    place = f"now in {screen.sources.name(view)}" if len(there) == len(missing) else "not listed here"
    return place if len(missing) == count else f"{len(missing)} of them {place}"


ACTIONS = {
    "follow-up": _toggle("follow-up", State.FOLLOW_UP),
    "select": _toggle("select", State.SELECTED),
    "spike": _toggle("spike", State.SPIKED),
    "drafted": _toggle("drafted", State.DRAFTED),
    "posted": _toggle("posted", State.POSTED),
    "follow-up-on": follow_up_on,
    "tag": tag,
    "untag": untag,
    "mark-read": mark_read,
    "mark-unread": mark_unread,
    "toggle-read": toggle_read,
    "repeat": repeat,
    "undo": undo,
    "redo": redo,
    "undo-rules": undo_rules,
}
