"""Reading the signals of a desk: what is new, what changed, and who reads at a time."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from conftest import Corpus
from desk_fixtures import NOW, desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.faults import Fault
from hrd_tui.desk.signals import AT_ONCE, LOCK, Signals
from hrd_tui.errors import ParseError
from hrd_tui.feeds import update
from hrd_tui.feeds.parse import parse
from hrd_tui.model import View
from hrd_tui.signals import kind
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.reading import Found, Reading
from hrd_tui.signals.story import Placing, Stories
from hrd_tui.store.files import locked
from newsroom_fixtures import CALL, TAKEN, arrive, desk, one_story, rewrite, subscribe

__all__ = ["desk"]


def test_what_is_new_is_read_once(desk: Desk) -> None:
    id = arrive(desk, "Call for input: report on defenders in Myanmar", CALL)
    assert desk.signals.behind() == 1
    assert desk.signals.catch_up() == 1
    assert (desk.signals.behind(), desk.signals.catch_up()) == (0, 0)
    row = desk.row(id)
    assert (row.kind, row.deadline and row.deadline.isoformat(), row.days_left) == ("call_for_input", "2026-03-06", 33)


def test_a_document_holds_no_empty_values(desk: Desk) -> None:
    id = arrive(desk, "Notes")
    desk.signals.catch_up()
    assert all(desk.store.signals[id].values())
    assert "story" not in desk.store.signals[id]


def test_a_changed_text_is_read_again(desk: Desk) -> None:
    id = arrive(desk, "Call for input", CALL)
    desk.signals.catch_up()
    rewrite(desk, id, "Call for input", CALL.replace("6 March", "16 March"))
    assert desk.signals.behind() == 1
    desk.signals.catch_up()
    assert [due.day.isoformat() for due in desk.deadlines.of(id)] == ["2026-03-16"]


def test_what_was_written_meanwhile_is_not_overwritten_by_what_an_older_text_says(desk: Desk) -> None:
    id = arrive(desk, "Call for input", CALL)

    def changing(item: int) -> object:
        document = desk.document(item)
        rewrite(desk, id, "Call for nominations", "<p>Another text.</p>")
        return document

    signals = Signals(desk.store, desk.paths.data, desk.lists, lambda: desk.covered.blog, changing, desk.source)  # type: ignore[arg-type]
    assert signals.catch_up() == 0
    assert id not in desk.store.signals
    assert desk.signals.catch_up() == 1


def test_another_list_has_everything_read_again_the_newest_first(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        ids = [arrive(desk, f"Maro Velin seen at port {number}", hours=number) for number in (3, 2, 1)]
        desk.signals.catch_up()
        assert not desk.store.index.in_force.people(ids[0])
        file = desk.paths.config / "people.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("Maro Velin = M. Velin\n")
    with desk_in(tmp_path) as desk:
        assert desk.signals.behind() == 3
        assert desk.signals.catch_up(most=1) == 1
        assert [list(desk.store.index.in_force.people(id)) for id in ids] == [[], [], ["Maro Velin"]]
        desk.signals.catch_up()
        assert desk.find("person:velin") == ids[::-1]


def test_new_items_are_read_before_those_of_older_rules(desk: Desk) -> None:
    old = arrive(desk, "Old", hours=1)
    desk.signals.catch_up()
    with desk.store.change() as change:
        change.put("signals", old, {**desk.store.signals[old], "rules": f"0 {desk.store.items[old]['hash'][:8]}"})
    new = arrive(desk, "New", hours=5)
    assert desk.signals.catch_up(most=1) == 1
    assert desk.store.signals[new]["rules"].startswith(desk.signals.version)
    assert desk.signals.behind() == 1


def test_a_bad_list_is_told_and_the_others_hold(desk: Desk) -> None:
    desk.paths.config.mkdir(parents=True, exist_ok=True)
    (desk.paths.config / "places.toml").write_text("[[place]]\ncode = 1\n")
    (desk.paths.config / "people.txt").write_text("Maro Velin\n= nobody\n")
    id = arrive(desk, "Maro Velin arrested in Kenya")
    assert desk.signals.catch_up() == 1
    assert list(desk.store.index.in_force.countries(id)) == ["KE"]
    assert len(desk.lists.problems) == 2
    assert "places.toml" in desk.lists.problems[0]


def test_reading_ends_when_it_is_told_to_and_what_was_read_stays(desk: Desk) -> None:
    for number in range(3 * AT_ONCE):
        arrive(desk, f"Item {number}")
    stop = threading.Event()
    read = desk.signals.catch_up(lambda done, total: done and stop.set(), stop)
    assert read == AT_ONCE
    assert len(desk.store.signals) == AT_ONCE
    assert desk.signals.catch_up() == 2 * AT_ONCE


def test_progress_counts_from_nothing_to_the_end(desk: Desk) -> None:
    for number in range(AT_ONCE + 1):
        arrive(desk, f"Item {number}")
    told: list[tuple[int, int]] = []
    desk.signals.catch_up(lambda done, total: told.append((done, total)))
    assert told == [(done, AT_ONCE + 1) for done in (0, AT_ONCE, AT_ONCE + 1)]


def test_a_closed_desk_reads_no_more(desk: Desk) -> None:
    arrive(desk, "Item")
    desk.signals.close()
    assert desk.signals.catch_up() == 0


def test_two_do_not_read_at_a_time(desk: Desk) -> None:
    arrive(desk, "Item")
    with locked(desk.paths.data / LOCK):
        assert desk.signals.catch_up() == 0
    assert desk.signals.catch_up() == 1


def test_another_process_goes_on_where_this_one_was(tmp_path: Path) -> None:
    with desk_in(tmp_path) as one, desk_in(tmp_path) as other:
        subscribe(one)
        first = arrive(one, "Kelmara: editor Daoud Reshani of Saltbread taken from his home")
        one.signals.catch_up()
        other.refresh()
        assert other.signals.catch_up() == 0
        second = arrive(other, "Choir of Lower Askel wins in court and rehearses at once", source="Tideline Wire")
        other.signals.catch_up()
        one.refresh()
        third = arrive(one, "Lower Askel choir wins in court, rehearses at once", source="Free Pens")
        one.signals.catch_up()
        assert one.stories.of(third).items == (second, third)
        assert one.stories.of(first).items == (first,)


@pytest.mark.filterwarnings("ignore::hrd_tui.desk.faults.Fault")
def test_a_text_that_a_rule_fails_on_is_told_and_stops_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = arrive(desk, "Call for input", CALL, hours=2), arrive(desk, "A text that breaks a rule")
    find = kind.find

    def failing(reading: Reading) -> Found | None:
        if "breaks" in reading.title:
            raise ValueError("year 0 is out of range")
        return find(reading)

    monkeypatch.setattr(kind, "find", failing)
    assert desk.signals.catch_up() == 2
    assert desk.row(good).kind == "call_for_input"
    assert desk.row(bad).caution
    (said,) = desk.signals.of(bad).of("cautions")
    assert "cannot read this text (ValueError)" in said.why


@pytest.mark.filterwarnings("ignore::hrd_tui.desk.faults.Fault")
def test_an_item_that_cannot_be_placed_costs_no_other_its_story(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    add = Stories.add

    def failing(stories: Stories, item: Evidence) -> Placing:
        placing = add(stories, item)
        if "breaks" in item.title:
            raise ValueError("year 0 is out of range")
        return placing

    monkeypatch.setattr(Stories, "add", failing)
    bad = arrive(desk, "Daoud Reshani, editor of Saltbread in Kelmara, breaks out of his home", hours=12)
    ids = one_story(desk)
    assert desk.stories.of(ids[0]).items == tuple(ids)
    assert (desk.row(bad).caution, desk.stories.of(bad).items) == (True, (bad,))
    assert "cannot be told (ValueError)" in desk.signals.of(bad).of("cautions")[0].why
    assert desk.signals.behind() == 0
    later = arrive(desk, TAKEN[0][1], source="Free Pens")
    assert (desk.signals.catch_up(), desk.stories.of(later).id) == (1, ids[0])


def test_a_fault_in_reading_is_loud_in_tests(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    arrive(desk, "A text that breaks a rule")
    monkeypatch.setattr(kind, "find", lambda reading: 1 // 0)
    with pytest.raises(Fault, match="ZeroDivisionError"):
        desk.signals.catch_up()


def test_a_pin_made_before_its_item_was_read_holds(desk: Desk) -> None:
    ids = one_story(desk)
    early = arrive(desk, "Another matter altogether")
    desk.decisions.merge([ids[0], early])
    desk.signals.catch_up()
    desk.decisions.split([ids[2]])
    arrive(desk, "Something else again")
    desk.signals.catch_up()
    assert desk.stories.of(ids[0]).items == (ids[0], ids[1], early)


def test_a_sync_reads_what_it_brought(desk: Desk) -> None:
    arrive(desk, "Call for input", CALL)
    desk.syncing.run([])
    assert desk.signals.behind() == 0
    assert len(desk.select(View("deadlines"))) == 1


def test_hostile_feeds_are_read_without_harm(desk: Desk, corpus: Corpus) -> None:
    for entry in corpus.of_kind("nasty"):
        if entry["file"].endswith("/items-50k.xml.gz"):
            continue  # takes as long as all others; its newest items are read behind the syncs of test_e2e_nasty
        try:
            parsed = parse(corpus.data(entry), "https://nasty.example/feed", "", NOW)
        except ParseError:
            continue
        with desk.store.change() as change:
            for one in parsed.entries[:20]:
                body = change.body(one.body) if one.body else None
                change.put("items", change.new_id("items"), update.as_doc(one, 1, NOW, body))
    count = len(desk.store.items)
    assert count > 50
    assert desk.signals.catch_up() == count
    for id in list(desk.store.items):
        desk.row(id)


def test_a_country_of_the_editors_list_tells_of_no_event(tmp_path: Path) -> None:
    titles = ("Kelmara floods reach the lantern", "A lantern fair for Kelmara")
    together = []
    for name, own in (("plain", ""), ("listed", '[[place]]\ncode = "XL"\nname = "Kelmara"\n')):
        with desk_in(tmp_path / name) as desk:
            desk.paths.config.mkdir(parents=True, exist_ok=True)
            (desk.paths.config / "places.toml").write_text(own)
            subscribe(desk)
            ids = [arrive(desk, titles[0]), arrive(desk, titles[1], source="Tideline Wire")]
            desk.signals.catch_up()
            together.append(len(desk.stories.within(ids)) == 1)
    assert together == [True, False]


def test_no_rules_are_loaded_where_nothing_is_new(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        arrive(desk, "Notes")
        desk.signals.catch_up()
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
        "from desk_fixtures import desk_in\n"
        "with desk_in(Path(sys.argv[1])) as desk: read = desk.signals.catch_up()\n"
        "print(read, 'hrd_tui.signals.signals' in sys.modules)"
    )
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", code, tmp_path, here], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]
