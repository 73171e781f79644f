"""The demo's newsroom as evidence, and which of its items tell the same event, as a person sorts them."""

from datetime import UTC, datetime

from hrd_tui.demo.sources import sources
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import fingerprint
from hrd_tui.signals.reading import paragraphs
from hrd_tui.text.document import from_html
from hrd_tui.text.urls import canonical

NOW = datetime(2026, 2, 20, 12, tzinfo=UTC)

PEOPLE = {
    "Ilsa Marenko": ("Marenko",),
    "Daoud Reshani": ("Daoud Reshani", "Reshani family", "داود رشاني"),
    "Jacinta Morrow-Paz": ("Morrow-Paz", "Jacinta"),
    "Hanne Solvei": ("Solvei",),
    "Altan Berik": ("Berik",),
}
"""A watch list of the newsroom, with the names as they are written."""
PLACES = {
    "Vessara": ("Vessara",), "Kelmara": ("Kelmara", "كلمارا"), "Quillane": ("Quillane",), "Sundri": ("Sundri",),
    "Ostrenia": ("Ostrenia", "Ostrénie"), "Meridia": ("Meridia", "ميريديا"), "Brannmark": ("Brannmark",),
    "Tarrow Islands": ("Tarrow Islands",),
}  # fmt: skip

STORIES = {
    "the sentence": """
        council-experts Vessara: Experts dismayed
        harbour-watch Vessara: Six years for a lawyer
        tideline Vessara jails environmental lawyer
        tideline Experts and NGOs assail
        veilleuse Vessara : six ans de prison
        court-observers Sele District Court, Port Ellery: judgment
        + harbour-watch Vessara: Appeal lodged
        + lantern After the Marenko verdict
        + cauce De un río a otro
        + long-distance 58: The last word
    """,
    "the abduction": """
        council-experts Kelmara must disclose fate
        tideline Kelmaran editor taken from home
        free-pens Kelmara: Daoud Reshani, editor
        qandil اختطاف الصحفي داود رشاني
        lantern Kelmara: connection data
        court-observers Sel Amara, prosecutor’s counter
        open-table Joint letter: 34 newsrooms
        + qandil كلمارا: زوجة الصحفي
        + veilleuse Kelmara : « Dites-nous
        + tideline Missing Kelmaran editor
        + free-pens Kelmara: second Saltbread reporter
    """,
    "the shots": """
        harbour-watch Quillane: Shots fired
        tideline Shots fired at home
        cauce Quillane: seis disparos
        delta They shot at Jacinta
        juniper Statement after the attack
        open-table Urgent letter to the Governor
    """,
    "the bill": """
        council-experts Ostrenia: Funding Act
        tideline Ostrenia’s Assembly backs register
        upland Funding Act passes second reading
        + harbour-watch Ostrenia: Seven questions
        + open-table Open letter to the Assembly
        + lantern Ostrenia’s Funding Act, read
        + veilleuse Ostrénie : la loi
        + tideline Ostrenian Assembly’s lawyers
        + calls-board Call for input, short notice
    """,
    "the prize": """
        juniper Three laureates
        tideline Juniper Prize goes to
        veilleuse Prix Genièvre
        + lantern Our help desk in Solane shares
        + delta About the prize
    """,
    "the release": """
        harbour-watch Brannmark: Hanne Solvei is free
        tideline Brannmark unionist Solvei walks free
        court-observers Court of Cassation, Grimsund
        council-experts Experts welcome release
        + open-table To those who wrote for Hanne Solvei
    """,
    "the spyware": """
        lantern Quiet Glass: how a spyware vendor
        tideline Spyware posed as parking app
        free-pens Five journalists among the targets
        veilleuse « Quiet Glass »
        qandil تقرير: تسعة عشر هاتف
    """,
    "the resolution": """
        council-experts Council adopts resolution
        tideline Concord Council keeps
        + veilleuse Haldane : le mot
        + cauce Consejo Concord
        + upland Resolution 31/14, read aloud
        + open-table To the members of the Concord Council
        + lantern Session diary, last day
    """,
    "the shutdown": """
        council-experts Tarrow Islands: Restore the network
        tideline Tarrow Islands go offline
        + tideline Network returns to Tarrow Islands
        + open-table Letter of 41 midwives
        + qandil جزر تارو
    """,
    "the school": """
        harbour-watch Sundri: Court gives
        tideline Sundri pupil, 19
        court-observers Teshk Provincial Court: Berik
    """,
    "the visit": """
        council-experts Expert ends visit to Meridia
        tideline Expert praises Meridia
    """,
    "the choir": """
        court-observers Askel Administrative Court: choir
        upland Choir of Lower Askel wins
    """,
    "the summonses": """
        court-observers Dunmarrow Magistrates
        free-pens Printer in Dunmarrow summoned
    """,
    "the call": """
        council-experts Call for input: report on defenders in remote
        calls-board [Reminder] Concord Council
    """,
}
"""By event: the feed and the beginning of the title. A plus marks what may stand with it: background, reactions, what
followed."""


def newsroom(*, lists: bool = True) -> list[tuple[Evidence, str, bool]]:
    """The newsroom's items in the order of their ids: the evidence, the event or "", and whether it is its core.

    Without `lists` nobody has read people and places from the items.
    """
    found = []
    for feed in sources(NOW, later=True):
        for story in feed.stories:
            read = from_html(story.body, story.link)
            texts = paragraphs(read)
            lead = " ".join((story.title, *texts[:2], *story.topics))
            links = (canonical(span.href) for block in read.blocks for span in block.spans if span.href)
            item = Evidence(
                len(found) + 1,
                min(story.published, NOW),
                story.title,
                canonical(story.link),
                feed.title,
                feed.language,
                _named(PEOPLE, lead) if lists else (),
                _named(PLACES, " ".join((story.title, *story.topics))) if lists else (),
                tuple(dict.fromkeys(links)),
                tuple(fingerprint(" ".join(texts))),
            )
            found.append((item, *_event(feed.slug, story.title)))
    return found


def _named(names: dict[str, tuple[str, ...]], text: str) -> tuple[str, ...]:
    return tuple(name for name, forms in names.items() if any(form in text for form in forms))


def _event(slug: str, title: str) -> tuple[str, bool]:
    for event, text in STORIES.items():
        for line in text.strip().splitlines():
            feed, _, start = line.strip().removeprefix("+ ").partition(" ")
            if feed == slug and title.startswith(start):
                return event, not line.strip().startswith("+")
    return "", False
