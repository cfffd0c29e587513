"""More planted faults: in the places that are easily forgotten."""

import re

import pytest

from tests.report.reread.planting import planted, put_together, taken_apart
from tests.report.selfcheck.test_planted import INK, NAME, PDF, REPORT, STRANGER, TITLE
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.selfcheck.overview import check

Change = tuple[bytes, bytes]
NEXT = max(
    int(number)
    for body in taken_apart(PDF)[0]
    if b"(Pagina 1 van" in body
    for number in re.findall(rb"<</MCID (\d+)>>", body)
) + 1  # fmt: skip
END = b"(Pagina 1 van 2) Tj T* ET\nEMC\n"
LINE = b".54902 .529412 .490196 RG\n.5 w\n"
BASE = b"/BaseFont /AAAAAA+"
[COUNT] = re.findall(rb"/Count \d+(?= /First \d+ 0 R /Last \d+ 0 R /Type)", PDF)
[AXIS, *_OTHERS] = [
    line for body in taken_apart(PDF)[0] for line in re.findall(rb"n 248 \S+ m 248 \S+ l S", body)
]
ACROSS = b"n 250 600 m 251 600 l S\n"
NOTE = b"/F2+0 8.5 Tf 10.2 TL (Niet getoond, samen: 2"

FAULTS: dict[str, tuple[Fault, tuple[Change, ...]]] = {
    "a page more": (Fault.KEY, ((b"/Count 2 /Kids", b"/Count 3 /Kids"),)),
    "a page of another number": (Fault.KEY, ((b"/StructParents 0", b"/StructParents 1"),)),
    "a page without its number": (Fault.KEY, ((b"/StructParents 0 ", b""),)),
    "a key of a page's stream": (
        Fault.KEY,
        ((b">>\nstream\n1 0 0 1", b"/F (Jansen)\n>>\nstream\n1 0 0 1"),),
    ),
    "an identifier of two halves": (Fault.KEY, ((b"/ID [<", b"/ID [<00"),)),
    "another place of a bookmark": (Fault.KEY, ((b"0 R /XYZ 0", b"0 R /XYZ 9"),)),
    "a height of a bookmark that is no number": (
        Fault.KEY,
        ((re.search(rb"/XYZ 0 [\d.]+ 0", PDF)[0], b"/XYZ 0 true 0"),),  # type: ignore[index]
    ),
    "pages in another order": (Fault.KEY, ((b"[ 2 0 R 3 0 R ]", b"[ 3 0 R 2 0 R ]"),)),
    "a bookmark more": (Fault.STRUCTURE, ((COUNT, COUNT + b"0"),)),
    "a bookmark below another": (Fault.STRUCTURE, ((b"/Count 3 /Dest", b"/Count 4 /Dest"),)),
    "a footer at the top": (Fault.KEY, ((b"/Attached [/Bottom]", b"/Attached [/Top]"),)),
    "a mark without a number": (Fault.DRAWING, ((b"/Artifact BMC", b"/Span BMC"),)),
    "a number that is no whole": (Fault.KEY, ((b"/P <</MCID 1>>", b"/P <</MCID 1.5>>"),)),
    "a heavy line": (Fault.DRAWING, ((LINE, LINE.replace(b".5 w", b"9 w")),)),
    "a line a little heavier": (Fault.DRAWING, ((LINE, LINE.replace(b".5 w", b".51 w")),)),
    "one line more where it is hatched": (Fault.DRAWING, ((b"S\nQ\n", b"S\n" + ACROSS + b"Q\n"),)),
    "a place that is too precise": (Fault.DRAWING, ((NAME, NAME[:-1] + b".001 "),)),
    "a line with too much": (Fault.DRAWING, ((LINE, LINE.replace(b".5 w", b".5 1 w")),)),
    "a line of another colour": (Fault.DRAWING, ((LINE, b"1 0 0 RG\n.5 w\n"),)),
    "a colour between two": (Fault.DRAWING, ((INK, b".109 .105882 .098039 rg\n"),)),
    "a box as dark as text": (Fault.DRAWING, ((b"rg\nn 0 ", b"rg\n" + INK + b"n 0 "),)),
    "a mark that is not closed": (Fault.DRAWING, ((END, END[:-4]),)),
    "a code that no one can see": (Fault.FONT, ((b"(Gemeente V", b"(Gemeente \\037V"),)),
    "a font of another house": (
        Fault.FONT,
        ((BASE + b"IBM", BASE + b"Jan"),),
    ),
    "an element of another parent": (Fault.STRUCTURE, ((b"/P 4 0 R /S /H1", b"/P 5 0 R /S /H1"),)),
    "an element that is there twice": (
        Fault.STRUCTURE,
        ((b"/K [ 5 0 R 6 0 R", b"/K [ 5 0 R 6 0 R 6 0 R"),),
    ),
    "content of no page": (Fault.STRUCTURE, ((b"/MCID 0 /Pg 2 0 R", b"/MCID 0 /Pg 1 0 R"),)),
    "content that no element has": (
        Fault.STRUCTURE,
        ((END, END + b"/P <</MCID %d>> BDC\n" % NEXT + STRANGER + b"EMC\n"),),
    ),
    "a heading of another level": (
        Fault.STRUCTURE,
        ((b"/S /H2", b"/S /H3"), (b"/H2 <<", b"/H3 <<")),
    ),
    "a tile without what it counts": (
        Fault.STRUCTURE,
        ((b"/S /Lbl", b"/S /LBody"), (b"/Lbl <<", b"/LBody <<")),
    ),
    "a figure that lies elsewhere": (Fault.TABLE, ((b"/BBox [ 56 ", b"/BBox [ 90 "),)),
    "an axis that slants": (Fault.TABLE, ((AXIS, AXIS.replace(b" m 248", b" m 249")),)),
    "a sentence about tables": (Fault.TEXT, ((b"(Hiervan is", b"(Jansen is"),)),
    "another note below a table": (Fault.TEXT, ((NOTE, NOTE[:-1] + b"3"),)),
}


@pytest.mark.parametrize("fault, changes", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_refused_for_what_it_is(
    fault: Fault, changes: tuple[Change, ...]
) -> None:
    with pytest.raises(OverviewRefused) as refused:
        check(planted(PDF, *changes, sign=TITLE), REPORT, False, 1)

    assert refused.value.fault is fault
    assert "Jansen" not in str(refused.value)


@pytest.mark.parametrize("one, fault", [(2, Fault.KEY), (5, Fault.STRUCTURE)])
def test_pages_and_elements_that_change_numbers_are_refused(one: int, fault: Fault) -> None:
    other = {b"%d" % one: b"%d" % (one + 1), b"%d" % (one + 1): b"%d" % one}
    bodies, trailer = taken_apart(PDF)
    bodies = [
        re.sub(rb"\b(\d+)(?= 0 R)", lambda found: other.get(found[1], found[1]), body)
        for body in bodies
    ]
    bodies[one - 1 : one + 1] = bodies[one - 1 : one + 1][::-1]

    with pytest.raises(OverviewRefused) as refused:
        check(put_together(bodies, trailer, TITLE), REPORT, False, 1)
    assert refused.value.fault is fault
