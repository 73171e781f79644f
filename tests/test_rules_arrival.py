"""Rules at work on a desk: once an item, whatever is killed and whoever else is at it, and what takes it back."""

import asyncio
import os
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from desk_fixtures import NOW, desk_in, paths
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.arrived_texts import LONGEST, folded
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.fulltext_update import LONGEST as FULLTEXT_LONGEST
from hrd_tui.documents import ItemDoc
from hrd_tui.model import State, View
from hrd_tui.store.check import inspect
from hrd_tui.text.document import from_text
from loopback_site import served

RULES = """
[[rules]]
name = "ferry"
query = "ferry"
tag = ["ports"]

[[rules]]
name = "calls"
query = "kind:call_for_input"
spike = true
"""
KENYA = '[[rules]]\nname = "kenya"\nquery = "country:kenya"\nhighlight = true\n'
CALL = "Please send your input. The deadline for submissions is 6 March 2026."
CHARGED = "Ferry workers charged in Kenya\n\nFour men."


def configure(folder: Path, text: str = RULES) -> Path:
    """The configuration with these rules, as an editor would write it: never of the same time as before."""
    file = paths(folder).config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    stamp = file.stat().st_mtime_ns + 1_000_000 if file.exists() else None
    file.write_text(text, "utf-8")
    if stamp:
        os.utime(file, ns=(stamp, stamp))
    return file


def ruled(desk: Desk, id: int) -> tuple[str, ...]:
    return desk.item(id).ruled


def test_what_arrives_is_ruled_by_what_the_signals_found_in_it(tmp_path: Path) -> None:
    configure(tmp_path, RULES + KENYA)
    with desk_in(tmp_path) as desk:
        ferry, call = paste(desk, CHARGED), paste(desk, f"Call for input: report\n\n{CALL}")
        assert ruled(desk, ferry) == ()
        desk.signals.catch_up()
        assert desk.row(ferry).tags == ("ports",)
        assert desk.row(ferry).highlight
        assert desk.select(View("spiked")) == [call]
        assert desk.find("rule:kenya") == [ferry]
        assert ruled(desk, call) == ("calls: spiked",)
        assert [entry.label for entry in desk.log.entries()] == ["Rules: 1 item tagged, 1 spiked, 1 highlighted"]


def test_what_rules_did_since_is_told_apart_from_a_run_and_from_before(tmp_path: Path) -> None:
    configure(tmp_path)
    with desk_in(tmp_path) as desk:
        paste(desk, CHARGED)
        desk.signals.catch_up()
        since = desk.ruling.watched()
        desk.decisions.undo_rules()
        configure(tmp_path, RULES + KENYA)
        assert desk.ruling.run().items
        assert since() == ""
        paste(desk, "Another ferry\n\nFour men.")
        desk.signals.catch_up()
        assert since() == "1 item tagged"


def test_as_much_of_a_text_is_looked_through_as_the_index_has() -> None:
    item = ItemDoc(feed=1, title="T", arrived="", sort="")
    title, text = folded(item, "Source", from_text("x" * (LONGEST + 1)))
    assert title == "t"
    assert len(text) == LONGEST == FULLTEXT_LONGEST


def test_a_feed_that_is_added_is_ruled_too(tmp_path: Path) -> None:
    configure(tmp_path)
    entry = b"<item><guid>1</guid><title>Ferry workers charged</title></item>"
    feed = b"<rss version='2.0'><channel><title>Feed</title>%s</channel></rss>"
    with served() as site, desk_in(tmp_path) as desk:
        address = site.put("/feed.xml", feed % entry)
        asyncio.run(desk.subscriptions.add(address, allow_private=True))
        desk.signals.catch_up()
        assert desk.row(1).tags == ("ports",)
        site.put("/feed.xml", feed % (entry + b"<item><guid>2</guid><title>A second ferry</title></item>"))
        desk.syncing.run()
        assert desk.row(2).tags == ("ports",)


