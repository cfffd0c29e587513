"""What an overview may and must say, from the fixed texts and the SafeReport alone.

A text stands here for what it is: a heading, a paragraph below that heading, the head of a table.
How it is laid out, or drawn, is nothing to this module, and it asks nothing of what does that.
"""

from collections.abc import Iterable

from vp_logboek.domain.safe_report import Mark, ReportKind, SafeReport, SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind, TableCode, Unit
from vp_logboek.report import table_words, wording
from vp_logboek.report.fonts import clean

Said = tuple[str, str]
"""The tag of an element and its text."""
BETWEEN_MARKS = " · "


def document_title(report: SafeReport, edition: int) -> str:
    """What the file calls itself."""
    name = clean(f"{wording.title(report)} – {report.organisation}")
    return ", ".join(filter(None, (name, wording.revised(edition).lower())))


def marks(report: SafeReport, concept: bool) -> str:
    """What stands above every page; often nothing."""
    return BETWEEN_MARKS.join(wording.marks(report, concept))


def opening(report: SafeReport, concept: bool, edition: int) -> list[Said]:
    """What the document begins with."""
    below = (report.organisation, wording.organisations(report), wording.revised(edition))
    above = [("P", said) for said in (marks(report, concept),) if said]
    return [*above, *_cleaned([("H1", wording.title(report)), *(("P", text) for text in below)])]


def tiles(report: SafeReport) -> list[tuple[str, str]]:
    """What each number tile counts, and its figure."""
    key = report.table(TableCode.KEY)
    if report.kind is ReportKind.YEARS:
        return []
    if key is not None:
        figures = zip(key.columns, key.rows[0].figures, strict=True)
        return [(column.unit.label, printed(figure)) for column, figure in figures]
    if report.fewer_than is None:
        return [(Unit.MELDERS.label, Mark.HIDDEN.value)]
    return [(wording.IN_THIS_YEAR, wording.fewer_than(report.fewer_than))]


def chart_table(report: SafeReport) -> SafeTable | None:
    """The table that is shown as bars, if any is."""
    table = _subjects(report)
    return table if table is not None and chart_rows(table) else None


def _subjects(report: SafeReport) -> SafeTable | None:
    if report.kind is ReportKind.YEARS:
        return None
    talks = report.table(TableCode.TALK_SUBJECT) if report.exact else None
    return talks or report.table(TableCode.SUBJECT)


def chart_title(table: SafeTable) -> str:
    """What stands above the bars."""
    return wording.TALK_CHART if table.code is TableCode.TALK_SUBJECT else table.title


def chart_rows(table: SafeTable) -> list[SafeRow]:
    """The rows that have a bar."""
    shown = (RowKind.TOP, RowKind.OWN_COLUMN)
    return [row for row in table.rows if row.kind in shown and not _is_own_zero(row)]


def below_chart(table: SafeTable) -> list[Said]:
    """What stands below the bars."""
    unit = table.columns[0].unit.label
    said = [wording.none_of(row.label) for row in table.rows if _is_own_zero(row)]
    if table.total is not None:
        said.append(wording.chart_total(printed(table.total[0]), unit))
    if table.together is not None:
        said.append(table_words.together(table.together, unit))
    said += table_words.apart(table)
    return _cleaned(("P", text) for text in said)


def instead_of_chart(report: SafeReport) -> list[Said]:
    """What is said where there is no chart, because there is nothing to show."""
    subjects = _subjects(report)
    if report.kind is ReportKind.YEARS or chart_table(report) is not None:
        return []
    if subjects is not None:
        return below_chart(subjects)
    key = report.table(TableCode.KEY)
    hidden = report.fewer_than is None if key is None else key.rows[0].figures[0] is Mark.HIDDEN
    return [("P", wording.TOTAL_HIDDEN if hidden else wording.TOO_FEW)]


def _is_own_zero(row: SafeRow) -> bool:
    return row.kind is RowKind.OWN_COLUMN and row.figures[0] == 0


def _cleaned(said: Iterable[Said]) -> list[Said]:
    """As it is set, without what says nothing."""
    return [(tag, clean(text)) for tag, text in said if clean(text)]


def has_only_facts(report: SafeReport) -> bool:
    """Whether there is no more than fits on one page, without a heading above its tables."""
    facts = {TableCode.KEY, TableCode.ACTIVITIES}
    return report.kind is not ReportKind.YEARS and facts >= {t.code for t in report.tables}


def shown_tables(report: SafeReport) -> dict[str, SafeTable]:
    """The tables by their title; the key figures are no table where the tiles are all there is."""
    only_facts = has_only_facts(report)
    return {
        table.title: table
        for table in report.tables
        if not table.shows_nothing and not (only_facts and table.code is TableCode.KEY)
    }


def not_shown(report: SafeReport) -> list[Said]:
    """The sentence that names the tables without a figure."""
    silent = [table.title for table in report.tables if table.shows_nothing]
    return [("P", clean(table_words.not_shown(silent)))] if silent else []


def notes(table: SafeTable) -> list[Said]:
    """What stands below a table."""
    return paragraphs(table_words.notes(table))


def heads(table: SafeTable) -> list[str]:
    """What stands above the columns of a table, that of its labels first."""
    columns = (" ".join(table_words.column_head(column)) for column in table.columns)
    return [clean(text) for text in (table_words.corner(table.code), *columns)]


def paragraphs(texts: Iterable[str]) -> list[Said]:
    """Each as a paragraph of its own."""
    return _cleaned(("P", text) for text in texts)
