"""The tags: what belongs to what, what is read instead of what is shown, and what means nothing."""

import re
from collections.abc import Iterator
from typing import Any

from tests.report.leaks.figures import in_chart, names_of
from tests.report.leaks.layout import File
from tests.report.leaks.pages import Page, Shown, Tag
from tests.report.leaks.syntax import Name, Ref
from tests.report.leaks.texts import squeezed, text_of
from tests.report.leaks.tree import Tree
from vp_logboek.domain.safe_report import Mark, SafeReport

SPOKEN = {"•": "niet getoond", "–": "buiten de taak"}
_PAGINATION = [
    {"Type": Name("Pagination"), "Subtype": Name(kind), "Attached": [Name(edge)]}
    for kind, edge in (("Header", "Top"), ("Footer", "Bottom"))
]
_LEFT, _RIGHT = 56, 539.28
_BETWEEN_MARKS = "   ·   "
Piece = tuple[int, int]
"""A page, the first is 0, and a piece of it."""


def odd(file: File, tree: Tree, pages: list[Page], report: SafeReport) -> Iterator[str]:
    """What is odd about the tags of a file."""
    owners = dict(_owners(tree))
    yield from _pieces(pages, owners)
    yield from _parents(file, tree, owners)
    for place, element in tree.placed("element"):
        yield from _element(tree, place, element)
        shown = _shown(element, tree, pages)
        yield from _read_instead(element, shown, report)
        if element.get("S") == "Figure":
            yield from _figure(element, shown, pages, tree, report)
    title = "".join(text_of(one.get("Title")) for one in tree.of("info"))
    yield from _artifacts(pages, title)


def _owners(tree: Tree) -> Iterator[tuple[Piece, tuple[int, str]]]:
    """Of every piece the number and the tag of the element that holds it."""
    for place, element in tree.placed("element"):
        for kid in _kids(element):
            if isinstance(kid, dict):
                yield _piece(tree, kid), (place, str(element.get("S")))


def _kids(element: dict[str, Any]) -> list[Any]:
    kids = element.get("K", [])
    return kids if isinstance(kids, list) else [kids]


def _piece(tree: Tree, kid: dict[str, Any]) -> Piece:
    page, pages = kid.get("Pg"), tree.numbers("page")
    number = page.number if isinstance(page, Ref) else 0
    return (pages.index(number) if number in pages else -1), int(kid.get("MCID", -1))


def _pieces(pages: list[Page], owners: dict[Piece, tuple[int, str]]) -> Iterator[str]:
    """Each piece of a page has its number, in order, and one owner of the same tag."""
    found: dict[Piece, str] = {}
    for number, page in enumerate(pages):
        tagged = [tag for tag in page.tags if tag.name != "Artifact"]
        for count, tag in enumerate(tagged):
            found[number, count] = tag.name
            if tag.properties != {"MCID": count}:
                yield f"piece {count} of page {number} is {tag.properties}"
        yield from (
            f"{what} in no tag: {one}"
            for what, all_ in (("text", page.texts), ("a shape", page.shapes))
            for one in all_
            if one.tag is None
        )
    if found != {piece: tag for piece, (_, tag) in owners.items()}:
        yield "the pieces of the pages are not those of the tree"


def _parents(file: File, tree: Tree, owners: dict[Piece, tuple[int, str]]) -> Iterator[str]:
    """The way back, from a piece to its element, is the way there."""
    (listed,) = [one.get("Nums") for one in tree.of("parents")] or [None]
    expected: list[Any] = []
    for number in range(len(tree.of("page"))):
        pieces = sorted(piece for piece in owners if piece[0] == number)
        expected += [number, [Ref(owners[piece][0]) for piece in pieces]]
    if [file.get(one) for one in listed or []] != expected:
        yield "the way from the pieces to the elements is another than back"
    for place, page in enumerate(tree.of("page")):
        if page.get("StructParents") != place:
            yield f"page {place} is {page.get('StructParents')} in the tree"
    for root in tree.of("structure"):
        if root.get("ParentTreeNextKey") != len(tree.of("page")):
            yield f"the next page would be {root.get('ParentTreeNextKey')}"


