"""What a reader who knows everybody but one person could still tell (G2, theorem 3 of the method).

Nothing is solved here: it is about the structure of a page alone. For that reader a page holds one
unknown person, and says of that person only what it adds to the cells that are shown, or of which
every reader may know that they hold no small number. Kinds of persons that add the same to all of
those cannot be told apart. A protected cell stays unknown to this reader when each such class of
kinds that adds something to the cell also holds a kind that adds something else to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from vp_logboek.domain.disclosure.system import PersonType, Problem

Adds = dict[int, int]
"""What a person adds, by cell; nothing to all other cells."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A protected ``cell`` that somebody who knows everybody but one person could compute.

    ``apart`` are the shown cells by which the page tells that person from people who add something
    else to the cell: to hide enough of them is one remedy, to show the cell another.
    """

    cell: int
    apart: frozenset[int]


def undisclosed(problem: Problem, shown: Set[int], known: Set[int]) -> tuple[Violation, ...]:
    """What G2 has against showing these cells; empty where nothing, or where only G1 is promised.

    ``known`` are the hidden cells that every reader may know to hold no small number (``fix``).
    """
    if problem.types is None:
        return ()
    people = [_adds(each) for each in problem.types]
    protected = [
        index
        for index, cell in enumerate(problem.system.cells)
        if cell.threshold > 0 and index not in shown and index not in known
    ]
    told = shown | known
    classes: dict[frozenset[tuple[int, int]], list[Adds]] = defaultdict(list)
    for person in people:
        classes[frozenset(term for term in person.items() if term[0] in told)].append(person)
    return tuple(
        Violation(cell, _apart(alike, cell, people, shown))
        for alike in classes.values()
        for cell in protected
        if _computed(alike, cell)
    )


def _adds(person: PersonType) -> Adds:
    adds: Adds = defaultdict(int)
    for increment, cell in person:
        adds[cell] += increment
    return {cell: increment for cell, increment in adds.items() if increment}


def _computed(alike: Iterable[Adds], cell: int) -> bool:
    """Whether people who cannot be told apart all add the same to the cell, and not nothing."""
    increments = {person.get(cell, 0) for person in alike}
    return len(increments) == 1 and increments != {0}


def _apart(alike: list[Adds], cell: int, people: Iterable[Adds], shown: Set[int]) -> frozenset[int]:
    one = alike[0]
    return frozenset(
        index
        for other in people
        if other.get(cell, 0) != one[cell]
        for index in one.keys() | other.keys()
        if index in shown and one.get(index, 0) != other.get(index, 0)
    )
