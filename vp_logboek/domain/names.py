"""Whether a text holds what looks like the name of a person. It warns; it is not sure of anything.

Signs are a title, initials, a first name, and a surname of the list with what stands before it. A
name that is an ordinary word too (Roos, Mark, Bakker, de Boer) needs a second sign: another part of
a name beside it, a capital in the middle of a sentence, or behind it what only a person does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vp_logboek.domain import name_lists as words
from vp_logboek.domain.name_lists import NameLists
from vp_logboek.domain.name_words import Words

_LEAST_CAPITALS = 5
"""Letters of a word in capitals that is a name by itself: shorter ones are abbreviations too."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a text: from ``start`` up to ``end``."""

    start: int
    end: int


def names_in(text: str, lists: NameLists) -> tuple[Span, ...]:
    """Everything in a text that looks like a name, in order."""
    return tuple(_Reading(text, lists).spans())


def looks_like_a_name(text: str, lists: NameLists) -> str | None:
    """The first part of a text that looks like a name; None where nothing does."""
    span = next(_Reading(text, lists).spans(), None)
    return None if span is None else text[span.start : span.end]


class _Reading(Words):
    """One text as words. What is asked of a position answers with the position after the name, or
    with 0 where there is none.
    """

    def spans(self) -> Iterator[Span]:
        """Every name, from the left to the right."""
        behind = 0
        for position in self.beginnings():
            end = self._name(position) if position >= behind else 0
            if end and not self.is_thing(position, end):
                yield Span(self.at[position][0], self.end(end - 1))
            behind = max(end, behind)

    def _name(self, position: int) -> int:
        return (
            self._titled(position)
            or self._with_initials(position)
            or self._with_first_name(position)
            or self._surname_alone(position)
        )

    # --- kinds of names -----------------------------------------------------------------------

    def _titled(self, position: int) -> int:
        """Mevr. Bakker, de heer J. de Vries, wethouder Jansen."""
        title = self.low[position]
        if title not in words.TITLES:
            return 0
        has_stop = self.gap(position).startswith(".")
        if has_stop and title not in words.ABBREVIATED:
            return 0
        if title in words.ONLY_WITH_STOP and not has_stop:
            return 0
        after = position + 1
        if not self.follows(after, may_stop=has_stop):
            return 0
        named = self._name(after) if self.low[after] not in words.PARTICLES else 0
        return named or self._surname_after(after, sure=title in words.ADDRESSED)

    def _with_initials(self, position: int) -> int:
        """J. de Vries, A.B. Bakker, J de Vries."""
        after, several = position, 0
        while after < len(self.written) and self.is_initial(after):
            several += self.written[after].count(".") or 1
            after += 1
            if not self.follows(after):
                return 0
        if after == position:
            return 0
        has_stop = "." in self.written[after - 1]
        return self._surname_after(after, sure=has_stop and several > 1, guess=has_stop)

    def _with_first_name(self, position: int) -> int:
        """Fatima, Jan de Vries, Anne-Fleur Bakker; in small letters only with a known surname."""
        if not self.is_first(position):
            return 0
        after = position + 1
        while self.follows(after) and self.is_first(after) and self.alike(position, after):
            after += 1
        full = self._surname_of(position, after)
        if full or self.shape(position) == "small":
            return full
        return after if after > position + 1 or self._stands_alone(position) else 0

    def _surname_of(self, position: int, after: int) -> int:
        """The surname behind a first name, written like it."""
        main = self.skip_particles(after) if self.follows(after) else len(self.written)
        if main >= len(self.written) or "." in self.written[main]:
            return 0
        return (
            main + 1 if self.alike(position, main) and self._belongs(position, after, main) else 0
        )

    def _belongs(self, position: int, after: int, main: int) -> bool:
        """Whether it goes with a first name: any word with a capital, known where in doubt."""
        particles, low, known = self.low[after:main], self.low[main], self.is_listed(after, main)
        if self.shape(position) == "small":
            return known and (bool(particles) or low not in self.lists.ordinary_last)
        if known or set(particles[:1]) & words.PLACING:
            return known
        doubtful = self.low[position] in self.lists.ordinary_first
        return low not in self.lists.common or (bool(particles) and not doubtful)

    def _stands_alone(self, position: int) -> bool:
        """Whether a first name with a capital is one by itself."""
        shape, low = self.shape(position), self.low[position]
        if low in self.lists.ordinary_first:
            return shape == "capital" and (self.is_amid(position) or self.does(position))
        return shape == "capital" or len(low) >= _LEAST_CAPITALS

    def _surname_alone(self, position: int) -> int:
        """Jansen, van der Berg; where it is an ordinary word only amid a sentence."""
        main = self.skip_particles(position)
        if main >= len(self.written) or self.shape(main) == "small":
            return 0
        if main == position and self.is_behind_article(position):
            return 0
        capitals = self.shape(main) == "capitals"
        if capitals and (len(self.low[main]) < _LEAST_CAPITALS or not self.alike(position, main)):
            return 0
        particles = self.low[position:main]
        ordinary = self.low[main] in self.lists.ordinary_last
        if not self.is_listed(position, main):
            return main + 1 if self.is_strong(particles, main) else 0
        told = self.is_amid(position) or self.does(main)
        if ordinary and particles in ([], ["de"]) and (capitals or not told):
            return 0
        return main + 1

    def _surname_after(self, position: int, sure: bool, guess: bool = False) -> int:
        """The surname behind a title or initials: ``sure`` takes any word with a capital, ``guess``
        one that is no common word.
        """
        main = self.skip_particles(position)
        if main >= len(self.written) or self.low[main] in words.OFFICES:
            return 0
        particles, listed = self.low[position:main], self.is_listed(position, main)
        if self.shape(main) == "small":
            doubtful = self.low[main] in self.lists.ordinary_last
            return main + 1 if listed and sure and not doubtful else 0
        guess = guess and (bool(particles) or self.low[main] not in self.lists.common)
        return main + 1 if listed or sure or guess else 0
