"""The lightest admissible choice, by cutting planes (Benders).

The master proposes what to hide, at the smallest sum of weights within all inequalities so far.
What a reader could still conclude comes back as inequalities that the proposal breaks, until there
are none: then no lighter choice is admissible. G2 and what fractions do not see come last; G2's
inequalities may ask a little too much.
"""

from collections.abc import Callable, Mapping, Sequence, Set

from vp_logboek.domain.disclosure.cuts import Cut, Deviations, small_cells
from vp_logboek.domain.disclosure.g2 import Violation
from vp_logboek.domain.disclosure.master import Master
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.system import Problem

Objections = Callable[[frozenset[int]], Sequence[Violation | None]]
"""What is wrong with hiding just these cells: None is a small number that readers could conclude;
nothing at all where it is admissible."""

_ROUGHLY = 0.05
"""How far from the lightest a choice may be while it still lacks something; only for the speed."""

_MANY = 3000
"""Inequalities; 375 random pages of years of 14 to 150 melders needed 125 at most."""

_ROUNDS = 40
"""How often cuts are sought in fractions first; only the speed hangs on it."""


def lightest(
    problem: Problem,
    forced: Set[int],
    weights: Mapping[int, float],
    objections: Objections,
    stop: Stop | None,
) -> tuple[frozenset[int] | None, bool]:
    """What to hide: all that is forced, and of the cells with a weight the lightest that will do.

    Then comes True. With False comes no more than a choice to begin from (there were too many
    inequalities to wait for), or None: nothing will do, or G2's inequalities left nothing. Raises
    Stopped.
    """
    master = Master(problem, forced, weights, stop)
    deviations = Deviations(problem, stop)
    _cut_in_fractions(master, deviations)
    gap = _ROUGHLY
    while (best := master.best(gap)) is not None:
        hidden, certain = best
        if master.cuts > _MANY:
            return _mended(deviations, _choice(problem, hidden), weights), False
        cuts = _lacking(deviations, _choice(problem, hidden), weights) or [
            _against(problem, hidden, objection) for objection in objections(hidden)
        ]
        if not cuts and (certain or not gap):
            return hidden, True
        gap = _ROUGHLY if cuts else 0.0
        for cut in cuts:
            master.add(cut)
    return None, False


def _choice(problem: Problem, hidden: Set[int]) -> list[float]:
    return [float(cell in hidden) for cell in range(len(problem.system.cells))]


def _cut_in_fractions(master: Master, deviations: Deviations) -> None:
    """Cuts that make the model in whole numbers close to the one in fractions, and so quick."""
    for _ in range(_ROUNDS):
        choice = master.in_fractions()
        if choice is None:
            return
        hidden, free = choice
        cuts = deviations.lacking(hidden) or deviations.lacking_so_free(hidden, free)
        if not cuts:
            return
        for cut in cuts:
            master.add(cut)


def _lacking(
    deviations: Deviations, choice: list[float], weights: Mapping[int, float]
) -> list[Cut]:
    """What a choice in whole numbers lacks, as far as fractions tell. Where small cells lack
    something, more cells are hidden on the way as far as they ask: that gives more cuts at once.
    """
    found: list[Cut] = []
    while lacking := deviations.lacking(choice):
        found += lacking
        for cut in lacking:
            _meet(cut, choice, weights)
    return found or deviations.lacking_when_known(choice)


def _mended(
    deviations: Deviations, choice: list[float], weights: Mapping[int, float]
) -> frozenset[int]:
    """A choice with more cells hidden, until it lacks nothing that fractions can tell."""
    while cuts := _lacking(deviations, choice, weights):
        useful = {c for cut in cuts for c in cut.hidden if c in weights and choice[c] < 1}
        if not useful:
            break
        choice[min(useful, key=lambda c: (weights[c], c))] = 1.0
    return frozenset(cell for cell, hidden in enumerate(choice) if hidden)


def _meet(cut: Cut, choice: list[float], weights: Mapping[int, float]) -> None:
    """Hide more cells, those that give most for their weight first, until the cut holds."""
    useful = [c for c in cut.hidden if c in weights and choice[c] < 1]
    for cell in sorted(useful, key=lambda c: (weights[c] / cut.hidden[c], c)):
        if not cut.broken(choice, choice):
            return
        choice[cell] = 1.0


def _against(problem: Problem, hidden: Set[int], objection: Violation | None) -> Cut:
    return _more(problem, hidden) if objection is None else _merging(problem, hidden, objection)


def _more(problem: Problem, hidden: Set[int]) -> Cut:
    """Hide one cell more at least. What hides less than an unsafe choice is not safe either."""
    free = [c for c in range(len(problem.system.cells)) if c not in problem.fixed]
    return Cut({cell: 1.0 for cell in free if cell not in hidden}, {}, 1.0)


def _merging(problem: Problem, hidden: Set[int], objection: Violation) -> Cut:
    """Hide one of the cells that tell the person apart, or show the cell that was computed."""
    apart = {c: 1.0 for c in objection.apart if c not in problem.fixed}
    terms = apart or dict(_more(problem, hidden).hidden)
    if objection.cell in problem.fixed or objection.cell in small_cells(problem):
        return Cut(terms, {}, 1.0)
    return Cut({**terms, objection.cell: -1.0}, {}, 0.0)
