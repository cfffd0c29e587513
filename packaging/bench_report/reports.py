"""The reports that are set: published figures, a usual year and a very long one."""

import importlib
from dataclasses import replace
from itertools import chain

from vp_logboek.domain.safe_report import SafeReport, SafeRow, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.report.figures import in_chart as in_chart_of

_TIMES = 9
"""How often every row of a full year comes in the long one: with this it has 14 pages."""


def reports() -> dict[str, SafeReport]:
    """Each under the name that it has in the table."""
    # Not imported above: the tests are not typed as strictly as what the checks see here.
    years = importlib.import_module("tests.report.years")
    full = years.full_year()
    return {
        "small": years.zuid_holland(),
        "usual": years.report_of(full),
        "long": _long(years.report_of(full)),
    }


def _long(report: SafeReport) -> SafeReport:
    return replace(report, tables=tuple(map(_longer, report.tables)))


def _longer(table: SafeTable) -> SafeTable:
    """More rows, but no more bars in the chart."""
    if table.code in {TableCode.KEY, TableCode.ACTIVITIES}:
        return table
    in_chart = in_chart_of(table) if table.code is TableCode.SUBJECT else ()
    rows = ([row] if row in in_chart else _several(row) for row in table.rows)
    return replace(table, rows=tuple(chain.from_iterable(rows)), adds_up=False)


def _several(row: SafeRow) -> list[SafeRow]:
    return [row, *(replace(row, label=f"{row.label}, deel {n}") for n in range(2, _TIMES + 1))]
