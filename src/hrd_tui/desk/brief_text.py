"""The morning brief as text for a terminal or a mail, and as markdown."""

from collections.abc import Iterator

from hrd_tui.copydesk.escape import autolink, escape
from hrd_tui.desk.brief import Brief, Headline
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import day, iso
from hrd_tui.text.urls import safe, untracked


def heading(brief: Brief) -> str:
    """The day of the brief, in words."""
    return f"Morning brief, {day(brief.moment.astimezone())}"


def text(brief: Brief) -> str:
    """The brief as plain lines."""
    lines = [heading(brief), ""]
    for title, entries in _sections(brief):
        lines.append(title)
        for words, url in entries:
            lines.append(f"  - {clean(words, line=True)}")
            lines += [f"    {url}"] if url else []
        lines.append("")
    return "\n".join(lines)


def markdown(brief: Brief) -> str:
    """The brief as CommonMark; whatever feeds say in it is shown as they say it."""
    lines = [f"# {escape(heading(brief))}", ""]
    for title, entries in _sections(brief):
        lines += [f"## {escape(title)}", ""]
        for words, url in entries:
            link = f" {autolink(url)}" if url else ""
            lines.append(f"- {escape(clean(words, line=True))}{link}")
        lines.append("")
    return "\n".join(lines)


def _sections(brief: Brief) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Headings with their entries: words and an address; without entries a section says that there is nothing."""
    since = iso(brief.since)[:16].replace("T", " ")
    stories = [(_headline(one), _address(one.url)) for one in brief.stories]
    stories += [(f"and {brief.more} more", "")] if brief.more else []
    due = [
        (f"{one.day.isoformat()}, {one.word}: {one.title}{f' ({one.reason})' if one.reason else ''}", _address(one.url))
        for one in brief.due
    ]
    deadlines = []
    for one in brief.deadlines:
        time = f" {' '.join(part for part in (one.at, one.zone) if part)}" if one.at else ""
        sure = ", confirmed" if one.confirmed else "" if one.sure else ", worked out"
        deadlines.append((f"{one.day.isoformat()}{time}, {one.word}{sure}: {one.title}", _address(one.url)))
    silent = [(f"{one.title}: {one.why}", "") for one in brief.silent]
    for title, entries in (
        (f"New stories since {since} UTC", stories),
        ("Follow-ups due", due),
        ("Deadlines of the week", deadlines),
        ("Silent feeds", silent),
    ):
        yield title, entries or [("none", "")]


def _address(url: str) -> str:
    return untracked(safe(url))


def _headline(one: Headline) -> str:
    parts = [", ".join(one.countries), one.kind, ", ".join(one.people)]
    about = " · ".join(part for part in parts if part)
    sources = f"{len(one.sources)} sources: {', '.join(one.sources)}" if len(one.sources) > 1 else "".join(one.sources)
    cautions = "".join(f" — caution: {caution}" for caution in one.cautions)
    return f"{one.title} ({sources}{'; ' + about if about else ''}){cautions}"
