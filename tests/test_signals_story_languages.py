"""Stories: what joins texts of one publisher in two languages, and what does not."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from hrd_tui.signals.evidence import Evidence, marks
from hrd_tui.signals.story import Stories

DAY = datetime(2026, 2, 20, 12, tzinfo=UTC)
DESK = (
    ("en", "Vacancy: programme officer, Geneva", 0, {"kind": "vacancy"}),
    ("fr", "La défenseure Lina Orlavené maintenue en détention", 24, {"kind": "ngo_news"}),
    ("ar", "قرار جديد بشأن المرافئ", 30, {"kind": "ngo_news"}),
    ("en", "Report: ferries of the delta, ten years on", 36, {"kind": "ngo_report"}),
    ("fr", "Conférence annuelle des bibliothèques", 40, {"kind": "ngo_news"}),
)


def item(id: int, language: str, title: str, url: str, hours: float = 0, **more: object) -> Evidence:
    return Evidence(id, DAY + timedelta(hours=hours), title, url, "A", language, **more)  # type: ignore[arg-type]


def joined(*items: Evidence) -> bool:
    """Whether the items are of one story, in whatever order they come."""
    told = set()
    for order in permutations(items):
        stories = Stories()
        for one in order:
            stories.add(one)
        told.add(len({stories.story(one.id) for one in items}) < len(items))
    assert len(told) == 1
    return told.pop()


@pytest.mark.parametrize("host", ["a.example", "localhost:43117", "127.0.0.1:8765", "desk2041.example"])
@pytest.mark.parametrize(
    "page", ["{language}/{number}", "{language}/items/{number}.html", "{language}.xml?item={number}"]
)
def test_feeds_of_one_host_in_three_languages_are_not_of_one_story(host: str, page: str) -> None:
    items = [
        item(
            id,
            language,
            title,
            f"https://{host}/" + page.format(language=language, number=(id + 1) // 2),
            hours,
            **more,
        )
        for id, (language, title, hours, more) in enumerate(DESK, 1)
    ]
    assert not joined(*items)


def test_a_port_a_host_and_a_day_are_no_number_of_a_text() -> None:
    urls = ("https://a2041.example:43117/en/9", "https://a.example/2026/02/20260220/x", "https://a.example/202602/x")
    assert [marks("", url).serial for url in urls] == ["", "", ""]
    assert marks("", "https://a.example/20260220/51877").serial == "51877"


@pytest.mark.parametrize("path", ["news/41877", "news/lina-orlavene-must-be-freed"])
def test_a_vacancy_is_no_language_version_of_a_case(path: str) -> None:
    one = item(1, "en", "Programme officer", f"https://a.example/en/{path}", kind="vacancy")
    other = ("fr", "Les expertes consternées", f"https://a.example/fr/{path}")
    assert not joined(one, item(2, *other, kind="case_alert"))
    assert joined(one, item(2, *other, kind="vacancy"))
    assert joined(one, item(2, *other))


@pytest.mark.parametrize("spelt", ["Lina Orlavene", "Lina Orlavéne", "Leena Orlaveneh"])
def test_a_person_in_both_headlines_joins_what_came_in_the_same_hours(spelt: str) -> None:
    one = item(1, "en", "Open letter for Orlavene", "https://a.example/letters/x", people=("Lina Orlavene",))
    title = f"Lettre ouverte pour {spelt.split()[1]}"
    assert joined(one, item(2, "fr", title, "https://a.example/lettres/y", 3, people=(spelt,)))
    assert not joined(one, item(2, "fr", title, "https://a.example/lettres/y", 20, people=(spelt,)))


def test_a_person_named_in_passing_joins_no_languages() -> None:
    one = item(1, "en", "Ferry inquiry opens", "https://a.example/news/x", people=("Lina Orlavene",))
    assert not joined(one, item(2, "fr", "La loi sur le thé", "https://a.example/lois/y", 3, people=("Lina Orlavene",)))
