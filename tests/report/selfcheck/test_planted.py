"""Every rule of the self-check has a fault that it finds, planted in a file that is sound."""

import io
import re

import pikepdf
import pytest

from tests.report.reread.planting import planted
from tests.report.years import zuid_holland
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.selfcheck.overview import check
from vp_logboek.report.yearly import render

REPORT = zuid_holland()
PDF = render(REPORT)
TITLE = "Jaaroverzicht vertrouwenspersoon 2025 – Gemeente Voorbeeld"
INK = b".109804 .105882 .098039 rg\n"
NAME = b"BT 1 0 0 1 56 "
"""How the line with the organisation's name begins."""
BAR, STUB, SENTENCE = (
    found[0]
    for pattern in (
        rb"n 248 [\d.]+ \d+\.\d+ 16 re f\*",
        rb"n 248 [\d.]+ 24 16 re S",
        rb"\([^()]*meldingen[^()]*\) Tj",
    )
    for found in [re.search(pattern, PDF)]
    if found
)

STRANGER = INK + NAME + b"9 Tm /F2+0 9 Tf 10.8 TL (Jansen) Tj T* ET\n"
COVER = b".968627 .960784 .945098 rg\nn 50 750 400 40 re f*\n"
MORE = b"\n.184314 .364706 .54902 rg\nn 300 551 2 2 re f*"
CATALOG = b"/Lang (nl-NL)"
KEYS: dict[str, tuple[bytes, bytes]] = {
    "an action at opening": (CATALOG, CATALOG + b" /OpenAction [ 2 0 R /Fit ]"),
    "more actions": (CATALOG, CATALOG + b" /AA << /WC << /S /JavaScript /JS (x) >> >>"),
    "names": (CATALOG, CATALOG + b" /Names << /EmbeddedFiles << >> >>"),
    "a form": (CATALOG, CATALOG + b" /AcroForm << /Fields [ ] >>"),
    "layers": (CATALOG, CATALOG + b" /OCProperties << >>"),
    "private data": (CATALOG, CATALOG + b" /PieceInfo << /Jansen << >> >>"),
    "another language": (CATALOG, b"/Lang (de-DE)"),
    "an author": (b"/Title (Jaar", b"/Author (Jansen) /Title (Jaar"),
    "a date": (b"/Title (Jaar", b"/CreationDate (D:2026) /Title (Jaar"),
    "an annotation": (b"/Type /Page\n", b"/Annots [ ] /Type /Page\n"),
    "a thumbnail": (b"/Type /Page\n", b"/Thumb 1 0 R /Type /Page\n"),
    "metadata of a page": (b"/Type /Page\n", b"/Metadata 1 0 R /Type /Page\n"),
    "another page size": (b"[ 0 0 595.28 841.89 ]", b"[ 0 0 595.28 900 ]"),
    "a crop box": (b"/Type /Page\n", b"/CropBox [ 0 0 9 9 ] /Type /Page\n"),
    "pictures": (b"/Font 1 0 R", b"/Font 1 0 R /XObject << >>"),
    "a turned page": (b"/Type /Page\n", b"/Rotate 90 /Type /Page\n"),
    "a packed stream": (b"/Length1 ", b"/Filter /FlateDecode /Length1 "),
    "another preference": (b"/DisplayDocTitle true", b"/DisplayDocTitle true /HideMenubar true"),
    "a link": (b"/S /Document", b"/S /Link"),
    "a name of an element": (b"/S /H1", b"/ID (Jansen) /S /H1"),
    "a title of an element": (b"/S /H1", b"/S /H1 /T (Jansen)"),
    "a class": (b"/Scope /Column", b"/Scope /Column /Summary (Jansen)"),
    "an expansion": (b"/ActualText (niet getoond)", b"/ActualText (niet getoond) /E (Jansen)"),
    "a role": (b"/Type /StructTreeRoot", b"/RoleMap << >> /Type /StructTreeRoot"),
    "an action of a bookmark": (b"/Title (Tabellen)", b"/A << >> /Title (Tabellen)"),
    "another height of a font": (b"/Ascent 1025", b"/Ascent 1026"),
    "a property of content": (b"/P <</MCID", b"/P <</Jansen 1 /MCID"),
}
DRAWINGS: dict[str, tuple[bytes, bytes]] = {
    "invisible text": (NAME, b"3 Tr\n" + NAME),
    "white text": (INK + NAME, b"1 1 1 rg\n" + NAME),
    "tiny text": (b"/F2+0 14 Tf 16.8 TL", b"/F2+0 1 Tf 1.2 TL"),
    "text beside the page": (NAME, b"BT 1 0 0 1 -560 "),
    "text that runs off": (NAME, b"BT 1 0 0 1 500 "),
    "text upside down": (NAME, b"BT -1 0 0 -1 56 "),
    "another way to show": (b") Tj T* ET", b") TJ T* ET"),
    "a picture in the stream": (INK + NAME, b"/X Do\n" + INK + NAME),
    "a shading": (INK + NAME, b"/X sh\n" + INK + NAME),
    "a state": (INK + NAME, b"/X gs\n" + INK + NAME),
    "a longer stub": (b" 24 16 re S", b" 34 16 re S"),
    "a changed grid": (b"1 0 0 1 0 0 cm", b"1 0 0 1 900 0 cm"),
    "text outside of any mark": (b"EMC\n/H1", b"EMC\n" + STRANGER + b"/H1"),
    "a mark in a mark": (b"/H1 <</MCID 0>> BDC", b"/Artifact BMC\n/H1 <</MCID 0>> BDC"),
    "text below a rectangle": (b"EMC\n/P <</MCID 1>>", COVER + b"EMC\n/P <</MCID 1>>"),
}  # fmt: skip
FONTS: dict[str, tuple[bytes, bytes]] = {
    "characters that change places": (b"<31> <0031>\n<32> <0032>", b"<31> <0032>\n<32> <0031>"),
    "another width": (b"/Widths [ 472", b"/Widths [ 471"),
    "another outline": (b"\x00\x01\x00\x00\x00\x0d\x00\x80", b"\x00\x01\x00\x00\x00\x0d\x00\x81"),
}
STRUCTURE: dict[str, tuple[bytes, bytes]] = {
    "an element with another tag": (b"/S /H1", b"/S /P"),
    "content with another tag": (b"/H1 <</MCID 0>>", b"/P <</MCID 0>>"),
    "content of nobody": (b"/H1 <</MCID 0>>", b"/H1 <</MCID 99>>"),
    "a table of parents that errs": (b"/Nums [ 0 [ 5 0 R 6 0 R", b"/Nums [ 0 [ 6 0 R 5 0 R"),
    "content that is twice somebody's": (b"/MCID 1 /Pg", b"/MCID 0 /Pg"),
    "another bookmark": (b"/Title (Tabellen)", b"/Title (Jansen)"),
    "a bookmark to another page": (b"/Dest [ 2 0 R", b"/Dest [ 3 0 R"),
}
TEXTS: dict[str, tuple[bytes, bytes, Fault]] = {
    "another name": (b"(Gemeente Voorbeeld) Tj", b"(Gemeente Jansen) Tj", Fault.TEXT),
    "a name in a sentence": (SENTENCE, b"(er Jansen was.) Tj", Fault.TEXT),
    "a sentence that is missing": (SENTENCE, b"( ) Tj", Fault.TEXT),
    "another footer": (b"\\002 Gemeente Voorbeeld) Tj", b"\\002 Gemeente Jansen) Tj", Fault.TEXT),
    "another page number": (b"(Pagina 2 van 2)", b"(Pagina 3 van 2)", Fault.TEXT),
    "text as decoration": (b"/Artifact BMC\n", b"/Artifact BMC\n" + STRANGER, Fault.TEXT),
    "another tile": (b"Tf 36 TL (25)", b"Tf 36 TL (26)", Fault.TABLE),
    "another figure": (b"Tf 10.8 TL (5)", b"Tf 10.8 TL (6)", Fault.TABLE),
    "another row": (b"Tf 10.8 TL (Onveiligheid)", b"Tf 10.8 TL (Jansen)", Fault.TABLE),
    "another caption": (b"TL (Kerncijfers)", b"TL (Jansen)", Fault.STRUCTURE),
    "a hidden figure read aloud": (b"(niet getoond)", b"(2)", Fault.TEXT),
    "a hidden figure in words": (b"teit: niet getoond", b"teit: 2", Fault.TABLE),
    "a bar of another length": (BAR, re.sub(rb"[\d.]+ 16 re", b"200 16 re", BAR), Fault.TABLE),
    "a bar of what is hidden": (STUB, STUB + MORE, Fault.TABLE),
    "another sum of what is hidden": (b" samen: 2 melders", b" samen: 3 melders", Fault.TEXT),
}  # fmt: skip
METADATA: dict[str, tuple[bytes, bytes]] = {
    "another title": (b"/Title (Jaaroverzicht", b"/Title (Jansenverzicht"),
    "a creator in the packet": (b"<pdfaid:part>", b"<x:by>Jansen</x:by><pdfaid:part>"),
    "a comment in the packet": (b"<pdfaid:part>", b"<!-- Jansen --><pdfaid:part>"),
    "another profile": (b"sRGB2014", b"Jansen14"),
}
ALL = {
    **{name: (*change, Fault.KEY) for name, change in KEYS.items()},
    **{name: (*change, Fault.DRAWING) for name, change in DRAWINGS.items()},
    **{name: (*change, Fault.FONT) for name, change in FONTS.items()},
    **{name: (*change, Fault.STRUCTURE) for name, change in STRUCTURE.items()},
    **TEXTS,
    **{name: (*change, Fault.METADATA) for name, change in METADATA.items()},
}


