"""Who tells a story: publishers, copies and echoes."""

from evidence_fixtures import TEXT, item, printed
from hrd_tui.signals.fingerprint import LEAST, same_text
from hrd_tui.signals.sources import sources


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


def test_what_is_known_to_be_no_copy_is_a_source() -> None:
    members = [
        item(1, "Poet jailed", publisher="Wire", print=printed(TEXT)),
        item(2, "Verses", publisher="Paper", days=0.1, print=printed(TEXT)),
    ]
    assert sources(members).copies == (2,)
    found = sources(members, {2})
    assert (found.copies, [name for name, _ in found.independent]) == ((), ["Wire", "Paper"])


def test_too_few_numbers_of_a_text_compare_nothing() -> None:
    whole = tuple(range(1, 13))
    assert not same_text(whole, whole[: LEAST - 1])
    assert same_text(whole, whole[:LEAST])
