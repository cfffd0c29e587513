"""Builds a Problem: cells with names, the sums between them, and what was handed out before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vp_logboek.domain.disclosure.system import Cell, PersonType, Problem, System, Term


@dataclass(slots=True)
class _Making:
    """A cell under construction. ``given`` says that its ``least`` was handed out as a number."""

    name: str
    value: int
    threshold: int
    least: int = 0
    most: int | None = None
    shown: bool | None = None
    given: bool = False


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
        given: int | None = None,
        shown: bool | None = None,
        most: int | None = None,
    ) -> int:
        """A new cell; its index. ``shown`` is None where it may be chosen.

        ``given`` is the part of it that was handed out outside the program. Where that is more than
        there is, whoever got it is mistaken: the cell is hidden, and nothing more is known of it.
        """
        making = _Making("/".join((self._prefix, *place)), value, threshold, most=most, shown=shown)
        if given is not None and given <= value:
            making.least, making.given = given, True
        elif given is not None and shown is None:
            making.shown = False
        self._cells.append(making)
        return len(self._cells) - 1

    def value(self, cell: int) -> int:
        """The true value of a cell."""
        return self._cells[cell].value

    def is_shown(self, cell: int) -> bool:
        """Whether a cell is fixed as shown."""
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
        needed = minimum + sum(self._cells[part].least for part in parts)
        if self._cells[whole].value >= needed:
            self._groups.append((tuple(parts), needed))
        else:
            for part in parts:
                self._cells[part].shown = False

    def watch(self, *place: str, members: Sequence[int], threshold: int, least: int) -> None:
        """A sum that is never printed, of which at least ``least`` was handed out."""
        value = sum(self._cells[member].value for member in members)
        if value < least:
            return
        cell = self.cell(*place, value=value, threshold=threshold, shown=False)
        self._cells[cell].least = least
        self._sums.append((cell, tuple(members)))
        self._watched.append((cell, frozenset(members)))

    def person(self, *cells: int) -> None:
        """A kind of person there can be, and all cells that one more of them adds one to."""
        self._types.add(frozenset(cells))

    def finished(self, insiders: bool) -> Problem:
        """The problem; ``insiders`` says whether readers who know all but one are kept out too."""
        self._know_what_was_given()
        cells = tuple(Cell(c.name, c.threshold, c.least, c.most) for c in self._cells)
        equations = tuple(_equation(whole, parts) for whole, parts in self._sums)
        fixed = {n: cell.shown for n, cell in enumerate(self._cells) if cell.shown is not None}
        return Problem(
            System(cells, equations),
            tuple(cell.value for cell in self._cells),
            fixed,
            tuple(self._parts),
            tuple(self._groups),
            self._person_types() if insiders else None,
        )

    # --- what follows from figures that were handed out ---------------------------------------

    def _know_what_was_given(self) -> None:
        for whole, parts in reversed(self._sums):
            least = sum(self._cells[part].least for part in parts)
            self._cells[whole].least = max(self._cells[whole].least, least)
        for whole, parts in tuple(self._sums):
            self._know_the_rest(whole, parts)

    def _know_the_rest(self, whole: int, parts: Sequence[int]) -> None:
        """Of a whole and some parts that were handed out, the rest of that time can be told."""
        known = [part for part in parts if self._cells[part].given]
        others = [part for part in parts if not self._cells[part].given]
        rest = self._cells[whole].least - sum(self._cells[part].least for part in known)
        if rest <= 0 or not known or not others:
            return
        first = self._cells[others[0]]
        if len(others) == 1:
            first.least = max(first.least, rest) if first.value >= rest else first.least
        else:
            name = f"{self._cells[whole].name}/rest"
            self.watch(name, members=others, threshold=first.threshold, least=rest)

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
