"""What is done and old enough to leave the desk: a decision, without reading or writing anything."""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from hrd_tui.documents import DecisionDoc, DraftDoc, ItemDoc, StateDoc
from hrd_tui.model import State
from hrd_tui.text.dates import iso

_NO_MARK = frozenset({"read", "state", "highlight", "ruled"})
"""The keys of a state that keep nothing on the desk; every other one, also one that comes later, does."""
_UNTOUCHED: StateDoc = {}


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked at: the tables, the items that wait for rules on arrival, for an item those of its story (itself
    among them), and its last deadline's end as the store writes moments, empty where it has none.
    """

    items: Mapping[int, ItemDoc]
    states: Mapping[int, StateDoc]
    decisions: Mapping[int, DecisionDoc]
    drafts: Mapping[int, DraftDoc]
    arrivals: Container[int]
    story: Callable[[int], Collection[int]]
    ends: Callable[[int], str]


def done_and_old(known: Known, ids: Iterable[int], now: datetime, days: int) -> list[int]:
    """Those of the items that may leave the desk.

    Each arrived and is dated more than so many days ago, is read or spiked, and nothing else was ever said of it: no
    other state, tag, note, quote, day to come back to it, nothing against its signals, no priority. It is in no draft,
    in no undo step younger than that, waits for no rule, and no deadline of it lies ahead. All of that holds of every
    item of its story.
    """
    limit = iso(now - timedelta(days=days))
    moment = iso(now)
    plain = [id for id in ids if _is_done(known.states.get(id, _UNTOUCHED))]
    held = _held(known, plain, limit)
    judged: dict[int, bool] = {}

    def may_go(id: int) -> bool:
        if id not in judged:
            item = known.items.get(id)
            judged[id] = (
                item is not None
                and id not in known.arrivals
                and _is_done(known.states.get(id, _UNTOUCHED))
                and item.get("arrived", "9") < limit
                and item.get("sort", "9") < limit
                and known.ends(id) < moment
            )
        return judged[id]

    def whole_story(id: int) -> bool:
        others = [other for other in known.story(id) if other != id]
        return all(map(may_go, others)) and not (others and _held(known, others, limit))

    return [id for id in plain if id not in held and may_go(id) and whole_story(id)]


def _is_done(state: StateDoc) -> bool:
    standing = state.get("state", State.INBOX)
    done = standing == State.SPIKED or (standing == State.INBOX and state.get("read", False))
    return done and not any(state[key] for key in state.keys() - _NO_MARK)  # type: ignore[literal-required]


def _held(known: Known, ids: Collection[int], limit: str) -> set[int]:
    """Those of the items that a draft or an undo step since the limit names."""
    wanted = frozenset(ids)
    held = {id for draft in list(known.drafts.values()) for id in draft.get("items", ()) if id in wanted}
    names = {str(id) for id in ids}
    for decision in list(known.decisions.values()):
        if decision.get("at", "9") >= limit:
            held.update(map(int, decision["changes"].keys() & names))
    return held
