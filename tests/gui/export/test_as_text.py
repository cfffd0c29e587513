"""The overview as text says all that the pages say, and says aloud what a mark means."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.gui.year.views import view
from tests.pdf_text import pages_of
from tests.report import several
from tests.report.years import full_year, report_of
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import SafeReport, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export.as_text import ABOUT_MARKS, CONCEPT, as_text
from vp_logboek.report import table_words, wording, yearly
from vp_logboek.report.selfcheck import expected

_SIGNS = "•–:;,.()"
REPORTS: dict[str, Callable[[], SafeReport]] = {
    "a usual year": lambda: (
        view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2}).report
    ),
    "without a threshold": lambda: view({"pesten": 1, "met_collega": 12}, Level.NONE).report,
    "too few": lambda: view({"pesten": 3}).report,
    "organisations together": several.together,
    "years side by side": several.side_by_side,
    "every table": lambda: report_of(full_year()),
    "an example": lambda: replace(view({"pesten": 9}).report, example=True),
}


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> SafeReport:
    return REPORTS[request.param]()


def missing(pdf: bytes, text: str) -> set[str]:
    """Words that stand on a page and not in the text; what a page says of itself is left out."""
    seen = {word.strip(_SIGNS) for page in pages_of(pdf) for word in page.split()}
    return seen - {word.strip(_SIGNS) for word in text.split()} - {"Pagina", "vervolg"}


def test_every_word_on_the_pages_is_in_the_text(report: SafeReport) -> None:
    pdf, text = yearly.render(report, concept=True), as_text(report, True)
    assert {word for word in missing(pdf, text) if not word.isdigit()} == set()
    without = text[: text.index(wording.ACCOUNT_HEADING)]  # the negative control
    assert missing(pdf, without)


def test_the_account_and_what_marks_mean_are_in_the_text(report: SafeReport) -> None:
    text = as_text(report, False)
    for heading, paragraphs in wording.account(report):
        assert all(said in text for said in (heading, *paragraphs))
    assert (ABOUT_MARKS in text) is not report.exact


def titles_in(said: str, report: SafeReport) -> list[str]:
    """Titles, and the sentence about tables without figures, in the order in which they stand."""
    silent = [table.title for table in report.tables if table.shows_nothing]
    wanted = list(expected.shown_tables(report))
    wanted += [table_words.not_shown(silent)] if silent else []
    said = said[max(said.find(wording.TABLES_HEADING), said.find(wording.YEARS_HEADING), 0) :]
    assert all(one in said for one in wanted)
    return sorted(wanted, key=said.index)


def test_what_stands_first_on_the_pages_stands_first_in_the_text(report: SafeReport) -> None:
    pdf, text = yearly.render(report, concept=True), as_text(report, True)
    pages = " ".join(" ".join(pages_of(pdf)).split())
    assert titles_in(text, report) == titles_in(pages, report)


def widened(table: SafeTable) -> SafeTable:
    """With so many columns that it stands over the whole width, below all others."""
    rows = tuple(replace(row, figures=row.figures * 8) for row in table.rows)
    return replace(table, columns=table.columns * 8, rows=rows, total=None, together=None)


def test_a_table_over_the_whole_width_comes_last_in_both() -> None:
    report = REPORTS["every table"]()
    contact = report.table(TableCode.CONTACT)
    assert contact is not None
    wide = replace(
        report,
        tables=tuple(widened(one) if one is contact else one for one in report.tables),
    )
    pages = " ".join(" ".join(pages_of(yearly.render(wide))).split())
    order = titles_in(as_text(wide, False), wide)
    assert order == titles_in(pages, wide)
    assert order[-1] == contact.title
    assert titles_in(as_text(report, False), report)[-1] != contact.title  # the negative control


def test_every_figure_of_the_report_is_in_the_text(report: SafeReport) -> None:
    words = Counter(word.strip(_SIGNS) for word in as_text(report, False).split())
    rows = [row for table in report.tables if not table.shows_nothing for row in table.rows]
    figures = Counter(str(one) for row in rows for one in row.figures if isinstance(one, int))
    assert figures <= words


def test_a_hidden_cell_is_said_and_its_number_never() -> None:
    year = view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2})
    text = as_text(year.report, False)
    assert "  Onveiligheid: niet getoond" in text
    figures = [line for line in text.splitlines() if line.startswith(" ")]
    assert figures
    assert not [line for line in figures if "•" in line or "–" in line]


def test_a_concept_and_a_revised_edition_say_so_first() -> None:
    report = REPORTS["a usual year"]()
    assert as_text(report, True).startswith(CONCEPT)
    assert CONCEPT not in as_text(report, False)
    assert wording.revised(2) in as_text(report, False, 2).splitlines()[:4]
    assert wording.revised(2) not in as_text(report, False)


def test_too_few_melders_are_told_as_fewer_than() -> None:
    text = as_text(REPORTS["too few"](), True)
    assert "minder dan 5 melders" in text
    assert wording.TOO_FEW in text
