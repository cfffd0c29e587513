"""One table of several organisations and of their sum, as one problem."""

from collections.abc import Mapping, Sequence

from vp_logboek.domain.counts import Line
from vp_logboek.domain.disclosure.building import Builder
from vp_logboek.domain.disclosure.issued import IssuedPart
from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level, Thresholds, keeps_out_insiders
from vp_logboek.domain.disclosure.problems import (
    BECAME_KNOWN,
    NOTHING,
    OTHERS,
    TOTAL,
    Dimension,
    Place,
    tops_of,
)
from vp_logboek.domain.disclosure.summed import folded
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally


class Summing:
    """Makes the problem of one table: the cells of every part, and of the sum."""

    def __init__(
        self,
        tally: Tally,
        parts: Sequence[IssuedPart],
        level: Level,
        code: TableCode,
        row: str | None = None,
    ) -> None:
        """``row`` is given for a table whose rows do not add up: each is looked at by itself."""
        self.tally, self.parts, self.code, self.row = tally, parts, code, row
        self.k = THRESHOLDS[level]
        self.builder = Builder(tally.period.label)
        self.insiders = keeps_out_insiders(level)
        self.cells: dict[str, list[tuple[int, int, IssuedPart, Line]]] = {}
        """By row of the sum: a cell of a part, the total of the part, the part and its row."""

    def dimension(self, crossed: bool = False) -> Dimension:
        """The problem with its places."""
        fits = [self._part(part) for part in self.parts]
        places: dict[Place, int] = {}
        for row, cells in self.cells.items():
            cell = self._sum_cell((row,), [cell for cell, *_ in cells], self._of(self.k), all(fits))
            if row not in (NOTHING, OTHERS):
                places[self.code, row, 0] = cell
            inner = self._crossed(row, cell) if crossed else {}
            places |= inner
            for part_cell, total, _, _ in cells if not inner else ():
                self.builder.person(total, part_cell, cell)
        name = self.code if self.row is None else f"{self.code}/{self.row}"
        return Dimension(name, self.builder.finished(self.insiders), places)

    def _of(self, k: Thresholds) -> int:
        """The threshold of this table."""
        return k.subject if self.code is TableCode.SUBJECT else k.characteristic

    def _part(self, part: IssuedPart) -> bool:
        """The cells of one part; False where its rows are more than its melders."""
        builder, tally = self.builder, part.tally
        total = builder.cell(
            tally.organisation, *TOTAL, value=tally.melders, threshold=0, shown=True
        )
        table = tally.table(self.code)
        lines = [
            line for line in tops_of(table) if not line.outside and self.row in (None, line.code)
        ]
        for line in lines:
            cell = builder.cell(
                tally.organisation, self.code, line.code,
                value=line.number,
                threshold=self._of(part.k),
                told=part.given.get((self.code, line.code), 0),
                shown=part.shows((self.code, line.code, 0)),
            )  # fmt: skip
            row = folded(line, [each.tally.table(self.code) for each in self.parts])
            self.cells.setdefault(str(row), []).append((cell, total, part, line))
        return self._rest(part, total, lines)

    def _rest(self, part: IssuedPart, total: int, lines: Sequence[Line]) -> bool:
        """What is never printed: who has not, or of whom nothing became known. Of an exact overview
        it is as good as printed.
        """
        name = OTHERS if self.row is not None else NOTHING
        rest = part.tally.melders - sum(line.number for line in lines)
        own = [cell for cells in self.cells.values() for cell, of, *_ in cells if of == total]
        if self.row is None and self.code not in BECAME_KNOWN:
            self.builder.sum(total, own)
            return True
        if rest < 0:
            return False
        cell = self.builder.cell(
            part.tally.organisation, self.code, self.row or "", name,
            value=rest,
            threshold=self._of(part.k),
            shown=part.report.exact,
        )  # fmt: skip
        self.builder.sum(total, (*own, cell))
        self.cells.setdefault(name, []).append((cell, total, part, lines[0]))
        return True

    def _sum_cell(self, row: tuple[str, ...], cells: Sequence[int], k: int, fits: bool) -> int:
        """A cell of the sum.

        Where every part was shown it is known whatever is chosen. Elsewhere a reader knows what was
        shown of it, and what is protected is the rest.
        """
        known = [self.builder.value(cell) for cell in cells if self.builder.is_shown(cell)]
        value = sum(self.builder.value(cell) for cell in cells)
        told = len(known) == len(cells)
        never = row[0] in (NOTHING, OTHERS) or not fits
        cell = self.builder.cell(
            self.tally.organisation, self.code, *row,
            value=value,
            threshold=0 if told or self.insiders else k,
            least=sum(known),
            shown=told and not never and value >= k if told or never or self.insiders else None,
        )  # fmt: skip
        self.builder.sum(cell, cells)
        return cell

    def _crossed(self, row: str, whole: int) -> Mapping[Place, int]:
        """Below a row of the sum and of every part: intern, extern and unknown."""
        code, k = TableCode.SUBJECT_ORIGIN, self.k.characteristic
        columns = self.tally.table(code).columns
        inner: list[list[int]] = [[] for _ in columns]
        people: list[tuple[int, int, int, int]] = []
        for cell, total, part, line in self.cells[row]:
            below = [
                self.builder.cell(
                    part.tally.organisation, code, line.code, column.label,
                    value=count.number,
                    threshold=part.k.characteristic,
                    shown=part.shows((code, line.code, position)),
                )
                for position, (column, count) in enumerate(
                    zip(columns, part.tally.table(code).line(line.code).counts, strict=True)
                )
            ]  # fmt: skip
            self.builder.sum(cell, below)
            for position, each in enumerate(below):
                inner[position].append(each)
                people.append((total, cell, each, position))
        places = {
            (code, row, position): self._sum_cell((row, column.label), cells, k, fits=True)
            for position, (column, cells) in enumerate(zip(columns, inner, strict=True))
        }
        self.builder.below(whole, places.values())
        for total, cell, each, position in people:
            self.builder.person(total, cell, whole, each, places[code, row, position])
        return places
