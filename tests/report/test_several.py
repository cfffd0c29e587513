"""Several organisations, several years, crossed tables and revised editions on paper."""

import io
from dataclasses import replace

import pikepdf
import pytest

from tests.pdf_text import lines_of, pages_of
from tests.report.several import NAMES, YEARS, side_by_side, together
from tests.report.test_layout import all_ink, collisions, is_on_the_page
from tests.report.years import full_year, report_of, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import Mark, SafeColumn, SafeReport, SafeRow, SafeTable
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.report import wording
from vp_logboek.report.yearly import render


def said(pdf: bytes) -> str:
    return " ".join(lines_of(pdf))


def test_the_organisations_of_a_sum_are_named_on_the_first_page() -> None:
    first = pages_of(render(together()))[0]

    assert "Organisaties samen: " + "; ".join(NAMES) in " ".join(first.split())
    assert "Alle organisaties samen" in first


def test_the_account_says_what_a_sum_counts() -> None:
    assert "telt bij elke organisatie" in said(render(together()))
    assert "telt bij elke organisatie" not in said(render(zuid_holland()))


def test_years_stand_side_by_side_with_their_sum() -> None:
    lines = lines_of(render(side_by_side()))

    assert "Jaaroverzichten vertrouwenspersoon 2021, 2022 en 2024" in " ".join(lines)
    assert "Integriteit 11 12 13 36" in lines
    assert "Arbeidsconflict • 12 13 •" in lines
    assert "Totaal 51 52 53 156" in lines
    assert lines[lines.index("2021") :: 2][:4] == [*YEARS, "samen"]


def test_each_level_of_the_years_is_told() -> None:
    text = said(render(side_by_side(Level.STRICT)))

    assert "Zo zijn de cijfers beschermd: 2021 " in text
    assert "Zo zijn de cijfers beschermd: 2022 en 2024" in text
    assert "niveau Ruim" in text
    assert "niveau Streng" in text


def test_of_years_at_two_levels_both_are_said_on_the_first_page() -> None:
    first = " ".join(pages_of(render(side_by_side(Level.NONE)))[0].split())

    assert wording.EXACT_ON_FACTSHEET in first
    assert wording.HIDDEN_ON_FACTSHEET in first


FIVE = ("2020-2021", "2021-2022", "2022-2023", "2023-2024", "2024-2025")


@pytest.mark.parametrize("years", [YEARS, FIVE], ids=["three", "five"])
def test_several_years_fit_on_the_page(
    years: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    ink = all_ink(side_by_side(years=years), monkeypatch, concept=True)

    assert [i for i in ink if not is_on_the_page(i)] == []
    assert collisions(ink) == []


def test_many_organisations_fit_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    report = replace(together(), parts=tuple(f"{name} {n}" for n in range(12) for name in NAMES))
    ink = all_ink(report, monkeypatch)

    assert [i for i in ink if not is_on_the_page(i)] == []
    assert collisions(ink) == []


def test_a_revised_edition_says_so_above_everywhere_and_in_its_title() -> None:
    pdf = render(zuid_holland(), edition=2)

    assert "Herziene uitgave 2" in pages_of(pdf)[0].splitlines()
    assert all("herziene uitgave 2" in page for page in pages_of(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.trailer.Info.Title).endswith(", herziene uitgave 2")


@pytest.mark.parametrize("report", [zuid_holland(), together(), side_by_side()])
def test_a_first_edition_says_nothing_of_editions_but_the_fixed_sentence(
    report: SafeReport,
) -> None:
    text = said(render(report)).casefold()

    assert text.count("herziene uitgave") == 1
    assert render(report) == render(report, edition=1)


# --- subjects crossed with intern and extern ----------------------------------------------------

ORIGINS = ("intern", "extern", "niet ingevuld")


def _crossed(report: SafeReport) -> SafeReport:
    table = SafeTable(
        TableCode.SUBJECT_ORIGIN,
        tuple(SafeColumn(label, Unit.MELDERS) for label in ORIGINS),
        (
            SafeRow("integriteit", "Integriteit", (7, 11, Mark.HIDDEN), main="integriteit"),
            SafeRow("advies", "Advies algemeen", (Mark.HIDDEN,) * 3, main="advies"),
        ),
    )
    return replace(report, tables=(*report.tables, table))


def test_a_crossed_table_is_read_row_by_row_with_a_unit_above_every_column() -> None:
    lines = lines_of(render(_crossed(zuid_holland())))
    start = max(n for n, line in enumerate(lines) if line == TableCode.SUBJECT_ORIGIN.label)

    assert " ".join(lines[start + 1 : start + 9]).count("melders") == 3
    assert "Integriteit 7 11 •" in lines[start:]
    assert "Advies algemeen • • •" in lines[start:]


def test_a_large_year_has_the_crossed_table() -> None:
    report = report_of(full_year())

    assert report.table(TableCode.SUBJECT_ORIGIN) is not None
    assert report.table(TableCode.ORIGIN) is None
    assert TableCode.SUBJECT_ORIGIN.label in lines_of(render(report))


# --- where the total itself is not shown --------------------------------------------------------


def test_a_hidden_total_is_a_mark_and_a_sentence_of_its_own() -> None:
    report = zuid_holland()
    key = report.tables[0]
    row = replace(key.rows[0], figures=tuple(Mark.HIDDEN for _ in key.columns))
    few = replace(report, tables=(replace(key, rows=(row,)),))
    first = pages_of(render(few))[0]

    assert wording.TOTAL_HIDDEN in " ".join(first.split())
    assert wording.TOO_FEW not in " ".join(first.split())
    assert first.splitlines()[first.splitlines().index("melders") + 1] == "•"
