"""A reader of everything that was ever issued from a logbook, for the tests of sequences.

The pages of all releases are laid side by side in one system: cells of the same name are the same
number. On it stands the program's attacker, with the rule itself known (Fix). A number is *open*
where it is small and a small value of it can be excluded, or where it is small and printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vp_logboek.domain.disclosure.fix import fixed_attacker
from vp_logboek.domain.disclosure.system import Cell, Page, Pattern, Problem, System
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode

Cells = Iterable[tuple[Problem, Pattern]]


@dataclass
class Reader:
    """``values`` are the true numbers: only to judge by, the attacker does not see them."""

    cells: dict[str, Cell] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)
    shown: dict[str, int] = field(default_factory=dict)
    sums: set[tuple[tuple[int, str], ...]] = field(default_factory=set)

    def reads(self, cells: Cells, again: str = "") -> "Reader":
        """A page. ``again`` marks the cells of a second page about the same people."""
        for problem, pattern in cells:
            names = [one_name(cell.name) + again for cell in problem.system.cells]
            for index, (name, cell) in enumerate(zip(names, problem.system.cells, strict=True)):
                self._add(name, cell, problem.values[index])
                if index in pattern.shown:
                    self.shown[name] = problem.values[index]
            for equation in problem.system.equations:
                self.sums.add(tuple((number, names[index]) for number, index in equation))
        return self

    def compares(self, again: str) -> "Reader":
        """Who lays both pages side by side: each number is that of before, with a change."""
        for name in [name for name in self.cells if name + again in self.cells]:
            change = self.values[name + again] - self.values[name]
            sign = 1 if change >= 0 else -1
            delta = f"{name}{again}-change"
            self._add(delta, Cell(delta, self.cells[name].threshold), abs(change))
            self.sums.add(((1, name + again), (-1, name), (-sign, delta)))
        return self

    def is_sum(self, whole: str, *parts: str) -> None:
        """Every number of this organisation is that of the others added up."""
        for name in [name for name in self.cells if name.startswith(f"{whole}/")]:
            terms = [name.replace(whole, part, 1) for part in parts]
            if all(term in self.cells for term in terms):
                self.sums.add(((1, name), *((-1, term) for term in terms)))

    def is_told_sum(self, row: str, parts: Iterable[str]) -> None:
        """Somebody printed what a row is in all these years together."""
        names = [f"{part}/{row}" for part in parts]
        value = sum(self.values[name] for name in names)
        self._add(f"samen/{row}", Cell(f"samen/{row}", 0), value)
        self.shown[f"samen/{row}"] = value
        self.sums.add(((1, f"samen/{row}"), *((-1, name) for name in names)))

    def tells(self, report: SafeReport, years: Sequence[str]) -> "Reader":
        """What years side by side tell: each figure once more, and the sums in the last column."""
        for table in report.tables:
            for row in table.rows:
                if isinstance(row.figures[-1], int) and table.code is not TableCode.ACTIVITIES:
                    self._tells_sum(f"{table.code.value}/{row.code}", report.organisation, years)
        return self

    def _tells_sum(self, row: str, organisation: str, years: Sequence[str]) -> None:
        parts = [f"{organisation}/{year}" for year in years]
        if all(f"{part}/{row}" in self.cells for part in parts):
            self.is_told_sum(row, parts)

    def knows_parts(self, least: Mapping[str, int]) -> "Reader":
        """What was handed out outside the program of each cell."""
        for name, number in least.items():
            cell = self.cells[name]
            self.cells[name] = Cell(name, cell.threshold, max(cell.least, number), cell.most)
        return self

    def open(self) -> list[str]:
        """The numbers that are open."""
        names = list(self.cells)
        place = {name: index for index, name in enumerate(names)}
        equations = tuple(
            tuple((number, place[name]) for number, name in equation)
            for equation in sorted(self.sums)
        )
        system = System(tuple(self.cells.values()), equations)
        page = Page(system, {place[name]: number for name, number in self.shown.items()})
        known = fixed_attacker(page).known
        return [
            name
            for index, name in enumerate(names)
            if self._is_small(name) and (index in known or name in self.shown)
        ]

    def _is_small(self, name: str) -> bool:
        cell = self.cells[name]
        return cell.least <= self.values[name] < cell.least + cell.threshold

    def _add(self, name: str, cell: Cell, value: int) -> None:
        known = self.cells.get(name, cell)
        assert self.values.setdefault(name, value) == value, f"two numbers under one name: {name}"
        most = [each for each in (cell.most, known.most) if each is not None]
        self.cells[name] = Cell(
            name,
            max(cell.threshold, known.threshold),
            max(cell.least, known.least),
            min(most, default=None),
        )


def one_name(name: str) -> str:
    """The cells of a year begin with organisation and year, those of a sum with year first."""
    first, second, *rest = name.split("/")
    if first[:4].isdigit():
        first, second = second, first
    return "/".join((first, second, *rest))
