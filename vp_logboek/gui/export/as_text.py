"""The overview as lines of text, for who has it read aloud; without Qt.

It says what the pages say, in the order of the pages, and takes every word from where the check of
the finished PDF takes what may stand in it: so the two cannot come to differ.
"""

from collections.abc import Iterator, Sequence

from vp_logboek.domain.safe_report import Figure, ReportKind, SafeReport, SafeTable, printed
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.report import table_words, tables, wording
from vp_logboek.report.selfcheck import expected

CONCEPT = wording.CONCEPT_MARK
ABOUT_MARKS = (
    "In deze tekst staat “niet getoond” waar op de bladzijde een • staat. Voor een – staat hier "
    "“buiten de taak”."
)

_FACTS = (TableCode.KEY, TableCode.ACTIVITIES)
"""Tables that stand on the first page where there is nothing else."""


def as_text(report: SafeReport, concept: bool, edition: int = 1) -> str:
    """The overview as lines of text."""
    return "\n".join(_lines(report, concept, edition)).strip()


def _lines(report: SafeReport, concept: bool, edition: int) -> Iterator[str]:
    yield from (text for _, text in expected.opening(report, concept, edition))
    if not (report.exact and not report.held):
        yield ABOUT_MARKS
    is_years = report.kind is ReportKind.YEARS
    yield from () if is_years else _factsheet(report)
    if is_years or any(table.code not in _FACTS for table in report.tables):
        for heading, paragraphs in wording.on_factsheet(report):
            yield from _passage(heading, paragraphs)
        yield from ("", wording.YEARS_HEADING if is_years else wording.TABLES_HEADING)
    shown = expected.shown_tables(report).values()
    last = [] if is_years else [table for table in shown if tables.needs_the_width(table)]
    for table in shown:
        yield from () if table in last else _table(table)
    yield from ("", *(text for _, text in expected.not_shown(report)))
    for table in last:
        yield from _table(table)
    yield from ("", wording.ACCOUNT_HEADING)
    for heading, paragraphs in wording.account(report):
        yield from _passage(heading, paragraphs)


def _passage(heading: str, paragraphs: Sequence[str]) -> Iterator[str]:
    yield from ("", heading, *paragraphs)


def _factsheet(report: SafeReport) -> Iterator[str]:
    yield ""
    for unit, figure in expected.tiles(report):
        yield f"{unit}: {table_words.spoken(figure)}"
    yield from (text for _, text in expected.instead_of_chart(report))
    table = expected.chart_table(report)
    if table is None:
        return
    yield from ("", expected.chart_title(table))
    for row in expected.chart_rows(table):
        yield f"  {row.label}: {_spoken(row.figures[0])}"
    yield from (f"  {_aloud(text)}" for _, text in expected.below_chart(table))


def _table(table: SafeTable) -> Iterator[str]:
    """The rows below a title and what they count."""
    corner, *columns = expected.heads(table)
    yield from ("", table.title, f"  {corner}: {', '.join(columns)}")
    whole = ""
    for row in table.rows:
        is_part = row.kind in (RowKind.LEAF, RowKind.REST)
        whole = whole if is_part else row.label
        label = table_words.part_of(whole, row.label) if is_part else row.label
        yield f"{'    ' if is_part else '  '}{label}: {_figures(columns, row.figures)}"
    if table.total is not None:
        yield f"  {wording.TOTAL}: {_figures(columns, table.total)}"
    yield from (f"  {_aloud(text)}" for _, text in expected.notes(table))


def _figures(columns: Sequence[str], figures: Sequence[Figure]) -> str:
    if len(figures) == 1:
        return _spoken(figures[0])
    pairs = zip(columns, figures, strict=True)
    return ", ".join(f"{column} {_spoken(figure)}" for column, figure in pairs)


def _spoken(figure: Figure) -> str:
    return table_words.spoken(printed(figure))


def _aloud(text: str) -> str:
    """A line below figures: what begins with a mark begins with what it means."""
    mark, _, rest = text.partition(" ")
    return f"{table_words.spoken(mark).capitalize()} {rest}" if mark in table_words.SPOKEN else text
