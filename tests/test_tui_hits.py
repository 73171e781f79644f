"""Marks in pieces of text, and the hits of an article by their lines; pure."""

from hrd_tui.text.watched import Watched
from hrd_tui.tui.article_hits import ArticleHits
from hrd_tui.tui.hits import Marking
from hrd_tui.tui.pieces import Line, Piece


def hits(*lines: int) -> list[Line]:
    """Lines of which those of these numbers begin a hit each."""
    numbers = {line: number for number, line in enumerate(lines)}
    return [[Piece("word", f"text+hit:{numbers[at]}" if at in numbers else "text")] for at in range(9)]


def test_a_watched_word_that_is_looked_for_is_marked_once() -> None:
    marking = Marking(("special",), Watched(("special rapporteur", "court")))
    pieces = marking([Piece("The special rapporteur came to court.")])
    assert "".join(piece.text for piece in pieces) == "The special rapporteur came to court."
    marks = [(piece.text, piece.ink) for piece in pieces if "+" in piece.ink]
    assert marks == [("special", "text+hit:0"), ("court", "text+watched")]


def test_hits_are_counted_on_from_part_to_part() -> None:
    marking = Marking(("court",))
    found = [piece.ink for text in ("court", "a court") for piece in marking([Piece(text)]) if "+" in piece.ink]
    assert found == ["text+hit:0", "text+hit:1"]


def test_a_hit_in_the_first_line_in_sight_comes_first() -> None:
    found = ArticleHits()
    found.take(hits(0, 4, 6))
    found.go(4)
    assert (found.here, found.told) == (1, "2/3")


def test_the_editor_stays_at_the_last_hit_where_there_are_fewer_now() -> None:
    found = ArticleHits()
    found.take(hits(0, 4, 6))
    found.go(5)
    found.take(hits(2, 3))
    assert (found.here, found.line) == (1, 3)


def test_without_hits_there_is_no_step() -> None:
    found = ArticleHits()
    found.take(hits())
    assert not found.step(1, 0)


def test_one_hit_is_told_as_one() -> None:
    found = ArticleHits()
    found.take(hits(3))
    assert found.told == "1 hit"


def test_a_number_in_brackets_is_text_where_it_is_not_that_of_a_link() -> None:
    found = Marking(("2024",))([Piece("[2024]", "bold"), Piece("[2024]", "dim")])
    assert [piece.text for piece in found if "+" in piece.ink] == ["2024"]


def test_what_is_looked_for_in_an_article_stands_inside_of_words_too_beside_those_watched() -> None:
    marking = Marking(("court",), Watched(("sele",))).instead("ount")
    marks = [(piece.text, piece.ink) for piece in marking([Piece("The court at Mount Sele")]) if "+" in piece.ink]
    assert marks == [("ount", "text+hit:0"), ("Sele", "text+watched")]
