"""A text as words, and what of them can be part of a name."""

import re
from collections.abc import Iterator

from vp_logboek.domain import name_lists as words
from vp_logboek.domain.name_lists import NameLists

_WORD = re.compile(r"(?:[A-Z]\.)+|['’][ts](?= )|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_PARTICLES = 3


class Words:
    """The words of one text, by their position: as ``written``, without capitals (``low``), and
    where they stand (``at``).
    """

    def __init__(self, text: str, lists: NameLists) -> None:
        self.text = text
        self.lists = lists
        self.at = [found.span() for found in _WORD.finditer(text)]
        self.written = [text[start:end] for start, end in self.at]
        self.low = [_plain(word) for word in self.written]

    def beginnings(self) -> Iterator[int]:
        """Where a name can begin: nothing else is looked at, which is what makes it quick."""
        begins = words.TITLES | self.lists.first | self.lists.mains
        capital = [word[0].isupper() for word in self.written] + [False] * _MOST_PARTICLES
        for position, low in enumerate(self.low):
            if low in words.PARTICLES:
                is_one = any(capital[position + 1 : position + 1 + _MOST_PARTICLES])
            else:
                is_one = low in begins or (capital[position] and (len(low) == 1 or "-" in low))
            if is_one or "." in self.written[position]:
                yield position

    def end(self, position: int) -> int:
        """Where a word ends, without the ’s of what is somebody's."""
        end = self.at[position][1]
        return end - 2 if _is_owner(self.written[position]) else end

    # --- parts of names -----------------------------------------------------------------------

    def skip_particles(self, position: int) -> int:
        """The position of the word behind van, de, der and the like."""
        main = position
        while main - position < _MOST_PARTICLES and self.is_particle(main):
            if not self.follows(main + 1):
                return len(self.written)
            main += 1
        return main

    def is_particle(self, position: int) -> bool:
        """Whether it can stand before a surname."""
        return position < len(self.low) and self.low[position] in words.PARTICLES

    def is_strong(self, particles: list[str], main: int) -> bool:
        """Whether these stand before surnames alone. Van Den Haag is a place."""
        place = self.written[main - 1][0].isupper() and len(particles) > 1
        two = len(particles) > 1 and particles[0] == "van" and particles[-1] in words.STRONG
        return two and not place and self.low[main] not in self.lists.common

    def is_listed(self, position: int, main: int) -> bool:
        """Whether a surname is in the list, with what stands before it or with another part."""
        whole = " ".join(self.low[position : main + 1])
        if whole in self.lists.last:
            return True
        parts = self.low[main].split("-")
        if len(parts) > 1:
            return any(part in self.lists.last for part in parts)
        several = main - position > 1 and self.low[position] not in words.PLACING
        return several and self.low[main] in self.lists.mains

    def is_first(self, position: int) -> bool:
        """Whether it is a first name: both of them, with a hyphen."""
        low, lists = self.low[position], self.lists
        if low in lists.first:
            return True
        if "-" not in low or self.shape(position) == "small":
            return False
        return all(part in lists.first for part in low.split("-"))

    def is_initial(self, position: int) -> bool:
        """Whether it is one letter or several with full stops."""
        word = self.written[position]
        if "." in word:
            return word not in words.ABBREVIATIONS
        return len(word) == 1 and word.isupper()

    # --- what stands around it ----------------------------------------------------------------

    def gap(self, position: int) -> str:
        """What stands between a word and the next one."""
        last = position + 1 == len(self.at)
        return self.text[self.at[position][1] : None if last else self.at[position + 1][0]]

    def follows(self, position: int, may_stop: bool = False) -> bool:
        """Whether there is such a word, and nothing but space between it and the one before."""
        if not 0 < position < len(self.written):
            return False
        gap = self.gap(position - 1)
        return not (gap.removeprefix(".") if may_stop else gap).strip(" \u00a0") and "\n" not in gap

    def is_amid(self, position: int) -> bool:
        """Whether a capital here is not that of a sentence or a heading."""
        if not self.follows(position) or self.shape(position - 1) != "small":
            return False
        return self.low[position - 1] not in words.ARTICLES

    def does(self, position: int) -> bool:
        """Whether what follows tells that it is a person: Mark belt, Mark van ICT."""
        after = position + 1
        if not self.follows(after):
            return False
        from_a_team = self.low[after] == "van" and self.follows(after + 1)
        in_capitals = from_a_team and self.shape(after + 1) == "capitals"
        return in_capitals or self.written[after] in words.DOING

    def is_behind_article(self, position: int) -> bool:
        """As in Den Bosch: it was looked at together with the word before it."""
        return self.follows(position) and self.low[position - 1] in words.ARTICLES

    def shape(self, position: int) -> str:
        """Written small, with a capital, or in capitals."""
        word = self.written[position]
        if len(word) > 1 and word.isupper() and "." not in word:
            return "capitals"
        return "capital" if word[0].isupper() else "small"

    def alike(self, one: int, other: int) -> bool:
        """Whether two words have the same shape."""
        return self.shape(one) == self.shape(other)

    def is_thing(self, position: int, end: int) -> bool:
        """Whether it is a school, a street or a firm that was named after somebody."""
        before = self.low[position - 1] if self.follows(position, may_stop=True) else ""
        after = self.low[end].replace(".", "") if self.follows(end) else ""
        last = self.low[end - 1]
        named_after = last.endswith(words.THINGS) and last not in self.lists.mains
        named_after = named_after and self.low[position] not in words.ADDRESSED
        return before in words.INSTITUTIONS or after in words.COMPANIES or named_after


def _plain(word: str) -> str:
    """Without capitals, and without the ’s of what is somebody's."""
    low = word.casefold()
    if low.isalpha():
        return low
    return (low[:-2] if _is_owner(word) else low).replace("’", "'")


def _is_owner(word: str) -> bool:
    return len(word) > 2 and word.endswith(("'s", "’s", "'S", "’S"))
