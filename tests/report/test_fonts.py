"""Every font is inside the file, and a character it lacks is an error instead of an empty box."""

import hashlib
import io
import re
from dataclasses import replace

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.report.years import few, full_year, report_of, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import GlyphMissing
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report import fonts
from vp_logboek.report.yearly import render
from vp_logboek.resources import resource


def not_embedded(pdf: bytes) -> list[str]:
    """The names of the fonts in a file whose glyphs are not in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [o for o in document.objects if _is_a(o, "/Font")]
        return [str(o.BaseFont) for o in found if not _has_glyphs(o)]


def _is_a(thing: pikepdf.Object, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind


def _has_glyphs(font: pikepdf.Object) -> bool:
    return "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor


@pytest.mark.parametrize(
    "report", [zuid_holland(), few(), report_of(full_year(), Level.NONE)], ids=["zh", "few", "full"]
)
def test_every_font_is_embedded(report: SafeReport) -> None:
    pdf = render(report)

    assert not_embedded(pdf) == []
    assert set(re.findall(rb"/BaseFont /(\S+)", pdf)) == {
        b"AAAAAA+IBMPlexSans-Regular",
        b"AAAAAA+IBMPlexSans-SemiBold",
    }
    assert b"Helvetica" not in pdf


def test_the_check_for_fonts_finds_the_one_reportlab_leaves_out() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, initialFontName="Helvetica")
    canvas.drawString(10, 10, "25 melders")
    canvas.save()

    assert not_embedded(out.getvalue()) == ["/Helvetica"]


@pytest.mark.parametrize("name", ["Gemeente 漢", "School 🙂", "مدرسة"])
def test_a_character_that_the_fonts_lack_is_an_error_of_our_own(name: str) -> None:
    with pytest.raises(GlyphMissing) as caught:
        render(replace(zuid_holland(), organisation=name))

    assert caught.value.character in name


def test_all_the_letters_of_dutch_names_are_there() -> None:
    name = "Súdwest-Fryslân, ’s-Hertogenbosch, Curaçao, Œ ĳ ë ï ö ü é è ê á à ç ñ “€” – … ½"
    pdf = render(replace(zuid_holland(), organisation=name))

    assert pdf.startswith(b"%PDF")


def test_letters_are_composed_and_what_cannot_be_seen_is_left_out() -> None:
    assert fonts.clean("Cafe\u0301 \u200b  Noord\u00ad\nen\u202e Zuid\x00 ") == "Café Noord en Zuid"


def test_the_fonts_are_those_that_were_written_down() -> None:
    written = resource("fonts", "README.md").read_text(encoding="utf-8")
    for face in (fonts.REGULAR, fonts.SEMIBOLD):
        data = resource("fonts", f"{face}.ttf").read_bytes()
        assert hashlib.sha256(data).hexdigest() in written
    assert "SIL Open Font License" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")


def test_figures_are_all_equally_wide() -> None:
    for face in (fonts.REGULAR, fonts.SEMIBOLD):
        assert len({fonts.width(digit, face, 10) for digit in "0123456789"}) == 1
