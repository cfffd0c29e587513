"""Which numbers may be in the file: those of the report, as often as it has them, and no others.

What is counted are the runs of digits in what is read. Names, labels and the year are taken out
first, as whole texts; what is left must be figures, each at most as often as the page shows it.
"""

import re
from collections import Counter
from collections.abc import Iterable

from vp_logboek.domain.safe_report import Figure, ReportKind, SafeReport, SafeRow, SafeTable
from vp_logboek.domain.tables import RowKind, TableCode

_DIGIT = re.compile(r"\d")
_FIXED = (r"\* 0 keer: ", r"(?<!\d)0 = geen\.", "Rijen met 0 zijn soms weggelaten")
"""The fixed sentences with a digit in them."""


def numbers_shown(report: SafeReport) -> Counter[str]:
    """The numbers on the pages, each as often as it may be read there."""
    figures: list[Figure | None] = [report.fewer_than]
    for table in report.tables:
        figures += _in_table(table)
    figures += _on_factsheet(report)
    for legend in report.held or (report,):
        figures += [
            legend.subject_threshold, legend.characteristic_threshold, legend.total_threshold
        ]  # fmt: skip
    return Counter(str(figure) for figure in figures if isinstance(figure, int))


def numbers_in_chart(report: SafeReport) -> Counter[str]:
    """The numbers that a description of the chart may have."""
    chart = chart_of(report)
    return Counter(str(figure) for figure in _drawn(chart) if isinstance(figure, int))


def chart_of(report: SafeReport) -> SafeTable | None:
    """The table that is drawn as bars, if any is."""
    if report.kind is ReportKind.YEARS:
        return None
    talks = report.table(TableCode.TALK_SUBJECT) if report.exact else None
    return talks or report.table(TableCode.SUBJECT)


def _in_table(table: SafeTable) -> list[Figure | None]:
    cells = [figure for row in table.rows for figure in row.figures]
    return [*cells, *(table.total or ()), table.together]


def _on_factsheet(report: SafeReport) -> list[Figure | None]:
    if report.kind is ReportKind.YEARS:
        return []
    key, chart = report.table(TableCode.KEY), chart_of(report)
    tiles: list[Figure | None] = [*key.rows[0].figures] if key else []
    return [*tiles, *_drawn(chart), *((chart.total or ()) if chart else ()),
            chart.together if chart else None]  # fmt: skip


def _drawn(chart: SafeTable | None) -> list[Figure]:
    """The figures of the bars."""
    kinds = (RowKind.TOP, RowKind.OWN_COLUMN)
    return [row.figures[0] for row in chart.rows if row.kind in kinds] if chart else []


def in_chart(report: SafeReport) -> list[SafeRow]:
    """The rows that have a bar: the classes, and the columns of their own that are not 0."""
    chart = chart_of(report)
    return [
        row
        for row in (chart.rows if chart else ())
        if row.kind is RowKind.TOP or (row.kind is RowKind.OWN_COLUMN and row.figures[0] != 0)
    ]


def names_of(report: SafeReport) -> list[str]:
    """The texts of the report that may hold digits of their own, the longest first."""
    names = {report.organisation, report.year, *report.parts}
    for table in report.tables:
        names |= {row.label for row in table.rows} | {one.label for one in table.columns}
    for held in report.held:
        names |= set(held.years)
    return sorted((" ".join(name.split()) for name in names), key=len, reverse=True)


def numbers_left(text: str, names: Iterable[str], edition: int = 1, pages: int = 0) -> Counter[str]:
    """The numbers in a text once names, fixed sentences, edition and page numbers are out."""
    if not _DIGIT.search(text):
        return Counter()
    for name in names:
        if _DIGIT.search(name):
            text = re.sub(rf"(?<!\d){re.escape(name)}(?!\d)", " ", text)
    for number in range(1, pages + 1):
        text = text.replace(f"Pagina {number} van {pages}", " ", 1)
    if edition > 1:
        said = re.compile(rf"(?i)herziene uitgave {edition}(?!\d)")
        text = said.sub(" ", text, count=1 + pages)
    for sentence in _FIXED:
        text = re.sub(sentence, " ", text)
    return Counter(re.findall(r"\d+", text))
