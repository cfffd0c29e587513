"""Leaks on the pages: texts that are not seen, shapes that tell too much, and letters that lie."""

import re

from tests.report.leaks.planting import all_of, by_surgery
from tests.report.leaks.surgery import Surgery
from tests.report.leaks.truetype import with_sums

_START = b"1 0 0 1 0 0 cm"
_BAR = re.compile(rb"n 248 (\S+) (\S+) 16 re f\*")
_STUB = re.compile(rb"248 (\S+) 24 16 re")


def _text(said: bytes, x: float = 60, y: float = 30, size: float = 8, before: bytes = b"") -> bytes:
    """A text as the program writes it, in black ink."""
    place = b"1 0 0 1 %g %g Tm /F1+0 %g Tf %g TL" % (x, y, size, 1.2 * size)
    return (
        b"/Artifact BMC\n.109804 .105882 .098039 rg\nBT "
        + before
        + place
        + b" ("
        + said
        + b") Tj T* ET\nEMC\n"
    )


def _at_the_end(on: Surgery, more: bytes, page: int = 0) -> None:
    body = on.objects[on.contents(page)]
    data = (body.data or b"").rstrip()
    body.data = data + b"\n" + more + (body.data or b"")[len(data) + 1 :]


def _at_the_start(on: Surgery, more: bytes) -> None:
    on.change(on.contents(), _START, _START + b"\n" + more.rstrip(b"\n"))


@by_surgery("text that is not painted", "page")
def invisible(on: Surgery) -> None:
    _at_the_end(on, _text(b"Totaal 7", before=b"3 Tr "))


@by_surgery("white text", "seen")
def white(on: Surgery) -> None:
    _at_the_end(on, _text(b"Totaal").replace(b".109804 .105882 .098039", b"1 1 1"))


@by_surgery("text in the colour of the card behind it", "seen")
def on_card(on: Surgery) -> None:
    said = _text(b"Totaal", x=100, y=0).replace(
        b".109804 .105882 .098039", b".968627 .960784 .945098"
    )
    card = re.search(rb"\n(\S+) (\S+) m\n", on.objects[on.contents()].data or b"")
    assert card is not None
    y = float(card.group(2)) + 50
    _at_the_end(on, said.replace(b"100 0 Tm", b"%g %g Tm" % (100, round(y, 2))))


@by_surgery("text beside the page", "seen")
def off_page(on: Surgery) -> None:
    _at_the_end(on, _text(b"Totaal", x=700))


@by_surgery("text below the page", "seen")
def below_page(on: Surgery) -> None:
    _at_the_end(on, _text(b"Totaal", y=-20))


@by_surgery("text under a box", "seen")
def covered(on: Surgery) -> None:
    box = b"/Artifact BMC\n.968627 .960784 .945098 rg\nn 56 20 200 30 re f*\nEMC\n"
    _at_the_end(on, _text(b"Totaal") + box)


@by_surgery("text under a band that was there", "seen")
def under_band(on: Surgery) -> None:
    _at_the_start(on, _text(b"Totaal", y=835, size=8))


@by_surgery("text under other text", "seen")
def under_text(on: Surgery) -> None:
    found = re.search(rb"1 0 0 1 (\S+) (\S+) Tm", on.objects[on.contents()].data or b"")
    assert found is not None
    _at_the_end(on, _text(b"Totaal", float(found.group(1)), float(found.group(2))))


@by_surgery("tiny text", "seen")
def tiny(on: Surgery) -> None:
    _at_the_end(on, _text(b"Totaal", size=1))


@by_surgery("text scaled to nothing", "page")
def scaled(on: Surgery) -> None:
    _at_the_end(on, _text(b"Totaal").replace(b"1 0 0 1 60", b".001 0 0 .001 60"))


@by_surgery("text that is clipped away", "seen")
def clipped(on: Surgery) -> None:
    _at_the_end(on, b"q\nn 0 0 1 1 re W* n\n" + _text(b"Totaal") + b"Q\n")


@by_surgery("a figure instead of a mark", "figures")
def shown_figure(on: Surgery) -> None:
    on.change(on.contents(), b"(\\001) Tj", b"(7) Tj")


@by_surgery("a figure that stands elsewhere too, instead of a mark", "figures")
def repeated_figure(on: Surgery) -> None:
    on.change(on.contents(1), b"(\\001) Tj", b"(2) Tj")


@by_surgery("a number as a word", "texts")
def in_words(on: Surgery) -> None:
    _at_the_end(on, _text(b"Totaal twee"))


@by_surgery("a name on the page", "texts")
def name(on: Surgery) -> None:
    _at_the_end(on, _text(b"Jansen"))


@by_surgery("a day on the page", "texts")
def day(on: Surgery) -> None:
    _at_the_end(on, _text(b"4-3-2026"))


