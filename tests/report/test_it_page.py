"""The page for the IT department: one side of A4 with the text of the help, and nothing else."""

import io

import pikepdf
import pytest

from tests.pdf_text import pages_of, squeezed
from vp_logboek.domain.errors_report import Fault, OverviewRefused, TooLongToPrint
from vp_logboek.report import it_page
from vp_logboek.report.it_page import render
from vp_logboek.report.selfcheck.sheet import check_sheet
from vp_logboek.resources import resource

TEXT = resource("help", "voor-uw-it-afdeling.md").read_text("utf-8").replace("{versie}", "10.11.12")


def test_everything_is_on_the_one_side_in_reading_order() -> None:
    (page,) = pages_of(render(TEXT))
    read, at = squeezed(page), 0
    for line in filter(None, TEXT.splitlines()):
        said = squeezed(line.lstrip("#- "))
        assert said in read, line
    for head in (line for line in TEXT.splitlines() if line.startswith("#")):
        here = read.index(squeezed(head.lstrip("# ")))
        assert here >= at
        at = here


def test_the_same_text_gives_the_same_bytes_and_only_a_title_is_told() -> None:
    pdf = render(TEXT)
    assert render(TEXT) == pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert set(document.trailer.Info.keys()) == {"/Title"}
        assert str(document.trailer.Info.Title) == "Voor uw IT-afdeling"
        assert len(document.pages) == 1


def test_a_text_that_is_too_long_is_refused() -> None:
    longer = TEXT + "".join(f"\n## Deel {n}\n\n- {'lang ' * 90}\n" for n in range(6))
    with pytest.raises(TooLongToPrint):
        render(longer)


def test_a_page_that_says_something_else_is_refused() -> None:
    title, lead, sections = it_page._read(TEXT)
    said = list(it_page._said(title, lead, sections))
    check_sheet(render(TEXT), title, said, it_page._STYLES)
    with pytest.raises(OverviewRefused) as refused:
        check_sheet(render(TEXT), title, said[:-1], it_page._STYLES)
    assert refused.value.fault is Fault.TEXT
