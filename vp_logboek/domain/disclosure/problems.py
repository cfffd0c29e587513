"""What is to be chosen about one year of one organisation: a problem for each dimension.

Every dimension is a tree (or a list) under the year's shown total of melders, and given that total
they do not depend on each other: any two tables with the same total can go together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vp_logboek.domain.counts import Line, TallyTable
from vp_logboek.domain.disclosure.building import Builder
from vp_logboek.domain.disclosure.levels import (
    CROSSED_FROM,
    THRESHOLDS,
    Level,
    Thresholds,
    keeps_out_insiders,
)
from vp_logboek.domain.disclosure.system import Problem
from vp_logboek.domain.subjects import rest_of
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally

Place = tuple[TableCode, str, int]
"""A cell of a page: table, row and position of the column."""

Given = Mapping[tuple[TableCode, str], int]
"""By table and row the numbers that were handed out outside the program."""

TOTAL = (TableCode.KEY, "totaal")
NOTHING = "niets"
OTHERS = "anderen"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A problem, and which of its cells have a place on the page."""

    name: str
    problem: Problem
    places: Mapping[Place, int]


def dimensions(tally: Tally, level: Level, given: Given) -> Iterator[Dimension]:
    """The problems of a year whose total is shown and which is large enough for tables.

    A table of which so much was handed out that the rest of that time can be told too is left out;
    that depends on what was handed out alone.
    """
    year = _Year(tally, THRESHOLDS[level], given, keeps_out_insiders(level))
    if year.is_clear(TableCode.SUBJECT):
        yield year.subjects()
    for code in (TableCode.CONTACT, TableCode.ORIGIN, TableCode.RELATION):
        if code is TableCode.ORIGIN and is_crossed(tally.melders):
            continue
        if year.is_clear(code):
            yield year.origins() if code is TableCode.ORIGIN else year.flat(code)
    for code in (TableCode.INTERVENTIONS, TableCode.REFERRALS):
        yield from year.lines(code)
    for code in BECAME_KNOWN:
        if year.is_clear(code):
            yield year.became_known(code)


BECAME_KNOWN = (TableCode.HANDLING, TableCode.OUTCOME, TableCode.MEASURE, TableCode.ENDING)
"""Tables of what became known in the year."""

NOT_ADDING = (TableCode.INTERVENTIONS, TableCode.REFERRALS)
"""Tables whose rows do not add up: a melder can stand in more of them."""

COUNTING_MELDERS = (
    TableCode.SUBJECT,
    TableCode.CONTACT,
    TableCode.ORIGIN,
    TableCode.RELATION,
    TableCode.INTERVENTIONS,
    TableCode.REFERRALS,
    *BECAME_KNOWN,
)
"""Tables with one column that counts melders."""


def is_crossed(shown_total: int) -> bool:
    """Whether subjects are crossed with intern and extern; looks at a printed number only."""
    return shown_total >= CROSSED_FROM


def least_total(tally: Tally, given: Given) -> int:
    """The smallest total that fits everything that was handed out about a part of the year.

    It looks at what was handed out alone: whether that fits the year is nobody's business.
    """
    fitting = [_least_of(tally.table(code), given) for code in COUNTING_MELDERS]
    return max(given.get(TOTAL, 0), *fitting)


def _least_of(table: TallyTable, given: Given) -> int:
    """The smallest number of melders that fits what was handed out of one table."""
    told = [_told_of(table, top, given) for top in tops_of(table)]
    return max(told, default=0) if table.total is None else sum(told)


def _told_of(table: TallyTable, top: Line, given: Given) -> int:
    """What was handed out of a row or, if that is more, of its parts together."""
    parts = sum(given.get((table.code, part.code), 0) for part in parts_of(table, top))
    return max(given.get((table.code, top.code), 0), parts)


def _told_rows(table: TallyTable, given: Given) -> dict[str, int] | None:
    """What is known of each row by what was handed out: beside the total of that time the last row
    is told by the others. None where several rows are told together.
    """
    told = {row: number for (code, row), number in given.items() if code is table.code}
    total = given.get(TOTAL)
    if not told or total is None or table.code in NOT_ADDING:
        return told
    rows = [line.code for line in tops_of(table) if not line.outside]
    rows += [NOTHING] if table.code in BECAME_KNOWN else []
    missing = [row for row in rows if row not in told]
    if len(missing) > 1:
        return None
    known = sum(told.get(row, 0) for row in rows)
    return told | {row: max(total - known, 0) for row in missing}


