"""What the configuration may hold: every setting with its default, and the file that lists them all."""

from dataclasses import dataclass
from typing import Any

from hrd_tui.commands import DRAFT, ROOMS, TABLE
from hrd_tui.keynames import shown
from hrd_tui.presets import PRESETS


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of the file: section, key, default, what it means, and the words it may be (if limited)."""

    section: str
    key: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    form: str = ""
    """A regular expression that a text or a number has to match as a whole."""
    needs: str = ""
    """What a list has to hold."""
    folder: str = ""
    """A folder of the configuration whose files *.toml are choices, too, by their names."""
    example: tuple[str, ...] = ()
    """How a list that is empty by default is written."""


MARK_READ = ("open", "leave", "hand")
COLUMNS = ("mark", "age", "source", "title", "signs")
MORE_COLUMNS = ("kind", "country", "date", "id")
WIDTH = r"auto|[1-9]\d{0,2}|[1-9]\d?%"
ROWS = ("compact", "roomy")

SETTINGS: tuple[Setting, ...] = (
    Setting("sync", "at_once", 64, "Addresses asked at the same time.", least=1, most=256),
    Setting("sync", "per_host", 2, "Of these, at most so many of one host.", least=1, most=16),
    Setting("sync", "connect_seconds", 10, "Time to reach a host.", least=1, most=120),
    Setting("sync", "idle_seconds", 15, "Time without a byte before an answer is given up.", least=1, most=300),
    Setting("sync", "total_seconds", 60, "Time for one whole answer.", least=1, most=600),
    Setting("sync", "body_megabytes", 10, "Largest answer read, after decompression.", least=1, most=100),
    Setting("sync", "parse_seconds", 60, "Time to read one feed.", least=1, most=600),
    Setting("sync", "user_agent", "hrd-tui/{version}", "Name given to servers; {version} is filled in."),
    Setting("desk", "past_days", 90, "After so many days what is read or spiked, and no more, moves to the archive; "
            "0: never.", least=0, most=36500),
    Setting("screen", "theme", "hrd-dark", "Colours; terminal has the sixteen of your terminal. A file "
            "themes/NAME.toml beside this one is a theme NAME of your own, see docs/screen.md.",
            ("hrd-dark", "hrd-light", "hrd-dark-contrast", "hrd-light-contrast", "terminal"), folder="themes"),
    Setting("screen", "glyphs", "auto", "Signs: auto looks at the locale.", ("auto", "unicode", "ascii")),
    Setting("screen", "rows", "compact", "Lines of an item in the list: one, or a second one with its source, tags and "
            "beginning.", ROWS),
    Setting("screen", "columns", list(COLUMNS), "Columns of the list in their order; signs and tags stand at the end "
            "of a row. Those that have no room go, the last one first.", (*COLUMNS, *MORE_COLUMNS), needs="title"),
    Setting("screen", "feeds_width", "auto", "Width of the feeds: auto, cells, as in 24, or percent, as in \"20%\".",
            form=WIDTH),
    Setting("screen", "items_width", "auto", "The same of the list; the article has what is left.", form=WIDTH),
    Setting("screen", "mark_read", "open", "When an item counts as read: once it is opened (Enter, Space, n, N, o), "
            "once it is left, or by r alone. [mark_read] sets it for single views.", MARK_READ),
    Setting("screen", "measure", 84, "Widest line of an article, in cells.", least=40, most=200),
    Setting("screen", "keymap", "default", "Keys as in another program; [keys] goes on top.", tuple(PRESETS)),
    Setting("highlight", "words", [], 'Words and phrases to mark wherever they stand, as in ["Special Rapporteur"].',
            example=("Special Rapporteur",)),
    Setting("highlight", "countries", [], 'Countries to mark by all their names and adjectives, as in ["Sudan"].',
            example=("Sudan",)),
    Setting("highlight", "people", False, "Mark the people of your people.txt."),
    Setting("highlight", "organisations", False, "Mark the organisations of your organisations.txt."),
    Setting("blog", "address", "", "Your own blog, as https://example.org/; its posts are the archive."),
    Setting("blog", "former", [], "Hosts it had before; their addresses count as the same posts.",
            example=("old.example.org",)),
    Setting("export", "folder", "~/posts", "Where posts are written."),
    Setting("export", "target", "wordpress", "For which program the front matter is.",
            ("wordpress", "hugo", "jekyll", "eleventy")),
    Setting("wordpress", "address", "", "The site that takes drafts over its REST API; empty: blog.address."),
    Setting("wordpress", "user", "", "Your name there. The application password is read from HRD_WORDPRESS_PASSWORD, "
            "or from the keyring (service hrd-wordpress), never from this file."),
    Setting("images", "allowed", [], "Hosts that i asks for pictures without a question, beside those allowed there.",
            example=("images.example.org",)),
    Setting("images", "draw", "auto", "How pictures are drawn: auto looks which terminal it is, blocks work in all.",
            ("auto", "kitty", "sixel", "blocks")),
    Setting("links", "wayback", "https://web.archive.org/web/{time}/{url}", "Address of a kept page; {time} is "
            "YYYYMMDDhhmmss, {url} the page."),
    Setting("editor", "command", [], "Program and arguments that get a file as last argument; empty: $VISUAL, "
            "$EDITOR, else nano or vi.", example=("code", "--wait")),
    Setting("browser", "command", [], "Program and arguments that get the address as last argument; "
            "empty: the system's own browser.", example=("firefox", "--new-tab")),
    Setting("browser", "background", [], "The same for O, which opens behind the terminal; empty: browser.command.",
            example=("firefox", "--new-tab")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A section whose keys are names that the editor gives; each has a list of a program and its arguments."""

    section: str
    help: str
    example: str


