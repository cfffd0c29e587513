"""The protector: chooses which cells a page shows, drawn under the logbook's secret key.

A choice is *admissible* when (1) no small free cell is shown and what is fixed is kept, (2) parts
of hidden wholes are hidden and groups hold, (3) every reader must hold the true table possible even
knowing the rule itself (``fix`` and ``admits``: then of every hidden number all small values are
possible or none), (4) G2 has nothing against it, and
(5) all small values or none are possible too for a reader who believes what was handed out outside
the program. Whether a choice is admissible can be told from its page alone, for all tables that can
make the page.

**The draw, as it is written and tested.** Let the *free* cells be those that are not fixed.

1. Each free cell is hidden beforehand with chance epsilon, independently of all else.
2. The *forced* set is what is small and free, fixed hidden, hidden beforehand, and all parts of
   these. If it is admissible it is chosen.
3. Otherwise each free cell gets a weight of 1 plus a number drawn evenly from 0 to 1, times
   ``SPREAD``, and of all admissible sets that hold the forced one that with the smallest sum of
   weights is chosen. (``lightest``; of tables larger than any page of a year a light one.)
4. Cells that were not small and that every reader of the page can compute exactly are shown after
   all, where that is admissible: it is the same information.

Every admissible choice with nothing left for step 4 is drawn with a chance of at least
``epsilon**a * (1 - epsilon)**b`` (a: its larger free cells that are hidden, b: shown): just those
may be hidden beforehand, and step 2 accepts. So a reader who knows this program can exclude no
table that makes the page and agrees with the rule (theorem 1).
"""

from collections.abc import Iterable, Set

from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.cuts import small_cells
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.fix import admits, fixed_attacker
from vp_logboek.domain.disclosure.g2 import Violation, undisclosed
from vp_logboek.domain.disclosure.lightest import lightest
from vp_logboek.domain.disclosure.master import whole_of
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.system import Page, Pattern, Problem
from vp_logboek.domain.disclosure.witness import check_witness

EPSILON = 0.05
"""The chance that a cell is hidden whether that is needed or not; it makes theorem 1 true."""

SPREAD = 1.0
"""How far drawn weights differ: cells weigh from 1 to 1 plus this."""


class NoPattern(RuntimeError):
    """Nothing is admissible, not even hiding all that may be hidden.

    That is so when what is *fixed* as shown tells a small number by itself: a shown total too small
    for its hidden cells to take all small numbers, or cells issued earlier that leave one number
    over. Then the caller must not print that part of the page.
    """


class Unsafe(RuntimeError):
    """The last check of a choice failed: a fault in this program. Nothing may be printed."""


def choose(
    problem: Problem, draw: Draw, stop: Stop | None = None, epsilon: float = EPSILON
) -> Pattern:
    """What the page shows of a problem, always the same under the same draw.

    ``stop`` is asked often. Raises Stopped (it said so) and NoPattern.
    """
    return _Choice(problem, draw, stop).made(epsilon)


def admissible(problem: Problem, hidden: Set[int], stop: Stop | None = None) -> bool:
    """Whether the page that hides just these cells keeps every promise."""
    if not _allowed(problem, hidden):
        return False
    return not _objections(problem, fixed_attacker(_page(problem, hidden), stop), stop)


class _Choice:
    """One choice in the making."""

    def __init__(self, problem: Problem, draw: Draw, stop: Stop | None) -> None:
        self._problem = problem
        self._draw = draw
        self._stop = stop
        self._cells = range(len(problem.system.cells))
        self._small = small_cells(problem)
        self._readers: dict[frozenset[int], Attacker] = {}

    def made(self, epsilon: float) -> Pattern:
        needed = self._with_parts(
            self._small | {c for c, shown in self._problem.fixed.items() if not shown}
        )
        beforehand = frozenset(c for c in self._larger() if self._chance("eps", c) < epsilon)
        forced = self._with_parts(needed | beforehand)
        hidden = forced if self._admissible(forced) else self._lightest(forced)
        hidden = self._without_computable(hidden)
        shown = frozenset(self._cells) - hidden
        drawn = self._by_draw_alone(hidden, needed, forced)
        pattern = Pattern(shown, drawn, self._reader(hidden).known)
        check(self._problem, pattern, self._stop)
        return pattern

    def _chance(self, what: str, cell: int) -> float:
        return self._draw.chance(what, self._problem.system.cells[cell].name)

    def _larger(self) -> list[int]:
        """The free cells that may be shown."""
        return [c for c in self._cells if c not in self._problem.fixed and c not in self._small]

    def _with_parts(self, hidden: Set[int]) -> frozenset[int]:
        found = set(hidden)
        while more := {p for whole, p in self._problem.parts if whole in found} - found:
            found |= more
        return frozenset(found)

    def _reader(self, hidden: frozenset[int]) -> Attacker:
        """Who has read the page that hides these cells, and concluded all that follows."""
        if hidden not in self._readers:
            page = _page(self._problem, hidden)
            self._readers[hidden] = fixed_attacker(page, self._stop)
        return self._readers[hidden]

    def _objections(self, hidden: frozenset[int]) -> tuple[Violation | None, ...]:
        return _objections(self._problem, self._reader(hidden), self._stop)

    def _admissible(self, hidden: frozenset[int]) -> bool:
        return _allowed(self._problem, hidden) and not self._objections(hidden)

    def _lightest(self, forced: Set[int]) -> frozenset[int]:
        """The admissible set with the smallest sum of drawn weights that holds the forced one.

        Where the cuts left nothing (those of G2 may ask too much) or there were too many of them,
        what can be shown one by one is shown, the heaviest first.
        """
        weights = {c: 1 + SPREAD * self._chance("weight", c) for c in self._larger()}
        payable = {c: weight for c, weight in weights.items() if c not in forced}
        found = None
        if not self._problem.told:  # of what its reader believes the cuts know nothing
            found, is_lightest = lightest(
                self._problem, forced, payable, self._objections, self._stop
            )
            if found is not None and is_lightest:
                return found
        for start in (found, frozenset(forced | payable.keys())):
            if start is not None and self._admissible(start):
                order = sorted(payable.keys() & start, key=lambda c: (-payable[c], c))
                return self._shown_where_admissible(start, order)
        raise NoPattern

    def _without_computable(self, hidden: frozenset[int]) -> frozenset[int]:
        """Without what every reader can compute anyway."""
        reader = self._reader(hidden)
        computable = [c for c in self._larger() if c in hidden and _is_computable(reader, c)]
        return self._shown_where_admissible(hidden, computable)

    def _by_draw_alone(
        self, hidden: frozenset[int], needed: Set[int], forced: Set[int]
    ) -> frozenset[int]:
        """What was hidden beforehand and could be shown without harm."""
        drawn = [c for c in self._larger() if c in hidden and c in forced and c not in needed]
        return hidden - self._shown_where_admissible(hidden, drawn)

    def _shown_where_admissible(
        self, hidden: frozenset[int], cells: Iterable[int]
    ) -> frozenset[int]:
        for cell in cells:
            fewer = hidden - {cell}
            if self._admissible(fewer):
                hidden = fewer
        return hidden


