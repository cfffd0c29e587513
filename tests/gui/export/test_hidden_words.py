"""What is said of hidden figures is what the PDF does with them, also where all are hidden."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened, add_year
from tests.gui.year.views import view
from tests.pdf_text import pages_of
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.safe_report import ReportKind, SafeReport
from vp_logboek.gui.export import hidden_words, price_words, result_words
from vp_logboek.report import table_words
from vp_logboek.services.yearly_report import overview_pdf

FALSE = (
    "niets verborgen", "geen enkel aantal verborgen", "0 aantallen", "staat •", "uit te rekenen",
)  # fmt: skip
USUAL = {"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2}


def untrue(said: str) -> list[str]:
    return [one for one in FALSE if one in said]


def of_few() -> SafeReport:
    return view({"pesten": 3}).report


def test_with_too_few_melders_no_step_says_that_nothing_is_hidden(
    book: Opened, walk_of: Callable[..., Walk], tmp_path: Path,
    save_at: Callable[[Path | None], list[str]],
) -> None:  # fmt: skip
    save_at(tmp_path / "uit.pdf")
    book.change(lambda logbook: add_year(logbook, 2023, {"pesten": 3}))
    walk = walk_of(2023)
    walk.issue()
    dialog = walk.dialog
    assert dialog.is_issued
    for said in (dialog.hidden.text(), dialog.done_step.text()):
        assert untrue(said) == []
        assert "Over melders staat er alleen: minder dan 5." in said


def test_of_a_usual_year_the_same_words_are_not_false() -> None:
    report = view(USUAL).report  # the negative control
    assert not hidden_words.said_of_few(report)
    assert untrue(hidden_words.marks(report)) == []
    assert untrue(result_words.audited(report, ReportKind.YEAR)) == ["uit te rekenen"]


def test_what_is_hidden_of_few_can_stay_hidden_in_the_sum() -> None:
    assert price_words.TOGETHER_LATER in price_words.later_costs(ReleaseKind.YEAR, of_few(), True)


def test_the_contents_tell_tables_with_figures_from_those_that_are_only_named() -> None:
    report = view(USUAL).report
    shown, named = hidden_words.with_figures(report), hidden_words.only_named(report)
    assert shown
    assert named
    text = " ".join(" ".join(pages_of(overview_pdf(report))).split())
    assert table_words.not_shown(named) in text
    assert all(title in text for title in shown)


@pytest.mark.parametrize("only_shown", [True, False])
def test_a_mark_is_promised_only_where_there_is_one(only_shown: bool) -> None:
    report = view(USUAL).report
    if only_shown:
        tables = tuple(table for table in report.tables if not table.shows_nothing)
        report = replace(report, tables=tables)
    said = hidden_words.marks(report)
    assert said.endswith("Op hun plaats staat •.") is only_shown
    assert ("Een tabel zonder aantallen is alleen genoemd." in said) is not only_shown


def test_where_nothing_is_hidden_no_mark_is_promised() -> None:
    report = view(USUAL).report
    tables = tuple(
        replace(table, rows=tuple(row for row in table.rows if isinstance(row.figures[0], int)))
        for table in report.tables
        if len(table.columns) == 1
    )
    assert hidden_words.marks(replace(report, tables=tables)) == hidden_words.NOTHING_HIDDEN
