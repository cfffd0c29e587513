"""Leaks in what is read aloud, in the bookmarks, in the metadata and in the structure."""

import re

from tests.report.leaks.planting import all_of, by_surgery
from tests.report.leaks.surgery import Surgery


def _title(on: Surgery, said: bytes) -> int:
    return on.find(b"/Title (" + said)


@by_surgery("a number in a bookmark", "figures")
def bookmark_number(on: Surgery) -> None:
    on.change(_title(on, b"Kerncijfers"), b"(Kerncijfers", b"(Kerncijfers 7")


@by_surgery("a bookmark of a name", "texts")
def bookmark_name(on: Surgery) -> None:
    on.change(_title(on, b"Kerncijfers"), b"(Kerncijfers", b"(Jansen")


@by_surgery("one bookmark too many", "objects")
def bookmark_more(on: Surgery) -> None:
    parent = on.find(b"/Type /Outlines")
    more = on.add(b"<<\n/Dest [ %d 0 R /Fit ] /Parent %d 0 R /Title (Jansen)\n>>\n" % (
        on.page(), parent,
    ))  # fmt: skip
    on.key(parent, b"/Extra %d 0 R" % more)


@by_surgery("a bookmark of a place that says a number", "texts")
def bookmark_place(on: Surgery) -> None:
    number = _title(on, b"Kerncijfers")
    on.objects[number].said = re.sub(rb"/XYZ 0 \S+ 0", b"/XYZ 0 7 0", on.objects[number].said)


@by_surgery("a bookmark that zooms", "texts")
def bookmark_zoom(on: Surgery) -> None:
    number = _title(on, b"Kerncijfers")
    on.objects[number].said = re.sub(rb"(/XYZ 0 \S+) 0", rb"\1 7", on.objects[number].said)


@by_surgery("a bookmark with an action", "objects")
def bookmark_action(on: Surgery) -> None:
    on.key(_title(on, b"Kerncijfers"), b"/A <<\n/S /URI /URI (http://x.nl/7)\n>>")


@by_surgery("a bookmark with a colour", "objects")
def bookmark_colour(on: Surgery) -> None:
    on.key(_title(on, b"Kerncijfers"), b"/C [ 0 0 .07 ]")


@by_surgery("a sign without width in a bookmark", "texts")
def zero_width(on: Surgery) -> None:
    said = "Kern\u200bcijfers".encode("utf-16-be")
    text = b"\xfe\xff" + said
    hexed = b"<" + text.hex().encode() + b">"
    on.change(_title(on, b"Kerncijfers"), b"(Kerncijfers)", hexed)


@by_surgery("a soft hyphen in a bookmark", "texts")
def soft_hyphen(on: Surgery) -> None:
    on.change(_title(on, b"Kerncijfers"), b"(Kerncijfers)", b"(Kern\\255cijfers)")


@by_surgery("two spaces in a bookmark", "texts")
def bookmark_spaces(on: Surgery) -> None:
    on.change(_title(on, b"Melders naar onder"), b"(Melders naar", b"(Melders  naar")


@by_surgery("the hidden number in the words of the chart", "tags", "figures")
def chart_number(on: Surgery) -> None:
    on.change(_figure(on), b"niet getoond", b"7")


@by_surgery("a remark in the words of the chart", "tags", "texts")
def chart_remark(on: Surgery) -> None:
    on.change(_figure(on), b"niet getoond", b"niet getoond \\(Jansen\\)")


@by_surgery("the words of the chart in another order", "tags")
def chart_swapped(on: Surgery) -> None:
    on.change(_figure(on), b"Arbeidsconflict: 5", b"Arbeidsconflict: 4")


@by_surgery("a place of the chart that says a number", "tags")
def chart_place(on: Surgery) -> None:
    number = _figure(on)
    on.objects[number].said = re.sub(rb"/BBox \[ \S+", b"/BBox [ 56.07", on.objects[number].said)


@by_surgery("another reading of a mark", "tags", "figures")
def read_number(on: Surgery) -> None:
    on.change(on.find(b"/ActualText (niet"), b"(niet getoond)", b"(7)")


@by_surgery("another reading of a heading", "tags")
def read_heading(on: Surgery) -> None:
    on.key(on.find(b"/S /H1"), b"/ActualText (Tabellen)")


