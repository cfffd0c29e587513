"""The recovery sheet on paper: one page with all that is typed over, and nobody's name."""

import getpass
import io
import re
import socket

import pikepdf
import pytest

from tests.pdf_text import pages_of, squeezed
from vp_logboek.domain.recovery_sheet import Sheet, read_sheet, sheet_of
from vp_logboek.report import recovery_sheet
from vp_logboek.report.recovery_sheet import render


@pytest.fixture
def sheet() -> Sheet:
    return sheet_of(bytes(range(100, 132)), b"VPL1" + bytes(range(12)))


def test_what_is_on_the_one_page_can_be_typed_over(sheet: Sheet) -> None:
    (page,) = pages_of(render(sheet))
    text = squeezed(page)
    lines = [squeezed(line) for line in sheet.lines]

    assert all(line in text for line in lines)
    assert read_sheet([text[text.index(line) :][:16] for line in lines]) == read_sheet(sheet.lines)
    assert f"Nummervanditblad{sheet.number}" in text


def test_the_same_sheet_gives_the_same_bytes(sheet: Sheet) -> None:
    assert render(sheet) == render(sheet)
    assert render(sheet) != render(sheet_of(bytes(32), bytes(16)))


def test_there_is_nothing_in_the_file_but_the_page(sheet: Sheet) -> None:
    pdf = render(sheet)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert set(document.trailer.Info.keys()) == {"/Title"}
        assert str(document.trailer.Info.Title) == "Herstelblad VP Logboek"
        assert len(document.pages) == 1
    assert not re.search(rb"D:\d{4}|\d{4}-\d\d-\d\d|\d\d:\d\d", pdf)
    for word in (getpass.getuser(), socket.gethostname()):
        assert word.encode() not in pdf


def test_everything_is_on_the_page_and_nothing_over_anything_else(sheet: Sheet) -> None:
    with pikepdf.open(io.BytesIO(render(sheet))) as document:
        width, height = (float(side) for side in document.pages[0].MediaBox[2:])
        places = [
            (float(given.operands[4]), float(given.operands[5]))
            for given in pikepdf.parse_content_stream(document.pages[0])
            if str(given.operator) == "Tm"
        ]

    assert len(places) == len(set(places)) > 100
    assert all(50 < x < width - 50 and 30 < y < height - 30 for x, y in places)


def test_sentences_are_short() -> None:
    paragraphs = [said for _, passage in recovery_sheet._PASSAGES for said in passage]
    for sentence in re.split(r"[.?:]\s", " ".join([recovery_sheet._FOR, *paragraphs])):
        assert len(sentence.split()) <= 20, sentence
