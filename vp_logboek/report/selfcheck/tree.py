"""The structure tree with the texts that its elements hold, and nothing drawn outside of it."""

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.document import Document
from vp_logboek.report.reread.values import Ref, Value
from vp_logboek.report.selfcheck.element import BELOW, LEAVES, Node, Piece, read_node
from vp_logboek.report.selfcheck.keys import Rules, is_, is_name, natural, only, ref, whole
from vp_logboek.report.selfcheck.skeleton import Skeleton

_PIECE: Rules = {"Type": is_name("MCR"), "Pg": ref, "MCID": natural}


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
    reading = _Reading(bones, root["K"])
    found = reading.element(root["K"], bones.catalog["StructTreeRoot"], {"Document"})
    reading.check_parents(root["ParentTree"])
    return found


class _Reading:
    """The elements read so far, numbered in their order, and whose each piece of content is."""

    def __init__(self, bones: Skeleton, first: Value) -> None:
        self._last = first.number - 1 if isinstance(first, Ref) else 0
        self._document: Document = bones.document
        self._pages = {page: number for number, page in enumerate(bones.pages)}
        self._texts = _texts(bones)
        self._owners: dict[Piece, Ref] = {}

    def element(self, value: Value, parent: Value, allowed: set[str]) -> Node:
        if not isinstance(value, Ref) or value.number != self._last + 1:
            raise OverviewRefused(Fault.STRUCTURE, "structure")
        self._last = value.number
        keys = self._document.get(value)
        node = read_node(keys)
        if not isinstance(keys, dict) or keys["P"] != parent or node.tag not in allowed:
            raise OverviewRefused(Fault.STRUCTURE, node.tag)
        kids = keys["K"]
        for kid in kids if isinstance(kids, list) else []:
            if isinstance(kid, Ref):
                node.kids.append(self.element(kid, value, BELOW.get(node.tag, set())))
            else:
                self._piece(kid, node, value)
        if node.pieces and node.kids:
            raise OverviewRefused(Fault.STRUCTURE, node.tag)
        return node

    def _piece(self, value: Value, node: Node, owner: Ref) -> None:
        keys = only(value, _PIECE, node.tag)
        page, number = keys["Pg"], whole(keys["MCID"], node.tag)
        if not isinstance(page, Ref) or page not in self._pages or node.tag not in LEAVES:
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
