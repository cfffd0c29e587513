"""One element of the structure tree: which keys it has, and what may stand in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vp_logboek.report.reread.values import Name, Value
from vp_logboek.report.selfcheck.box import Box
from vp_logboek.report.selfcheck.keys import Rules, is_name, numbers, only, ref, text
from vp_logboek.report.selfcheck.strings import said

_BLOCKS = {"P", "H2", "H3", "L", "Table", "Figure"}
BELOW: Mapping[str, set[str]] = {
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
LEAVES = {"P", "H1", "H2", "H3", "Lbl", "LBody", "Caption", "TH", "TD", "Span", "Figure"}
"""Which hold content."""
_ELEMENT: Rules = {
    "Type": is_name("StructElem"),
    "S": is_name(*BELOW, *LEAVES),
    "P": ref,
    "K": lambda value: isinstance(value, list) and bool(value),
}
_SCOPE: Rules = {"O": is_name("Table"), "Scope": is_name("Row", "Column")}
_PLACE: Rules = {"O": is_name("Layout"), "BBox": numbers(4), "Placement": is_name("Block")}
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


def read_node(value: Value) -> Node:
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
