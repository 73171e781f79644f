"""The command table and its keymap."""

import pytest

from hrd_tui.commands import BY_ID, BY_LABEL, DESK, DRAFT, TABLE, in_room
from hrd_tui.keymap import by_key, keymap
from hrd_tui.keynames import meant, readable, shown, spelt
from hrd_tui.presets import PRESETS


def test_ids_and_keys_are_unique() -> None:
    assert len(BY_ID) == len(TABLE)
    assert keymap({})[1] == []


def test_labels_name_one_command_each() -> None:
    assert len(BY_LABEL) == len(TABLE)


def test_every_command_works_in_a_room() -> None:
    assert {command.id for command in (*in_room(DESK), *in_room(DRAFT))} == set(BY_ID)


def test_a_key_may_mean_another_thing_in_another_room() -> None:
    assert by_key(keymap({})[0])["x"] == {DESK: "select", DRAFT: "cut"}


def test_a_key_of_both_rooms_means_the_same_in_both() -> None:
    assert by_key(keymap({})[0])["z"] == {DESK: "undo", DRAFT: "undo"}


def test_no_clash_is_told_between_rooms() -> None:
    assert keymap({"remark": "f", "front-matter": ""})[1] == []


def test_a_clash_with_a_key_of_both_rooms_is_told_in_either() -> None:
    keys, problems = keymap({"remark": "z"})
    assert "z" not in keys["undo"]
    assert problems == ["keys: z is both remark and undo; remark has it, undo keeps Ctrl+Z"]


def test_no_command_marks_everything_read() -> None:
    assert not [command for command in TABLE if "all" in command.id and "read" in command.id]


@pytest.mark.parametrize("key", "j k h l alt+1 alt+2 alt+3 G n N r u f t T m x d z o y e R q tab space".split())
def test_promised_key_is_taken(key: str) -> None:
    assert [command for command in TABLE if key in command.keys]


@pytest.mark.parametrize("sign", ";/=!?")
def test_promised_sign_is_taken(sign: str) -> None:
    assert [command for command in TABLE if sign in (shown(key) for key in command.keys)]


def test_override_replaces_the_keys() -> None:
    keys, problems = keymap({"spike": "delete, ctrl+d"})
    assert keys["spike"] == ("delete", "ctrl+d")
    assert problems == []


def test_sign_may_be_written_as_itself() -> None:
    assert keymap({"find": "#"})[0]["find"] == ("number_sign",)


@pytest.mark.parametrize(
    ("shown_key", "key"), [("Ctrl+Z", "ctrl+z"), ("PageDown", "pagedown"), ("G", "G"), ("Shift+Tab", "shift+tab")]
)
def test_keys_may_be_written_as_they_are_shown(shown_key: str, key: str) -> None:
    assert keymap({"palette": shown_key, "bottom": "", "page-down": "", "previous-pane": "", "undo": ""})[0][
        "palette"
    ] == (key,)


def test_a_command_may_be_named_as_it_is_shown() -> None:
    keys, problems = keymap({"browser": "ctrl+o"})
    assert (keys["open-browser"], problems) == (("ctrl+o",), [])


def test_unknown_command_is_named() -> None:
    assert "“burn”" in keymap({"burn": "b"})[1][0]


def test_bad_key_is_named_and_the_default_stays() -> None:
    keys, problems = keymap({"spike": "hyper+d"})
    assert keys["spike"] == ("d",)
    assert "hyper+d" in problems[0]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("<C-x>", "Ctrl+X"),
        ("ctrl-x", "Ctrl+X"),
        ("C-x", "Ctrl+X"),
        ("^x", "Ctrl+X"),
        ("M-x", "Alt+X"),
        ("C-x C-c", "Ctrl+X Ctrl+C"),
        ("<C-w><CR>", "Ctrl+W Enter"),
        ("<S-Tab>", "Shift+Tab"),
        ("PgDn", "Pagedown"),
        ("dd", "d d"),
        ("hyper+d", ""),
        ("<leader>x", ""),
        ("", ""),
    ],
)
def test_another_programs_spelling_of_a_key_is_understood(written: str, key: str) -> None:
    assert meant(written) == key
    assert not key or readable(key)


def test_what_may_be_meant_stands_behind_a_bad_key() -> None:
    (told,) = keymap({"spike": "<C-x>"})[1]
    assert told == "keys: “<C-x>” of spike is not a key; d stays. Did you mean Ctrl+X?"
    assert keymap({"spike": "hyper+d"})[1][0].endswith("d stays")
    assert keymap({"tour": "hyper+d"})[1][0].endswith("no key stays")


NO_WAY_OUT = {"quit": "", "quit-now": "", "palette": "", "help": ""}


def test_one_key_always_leaves_the_reader() -> None:
    keys, problems = keymap(NO_WAY_OUT)
    assert (keys["quit-now"], keys["quit"]) == (("ctrl+q",), ())
    assert problems == ["keys: no key would leave the reader; Ctrl+Q stays quit-now"]
    keys, problems = keymap({**NO_WAY_OUT, "spike": "ctrl+q"})
    assert (keys["quit-now"], keys["quit"], keys["spike"]) == ((), ("q",), ("ctrl+q",))
    assert "keys: no key would leave the reader; q stays quit" in problems


def test_who_keeps_the_palette_or_help_may_take_the_keys_of_quit_away() -> None:
    for way in NO_WAY_OUT:
        rest = {name: key for name, key in NO_WAY_OUT.items() if name != way}
        assert keymap(rest)[1] == []


