"""The structure of a PDF with its texts, read by our own few lines: pdfinfo takes seconds to it."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf, PdfInlineImage

Texts = dict[tuple[tuple[int, int], int], str]
"""The text of every piece of marked content, by its page and number."""


@dataclass
class Node:
    """One element: its type, what is said instead of it, and its texts and elements in order."""

    kind: str
    attributes: dict[str, str] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)
    content: "list[str | Node]" = field(default_factory=list)

    @property
    def kids(self) -> "list[Node]":
        return [each for each in self.content if isinstance(each, Node)]

    @property
    def text(self) -> str:
        """All its text, also that of what is under it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.content)

    def all(self, kind: str) -> "Iterator[Node]":
        """Every element of a type under it, in reading order."""
        for kid in self.kids:
            if kid.kind == kind:
                yield kid
            yield from kid.all(kind)


def read(pdf: bytes) -> Node:
    """The document as it is read aloud."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        texts = dict(_texts(document))
        node = _node(document.Root.StructTreeRoot.K, None, texts)
        assert not texts, f"in no element: {texts}"
    return node


def _node(element: Dictionary, page: Object | None, texts: Texts) -> Node:
    page = element.get("/Pg", page)
    node = Node(str(element.S).removeprefix("/"))
    node.instead = {
        name: str(element[f"/{name}"]) for name in SAID_INSTEAD if f"/{name}" in element
    }
    given = element.get("/A", Dictionary())
    node.attributes = {key: _plain(value) for key, value in sorted(given.items()) if key != "/O"}
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            node.content.append(_node(kid, page, texts))
        elif isinstance(kid, Dictionary):
            node.content.append(texts.pop((kid.get("/Pg", page).objgen, int(kid.MCID))))
        else:
            assert page is not None
            node.content.append(texts.pop((page.objgen, int(kid))))
    return node


SAID_INSTEAD = ("Alt", "ActualText")


def _plain(value: Object) -> str:
    if isinstance(value, Array):
        return f"[{' '.join(f'{float(each):g}' for each in value)}]"
    return str(value)


# --- marked content ---------------------------------------------------------------------------


def _texts(document: Pdf) -> Iterator[tuple[tuple[tuple[int, int], int], str]]:
    for page in document.pages:
        faces = {name: _letters(font) for name, font in page.Resources.Font.items()}
        number, said, face = None, "", {}
        for given in pikepdf.parse_content_stream(page):
            assert not isinstance(given, PdfInlineImage)
            operator = str(given.operator)
            if operator == "BDC" and "/MCID" in given.operands[1]:
                number, said = int(given.operands[1].MCID), ""
            elif operator == "Tf":
                face = faces[str(given.operands[0])]
            elif operator == "Tj" and number is not None:
                said += "".join(face[code] for code in bytes(given.operands[0]))
            elif operator == "EMC" and number is not None:
                yield (page.objgen, number), said
                number = None


def _letters(font: Dictionary) -> dict[int, str]:
    """What each code of a font means, from its ToUnicode."""
    letters: dict[int, str] = {}
    table = font.ToUnicode.read_bytes().decode("ascii")
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            letters[int(code, 16)] = _word(text)
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for low, _, texts in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]", part):
            for step, text in enumerate(re.findall(r"<(\w+)>", texts)):
                letters[int(low, 16) + step] = _word(text)
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for step in range(int(high, 16) - int(low, 16) + 1):
                letters[int(low, 16) + step] = chr(ord(_word(text)) + step)
    return letters


def _word(codes: str) -> str:
    return bytes.fromhex(codes).decode("utf-16-be")