def check(problem: Problem, pattern: Pattern, stop: Stop | None = None) -> None:
    """Prove a pattern once more from the page alone, with a fresh reader and a witness for every
    number that must stay possible. Raises Unsafe.
    """
    hidden = frozenset(range(len(problem.system.cells))) - pattern.shown
    page = _page(problem, hidden)
    if not _allowed(problem, hidden) or not admits(page, pattern.known, problem.values):
        raise Unsafe
    attacker = Attacker(page, pattern.known, stop)
    for cell in hidden - pattern.known:
        if problem.system.cells[cell].threshold > 0:
            found = attacker.possible(cell)
            if not found.every or not all(
                table[cell] == value and check_witness(page, pattern.known, table)
                for value, table in found.witnesses.items()
            ):
                raise Unsafe
    if undisclosed(problem, pattern.shown, pattern.known):
        raise Unsafe
    if not _is_safe_from_believers(problem, page, pattern.known, stop):
        raise Unsafe


def _page(problem: Problem, hidden: Set[int]) -> Page:
    values = enumerate(problem.values)
    return Page(problem.system, {cell: value for cell, value in values if cell not in hidden})


def _allowed(problem: Problem, hidden: Set[int]) -> bool:
    """Whether small and fixed cells, parts and groups are as they must be."""
    return (
        small_cells(problem) <= hidden
        and all((cell in hidden) is not shown for cell, shown in problem.fixed.items())
        and all(part in hidden for whole, part in problem.parts if whole in hidden)
        and all(_group_holds(problem, hidden, *group) for group in problem.groups)
    )


def _group_holds(problem: Problem, hidden: Set[int], cells: tuple[int, ...], minimum: int) -> bool:
    """What is hidden of a group is together at least the minimum, or nothing of it is hidden; a
    group below a hidden whole is hidden with it, whatever it is together.
    """
    inside = [cell for cell in cells if cell in hidden]
    return (
        not inside
        or sum(problem.values[cell] for cell in inside) >= minimum
        or whole_of(problem, cells) in hidden
    )


def _objections(
    problem: Problem, reader: Attacker, stop: Stop | None
) -> tuple[Violation | None, ...]:
    """What a reader could conclude: (None,) a small number, or all that G2 has against it."""
    if not admits(reader.page, reader.known, problem.values):
        return (None,)
    if not _is_safe_from_believers(problem, reader.page, reader.known, stop):
        return (None,)
    return undisclosed(problem, reader.page.shown.keys(), reader.known)


def _is_safe_from_believers(
    problem: Problem, page: Page, known: frozenset[int], stop: Stop | None
) -> bool:
    """Whether somebody who believes what was handed out finds all small numbers of a hidden cell
    possible or none. Where nothing fits the page they see that they are mistaken.

    It looks at the page alone and never at the true table: else which pages there are would tell
    whether the figures that were handed out fit.
    """
    if not problem.told:
        return True
    believer = Attacker(Page(problem.believed, page.shown), known, stop)
    if believer.base is None:
        return True
    cells = problem.believed.cells
    hidden = [c for c in page.hidden if cells[c].threshold > 0 and c not in known]
    return all((found := believer.possible(cell)).every or found.none for cell in hidden)


def _is_computable(attacker: Attacker, cell: int) -> bool:
    threshold = attacker.page.system.cells[cell].threshold
    return (cell in attacker.known or threshold == 0) and attacker.only_value(cell) is not None
