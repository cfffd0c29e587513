"""Issued years side by side: only what was issued, literally, and sums of what is shown.

Nothing here can tell more than the overviews themselves: it sees nothing else. Leaves are left out,
because which of them have a row differs from year to year.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from vp_logboek.domain.counting import UNKNOWN
from vp_logboek.domain.disclosure.rows import WITH_TOTAL
from vp_logboek.domain.safe_report import (
    Figure,
    Held,
    Mark,
    ReportKind,
    SafeColumn,
    SafeReport,
    SafeRow,
    SafeTable,
)
from vp_logboek.domain.tables import RowKind, TableCode, Unit

TOGETHER_LABEL = "samen"
_MELDERS_LABEL = "Melders"
_EXACT_ONLY = frozenset(
    {TableCode.TALK_SUBJECT, TableCode.DOSSIER_STATE, TableCode.TALK_KIND, TableCode.CHANNEL}
)
_SEVERAL_COLUMNS = frozenset({TableCode.SUBJECT_ORIGIN, TableCode.CONTACT_ORIGIN})


def side_by_side(reports: Sequence[SafeReport]) -> SafeReport:
    """Three to five issued overviews of one organisation, in order of time, as one report.

    Every table has a column for each year and one for all of them. That last one has a figure only
    where each year shows one.
    """
    held = tuple(_held(reports))
    last = reports[-1]
    exact = all(report.exact for report in reports)
    return SafeReport(
        last.organisation,
        f"{reports[0].year} t/m {last.year}",
        _levels(held),
        exact,
        _largest(reports, lambda report: report.subject_threshold),
        _largest(reports, lambda report: report.characteristic_threshold),
        _largest(reports, lambda report: report.total_threshold),
        None,
        (_totals(reports), *_tables(reports, exact)),
        any(report.example for report in reports),
        ReportKind.YEARS,
        tuple(report.year for report in reports),
        held,
    )


def _held(reports: Sequence[SafeReport]) -> Iterator[Held]:
    """Each level once for each unbroken run of years."""
    for rules, run in groupby(reports, _rules):
        yield Held(tuple(report.year for report in run), *rules)


def _rules(report: SafeReport) -> tuple[str, bool, int | None, int | None, int | None]:
    return (
        report.level,
        report.exact,
        report.subject_threshold,
        report.characteristic_threshold,
        report.total_threshold,
    )


def _levels(held: Sequence[Held]) -> str:
    if len(held) == 1:
        return held[0].level
    return ", ".join(f"{each.level} ({', '.join(each.years)})" for each in held)


def _largest(
    reports: Sequence[SafeReport], threshold: Callable[[SafeReport], int | None]
) -> int | None:
    return max((k for report in reports if (k := threshold(report)) is not None), default=None)


# --- tables -----------------------------------------------------------------------------------


def _totals(reports: Sequence[SafeReport]) -> SafeTable:
    """How many melders came in each year. Who came in two years stands in both."""
    figures = [_melders(report) for report in reports]
    row = SafeRow("totaal", _MELDERS_LABEL, _with_sum(figures))
    return SafeTable(TableCode.KEY, _columns(reports, Unit.MELDERS), (row,), adds_up=False)


def _melders(report: SafeReport) -> Figure:
    key = report.table(TableCode.KEY)
    return Mark.HIDDEN if key is None else key.rows[0].figures[0]


def _tables(reports: Sequence[SafeReport], exact: bool) -> Iterator[SafeTable]:
    """Every table that at least one year has; what is counted in talks only where all years do."""
    for code in TableCode:
        if code is TableCode.KEY or code in _SEVERAL_COLUMNS:
            continue
        if code in _EXACT_ONLY and not exact:
            continue
        if any(report.table(code) for report in reports):
            yield _table(code, reports, exact)


def _table(code: TableCode, reports: Sequence[SafeReport], exact: bool) -> SafeTable:
    found = next(table for report in reports if (table := report.table(code)))
    rows = tuple(
        SafeRow(row.code, row.label, _figures(code, row, reports), row.kind, row.main)
        for row in _rows(code, reports)
    )
    columns = _columns(reports, found.columns[0].unit)
    with_total = code in WITH_TOTAL or (exact and found.total is not None)
    total = [_total(code, report) for report in reports] if with_total else None
    return SafeTable(
        code, columns, rows, None if total is None else _with_sum(total), adds_up=with_total
    )


def _columns(reports: Sequence[SafeReport], unit: Unit) -> tuple[SafeColumn, ...]:
    return tuple(
        SafeColumn(label, unit) for label in (*(report.year for report in reports), TOGETHER_LABEL)
    )


def _rows(code: TableCode, reports: Sequence[SafeReport]) -> list[SafeRow]:
    """The wholes of all years, in the order of the newest; what only earlier years had stands
    after what it stood after then.
    """
    found: list[SafeRow] = []
    for report in reversed(reports):
        table = report.table(code)
        place = 0
        for row in table.rows if table else ():
            if row.kind in (RowKind.LEAF, RowKind.REST):
                continue
            at = next((n for n, known in enumerate(found) if known.code == row.code), None)
            if at is None:
                found.insert(place, row)
            place = (place if at is None else at) + 1
    return found


def _figures(code: TableCode, row: SafeRow, reports: Sequence[SafeReport]) -> tuple[Figure, ...]:
    return _with_sum([_figure(code, row, report) for report in reports])


def _figure(code: TableCode, row: SafeRow, report: SafeReport) -> Figure:
    """A year's figure. An exact overview leaves out rows of which there are none, and a table in
    which everybody is unknown.
    """
    table = report.table(code)
    for known in table.rows if table else ():
        if known.code == row.code:
            return known.figures[0]
    if table is None and row.code == UNKNOWN and code in WITH_TOTAL and report.exact:
        return _melders(report)
    return 0 if report.exact and row.kind is not RowKind.OWN_COLUMN else Mark.HIDDEN


def _total(code: TableCode, report: SafeReport) -> Figure:
    if code in WITH_TOTAL:
        return _melders(report)
    table = report.table(code)
    return table.total[0] if table is not None and table.total is not None else 0


def _with_sum(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of the years and their sum, where every year has a number."""
    numbers = [figure for figure in figures if isinstance(figure, int)]
    if len(numbers) == len(figures):
        return (*figures, sum(numbers))
    outside = all(figure is Mark.OUTSIDE for figure in figures)
    return (*figures, Mark.OUTSIDE if outside else Mark.HIDDEN)
