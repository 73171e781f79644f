"""Stories: what joins items, what does not, and what the editor's hand does."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import fingerprint
from hrd_tui.signals.sources import sources
from hrd_tui.signals.story import BY_HAND, Stories

DAY = datetime(2026, 2, 20, 12, tzinfo=UTC)
TEXT = "The court met at nine and heard the lawyer, the clerk and forty people who had come by boat. " * 4
OTHER_TEXT = "Nobody in the village had seen the bus since the bridge was closed for the winter by decree. " * 4


def item(id: int, title: str = "", url: str = "", *, days: float = 0, **more: object) -> Evidence:
    address = url or f"https://site-{id}.example/{id}"
    return Evidence(id, DAY + timedelta(days=days), title, address, **more)  # type: ignore[arg-type]


def joined(one: Evidence, other: Evidence) -> bool:
    """Whether the second item is put to the first, and the other way round."""
    both = []
    for first, second in ((one, other), (other, one)):
        stories = Stories([first])
        both.append(stories.add(second).story != second.id or stories.story(first.id) != first.id)
    assert both[0] == both[1]
    return both[0]


def partition(stories: Stories, ids: Iterable[int]) -> set[frozenset[int]]:
    return {frozenset(one.id for one in stories.members(stories.story(id))) for id in ids}


def printed(text: str) -> tuple[int, ...]:
    return tuple(fingerprint(text))


def test_an_item_like_no_other_stands_alone() -> None:
    placing = Stories().add(item(7, "A bus for the delta"))
    assert (placing.story, placing.copy_of, placing.why, placing.near, placing.moved) == (7, None, "", None, ())


def test_one_address_is_one_story_at_any_time() -> None:
    stories = Stories([item(1, "Call for input", "https://a.example/calls/9")])
    placing = stories.add(item(2, "[Reminder]", "https://a.example/calls/9", days=60))
    assert (placing.story, placing.copy_of, placing.why, placing.near) == (1, 1, "the same address", 1)


@pytest.mark.parametrize("url", ["https://a.example", "https://a.example/?p=1"])
def test_a_front_page_is_no_address_of_a_text(url: str) -> None:
    assert joined(item(1, "One", url), item(2, "Two", url)) == ("?" in url)


def test_an_address_of_very_many_items_is_furniture() -> None:
    stories = Stories(item(id, f"Notice {id}", "https://a.example/notices") for id in range(1, 11))
    assert stories.add(item(99, "Notice 99", "https://a.example/notices")).story == 99


def test_the_same_text_elsewhere_is_a_copy() -> None:
    stories = Stories([item(1, "A bus at last", print=printed(TEXT))])
    placing = stories.add(item(2, "Delta news", days=20, print=printed(f"HALDANE (Wire) – {TEXT}")))
    assert (placing.story, placing.copy_of, placing.why) == (1, 1, "the same text")


def test_the_earlier_text_is_the_original_also_when_it_comes_later() -> None:
    stories = Stories([item(1, "Delta news", print=printed(TEXT))])
    placing = stories.add(item(2, "A bus at last", days=-1, print=printed(TEXT)))
    assert (placing.copy_of, stories.copy_of(1), placing.moved) == (None, 2, (1,))


def test_coverage_in_other_words_is_no_copy() -> None:
    stories = Stories([item(1, "Harbour union leader Solvei freed", print=printed(TEXT))])
    placing = stories.add(item(2, "Solvei, harbour union leader, walks free", print=printed(OTHER_TEXT)))
    assert (placing.story, placing.copy_of) == (1, None)


def test_forms_that_one_publisher_fills_in_are_no_copies() -> None:
    one = item(1, "Bloom", "https://a.example/bloom", print=printed(TEXT))
    assert not joined(one, item(2, "Hydrant", "https://a.example/hydrant", print=printed(TEXT)))
    third = item(3, "Calls of the week 31", "https://a.example/31", print=printed(TEXT))
    assert not joined(third, item(4, "Calls of the week 32", "https://a.example/32", print=printed(TEXT)))


def test_many_copies_of_one_text_are_one_story() -> None:
    stories = Stories()
    for id in range(1, 31):
        stories.add(item(id, f"Title {id}", print=printed(TEXT)))
    assert len(stories.members(1)) == 30
    assert {stories.copy_of(id) for id in range(2, 31)} == {1}


@pytest.mark.parametrize(
    ("english", "other"),
    [
        (("Experts dismayed", "/en/news/41877"), ("Des expertes consternées", "/fr/news/41877")),
        (("Experts dismayed", "/news/41?lang=en"), ("خبراء يعربون عن استيائهم", "/news/41?lang=ar")),
        (
            ("Experts dismayed", "/en/statements/experts-dismayed-by-it-51877"),
            ("Consternación", "/es/comunicados/51877"),
        ),
        (("Bukele: Ruth López must be freed", "/en/a/b-c"), ("Bukele : Ruth López doit être libérée", "/fr/d/e-f")),
    ],
)
def test_language_versions_of_one_release_are_together(english: tuple[str, str], other: tuple[str, str]) -> None:
    one = item(1, english[0], f"https://a.example{english[1]}")
    assert joined(one, item(2, other[0], f"https://a.example{other[1]}", days=0.3))


def test_language_versions_are_of_one_day_and_one_site() -> None:
    one = item(1, "Experts dismayed", "https://a.example/en/news/41877")
    assert not joined(one, item(2, "Des expertes consternées", "https://a.example/fr/news/41877", days=9))
    assert not joined(one, item(2, "Des expertes consternées", "https://b.example/fr/news/41877"))


def test_two_releases_of_a_day_in_two_languages_stay_apart() -> None:
    one = item(1, "Ferry inquiry opens", "https://a.example/en/news/ferry-inquiry-opens", language="en")
    assert not joined(one, item(2, "La loi sur le thé", "https://a.example/fr/news/la-loi-sur-le-the", language="fr"))


def test_a_link_to_the_other_joins_where_a_word_is_common() -> None:
    one = item(1, "Letter of 34 newsrooms on Reshani", "https://a.example/letters/402")
    assert joined(one, item(2, "Reshani : « Où est-il »", days=1, links=(one.url,)))
    assert not joined(one, item(2, "Ein Bus im Delta", days=1, links=(one.url,)))


def test_a_link_joins_headlines_in_two_scripts() -> None:
    one = item(1, "Nine minutes in the dark", "https://a.example/measurements/nine-minutes")
    assert joined(one, item(2, "انقطاع الكهرباء عن الحي", days=1, links=(one.url,)))


def test_a_link_to_what_happened_ten_days_ago_is_background() -> None:
    one = item(1, "Letter of 34 newsrooms on Reshani", "https://a.example/letters/402")
    assert not joined(one, item(2, "Reshani : « Où est-il »", days=10, links=(one.url,)))


def test_a_list_of_links_joins_nothing() -> None:
    kept = [item(id, f"Reshani {name}") for id, name in enumerate(("letter", "tower", "garden"), 1)]
    stories = Stories(kept)
    stories.add(item(9, "Reshani and the week", days=1, links=tuple(one.url for one in kept)))
    assert partition(stories, (1, 2, 3, 9)) == {frozenset([id]) for id in (1, 2, 3, 9)}


def test_headlines_with_rare_words_in_common_are_one_story() -> None:
    one = item(1, "Vessara jails environmental lawyer Marenko for six years")
    other = item(2, "Vessara: Six years for lawyer Ilsa Marenko who counted a river", days=1)
    assert joined(one, other)
    assert "marenk" in Stories([one]).add(other).why


def test_one_headline_of_common_words_in_two_places_is_one_story() -> None:
    one = item(1, "Iran: human rights lawyer sentenced to prison", publisher="Wire")
    assert joined(one, item(2, "Human rights lawyer sentenced to prison in Iran", publisher="Paper"))
    assert not joined(one, item(2, "Human rights lawyer sentenced to prison in Iran", publisher="Wire"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inside Quiet Glass", "Quiet Glass named in five complaints by judges"),
        ("Iran: human rights lawyer sentenced to four years", "Iran: human rights lawyer sentenced to six years"),
        ("China: UN experts urge release of detained women", "China: UN experts alarmed by arrest of journalists"),
        ("Weekly update on civic space", "Weekly update on civic space in Asia"),
        ("Call for input: report on defenders", "Call for input: report on the right to assembly"),
    ],
)
def test_a_name_or_common_words_alone_join_nothing(one: str, other: str) -> None:
    assert not joined(item(1, one), item(2, other))


def test_numbers_of_a_series_keep_apart() -> None:
    one = item(1, "Solvei letters, episode 107", "https://a.example/107")
    assert not joined(one, item(2, "Solvei letters, episode 108", "https://a.example/108"))


def test_one_publisher_repeating_its_headlines_form_tells_other_events() -> None:
    one = item(1, "Harbour league update: the early leader", "https://a.example/1")
    assert not joined(one, item(2, "Harbour league update: late trades", "https://a.example/2"))


@pytest.mark.parametrize("field", ["countries", "people"])
def test_other_countries_or_people_part_like_headlines(field: str) -> None:
    titles = ("Court jails poet over ferry verses", "Poet jailed over verses about harbour")
    assert joined(item(1, titles[0], **{field: ("A",)}), item(2, titles[1], **{field: ("A", "B")}))
    assert not joined(item(1, titles[0], **{field: ("A",)}), item(2, titles[1], **{field: ("B",)}))


def test_like_headlines_a_fortnight_apart_are_two_events() -> None:
    one = item(1, "Poet jailed over ferry verses")
    assert not joined(one, item(2, "Poet jailed over ferry verses", days=8))


PERSON = {"people": ("Imaan Mazari",), "countries": ("PK",)}


def test_one_person_country_and_step_are_one_story_across_languages() -> None:
    one = item(1, "Mazari sentenced", **PERSON)
    assert joined(one, item(2, "L’avocate Imaan Mazari condamnée", days=6, **PERSON))
    assert Stories([one]).add(item(2, "Condenan a Mazari", days=6, **PERSON)).why == "Imaan Mazari, PK, sentence"


def test_two_steps_of_one_person_in_a_week_are_two_stories() -> None:
    assert not joined(item(1, "Mazari sentenced", **PERSON), item(2, "Mazari released from custody", days=4, **PERSON))


def test_a_person_without_a_step_joins_for_some_days_only() -> None:
    one = item(1, "Letter to Mazari", **PERSON)
    assert joined(one, item(2, "A garden for Mazari", days=2, **PERSON))
    assert not joined(one, item(2, "A garden for Mazari", days=5, **PERSON))


def test_a_person_named_in_passing_joins_nothing() -> None:
    assert not joined(item(1, "Mazari sentenced", **PERSON), item(2, "Newspaper takes articles down", **PERSON))
    assert not joined(item(1, "Blogger convicted", **PERSON), item(2, "Verdict in the ferry case", **PERSON))


def test_a_person_elsewhere_is_another_matter() -> None:
    one = item(1, "Mazari sentenced", **PERSON)
    assert not joined(one, item(2, "Mazari convicted", people=("Imaan Mazari",), countries=("CH",)))


def test_a_chain_of_likeness_does_not_make_one_story() -> None:
    words = "reservoir ferry lantern orchard tower quarry bridge canal harbour meadow".split()
    stories = Stories()
    for id in range(1, 9):
        stories.add(item(id, " ".join(words[id - 1 : id + 2])))
    assert max(len(group) for group in partition(stories, range(1, 9))) < 6


def test_a_story_of_words_ends_after_a_fortnight() -> None:
    stories = Stories()
    for id in range(30):
        stories.add(item(id, "Poet jailed over ferry verses", days=id))
    spans = [[one.moment for one in stories.members(stories.story(id))] for id in range(30)]
    assert max(max(span) - min(span) for span in spans) <= timedelta(days=14)


def test_an_arrival_brings_two_stories_together() -> None:
    stories = Stories([item(2, "One", "https://a.example/1"), item(5, "Two", print=printed(TEXT))])
    placing = stories.add(item(9, "Three", "https://a.example/1", print=printed(TEXT)))
    assert (placing.story, placing.moved) == (2, (5,))


def test_an_echo_of_the_editor_is_marked_and_stands_with_its_story() -> None:
    stories = Stories(own=[fingerprint(TEXT)])
    assert stories.add(item(1, "Poet jailed over ferry verses", print=printed(TEXT))).echo
    stories.add(item(2, "Poet jailed for ferry verses"))
    assert stories.story(1) == stories.story(2)
    found = sources(stories.members(1))
    assert (found.echoes, [ids for _, ids in found.independent]) == ((1,), [(2,)])


def test_two_echoes_of_the_editor_are_no_copies_of_each_other() -> None:
    stories = Stories(own=[fingerprint(TEXT)])
    stories.add(item(1, "Digest", print=printed(TEXT)))
    assert stories.add(item(2, "Digest", print=printed(TEXT))).copy_of is None


def test_a_digest_post_echoed_elsewhere_bridges_no_stories() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses"), item(2, "Reservoir meetings end in summonses")])
    stories.add(item(3, "Poet jailed over ferry verses; reservoir meetings end in summonses", echo=True))
    assert stories.story(1) != stories.story(2)


def test_what_was_split_off_stays_apart_from_old_and_new() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses")])
    stories.add(item(2, "Poet jailed for ferry verses"))
    assert stories.pin(2, 2) == (2,)
    stories.add(item(3, "Poet jailed over two ferry verses"))
    assert stories.story(1) != stories.story(2)


def test_what_was_merged_stays_together() -> None:
    stories = Stories([item(1, "A bus in the delta"), item(2, "Poet jailed over ferry verses")])
    assert stories.pin(2, 1) == (2,)
    assert stories.add(item(3, "Poet jailed for ferry verses")).story == 1


def test_evidence_never_joins_a_story_made_by_hand_with_another() -> None:
    stories = Stories([item(1, "One", "https://a.example/1"), item(2, "Two"), item(3, "Three", print=printed(TEXT))])
    stories.pin(2, 1)
    stories.add(item(9, "Four", "https://a.example/1", print=printed(TEXT)))
    assert stories.story(1) != stories.story(3)


def test_a_pin_comes_before_its_item() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses"), item(2, "A bus")], pins={3: 2})
    placing = stories.add(item(3, "Poet jailed for ferry verses"))
    assert (placing.story, placing.why, placing.near) == (2, BY_HAND, 2)


def test_pins_in_a_ring_are_one_story() -> None:
    stories = Stories([item(1, "A"), item(2, "B"), item(3, "C")], pins={1: 2, 2: 3, 3: 1})
    assert partition(stories, (1, 2, 3)) == {frozenset([1, 2, 3])}


def test_a_pin_to_an_item_that_is_gone_leaves_the_item_where_it_is() -> None:
    stories = Stories([item(1, "A"), item(2, "B")], pins={2: 77})
    assert stories.story(2) == 2


def test_taking_a_pin_back_lets_evidence_decide() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses")])
    stories.add(item(2, "Poet jailed for ferry verses"))
    stories.pin(2, 2)
    assert stories.unpin(2).story == 1


def test_an_item_that_changed_keeps_what_was_pinned_to_it() -> None:
    stories = Stories([item(1, "A bus"), item(2, "Poet jailed")], pins={1: 1, 2: 1})
    stories.add(item(1, "A bus at last"))
    assert stories.story(2) == 1


def test_what_was_pinned_to_an_item_follows_it_when_it_comes_later() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses"), item(3, "A bus")], pins={3: 2})
    placing = stories.add(item(2, "Poet jailed for ferry verses"))
    assert (placing.story, placing.moved, stories.story(3)) == (1, (3,), 1)


def test_removal_leaves_the_others_and_renames_them() -> None:
    stories = Stories(item(id, "Poet", "https://a.example/1") for id in (9,))
    for id in (1, 2, 3):
        stories.add(item(id, "Poet", "https://a.example/1"))
    assert stories.remove(1) == (2, 3, 9)
    assert partition(stories, (2, 3, 9)) == {frozenset([2, 3, 9])}
    with pytest.raises(KeyError):
        stories.story(1)


def test_an_item_that_changed_stays_in_its_story() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses")])
    stories.add(item(2, "Poet jailed for ferry verses"))
    assert stories.add(item(2, "Correction")).story == 1
    assert stories.members(1)[1].title == "Correction"


def test_kept_items_have_the_stories_that_are_stored() -> None:
    kept = [item(id, f"Title {id}") for id in range(1, 6)]
    stories = Stories(kept, placed={2: 1, 5: 1, 8: 3, 4: 4}, pins={5: 5})
    assert partition(stories, range(1, 6)) == {frozenset([1, 2]), frozenset([3]), frozenset([4]), frozenset([5])}


def test_a_story_whose_first_item_is_gone_is_called_by_the_next() -> None:
    stories = Stories([item(4, "A"), item(5, "B")], placed={4: 2, 5: 2})
    assert (stories.story(4), stories.story(5)) == (4, 4)


def test_independent_sources_are_publishers_copies_and_echoes_apart() -> None:
    members = [
        item(1, "Poet jailed", "https://www.wire.example/1", publisher="Wire", print=printed(TEXT)),
        item(2, "Verses", "https://paper.example/2", publisher="Paper", days=0.1, print=printed(TEXT)),
        item(3, "The poet’s case", "https://ngo.example/3", publisher="NGO", days=0.2),
        item(4, "More on the poet", "https://wire.example/fr/4", publisher="Wire (French)", days=0.3),
        item(5, "Our post again", "https://echo.example/5", publisher="Echo", days=-1, echo=True),
    ]
    found = sources(members)
    assert found.independent == (("Wire", (1, 4)), ("NGO", (3,)))
    assert (found.copies, found.echoes, found.first) == ((2,), (5,), members[0].moment)


def test_posts_on_one_platform_are_told_apart_by_name() -> None:
    found = sources(
        [
            item(1, "A", "https://medium.com/a/1", publisher="Ana"),
            item(2, "B", "https://medium.com/b/2", publisher="Ben"),
            item(3, "C", "https://ben.example/3", publisher="Ben"),
        ]
    )
    assert found.independent == (("Ana", (1,)), ("Ben", (2, 3)))


def test_nothing_has_no_sources() -> None:
    assert sources([]).independent == ()
    assert sources([item(1, echo=True)]).first is None


TITLES = ("Poet jailed over ferry verses", "Ferry verses: poet jailed", "A bus", "Reservoir summonses", "Poet freed")
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 9), st.sampled_from(TITLES), st.integers(0, 6)),
        st.tuples(st.just("remove"), st.integers(1, 9), st.none(), st.none()),
        st.tuples(st.just("pin"), st.integers(1, 9), st.none(), st.integers(1, 9)),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(ACTIONS)
def test_stories_are_called_by_a_member_and_pins_hold_whatever_comes(
    actions: Sequence[tuple[str, int, str, int]],
) -> None:
    stories, here, pins = Stories(), set[int](), dict[int, int]()
    told: dict[int, int] = {}
    for what, id, title, number in actions:
        if what == "add":
            placing = stories.add(item(id, title, f"https://a.example/{number}", days=number))
            here.add(id)
            told |= {id: placing.story} | {other: stories.story(other) for other in placing.moved}
        elif id in here and what == "remove":
            told |= {other: stories.story(other) for other in stories.remove(id)}
            here.discard(id)
            del told[id]
        elif id in here and number in here:
            told |= {other: stories.story(other) for other in stories.pin(id, number)}
            pins[id] = number
        groups = partition(stories, here)
        assert sum(map(len, groups)) == len(here)
        assert told == {id: stories.story(id) for id in here}
        assert all(stories.story(id) in {one.id for one in stories.members(id)} for id in here)
        for pinned, anchor in pins.items():
            if pinned in here and anchor in here:
                assert stories.story(pinned) == stories.story(anchor)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(1, 8)))
def test_certain_agreements_give_the_same_stories_in_any_order(order: Sequence[int]) -> None:
    urls = {1: "x", 2: "x", 3: "y", 4: "y", 5: "z"}
    texts = {2: TEXT, 3: TEXT, 6: OTHER_TEXT, 7: OTHER_TEXT}
    stories = Stories()
    for id in order:
        url = f"https://a.example/{urls[id]}" if id in urls else ""
        stories.add(item(id, f"Title {id} of a kind", url, days=id, print=printed(texts.get(id, ""))))
    assert partition(stories, range(1, 8)) == {frozenset([1, 2, 3, 4]), frozenset([5]), frozenset([6, 7])}
