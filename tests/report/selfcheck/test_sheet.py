"""The recovery sheet passes the structural part of the check with its own texts, and no others."""

import pytest

from tests.report.reread.planting import planted
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.recovery_sheet import sheet_of
from vp_logboek.report import recovery_sheet as sheets
from vp_logboek.report.selfcheck.expected import Said
from vp_logboek.report.selfcheck.sheet import check_sheet
from vp_logboek.report.style import TextStyle

SHEET = sheet_of(bytes(range(32)), bytes(range(16)))
PDF = sheets.render(SHEET)
STYLES = [each for each in vars(sheets).values() if isinstance(each, TextStyle)]
SAID: list[Said] = [
    ("H1", sheets.TITLE),
    ("P", f"Nummer van dit blad {SHEET.number}"),
    ("P", sheets._FOR),
    *(
        ("P", f"Regel {number} {' '.join(line.split())}")
        for number, line in enumerate(SHEET.lines, 1)
    ),
    *(
        said
        for title, paragraphs in sheets._PASSAGES
        for said in (("H2", title), *(("P", text) for text in paragraphs))
    ),
    *(("P", label) for label in sheets._TO_FILL_IN),
]


def test_the_sheet_passes() -> None:
    check_sheet(PDF, sheets.TITLE, SAID, STYLES)


@pytest.mark.parametrize("place", range(len(SAID)))
def test_a_sheet_that_says_something_else_is_refused(place: int) -> None:
    tag, text = SAID[place]
    other = [*SAID[:place], (tag, text + "X"), *SAID[place + 1 :]]

    with pytest.raises(OverviewRefused) as refused:
        check_sheet(PDF, sheets.TITLE, other, STYLES)
    assert refused.value == OverviewRefused(Fault.TEXT, "herstelblad")


def test_a_text_that_stands_there_as_decoration_is_refused() -> None:
    ink = b".109804 .105882 .098039 rg\n"
    said = b"/Artifact BMC\n" + ink + b"BT 1 0 0 1 56 9 Tm /F2+0 9 Tf 10.8 TL (X) Tj T* ET\n"

    with pytest.raises(OverviewRefused) as refused:
        check_sheet(
            planted(PDF, (b"/Artifact BMC\n", said), sign=sheets.TITLE), sheets.TITLE, SAID, STYLES
        )
    assert refused.value == OverviewRefused(Fault.TEXT, "herstelblad")
