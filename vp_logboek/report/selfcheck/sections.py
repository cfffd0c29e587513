"""The headings of an overview, in order, and what stands below those that head no figures."""

from collections.abc import Iterator

from vp_logboek.domain.safe_report import ReportKind, SafeReport
from vp_logboek.report import table_words, wording
from vp_logboek.report.fonts import clean
from vp_logboek.report.selfcheck.expected import (
    Said,
    chart_table,
    chart_title,
    has_only_facts,
    heads,
    paragraphs,
    shown_tables,
)


def headings(report: SafeReport) -> list[str]:
    """What stands above each section, in order."""
    chart = chart_table(report)
    facts = [heading for heading, _texts in wording.on_factsheet(report)]
    if report.kind is ReportKind.YEARS:
        found = [*facts, wording.YEARS_HEADING]
    elif has_only_facts(report):
        found = []
    else:
        found = [*([chart_title(chart)] if chart else []), *facts, wording.TABLES_HEADING]
    return [clean(heading) for heading in (*found, wording.ACCOUNT_HEADING)]


def passages(report: SafeReport) -> dict[str, list[Said]]:
    """What stands below each heading of the first page, and below that of the account."""
    found = {heading: paragraphs(texts) for heading, texts in wording.on_factsheet(report)}
    found[wording.ACCOUNT_HEADING] = [
        said
        for heading, texts in wording.account(report)
        for said in (("H3", clean(heading)), *paragraphs(texts))
    ]
    return found


def repeated(report: SafeReport) -> Iterator[str]:
    """What stands once more above a table that goes on, on a next page."""
    for table in shown_tables(report).values():
        yield clean(table_words.continued(table.title))
        yield from heads(table)
