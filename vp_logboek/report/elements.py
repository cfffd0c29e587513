"""What the things on the pages mean: the tree that a screen reader walks, apart from any drawing.

Tags and where they may stand are those of ISO 32000-1, 14.8.4, as far as the program uses them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

_BLOCKS = frozenset({"P", "H2", "H3", "L", "Table", "Figure"})
_WITHIN: dict[str, frozenset[str]] = {
    "Document": _BLOCKS | {"H1", "Sect"},
    "Sect": _BLOCKS,
    "L": frozenset({"LI"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "Table": frozenset({"Caption", "THead", "TBody"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "TH": frozenset({"Span"}),
    "TD": frozenset({"Span"}),
    "LBody": frozenset({"Span"}),
}
_HOLDS_CONTENT = frozenset(
    {"P", "H1", "H2", "H3", "Lbl", "LBody", "Caption", "TH", "TD", "Span", "Figure"}
)
_SCOPES = frozenset({"Row", "Column"})


class Mistagged(Exception):
    """The tags of a page would not make sense; ours to mend, so it is never caught."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a page: the first page is 0, as is its first piece."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """One thing that means something. It takes its place in the tree when it is first drawn, so the
    tree has the order of the pages and nothing in it is empty.

    Without a ``parent`` it stands under the heading of the moment. ``instead`` is read in place of
    what is drawn. ``alt`` says what a figure shows, ``box`` is where it lies, in points from the
    left lower corner. ``scope`` is Row or Column, of a table's head.
    """

    tag: str
    parent: "Element | None" = None
    instead: str = ""
    alt: str = ""
    scope: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list["Element | Marked"] = field(default_factory=list)
    is_placed: bool = False

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class Tree:
    """All elements of one document, and which piece of which page belongs to which."""

    def __init__(self) -> None:
        self.root = Element("Document", is_placed=True)
        self._section = self.root
        self.pages: list[list[Element]] = []

    def claim(self, element: Element, page: int) -> Marked:
        """Give the next piece of a page to an element. Raises Mistagged."""
        if element.tag not in _HOLDS_CONTENT:
            raise Mistagged(f"{element.tag} holds elements, no content")
        self._place(element)
        while len(self.pages) <= page:
            self.pages.append([])
        marked = Marked(page, len(self.pages[page]))
        self.pages[page].append(element)
        element.kids.append(marked)
        return marked

    def end_section(self) -> None:
        """What follows stands under no heading."""
        self._section = self.root

    def check(self) -> None:
        """Raises Mistagged for a tree that says too little: a figure without words or place, a
        table's head without scope, headings that skip a level.
        """
        level = 0
        for element in self.root.walk():
            _check(element)
            if element.tag in {"H1", "H2", "H3"}:
                if int(element.tag[1]) > level + 1:
                    raise Mistagged(f"{element.tag} after level {level}")
                level = int(element.tag[1])

    def _place(self, element: Element) -> None:
        if element.is_placed:
            return
        if element.tag == "H2" and element.parent is None:
            self._section = Element("Sect", self.root)
        parent = element.parent or self._section
        self._place(parent)
        if element.tag not in _WITHIN.get(parent.tag, frozenset()):
            raise Mistagged(f"{element.tag} in {parent.tag}")
        element.parent = parent
        parent.kids.append(element)
        element.is_placed = True


def _check(element: Element) -> None:
    if not element.kids:
        raise Mistagged(f"{element.tag} is empty")
    if (element.tag == "Figure") != bool(element.alt and element.box):
        raise Mistagged("a figure, and only a figure, has words and a place")
    if (element.tag == "TH") != (element.scope in _SCOPES):
        raise Mistagged("a head of a table, and only that, has a scope")
    if element.instead and element.tag != "Span":
        raise Mistagged("only a span is read otherwise")
    if element.tag == "Table" and [k.tag for k in element.kids if isinstance(k, Element)] != [
        "Caption", "THead", "TBody",
    ]:  # fmt: skip
        raise Mistagged("a table has a caption, a head and a body")
