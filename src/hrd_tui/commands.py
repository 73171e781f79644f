"""The one table of commands: keys, hint bar, palette, help, docs and the keymap check all read it."""

from collections.abc import Mapping
from dataclasses import dataclass

DESK = "desk"
DRAFT = "draft"
ROOMS: Mapping[str, str] = {DESK: "On the desk", DRAFT: "In a draft"}
"""The rooms and how they are told. A key may mean one thing in each; the room is that of the screen on top."""

GLOBAL = "anywhere"
LISTS = "lists"
ITEMS = "items"
ARTICLE = "article"
FEEDS = "feeds"
_ROOMS_OF: Mapping[str, tuple[str, ...]] = {GLOBAL: (DESK, DRAFT), LISTS: (DESK, DRAFT), DRAFT: (DRAFT,)}


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `id` is the name that keymaps and the palette use, `label` the word in the hint bar,
    `keys` its default keys in Textual's spelling (a sequence has blanks between its keys: "g g"), `scope` where it
    works (GLOBAL and LISTS in every room, DRAFT in a draft, DESK and the others on the desk), `group` its heading in
    the help, and `hint` its place in the hint bar (0: not shown there).
    """

    id: str
    label: str
    help: str
    keys: tuple[str, ...]
    scope: str
    group: str
    hint: int = 0

    @property
    def rooms(self) -> tuple[str, ...]:
        """Where it works."""
        return _ROOMS_OF.get(self.scope, (DESK,))


def _c(id: str, label: str, keys: str, help: str, scope: str, group: str, hint: int = 0) -> Command:
    """A command whose keys are parted by commas."""
    return Command(id, label, help, tuple(key.strip() for key in keys.split(",") if key.strip()), scope, group, hint)


TABLE: tuple[Command, ...] = (
    _c("follow-up", "follow-up", "f", "Keep the item for follow-up, or put it back in the inbox.", ITEMS, "Decide", 1),
    _c("select", "select", "x", "Select the item for the blog, or put it back in the inbox.", ITEMS, "Decide", 2),
    _c("tag", "tag", "t", "Add tags to the item; known tags are offered.", ITEMS, "Decide", 3),
    _c("spike", "spike", "d", "Drop the item from the inbox, or bring it back.", ITEMS, "Decide", 4),
    _c("note", "note", "m", "Write a note on the item; it never leaves the desk.", ITEMS, "Decide", 5),
    _c("edit-note", "edit note", "E", "Write the note in your editor.", ITEMS, "Decide"),
    _c("story", "story", "s", "Open the story of the row into its items, or close it.", ITEMS, "Stories", 4),
    _c("undo", "undo", "z, ctrl+z", "Take the last decision, or change of a draft, back.", GLOBAL, "Decide", 6),
    _c("undo-rules", "undo rules", "", "Take back what rules did last with what arrived.", DESK, "Decide"),
    _c("redo", "redo", "Z", "Do again what was just taken back.", GLOBAL, "Decide"),
    _c("repeat", "repeat", "full_stop", "Decide the same as last: same tags, same day, same story.", ITEMS, "Decide"),
    _c("visual", "mark rows", "v", "Mark rows from here to the cursor; again: keep these marks.", ITEMS, "Mark"),
    _c("mark-above", "mark above", "a k", "Mark all rows down to this one.", ITEMS, "Mark"),
    _c("mark-below", "mark below", "a j", "Mark all rows from this one on.", ITEMS, "Mark"),
    _c("mark-view", "mark all", "a a", "Mark all that is listed.", DESK, "Mark"),
    _c("mark-feed", "mark feed", "a f", "Mark what is listed of this item's feed.", ITEMS, "Mark"),
    _c("mark-matching", "mark matching", "a m", "Mark what matches a query.", DESK, "Mark"),
    _c("untag", "untag", "T", "Take tags off the item.", ITEMS, "Decide"),
    _c("mark-read", "read", "r", "Mark the item read.", ITEMS, "Decide"),
    _c("mark-unread", "unread", "u", "Mark the item unread.", ITEMS, "Decide"),
    _c("toggle-read", "read or not", "", "Mark the item read, or unread where it is read.", ITEMS, "Decide"),
    _c("follow-up-on", "follow up on", "F", "Follow the item up on a day: 7d, tomorrow, 2026-12-01.", ITEMS, "Decide"),
    _c("stories", "stories", "V", "List items by stories, or each by itself.", DESK, "Stories"),
    _c("merge", "merge", "M", "Make one story of this one and another.", ITEMS, "Stories"),
    _c("split", "split", "X", "Take the item out of its story.", ITEMS, "Stories"),
    _c("why", "why", "w", "Show every finding about the item with its reason; change what is wrong.", ITEMS, "Signals"),
    _c("confirm", "confirm", "D", "Say that the item's deadline is right.", ITEMS, "Signals"),
    _c("cite", "cite earlier", "C", "Put the nearest earlier post into the draft: [see also: …].", ITEMS, "Publish"),
    _c("statistics", "statistics", "S", "What was covered against what came in; silent feeds.", DESK, "Signals"),
    _c("read-on", "read on", "space", "Scroll the article; at its end go to the next unread item.", DESK, "Read", 7),
    _c("next-unread", "next unread", "n", "Go to the next unread item.", DESK, "Read"),
    _c("previous-unread", "previous unread", "N", "Go to the previous unread item.", DESK, "Read"),
    _c("open-browser", "browser", "o", "Open the item's address in the browser.", ITEMS, "Read"),
    _c("copy-address", "copy", "y", "Copy the item's address to the clipboard.", ITEMS, "Read"),
    _c("open-background", "open behind", "O", "Open the address behind the terminal and go on.", ITEMS, "Read"),
    _c("copy-link", "copy link", "Y", "Copy the item as a link in markdown.", ITEMS, "Read"),
    _c("copy-citation", "copy citation", "g y", "Copy the item as a citation.", ITEMS, "Read"),
    _c("pipe", "pipe", "vertical_line", "Give the article to a command of the configuration.", ITEMS, "Read"),
    _c("hints", "links", "semicolon", "Letters over the links in sight open them; twice: list all.", ITEMS, "Read"),
    _c("images", "images", "i", "Show the images of the article, after asking who may learn of it.", ITEMS, "Read"),
    _c("link", "link", "", "Open a link of the article by its number.", ITEMS, "Read"),
    _c("drafted", "drafted", "", "Mark the item as drafted, or put it back in the inbox.", ITEMS, "Decide"),
    _c("posted", "posted", "", "Mark the item as posted, or put it back in the inbox.", ITEMS, "Decide"),
    _c("quote", "quote", "Q", "Choose a passage of the article and keep it word for word.", ITEMS, "Decide"),
    _c("log", "log", "L, g l", "List what was decided when; Enter goes to the items of a step.", DESK, "Decide"),
    _c("manage-tags", "manage tags", "", "List the tags; rename, merge and colour them.", DESK, "Decide"),
    _c("find", "find", "slash", "Search the full text of everything kept, by words and fields.", DESK, "Find", 8),
    _c("filter", "filter", "equals_sign", "Show only what matches in this view: (a or b) -c newer:3d.", DESK, "Find"),
    _c("order", "turn order", "g o", "Turn a search between newest first and best first.", DESK, "Find"),
    _c("find-here", "in article", "ctrl+f", "Search in the article; n and N go on.", DESK, "Find"),
    _c("next-hit", "next hit", "f3", "Go to the next hit in the article.", DESK, "Find"),
    _c("previous-hit", "previous hit", "shift+f3", "Go to the previous hit in the article.", DESK, "Find"),
    _c("keep-view", "keep view", "B", "Keep the query that the list is narrowed to as a view.", DESK, "Find"),
    _c("clear", "back", "escape", "Close what is open: a search, a filter, the article, a draft.", GLOBAL, "Find"),
    _c("renew", "renew", "", "Take in what waits; what was decided leaves the list.", DESK, "Find"),
    _c("export", "export", "e", "Write the selected items, or this one, as posts in markdown.", DESK, "Publish", 9),
    _c("compose", "draft", "c", "Compose a draft from the selected items, or from this one.", DESK, "Publish", 9),
    _c("drafts", "drafts", "p", "List the drafts in the making, to go on with one.", DESK, "Publish"),
    _c("sync", "sync", "R", "Pull all feeds beside the work on the screen.", DESK, "Feeds"),
    _c("sync-feed", "sync feed", "", "Pull the feed of this item or view.", DESK, "Feeds"),
    _c("feed-health", "feed health", "exclamation_mark", "Show how each feed is doing, in words.", DESK, "Feeds"),
    _c("add-feed", "add feed", "A", "Subscribe to a feed, or to the feed of a site.", DESK, "Feeds"),
    _c("add-page", "add page", "P", "Take a page that is in no feed onto the desk.", DESK, "Feeds"),
    _c("cut", "cut/take", "x", "Leave the block out of the post, or take it back.", DRAFT, "Blocks", 1),
    _c("edit", "edit", "e, enter", "Edit the block under the cursor in your editor.", DRAFT, "Blocks", 2),
    _c("edit-all", "edit all", "E", "Edit the whole draft as one text in your editor.", DRAFT, "Blocks"),
    _c("move-down", "move down", "J, shift+down", "Move the block down.", DRAFT, "Blocks"),
    _c("move-up", "move up", "K, shift+up", "Move the block up.", DRAFT, "Blocks"),
    _c("remark", "remark", "m", "Write a remark of your own below the block.", DRAFT, "Blocks", 3),
    _c("remark-above", "remark above", "M", "Write a remark of your own above the block.", DRAFT, "Blocks"),
    _c("see-also", "see also", "s", "Refer to an earlier post or a page below the block.", DRAFT, "Blocks", 4),
    _c("remove", "remove", "X, delete", "Take your own words out; a source's words are cut.", DRAFT, "Blocks"),
    _c("place-source", "place source", "p", "Put a source's address below the words it supports.", DRAFT, "Blocks"),
    _c("signatories", "signatories", "S", "List those who signed, or tell only their number.", DRAFT, "Blocks"),
    _c("headline", "headline", "H", "Give the post another headline.", DRAFT, "Post"),
    _c("lead", "lead", "L", "Write the sentence that opens the post.", DRAFT, "Post"),
    _c("categories", "categories", "c", "Choose the categories of the post.", DRAFT, "Post"),
    _c("tags", "tags", "t", "Choose the tags of the post.", DRAFT, "Post"),
    _c("kind", "kind", "i", "Say of which kind the post is.", DRAFT, "Post"),
    _c("deadline", "deadline", "D", "Set the deadline of the post, confirm it, or take it out.", DRAFT, "Post"),
    _c("kept-copy", "kept copy", "W", "Name the web archive's copy behind a source.", DRAFT, "Post"),
    _c("checklist", "check", "exclamation_mark", "List what to look at before it goes out.", DRAFT, "Post", 5),
    _c("preview", "page/markdown", "v", "Show the post as a page, or the file's text.", DRAFT, "Preview", 7),
    _c("front-matter", "front matter", "f", "Fold the front matter away, or show it.", DRAFT, "Preview"),
    _c("scroll", "scroll", "space", "Scroll the preview down a page.", DRAFT, "Preview"),
    _c("scroll-back", "scroll back", "backspace", "Scroll the preview up a page.", DRAFT, "Preview"),
    _c("write", "write", "w", "Write the post to its file.", DRAFT, "Publish", 8),
    _c("send", "send", "P", "Send the draft to WordPress; it stays a draft there.", DRAFT, "Publish"),
    _c("copy-post", "copy post", "y", "Copy the post as plain markdown.", DRAFT, "Publish"),
    _c("blocks-pane", "blocks", "h, left, 1", "Go to the blocks.", DRAFT, "Move"),
    _c("preview-pane", "read post", "l, right, 2", "Go to the preview.", DRAFT, "Move"),
    _c("leave-draft", "desk", "q", "Go back to the desk; everything is saved already.", DRAFT, "Program", 9),
    _c("down", "down", "j, down", "Go down.", LISTS, "Move"),
    _c("up", "up", "k, up", "Go up.", LISTS, "Move"),
    _c("left", "left pane", "h, left", "Go to the pane on the left.", DESK, "Move"),
    _c("right", "right pane", "l, right, enter", "Go to the pane on the right; open the item.", DESK, "Move"),
    _c("next-pane", "next pane", "tab", "Go to the next pane.", GLOBAL, "Move"),
    _c("previous-pane", "previous pane", "shift+tab", "Go to the previous pane.", GLOBAL, "Move"),
    _c("jump", "jump", "comma", "Letters over rows, panes and links in sight go there.", DESK, "Move"),
    _c("pane-feeds", "feeds", "alt+1", "Go to the feeds.", DESK, "Move"),
    _c("pane-items", "items", "alt+2", "Go to the items.", DESK, "Move"),
    _c("pane-article", "article", "alt+3", "Go to the article.", DESK, "Move"),
    _c("top", "top", "g g, home", "Go to the first row, or to that of a number; shows new items.", LISTS, "Move"),
    _c("bottom", "bottom", "G, end", "Go to the last row, or to that of a number: 12 G.", LISTS, "Move"),
    _c("go-inbox", "go to inbox", "g i", "Go to the Inbox.", DESK, "Go"),
    _c("go-today", "go to today", "g t", "Go to what arrived in the last 24 hours.", DESK, "Go"),
    _c("go-follow-up", "go to follow-up", "g f", "Go to what is to be followed up.", DESK, "Go"),
    _c("go-selected", "go to selected", "g s", "Go to what is selected for the blog.", DESK, "Go"),
    _c("go-deadlines", "go to deadlines", "g d", "Go to the deadlines ahead.", DESK, "Go"),
    _c("go-all", "go to all", "g a", "Go to all items of the desk.", DESK, "Go"),
    _c("page-down", "page down", "pagedown", "Go down a page.", LISTS, "Move"),
    _c("page-up", "page up", "pageup, ctrl+b, b", "Go up a page.", LISTS, "Move"),
    _c("half-page-down", "half down", "", "Go down half a page.", DESK, "Move"),
    _c("half-page-up", "half up", "", "Go up half a page.", DESK, "Move"),
    _c("record", "record", "ampersand", "Record a macro under a letter, or end that.", GLOBAL, "Program"),
    _c("play", "play", "at", "Play the macro of a letter; @ again plays the last one.", GLOBAL, "Program"),
    _c("zen", "zen", "W", "Show nothing but the article; again: all panes.", DESK, "Program"),
    _c("rows", "rows", "", "Give each item of the list one line, or two; until you leave.", DESK, "Program"),
    _c("next-theme", "next theme", "ctrl+t", "Put on the next theme, until you leave.", GLOBAL, "Program"),
    _c("theme", "theme", "", "Choose a theme by looking at each.", GLOBAL, "Program"),
    _c("help", "keys", "question_mark, f1", "Show every key, searchable.", GLOBAL, "Program", 10),
    _c("tour", "tour", "", "Tell the first five keys once more, each until it was pressed.", DESK, "Program"),
    _c("palette", "palette", "ctrl+p, colon", "Find a command by its name.", GLOBAL, "Program"),
    _c("quit", "quit", "q", "Leave the program; everything is saved already.", DESK, "Program"),
    _c("quit-now", "quit now", "ctrl+q", "Leave the program from anywhere.", GLOBAL, "Program"),
)

WORDS: Mapping[str, str] = {
    "why": "people, persons, countries, organisations, related items, earlier posts, covered before",
    "cite": "related posts, covered before",
}
"""What else finds a command in the palette and the help, by its id."""

BY_ID: Mapping[str, Command] = {command.id: command for command in TABLE}
BY_LABEL: Mapping[str, str] = {command.label: command.id for command in TABLE}


def in_room(room: str) -> tuple[Command, ...]:
    """The commands of a room, in the order of the table."""
    return tuple(command for command in TABLE if room in command.rooms)
