"""The tagged layer: says of everything that is drawn what it means, or that it means nothing.

ReportLab draws; this writes marked content around what is drawn, and the structure tree and the
parent tree that go with it (ISO 32000-1, 14.6 to 14.8).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from vp_logboek.report import rl_touch
from vp_logboek.report.elements import Element, Marked, Mistagged, Tree
from vp_logboek.report.rl_pins import Canvas, pdfdoc

_ROOT = "structure"
HEADER, FOOTER = "Header", "Footer"
_EDGE = {HEADER: "Top", FOOTER: "Bottom"}


class Tags:
    """The tags of one document that is being drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self.tree = Tree()
        self.page = 0
        self._canvas = canvas
        self._is_open = False
        self._drawn = False

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to this element. Raises Mistagged for one inside another,
        and where nothing is drawn.
        """
        self._only_one()
        marked = self.tree.claim(element, self.page)
        with self._between(f"/{element.tag} <</MCID {marked.number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, edge: str = "") -> Iterator[None]:
        """What is drawn inside means nothing, or is repeated at an ``edge`` of every page."""
        self._only_one()
        with self._between(f"/Artifact {_pagination(edge) if edge else 'BMC'}"):
            yield

    def drawing(self) -> None:
        """Something is about to be drawn. Raises Mistagged where nobody said what it means."""
        if not self._is_open:
            raise Mistagged("drawn without a meaning")
        self._drawn = True

    def finish(self) -> dict[str, Any]:
        """Write the tree; the entries that the catalog gets for it. Raises Mistagged."""
        self.tree.check()
        names = {element: f"{_ROOT}.{n}" for n, element in enumerate(self.tree.root.walk())}
        for element, name in names.items():
            rl_touch.refer(self._canvas, _written(element, names), name)
        root = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("StructTreeRoot"),
                "K": rl_touch.reference(names[self.tree.root]),
                "ParentTree": rl_touch.refer(self._canvas, self._parents(names)),
                "ParentTreeNextKey": len(self.tree.pages),
            }
        )
        return {
            "MarkInfo": pdfdoc.PDFDictionary({"Marked": "true"}),
            "StructTreeRoot": rl_touch.refer(self._canvas, root, _ROOT),
        }

    def _parents(self, names: dict[Element, str]) -> Any:
        """Of each page the elements of its pieces, in order."""
        numbers: list[Any] = []
        for page, owners in enumerate(self.tree.pages):
            numbers += [page, pdfdoc.PDFArray([rl_touch.reference(names[o]) for o in owners])]
        return pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})

    def _only_one(self) -> None:
        if self._is_open:
            raise Mistagged("one piece inside another")

    @contextmanager
    def _between(self, opening: str) -> Iterator[None]:
        rl_touch.write(self._canvas, opening)
        self._is_open, self._drawn = True, False
        yield
        if not self._drawn:
            raise Mistagged(f"nothing drawn in {opening}")
        self._is_open = False
        rl_touch.write(self._canvas, "EMC")


def _pagination(edge: str) -> str:
    return f"<</Type /Pagination /Subtype /{edge} /Attached [/{_EDGE[edge]}]>> BDC"


def _written(element: Element, names: dict[Element, str]) -> Any:
    """One structure element, as it is written."""
    above = names[element.parent] if element.parent else _ROOT
    entries = {
        "Type": pdfdoc.PDFName("StructElem"),
        "S": pdfdoc.PDFName(element.tag),
        "P": rl_touch.reference(above),
        "K": pdfdoc.PDFArray([_kid(kid, names) for kid in element.kids]),
    }
    if element.instead:
        entries["ActualText"] = pdfdoc.PDFString(element.instead)
    if element.alt:
        entries["Alt"] = pdfdoc.PDFString(element.alt)
    if element.scope:
        entries["A"] = _attributes("Table", Scope=pdfdoc.PDFName(element.scope))
    if element.box:
        block = pdfdoc.PDFName("Block")
        entries["A"] = _attributes("Layout", BBox=pdfdoc.PDFArray(element.box), Placement=block)
    return pdfdoc.PDFDictionary(entries)


def _kid(kid: Element | Marked, names: dict[Element, str]) -> Any:
    if isinstance(kid, Element):
        return rl_touch.reference(names[kid])
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("MCR"),
            "Pg": rl_touch.page_reference(kid.page),
            "MCID": kid.number,
        }
    )


def _attributes(owner: str, **entries: Any) -> Any:
    return pdfdoc.PDFDictionary({"O": pdfdoc.PDFName(owner), **entries})
