"""All organisations of a logbook together: the sum of what was issued, in one system with it.

Every cell of the issued pages stands fixed beside the cells of the sum. A reader who has those
pages, and knows everybody but one person (G2), can tell from an organisation's total where that
person belongs and from a shown row of the sum in which row. So at a level that keeps that reader
out, a row of the sum is shown only where every organisation shows it: the sum then tells nothing
that was not told. At *Ruim* the system is chosen in as any other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vp_logboek.domain.disclosure.building import Builder
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.exact import as_it_is, exact_report
from vp_logboek.domain.disclosure.fix import fix
from vp_logboek.domain.disclosure.flat import may_show_difference
from vp_logboek.domain.disclosure.issued import IssuedPart
from vp_logboek.domain.disclosure.levels import (
    CROSSED_FROM,
    THRESHOLDS,
    Level,
    Thresholds,
    strictest,
)
from vp_logboek.domain.disclosure.problems import (
    BECAME_KNOWN,
    TOTAL,
    Dimension,
    Place,
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
from vp_logboek.domain.disclosure.summed import summed
from vp_logboek.domain.disclosure.summing import Summing
from vp_logboek.domain.disclosure.system import Page, Pattern
from vp_logboek.domain.disclosure.told import tells_of_talks
from vp_logboek.domain.safe_report import Figure, Mark, ReportKind, SafeReport, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally

__all__ = ["IssuedPart", "protect_together"]


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
        small = [part.k.total for part in self.parts if not part.shows_total]
        total = builder.cell(
            self.tally.organisation, *TOTAL,
            value=self.tally.melders,
            threshold=min(small, default=0),
            least=sum(known),
            shown=None if small else True,
        )  # fmt: skip
        cells = []
        for part in self.parts:
            given, k = part.given_total, part.k.total
            cell = builder.cell(
                part.tally.organisation, *TOTAL,
                value=part.tally.melders,
                threshold=k,
                told=given,
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
        if len(silent) == 1 or any(tells_of_talks(part.given) for part in self.parts):
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
        yield self._of(TableCode.SUBJECT).dimension(bool(crossed))
        yield self._of(TableCode.CONTACT).dimension()
        if crossed is False:
            yield self._of(TableCode.ORIGIN).dimension()
        yield self._of(TableCode.RELATION).dimension()
        for code in (TableCode.INTERVENTIONS, TableCode.REFERRALS):
            for line in tops_of(self.tally.table(code)):
                yield self._of(code, line.code).dimension()
        for code in BECAME_KNOWN:
            yield self._of(code).dimension()

    def _of(self, code: TableCode, row: str | None = None) -> Summing:
        return Summing(self.tally, self.parts, self.level, code, row)

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


def _pairs(tallies: Sequence[Tally]) -> Iterator[tuple[int, int]]:
    """Melders, talks and dossiers of these tallies together, each two of them."""
    counts = [tally.table(TableCode.KEY).lines[0].counts for tally in tallies]
    melders, talks, dossiers = (sum(each[n].number for each in counts) for n in range(3))
    yield from ((talks, melders), (talks, dossiers), (dossiers, melders))