def test_the_full_text_of_what_arrives_is_looked_through(tmp_path: Path) -> None:
    configure(
        tmp_path,
        '[[rules]]\nname = "text"\nquery = \'text:"FÓUR men" -text:women\'\ntag = ["men"]\n'
        '[[rules]]\nname = "source"\nquery = "text:nobody"\nspike = true\n',
    )
    with desk_in(tmp_path) as desk:
        men, women = paste(desk, CHARGED), paste(desk, "Trial\n\nFour\nmen and women.")
        desk.signals.catch_up()
        assert desk.select(View("tag", "men")) == [men]
        desk.fulltext.catch_up()
        assert desk.find('text:"four men"') == [women, men]
        assert [one.item for one in desk.ruling.tried(desk.ruling.rules)] == [men]


def test_an_item_is_ruled_once(tmp_path: Path) -> None:
    configure(tmp_path)
    with desk_in(tmp_path) as desk:
        id = paste(desk, CHARGED)
        desk.signals.catch_up()
        desk.decisions.untag([id], ["ports"])
        with desk.store.change() as change:
            change.put("items", id, {**desk.store.items[id], "hash": "another text"})
        assert desk.signals.catch_up() == 1
        assert desk.row(id).tags == ()


def test_rules_that_come_later_leave_alone_what_was_there(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        before = paste(desk, CHARGED)
    configure(tmp_path)
    with desk_in(tmp_path) as desk:
        between = paste(desk, f"Second: {CHARGED}")
    configure(tmp_path, RULES + KENYA)
    with desk_in(tmp_path) as desk:
        after = paste(desk, f"Third: {CHARGED}")
        assert desk.signals.catch_up() == 3
        assert [len(ruled(desk, id)) for id in (before, between, after)] == [0, 1, 2]
        assert not desk.store.table("arrivals")


def test_rules_changed_while_the_desk_is_open_hold_from_then_on(tmp_path: Path) -> None:
    file = configure(tmp_path)
    with desk_in(tmp_path) as desk:
        assert [rule.name for rule in desk.ruling.rules] == ["ferry", "calls"]
        configure(tmp_path, KENYA)
        assert [rule.name for rule in desk.ruling.rules] == ["kenya"]
        configure(tmp_path, "[[rules]\n")
        assert [rule.name for rule in desk.ruling.rules] == ["kenya"]
        assert str(file) in desk.ruling.problems[0]


def test_a_process_that_ends_before_the_rules_leaves_them_to_the_next(tmp_path: Path) -> None:
    configure(tmp_path)

    class Killed(BaseException):
        pass

    def kill() -> None:
        if desk.store.signals:
            raise Killed

    with desk_in(tmp_path) as desk:
        id = paste(desk, CHARGED)
        desk.signals._afterwards = kill
        with pytest.raises(Killed):
            desk.signals.catch_up()
        assert id in desk.store.signals
        assert ruled(desk, id) == ()
    with desk_in(tmp_path) as desk:
        assert desk.signals.catch_up() == 0
        assert ruled(desk, id) == ("ferry: tagged ports",)


def test_of_two_processes_one_does_it(tmp_path: Path) -> None:
    configure(tmp_path)
    with desk_in(tmp_path) as one, desk_in(tmp_path) as other:
        ids = [paste(one, f"Ferry number {number}\n\nText.") for number in range(9)]
        one.signals._afterwards = lambda: None
        one.signals.catch_up()
        other.refresh()
        threads = [threading.Thread(target=desk.ruling.arrivals) for desk in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        one.refresh()
        other.refresh()
        assert [len(ruled(desk, id)) for desk in (one, other) for id in ids] == [1] * 18
        assert len(list(one.log.entries())) == 1


def test_undo_finds_the_editors_own_decision_behind_what_rules_did(tmp_path: Path) -> None:
    configure(tmp_path)
    with desk_in(tmp_path) as desk:
        id = paste(desk, CHARGED)
        desk.decisions.tag([id], ["mine"])
        desk.decisions.note([id], "call her")
        desk.decisions.undo()
        desk.signals.catch_up()
        assert desk.row(id).tags == ("mine", "ports")
        assert desk.decisions.redo().label.startswith("Redone: Noted")
        desk.decisions.undo()
        assert desk.decisions.undo().label.startswith("Undone: Tagged #mine")
        assert desk.row(id).tags == ("ports",)
        assert not desk.decisions.undo().items


def test_what_rules_did_is_taken_back_but_not_what_was_decided_since(tmp_path: Path) -> None:
    configure(tmp_path)
    with desk_in(tmp_path) as desk:
        ferry, call = paste(desk, CHARGED), paste(desk, f"Call for input: report\n\n{CALL}")
        desk.signals.catch_up()
        desk.decisions.tag([ferry], ["mine"])
        desk.decisions.set_state([call], State.SELECTED)
        assert desk.decisions.undo_rules().items == (ferry, call)
        assert desk.row(ferry).tags == ("mine",)
        assert desk.row(call).state == State.SELECTED
        assert ruled(desk, ferry) == ruled(desk, call) == ()
        assert not desk.decisions.undo_rules().items
        desk.decisions.undo()
        assert desk.row(call).state == State.SPIKED


def test_trying_writes_nothing_and_shows_what_would_have_been_done(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        ids = [paste(desk, CHARGED), paste(desk, f"Call for input: report\n\n{CALL}")]
        desk.signals.catch_up()
        desk.decisions.set_state(ids, State.POSTED)
    configure(tmp_path)
    with desk_in(tmp_path) as desk:
        seen = desk.version
        found = {one.item: [line.text for line in one.lines] for one in desk.ruling.tried(desk.ruling.rules)}
        assert found == {ids[0]: ["ferry: tagged ports"], ids[1]: ["calls: spiked"]}
        assert desk.version == seen
        assert [one.item for one in desk.ruling.planned()] == ids[:1]


def test_running_is_one_step_of_the_editors_own(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        ids = [paste(desk, CHARGED), paste(desk, f"Call for input: report\n\n{CALL}")]
        desk.signals.catch_up()
    configure(tmp_path)
    with desk_in(tmp_path) as desk:
        before = dict(desk.store.states)
        assert desk.ruling.run().label == "Rules: 1 item tagged, 1 spiked"
        assert desk.ruling.touched() == {"ferry": 1, "calls": 1}
        assert not desk.ruling.run().items
        assert sorted(desk.decisions.undo().items) == ids
        assert dict(desk.store.states) == before


def test_running_reaches_back_as_far_as_is_said(tmp_path: Path) -> None:
    configure(tmp_path)
    with desk_in(tmp_path, NOW.replace(year=2025)) as desk:
        paste(desk, CHARGED)
    with desk_in(tmp_path) as desk:
        assert desk.ruling.tried(desk.ruling.rules) == []
        assert len(desk.ruling.tried(desk.ruling.rules, days=366)) == 1


def test_killed_syncs_rule_every_item_once(tmp_path: Path) -> None:
    """Kills `hrd sync` while it reads the signals of what came, after every number of batches."""
    configure(tmp_path)
    waited = 0
    with served() as site, desk_in(tmp_path) as desk:
        desk.subscriptions.add_unchecked(f"{site.base}/feed", title="Feed", allow_private=True)
        for run in range(3):
            entries = "".join(
                f"<item><guid>{run}-{at}</guid><title>Ferry {run}-{at} sails</title>"
                f"<description>{'The court of the harbour heard it. ' * 30}</description></item>"
                for at in range(120)
            )
            site.put("/feed", f"<rss version='2.0'><channel><title>F</title>{entries}</channel></rss>".encode())
            ruled_before = len(desk.store.states)
            command = [sys.executable, "-m", "hrd_tui", "--home", str(tmp_path / "desk"), "sync", "--quiet"]
            with subprocess.Popen(command, stderr=subprocess.DEVNULL) as child:
                while child.poll() is None and len(desk.store.states) - ruled_before <= 50 * run:
                    desk.refresh()
                    with suppress(subprocess.TimeoutExpired):
                        child.wait(0.003)
                child.kill()
            desk.refresh()
            waited += bool(desk.store.table("arrivals"))
            assert inspect(desk.paths.store) == []
        desk.signals.catch_up()
        touched = Counter(id for entry in desk.log.entries() if entry.name == "rule" for id in entry.items)
        assert waited
        assert desk.store.items.keys() == touched.keys()
        assert set(touched.values()) == {1}
        assert not desk.store.table("arrivals")
