"""The structure tree with the texts that its elements hold, and nothing drawn outside of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.document import Document
from vp_logboek.report.reread.values import Name, Ref, Value
from vp_logboek.report.selfcheck.drawing import Box
from vp_logboek.report.selfcheck.keys import (
    Rules,
    is_,
    is_name,
    natural,
    numbers,
    only,
    ref,
    text,
    whole,
)  # fmt: skip
from vp_logboek.report.selfcheck.skeleton import Skeleton
from vp_logboek.report.selfcheck.strings import said

_BLOCKS = {"P", "H2", "H3", "L", "Table", "Figure"}
_BELOW: Mapping[str, set[str]] = {
    "Document": {*_BLOCKS, "H1", "Sect"},
    "Sect": _BLOCKS,
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "TH": {"Span"},
    "TD": {"Span"},
    "LBody": {"Span"},
}
"""Which elements stand in which."""
_LEAVES = {"P", "H1", "H2", "H3", "Lbl", "LBody", "Caption", "TH", "TD", "Span", "Figure"}
"""Which hold content."""
_ELEMENT: Rules = {
    "Type": is_name("StructElem"),
    "S": is_name(*_BELOW, *_LEAVES),
    "P": ref,
    "K": lambda value: isinstance(value, list) and bool(value),
}
_SCOPE: Rules = {"O": is_name("Table"), "Scope": is_name("Row", "Column")}
_PLACE: Rules = {"O": is_name("Layout"), "BBox": numbers(4), "Placement": is_name("Block")}
_PIECE: Rules = {"Type": is_name("MCR"), "Pg": ref, "MCID": natural}

Piece = tuple[int, int]
"""A page, the first is 0, and a piece of marked content on it."""


@dataclass(slots=True)
class Node:
    """One element. ``instead`` is read in place of its text, ``alt`` says what a figure shows."""

    tag: str
    kids: list["Node"] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    instead: str | None = None
    alt: str | None = None
    scope: str | None = None
    box: Box | None = None

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def tree(bones: Skeleton) -> Node:
    """The element ``Document`` with all below it. Raises OverviewRefused."""
    root = only(
        bones.document.get(bones.catalog["StructTreeRoot"]),
        {
            "Type": is_name("StructTreeRoot"),
            "K": ref,
            "ParentTree": ref,
            "ParentTreeNextKey": is_(len(bones.pages)),
        },
        "structure",
    )
    reading = _Reading(bones)
    found = reading.element(root["K"], bones.catalog["StructTreeRoot"], {"Document"})
    reading.check_parents(root["ParentTree"])
    return found


class _Reading:
    """The elements read so far, and whose each piece of content is."""

    def __init__(self, bones: Skeleton) -> None:
        self._document: Document = bones.document
        self._pages = {page: number for number, page in enumerate(bones.pages)}
        self._texts = _texts(bones)
        self._owners: dict[Piece, Ref] = {}
        self._seen: set[Ref] = set()

    def element(self, value: Value, parent: Value, allowed: set[str]) -> Node:
        if not isinstance(value, Ref) or value in self._seen:
            raise OverviewRefused(Fault.STRUCTURE, "structure")
        self._seen.add(value)
        keys = self._document.get(value)
        node = _node(keys)
        if not isinstance(keys, dict) or keys["P"] != parent or node.tag not in allowed:
            raise OverviewRefused(Fault.STRUCTURE, node.tag)
        kids = keys["K"]
        for kid in kids if isinstance(kids, list) else []:
            if isinstance(kid, Ref):
                node.kids.append(self.element(kid, value, _BELOW.get(node.tag, set())))
            else:
                self._piece(kid, node, value)
        if node.pieces and node.kids:
            raise OverviewRefused(Fault.STRUCTURE, node.tag)
        return node

    def _piece(self, value: Value, node: Node, owner: Ref) -> None:
        keys = only(value, _PIECE, node.tag)
        page, number = keys["Pg"], whole(keys["MCID"], node.tag)
        if not isinstance(page, Ref) or page not in self._pages or node.tag not in _LEAVES:
            raise OverviewRefused(Fault.STRUCTURE, node.tag)
        piece = self._pages[page], number
        tag, said_there = self._texts.get(piece, ("", ""))
        if piece in self._owners or tag != node.tag:
            raise OverviewRefused(Fault.STRUCTURE, node.tag)
        self._owners[piece] = owner
        node.pieces.append(piece)
        node.text += said_there

    def check_parents(self, value: Value) -> None:
        """Raises OverviewRefused unless every piece is some element's and the table says whose."""
        if self._owners.keys() != self._texts.keys():
            raise OverviewRefused(Fault.STRUCTURE, "parents")
        expected: list[Value] = []
        for page in range(len(self._pages)):
            owners = [self._owners[piece] for piece in sorted(self._owners) if piece[0] == page]
            expected += [page, list(owners)]
        parents = self._document.get(value)
        if parents != {"Nums": expected}:
            raise OverviewRefused(Fault.STRUCTURE, "parents")


def _node(value: Value) -> Node:
    """One element without what is below it."""
    rules = dict(_ELEMENT)
    tag = value.get("S") if isinstance(value, dict) else None
    if tag == "Span":
        rules["ActualText"] = text
    if tag == "Figure":
        rules |= {"Alt": text, "A": lambda value: isinstance(value, dict)}
    if tag == "TH":
        rules["A"] = lambda value: isinstance(value, dict)
    keys = only(value, rules, str(tag) if isinstance(tag, Name) else "structure")
    node = Node(str(tag))
    if tag == "Span":
        node.instead = said(keys["ActualText"], node.tag)
    elif tag == "TH":
        node.scope = str(only(keys["A"], _SCOPE, node.tag)["Scope"])
    elif tag == "Figure":
        node.alt = said(keys["Alt"], node.tag)
        corners = only(keys["A"], _PLACE, node.tag)["BBox"]
        node.box = Box(*(each for each in corners if isinstance(each, (int, float))))  # type: ignore[union-attr]
    return node


def _texts(bones: Skeleton) -> dict[Piece, tuple[str, str]]:
    """The tag and the text of every piece of marked content. Raises OverviewRefused unless those
    of a page are numbered in order, each number once.
    """
    found: dict[Piece, tuple[str, str]] = {}
    for page, drawing in enumerate(bones.drawings):
        if [mark.number for mark in drawing.marks] != list(range(len(drawing.marks))):
            raise OverviewRefused(Fault.STRUCTURE, f"pagina {page + 1}")
        shown: dict[int | None, list[str]] = {}
        for each in drawing.texts:
            shown.setdefault(each.mark.number, []).append(each.text)
        for number, mark in enumerate(drawing.marks):
            found[page, number] = mark.tag, "".join(shown.get(number, []))
    return found
