"""The editor's lists: plain files in the configuration folder that the signals read by."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from hrd_tui.errors import ConfigError
from hrd_tui.text.fold import fold

if TYPE_CHECKING:
    from hrd_tui.copydesk.terms import Terms
    from hrd_tui.signals.gazetteer import Gazetteer
    from hrd_tui.signals.names import Names

PEOPLE = "people.txt"
ORGANISATIONS = "organisations.txt"
PLACES = "places.toml"
FILES = (PEOPLE, ORGANISATIONS, PLACES, "terms.toml")
"""The files of lists that the configuration folder may hold."""


class Lists:
    """The lists of one desk, as they were when first asked for; a missing file means the shipped list alone.

    What cannot be used stands in `problems`; the shipped lists hold without it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unread: list[str] = []

    @cached_property
    def names(self) -> "Names":
        """People and organisations: the shipped lists with people.txt and organisations.txt over them."""
        from hrd_tui.signals.names import Names

        return Names.with_own(self._files[PEOPLE], self._files[ORGANISATIONS])

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        """The places: the shipped list with places.toml over it."""
        from hrd_tui.signals.gazetteer import Gazetteer, shipped

        if not self._files[PLACES].strip():
            return shipped()
        try:
            return Gazetteer.with_own(self._files[PLACES])
        except ConfigError as error:
            self._unread.append(f"{self._folder / PLACES}: {error.title}. {error.detail}")
            return shipped()

    @cached_property
    def terms(self) -> "Terms":
        """The map from signals to the blog's categories and tags."""
        from hrd_tui.copydesk import terms

        return terms.load(self._folder)

    @cached_property
    def version(self) -> str:
        """Another text for other lists of people, organisations or places."""
        own = "\0".join(self._files[name] for name in (PEOPLE, ORGANISATIONS, PLACES))
        return f"{crc32(own.encode()):x}" if own.strip("\0") else ""

    @property
    def problems(self) -> tuple[str, ...]:
        """What cannot be used, a sentence each."""
        lines = [
            f"{self._folder / name}, line {bad.line}: {bad.detail}: “{bad.text}”"
            for name, listed in ((PEOPLE, self.names.people_list), (ORGANISATIONS, self.names.organisations_list))
            for bad in listed.problems
        ]
        self.gazetteer.codes  # noqa: B018  reading it may find a problem
        return (*self._unread, *lines, *self.terms.problems)

    def code(self, country: str) -> str:
        """The ISO 3166-1 alpha-2 code of a country by its code or a name of it; empty for no country."""
        return self.gazetteer.code(country)

    def country(self, code: str) -> str:
        """The English name of a country; the code itself where it is not known."""
        return self.gazetteer.name(code)

    def countries(self) -> list[str]:
        """The English names of all countries, in alphabetical order."""
        return sorted(map(self.country, self.gazetteer.codes))

    def places(self) -> frozenset[str]:
        """What countries and those who live there are called in one word."""
        return self.gazetteer.words()

    def canonical(self, name: str) -> str:
        """A person's or organisation's name as the lists write it, else as given."""
        return self.names.canonical(name)

    def aliases(self, name: str) -> tuple[str, ...]:
        """The spellings that the lists have of a name, the one to be used first."""
        entries = (*self.names.people_list.entries, *self.names.organisations_list.entries)
        wanted = fold(name)
        return next((tuple(form.text for form in entry.forms) for entry in entries if fold(entry.name) == wanted), ())

    def called(self, part: str) -> frozenset[str]:
        """The names of all people and organisations of whom a part of any spelling is this."""
        from hrd_tui.signals.spelling import has

        entries = (*self.names.people_list.entries, *self.names.organisations_list.entries)
        return frozenset(entry.name for entry in entries if any(has(form.text, part) for form in entry.forms))

    def own(self, file: str) -> tuple[str, ...]:
        """Every spelling in the editor's own list of people or organisations, PEOPLE or ORGANISATIONS."""
        from hrd_tui.signals import watchlist

        return tuple(form.text for entry in watchlist.read(self._files[file]).entries for form in entry.forms)

    def spellings(self, country: str) -> tuple[str, ...]:
        """What a country and those who live there are called; nothing where it is not known."""
        return self.gazetteer.spellings(self.code(country))

    def kind_name(self, kind: str) -> str:
        """A kind in words for a person; empty for none."""
        from hrd_tui.signals.kind import KINDS

        return KINDS.get(kind, kind)

    @cached_property
    def _files(self) -> dict[str, str]:
        return {name: self._text(self._folder / name) for name in (PEOPLE, ORGANISATIONS, PLACES)}

    def _text(self, file: Path) -> str:
        try:
            return file.read_text("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            self._unread.append(f"{file} cannot be read: {error}")
            return ""
