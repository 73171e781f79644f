"""Which words and names two headlines, years apart, have to share, and in which order what they share is told."""

from datetime import UTC, date, datetime

import pytest

from hrd_tui.signals.covered import Covered, EarlierPost
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.likeness import written

NOW = datetime(2026, 2, 20, 12, tzinfo=UTC)
CASE = {"people": ("Ama Boateng",), "countries": ("GH",)}
TREES = (
    "amber birch cedar dahlia elder fennel ginger hazel indigo juniper kelp laurel maple nettle olive poplar".split()
)


def post(id: int, title: str, **more: object) -> EarlierPost:
    return EarlierPost(id, title, f"https://blog.example/2025/03/01/post-{id}", **more)  # type: ignore[arg-type]


def item(title: str, **more: object) -> Evidence:
    return Evidence(1, NOW, title, "https://site.example/item", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("earlier", "now", "posts"),
    [
        ("Kenya: Mary Otieno prize", "Kenya: Mary Otieno freed", []),
        ("Otieno honours Mary", "Mary Otieno freed", [1]),
    ],
)
def test_a_name_and_a_place_are_too_little_and_two_words_apart_are_no_name(
    earlier: str, now: str, posts: list[int]
) -> None:
    assert [match.post for match in Covered([post(1, earlier)]).nearest(item(now))] == posts


def test_the_rarest_words_are_told_first() -> None:
    common = [post(10 + number, f"Harbour {tree}") for number, tree in enumerate(TREES)]
    covered = Covered([post(1, "Zeppelin harbour walrus lost"), *common])
    assert [match.why for match in covered.nearest(item("Walrus zeppelin of harbour found"))] == [
        "words: Walrus, zeppelin, harbour"
    ]


def test_no_more_than_four_words_are_told() -> None:
    (match,) = Covered([post(1, "Zebra yolk quartz vellum umber")]).nearest(
        item("Zebra, yolk, quartz, vellum, umber, tinsel")
    )
    assert match.why == "words: quartz, umber, vellum, yolk"


def test_of_posts_about_one_case_that_are_about_as_like_the_newest_is_first() -> None:
    titles = ("Boateng wins a prize for swimming in lakes", "Ama Boateng wins a medal for swimming in the lakes")
    old, new = (
        post(id, title, day=date(year, 1, 1), **CASE)
        for id, title, year in zip((1, 2), titles, (2020, 2024), strict=True)
    )
    for posts in ([old, new], [new, old]):
        assert [match.post for match in Covered(posts).nearest(item("Boateng walks to court", **CASE))] == [2, 1]


def test_a_word_is_told_as_the_headline_writes_it_before_the_address() -> None:
    assert written(["kelmar", "again"], "Kelmarans march", "https://site.example/kelmara-march-again") == [
        "Kelmarans",
        "again",
    ]
