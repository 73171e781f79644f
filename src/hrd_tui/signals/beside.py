"""The words beside the name of a person, and what they tell: a role, what befell its bearer, or that the bearer speaks."""

import re

from hrd_tui.signals.roles import Roles

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_SENTENCE = re.compile(r"[.!?…](?=\s)")
_WORD = re.compile(r"[^\W\d_]+")
_OFFICE = re.compile(
    r"rapporteur|rapporteuse|relator|commissioner|representative|situation of|protection of|committee on"
)
_REACH = 110
_PHRASE = 16
_SENTENCE_REACH = 400
_SKIPPED = frozenset("“”\"'«»‘’-–(")
_OPENING = frozenset(", ( – —".split())
_APOSTROPHES = frozenset("'’ʼ")
_COPULAS = frozenset("is was est es ist era são é".split())
_ARTICLES = frozenset(
    "a an the un une la le l el una los las les ein eine der die das den dem um uma o os as one".split()
)
_FORMER = frozenset("former ex ousted deposed ancien ancienne exjuez ehemaliger ehemalige".split())
_ORIGIN = frozenset("of from at de du da del von aus in".split())
_BEHIND = frozenset(
    ", by with after since during when while par depuis après por desde tras durante von seit nach".split()
)
_BE = frozenset("was were is are has have had remains a ont fue fueron ha han wurde wurden est foi".split())
_OF_WHOM = frozenset("of for de du d del von der des".split())
_IMPRISONED = frozenset("jailed imprisoned detained arrested slain murdered missing killed disappeared".split())
_OF = frozenset("of de du d des del von der".split())
# These are done to somebody only with a preposition between: "the house of", "a ban on".
_THINGS = frozenset(
    "home house office car residence flat phone apartment family life health condition order story treatment charge "
    "charges ban bans warrant warrants custody hearing support petition campaign widow burial smear ruling case cases "
    "maison domicile famille vivienda casa familia crimen haft gericht order bail raid surveillance appeal appeals "
    "sentence conviction verdict death deaths justice freedom trial trials lawsuit suit investigation killing".split()
)
_BOTH = frozenset("caso libertad freiheit".split())


