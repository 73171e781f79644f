"""The text of a post as WordPress keeps it, made into the HTML that it shows."""

import re

# The block editor writes signs such as < and > in its comments as \u003c and \u003e.
_BLOCK_COMMENT = re.compile(r"<!--\s*+/?(?:wp:|more|nextpage)[^<>]*+>")
# Names from WordPress and WordPress.com; other brackets, such as “[see also: …]”, are text.
_EMBED = re.compile(r"\[embed[^\[\]]{0,500}+\]([^\[\]\n]{0,2000}+)\[/embed\]", re.IGNORECASE)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|wp_caption|gallery|playlist|audio|video|wpvideo|youtube|vimeo|dailymotion|ted|tweet|scribd|"
    r"slideshare|googlemaps|polldaddy|contact-form|contact-field|subscribe2|archives|sitemap)(?=[\s\]=])[^\[\]\n]{0,2000}+\]",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"\s*</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|"
    r"header|hr|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_BESIDE_BLOCK = re.compile(
    r"(</?(?:blockquote|div|dl|figure|h[1-6]|hr|li|ol|p|section|table|tbody|td|th|tr|ul)\b[^<>]*+>)", re.IGNORECASE
)


def html(source: str) -> str:
    """HTML of a post's source: empty lines part paragraphs and line ends are breaks, as wpautop does it
    (developer.wordpress.org/reference/functions/wpautop); comments of the block editor and known shortcodes go.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    blocks = "<!-- wp:" in source
    source = _BLOCK_COMMENT.sub("\n\n" if blocks else "", source)
    source = _SHORTCODE.sub("", _EMBED.sub(r"\1", source))
    if blocks:
        return source.strip()
    parts = (part.strip() for part in _GAP.split(source))
    return "\n".join(_paragraph(part) for part in parts if part)


def _paragraph(part: str) -> str:
    if not _BESIDE_BLOCK.search(part):
        return f"<p>{part.replace(chr(10), '<br>')}</p>"
    pieces = _BESIDE_BLOCK.split(part)
    # Within a paragraph or entry a line end is a break; between blocks it is nothing.
    return "".join(
        piece if number % 2 else piece.strip("\n").replace("\n", "<br>") for number, piece in enumerate(pieces)
    )
