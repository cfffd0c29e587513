"""Several years as two sheets: the counsellor's own counts, and what HR sees of each year.

The half for HR is made from each year's SafeReport alone, as it is of one year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vp_logboek.domain.counts import Line, TallyTable
from vp_logboek.domain.safe_report import Figure, Mark, SafeReport, printed
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.gui.year.cells import Cell, Sheet
from vp_logboek.gui.year.comparison import TOTAL_LABEL
from vp_logboek.gui.year.sheets import FIRST_HEADERS
from vp_logboek.gui.year.their_sheet import hidden_aloud
from vp_logboek.gui.year.words import (
    NOT_APART,
    NOT_APART_SHORT,
    NOT_IN_PDF_SHORT,
    OUTSIDE,
    UNKNOWN_PDF,
    UNKNOWN_SHORT,
    not_in_overview,
)
from vp_logboek.services.years_beside import YearAmong

UNFIT = frozenset({TableCode.SUBJECT_ORIGIN, TableCode.CONTACT_ORIGIN})
"""Tables with columns of their own: beside each other there would be fifteen."""


@dataclass(frozen=True, slots=True)
class YearsRow:
    """One row: its own count in each year, and where it stands in HR's tables.

    A number is None outside the taakgebied. ``code`` is None for the total of a table; ``position``
    is the column it is read from.
    """

    label: str
    numbers: tuple[int | None, ...]
    code: str | None
    position: int = 0
    depth: int = 0
    main: MainClass | None = None

    @property
    def is_strong(self) -> bool:
        """Whether it is a total or a main class."""
        return self.code is None or (self.main is not None and not self.depth)


def rows_of(code: TableCode, years: Sequence[YearAmong], with_parts: bool) -> tuple[YearsRow, ...]:
    """The rows of a table over these years; of parts those that occur in one of them."""
    tables = [year.tally.table(code) for year in years]
    if code is TableCode.KEY:
        return tuple(_units(tables))
    return (*_lines(tables, with_parts), *_total(tables))


def _units(tables: Sequence[TallyTable]) -> Iterator[YearsRow]:
    for position, column in enumerate(tables[-1].columns):
        numbers = tuple(table.lines[0].counts[position].number for table in tables)
        yield YearsRow(column.label, numbers, tables[-1].lines[0].code, position)


def _lines(tables: Sequence[TallyTable], with_parts: bool) -> Iterator[YearsRow]:
    by_code = [{line.code: line for line in table.lines} for table in tables]
    for line in _in_order(tables):
        numbers = tuple(_number(found.get(line.code)) for found in by_code)
        is_part = line.kind is RowKind.LEAF
        if is_part and not (with_parts and any(numbers)):
            continue
        yield YearsRow(line.label, numbers, line.code, depth=int(is_part), main=line.main)


def _number(line: Line | None) -> int | None:
    """In a year without this row there were none."""
    if line is None:
        return 0
    return None if line.outside else line.number


def _in_order(tables: Sequence[TallyTable]) -> list[Line]:
    """Every row there is, in the order of the newest year; older ones where they stood then."""
    found: list[Line] = []
    for table in reversed(tables):
        place = 0
        for line in table.lines:
            at = next((n for n, known in enumerate(found) if known.code == line.code), None)
            if at is None:
                found.insert(place, line)
            place = (place if at is None else at) + 1
    return found


def _total(tables: Sequence[TallyTable]) -> Iterator[YearsRow]:
    totals = [table.total[0].number for table in tables if table.total is not None]
    if len(totals) == len(tables):
        yield YearsRow(TOTAL_LABEL, tuple(totals), None)


# --- what the counsellor sees -----------------------------------------------------------------


def my_years(code: TableCode, years: Sequence[YearAmong], rows: Sequence[YearsRow]) -> Sheet:
    """Every number of every year, each with a small bar."""
    longest = max((n for row in rows if row.code for n in row.numbers if n), default=1)
    headers = (FIRST_HEADERS[code], *(short_label(year) for year in years))
    return Sheet(headers, tuple(_my_row(code, row, longest) for row in rows))


def _my_row(code: TableCode, row: YearsRow, longest: int) -> tuple[Cell, ...]:
    """Units cannot be compared with each other: each has a scale of its own."""
    most = max((n for n in row.numbers if n), default=1) if code is TableCode.KEY else longest
    return (_label(row), *(_mine(row, number, most) for number in row.numbers))


def _label(row: YearsRow) -> Cell:
    return Cell(row.label, is_label=True, strong=row.is_strong, depth=row.depth, main=row.main)


def _mine(row: YearsRow, number: int | None, most: int) -> Cell:
    if number is None:
        return Cell(Mark.OUTSIDE.value, aloud=OUTSIDE, muted=True)
    small = None if row.code is None else number / most
    return Cell(str(number), small=small, main=row.main, strong=row.code is None)


def short_label(year: YearAmong) -> str:
    """The label of a year without the months that a changed year names."""
    return year.period.label.partition(" (")[0]


# --- what HR sees -----------------------------------------------------------------------------


def their_years(code: TableCode, years: Sequence[YearAmong], rows: Sequence[YearsRow]) -> Sheet:
    """What stands in each year's overview. Lengths are made from shown numbers alone."""
    figures = [[_figure(year, code, row) for year in years] for row in rows]
    shown = [n for row, line in zip(rows, figures, strict=True) if row.code for n in line]
    longest = max((n for n in shown if isinstance(n, int) and n), default=1)
    headers = (FIRST_HEADERS[code], *(short_label(year) for year in years))
    cells = []
    for row, line in zip(rows, figures, strict=True):
        own = [n for n in line if isinstance(n, int) and n]
        most = max(own, default=1) if code is TableCode.KEY else longest
        each = zip(years, line, strict=True)
        cells.append((_label(row), *(_theirs(code, row, year, one, most) for year, one in each)))
    return Sheet(headers, tuple(cells))


