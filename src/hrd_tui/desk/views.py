"""Saved queries that stand as views: their names, what they find, how many wait in them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from hrd_tui.desk import viewsfile
from hrd_tui.desk.live_config import LiveConfig
from hrd_tui.errors import UsageProblem
from hrd_tui.model import PLAIN_VIEWS, State, View
from hrd_tui.selection import Count, Index, Selection
from hrd_tui.text.fold import fold
from hrd_tui.text.query import Query, parse

if TYPE_CHECKING:
    from tomlkit.items import Table

LONGEST_NAME = 40
_SPIKED = f"is:{State.SPIKED}"
_UNKNOWN: Mapping[str, int] = {}


class Views:
    """The saved queries of one desk, as the configuration has them now. One that cannot be used is no view but a
    problem.
    """

    def __init__(self, live: LiveConfig, index: Index, now: Callable[[], datetime]) -> None:
        self._live = live
        self._index = index
        self._now = now
        self._checked: _Checked | None = None

    @property
    def names(self) -> list[str]:
        """The names of the views, in the order of the file."""
        return list(self._check().good)

    @property
    def problems(self) -> list[str]:
        """A sentence for each saved query that cannot be used."""
        return [*self._live.told("views"), *self._check().wrong]

    def called(self, name: str) -> str:
        """The name of a view as the file has it, where it differs from this one in nothing but case and no other does;
        else this one.
        """
        alike = [known for known in self._given() if known.casefold() == name.casefold()]
        return alike[0] if len(alike) == 1 else name

    def refused(self, name: str) -> None:
        """Raises UsageProblem that tells why a saved query of this name cannot be used, where there is such a one."""
        query = self._given().get(name)
        if query is not None and name not in self._check().good:
            (why,) = usable({name: query}, self._now(), self._index.country)[1]
            raise UsageProblem(f"The view “{name}” cannot be used", f"{why}\nMend it with: hrd config edit")

    def query(self, name: str) -> str:
        """The query of a view. Raises UsageProblem where there is none of this name."""
        good = self._check().good
        if name in good:
            return good[name]
        there = ", ".join(good) or "none yet; hrd views add NAME QUERY keeps one"
        raise UsageProblem(f"There is no saved view “{name}”", f"There are: {there}")

    def selection(self, name: str) -> Selection:
        """What a view holds: what was spiked only if its query asks for that. Raises UsageProblem."""
        query = self.query(name)
        everything = Selection(self._index)
        spiked = _SPIKED in parse(query).names
        chosen = everything if spiked else everything.view(View("all"), self._now())
        return chosen.matching(query, self._now())

    def within(self, view: View, query: str) -> str:
        """What a query finds in a view, as one query: “arrest” in the inbox is “is:inbox arrest”."""
        from hrd_tui.text.query_nodes import together

        found = parse(query)
        before = _before(view) if view.kind != "query" else self.query(view.name)
        if not before:
            return query
        first = parse(before)
        return str(Query("", together((first.root, found.root)), found.orders or first.orders))

    def order(self, view: View, query: str) -> str:
        """The order that a query, or else a saved view, asks for, in words; empty where they ask for none."""
        from hrd_tui.selection import ordering

        saved = self._check().good.get(view.name, "") if view.kind == "query" else ""
        return ordering.words(parse(query).orders or parse(saved).orders)

    def counts(self) -> dict[str, Count]:
        """How many items each view has and how many of them are unread."""
        counts = {}
        for name in self.names:
            items = self.selection(name).unordered()
            with self._index.lock:
                counts[name] = Count(len(items), len(items & self._index.unread_ids))
        return counts

    def waiting(self) -> dict[str, int]:
        """How many unread items each view has; read ones are not looked at."""
        return {name: len(self.selection(name).unread().unordered()) for name in self.names}

    def add(self, name: str, query: str) -> None:
        """Keeps a query as a view, behind the others. Raises UsageProblem and ConfigError."""
        self._free(name)
        checked = " ".join(query.split("\n")).strip()
        if not checked:
            raise UsageProblem("There is no query to keep", "hrd views add NAME QUERY")
        Selection(self._index).matching(checked, self._now())
        self._write({**self._given(), name: checked}, lambda table: viewsfile.add(table, name, checked))

    def remove(self, name: str) -> None:
        """Forgets a view; its items stay. Raises UsageProblem and ConfigError."""
        self._known(name)
        rest = {known: query for known, query in self._given().items() if known != name}
        self._write(rest, lambda table: table.remove(name))

    def rename(self, before: str, after: str) -> None:
        """Gives a view another name. Raises UsageProblem and ConfigError."""
        self._known(before)
        self._free(after)
        renamed = {after if name == before else name: query for name, query in self._given().items()}
        self._write(renamed, partial(viewsfile.rename, before=before, after=after))

    def _known(self, name: str) -> None:
        """One that cannot be used may be removed and renamed, too."""
        if name not in self._given():
            self.query(name)

    def _free(self, name: str) -> None:
        if problem := _wrong_name(name):
            raise UsageProblem(f"A view cannot be called “{name}”", problem)
        if name in self._given():
            raise UsageProblem(f"There is a view “{name}” already", "Choose another name, or: hrd views remove NAME")

    def _write(self, views: dict[str, str], alter: "Callable[[Table], object]") -> None:
        if problem := self._live.problem:
            raise problem
        viewsfile.write(self._live.file, views, alter)

    def _given(self) -> Mapping[str, str]:
        return self._live.read().views

    def _check(self) -> "_Checked":
        given, checked = self._given(), self._checked
        if checked is None or checked.given is not given:
            self._checked = checked = _Checked(
                given, *usable(given, self._now(), self._index.country, self._live.read().lines)
            )
        return checked


class _Checked(NamedTuple):
    """The saved queries of a configuration: all, those that can be used, and what is wrong with the others."""

    given: Mapping[str, str]
    good: dict[str, str]
    wrong: list[str]


def usable(
    queries: Mapping[str, str], now: datetime, country: Callable[[str], str], lines: Mapping[str, int] = _UNKNOWN
) -> tuple[dict[str, str], list[str]]:
    """The saved queries that can be used, and a sentence for each that cannot; `country` gives a country's code.

    `lines` are those of the file by "views.name".
    """
    good: dict[str, str] = {}
    wrong: list[str] = []
    for name, query in queries.items():
        at = f"line {lines[f'views.{name}']}: " if f"views.{name}" in lines else ""
        if problem := _wrong_name(name):
            wrong.append(f"{at}the view “{name}”: {problem}")
            continue
        try:
            Selection(Index(country)).matching(query, now)
        except UsageProblem as error:
            wrong.append(f"{at}the view “{name}”: {error.title}\n{error.detail}")
        else:
            good[name] = query
    return good, wrong


def _wrong_name(name: str) -> str:
    if not name or not name.isprintable() or name != name.strip() or len(name) > LONGEST_NAME or ":" in name:
        return f"a name has at most {LONGEST_NAME} letters, and no colon"
    return "that is a view of the desk" if name.lower() in PLAIN_VIEWS else ""


def _before(view: View) -> str:
    """The query that finds what a view of the desk holds."""
    from hrd_tui.text.query_nodes import written

    match view.kind:
        case "all":
            return ""
        case "today":
            return "arrived:24h"
        case "deadlines":
            return "deadline:any"
        case "tag" | "folder" | "feed":
            return f"{view.kind}:{written(fold(view.name))}"
    return f"is:{view.kind}"
