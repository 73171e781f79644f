"""What is typed wrongly on the command line is answered in words, with what may be meant."""

import pytest

import cli_fixtures
from cli_fixtures import Hrd

hrd = cli_fixtures.hrd


@pytest.mark.parametrize(
    ("typed", "happened", "remedy"),
    [
        ("views rmove x", "There is no command hrd views rmove", "Did you mean hrd views remove? hrd views --help"),
        ("taag 1", "There is no command hrd taag", "Did you mean hrd tag or hrd tags? hrd --help lists them."),
        ("unqoute 1", "There is no command hrd unqoute", "Did you mean hrd items unquote"),
        *(
            (f"{word} ferry", f"There is no command hrd {word}", "Did you mean hrd items …? hrd --help lists them.")
            for word in ("find", "search", "grep", "ls")
        ),
        ("zzzz", "There is no command hrd zzzz", "hrd --help lists them."),
        ("feeds", "A command is missing behind hrd feeds", "Commands:\n       add      Subscribe to a feed"),
        ("feeds rename 1", "TITLE is missing behind hrd feeds rename", "hrd feeds rename [OPTIONS] FEED TITLE"),
        ("draft cut 3", "PART... is missing behind hrd draft cut", "hrd draft cut [OPTIONS] ID PART..."),
        ("feeds rename 1 a b c", "“b c” is more than hrd feeds rename takes", "stand in quotation marks"),
        ("stats --days 0", "--days of hrd stats cannot be that: 0 is less than 1\n", "hrd stats --help"),
        ("stats --days 4000", "--days of hrd stats cannot be that: 4000 is more than 3660\n", "hrd stats --help"),
        ("items --limit x", "--limit of hrd items list cannot be that: “x” is no whole number\n", "--help"),
        ("log x", "hrd log cannot take that: “x” is no whole number\n", "hrd log --help"),
        ("stats --jsn", "There is no option --jsn of hrd stats", "Did you mean --json? hrd stats --help lists them."),
        ("stats -x", "There is no option -x of hrd stats", "hrd stats --help lists them."),
        ("stats --days", "--days needs a value", "--help"),
        ("demo --check=3", "--check takes no value", "--help"),
        ("completion csh", "hrd completion cannot take that: 'csh' is not one of", "hrd completion [OPTIONS] {bash|"),
        ("tag 1", "Name the items by their numbers first, then the tags", "hrd tag [OPTIONS] [ID]... TAG..."),
        ("items --limt 3", "There is no option --limt of hrd items list", "Did you mean --limit?"),
        ("export --selectd", "There is no option --selectd of hrd export", "Did you mean --selected?"),
        ("items quotes --jsn", "There is no option --jsn of hrd items quotes", "Did you mean --json?"),
        ("views add new ferry --jsn", "There is no option --jsn of hrd views add", "--help lists them."),
    ],
)
def test_wrong_usage_is_told_in_words(hrd: Hrd, typed: str, happened: str, remedy: str) -> None:
    told = hrd(*typed.split())
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"hrd: {happened}")
    assert remedy in told.err
    assert "Usage:" not in told.err
    assert ("stand in quotation marks" in told.err) == (" is more than " in happened and "takes" in happened)


def test_behind_two_minuses_every_word_is_one_of_the_query(hrd: Hrd) -> None:
    assert hrd("views", "add", "--", "new", "ferry", "--json").out == "View new: ferry --json\n"
    assert hrd("views", "add", "--", "newer", "--", "ferry", "--json").code == 0
    assert hrd("views", "add", "--json", "--", "newest").code == 2
    assert [view["name"] for view in hrd.json("views")] == ["new", "newer"]
