"""What the tags mean, which no checker sees: as it is read aloud, against golden files.

Delete a file in tests/data/text_trees to have it written anew, and look at what changed.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Name, Pdf

from tests.report.conformance.any_report import Printing
from tests.report.conformance.overviews import printed, recovery_page
from tests.report.conformance.surgery import elements, first, remade
from tests.report.conformance.text_tree import pdfinfo_tree, plain_tree, text_tree
from tests.report.several import side_by_side, together
from tests.report.years import few, full_year, report_of, zuid_holland
from vp_logboek.domain.disclosure.levels import Level

GOLDEN = Path(__file__).parents[2] / "data" / "text_trees"
SHEET = "herstelblad"
PRINTINGS = {
    printing.name: printing
    for printing in (
        Printing("een-jaar", zuid_holland()),
        Printing("een-jaar-zonder-drempel", zuid_holland(Level.NONE), edition=2),
        Printing("een-jaar-met-alle-tabellen", report_of(full_year(60), Level.WIDE)),
        Printing("te-weinig-melders", few(), concept=True),
        Printing("drie-jaren", side_by_side()),
        Printing("organisaties-samen", replace(together(), example=True), concept=True, edition=3),
    )
}
NAMES = (*PRINTINGS, SHEET)


def made(name: str) -> bytes:
    return recovery_page() if name == SHEET else printed(PRINTINGS[name])


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_as_it_always_was(name: str) -> None:
    path, text = GOLDEN / f"{name}.txt", text_tree(made(name))
    if not path.exists():
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"written anew: {path.name}")

    assert text == path.read_text(encoding="utf-8")


def test_every_golden_file_is_of_a_test() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(NAMES)


@pytest.mark.campaign
@pytest.mark.parametrize("name", NAMES)
def test_pdfinfo_reads_the_same(name: str, tmp_path: Path) -> None:
    pdf = made(name)

    assert pdfinfo_tree(pdf, tmp_path) == plain_tree(pdf)


# --- negative controls: what no checker finds -------------------------------------------------


def _figure_as_head(pdf: Pdf) -> None:
    first(pdf, "/TD").S = Name("/TH")


def _empty_alt(pdf: Pdf) -> None:
    first(pdf, "/Figure").Alt = ""


def _mark_read_as_zero(pdf: Pdf) -> None:
    next(one for one in elements(pdf, "/Span") if "/ActualText" in one).ActualText = "0"


def _rows_turned(pdf: Pdf) -> None:
    body = list(elements(pdf, "/TBody"))[-1]
    body.K = list(reversed(list(body.K)))


def _column_as_row(pdf: Pdf) -> None:
    first(pdf, "/TH").A.Scope = Name("/Row")


FAULTS = (_figure_as_head, _empty_alt, _mark_read_as_zero, _rows_turned, _column_as_row)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_tag_of_another_meaning_is_seen(fault: Callable[[Pdf], None]) -> None:
    good = made("een-jaar")

    assert text_tree(remade(good)) == text_tree(good)
    assert text_tree(remade(good, fault)) != text_tree(good)


def test_text_in_no_element_is_seen() -> None:
    def loose(pdf: Pdf) -> None:
        first(pdf, "/LBody").K = []

    with pytest.raises(AssertionError, match="in no element"):
        text_tree(remade(made("een-jaar"), loose))