def _element(tree: Tree, place: int, element: dict[str, Any]) -> Iterator[str]:
    if tree.parent.get(place) != element.get("P"):
        yield f"element {place} has another parent"
    owner = {"TH": "Table", "Figure": "Layout"}.get(str(element.get("S")), "")
    if (element.get("A") or {"O": ""}).get("O") != owner:
        yield f"attributes of a {element.get('S')}: {element.get('A')}"


def _shown(element: dict[str, Any], tree: Tree, pages: list[Page]) -> list[Shown]:
    """The texts of an element itself."""
    mine = [_piece(tree, kid) for kid in _kids(element) if isinstance(kid, dict)]
    return [
        text
        for page, piece in mine
        for text in (pages[page].texts if 0 <= page < len(pages) else [])
        if text.tag is not None and text.tag.properties == {"MCID": piece}
    ]


def _read_instead(element: dict[str, Any], shown: list[Shown], report: SafeReport) -> Iterator[str]:
    text = "".join(one.text for one in shown)
    single = text.replace(_BETWEEN_MARKS, " ")
    if element.get("S") != "Figure" and (text != text.rstrip() or "  " in single):
        yield f"a space too many in {text!r:.60}"
    if "Alt" in element and element.get("S") != "Figure":
        yield f"a {element.get('S')} is described"
    if "ActualText" not in element:
        return
    read = text_of(element["ActualText"])
    whole = read.removesuffix(f", {text}")
    if read != SPOKEN.get(text) and (whole == read or whole not in names_of(report)):
        yield f"{text!r} is read as {read!r}"


def _figure(
    element: dict[str, Any], shown: list[Shown], pages: list[Page], tree: Tree, report: SafeReport
) -> Iterator[str]:
    """The chart is described bar by bar, and its place is where its bars are."""
    said, drawn = text_of(element.get("Alt", b"")), squeezed("".join(one.text for one in shown))
    told = 0
    for row in in_chart(report):
        figure = row.figures[0]
        value = SPOKEN[figure.value] if isinstance(figure, Mark) else str(figure)
        if squeezed(row.label) in drawn:
            told += re.search(rf"[.;] {re.escape(row.label)}: {value}[;.]", said) is not None
            yield from (
                ()
                if f" {row.label}: {value}" in said
                else (f"{row.label} is described otherwise: {said!r}",)
            )
    if said.count(": ") != told or said.count(";") != told - 1:
        yield f"more is described than {told} bars: {said!r}"
    lines = [
        shape.box
        for kid in _kids(element)
        if isinstance(kid, dict)
        for number, piece in [_piece(tree, kid)]
        for shape in pages[number].shapes
        if shape.how == "stroke" and shape.tag and shape.tag.properties == {"MCID": piece}
    ]
    low, high = min(box[1] for box in lines), max(box[3] for box in lines)
    place = (element.get("A") or {}).get("BBox") or []
    if [round(float(one), 2) for one in place] != [_LEFT, round(low, 2), _RIGHT, round(high, 2)]:
        yield f"the chart is said to be at {place}"


def _artifacts(pages: list[Page], title: str) -> Iterator[str]:
    """What means nothing says nothing that is not said with a meaning too."""
    texts = [text for page in pages for text in page.texts]
    real = squeezed("".join(t.text for t in texts if not _is_artifact(t.tag))) + squeezed(title)
    count = len(pages)
    for number, page in enumerate(pages):
        for tag in page.tags:
            if tag.name == "Artifact" and tag.properties not in (None, *_PAGINATION):
                yield f"an artifact with {tag.properties}"
        for text in page.texts:
            said = squeezed(text.text).removesuffix("(vervolg)")
            known = said in real or text.text == f"Pagina {number + 1} van {count}"
            if _is_artifact(text.tag) and not known:
                yield f"said without a meaning alone: {text.text!r}"


def _is_artifact(tag: Tag | None) -> bool:
    return tag is not None and tag.name == "Artifact"
