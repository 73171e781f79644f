"""The parts of a desk that are made when they are first asked for, so that no start waits for what it does not need."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.courtesy import Courtesy
from hrd_tui.desk.deadlines import Deadlines
from hrd_tui.desk.decisions import Decisions
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.live_config import LiveConfig
from hrd_tui.desk.signals import Signals
from hrd_tui.desk.stories import Stories
from hrd_tui.model import Item
from hrd_tui.paths import Paths
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document

if TYPE_CHECKING:
    from hrd_tui.desk.balance import Balancing
    from hrd_tui.desk.brief import Briefing
    from hrd_tui.desk.covered import Covering
    from hrd_tui.desk.drafts import Drafts
    from hrd_tui.desk.exports import Exports
    from hrd_tui.desk.fulltext import FullTexts
    from hrd_tui.desk.images import Images
    from hrd_tui.desk.links import Links
    from hrd_tui.desk.past import Past
    from hrd_tui.desk.people import People
    from hrd_tui.desk.ruling import Ruling
    from hrd_tui.desk.tour import Tour
    from hrd_tui.desk.wordpress import WordPress


class Parts:
    """What a desk is made of from the beginning, by attributes that it sets, and what it makes of that on demand."""

    paths: Paths
    config: Config
    live_config: LiveConfig
    now: Callable[[], datetime]
    store: Store
    courtesy: Courtesy
    lists: Lists
    decisions: Decisions
    signals: Signals
    stories: Stories
    deadlines: Deadlines
    item: Callable[[int], Item]
    document: Callable[[int], Document]
    source: Callable[..., str]

    @cached_property
    def people(self) -> "People":
        """The people that items and earlier posts name."""
        from hrd_tui.desk.people import People
        from hrd_tui.desk.people_anew import Anew

        anew = Anew(self.store, self.signals, lambda text: self.fulltext.matching(text))
        return People(self.store, self.lists, self.source, anew)

    @cached_property
    def briefing(self) -> "Briefing":
        """What is new since a moment, and what is due."""
        from hrd_tui.desk.brief import Briefing

        return Briefing(self.store, self.lists, self.stories, self.deadlines, self.source, self.now)

    @cached_property
    def balancing(self) -> "Balancing":
        """What is covered, compared with what came in."""
        from hrd_tui.desk.balance import Balancing

        return Balancing(self.store, self.lists, self.now)

    @cached_property
    def images(self) -> "Images":
        """The pictures of articles, and who may be asked for them."""
        from hrd_tui.desk.images import Images

        return Images(self.store, self.config, self.paths.data)

    @cached_property
    def tour(self) -> "Tour":
        """Whether the reader shows the tour of its first keys."""
        from hrd_tui.desk.tour import Tour

        return Tour(self.paths.data)

    @cached_property
    def links(self) -> "Links":
        """The addresses that items and drafts cite."""
        from hrd_tui.desk.links import Links

        return Links(self.store, self.config, self.paths.data / "pages", self.now)

    @cached_property
    def exports(self) -> "Exports":
        """Posts written from items."""
        from hrd_tui.desk import known
        from hrd_tui.desk.exports import Exports

        told = known.on_desk(self.store, self.signals, self.stories, self.lists)
        folder, dead = self.paths.config, self.links.dead
        return Exports(self.store, self.config, self.decisions, self.item, self.document, self.now, folder, told, dead)

    @cached_property
    def covered(self) -> "Covering":
        """The earlier posts of the editor's own blog."""
        from hrd_tui.desk.covered import Covering

        read_signals, places = self.signals.people_and_countries, self.lists.places
        return Covering(self.store, self.config, self.now, read_signals, self.source, places)

    @cached_property
    def drafts(self) -> "Drafts":
        """Posts in the making."""
        from hrd_tui.desk.drafts import Drafts

        return Drafts(self.store, self.exports, self.now)

    @cached_property
    def wordpress(self) -> "WordPress":
        """Drafts sent to WordPress."""
        from hrd_tui.desk.wordpress import WordPress

        return WordPress(self.store, self.config, self.decisions, self.exports.templates)

    @cached_property
    def ruling(self) -> "Ruling":
        """The rules that look at what arrives."""
        from hrd_tui.desk.ruling import Ruling

        return Ruling(self.store, self.decisions, self.live_config, self.now, self.document, self.source)

    @cached_property
    def past(self) -> "Past":
        """What is done and old: its way to the archive, and how it is found there."""
        from hrd_tui.desk.past import Past

        return Past(self.store, self.config, self.now, self.source, self.courtesy.give_way)

    @cached_property
    def fulltext(self) -> "FullTexts":
        """The full text of everything kept."""
        from hrd_tui.desk.fulltext import FullTexts

        return FullTexts(self.store, self.paths.cache, self.document, self.source)

    def close_parts(self) -> None:
        """Lets go of the files of those that were made."""
        if "past" in self.__dict__:
            self.past.close()
        if "fulltext" in self.__dict__:
            self.fulltext.close()
