"""What to look at in a post as its template and its target make it: parts left out, words that WordPress would run."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from hrd_tui.copydesk import html, render
from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.pieces import Markup
from hrd_tui.copydesk.shown import closing
from hrd_tui.copydesk.templates import Templates
from hrd_tui.text.blocks import Block

RUNS = 5
"""Places of a post that one line names before it only counts the rest."""
WORDS = 60
"""Characters of a part that tell which one it is."""

# WordPress's own (https://codex.wordpress.org/Shortcode) and those that WordPress.com and Jetpack add most often.
_SHORTCODES = frozenset(
    "audio caption embed gallery playlist video wp_caption "
    "archives contact-form dailymotion facebook flickr gist googlemaps instagram latex polldaddy recipe scribd sitemap "
    "slideshare slideshow soundcloud spotify ted tweet twitchtv vimeo wpvideo youtube".split()
)
# https://developer.wordpress.org/reference/functions/get_shortcode_regex/: a name, then a blank, "/" or the end.
_BRACKETS = re.compile(r"(?<!\[)\[(?P<name>[A-Za-z_][\w-]*)(?P<more>[\s/][^\[\]]*)?\]")
_VALUE = re.compile(r"\s[\w-]+\s*=")
_PASTED = ("wordpress", "plain")
_TAG = re.compile(r"<[^>]*>")


def remarks(draft: Draft, target: str, templates: Templates) -> list[str]:
    """All that this module finds, in sentences. Raises what rendering raises."""
    found = lost(draft, target, templates)
    stem = templates.stem(draft)
    own = f"{stem}.md"
    if target == "html" and own in templates.names() and (other := templates.stand_in(own)):
        found.append(f"your {own} is for markdown; this is written with the shipped {other}")
    return found + (shortcodes(draft) if target in _PASTED else [])


def lost(draft: Draft, target: str, templates: Templates) -> list[str]:
    """Which parts and closing sources of a draft do not come out of its template, in sentences with their numbers.

    Letters and digits are compared, in the form that the target gives a part by itself; a part without any is not.
    """
    markup = render.markup(target)
    whole = html.page(draft, templates) if target == "html" else render.post(draft, target, templates)
    text = _letters(whole, markup)
    told = [(at, part.block) for at, part in enumerate(draft.body, 1) if not part.cut]
    told = [(at, block) for at, block in told if _written(block, markup)]
    missing = [at for at, block in told if _written(block, markup) not in text]
    name = templates.choose(draft, markup)
    if missing and len(missing) == len(told):
        return [f"the template {name} leaves out the whole text"]
    blocks = dict(told)
    runs = list(_runs([at for at, _ in told], missing))
    found = [f"the template {name} leaves out {_place(run)}: “{_excerpt(blocks[run[0]])}”" for run in runs[:RUNS]]
    if rest := sum(map(len, runs[RUNS:])):
        found.append(f"the template {name} leaves out {rest} more parts")
    sources = (block for block in closing(draft) if _written(block, markup) not in text)
    return found + [f"the template {name} leaves out the source {block.text}" for block in sources]


def shortcodes(draft: Draft) -> list[str]:
    """Which words WordPress would run as a shortcode when the markdown is pasted there, in sentences.

    No markup keeps them words: its editor takes a backslash off, and looks for shortcodes afterwards. HTML has
    references for the brackets.
    """
    return [
        f"part {at}: WordPress would run “{passage}” where this is pasted; as html or sent it stays words"
        for at, part in enumerate(draft.body, 1)
        if not part.cut
        for passage in _run_by_wordpress(part.block.text)
    ]


def _run_by_wordpress(text: str) -> Iterator[str]:
    for match in _BRACKETS.finditer(text):
        name, more = match["name"], match["more"] or ""
        if name in _SHORTCODES or _VALUE.search(more) or f"[/{name}]" in text:
            yield match[0]


def _written(block: Block, markup: Markup) -> str:
    return _letters(markup.blocks([block], 2), markup)


def _letters(text: str, markup: Markup) -> str:
    bare = _TAG.sub("", text) if markup.suffix == "html" else text
    return "".join(filter(str.isalnum, unescape(bare))).casefold()


def _runs(all_places: Sequence[int], missing: Sequence[int]) -> Iterator[list[int]]:
    """The missing places, those that follow each other in the post together."""
    wanted, run = set(missing), list[int]()
    for place in all_places:
        if place in wanted:
            run.append(place)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _place(run: Sequence[int]) -> str:
    return f"part {run[0]}" if len(run) == 1 else f"parts {run[0]}-{run[-1]}"


def _excerpt(block: Block) -> str:
    words = " ".join(block.text.split())
    return words if len(words) <= WORDS else f"{words[: WORDS - 1].rstrip()}…"