@by_surgery("a description of a paragraph", "tags")
def described(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/Alt (Totaal)")


@by_surgery("the long form of a word", "objects")
def long_form(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/E (Jansen)")


@by_surgery("a name of an element", "objects")
def element_name(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/ID (7)")


@by_surgery("a title of an element", "objects")
def element_title(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/T (Jansen)")


@by_surgery("a class of an element", "objects")
def element_class(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/C /Jansen")


@by_surgery("a revision of an element", "objects")
def element_revision(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/R 7")


@by_surgery("a tag of its own", "objects")
def own_tag(on: Surgery) -> None:
    on.change(on.find(b"/S /P "), b"/S /P ", b"/S /Jansen ")
    on.key(on.find(b"/StructTreeRoot", b"/K "), b"/RoleMap <<\n/Jansen /P\n>>")


@by_surgery("an attribute with a number", "objects")
def attribute(on: Surgery) -> None:
    on.change(on.find(b"/O /Table"), b"/O /Table", b"/ColSpan 1 /O /Table")


@by_surgery("properties of the user", "objects", "tags")
def user_properties(on: Surgery) -> None:
    value = b"/A <<\n/O /UserProperties /P [ <<\n/N (melders) /V 7\n>> ]\n>>"
    on.key(on.find(b"/S /P "), value)


@by_surgery("an attribute where none belongs", "tags")
def attribute_elsewhere(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/A <<\n/O /Layout /Placement /Block\n>>")


@by_surgery("an element that holds nothing", "objects")
def empty_element(on: Surgery) -> None:
    more = on.add(b"<<\n/P 4 0 R /S /P /Type /StructElem\n>>\n")
    on.key(on.find(b"/S /H1"), b"/Next %d 0 R" % more)


@by_surgery("a piece of the page that nobody owns", "tags")
def lost_piece(on: Surgery) -> None:
    body = on.objects[on.contents()]
    last = max(map(int, re.findall(rb"MCID (\d+)", body.data or b"")))
    text = b".109804 .105882 .098039 rg\nBT 1 0 0 1 56 24 Tm /F1+0 8 Tf 9.6 TL (Totaal) Tj T* ET"
    more = b"/P <</MCID %d>> BDC\n%b\nEMC\n" % (last + 1, text)
    data = body.data or b""
    body.data = data[:-3] + b"\n" + more.rstrip(b"\n") + data[-3:]


@by_surgery("a property of a piece", "tags")
def property_of_piece(on: Surgery) -> None:
    on.change(on.contents(), b"<</MCID 0>>", b"<</MCID 0 /Jansen 7>>")


@by_surgery("a property of an artifact", "tags")
def property_of_artifact(on: Surgery) -> None:
    on.change(on.contents(), b"/Artifact BMC", b"/Artifact <</Type /Layout /Jansen 7>> BDC")


@by_surgery("pieces numbered with a gap", "tags")
def gap(on: Surgery) -> None:
    body = on.objects[on.contents(0)]
    page = on.page(0)
    for each in on.objects.values():
        mine = b"/Pg %d 0 R" % page
        each.said = re.sub(rb"/MCID 3 " + mine, b"/MCID 77 " + mine, each.said)
    body.data = (body.data or b"").replace(b"<</MCID 3>>", b"<</MCID 77>>")


@by_surgery("a number of the next page", "tags")
def next_key(on: Surgery) -> None:
    on.change(on.find(b"/ParentTreeNextKey"), b"NextKey 2", b"NextKey 7")


@by_surgery("a note as an artifact", "tags")
def artifact_note(on: Surgery) -> None:
    """In words that are known, with a number that stands there too: only that it means nothing."""
    body = on.objects[on.contents()]
    text = b".109804 .105882 .098039 rg\nBT 1 0 0 1 56 24 Tm /F1+0 8 Tf 9.6 TL (Totaal dossiers) Tj"
    data = body.data or b""
    body.data = data[:-3] + b"\n/Artifact BMC\n" + text + b" T* ET\nEMC" + data[-3:]


@by_surgery("another language of an element", "objects")
def language(on: Surgery) -> None:
    on.key(on.find(b"/S /P "), b"/Lang (nl-x-7)")


@by_surgery("another language of the file", "objects")
def whole_language(on: Surgery) -> None:
    on.change(on.catalog(), b"(nl-NL)", b"(nl-NL-x-jansen)")


@by_surgery("a property in the metadata", "metadata")
def metadata_property(on: Surgery) -> None:
    _metadata(on, b"<dc:title>", b"<dc:creator>Jansen</dc:creator>\n<dc:title>")


@by_surgery("an attribute in the metadata", "metadata")
def metadata_attribute(on: Surgery) -> None:
    _metadata(on, b'rdf:about=""', b'rdf:about="7"')


@by_surgery("a comment in the metadata", "metadata")
def metadata_comment(on: Surgery) -> None:
    _metadata(on, b"<dc:title>", b"<!-- Jansen --><dc:title>")


@by_surgery("room behind the metadata", "metadata")
def metadata_padding(on: Surgery) -> None:
    _metadata(on, b"</x:xmpmeta>", b"</x:xmpmeta>\n   \t  \t\t ")


@by_surgery("spaces between the metadata", "metadata")
def metadata_spaces(on: Surgery) -> None:
    _metadata(on, b"<dc:title>", b" \t <dc:title>")


@by_surgery("another title in the metadata", "metadata")
def metadata_title(on: Surgery) -> None:
    _metadata(on, b'"x-default">', b'"x-default">Jansen ')


@by_surgery("a title in another language in the metadata", "metadata")
def metadata_language(on: Surgery) -> None:
    more = b'<rdf:li xml:lang="en">Jansen</rdf:li></rdf:Alt>'
    _metadata(on, b"</rdf:Alt>", more)


@by_surgery("words about the colours", "objects")
def colours(on: Surgery) -> None:
    on.change(on.find(b"/GTS_PDFA1"), b"/Info (sRGB)", b"/Info (Jansen)")


@by_surgery("bytes in the colour profile", "metadata")
def profile(on: Surgery) -> None:
    number = next(n for n, one in on.objects.items() if (one.data or b"")[36:40] == b"acsp")
    data = bytearray(on.objects[number].data or b"")
    data[84:100] = b"Jansen 7".ljust(16)
    on.objects[number].data = bytes(data)


def _figure(on: Surgery) -> int:
    return on.find(b"/S /Figure")


def _metadata(on: Surgery, old: bytes, new: bytes) -> None:
    on.change(on.find(b"/Type /Metadata"), old, new)


PLANTS = all_of(globals())
