"""The demo's newsroom on the desk of its editor: served, pulled, read, and compared with what its texts are about.

The keys `event`, `near_event`, `kind`, `subject`, `people` and `deadlines` of a [[story]] say what a person finds in
it; see `demo_newsroom.written`.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from demo_newsroom import written
from hrd_tui.cli.demo import furnished
from hrd_tui.config import load
from hrd_tui.demo.blog import blog
from hrd_tui.demo.server import DemoServer
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.stories import COPY, ECHO, SOURCE
from hrd_tui.model import View
from hrd_tui.text.urls import canonical

NOW = datetime(2026, 1, 29, 12, 0, tzinfo=UTC)

UNANNOUNCED = {
    "Small grants for community radio: up to 4,000",
    "Call for interpreters: three languages, one night a week",
    "Herders’ council calls for witnesses of the June meeting",
    "How to join: observers’ evening in four towns",
}
"""Calls whose deadlines stand in words that the rules do not know."""
PILOT = "Tarrow Islands: Experts call for release of ferry pilot"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk after one sync, with the later stories."""
    folder = tmp_path_factory.mktemp("demo")
    with (
        DemoServer(NOW, patience=None) as server,
        furnished(folder, load(folder / "none.toml"), server, lambda: NOW) as desk,
    ):
        server.advance()
        desk.syncing.run()
        yield desk


@pytest.fixture(scope="module")
def told(desk: Desk) -> dict[int, dict[str, Any]]:
    """What the newsroom says of each item."""
    by_place = {(title, address): keys for title, address, keys in written()}
    titles = {feed: doc["title"] for feed, doc in desk.store.feeds.items()}
    found = {item: by_place[titles[doc["feed"]], canonical(doc["url"])] for item, doc in desk.store.items.items()}
    assert len({id(story) for story in found.values()}) == len(found)
    return found


def item(desk: Desk, start: str) -> int:
    """The one item whose title begins so."""
    (found,) = [id for id, doc in desk.store.items.items() if doc["title"].startswith(start)]
    return found


def events(story: dict[str, Any]) -> set[str]:
    return {story[key] for key in ("event", "near_event") if key in story}


def scores(told: dict[int, dict[str, Any]], key: str, found: dict[int, Sequence[str]]) -> tuple[float, float]:
    """Precision and recall of the values of one signal over all items."""
    pairs = [(set(found[id]), set(story.get(key, ()))) for id, story in told.items()]
    right = sum(len(values & wanted) for values, wanted in pairs)
    return right / sum(len(values) for values, _ in pairs), right / sum(len(wanted) for _, wanted in pairs)


class TestStories:
    def test_events_are_told_apart_and_brought_together(self, desk: Desk, told: dict[int, dict[str, Any]]) -> None:
        story = {id: desk.stories.of(id).id for id in told}
        same = right = 0
        mixed = []
        for one, other in combinations(told, 2):
            joined = story[one] == story[other]
            event = told[one].get("event")
            of_one_event = event is not None and event == told[other].get("event")
            same += of_one_event
            right += of_one_event and joined
            if joined and not events(told[one]) & events(told[other]):
                mixed.append({desk.store.items[one]["title"], desk.store.items[other]["title"]})
        assert mixed == []
        assert right / same >= 0.7

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (f"{PILOT} B", f"{PILOT} Y"),
            ("Vessara: Six years for a lawyer", "Vessara: Six years for a printer"),
            ("Juniper Prize: nominations", "Three laureates"),
            ("Call for input: report on defenders", "Call for input, short notice"),
        ],
    )  # fmt: skip
    def test_near_equal_headlines_of_two_events_stay_apart(self, desk: Desk, one: str, other: str) -> None:
        assert desk.stories.of(item(desk, one)).id != desk.stories.of(item(desk, other)).id

    def test_the_four_languages_of_a_release_are_one_source(self, desk: Desk) -> None:
        story = desk.stories.of(item(desk, "Islas Tarrow"))
        assert {member.language for member in story.members} == {"en", "fr", "es", "ar"}
        assert story.sources == ("Concord Council",)

    @pytest.mark.parametrize(
        "copy", ["Environmental lawyer gets", "Cranes stand still", "How a spyware vendor", "[Remi"]
    )
    def test_a_copy_is_no_source(self, desk: Desk, copy: str) -> None:
        story = desk.stories.of(item(desk, copy))
        (member,) = [member for member in story.members if member.title.startswith(copy)]
        assert member.role == COPY
        assert member.publisher not in story.sources

    def test_the_editors_own_text_elsewhere_is_an_echo(self, desk: Desk) -> None:
        story = desk.stories.of(item(desk, "Hanne Solvei free after"))
        assert {member.publisher for member in story.members if member.role == ECHO} == {"Common Pool"}
        assert len(story.members) > 3
        assert "Common Pool" not in story.sources

    def test_the_list_of_stories_has_room_to_choose(self, desk: Desk) -> None:
        stories = desk.stories.list()
        assert len(stories) >= 12
        assert sum(len(story.sources) >= 3 for story in stories) >= 5
        assert {role for story in stories for role in (member.role for member in story.members)} >= {COPY, ECHO, SOURCE}


