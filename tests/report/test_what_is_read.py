"""What a reader sees, read back by another library, is what the report holds: no more, no less."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.pdf_text import lines_of, pages_of, squeezed
from tests.report.years import (
    ZUID_HOLLAND,
    eight,
    few,
    full_year,
    report_of,
    reports,
    year_with,
    zuid_holland,
)
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import SafeReport, SafeTable, printed
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.report import table_words, wording
from vp_logboek.report.yearly import render

REPORTS = {
    "zuid-holland": zuid_holland(),
    "zuid-holland-exact": zuid_holland(Level.NONE),
    "full": report_of(full_year(), Level.STANDARD),
    "full-exact": report_of(full_year(), Level.NONE),
    "full-strict": report_of(full_year(90), Level.STRICT),
}


def _cells(table: SafeTable) -> list[str]:
    """The rows as they are read, one after the other, without spaces, the total last."""
    rows = [(row.label, row.figures) for row in table.rows]
    if table.total is not None:
        rows.append((wording.TOTAL, table.total))
    return [squeezed(label) + "".join(map(printed, cells)) for label, cells in rows]


def _is_continued(table: SafeTable, lines: list[str]) -> bool:
    return f"{table.title} ({table_words.CONTINUED})" in lines


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_every_cell_comes_back_in_its_row_and_table(report: SafeReport) -> None:
    lines = lines_of(render(report))
    text = squeezed(" ".join(lines))
    for table in report.tables:
        if not table.shows_nothing and not _is_continued(table, lines):
            start = text.rindex(squeezed(table.title))
            assert "".join(_cells(table)) in text[start:], table.title


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_the_cells_of_a_table_over_two_columns_come_back_in_order(report: SafeReport) -> None:
    lines = lines_of(render(report))
    text = squeezed(" ".join(lines))
    for table in report.tables:
        if _is_continued(table, lines):
            at = text.index(squeezed(table.title), text.index(squeezed(wording.TABLES_HEADING)))
            for cell in _cells(table):
                at = text.index(cell, at) + len(cell)


def test_the_factsheet_of_zuid_holland_as_it_was_published() -> None:
    first = pages_of(render(zuid_holland(Level.NONE)))[0].splitlines()

    start = first.index("Gesprekken met vertrouwenspersonen, waarvan onderwerp")
    assert first[start + 1 : start + 8] == [
        "Integriteit 2",
        "Ongewenste omgangsvormen 9",
        "Arbeidsconflict 5",
        "Onveiligheid 4",
        "Advies algemeen 5",
        "* 0 keer: discriminatie",
        "Totaal 25 gesprekken",
    ]
    assert wording.EXACT_ON_FACTSHEET in " ".join(first)


def test_the_factsheet_of_zuid_holland_at_standaard() -> None:
    first = pages_of(render(zuid_holland()))[0].splitlines()

    start = first.index("Melders naar onderwerp")
    assert first[start + 1 : start + 9] == [
        "Integriteit •",
        "Ongewenste omgangsvormen 9",
        "Discriminatie •",
        "Arbeidsconflict 5",
        "Onveiligheid 4",
        "Advies algemeen 5",
        "Totaal 25 melders",
        "Niet getoond, samen: 2 melders",
    ]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_the_tiles_hold_the_key_figures(report: SafeReport) -> None:
    first = pages_of(render(report))[0].splitlines()
    key = report.table(TableCode.KEY)
    assert key is not None
    for figure, column in zip(key.rows[0].figures, key.columns, strict=True):
        assert first[first.index(column.unit.label) + 1] == printed(figure)


def test_too_few_melders_give_one_sentence_and_the_activities() -> None:
    text = " ".join(lines_of(render(few())))

    assert "minder dan 5 melders" in text
    assert "voorlichting 2 6" in text
    for code in TableCode:
        if code not in (TableCode.ACTIVITIES, TableCode.KEY):
            assert code.label not in text
    assert "gesprekken •" not in text


def test_eight_melders_give_the_total_and_the_activities() -> None:
    lines = lines_of(render(eight()))

    assert lines[lines.index("melders") + 1] == "8"
    assert TableCode.ACTIVITIES.label in lines
    assert TableCode.SUBJECT.label not in lines


def test_tables_without_a_figure_are_named_in_one_sentence() -> None:
    report = zuid_holland()
    silent = [table.title for table in report.tables if table.shows_nothing]
    text = " ".join(lines_of(render(report)))

    assert len(silent) > 3
    assert f"{table_words.NOT_SHOWN} {'; '.join(silent)}." in text


def test_what_hidden_cells_are_together_stands_below_the_table() -> None:
    lines = lines_of(render(zuid_holland()))

    total = max(n for n, line in enumerate(lines) if line == "Totaal 25 melders")
    assert lines[total - 1] == "Advies algemeen 5"
    assert lines[total + 1] == "Niet getoond, samen: 2 melders"


def test_lines_that_do_not_add_up_say_so() -> None:
    report = report_of(full_year())
    text = " ".join(lines_of(render(report)))

    for table in report.tables:
        if table.code in table_words.DOES_NOT_ADD_UP and not table.adds_up:
            assert table_words.DOES_NOT_ADD_UP[table.code] in text
    assert text.count("Telt niet op") == sum(
        t.code in table_words.DOES_NOT_ADD_UP and not t.adds_up and not t.shows_nothing
        for t in report.tables
    )


@pytest.mark.parametrize("example", [True, False])
@pytest.mark.parametrize("concept", [True, False])
def test_every_page_carries_its_marks(example: bool, concept: bool) -> None:
    report = replace(report_of(full_year()), example=example)
    pages = pages_of(render(report, concept))

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert (wording.EXAMPLE_MARK in page) == example
        assert (wording.CONCEPT_MARK in page) == concept
        assert f"Pagina {number} van {len(pages)}" in page


@pytest.mark.parametrize("name", ['<b>Noord</b> & Zuid "ja" <br/>', "A&amp;B (test) \\n %s {x}"])
def test_a_name_with_signs_of_markup_is_printed_as_it_is(name: str) -> None:
    pages = pages_of(render(replace(zuid_holland(), organisation=name)))

    assert name in pages[0].splitlines()


def test_the_level_and_its_thresholds_are_told() -> None:
    text = " ".join(lines_of(render(zuid_holland(Level.STRICT))))

    assert "niveau Streng" in text
    assert "Onderwerpen met minder dan 5 melders tonen wij niet." in text
    assert wording.FEW_TALKS in text


def _allowed(report: SafeReport, pages: int) -> set[int]:
    """Every number that may be on the page."""
    cells = [f for t in report.tables for row in t.rows for f in row.figures]
    totals = [f for t in report.tables for f in t.total or ()]
    known = [t.together for t in report.tables] + [
        report.subject_threshold, report.characteristic_threshold, report.total_threshold,
        report.fewer_than, *range(pages + 1),
    ]  # fmt: skip
    said = re.findall(r"\d+", " ".join([report.organisation, report.year, *_labels(report)]))
    return {n for n in [*cells, *totals, *known, *map(int, said)] if isinstance(n, int)}


def _labels(report: SafeReport) -> list[str]:
    return [row.label for table in report.tables for row in table.rows]


def strangers(pdf: bytes, report: SafeReport) -> set[int]:
    """The numbers that are read from a file and are not in the report."""
    pages = pages_of(pdf)
    found = {int(n) for page in pages for n in re.findall(r"\d+", page)}
    return found - _allowed(report, len(pages))


@pytest.mark.parametrize("report", [*REPORTS.values(), few(), eight()])
def test_every_number_on_the_page_is_in_the_report(report: SafeReport) -> None:
    assert strangers(render(report), report) == set()


def test_the_search_for_strange_numbers_finds_a_planted_one() -> None:
    report = zuid_holland()

    assert strangers(render(replace(report, organisation="Gemeente 4711")), report) == {4711}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_any_report_comes_back_whole(report: SafeReport) -> None:
    text = squeezed(" ".join(lines_of(render(report))))

    printed_tables = [t for t in report.tables[1:] if not t.shows_nothing]
    for table in printed_tables:
        for row in table.rows:
            assert squeezed(row.label) + "".join(map(printed, row.figures)) in text


def test_own_columns_of_which_there_were_none_are_a_line_and_no_bar() -> None:
    year = year_with(ZUID_HOLLAND | {"pesten": 1}, ("discriminatie", "pesten", "stalking"))
    lines = pages_of(render(report_of(year, Level.NONE)))[0].splitlines()

    assert "Pesten 1" in lines
    assert "* 0 keer: discriminatie" in lines
    assert "* 0 keer: stalking" in lines
    assert not any(line.startswith("Stalking") for line in lines)


def test_leaves_are_in_the_tables_and_not_among_the_bars() -> None:
    report = report_of(full_year(), Level.NONE)
    talks = report.table(TableCode.TALK_SUBJECT)
    assert talks is not None
    first = pages_of(render(report))[0]

    for row in talks.rows:
        assert (row.label in first) == (row.kind is not RowKind.LEAF)
