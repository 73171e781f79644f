"""The words behind the name of a person, and what they tell: what befell its bearer, a role, or who speaks."""

from hrd_tui.signals.before_name import REACH, TOKEN
from hrd_tui.signals.roles import ARTICLES, FORMER, Roles

_PHRASE = 16
_OPENING = frozenset(", ( – —".split())
_APOSTROPHES = frozenset("'’ʼ")
_COPULAS = frozenset("is was est es ist era são é".split())
_TERMS = frozenset("years months year ans mois años meses jahre jahren monate monaten anos".split())
_GETTING = frozenset("got gets get received receives given must muss écope écopé erhält erhielt recibió".split())
_ORIGIN = frozenset("of from at de du da del von aus in".split())
_BE = frozenset("was were is are has have had remains a ont fue fueron ha han wurde wurden est foi".split())
_AFFAIRS = frozenset("case trial verdict affair murder killing judgment sentence appeal arrest file inquest".split())
_FOR = frozenset("for of over with pour por wegen".split())
_OF = frozenset("of de du d des del von der".split())


class Behind:
    """The words behind `end` of a line, in small letters.

    `described`: the word for what the bearer of the name is in an apposition or behind "is a", empty where that is an
    office (`official`).
    """

    def __init__(self, line: str, end: int, roles: Roles, *, title: bool) -> None:
        self._line, self._end = line, end
        self._roles, self._title = roles, title
        self._after: list[str] = TOKEN.findall(line[end : end + REACH].lower())
        self._aside = self._apposition()
        self._description = self._describing()
        self.described = "" if self._description in roles.powers else self._description
        self.official = self._description != self.described

    @property
    def owns(self) -> bool:
        """Whether the name stands in the genitive."""
        return self._after[:1] != [] and self._after[0] in _APOSTROPHES

    @property
    def affair(self) -> str:
        """What is called by the name: "the X case"; else empty."""
        return self._after[0] if self._after[:1] and self._after[0] in _AFFAIRS else ""

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
                if place > 2 or not after[1].isdigit() or not (more in ARTICLES or more in self._roles.plain):
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
            # "X’s father, Y" is about Y.
            return "" if own[1:2] == [","] else next((word for word in own if word in roles.possessed), "")
        aside, place = self._aside
        return self._done(aside, 0, aside=True) or self._done(after, place or _behind_origin(after))

    def _done(self, tokens: list[str], place: int, *, aside: bool = False) -> str:
        """The participle that the tokens from a place on lead to with nothing but auxiliaries between."""
        roles, first = self._roles, place
        if aside and tokens[:1] in (["who"], ["qui"], ["que"], ["quien"]):
            place = first = 1
        if place < len(tokens) and tokens[place] in (":", ",") and self._title:
            place = first = place + 1
        while place < len(tokens) and place < first + 9:
            word = tokens[place]
            if word in _TERMS and not _GETTING.isdisjoint(tokens[first:place]):
                return word
            if word in roles.befell:
                if word == "seen" and not {"was", "been", "last"} & {*tokens[first:place]}:
                    return ""
                more = place + 1 < len(tokens)
                if more and (tokens[place + 1] == "-" or (place == first and word in roles.speech)):
                    return ""
                if more and aside and place == 0 and tokens[1] not in roles.followers:
                    return ""
                return word if self._title or aside or place > first or word in roles.alone else ""
            if not (
                word in roles.auxiliary or word in _TERMS or word.isdigit() or word in "-’'“" or word.endswith("ly")
            ):
                return ""
            place += 1
        return ""

    @property
    def befell_as_told(self) -> str:
        """“X says that he was beaten”."""
        roles, after = self._roles, self._after
        if not self.speaks or self._aside[1]:
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
            and (self._after[1] in ARTICLES)
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
            elif word == "of" and tokens[0] == "one":
                continue
            elif (
                word in roles.speech
                or word == "whose"
                or word in ".;:!?"
                or word in roles.he
                or (word in roles.prepositions and word not in ARTICLES)
            ):
                break
            former = former or word in FORMER
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
            of_somebody = after[place + 1] in _OF or after[place].endswith("ing")
            if of_somebody and after[place] in self._roles.crimes and not _FOR.isdisjoint(after[place - 2 : place]):
                return True
        return False


def _behind_origin(after: list[str]) -> int:
    """The place behind where somebody is from: "(Ana Ruiz) of Radio Baobab (was arrested)"; 0 where none is told."""
    if after[:1] and after[0] in _ORIGIN:
        for place, word in enumerate(after[1:8], 1):
            if word in _BE:
                return place
            if not word.isalpha():
                break
    return 0