NAMED: tuple[Named, ...] = (
    Named("pipe", "Commands that | gives the article to, as plain text on their standard input. No shell.",
          'print = ["lp", "-o", "sides=two-sided"]'),
    Named("pipe_terminal", "The same, for programs that need the terminal.", 'read = ["less"]'),
)  # fmt: skip

VIEW = '"women in prison" = "prison woman newer:30d"'
"""How a saved query is written."""


def toml(value: Any) -> str:
    """A value as the file has it."""
    if isinstance(value, list):
        return "[" + ", ".join(toml(part) for part in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def defaults() -> str:
    """The whole file with every default, commented out, each under a line that explains it."""
    from hrd_tui.config_rules import EXAMPLE

    lines = ["# The desk of hrd. Take the # away from a line to change its value; check with: hrd config check"]
    section = ""
    for setting in SETTINGS:
        if setting.section != section:
            section = setting.section
            lines += ["", f"[{section}]"]
        of = "Of these" if isinstance(setting.default, list) else "One of"
        choices = f" {of}: {', '.join(setting.choices)}." if setting.choices else ""
        lines += [f"# {setting.help}{choices}", f"#{setting.key} = {toml(setting.default)}"]
    lines += ["", "[keys]", "# A command and its keys, separated by commas; an empty text takes its keys away."]
    for room, name in ROOMS.items():
        # What works in both rooms stands under the first.
        own = [command for command in TABLE if command.rooms[0] == room]
        lines += [f"# {name}:"] if room == DRAFT else []
        lines += [f"#{command.id} = {toml(', '.join(_listed(key) for key in command.keys))}" for command in own]
    lines += [
        "",
        "[mark_read]",
        "# screen.mark_read for single views: inbox, today …, a saved one, tag:NAME, folder:NAME, feed:NUMBER.",
        '#today = "hand"',
        "",
        "[views]",
        "# Queries that stand as views, in this order; hrd views add and B in the reader write them.",
    ]
    lines += [f"#{VIEW}"]
    for named in NAMED:
        lines += ["", f"[{named.section}]", f"# {named.help}", f"#{named.example}"]
    return "\n".join([*lines, EXAMPLE])


def _listed(key: str) -> str:
    """A key or a sequence as it is shown, but for the sign that parts keys and those that TOML would escape."""
    return " ".join(one if shown(one) in (",", '"', "\\") else shown(one) for one in key.split())