def test_what_is_put_together_again_without_a_fault_passes() -> None:
    assert planted(PDF, sign=TITLE) == PDF
    check(planted(PDF, sign=TITLE), REPORT, False, 1)


@pytest.mark.parametrize("old, new, fault", ALL.values(), ids=ALL)
def test_a_planted_fault_is_refused_for_what_it_is(old: bytes, new: bytes, fault: Fault) -> None:
    with pytest.raises(OverviewRefused) as refused:
        check(planted(PDF, (old, new), sign=TITLE), REPORT, False, 1)

    assert refused.value.fault is fault
    assert "Jansen" not in str(refused.value)


def test_most_of_these_are_sound_files_to_another_reader() -> None:
    sound = 0
    for old, new, _fault in ALL.values():
        with pikepdf.open(io.BytesIO(planted(PDF, (old, new), sign=TITLE))) as document:
            sound += len(document.pages) == 2
    assert sound > 0.9 * len(ALL)


def test_a_page_that_differs_from_its_identifier_is_refused() -> None:
    moved = planted(PDF, (NAME, b"BT 1 0 0 1 57 "))

    check(planted(moved, sign=TITLE), REPORT, False, 1)  # the control: else it is a sound page
    with pytest.raises(OverviewRefused) as refused:
        check(moved, REPORT, False, 1)
    assert refused.value == OverviewRefused(Fault.METADATA, "identifier")