class Beside:
    """The words in front of `start` and behind `end` of a line, in small letters.

    `ruler`: the bearer holds power or speaks for others, and is not said to have done so formerly; `force`: the bearer is
    of police or army; `described`: the word for what the bearer is in an apposition or behind "is a", empty where that
    is an office (`official`).
    """

    def __init__(self, line: str, start: int, end: int, roles: Roles, title: bool) -> None:
        self._line, self._start, self._end = line, start, end
        self._roles, self._title = roles, title
        self._front = line[max(0, start - _REACH) : start].lower()
        self._before: list[str] = _TOKEN.findall(self._front)
        self._after: list[str] = _TOKEN.findall(line[end : end + _REACH].lower())
        self._found: list[str] = []
        self._place = self._walk()
        former = not _FORMER.isdisjoint(self._before[self._place + 1 :])
        self.ruler = not former and not roles.rulers.isdisjoint(self._found)
        self.force = not former and not roles.forces.isdisjoint(self._found)
        self._aside = self._apposition()
        self._description = self._describing()
        self.described = "" if self._description in roles.rulers | roles.forces else self._description
        self.official = self._description != self.described

    def _walk(self) -> int:
        """Collects the words for what the bearer is, in front of the name; the place of the token before their phrase."""
        roles, before = self._roles, self._before
        place, passed = len(before) - 1, 0
        while place >= 0:
            word = before[place]
            if word in roles.strong or word in roles.weak or word in roles.rulers or word in roles.forces:
                if word not in roles.against or word in roles.strong or word in roles.weak:
                    self._found.append(word)
            elif word in roles.prepositions and word not in _ARTICLES:
                if self._found or not passed:
                    break
            elif word == "." and place and before[place - 1] in roles.titles:
                pass
            elif word in roles.between or word in roles.joints:
                if word in roles.against and not self._found and passed == 0 and not _adjective(before, place):
                    break
                passed += word not in _ARTICLES and word not in roles.joints
            elif not (word in _SKIPPED or word in roles.titles or word.isdigit()):
                break
            place -= 1
        return place

    @property
    def role(self) -> str:
        """The word for what the bearer is, in front of the name."""
        roles = self._roles
        if self.ruler or self.force:
            return ""
        return next((word for word in self._found if word in roles.strong), self._found[0] if self._found else "")

    @property
    def phrase(self) -> str:
        """The words of the role as they stand in the line."""
        if not self.role:
            return ""
        at = self._front.rfind(self.role)
        begin = self._start - len(self._front) + at
        start, end = begin, begin + len(self.role)
        for word in reversed(list(_WORD.finditer(self._line, max(0, begin - 50), begin))[-4:]):
            low = word[0].lower()
            if low not in self._roles.between or low in self._roles.prepositions | self._roles.joints | _ARTICLES:
                break
            if self._line[word.end() : start] not in (" ", "-"):
                break
            start = word.start()
        return self._line[start:end]

    @property
    def against(self) -> str:
        """What is done to the bearer, in front of the name: "the arrest of", "free"; else empty."""
        place, before, roles = self._place, self._before, self._roles
        skipped = 0
        while place >= 0 and skipped < 4 and (before[place] in roles.prepositions or before[place] in _SKIPPED):
            place -= 1
            skipped += 1
        if not skipped and self._found:
            place = self._past_adjectives(place)
        if place < 0:
            return ""
        word = before[place]
        if word in roles.against and (skipped or word not in _THINGS or word in _BOTH):
            return word
        return word if word in roles.among and self.happened else ""

    def _past_adjectives(self, place: int) -> int:
        """The place of what is done to somebody, past two words more of a role: "charges against veteran sports reporter"."""
        before, roles = self._before, self._roles
        for at in range(place, max(-1, place - 3), -1):
            word = before[at]
            if word in roles.against:
                return at
            if word in roles.prepositions and word not in _ARTICLES:
                return at - 1 if at and at < place and before[at - 1] in roles.against else place
            if word in roles.ends or not word.isalpha():
                break
        return place

    @property
    def spoken_for(self) -> bool:
        """Whether the words in front say that the bearer speaks, writes, or stands for somebody else."""
        place = self._place
        if place > 0 and self._before[place] == ":":
            place -= 1
        word = self._before[place] if place >= 0 else ""
        if word in self._roles.relatives:
            return True
        if word in _OF_WHOM and place and self._before[place - 1] in self._roles.relatives:
            return _IMPRISONED.isdisjoint(self._before[place:])
        return word in self._roles.not_subject or bool(_OFFICE.search(self._front[-60:]))

    def _apposition(self) -> tuple[list[str], int]:
        """The tokens of the apposition behind the name, and the place behind it: (", a lawyer from Lima,")."""
        after = self._after
        if not after or after[0] not in _OPENING:
            return [], 0
        closing = ")" if after[0] == "(" else after[0]
        place = 1
        while place < len(after) and place < _PHRASE:
            token = after[place]
            if token == closing:
                more = after[place + 1] if place + 1 < len(after) else ""
                if place > 2 or not after[1].isdigit() or not (more in _ARTICLES or more in self._roles.plain):
                    return after[1:place], place + 1
            elif token in ".;:!?":
                break
            place += 1
        return after[1:place], 0

    @property
    def befell(self) -> str:
        """What befell the bearer, behind the name: "was arrested", "’s trial"; else empty."""
        after, roles = self._after, self._roles
        if len(after) > 2 and after[0] in _APOSTROPHES:
            own = after[2:6] if after[1] == "s" else after[1:5] if self._line[self._end - 1] == "s" else []
            return next((word for word in own if word in roles.possessed), "")
        aside, place = self._aside
        return (
            self._done(aside, 0, aside=True)
            or self._done(after, place or _behind_origin(after))
            or self._done_as_told()
        )

    def _done(self, tokens: list[str], place: int, *, aside: bool = False) -> str:
        """The participle that the tokens from a place on lead to with nothing but auxiliaries between."""
        roles, first = self._roles, place
        if aside and tokens[:1] in (["who"], ["qui"], ["que"], ["quien"]):
            place = first = 1
        if place < len(tokens) and tokens[place] in (":", ",") and self._title:
            place = first = place + 1
        while place < len(tokens) and place < first + 9:
            word = tokens[place]
            if word in roles.befell:
                if word == "seen" and not {"was", "been", "last"} & {*tokens[first:place]}:
                    return ""
                more = place + 1 < len(tokens)
                if more and (tokens[place + 1] == "-" or (place == first and word in roles.speech)):
                    return ""
                if more and aside and place == 0 and tokens[1] not in roles.auxiliary | roles.prepositions | _BEHIND:
                    return ""
                return word if self._title or aside or place > first or word in roles.alone else ""
            if not (word in roles.auxiliary or word.isdigit() or word in "-’'“" or word.endswith("ly")):
                return ""
            place += 1
        return ""

    def _done_as_told(self) -> str:
        """“X says that he was beaten”."""
        roles, after = self._roles, self._after
        if not self.speaks or self.spoken_for or self._aside[1]:
            return ""
        for place, word in enumerate(after[:8]):
            if word in roles.he:
                done = self._done(after, place + 1)
                return done if done in roles.evidence else ""
        return ""

    def _describing(self) -> str:
        roles = self._roles
        tokens = self._aside[0]
        if (
            not tokens
            and self._after[:1]
            and self._after[0] in _COPULAS
            and self._after[1:2]
            and (self._after[1] in _ARTICLES)
        ):
            tokens = self._after[1:_PHRASE]
        former, found = False, ""
        for word in tokens:
            if word in roles.strong:
                return word
            if word in roles.weak:
                found = found or word
            elif word in roles.rulers or word in roles.forces:
                if not former:
                    return found or word
            elif word in roles.speech or word == "whose" or word in ".;:!?" or word in roles.he:
                break
            elif word in roles.prepositions and word not in _ARTICLES:
                break
            former = former or word in _FORMER
        return found

    @property
    def does(self) -> bool:
        """Whether the text tells at once what the bearer does that puts people in the news."""
        aside = self._aside[0]
        return bool(aside and aside[0] in ("who", "qui", "que", "quien") and not self._roles.does.isdisjoint(aside[:6]))

    @property
    def speaks(self) -> bool:
        """Whether the bearer says something, or speaks for others."""
        roles, after = self._roles, self._after
        aside, place = self._aside
        if after[:2] and after[0] == ":" and self._title and after[1] in '“"«„':
            return True
        return not roles.speech.isdisjoint(after[: 3 if not aside else 1] or after[place : place + 2]) or (
            bool(place) and not roles.speech.isdisjoint(after[place : place + 2])
        )

    @property
    def crime(self) -> bool:
        """Whether it is said that the bearer did it to others: "convicted of the murder of"."""
        after = self._after
        for place in range(2, len(after) - 1):
            if after[place] in self._roles.crimes and (after[place + 1] in _OF or after[place].endswith("ing")):
                if not {"for", "of", "over", "with", "pour", "por", "wegen"}.isdisjoint(
                    after[max(0, place - 3) : place]
                ):
                    return True
        return False

    @property
    def happened(self) -> bool:
        """Whether the sentence tells of an arrest, an attack, a prize or the like."""
        line, at = self._line, self._start
        low = max(0, at - _SENTENCE_REACH)
        start = max((match.end() for match in _SENTENCE.finditer(line, low, at)), default=low)
        stop = _SENTENCE.search(line, self._end, self._end + _SENTENCE_REACH)
        words = _WORD.findall(line[start : stop.end() if stop else self._end + _SENTENCE_REACH].lower())
        return not self._roles.evidence.isdisjoint(words)


def _behind_origin(after: list[str]) -> int:
    """The place behind where somebody is from: "(Ana Ruiz) of Radio Baobab (was arrested)"; 0 where none is told."""
    if after[:1] and after[0] in _ORIGIN:
        for place, word in enumerate(after[1:8], 1):
            if word in _BE:
                return place
            if not word.isalpha():
                break
    return 0


def _adjective(before: list[str], place: int) -> bool:
    """Whether "detained" and the like stand between an article and a name: "the detained Ana Ruiz"."""
    return place > 0 and before[place - 1] in _ARTICLES
