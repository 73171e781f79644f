"""Opening and copying addresses with other programs."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from hrd_tui.errors import HrdError, UsageProblem
from hrd_tui.tui import outside
from program_fixtures import program


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "-new-window", "mailto:a@b.example", "", "ftp://x.example/"],
)
def test_only_web_addresses_are_opened(address: str, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        outside.browse(address, [str(tmp_path / "never")])


def test_a_browser_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    with pytest.raises(HrdError, match="missing could not be started"):
        outside.browse("https://ngo.example/", [str(tmp_path / "missing")])


@pytest.mark.parametrize(("code", "said"), [(3, "browser could not open the address"), (0, "")])
def test_a_browser_that_fails_at_once_is_named(tmp_path: Path, code: int, said: str) -> None:
    process = outside.browse("https://ngo.example/", [program(tmp_path, "browser", f"exit {code}")])
    assert process is not None
    with pytest.raises(HrdError, match=said) if said else nullcontext():
        outside.watch(process)


def test_text_is_copied_with_the_program_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = tmp_path / "copied"
    program(tmp_path, "wl-copy", f"/bin/cat > {copied}")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.copy("https://ngo.example/", {"WAYLAND_DISPLAY": "wayland-0"}) == ["wl-copy"]
    assert copied.read_text() == "https://ngo.example/"


def test_a_copying_program_that_fails_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "wl-copy", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.copy("x", {"WAYLAND_DISPLAY": "wayland-0"}) == []


def test_the_next_program_copies_where_one_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, code in (("xclip", 1), ("xsel", 0)):
        program(tmp_path, name, f"/bin/cat > /dev/null; exit {code}")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.copy("x", {"DISPLAY": ":0"}) == ["xsel"]


def test_the_last_line_that_a_program_printed_is_told(tmp_path: Path) -> None:
    summary = program(tmp_path, "summary", "cat > /dev/null; printf 'one\\ntwo \\033[31mwords\\n\\n'")
    assert outside.pipe([summary], "x") == "two words"


def test_a_tmux_that_does_not_know_how_to_ask_its_terminal_takes_the_text_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = tmp_path / "copied"
    program(tmp_path, "tmux", f'[ "$2" = - ] && /bin/cat > {copied}')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.copy("https://ngo.example/", {"TMUX": "/tmp/tmux-1000/default,1,0"}) == ["tmux"]
    assert copied.read_text() == "https://ngo.example/"


def test_tmux_is_left_alone_by_a_reader_outside_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "tmux", "/bin/cat > /dev/null")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.copy("x", {}) == []


def test_a_browser_gets_the_address_without_what_a_terminal_would_obey_and_outlives_the_reader(tmp_path: Path) -> None:
    told = tmp_path / "told"
    process = outside.browse(
        "https://ngo.example/a b\x1b", [program(tmp_path, "browser", f'printf "%s" "$1" > {told}')]
    )
    assert process is not None
    assert os.getsid(process.pid) == process.pid
    outside.watch(process)
    assert told.read_text() == "https://ngo.example/a%20b"


def test_a_browser_that_goes_on_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "FAIL_SECONDS", 0.0)
    process = outside.browse("https://ngo.example/", [program(tmp_path, "browser", "sleep 0.05")])
    assert process is not None
    outside.watch(process)
    assert process.returncode == 0


def test_without_any_browser_the_way_to_name_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("webbrowser.open", lambda url: False)
    with pytest.raises(HrdError, match="There is no browser here"):
        outside.browse("https://ngo.example/", [])


def test_what_a_failing_program_said_last_is_told(tmp_path: Path) -> None:
    summary = program(tmp_path, "summary", "cat > /dev/null; echo fine; echo no network >&2; exit 3")
    with pytest.raises(HrdError, match="summary ended with code 3") as failure:
        outside.pipe([summary], "x")
    assert failure.value.detail == "no network"


def test_a_program_that_fails_in_the_terminal_is_named(tmp_path: Path) -> None:
    with pytest.raises(HrdError, match="pager ended with code 3"):
        outside.pipe_in_terminal([program(tmp_path, "pager", "cat > /dev/null; exit 3")], "x")


def test_without_a_display_no_program_of_one_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "xclip", "/bin/cat > /dev/null")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not outside.copy("x", {})


def test_without_a_command_the_opener_of_the_system_that_is_there_gets_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program(tmp_path, "gio", f'printf "%s|" "$@" > {told}')
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    process = outside.browse("https://ngo.example/", [])
    assert process is not None
    outside.watch(process)
    assert told.read_text() == "open|https://ngo.example/|"


def test_what_tmux_and_the_desktop_took_is_both_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("tmux", "xclip"):
        program(tmp_path, name, "/bin/cat > /dev/null")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.copy("x", {"TMUX": "1", "DISPLAY": ":0"}) == ["tmux", "xclip"]


def test_a_copying_program_that_cannot_be_started_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wl-copy").write_bytes(b"\x7fELF")
    (tmp_path / "wl-copy").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert outside.copy("x", {"WAYLAND_DISPLAY": "wayland-0"}) == []


def test_blank_lines_and_bytes_that_are_no_text_are_left_out_of_what_a_program_printed(tmp_path: Path) -> None:
    summary = program(tmp_path, "summary", "cat > /dev/null; printf 'two \\377 words\\n  \\n'")
    assert outside.pipe([summary], "x") == "two \ufffd words"


def test_where_the_system_has_no_opener_a_browser_that_python_finds_takes_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("webbrowser.open", lambda url: not opened.append(url))  # type: ignore[func-returns-value]
    assert outside.browse("https://ngo.example/", []) is None
    assert opened == ["https://ngo.example/"]


def test_a_copying_program_that_does_not_end_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "wl-copy", "exec /bin/sleep 9")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(outside, "COPY_SECONDS", 0.01)
    assert outside.copy("x", {"WAYLAND_DISPLAY": "wayland-0"}) == []


def test_a_program_that_takes_a_text_and_does_not_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "PIPE_SECONDS", 0.01)
    with pytest.raises(HrdError, match="summary was stopped"):
        outside.pipe([program(tmp_path, "summary", "exec sleep 9")], "x")
