"""The attacker: everything a reader can conclude about the hidden cells of a page.

For every hidden cell: which small numbers are still possible, each with a witness. An answer
"possible" is a witness that was checked in whole numbers; an answer "not possible" may rest on the
solver, and is used only where it makes the program hide more or show less.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from math import inf
from typing import Protocol

from vp_logboek.domain.disclosure.reading import Bound, Part, Reading, read
from vp_logboek.domain.disclosure.search import Search
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.system import Page
from vp_logboek.domain.disclosure.tree import Tree, is_tree
from vp_logboek.domain.disclosure.witness import Table, check_witness, small_values
from vp_logboek.domain.errors_release import Stopped


class _Finder(Protocol):
    def find(self, cell: int, low: Bound, high: Bound) -> list[int] | None: ...


@dataclass(frozen=True, slots=True)
class Possible:
    """What is possible for one hidden cell.

    ``witnesses`` has a table for each small value that is possible, ``larger`` one in which the
    cell has a larger value. ``wanted`` are the small values there are.
    """

    wanted: range
    witnesses: Mapping[int, Table]
    larger: Table | None

    @property
    def small(self) -> frozenset[int]:
        """The small values that are possible."""
        return frozenset(self.witnesses)

    @property
    def every(self) -> bool:
        """Whether all small values are possible: then the cell is protected."""
        return len(self.witnesses) == len(self.wanted)

    @property
    def none(self) -> bool:
        """Whether no small value is possible: then nothing small can be told."""
        return not self.witnesses


class Attacker:
    """A reader of ``page`` who takes the cells in ``known`` to hold no small number."""

    def __init__(
        self,
        page: Page,
        known: Set[int] = frozenset(),
        stop: Stop | None = None,
        before: "Attacker | None" = None,
    ) -> None:
        """``before`` is the same reader who knew less: what was found for them is used again."""
        self.page = page
        self.known = frozenset(known)
        self._stop = stop
        self._reading = read(page, self.known)
        self._finders: dict[Part, _Finder] = before._finders if before else {}
        self._tables: dict[tuple[int, int], Table] = {}
        for table in dict.fromkeys(before._tables.values()) if before else ():
            self._keep(table, range(len(table)))
        self._part_of = _parts_by_cell(self._reading)
        self.base = next(iter(self._tables.values()), None) or self._first_table()
        """A table that makes the page; None where there is none."""

    def knowing(self, more: Iterable[int]) -> "Attacker":
        """The same reader who takes more cells to hold no small number."""
        return Attacker(self.page, self.known | set(more), self._stop, before=self)

    def possible(self, cell: int) -> Possible:
        """What is possible for a hidden cell; raises Stopped when the work must end."""
        wanted = small_values(self.page.system.cells[cell])
        found = {value: self.table_with(cell, value, value) for value in wanted}
        witnesses = {value: table for value, table in found.items() if table is not None}
        return Possible(wanted, witnesses, self.table_with(cell, wanted.stop, inf))

    def misses(self, cell: int) -> bool:
        """Whether a small value of the cell is not possible; looks no further than the first."""
        wanted = small_values(self.page.system.cells[cell])
        return any(self.table_with(cell, value, value) is None for value in wanted)

    def only_value(self, cell: int) -> int | None:
        """The value of a cell that every reader can compute exactly; None where there are more.

        Of a part with circles this rests on the solver: after showing it the page is asked anew.
        """
        if self.base is None:
            return None
        value = self.base[cell]
        more = self.table_with(cell, value + 1, inf) or self.table_with(cell, -inf, value - 1)
        return value if more is None else None

    def table_with(self, cell: int, low: Bound, high: Bound) -> Table | None:
        """A checked witness with the cell from ``low`` to ``high``; None where none was found."""
        if self._stop is not None and self._stop():
            raise Stopped
        return self._at_hand(cell, low, high) or self._sought(cell, low, high)

    def _at_hand(self, cell: int, low: Bound, high: Bound) -> Table | None:
        stop = small_values(self.page.system.cells[cell]).stop
        if low == high < stop or (low == stop and high == inf):
            return self._tables.get((cell, int(low)))
        return None

    def _sought(self, cell: int, low: Bound, high: Bound) -> Table | None:
        if self.base is None:
            return None
        if cell not in self._part_of:
            return self.base if low <= self.base[cell] <= high else None
        part = self._part_of[cell]
        found = self._finder(part).find(part.cells.index(cell), low, high)
        table = None if found is None else _with(self.base, part, found)
        if table is None or not low <= table[cell] <= high:
            return None
        return table if self._keep(table, part.cells) else None

    def _keep(self, table: Table, cells: Iterable[int]) -> bool:
        """Check a table, and keep it for all the cells it is a witness for."""
        if not check_witness(self.page, self.known, table):
            return False
        for cell in cells:
            stop = small_values(self.page.system.cells[cell]).stop
            self._tables.setdefault((cell, min(table[cell], stop)), table)
        return True

    def _finder(self, part: Part) -> _Finder:
        if part not in self._finders:
            self._finders[part] = Tree(part) if is_tree(part) else Search(part, self._stop)
        return self._finders[part]

    def _first_table(self) -> Table | None:
        if self._reading is None:
            return None
        values = dict(self._reading.fixed)
        for part in self._reading.parts:
            found = self._finder(part).find(0, -inf, inf)
            if found is None:
                return None
            values |= dict(zip(part.cells, found, strict=True))
        table = tuple(values[cell] for cell in range(len(values)))
        return table if self._keep(table, range(len(table))) else None


def _with(base: Table, part: Part, found: Iterable[int]) -> Table:
    """The base table with other values for the cells of one part."""
    values = list(base)
    for cell, value in zip(part.cells, found, strict=True):
        values[cell] = value
    return tuple(values)


def _parts_by_cell(reading: Reading | None) -> dict[int, Part]:
    if reading is None:
        return {}
    return {cell: part for part in reading.parts for cell in part.cells}
