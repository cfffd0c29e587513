"""What ReportLab writes by itself and what it writes once touched: read at every upgrade."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator

import pikepdf
import pytest

from tests.report.years import full_year, report_of, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.report import rl_pins, rl_touch
from vp_logboek.report.yearly import render

UNTOUCHED = """
import io, sys
from reportlab import rl_config
rl_config.ttfAsciiReadable = 1
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas
pdfmetrics.registerFont(ttfonts.TTFont("Plex", "resources/fonts/IBMPlexSans-Regular.ttf"))
out = io.BytesIO()
canvas = Canvas(out, invariant=1, pageCompression=0, initialFontName="Plex")
canvas.setFont("Plex", 10)
canvas.drawString(10, 10, "25 melders \\u2022")
for name, level in (("a", 0), ("b", 1), ("c", 1), ("d", 0)):
    canvas.bookmarkHorizontal(name, 0, 0)
    canvas.addOutlineEntry(name, name, level)
canvas.save()
sys.stdout.buffer.write(out.getvalue())
"""


@pytest.fixture(scope="module")
def untouched() -> bytes:
    """A page as ReportLab writes it by itself: the negative control of every touch."""
    done = subprocess.run([sys.executable, "-c", UNTOUCHED], capture_output=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def ours() -> bytes:
    return render(report_of(full_year(60), Level.NONE))


def stream_ends(pdf: bytes) -> set[bytes]:
    """What stands before each ``endstream`` and is not part of the stream."""
    found = set()
    for match in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", pdf):
        end = match.end() + int(match[1])
        found.add(pdf[end : pdf.index(b"endstream", end)])
    return found


def test_every_stream_ends_with_a_line_end(ours: bytes, untouched: bytes) -> None:
    assert stream_ends(ours) == {b"\r\n"}
    assert stream_ends(untouched) == {b""}


def test_a_stream_that_ends_in_cr_keeps_it() -> None:
    stream = rl_pins.pdfdoc.PDFStream(content=b"abc\r")
    written = stream.format(rl_pins.Canvas(io.BytesIO())._doc)

    assert b"/Length 4" in written
    assert written.endswith(b"abc\r\r\nendstream\n")


def characters(pdf: bytes) -> Iterator[tuple[int, int]]:
    """Code and character, of every entry of every ToUnicode table."""
    for table in re.findall(rb"beginbfchar\n(.*?)endbfchar", pdf, re.DOTALL):
        for code, character in re.findall(rb"<(\w+)> <(\w+)>", table):
            yield int(code, 16), int(character, 16)


def test_no_code_stands_for_nothing(ours: bytes, untouched: bytes) -> None:
    assert 0 not in {character for _, character in characters(ours)}
    assert ord("–") in {character for _, character in characters(ours)}
    assert 0 in {character for _, character in characters(untouched)}


def test_no_list_of_characters_is_longer_than_it_may_be() -> None:
    table = rl_touch._to_unicode("Plex", [0] * 32 + list(range(32, 256)))

    sizes = [int(size) for size in re.findall(r"(\d+) beginbfchar", table)]
    assert sum(sizes) == 224
    assert max(sizes) <= 100
    assert table.count("endbfchar") == len(sizes)


def listed(pdf: bytes) -> tuple[int, int]:
    """How many headings the viewer's list says it has, and how many it has."""

    def entries(entry: pikepdf.Object) -> int:
        found = 0
        while entry is not None:
            found += 1 + entries(entry.get("/First"))
            entry = entry.get("/Next")
        return found

    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root.Outlines
        return int(root.Count), entries(root.First)


def test_the_list_of_headings_says_how_long_it_is(ours: bytes, untouched: bytes) -> None:
    said, there = listed(ours)
    assert said == there > 10
    said, there = listed(untouched)
    assert said != there


def test_no_page_speaks_of_pictures_turning_or_transitions(ours: bytes, untouched: bytes) -> None:
    for name in (b"/Trans", b"/Rotate", b"/ProcSet ["):
        assert name not in ours
        assert name in untouched


def test_the_file_says_nothing_of_who_made_it(ours: bytes, untouched: bytes) -> None:
    for name in (b"/Author", b"/CreationDate", b"/Producer"):
        assert name not in ours
        assert name in untouched


def test_the_version_is_the_one_that_was_read() -> None:
    """Another version may keep other things inside: read it, run these tests, then name it here."""
    import reportlab

    assert reportlab.Version == "5.1.0"


def test_the_name_of_the_file_hangs_on_all_that_is_in_it() -> None:
    def name(pdf: bytes) -> str:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            first, second = (bytes(part).hex() for part in document.trailer.ID)
        assert first == second
        return first

    assert name(render(zuid_holland())) != name(render(zuid_holland(), edition=2))
    assert name(render(zuid_holland())) == name(render(zuid_holland()))


def test_printing_brings_no_network_into_the_process() -> None:
    script = (
        "import sys, vp_logboek.report.yearly, vp_logboek.report.recovery_sheet\n"
        "print([m for m in ('socket', 'ssl', 'http.client', 'urllib.request') if m in sys.modules])"
    )
    for before, found in (("", "[]"), ("import xml.sax.saxutils; ", "['socket', 'ssl'")):
        done = subprocess.run(
            [sys.executable, "-c", before + script], capture_output=True, text=True, check=True
        )
        assert done.stdout.startswith(found)


@pytest.mark.parametrize("moment", ["gisteren", "9" * 40, "-1"])
def test_no_moment_in_the_environment_stops_the_printing(
    moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = render(zuid_holland())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)

    assert render(zuid_holland()) == before


@pytest.mark.parametrize("name", ["_rl_accel", "uharfbuzz"])
def test_no_other_code_writes_the_file_where_it_is_installed(name: str) -> None:
    import importlib

    with pytest.raises(ImportError):
        importlib.import_module(name)
