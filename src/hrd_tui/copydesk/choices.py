"""What a field of a draft may hold: kinds, countries and templates that there are."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches

from hrd_tui.copydesk.draft import Draft
from hrd_tui.errors import UsageProblem
from hrd_tui.text.clean import clean


@dataclass(frozen=True, slots=True)
class Choices:
    """`country` gives the newsroom's name of a country by a name or code, "" for none; `templates` are file names."""

    country: Callable[[str], str]
    templates: Collection[str]

    def country_of(self, name: str, draft: Draft) -> str:
        """A country as the newsroom writes it; one that the draft has already stays. Raises UsageProblem."""
        found = name if name in draft.countries else self.country(name)
        if not found:
            raise UsageProblem(f"“{clean(name, line=True)}” is no country", "Names of your own stand in places.toml.")
        return found

    def template(self, name: str) -> str:
        """The name of a template without its ending; empty for an empty one. Raises UsageProblem."""
        stem = clean(name, line=True).removesuffix(".md").removesuffix(".html")
        if stem and f"{stem}.md" not in self.templates:
            raise UsageProblem(
                f"There is no template “{clean(name, line=True)}”", "hrd template list shows which there are."
            )
        return stem


def kind(name: str, present: str = "") -> str:
    """One of KINDS, as its name or its words; an empty one, and the one there is, stay. Raises UsageProblem."""
    from hrd_tui.signals.kind import KINDS

    wanted = clean(name, line=True)
    by_words = {words.lower(): key for key, words in KINDS.items()}
    if not wanted or wanted == present or wanted in KINDS:
        return wanted
    if wanted.lower() in by_words:
        return by_words[wanted.lower()]
    near = get_close_matches(wanted.lower(), KINDS, 3) or list(KINDS)
    raise UsageProblem(f"“{wanted}” is no kind", f"It may be {', '.join(near)}.")
