"""The map from what is known of a post to its categories and tags."""

from pathlib import Path

import pytest

from hrd_tui.copydesk.terms import FILE, Terms, load, shipped
from hrd_tui.signals.kind import KINDS

MAP = """
[always]
categories = ["rights"]
tags_from = ["countries", "people"]

[kinds.award]
categories = ["awards"]

[organisations."Harbour Watch (HW)"]
categories = ["HW"]
tags = ["Harbour Watch"]

[people."Ana Mar"]
tags = ["lawyers"]

[topics.sea]
words = ["boat*", "high seas"]
tags = ["the sea"]
"""


def _propose(text: str = "", **given: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = {"kind": "", "countries": (), "people": (), "organisations": (), **given}
    return Terms.read(MAP).propose(**known, text=text)  # type: ignore[arg-type]


def test_every_post_has_what_is_always_there() -> None:
    assert _propose() == (("rights",), ())


def test_a_kind_has_its_category() -> None:
    assert _propose(kind="award")[0] == ("rights", "awards")


@pytest.mark.parametrize("name", ["Harbour Watch (HW)", "Harbour Watch", "HW", "harbour watch"])
def test_an_organisation_is_known_by_its_name_and_its_initials(name: str) -> None:
    assert _propose(organisations=(name,)) == (("rights", "HW"), ("Harbour Watch",))


def test_countries_and_people_become_tags_and_organisations_do_not() -> None:
    found = _propose(countries=("Belize",), people=("Ana Mar",), organisations=("Tide",))
    assert found[1] == ("Belize", "Ana Mar", "lawyers")


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Boats leave\nThey left.", ("the sea",)),
        ("A day\nThe boat left the high seas.", ("the sea",)),
        ("A day\nOne boat left.", ()),
        ("A day\nA steamboat left the steamboat.", ()),
        ("Bôat\n", ("the sea",)),
    ],
)
def test_a_topic_is_what_the_headline_names_or_the_text_dwells_on(text: str, tags: tuple[str, ...]) -> None:
    assert _propose(text)[1] == tags


def test_the_shipped_map_is_whole_and_knows_every_kind_it_names() -> None:
    terms = Terms.read(shipped())
    assert terms.problems == ()
    assert terms.names == ("countries", "people")
    for kind in KINDS:
        assert "Human Rights Defenders" in terms.propose(kind, (), (), (), "")[1]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[always]\ntags = 3\n", "line 2: “tags” is no list of words"),
        ("\n[kinds.prize]\ntags = []", "line 2: there is no kind “prize”"),
        ("[topics.sea]\ntags = ['x']", "line 1: [topics.sea] has no words"),
        ("[people.'Ana Mar']\n\ntagz = ['x']", "line 3: [people.Ana Mar] has no “tagz”"),
        ("[places.x]\n", "line 1: there is no section “places”"),
        ("[always]\ntags_from = ['moods']", "line 2: tags cannot come from “moods”"),
        ("kinds = 3", "line 1: there is no section “kinds”"),
        ("always = 3", "line 1: [always] must be a section"),
        ("[people]\nAna = 3", "[people.Ana] must be a section"),
        ("[always\n", "is no TOML"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(text: str, problem: str) -> None:
    assert any(problem in told for told in Terms.read(text).problems)


def test_what_can_be_used_holds_beside_a_problem() -> None:
    terms = Terms.read("[always]\ncategories = ['a']\ntags = 3")
    assert terms.propose("", (), (), (), "") == (("a",), ())


def test_the_editors_own_map_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[always]\ncategories = ['mine']\n", "utf-8")
    assert load(tmp_path).propose("award", (), (), (), "") == (("mine",), ())


@pytest.mark.parametrize("broken", [b"[always", b"\xff\xfe"])
def test_a_broken_map_is_told_and_the_shipped_one_holds(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / FILE).write_bytes(broken)
    terms = load(tmp_path)
    assert len(terms.problems) == 1
    assert terms.propose("", (), (), (), "") == Terms.read(shipped()).propose("", (), (), (), "")
