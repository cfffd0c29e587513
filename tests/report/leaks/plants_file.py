"""Leaks in the file around the pages: objects nobody asked for, keys, bytes, orders and spaces."""

import re

from tests.report.leaks.planting import SECRET, all_of, by_surgery, in_bytes
from tests.report.leaks.surgery import Surgery

_FILE = b"<<\n/Length 0 /Type /EmbeddedFile\n>>\n"


@by_surgery("an attachment", "objects")
def attachment(on: Surgery) -> None:
    file = on.add(_FILE, b"datum;naam;onderwerp\n2025-03-04;Jansen;pesten\n")
    spec = on.add(b"<<\n/EF <<\n/F %d 0 R\n>> /F (notities.csv) /Type /Filespec\n>>\n" % file)
    names = b"/Names <<\n/EmbeddedFiles <<\n/Names [ (notities.csv) %d 0 R ]\n>>\n>>" % spec
    on.key(on.catalog(), names)


@by_surgery("an associated file", "objects")
def associated_file(on: Surgery) -> None:
    file = on.add(_FILE, SECRET)
    spec = b"/AF [ <<\n/EF <<\n/F %d 0 R\n>> /F (bron.csv) /Type /Filespec\n>> ]" % file
    on.key(on.catalog(), spec)


@by_surgery("a key of the document information", "objects")
def information(on: Surgery) -> None:
    on.key(on.find(b"/Title (Jaaroverzicht"), b"/Author (Jansen)")


@by_surgery("the day in the document information", "objects")
def modified(on: Surgery) -> None:
    on.key(on.find(b"/Title (Jaaroverzicht"), b"/ModDate (D:20260304140300)")


@by_surgery("the day behind the title", "texts")
def day_in_title(on: Surgery) -> None:
    on.change(on.find(b"/Title (Jaaroverzicht"), b" vertrouwens", b" 4-3-2026 vertrouwens")


@in_bytes("a comment between objects", "bytes")
def comment_between(pdf: bytes) -> bytes:
    on = Surgery.on(pdf)
    on.before_table = b"% " + SECRET + b"\n"
    return on.write()


@by_surgery("a comment in an object", "bytes")
def comment_inside(on: Surgery) -> None:
    on.change(on.catalog(), b"<<\n", b"<<\n%" + SECRET + b"\n")


@in_bytes("a comment in the first lines", "bytes")
def comment_in_header(pdf: bytes) -> bytes:
    on = Surgery.on(pdf)
    on.head += b"%" + SECRET + b"\n"
    return on.write()


@by_surgery("an object that nothing reaches", "objects")
def unreachable(on: Surgery) -> None:
    on.add(b"<<\n/Naam (Jansen)\n>>\n")


@by_surgery("a stream that nothing reaches", "objects")
def unreachable_stream(on: Surgery) -> None:
    on.stream(b"BT (Jansen) Tj ET\n")


@in_bytes("bytes after the end", "bytes")
def after_the_end(pdf: bytes) -> bytes:
    return pdf + b"%" + SECRET + b"\n"


@in_bytes("one space after the end", "bytes")
def space_after_the_end(pdf: bytes) -> bytes:
    return pdf + b" "


@in_bytes("an older version below an update", "bytes")
def update(pdf: bytes) -> bytes:
    """The exact page first, and the safe one over it."""
    on = Surgery.on(pdf)
    number = on.contents()
    new = on.objects[number]
    data = new.data or b""
    old = Surgery.on(pdf)
    old.change(number, b"Tj", b"(7) Tj")
    first = old.write()
    out = first + b"%d 0 obj\n<<\n/Length %d\n>>\nstream\n%s%sendobj\n" % (
        number, len(data), data, on.end_of_stream,
    )  # fmt: skip
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<<\n/Prev %d " % (
        number, len(first), first.rindex(b"xref\n0 "),
    )  # fmt: skip
    trailer = on.trailer.removeprefix(b"trailer\n<<\n")
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


@in_bytes("two objects of one number", "bytes")
def same_number(pdf: bytes) -> bytes:
    on = Surgery.on(pdf)
    number = on.find(b"/Title (Jaaroverzicht")
    old = b"%d 0 obj\n<<\n/Title (Jansen)\n>>\nendobj\n" % number
    return _with_places(
        pdf.replace(b"\n%d 0 obj\n" % number, b"\n" + old + b"%d 0 obj\n" % number, 1)
    )


def _with_places(pdf: bytes) -> bytes:
    """The file with a table that says where the last object of each number is."""
    table = pdf.rindex(b"xref\n0 ")
    count = int(pdf[table:].split()[2])
    out = pdf[:table] + b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        out += b"%010d 00000 n \n" % (pdf.rindex(b"\n%d 0 obj\n" % number) + 1)
    end = pdf[pdf.index(b"trailer\n", table) : pdf.rindex(b"startxref\n")]
    return out + end + b"startxref\n%d\n%%%%EOF\n" % table