def test_without_any_shipped_key_free_the_editor_is_told() -> None:
    others = (command.id for command in TABLE if command.id not in NO_WAY_OUT and DESK in command.rooms)
    shipped = [key for way in NO_WAY_OUT for key in BY_ID[way].keys]
    own = dict(zip(others, shipped, strict=False))
    keys, problems = keymap({**NO_WAY_OUT, **own})
    assert not any(keys[way] for way in NO_WAY_OUT)
    assert "keys: no key leaves the reader, nor finds the command that does; give one to quit" in problems


def test_clash_is_named_and_the_override_wins() -> None:
    keys, problems = keymap({"spike": "x"})
    assert keys["spike"] == ("x",)
    assert "x" not in keys["select"]
    assert "spike" in problems[0]
    assert "select" in problems[0]


def test_a_comma_alone_is_a_key_and_beside_others_has_to_be_named() -> None:
    assert keymap({"undo": ","})[0]["undo"] == ("comma",)
    keys, problems = keymap({"undo": "z, ,"})
    assert keys["undo"] == keymap({})[0]["undo"]
    assert "a key of undo is missing; , is written comma" in problems[0]


def test_a_letter_with_shift_is_what_terminals_send() -> None:
    keys, problems = keymap({"pipe": "Shift+P"})
    assert "P is both" in problems[0]
    assert keys["pipe"] == ("P",)


def test_empty_override_takes_the_key_away() -> None:
    keys, problems = keymap({"palette": ""})
    assert keys["palette"] == ()
    assert problems == []


@pytest.mark.parametrize(("key", "text"), [("slash", "/"), ("ctrl+z", "Ctrl+Z"), ("space", "Space"), ("G", "G")])
def test_keys_are_shown_as_people_write_them(key: str, text: str) -> None:
    assert shown(key) == text


def test_a_sequence_may_be_given_with_blanks() -> None:
    keys, problems = keymap({"spike": "Ctrl+X d, t u", "tag": "t t"})
    assert (keys["spike"], keys["tag"]) == (("ctrl+x d", "t u"), ("t t",))
    assert problems == []


def test_a_key_that_others_begin_with_hides_them_and_that_is_told_once() -> None:
    keys, problems = keymap({"follow-up": "g"})
    assert keys["follow-up"] == ("g",)
    assert keys["top"] == ("home",)
    [problem] = problems
    assert problem.startswith("keys: g is follow-up, so that what begins with it is out of reach: g")
    assert "g g (top)" in problem


def test_a_sequence_that_begins_with_a_command_of_the_editors_is_told() -> None:
    keys, problems = keymap({"follow-up": "y", "spike": "y d"})
    assert keys["spike"] == ()
    assert "y d (spike)" in problems[-1]


def test_a_sequence_of_both_rooms_does_without_a_beginning_that_one_of_them_has() -> None:
    keys, problems = keymap({"headline": "f4", "palette": "f4 p"})
    assert (keys["headline"], keys["palette"]) == (("f4",), ())
    assert problems == ["keys: F4 is headline, so that what begins with it is out of reach: F4 p (palette)"]


def test_the_first_of_two_sequences_keeps_a_key_that_would_hide_it() -> None:
    keys, problems = keymap({"follow-up": "x f", "tag": "x"})
    assert (keys["follow-up"], keys["tag"]) == (("x f",), ())
    assert "keys: x of tag would hide x f, which stays follow-up, tag has no key now" in problems


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_no_clash_and_leaves_no_command_without_its_keys(preset: str) -> None:
    keys, problems = keymap({}, preset)
    assert problems == []
    assert [command.id for command in TABLE if command.keys and not keys[command.id]] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_the_keys_of_a_preset_are_spelt_as_they_are_shown(preset: str) -> None:
    for value in PRESETS[preset].values():
        for key in value.split(","):
            assert key.strip() in (spelt(key), shown(spelt(key)))


def test_own_keys_go_on_top_of_a_preset() -> None:
    keys, problems = keymap({"spike": "Q"}, "newsboat")
    assert (keys["spike"], keys["quit"]) == (("Q",), ())
    assert "keys: Q is both spike and quit; spike has it, quit has no key now" in problems
    assert keys["sync-feed"] == ("r",)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_has_a_key_that_terminals_send_as_another(preset: str) -> None:
    """Alt with f and b arrives as Ctrl and an arrow, Alt with a sign as the sign alone (textual 8.2)."""
    keys = {key for own in keymap({}, preset)[0].values() for sequence in own for key in sequence.split()}
    assert not [key for key in keys if key in ("alt+f", "alt+b") or (key.startswith("alt+") and len(key) > 5)]


def test_what_a_preset_puts_out_of_reach_is_no_fault_of_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRESETS, "own", {"renew": "g"})
    keys, problems = keymap({}, "own")
    assert (keys["renew"], keys["go-today"], problems) == (("g",), (), [])


def test_a_key_given_twice_to_a_command_is_no_clash() -> None:
    keys, problems = keymap({"spike": "D, D"})
    assert (keys["spike"], [problem for problem in problems if "both spike and spike" in problem]) == (("D",), [])


def test_a_small_letter_with_shift_is_its_capital() -> None:
    assert spelt("shift+d") == "D"


def test_a_key_that_a_preset_takes_from_another_command_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRESETS, "own", {"spike": "f"})
    keys, problems = keymap({}, "own")
    assert (keys["spike"], keys["follow-up"], problems) == (("f",), (), [])


def test_a_sign_behind_ctrl_is_spelt_by_its_name() -> None:
    assert spelt("Ctrl+/") == "ctrl+slash"


def test_a_sign_that_nobody_sees_is_no_key() -> None:
    assert not readable("\x07")
