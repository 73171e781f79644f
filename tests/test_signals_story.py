"""Stories: what joins items, what does not, and what the editor's hand does."""

from datetime import timedelta

import pytest

from evidence_fixtures import OTHER_TEXT, TEXT, item, joined, partition, printed
from hrd_tui.signals.fingerprint import fingerprint
from hrd_tui.signals.sources import sources
from hrd_tui.signals.story import Stories


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


def test_a_link_joins_a_story_of_which_it_shares_no_word_but_with_one() -> None:
    one = item(1, "Letter of 34 newsrooms on Reshani", "https://a.example/letters/402")
    words = "reservoir ferry lantern orchard tower quarry bridge canal harbour meadow".split()
    story = [one, *(item(id, f"{word} {word}side") for id, word in enumerate(words, 2))]
    stories = Stories(story, placed={other.id: 1 for other in story[1:]})
    assert stories.add(item(20, "Reshani : « Où est-il »", days=1, links=(one.url,))).story == 1


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


def test_what_a_list_of_links_was_ahead_of_stays_alone_too() -> None:
    told = [item(id, f"Reshani {name}") for id, name in enumerate(("letter", "tower", "garden", "ferry"), 1)]
    stories = Stories([*told[:3], item(9, "Reshani and the week", days=1, links=tuple(one.url for one in told))])
    stories.add(told[3])
    assert partition(stories, (1, 2, 3, 4, 9)) == {frozenset([id]) for id in (1, 2, 3, 4, 9)}


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


def test_however_many_echoes_a_story_has_an_arrival_joins_it() -> None:
    echoes = [item(id, f"Digest{id} reservoir{id} meadow{id}", echo=True) for id in range(2, 15)]
    stories = Stories([item(1, "Poet jailed over ferry verses"), *echoes], placed=dict.fromkeys(range(2, 15), 1))
    assert stories.add(item(20, "Poet jailed for ferry verses")).story == 1


def test_two_echoes_of_the_editor_are_no_copies_of_each_other() -> None:
    stories = Stories(own=[fingerprint(TEXT)])
    stories.add(item(1, "Digest", print=printed(TEXT)))
    assert stories.add(item(2, "Digest", print=printed(TEXT))).copy_of is None


def test_a_digest_post_echoed_elsewhere_bridges_no_stories() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses"), item(2, "Reservoir meetings end in summonses")])
    stories.add(item(3, "Poet jailed over ferry verses; reservoir meetings end in summonses", echo=True))
    assert stories.story(1) != stories.story(2)


def test_an_echo_brings_no_stories_together_that_another_would() -> None:
    stories = Stories([item(2, "One", "https://a.example/1"), item(5, "Two", print=printed(TEXT))])
    placing = stories.add(item(9, "Three", "https://a.example/1", print=printed(TEXT), echo=True))
    assert (placing.story, stories.story(5)) == (2, 5)
