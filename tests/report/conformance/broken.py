"""A conforming file broken in one way at a time: what a checker must find, or it checks nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.report.conformance.surgery import elements, first, fonts


@dataclass(frozen=True)
class Fault:
    """One way to break a file, and the test of PDF/UA-1 and that of PDF/A-2a that must find it, by
    clause and number; empty where that standard does not forbid it.
    """

    name: str
    make: Callable[[Pdf], None]
    accessible: str = ""
    archivable: str = ""


def _drop_in_xmp(pattern: bytes) -> Callable[[Pdf], None]:
    def drop(pdf: Pdf) -> None:
        old = pdf.Root.Metadata.read_bytes()
        new, times = re.subn(pattern, b"", old, flags=re.S)
        assert times, pattern
        pdf.Root.Metadata.write(new)

    return drop


def _replace_on_page_1(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def replace(pdf: Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        assert re.search(old, content)
        pdf.pages[0].Contents.write(re.sub(old, new, content, count=1))

    return replace


def _no_to_unicode(pdf: Pdf) -> None:
    del fonts(pdf)[0].ToUnicode


def _unicode_zero(pdf: Pdf) -> None:
    old = fonts(pdf)[0].ToUnicode
    one = rb"(<[0-9A-Fa-f]{2}>\s+)?<[0-9A-Fa-f]{4}>"
    new = re.sub(one, rb"\g<1><0000>", old.read_bytes(), count=1)
    assert new != old.read_bytes()
    old.write(new)


def _no_font_file(pdf: Pdf) -> None:
    del fonts(pdf)[0].FontDescriptor.FontFile2


def _no_scope(pdf: Pdf) -> None:
    for head in elements(pdf, "/TH"):
        del head.A


def _heading_skipped(pdf: Pdf) -> None:
    first(pdf, "/H2").S = Name("/H4")


def _row_short(pdf: Pdf) -> None:
    row = list(elements(pdf, "/TR"))[1]
    row.K = Array(list(row.K)[:-1])


def _row_in_paragraph(pdf: Pdf) -> None:
    first(pdf, "/Table").S = Name("/P")


def _list_without_items(pdf: Pdf) -> None:
    first(pdf, "/LI").S = Name("/P")


def _own_type(pdf: Pdf) -> None:
    first(pdf, "/P").S = Name("/Alinea")


def _own_type_as_itself(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Alinea=Name("/Alinea"))
    first(pdf, "/P").S = Name("/Alinea")


def _link(pdf: Pdf) -> None:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10, 90, 30]), F=4, Border=[0, 0, 0]
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


def _script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _attached(pdf: Pdf) -> None:
    pdf.attachments["telling.csv"] = b"25 melders"


def _see_through(pdf: Pdf) -> None:
    pdf.pages[0].Resources.ExtGState = Dictionary(G=Dictionary(BM=Name("/Vreemd")))
    pdf.pages[0].Contents.write(b"/Artifact BMC /G gs EMC " + pdf.pages[0].Contents.read_bytes())


def _other_colours(pdf: Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    pdf.pages[0].Contents.write(b"/Artifact BMC 0 0 0 1 k EMC " + content)


def _delete(*path: str) -> Callable[[Pdf], None]:
    def delete(pdf: Pdf) -> None:
        *before, last = path
        at = pdf.Root
        for key in before:
            at = at[key]
        del at[last]

    return delete


def _title_not_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _no_alt(pdf: Pdf) -> None:
    del first(pdf, "/Figure").Alt


def _no_tab_order(pdf: Pdf) -> None:
    _link(pdf)
    del pdf.pages[0].Tabs


_UNTAGGED = _replace_on_page_1(rb"(?s)/P <</MCID \d+>> BDC(.*?)EMC", rb"\1")
_IN_EACH_OTHER = _replace_on_page_1(
    rb"(?s)/P <</MCID (\d+)>> BDC(.*?)EMC", rb"(?s)/P <</MCID \1>> BDC /Artifact BMC\2EMC EMC"
)
_TAGGED_IN_ARTIFACT = _replace_on_page_1(
    rb"(?s)/P <</MCID (\d+)>> BDC(.*?)EMC", rb"/Artifact BMC /P <</MCID \1>> BDC\2EMC EMC"
)

FAULTS = (
    Fault("no language", _delete("/Lang"), "7.2-34"),
    Fault("not marked as tagged", _delete("/MarkInfo"), "6.2-1", "6.7.2.2-1"),
    Fault("no structure", _delete("/StructTreeRoot"), "7.1-11", "6.7.3.3-1"),
    Fault("no metadata", _delete("/Metadata"), "7.1-8", "6.6.2.1-1"),
    Fault("the title is not shown", _title_not_shown, "7.1-10"),
    Fault("no title", _drop_in_xmp(rb"<dc:title>.*?</dc:title>"), "7.1-9"),
    Fault("not said to be PDF/UA", _drop_in_xmp(rb"<pdfuaid:part>.*?</pdfuaid:part>"), "5-1"),
    Fault("not said to be PDF/A", _drop_in_xmp(rb"<pdfaid:part>.*?</pdfaid:part>"), "", "6.6.4-2"),
    Fault(
        "the schema of pdfuaid is not explained",
        _drop_in_xmp(rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>"), "", "6.6.2.3.1-1",
    ),
    Fault("no colour profile", _delete("/OutputIntents"), "", "6.2.4.3-2"),
    Fault("other colours than the profile's", _other_colours, "", "6.2.4.3-3"),
    Fault("a blend mode of its own", _see_through, "", "6.2.10-1"),
    Fault("letters that cannot be read", _no_to_unicode, "7.21.7-1", "6.2.11.7.2-1"),
    Fault("a letter read as nothing", _unicode_zero, "7.21.7-2", "6.2.11.7.2-2"),
    Fault("a font that is not there", _no_font_file, "7.21.4.1-1", "6.2.11.4.1-1"),
    Fault("text outside the structure", _UNTAGGED, "7.1-3"),
    Fault("an artifact in text", _IN_EACH_OTHER, "7.1-1"),
    Fault("text in an artifact", _TAGGED_IN_ARTIFACT, "7.1-2"),
    Fault("a figure without words", _no_alt, "7.3-1"),
    Fault("heads of no column or row", _no_scope, "7.5-1"),
    Fault("a heading skipped", _heading_skipped, "7.4.2-1"),
    Fault("a row without its last cell", _row_short, "7.2-43"),
    Fault("rows outside a table", _row_in_paragraph, "7.2-5"),
    Fault("a list of paragraphs", _list_without_items, "7.2-19"),
    Fault("a type of its own", _own_type, "7.1-5", "6.7.3.4-1"),
    Fault("a type that stands for itself", _own_type_as_itself, "7.1-6", "6.7.3.4-2"),
    Fault("a link without words", _link, "7.18.1-2"),
    Fault("no tab order", _no_tab_order, "7.18.3-1"),
    Fault("a script", _script, "", "6.5.1-1"),
    Fault("an attachment", _attached, "", "6.8-5"),
)  # fmt: skip
