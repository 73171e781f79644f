"""The editor's lists: plain files in the configuration folder that the signals read by."""

from pathlib import Path


class Lists:
    """The lists of one desk, read when first asked for: people.txt, organisations.txt, places.toml."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def code(self, country: str) -> str:
        """The ISO 3166-1 alpha-2 code of a country by its code or a name of it; empty for no country."""
        from hrd_tui.signals import places

        return places.code(country)

    def canonical(self, name: str) -> str:
        """A person's or organisation's name as the lists write it, else as given."""
        return name