@by_surgery("two spaces between words", "texts")
def two_spaces(on: Surgery) -> None:
    on.change(on.contents(), b"Melders naar", b"Melders  naar")


@by_surgery("a stub as long as the hidden number", "seen")
def long_stub(on: Surgery) -> None:
    body = on.objects[on.contents()]
    body.data = _STUB.sub(rb"248 \1 26 16 re", body.data or b"", count=2)


@by_surgery("a line more in the hatch", "seen")
def hatch(on: Surgery) -> None:
    data = on.objects[on.contents()].data or b""
    found = re.search(rb"n (\d+) (\S+) m (\d+) (\S+) l S\nQ", data)
    assert found is not None
    line = b"n %d %b m %d %b l S\n" % (
        int(found[1]) - 2, found[2], int(found[3]) - 2, found[4],
    )  # fmt: skip
    on.change(on.contents(), found[0], line + found[0])


@by_surgery("a bar behind a mark", "seen")
def bar_of_hidden(on: Surgery) -> None:
    found = _STUB.search(on.objects[on.contents()].data or b"")
    assert found is not None
    _at_the_start(on, b".184314 .364706 .54902 rg\nn 248 %b 24 16 re f*\n" % found.group(1))


@by_surgery("a bar that is a little too long", "seen")
def long_bar(on: Surgery) -> None:
    found = _BAR.findall(on.objects[on.contents()].data or b"")[-1]
    on.change(on.contents(), found[1] + b" 16 re", b"%g 16 re" % (float(found[1]) + 0.07))


@by_surgery("a text that is moved a little", "seen")
def moved(on: Surgery) -> None:
    found = re.search(
        rb"Tm (\S+ \S+ Tf \S+ TL \(Integriteit)", on.objects[on.contents()].data or b""
    )
    assert found is not None
    before = re.search(
        rb"1 0 0 1 (\S+) \S+ " + re.escape(found[0]), on.objects[on.contents()].data or b""
    )
    assert before is not None
    new = before[0].replace(before[1], b"%g" % (float(before[1]) + 0.07), 1)
    on.change(on.contents(), before[0], new)


@by_surgery("a line that stands a little lower", "seen")
def lowered(on: Surgery) -> None:
    found = re.search(rb" (\S+) Tm (\S+ \S+ Tf \S+ TL \(Gemeente)", _content(on))
    assert found is not None
    new = b" %g Tm %b" % (float(found[1]) + 0.07, found[2])
    on.change(on.contents(), found[0], new)


@by_surgery("a line above the foot that is a little lower", "seen")
def lowered_rule(on: Surgery) -> None:
    on.change(on.contents(), b"n 56 52 m 539.28 52 l S", b"n 56 51.93 m 539.28 51.93 l S")


@by_surgery("a line that is a little thicker", "seen")
def thicker(on: Surgery) -> None:
    data = _content(on)
    at = data.rindex(b".5 w\n")
    on.objects[on.contents()].data = data[:at] + b".507 w\n" + data[at + 5 :]


@by_surgery("a colour that differs by a shade", "seen")
def shade(on: Surgery) -> None:
    on.change(on.contents(), b".109804 .105882 .098039 rg", b".109804 .105882 .101961 rg")


@by_surgery("a number more precise than need be", "page")
def precise(on: Surgery) -> None:
    found = re.search(rb"1 0 0 1 56 (\d+\.\d\d) Tm", on.objects[on.contents()].data or b"")
    assert found is not None
    on.change(on.contents(), found[1] + b" Tm", found[1] + b"0007 Tm")


@by_surgery("a comment on the page", "page")
def comment(on: Surgery) -> None:
    _at_the_end(on, b"% Jansen\n")


@by_surgery("distances between letters", "page")
def kerning(on: Surgery) -> None:
    on.change(on.contents(), b"(Melders naar onderwerp) Tj", b"[(Melders naar) -7 ( onderwerp)] TJ")


@by_surgery("a shape nobody draws", "seen")
def shape(on: Surgery) -> None:
    _at_the_end(on, b"/Artifact BMC\n.082353 .258824 .45098 rg\nn 60 24 7 7 re f*\nEMC\n")


@by_surgery("a picture", "objects", "page")
def picture(on: Surgery) -> None:
    said = b"/BitsPerComponent 8 /ColorSpace /DeviceGray /Height 1 /Subtype /Image /Width 8 "
    image = on.stream(b"Jansen 7", said + b"/Type /XObject ")
    on.change(on.page(), b"/Resources <<\n", b"/Resources <<\n/XObject <<\n/I %d 0 R\n>> " % image)
    _at_the_end(on, b"/I Do\n")


@by_surgery("a form that is never drawn", "objects")
def form(on: Surgery) -> None:
    made = on.stream(b"BT (Jansen) Tj ET\n", b"/BBox [ 0 0 1 1 ] /Subtype /Form /Type /XObject ")
    on.change(on.page(), b"/Resources <<\n", b"/Resources <<\n/XObject <<\n/X %d 0 R\n>> " % made)


