"""Feeds by number: the same numbers give the same stories on every machine, in words of our own."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random
from xml.sax.saxutils import escape, quoteattr

START = datetime(2026, 1, 1, 6, 0, tzinfo=UTC)
BETWEEN = timedelta(hours=6)
BODY_BYTES = 2000
"""About as long as the median body of real feeds that carry whole posts."""

_WHO = (
    "The bar association", "A group of relatives", "The ombudsperson", "A local radio station", "The fishers’ union",
    "An open letter by 40 poets", "The court of appeal", "A student council", "The harbour authority",
    "An observer mission", "The ministry of justice", "A coalition of village schools", "The city archive",
    "A network of interpreters", "The committee on enforced disappearances", "A former prison doctor",
)  # fmt: skip
_DID = (
    "asked for the release of", "published the names of", "visited", "lost contact with", "filed a complaint for",
    "called for a lawyer for", "counted again", "renewed its appeal for", "marched with", "heard the testimony of",
    "postponed the hearing of", "opened a shelter for", "withdrew the charges against", "sent a delegation to",
)  # fmt: skip
_WHOM = (
    "eleven detained reporters", "the families of the missing", "two land defenders", "a teacher on hunger strike",
    "the crew of the ferry", "conscientious objectors", "the women of the river camp", "a union leader in exile",
    "the editors of a banned weekly", "forty evicted households", "an imprisoned translator", "the night shift",
)  # fmt: skip
_WHERE = (
    "in the port of Selva", "outside the old barracks", "on the northern border", "near the salt works",
    "in three provinces", "at the regional court", "in the valley of Arun", "on the second day of the trial",
    "after the curfew", "despite a ban on assembly", "for the first time since spring", "behind closed doors",
)  # fmt: skip
_ES = (
    "La defensora pidió que se investigue la desaparición de tres pescadores.", "El tribunal aplazó la audiencia.",
    "Las familias siguen sin noticias, dijo la abogada.", "Una caravana recorrió la región en señal de protesta.",
    "El informe enumera las agresiones contra periodistas.", "Nadie fue acusado por el desalojo, según los vecinos.",
)  # fmt: skip
_SYLLABLES = "ka lo mi ra te so un da per vin sol mar gre ti bo no sha lek ur ban".split()
"""Of these are the names of people and towns, so that not every story is like every other."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a feed; `body` is well-formed HTML."""

    guid: str
    url: str
    title: str
    author: str
    published: datetime
    summary: str
    body: str


def story(feed: int, number: int) -> Story:
    """The story of this number; a higher number is a later one."""
    random = Random(feed << 32 | number)
    sentences = _spanish(random) if spanish(feed) else _english(random)
    url = f"https://source-{feed}.example/{2026 + number % 2}/story-{number}"
    paragraphs = [f'<p><strong>{sentences[0]}</strong> <a href="{url}/report">{sentences[1]}</a></p>']
    size = 0
    for at in range(2, len(sentences), 3):
        text = " ".join(sentences[at : at + 3])
        size += len(text)
        paragraphs.append(f"<p>{text}</p>" if at % 2 else f"<ul><li>{text}</li></ul>")
        if size > BODY_BYTES:
            break
    return Story(
        guid=f"tag:source-{feed}.example,2026:{number}",
        url=url,
        title=f"{sentences[0].rstrip('.')} ({feed}/{number})",
        author=f"Desk {feed % 7 + 1}",
        published=START + number * BETWEEN + timedelta(seconds=feed),
        summary=" ".join(sentences[:3]),
        body="\n".join(paragraphs),
    )


def stories(feed: int, entries: int, later: int = 0) -> list[Story]:
    """What the feed shows, newest first: its first `entries` stories, or those after `later` more have come."""
    return [story(feed, number) for number in range(entries + later - 1, later - 1, -1)]


def spanish(feed: int) -> bool:
    """Whether the feed is in Spanish: every tenth."""
    return feed % 10 == 9


def title(feed: int) -> str:
    return f"Source {feed}: {_WHERE[feed % len(_WHERE)]}"


def document(feed: int, entries: int, later: int = 0) -> tuple[bytes, str]:
    """The feed's body and media type: Atom for every third feed, else RSS 2.0 with whole posts."""
    write = _atom if feed % 3 == 2 else _rss
    return write(feed, stories(feed, entries, later))


def opml(addresses: list[str]) -> bytes:
    """A subscription list of the feeds at these addresses, in ten folders."""
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", "<opml version='2.0'><head><title>Feeds</title></head><body>"]
    for folder in range(10):
        lines.append(f"<outline text='Folder {folder}'>")
        for feed in range(folder, len(addresses), 10):
            lines.append(f"<outline type='rss' text={quoteattr(title(feed))} xmlUrl={quoteattr(addresses[feed])}/>")
        lines.append("</outline>")
    lines.append("</body></opml>")
    return "\n".join(lines).encode()


def _english(random: Random) -> list[str]:
    found = []
    for number in range(32):
        whom = _name(random) if number % 2 == 0 else random.choice(_WHOM)
        place = f"in {_name(random)}" if number % 3 == 0 else random.choice(_WHERE)
        found.append(f"{random.choice(_WHO)} {random.choice(_DID)} {whom} {place}.")
    return found


def _spanish(random: Random) -> list[str]:
    return [f"{sentence.rstrip('.')} en {_name(random)}." for sentence in random.choices(_ES, k=42)]


def _name(random: Random) -> str:
    return " ".join("".join(random.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))


def _rss(feed: int, shown: list[Story]) -> tuple[bytes, str]:
    items = [
        f"<item><title>{escape(one.title)}</title><link>{one.url}</link><guid isPermaLink='false'>{one.guid}</guid>"
        f"<dc:creator>{one.author}</dc:creator><pubDate>{format_datetime(one.published)}</pubDate>"
        f"<category>rights</category><description>{escape(one.summary)}</description>"
        f"<content:encoded><![CDATA[{one.body}]]></content:encoded></item>"
        for one in shown
    ]
    head = (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<channel><title>{escape(title(feed))}</title><link>https://source-{feed}.example/</link>"
        f"<description>Stories</description><language>{'es' if spanish(feed) else 'en'}</language>"
    )
    return f"{head}{''.join(items)}</channel></rss>".encode(), "application/rss+xml; charset=utf-8"


def _atom(feed: int, shown: list[Story]) -> tuple[bytes, str]:
    entries = [
        f"<entry><title>{escape(one.title)}</title><link rel='alternate' href='{one.url}'/><id>{one.guid}</id>"
        f"<author><name>{one.author}</name></author><published>{one.published.isoformat()}</published>"
        f"<updated>{one.published.isoformat()}</updated><summary>{escape(one.summary)}</summary>"
        f"<content type='html'>{escape(one.body)}</content></entry>"
        for one in shown
    ]
    updated = shown[0].published if shown else START
    head = (
        "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' "
        f"xml:lang='{'es' if spanish(feed) else 'en'}'><title>{escape(title(feed))}</title>"
        f"<link rel='alternate' href='https://source-{feed}.example/'/><id>tag:source-{feed}.example,2026:feed</id>"
        f"<updated>{updated.isoformat()}</updated>"
    )
    return f"{head}{''.join(entries)}</feed>".encode(), "application/atom+xml; charset=utf-8"
