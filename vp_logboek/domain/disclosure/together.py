"""All organisations of a logbook together: the sum of what was issued, in one system with it.

Every cell of the issued pages stands fixed beside the cells of the sum. A reader who has those
pages, and knows everybody but one person (G2), can tell from an organisation's total where that
person belongs and from a shown row of the sum in which row. So at a level that keeps that reader
out, a row of the sum is shown only where every organisation shows it: the sum then tells nothing
that was not told. At *Ruim* the system is chosen in as any other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vp_logboek.domain.counts import Line
from vp_logboek.domain.disclosure.building import Builder
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.exact import as_it_is, exact_report
from vp_logboek.domain.disclosure.fix import fix
from vp_logboek.domain.disclosure.flat import may_show_difference
from vp_logboek.domain.disclosure.levels import (
    CROSSED_FROM,
    THRESHOLDS,
    Level,
    Thresholds,
    keeps_out_insiders,
    strictest,
)
from vp_logboek.domain.disclosure.problems import (
    BECAME_KNOWN,
    NOTHING,
    OTHERS,
    TOTAL,
    Dimension,
    Given,
    Place,
    least_total,
    tops_of,
)
from vp_logboek.domain.disclosure.protector import (
    Chosen,
    Protected,
    choices,
    hidden_places,
    shown_places,
)
from vp_logboek.domain.disclosure.rows import (
    Why,
    columns_of,
    numbers_of,
    protected_table,
    row_of,
)
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.summed import folded, summed
from vp_logboek.domain.disclosure.system import Page, Pattern
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.safe_report import Figure, Mark, ReportKind, SafeReport, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally


@dataclass(frozen=True)
class IssuedPart:
    """One organisation's issued year: its exact counts, what was shown of them and at what level.

    ``outside`` is what was handed out of them outside the program.
    """

    tally: Tally
    report: SafeReport
    level: Level
    outside: tuple[Outside, ...] = ()

    @property
    def shows_total(self) -> bool:
        """Whether the number of melders was printed."""
        return self.shows((*TOTAL, 0))

    def shows(self, place: Place) -> bool:
        """Whether a number was printed. An exact overview leaves out only what is none."""
        code, row, column = place
        table = self.report.table(code)
        if self.report.exact:
            return code is not TableCode.SUBJECT_ORIGIN or table is not None
        return any(
            known.code == row and isinstance(known.figures[column], int)
            for known in (table.rows if table else ())
        )

    @property
    def given(self) -> Given:
        """What was handed out of each row."""
        return {(told.table, told.row): told.number for told in self.outside}

    @property
    def given_total(self) -> int:
        """How many melders a reader knows of who got that."""
        return max(least_total(self.tally, self.given), self.given.get(TOTAL, 0))


def protect_together(
    parts: Sequence[IssuedPart], name: str, draw: Draw, stop: Stop | None = None
) -> Protected:
    """The sum of issued years at the strictest of their levels. Raises Stopped.

    The organisations' years must be of one period.
    """
    level = strictest(part.level for part in parts)
    tally = summed([part.tally for part in parts], name)
    example = any(part.report.example for part in parts)
    if level is Level.NONE:
        protected = Protected(exact_report(tally, example), {})
    else:
        protected = _Sum(tally, tuple(parts), level).protected(draw, stop, example)
    names = tuple(part.tally.organisation for part in parts)
    report = replace(protected.report, kind=ReportKind.TOGETHER, parts=names)
    return replace(protected, report=report)


@dataclass(frozen=True, slots=True)
class _Sum:
    """The sum at a level with thresholds."""

    tally: Tally
    parts: tuple[IssuedPart, ...]
    level: Level

    @property
    def k(self) -> Thresholds:
        """The thresholds of the strictest level."""
        return THRESHOLDS[self.level]

    def protected(self, draw: Draw, stop: Stop | None, example: bool) -> Protected:
        """The report of the sum."""
        totals = self._totals()
        chosen = [*choices([totals], draw, stop)]
        shows_total = bool(shown_places(chosen))
        has_detail = (
            shows_total
            and self.tally.melders >= self.k.detail
            and all(part.shows_total for part in self.parts)
        )
        for each in self._dimensions() if has_detail else ():
            chosen += self._choice(each, draw, stop)
        reasons, shown = hidden_places(chosen), shown_places(chosen)
        codes = {code for code, _, _ in reasons.keys() | shown} - {TableCode.KEY}
        tables = (
            self._key_table(shows_total, has_detail, reasons),
            *(
                protected_table(table, shown, self.tally.melders)
                for table in self.tally.tables
                if table.code in codes
            ),
            as_it_is(self.tally.table(TableCode.ACTIVITIES)),
        )
        report = SafeReport(
            self.tally.organisation, self.tally.period.label, self.level.label, False,
            self.k.subject, self.k.characteristic, self.k.total, None, tables, example,
        )  # fmt: skip
        return Protected(report, reasons, tuple((each.problem, shown) for each, shown in chosen))

    def _choice(self, each: Dimension, draw: Draw, stop: Stop | None) -> Chosen:
        """Everything is fixed at a level that keeps insiders out: there is nothing to choose."""
        problem = each.problem
        if len(problem.fixed) < len(problem.system.cells):
            return choices([each], draw, stop)
        shown = {cell: problem.values[cell] for cell, is_shown in problem.fixed.items() if is_shown}
        return [(each, Pattern(frozenset(shown), known=fix(Page(problem.system, shown), stop)))]

    # --- totals -------------------------------------------------------------------------------

    def _totals(self) -> Dimension:
        """The total of each organisation and that of all. A total that was not printed is less
        than its threshold above what was handed out: every reader knows that.
        """
        builder = Builder(self.tally.period.label)
        known = [part.tally.melders for part in self.parts if part.shows_total]
        small = [_thresholds(part).total for part in self.parts if not part.shows_total]
        total = builder.cell(
            self.tally.organisation, *TOTAL,
            value=self.tally.melders,
            threshold=min(small, default=0),
            given=sum(known),
            shown=None if small else True,
        )  # fmt: skip
        cells = []
        for part in self.parts:
            given, k = part.given_total, _thresholds(part).total
            cell = builder.cell(
                part.tally.organisation, *TOTAL,
                value=part.tally.melders,
                threshold=k,
                given=given,
                shown=part.shows_total,
                most=None if part.shows_total else given + k - 1,
            )  # fmt: skip
            cells.append(cell)
        builder.sum(total, cells)
        return Dimension(TableCode.KEY, builder.finished(insiders=False), {(*TOTAL, 0): total})

    def _key_table(
        self, shows_total: bool, has_detail: bool, reasons: dict[Place, Why]
    ) -> SafeTable:
        table = self.tally.table(TableCode.KEY)
        line = table.lines[0]
        figures: tuple[Figure, ...] = numbers_of(line)
        if not (has_detail and self._may_show_talks()):
            first = figures[0] if shows_total else Mark.HIDDEN
            figures = (first, *(Mark.HIDDEN for _ in figures[1:]))
            for position in range(1, len(figures)):
                reasons[table.code, line.code, position] = Why.PROTECTS_ANOTHER
        return SafeTable(table.code, columns_of(table), (row_of(line, figures),), adds_up=False)

    def _may_show_talks(self) -> bool:
        """Totals of talks and dossiers beside the melders: of all, and of those organisations
        together whose own were not printed, the differences are no small numbers.
        """
        silent = [part for part in self.parts if not part.shows((*TOTAL, 1))]
        if len(silent) == 1:
            return False
        return all(
            may_show_difference(one, other, self.k.total)
            for group in ([self.tally], [part.tally for part in silent])
            if group
            for one, other in _pairs(group)
        )

    # --- tables -------------------------------------------------------------------------------

    def _dimensions(self) -> Iterator[Dimension]:
        crossed = self._crossing()
        yield self._flat(TableCode.SUBJECT, self.k.subject, lambda k: k.subject, bool(crossed))
        yield self._of_characteristic(TableCode.CONTACT)
        if crossed is False:
            yield self._of_characteristic(TableCode.ORIGIN)
        yield self._of_characteristic(TableCode.RELATION)
        for code in (TableCode.INTERVENTIONS, TableCode.REFERRALS):
            for line in tops_of(self.tally.table(code)):
                yield self._flat(
                    code, self.k.characteristic, lambda k: k.characteristic, row=line.code
                )
        for code in BECAME_KNOWN:
            yield self._of_characteristic(code)

    def _of_characteristic(self, code: TableCode) -> Dimension:
        return self._flat(code, self.k.characteristic, lambda k: k.characteristic)

    def _crossing(self) -> bool | None:
        """Whether subjects are crossed with intern and extern in the sum; None for neither table.

        A characteristic that is crossed in one overview has no flat table in any (rule 4).
        """
        reports = [part.report for part in self.parts]
        crossing = [report.table(TableCode.SUBJECT_ORIGIN) is not None for report in reports]
        flat = any(
            report.table(TableCode.ORIGIN) is not None and not crossed
            for report, crossed in zip(reports, crossing, strict=True)
        )
        if any(crossing) and flat:
            return None
        return any(crossing) or (not flat and self.tally.melders >= CROSSED_FROM)

    def _flat(
        self,
        code: TableCode,
        k: int,
        k_of: Callable[[Thresholds], int],
        crossed: bool = False,
        row: str | None = None,
    ) -> Dimension:
        """One table (or one row of it) of all organisations and of their sum."""
        return _Summing(self, code, k, k_of, row).dimension(crossed)


class _Summing:
    """Makes the problem of one table: the cells of every part, and of the sum."""

    def __init__(
        self,
        whole: _Sum,
        code: TableCode,
        k: int,
        k_of: Callable[[Thresholds], int],
        row: str | None,
    ) -> None:
        self.whole, self.code, self.k, self.k_of, self.row = whole, code, k, k_of, row
        self.builder = Builder(whole.tally.period.label)
        self.insiders = keeps_out_insiders(whole.level)
        self.cells: dict[str, list[tuple[int, int, IssuedPart, Line]]] = {}
        """By row of the sum: a cell of a part, the total of the part, the part and its row."""

    def dimension(self, crossed: bool) -> Dimension:
        """The problem with its places."""
        fits = [self._part(part) for part in self.whole.parts]
        places: dict[Place, int] = {}
        for row, cells in self.cells.items():
            cell = self._sum_cell((row,), [cell for cell, *_ in cells], self.k, all(fits))
            if row not in (NOTHING, OTHERS):
                places[self.code, row, 0] = cell
            inner = self._crossed(row, cell) if crossed else {}
            places |= inner
            for part_cell, total, _, _ in cells if not inner else ():
                self.builder.person(total, part_cell, cell)
        name = self.code if self.row is None else f"{self.code}/{self.row}"
        return Dimension(name, self.builder.finished(self.insiders), places)

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
                threshold=self.k_of(_thresholds(part)),
                given=part.given.get((self.code, line.code)),
                shown=part.shows((self.code, line.code, 0)),
            )  # fmt: skip
            row = folded(line, [each.tally.table(self.code) for each in self.whole.parts])
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
            threshold=self.k_of(_thresholds(part)),
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
            self.whole.tally.organisation, self.code, *row,
            value=value,
            threshold=0 if told or self.insiders else k,
            given=sum(known),
            shown=told and not never and value >= k if told or never or self.insiders else None,
        )  # fmt: skip
        self.builder.sum(cell, cells)
        return cell

    def _crossed(self, row: str, whole: int) -> Mapping[Place, int]:
        """Below a row of the sum and of every part: intern, extern and unknown."""
        code, k = TableCode.SUBJECT_ORIGIN, self.whole.k.characteristic
        columns = self.whole.tally.table(code).columns
        inner: list[list[int]] = [[] for _ in columns]
        people: list[tuple[int, int, int, int]] = []
        for cell, total, part, line in self.cells[row]:
            below = [
                self.builder.cell(
                    part.tally.organisation, code, line.code, column.label,
                    value=count.number,
                    threshold=_thresholds(part).characteristic,
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


def _thresholds(part: IssuedPart) -> Thresholds:
    """The thresholds of a part. Of an exact one everything is shown; these are not looked at."""
    return THRESHOLDS.get(part.level, THRESHOLDS[Level.STANDARD])


def _pairs(tallies: Sequence[Tally]) -> Iterator[tuple[int, int]]:
    """Melders, talks and dossiers of these tallies together, each two of them."""
    counts = [tally.table(TableCode.KEY).lines[0].counts for tally in tallies]
    melders, talks, dossiers = (sum(each[n].number for each in counts) for n in range(3))
    yield from ((talks, melders), (talks, dossiers), (dossiers, melders))
