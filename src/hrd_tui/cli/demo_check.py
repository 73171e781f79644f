"""`hrd demo --check`: a morning's work on the demo's newsroom, a line for each step, and whether it went well."""

from typing import TYPE_CHECKING

from hrd_tui.cli import output
from hrd_tui.model import State, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrd_tui.copydesk.draft import Draft
    from hrd_tui.demo.server import DemoServer
    from hrd_tui.desk.covered import Earlier
    from hrd_tui.desk.desk import Desk
    from hrd_tui.desk.stories import Story

LEAST_ITEMS = 150
LEAST_POSTS = 25
LEAST_SOURCES = 3
"""The demo's newsroom has at least so many items, earlier posts, and sources of the story that most tell."""
TOLD_BY = 3
"""Sources of a story that one draft is composed of."""
SPIKED = 20
_PLAIN = ("text", "softbreak", "hardbreak", "link_open", "link_close")
REMARK = "The accounts differ on the day, and none of them could be verified."


def check(desk: "Desk", server: "DemoServer") -> bool:
    """Works through the newsroom and says what came of each step; whether all of it did. Raises HrdError."""
    found = [_sync(desk), _archive(desk, server.blog.title), _signals(desk), _deadline(desk)]
    story = _story(desk)
    earlier = _covered(desk, story) if story else None
    done = [_triage(desk, server.article_page), bool(story and earlier and _draft(desk, story, earlier))]
    well = all((*found, *done))
    output.line("all well" if well else "something is wrong: the figures above are not those of the demo")
    return well


def _sync(desk: "Desk") -> bool:
    report = desk.syncing.run()
    _say("sync", f"{len(report.results)} feeds, {report.new} items in {report.seconds:.1f} s")
    for result in report.results:
        if result.status in ("failed", "partial"):
            _say("", f"{result.status}: {result.title}: {result.message}")
    again = desk.syncing.run()
    _say("again", f"{again.new} new, {again.updated} changed")
    return report.new >= LEAST_ITEMS and report.failed < len(report.results)


def _archive(desk: "Desk", blog: str) -> bool:
    posts = desk.store.posts.values()
    since = min((post.get("date", "") for post in posts), default="")
    _say("archive", f"{len(posts)} earlier posts of “{blog}” since {since}")
    return len(posts) >= LEAST_POSTS


def _signals(desk: "Desk") -> bool:
    found = desk.store.signals.values()
    counts = {
        "a kind": sum("kind" in doc for doc in found),
        "a country": sum("subject" in doc for doc in found),
        "people": sum("people" in doc for doc in found),
    }
    told = ", ".join(f"{count} with {name}" for name, count in counts.items())
    _say("signals", f"{len(found)} items read: {told}")
    for problem in desk.lists.problems:
        _say("", problem)
    return not desk.signals.behind() and not desk.lists.problems and all(counts.values())


def _story(desk: "Desk") -> "Story | None":
    """The story that most sources tell, where these are some."""
    from hrd_tui.desk.stories import COPY, ECHO

    stories = desk.stories.list()
    roles = [member.role for story in stories for member in story.members]
    repeated = f"{roles.count(COPY)} items only repeat others, {roles.count(ECHO)} the editor’s own text"
    _say("stories", f"{len(stories)} events are told by several items; {repeated}")
    most = max(stories, key=lambda story: (len(story.sources), story.id), default=None)
    if most is None or len(most.sources) < LEAST_SOURCES:
        return None
    _say("", f"“{desk.item(most.lead).title}” has {len(most.sources)} sources: {', '.join(most.sources)}")
    return most


def _deadline(desk: "Desk") -> bool:
    deadlines = desk.deadlines.list()
    if deadlines:
        first = deadlines[0]
        _say("deadlines", f"{len(deadlines)} lie ahead; {first.word}: “{first.title}”")
    return bool(deadlines)


def _covered(desk: "Desk", story: "Story") -> "Earlier | None":
    for id in (story.lead, *story.items):
        for earlier in desk.covered.nearest(id):
            _say("covered", f"“{earlier.title}” on {earlier.date} ({earlier.why})")
            return earlier
    return None


def _triage(desk: "Desk", address: str) -> bool:
    from hrd_tui.desk.arrivals import add_page, paste

    page = add_page(desk, address, allow_private=True)
    paste(desk, "A statement that came by post.\n\nIt stands in no feed.")
    _say("by hand", f"the page “{desk.item(page).title}” and a pasted text")
    waiting = desk.select(View("inbox"))
    if len(waiting) <= SPIKED:
        return False
    first, second, third, fourth, *rest = waiting
    decided = (
        desk.decisions.toggle([first], State.FOLLOW_UP),
        desk.decisions.tag([first, second], ["court"]),
        desk.decisions.note([first], "Ask for the verdict."),
        desk.decisions.set_state([second, third, fourth], State.SELECTED),
        desk.decisions.set_state(rest[:SPIKED], State.SPIKED),
        desk.decisions.undo(),
    )
    for outcome in decided:
        _say("triage", outcome.label)
    return not desk.select(View("spiked")) and len(desk.selected()) == 3


def _draft(desk: "Desk", story: "Story", earlier: "Earlier") -> bool:
    """Composes, edits, checks, exports and reads back a post of the first who tell the story."""
    from hrd_tui.copydesk import edit
    from hrd_tui.desk.stories import SOURCE

    ids = [member.id for member in story.members if member.role == SOURCE][:TOLD_BY]
    id = desk.drafts.compose(ids)
    draft = desk.drafts.get(id)
    draft = edit.cut(draft, len(draft.body) // 2)
    draft = edit.see_also(edit.remark(draft, REMARK), earlier.url)
    desk.drafts.put(id, draft)
    _say("draft", f"“{draft.title}” of {len(ids)} items: {len(draft.body)} parts, a cut, a remark, a see-also")
    remarks = desk.drafts.check(id)
    _say("checklist", f"{len(remarks)} things to look at" + (f"; first: {remarks[0].text}" if remarks else ""))
    post = desk.drafts.export(id)
    text = post.path.read_text("utf-8")
    _say("export", f"{post.path.name}, {len(post.items)} items, {text.count(chr(10))} lines")
    other = unlike(draft, text)
    shown = "every part, no markup of a feed" if not other else f"not as it was drafted: {other[0]}"
    _say("read back", f"by a CommonMark parser: {shown}")
    return not other and len(desk.select(View("drafted"))) == len(ids)


def unlike(draft: "Draft", text: str) -> "Sequence[str]":
    """What a CommonMark parser sees otherwise than the draft has it: words and sources left out, cut words, markup."""
    from markdown_it import MarkdownIt

    from hrd_tui.copydesk.shown import parts

    tokens = MarkdownIt("commonmark").parse(text.partition("\n---\n")[2])
    inline = [token.children or [] for token in tokens if token.type == "inline"]
    seen = {_flat("".join(" " if "break" in child.type else child.content for child in line)) for line in inline}
    links = {child.attrs.get("href") for line in inline for child in line if child.type == "link_open"}
    wanted = [part.block.text for part in parts(draft) if part.block.text and not part.block.rows]
    return [
        *(words for words in wanted if _flat(words) not in seen),
        *(part.block.text for part in draft.body if part.cut and _flat(part.block.text) in seen),
        *(source.url for source in draft.sources if source.url not in links),
        *(token.content for token in tokens if token.type == "html_block"),
        *(child.content or child.type for line in inline for child in line if child.type not in _PLAIN),
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _say(step: str, words: str) -> None:
    output.columns([step, words], [9])