def _figure(year: YearAmong, code: TableCode, row: YearsRow) -> Figure | str:
    """A figure of an overview, or in words why there is none."""
    if year.seen is None:
        return UNKNOWN_PDF
    report = year.seen.report
    table = report.table(code)
    if table is None:
        is_total = code is TableCode.KEY and row.position == 0
        return _fewer(report) if is_total and report.fewer_than else not_in_overview(year.period)
    if row.code is None:
        return NOT_APART if table.total is None else table.total[0]
    for known in table.rows:
        if known.code == row.code and row.position < len(known.figures):
            return known.figures[row.position]
    return NOT_APART if row.depth or not report.exact else 0


def _fewer(report: SafeReport) -> str:
    return f"minder dan {report.fewer_than}"


def _short(year: YearAmong, figure: str) -> str:
    """Why there is no figure, where a figure would be."""
    if year.seen is None:
        return UNKNOWN_SHORT
    if figure == _fewer(year.seen.report):
        return f"< {year.seen.report.fewer_than}"
    return NOT_APART_SHORT if figure == NOT_APART else NOT_IN_PDF_SHORT


def _theirs(
    code: TableCode, row: YearsRow, year: YearAmong, figure: Figure | str, most: int
) -> Cell:
    if isinstance(figure, str):
        return Cell(_short(year, figure), aloud=figure, muted=True)
    if figure is Mark.HIDDEN:
        place = (code, row.code or "", row.position)
        why = year.seen.reasons.get(place) if year.seen else None
        return Cell(printed(figure), aloud=hidden_aloud(why), hatched=True)
    if figure is Mark.OUTSIDE:
        return Cell(printed(figure), aloud=OUTSIDE, muted=True)
    small = None if row.code is None else figure / most
    return Cell(printed(figure), small=small, main=row.main, strong=row.code is None)