@by_surgery("private data of a program", "objects")
def piece_info(on: Surgery) -> None:
    on.key(on.page(), b"/PieceInfo <<\n/VPLogboek <<\n/Private (Jansen)\n>>\n>>")


@by_surgery("metadata of a page", "objects")
def page_metadata(on: Surgery) -> None:
    xml = on.stream(b"<x>Jansen</x>\n", b"/Subtype /XML /Type /Metadata ")
    on.key(on.page(), b"/Metadata %d 0 R" % xml)


@by_surgery("a thumbnail of another page", "objects")
def thumbnail(on: Surgery) -> None:
    said = b"/BitsPerComponent 8 /ColorSpace /DeviceGray /Height 1 /Width 8 "
    on.key(on.page(), b"/Thumb %d 0 R" % on.stream(SECRET, said))


@by_surgery("an action when it opens", "objects")
def open_action(on: Surgery) -> None:
    on.key(on.catalog(), b"/OpenAction <<\n/JS (app.alert\\(7\\)) /S /JavaScript\n>>")


@by_surgery("a place with a name", "objects")
def named_place(on: Surgery) -> None:
    on.key(on.catalog(), b"/Dests <<\n/integriteit-7 [ %d 0 R /Fit ]\n>>" % on.page())


@by_surgery("labels of the pages", "objects")
def page_labels(on: Surgery) -> None:
    on.key(on.catalog(), b"/PageLabels <<\n/Nums [ 0 <<\n/P (Jansen)\n>> ]\n>>")


@by_surgery("a preference with numbers", "objects")
def preference(on: Surgery) -> None:
    on.key(on.find(b"/DisplayDocTitle"), b"/PrintPageRange [ 1 7 ]")


@in_bytes("data in the identifier", "texts")
def identifier(pdf: bytes) -> bytes:
    mark = SECRET.ljust(16).hex().encode()
    return re.sub(rb"/ID\s*\[\s*<\w+>\s*<\w+>", b"/ID \n[<%s><%s>" % (mark, mark), pdf, count=1)


@by_surgery("objects numbered in another order", "objects")
def numbered(on: Surgery) -> None:
    """Two bookmarks change numbers: with many, whole texts can be said this way."""
    first, last = [n for n, one in on.objects.items() if b"/Dest " in one.said][1:3]
    swap = {first: last, last: first}
    for body in on.objects.values():
        body.said = re.sub(
            rb"\b(\d+) 0 R", lambda m: b"%d 0 R" % swap.get(int(m[1]), int(m[1])), body.said
        )
    on.objects[first], on.objects[last] = on.objects[last], on.objects[first]


@by_surgery("objects placed in another order", "bytes")
def placed(on: Surgery) -> None:
    one, other, *rest = on.objects
    on.order = [other, one, *rest]


@by_surgery("spaces between the keys", "bytes")
def spaces(on: Surgery) -> None:
    on.change(on.catalog(), b" /", b"     /")


@by_surgery("a tab between the keys", "bytes")
def tab(on: Surgery) -> None:
    on.change(on.catalog(), b" /", b"\t/")


@by_surgery("a key twice", "bytes")
def key_twice(on: Surgery) -> None:
    on.key(on.find(b"/Title (Jaaroverzicht"), b"/Title (Jansen)")


@by_surgery("a number with noughts", "bytes")
def noughts(on: Surgery) -> None:
    on.change(on.page(), b"595.28", b"595.28000")


@by_surgery("a letter written as a number", "bytes")
def escaped(on: Surgery) -> None:
    on.change(on.find(b"/Title (Jaaroverzicht"), b"(Jaar", b"(\\112aar")


@by_surgery("a name written with an escape", "bytes")
def escaped_name(on: Surgery) -> None:
    on.change(on.catalog(), b"/Catalog", b"/Cat#61log")


@in_bytes("bytes behind a stream", "bytes")
def behind_a_stream(pdf: bytes) -> bytes:
    on = Surgery.on(pdf)
    number = on.contents()
    body = on.objects[number]
    whole = b"%d 0 obj\n" % number
    return _with_places(re.sub(
        rb"(?s)(\n" + whole + rb".*?endstream\n)", lambda m: m[1] + SECRET + b"\n", pdf, count=1
    )) if body.data else pdf  # fmt: skip


@in_bytes("a free place in the table", "bytes")
def free_place(pdf: bytes) -> bytes:
    return pdf.replace(b"0000000000 65535 f", b"0000000007 65535 f", 1)


@by_surgery("a number of a generation", "bytes")
def generation(on: Surgery) -> None:
    on.change(on.catalog(), b" 0 R", b" 7 R")


@by_surgery("a page that is not shown", "objects", "figures")
def page_more(on: Surgery) -> None:
    page = on.objects[on.page()].said
    more = on.add(page)
    on.change(on.find(b"/Type /Pages"), b"]", b"%d 0 R ]" % more)


PLANTS = all_of(globals())