class TestDeadlines:
    def test_the_deadlines_are_those_of_the_calls(self, desk: Desk, told: dict[int, dict[str, Any]]) -> None:
        wanted = {
            (id, (NOW + timedelta(days=days)).date())
            for id, story in told.items()
            if desk.store.items[id]["title"] not in UNANNOUNCED
            for days in story.get("deadlines", ())
        }
        found = {(id, due.day) for id in told for due in desk.deadlines.of(id)}
        unannounced = {id for id, story in told.items() if desk.store.items[id]["title"] in UNANNOUNCED}
        assert {(id, day) for id, day in found if id not in unannounced} == wanted
        assert len(unannounced) == len(UNANNOUNCED)

    def test_all_of_them_lie_ahead(self, desk: Desk) -> None:
        assert desk.deadlines.list() == desk.deadlines.list(all=True) != []

    def test_a_call_in_two_places_is_due_once(self, desk: Desk) -> None:
        call = desk.stories.of(item(desk, "Call for input: report on defenders"))
        assert sum(due.item in call.items for due in desk.deadlines.list()) == 1

    def test_a_time_is_told_with_its_zone(self, desk: Desk) -> None:
        (due,) = desk.deadlines.of(item(desk, "Deadline extended"))
        assert (due.at, due.zone) == ("23:59", "GMT")

    def test_they_stand_in_five_languages(self, desk: Desk) -> None:
        language = desk.store.index.in_force.language
        assert {language(due.item) for due in desk.deadlines.list()} == {"en", "fr", "es", "de", "ar"}


class TestSignals:
    def test_kinds(self, desk: Desk, told: dict[int, dict[str, Any]]) -> None:
        pairs = [(desk.store.index.in_force.kind(id), story["kind"]) for id, story in told.items() if "kind" in story]
        right = sum(found == wanted for found, wanted in pairs)
        assert right / sum(found != "" for found, _ in pairs) >= 0.85
        # Nobody can tell what an alert of a publisher is whose name and address say nothing.
        assert right / len(pairs) >= 0.7

    def test_countries(self, desk: Desk, told: dict[int, dict[str, Any]]) -> None:
        precision, recall = scores(told, "subject", {id: desk.store.index.in_force.countries(id) for id in told})
        assert precision >= 0.9
        assert recall >= 0.9

    def test_people(self, desk: Desk, told: dict[int, dict[str, Any]]) -> None:
        precision, recall = scores(told, "people", {id: desk.store.index.in_force.people(id) for id in told})
        assert precision >= 0.9
        assert recall >= 0.9

    @pytest.mark.parametrize("spelling", ["Daoud Reshani", "Dawood Reshani", "داود رشاني"])
    def test_a_person_is_found_by_every_spelling(self, desk: Desk, spelling: str) -> None:
        entry = desk.people.of(spelling)
        assert entry.name == "Daoud Reshani"
        assert len(entry.items) >= 8
        assert len(entry.posts) >= 1

    def test_the_editors_lists_are_read_without_a_problem(self, desk: Desk) -> None:
        assert desk.lists.problems == ()
        assert desk.lists.code("Vessaran") == "VES"


def test_another_terminal_has_the_same_blog_and_folder_of_posts(desk: Desk) -> None:
    file = desk.paths.config_file
    assert Path(load(file)["export.folder"]) == desk.exports.folder == desk.paths.config.parent / "posts"
    assert desk.covered.blog.owns(load(file)["blog.address"])
    assert "sync." not in file.read_text("utf-8")
    desk.views.add("ferries", "ferry")
    assert Path(load(file)["export.folder"]) == desk.exports.folder
    desk.views.remove("ferries")


class TestArchive:
    def test_export_saved_page_and_feed_are_one_archive(self, desk: Desk) -> None:
        assert len(desk.store.posts) == 25
        assert all(post["url"].startswith("https://daybook.example/") for post in desk.store.posts.values())

    def test_what_was_saved_from_the_former_host_is_known(self, desk: Desk, tmp_path: Path) -> None:
        page = tmp_path / "saved.html"
        page.write_bytes(blog(NOW).saved_page("Ilsa Marenko"))
        (imported,) = desk.covered.import_path(page)
        assert (imported.counts.unchanged, imported.counts.seen) == (3, 3)

    @pytest.mark.parametrize(
        ("start", "why"),
        [
            ("Call for input: report on defenders", "the post cites it"),
            ("Hanne Solvei free after 412 days", "the same text"),
            ("Vessara jails environmental lawyer", "Ilsa Marenko, VES"),
            ("اختطاف الصحفي", "Daoud Reshani, KEL"),
            ("Experts mourn Abena Tolliver", "words: "),
        ],
    )
    def test_what_was_covered_before_is_found(self, desk: Desk, start: str, why: str) -> None:
        nearest = desk.covered.nearest(item(desk, start))
        assert nearest
        assert nearest[0].why.startswith(why)

    def test_most_of_the_newsroom_is_new(self, desk: Desk, told: dict[int, dict[str, Any]]) -> None:
        assert 20 <= sum(bool(desk.covered.nearest(id)) for id in told) <= len(told) / 2

    def test_the_blogs_own_words_become_terms(self, desk: Desk) -> None:
        draft = desk.drafts.get(desk.drafts.compose([item(desk, "Brannmark unionist Solvei walks free")]))
        assert "human rights defenders" in draft.categories
        assert {"Hanne Solvei", "Brannmark"} <= set(draft.tags)


class TestMorning:
    def test_the_brief_has_something_in_every_part_but_follow_ups(self, desk: Desk) -> None:
        brief = desk.briefing.brief()
        assert len(brief.stories[0].sources) >= 3
        assert brief.deadlines
        assert [silent.title for silent in brief.silent] == ["The Teshk Herder"]

    def test_the_balance_sets_posts_against_items(self, desk: Desk) -> None:
        balance = desk.balancing.balance(30)
        assert balance.covered >= 8
        assert {share.name for share in balance.countries if share.covered and share.came} >= {"Brannmark", "Kelmara"}

    def test_the_view_of_deadlines_is_filled(self, desk: Desk) -> None:
        assert len(desk.select(View("deadlines"))) >= 15