@by_surgery("a hidden layer", "objects")
def layer(on: Surgery) -> None:
    group = on.add(b"<<\n/Name (Exact) /Type /OCG\n>>\n")
    off = b"/OCProperties <<\n/D <<\n/OFF [ %d 0 R ]\n>> /OCGs [ %d 0 R ]\n>>" % (group, group)
    on.key(on.catalog(), off)
    on.change(
        on.page(), b"/Resources <<\n", b"/Resources <<\n/Properties <<\n/L %d 0 R\n>> " % group
    )
    _at_the_end(on, _text(b"Totaal").replace(b"/Artifact BMC", b"/OC /L BDC"))


@by_surgery("a note on the page", "objects")
def note(on: Surgery) -> None:
    said = b"<<\n/Contents (Jansen) /Rect [ 0 0 9 9 ] /Subtype /Text /Type /Annot\n>>\n"
    on.key(on.page(), b"/Annots [ %d 0 R ]" % on.add(said))


@by_surgery("a piece of the page cut off", "objects")
def crop(on: Surgery) -> None:
    on.key(on.page(), b"/CropBox [ 0 60 595.28 841.89 ]")


@by_surgery("a font with a name of its own", "objects", "fonts")
def font_name(on: Surgery) -> None:
    for kind in (b"/Type /FontDescriptor", b"/Type /Font "):
        number = on.find(kind, b"-Regular")
        on.change(number, b"IBMPlexSans-Regular", b"Jansen7")


@by_surgery("a letter that is read as another", "fonts")
def other_letter(on: Surgery) -> None:
    on.change(_letters(on), b"<35> <0035>", b"<35> <0037>")


@by_surgery("a letter for a code that is not used", "fonts")
def letter_more(on: Surgery) -> None:
    data = on.objects[_letters(on)].data or b""
    unused = next(code for code in range(128, 0, -1) if b"<%02X> " % code not in data)
    last = re.findall(rb"\d+ beginbfchar\n", data)[-1]
    count = int(last.split()[0])
    on.change(_letters(on), last, b"%d beginbfchar\n<%02X> <0037>\n" % (count + 1, unused))


@by_surgery("something in the name table of letters", "fonts")
def letters_named(on: Surgery) -> None:
    on.change(_letters(on), b"/Supplement 0", b"/Supplement 7")


@by_surgery("a width of a letter that is not shown", "fonts")
def width(on: Surgery) -> None:
    on.change(on.find(b"/Type /Font ", b"-Regular"), b"/Widths [ 472", b"/Widths [ 7")


@by_surgery("bytes in the font", "fonts")
def font_bytes(on: Surgery) -> None:
    on.objects[_font_file(on)].data = (on.objects[_font_file(on)].data or b"") + b"Jansen 7"
    _told(on)


@by_surgery("an outline that is bent", "fonts")
def outline(on: Surgery) -> None:
    data = bytearray(on.objects[_font_file(on)].data or b"")
    at = int.from_bytes(data[data.index(b"glyf") + 8 :][:4])
    data[at + 13] ^= 1
    on.objects[_font_file(on)].data = with_sums(data)


@by_surgery("a date in the font", "fonts")
def font_date(on: Surgery) -> None:
    data = bytearray(on.objects[_font_file(on)].data or b"")
    at = int.from_bytes(data[data.index(b"head") + 8 :][:4])
    data[at + 34] ^= 7
    on.objects[_font_file(on)].data = with_sums(data)


@by_surgery("a width in the font", "fonts")
def font_width(on: Surgery) -> None:
    data = bytearray(on.objects[_font_file(on)].data or b"")
    at = int.from_bytes(data[data.index(b"hmtx") + 8 :][:4])
    data[at + 4 * 40 + 3] ^= 7
    on.objects[_font_file(on)].data = with_sums(data)


def _content(on: Surgery) -> bytes:
    return on.objects[on.contents()].data or b""


def _letters(on: Surgery) -> int:
    found = re.search(
        rb"/ToUnicode (\d+) 0 R", on.objects[on.find(b"/Type /Font ", b"-Regular")].said
    )
    assert found is not None
    return int(found.group(1))


def _font_file(on: Surgery) -> int:
    found = re.search(
        rb"/FontFile2 (\d+) 0 R", on.objects[on.find(b"/Type /FontDescriptor", b"-Regular")].said
    )
    assert found is not None
    return int(found.group(1))


def _told(on: Surgery) -> None:
    body = on.objects[_font_file(on)]
    body.said = re.sub(rb"/Length1 \d+", b"/Length1 %d" % len(body.data or b""), body.said)


PLANTS = all_of(globals())
