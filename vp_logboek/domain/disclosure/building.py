"""Builds a Problem: cells with names, the sums between them, and what was handed out before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vp_logboek.domain.disclosure.system import Cell, PersonType, Problem, System, Term


@dataclass(slots=True)
class _Making:
    """A cell under construction; ``told`` of it was handed out outside the program."""

    name: str
    value: int
    threshold: int
    told: int
    least: int
    most: int | None
    shown: bool | None


class Builder:
    """A problem under construction. Every name begins with ``prefix``.

    Sums are added from the whole to its parts: a whole's own whole first.
    """

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._cells: list[_Making] = []
        self._sums: list[tuple[int, tuple[int, ...]]] = []
        self._watched: list[tuple[int, frozenset[int]]] = []
        self._parts: list[tuple[int, int]] = []
        self._groups: list[tuple[tuple[int, ...], int]] = []
        self._types: set[frozenset[int]] = set()

    def cell(
        self,
        *place: str,
        value: int,
        threshold: int,
        told: int = 0,
        least: int = 0,
        shown: bool | None = None,
        most: int | None = None,
    ) -> int:
        """A new cell; its index. ``shown`` is None where it may be chosen.

        ``told`` is the part of it that was handed out outside the program: nobody looks whether it
        fits. ``least`` and ``most`` are what every reader knows for certain.
        """
        name = "/".join((self._prefix, *place))
        self._cells.append(_Making(name, value, threshold, told, least, most, shown))
        return len(self._cells) - 1

    def value(self, cell: int) -> int:
        """The true value of a cell."""
        return self._cells[cell].value

    def is_shown(self, cell: int) -> bool:
        """Whether a cell is shown whatever is chosen."""
        return self._cells[cell].shown is True

    def sum(self, whole: int, parts: Sequence[int]) -> None:
        """The parts add up to the whole."""
        self._sums.append((whole, tuple(parts)))

    def below(self, whole: int, parts: Iterable[int]) -> None:
        """Parts that are hidden where their whole is."""
        self._parts += [(whole, part) for part in parts]

    def stand_together(self, whole: int, parts: Sequence[int], minimum: int) -> None:
        """What is hidden of the parts of a shown whole is printed as one row *overig*.

        So together they are no small number: at least ``minimum``, and as much again as was handed
        out of them. Where even the whole is less, no part has a row.
        """
        needed = minimum + sum(self._cells[part].told for part in parts)
        if self._cells[whole].value >= needed:
            self._groups.append((tuple(parts), needed))
        else:
            for part in parts:
                self._cells[part].shown = False

    def watch(self, *place: str, members: Sequence[int], threshold: int, told: int) -> None:
        """A sum that is never printed, of which ``told`` was handed out."""
        value = sum(self._cells[member].value for member in members)
        cell = self.cell(*place, value=value, threshold=threshold, told=told, shown=False)
        self._sums.append((cell, tuple(members)))
        self._watched.append((cell, frozenset(members)))

    def person(self, *cells: int) -> None:
        """A kind of person there can be, and all cells that one more of them adds one to."""
        self._types.add(frozenset(cells))

    def finished(self, insiders: bool) -> Problem:
        """The problem; ``insiders`` says whether readers who know all but one are kept out too."""
        for whole, parts in reversed(self._sums):
            made = self._cells[whole]
            made.told = max(made.told, sum(self._cells[part].told for part in parts))
        told = {n: c.told for n, c in enumerate(self._cells) if c.told and c.threshold}
        cells = tuple(
            Cell(c.name, c.threshold + told.get(n, 0), c.least, c.most)
            for n, c in enumerate(self._cells)
        )
        equations = tuple(_equation(whole, parts) for whole, parts in self._sums)
        fixed = {n: cell.shown for n, cell in enumerate(self._cells) if cell.shown is not None}
        return Problem(
            System(cells, equations),
            tuple(cell.value for cell in self._cells),
            fixed,
            tuple(self._parts),
            tuple(self._groups),
            self._person_types() if insiders else None,
            told,
        )

    def _person_types(self) -> tuple[PersonType, ...]:
        kinds = sorted(sorted(kind) for kind in self._types)
        return tuple(tuple(_increments(kind, self._watched)) for kind in kinds)


def _equation(whole: int, parts: Sequence[int]) -> tuple[Term, ...]:
    return ((1, whole), *((-1, part) for part in parts))


def _increments(cells: Sequence[int], watched: Sequence[tuple[int, frozenset[int]]]) -> list[Term]:
    """One in every cell, and in every watched sum as many as it has of them."""
    own = [(1, cell) for cell in cells]
    sums = [(len(members.intersection(cells)), cell) for cell, members in watched]
    return own + [(number, cell) for number, cell in sums if number]
