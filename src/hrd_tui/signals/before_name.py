"""The words in front of the name of a person, and what they tell: a role, what is done to its bearer, or an office."""

import re

from hrd_tui.signals.roles import ARTICLES, FORMER, Roles

REACH = 110
"""Signs on either side of a name that are looked at."""
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")

_SENTENCE = re.compile(r"[.!?…](?=\s)")
_WORD = re.compile(r"[^\W\d_]+")
_OFFICE = re.compile(
    r"rapporteur|rapporteuse|relator|commissioner|representative|situation of|protection of|committee on"
    r"|\b(?:expert|director|head|chair|minister|secretary|president|coordinator|experte|directora?|expertin)\b"
    r"[^,]{0,45},\s$"
)
_SENTENCE_REACH = 400
_SKIPPED = frozenset("“”\"'«»‘’-–(")
_WHERE = frozenset({("where", "is"), ("who", "is"), ("où", "est"), ("dónde", "está"), ("wo", "ist"), ("wer", "ist")})
_OF_WHOM = frozenset("of for de du d del von der des".split())
_IMPRISONED = frozenset("jailed imprisoned detained arrested slain murdered missing killed disappeared".split())
_PLACED = frozenset("in near at outside inside around en à bei".split())
_CHARGES = frozenset(
    "charge charges case cases complaint verdict sentence appeal warrant proceedings lawsuit threats threat attack "
    "attacks campaign accusations accusation cargos denuncia acusaciones plainte "
    "anklage vorwürfe klage order".split()
)
_FAR = {
    **dict.fromkeys(("against", "contra", "contre", "gegen"), _CHARGES),
    "to": frozenset("awarded goes award".split()),
    "for": frozenset("appeal freedom justice petition vigil counsel".split()),
    "by": frozenset("suit lawsuit petition".split()),
}
_BOTH = frozenset("caso libertad freiheit".split())


class Before:
    """The words in front of `start` of a line, in small letters.

    `ruler`: the bearer of the name holds power or speaks for others, and is not said to have done so formerly; `force`:
    the bearer is of police or army; `placed`: the name follows "in" or the like; `article`: it follows "the".
    """

    def __init__(self, line: str, start: int, roles: Roles) -> None:
        self._line, self._start, self._roles = line, start, roles
        self._front = line[max(0, start - REACH) : start].lower()
        self._before: list[str] = TOKEN.findall(self._front)
        self._found: list[str] = []
        self._place = self._walk()
        former = not FORMER.isdisjoint(self._before[self._place + 1 :])
        last = self._before[-1] if self._before and not self._found else ""
        self.placed = last in _PLACED
        self.article = last == "the"
        self.ruler = not former and not roles.rulers.isdisjoint(self._found)
        self.force = not former and not roles.forces.isdisjoint(self._found)

    def _walk(self) -> int:
        """Collects the words for what the bearer is, in front of the name; the place of the token before them."""
        roles, before = self._roles, self._before
        place, passed = len(before) - 1, 0
        while place >= 0:
            word = before[place]
            if word in roles.strong or word in roles.weak or word in roles.rulers or word in roles.forces:
                if word not in roles.against or word in roles.strong or word in roles.weak:
                    self._found.append(word)
            elif word in roles.prepositions and word not in ARTICLES:
                if self._found or not passed:
                    break
            elif word == "." and place and before[place - 1] in roles.titles:
                pass
            elif word in roles.between or word in roles.joints:
                if word in roles.against and not self._found and passed == 0 and not _adjective(before, place):
                    break
                passed += word not in ARTICLES and word not in roles.joints
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
            if low not in self._roles.between or (
                low in self._roles.prepositions or low in self._roles.joints or low in ARTICLES
            ):
                break
            if self._line[word.end() : start] not in (" ", "-"):
                break
            start = word.start()
        return self._line[start:end]

    @property
    def against(self) -> str:
        """What is done to the bearer, in front of the name: "the arrest of", "free"; else empty.

        Also what gives a list of those to whom it is done, "those detained include", if the sentence `happened`.
        """
        place, before, roles = self._place, self._before, self._roles
        if tuple(before[-2:]) in _WHERE:
            return before[-2]
        skipped = 0
        while place >= 0 and skipped < 4 and (before[place] in roles.prepositions or before[place] in _SKIPPED):
            place -= 1
            skipped += 1
        if not skipped and self._found:
            further = self._past_adjectives(place)
            skipped, place = int(further != place), further
        elif (
            not skipped
            and 0 < place == len(before) - 1
            and before[place].isalpha()
            and before[place] not in roles.no_names
        ):
            # "muere la machi X", "the killing of firefighter X"
            place, skipped = self._past_trade(place)
        if place < 0:
            return ""
        word = before[place]
        if word in roles.against and (skipped or word not in roles.things or word in _BOTH):
            return word
        if skipped and (far := self._far(place)):
            return far
        return word if word in roles.among and happened(self._line, self._start, roles) else ""

    def _far(self, place: int) -> str:
        """What is done to the bearer, further in front: "charges of insult against X", "awarded on Monday to X"."""
        link = self._before[self._place]
        if link not in _FAR:
            return ""
        told = (word for word in reversed(self._before[max(0, place - 14) : place + 1]) if word in _FAR[link])
        return next(told, "")

    def _past_trade(self, place: int) -> tuple[int, int]:
        """The place in front of up to two words that are not known, and of the prepositions before these; how many."""
        before, roles = self._before, self._roles
        at = place
        while at > 0 and place - at < 2 and before[at].isalpha() and before[at] not in roles.no_names:
            at -= 1
        behind = at
        while at > 0 and before[at] in roles.prepositions:
            at -= 1
        return (at, behind - at) if before[at] in roles.against else (place, 0)

    @property
    def handed(self) -> bool:
        """Whether only "to" or the like stands between the name and what is done: "awarded to X"."""
        return self._place >= 0 and self._before[self._place] in self._roles.prepositions

    def _past_adjectives(self, place: int) -> int:
        """The place of what is done to somebody, past two words more of a role: "arrest of veteran sports reporter"."""
        before, roles = self._before, self._roles
        for at in range(place, max(-1, place - 3), -1):
            word = before[at]
            if word in roles.against:
                return at
            if word in roles.prepositions and word not in ARTICLES:
                return at - 1 if at and at < place and before[at - 1] in roles.against else place
            if word not in ARTICLES and (word in roles.ends or not word.isalpha()):
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


def happened(line: str, at: int, roles: Roles) -> bool:
    """Whether the sentence around a place of a line tells of an arrest, an attack, a prize or the like."""
    low = max(0, at - _SENTENCE_REACH)
    start = max((match.end() for match in _SENTENCE.finditer(line, low, at)), default=low)
    stop = _SENTENCE.search(line, at, at + _SENTENCE_REACH)
    words = _WORD.findall(line[start : stop.end() if stop else at + _SENTENCE_REACH].lower())
    return not roles.evidence.isdisjoint(words)


def _adjective(before: list[str], place: int) -> bool:
    """Whether "detained" and the like stand between an article and a name: "the detained Ana Ruiz"."""
    return place > 0 and before[place - 1] in ARTICLES