def tops_of(table: TallyTable) -> list[Line]:
    """The rows that are no part of another: classes, columns of one's own, rows of a flat table."""
    return [line for line in table.lines if line.kind is not RowKind.LEAF]


def parts_of(table: TallyTable, top: Line) -> list[Line]:
    """The rows below a whole."""
    return [line for line in table.lines if line.kind is RowKind.LEAF and line.parent == top.code]


class _Year:
    """Makes the problems of one year."""

    def __init__(self, tally: Tally, k: Thresholds, given: Given, insiders: bool) -> None:
        self.tally, self.k, self.given, self.insiders = tally, k, given, insiders
        self.told = {code: _told_rows(tally.table(code), given) for code in COUNTING_MELDERS}

    def is_clear(self, code: TableCode) -> bool:
        """Whether what was handed out of a table is told row by row."""
        return self.told[code] is not None

    def _begin(self) -> tuple[Builder, int]:
        builder = Builder(f"{self.tally.organisation}/{self.tally.period.label}")
        total = builder.cell(*TOTAL, value=self.tally.melders, threshold=self.k.total, shown=True)
        return builder, total

    def _told(self, code: TableCode, row: str) -> int:
        return (self.told[code] or {}).get(row, 0)

    def _cell(
        self, builder: Builder, code: TableCode, line: Line, k: int, shown: bool | None = None
    ) -> int:
        told = self._told(code, line.code)
        return builder.cell(code, line.code, value=line.number, threshold=k, told=told, shown=shown)

    def _done(
        self, name: str, builder: Builder, code: TableCode, cells: Mapping[str, int]
    ) -> Dimension:
        places = {(code, row, 0): cell for row, cell in cells.items()}
        return Dimension(name, builder.finished(self.insiders), places)

    def flat(self, code: TableCode) -> Dimension:
        """A table without parts: every melder stands in one row."""
        builder, total = self._begin()
        lines = self.tally.table(code).lines
        cells = {
            line.code: self._cell(builder, code, line, self.k.characteristic) for line in lines
        }
        builder.sum(total, tuple(cells.values()))
        for cell in cells.values():
            builder.person(total, cell)
        return self._done(code, builder, code, cells)

    def origins(self) -> Dimension:
        """Intern, extern and unknown, with the kinds of melder they consist of."""
        code = TableCode.ORIGIN
        builder, total = self._begin()
        tree = self._tree(builder, code, total, self.k.characteristic)
        return self._done(code, builder, code, tree.cells)

    def subjects(self) -> Dimension:
        """Classes, columns of one's own and leaves; from a total of 60 crossed with origin."""
        code = TableCode.SUBJECT
        builder, total = self._begin()
        crossed = is_crossed(self.tally.melders) and self.is_clear(TableCode.ORIGIN)
        tree = self._tree(builder, code, total, self.k.subject, with_people=not crossed)
        places: dict[Place, int] = {(code, row, 0): cell for row, cell in tree.cells.items()}
        if crossed:
            places |= self._crossed(builder, total, tree)
        return Dimension(code, builder.finished(self.insiders), places)

    def _crossed(self, builder: Builder, total: int, tree: "_Tree") -> Mapping[Place, int]:
        """Below every class and column the cells of intern, extern and unknown."""
        code = TableCode.SUBJECT_ORIGIN
        table = self.tally.table(code)
        places: dict[Place, int] = {}
        for line in table.lines:
            if line.outside:
                continue
            whole = tree.cells[line.code]
            cells = [
                builder.cell(
                    code, line.code, column.label, value=count.number,
                    threshold=self.k.characteristic,
                )
                for column, count in zip(table.columns, line.counts, strict=True)
            ]  # fmt: skip
            builder.sum(whole, cells)
            builder.below(whole, cells)
            places |= {(code, line.code, n): cell for n, cell in enumerate(cells)}
            for leaf in tree.parts[line.code] or (whole,):
                for cell in cells:
                    builder.person(*{total, whole, leaf, cell})
        self._watch_origins(builder, places)
        return places

    def _watch_origins(self, builder: Builder, places: Mapping[Place, int]) -> None:
        """The columns have no totals; of some a part was handed out."""
        code = TableCode.ORIGIN
        table, k = self.tally.table(code), self.k.characteristic
        told = {(code, row): number for row, number in (self.told[code] or {}).items()}
        for position, line in enumerate(tops_of(table)):
            of_column = _told_of(table, line, told)
            if of_column:
                column = [cell for (_, _, column), cell in places.items() if column == position]
                builder.watch(code, line.code, members=column, threshold=k, told=of_column)

    def _tree(
        self, builder: Builder, code: TableCode, total: int, k: int, with_people: bool = True
    ) -> "_Tree":
        """Wholes that add up to the total, each with parts that are hidden where it is."""
        table = self.tally.table(code)
        tops = [line for line in tops_of(table) if not line.outside]
        cells = {line.code: self._cell(builder, code, line, k) for line in tops}
        builder.sum(total, tuple(cells.values()))
        tree = _Tree(cells, {})
        for top in tops:
            leaves = self._parts(builder, table, top, k)
            tree.parts[top.code] = tuple(leaves.values())
            whole = cells[top.code]
            if leaves:
                builder.sum(whole, tree.parts[top.code])
                builder.below(whole, tree.parts[top.code])
                builder.stand_together(whole, tree.parts[top.code], k)
            for leaf in (tree.parts[top.code] or (whole,)) if with_people else ():
                builder.person(*{total, whole, leaf})
            tree.cells.update(leaves)
        return tree

    def _parts(self, builder: Builder, table: TallyTable, top: Line, k: int) -> Mapping[str, int]:
        """The parts of one whole. What was not sorted any further has never a row of its own; nor
        has any part where both the whole and some parts were handed out: the rest is told then.
        """
        parts = parts_of(table, top)
        told = self._told(table.code, top.code)
        never = told and any(self._told(table.code, part.code) for part in parts)
        return {
            line.code: self._cell(
                builder, table.code, line, k,
                shown=False if never or _is_rest(line) else None,
            )
            for line in parts
        }  # fmt: skip

    def lines(self, code: TableCode) -> Iterator[Dimension]:
        """Lines that do not add up: for each how many have it, and how many have not."""
        k = self.k.characteristic
        for line in self.tally.table(code).lines:
            builder, total = self._begin()
            has = self._cell(builder, code, line, k)
            told = self.given.get((code, line.code))
            others = builder.cell(
                code, line.code, OTHERS, value=self.tally.melders - line.number, threshold=k,
                told=0 if told is None else max(self.given.get(TOTAL, 0) - told, 0), shown=False,
            )  # fmt: skip
            builder.sum(total, (has, others))
            builder.person(total, has)
            builder.person(total, others)
            yield self._done(f"{code}/{line.code}", builder, code, {line.code: has})

    def became_known(self, code: TableCode) -> Dimension:
        """What became known in the year. A reader may know that it concerns the melders of this
        very year; then those of whom nothing became known are the total less the lines. They are
        never printed. Where there are more lines than melders that reader is mistaken, and every
        line is hidden: a page with all of them hidden says nothing of it.
        """
        builder, total = self._begin()
        lines = self.tally.table(code).lines
        rest = self.tally.melders - sum(line.number for line in lines)
        shown = None if rest >= 0 else False
        k = self.k.characteristic
        cells = {line.code: self._cell(builder, code, line, k, shown) for line in lines}
        for cell in cells.values():
            builder.person(total, cell)
        if rest >= 0:
            told = self._told(code, NOTHING)
            nothing = builder.cell(code, NOTHING, value=rest, threshold=k, told=told, shown=False)
            builder.sum(total, (*cells.values(), nothing))
            builder.person(total, nothing)
        return self._done(code, builder, code, cells)


def _is_rest(line: Line) -> bool:
    return line.main is not None and line.code == rest_of(line.main)


@dataclass(frozen=True, slots=True)
class _Tree:
    """The cells of a tree by the code of their row, and the parts of every whole."""

    cells: dict[str, int]
    parts: dict[str, tuple[int, ...]]
