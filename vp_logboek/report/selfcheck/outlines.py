"""The viewer's list of headings: every heading and caption once, in order, at its page."""

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.values import Ref, Value
from vp_logboek.report.selfcheck.drawing import PAGE
from vp_logboek.report.selfcheck.keys import Rule, Rules, is_, is_name, natural, only, ref, text
from vp_logboek.report.selfcheck.skeleton import Skeleton
from vp_logboek.report.selfcheck.strings import said
from vp_logboek.report.selfcheck.tree import Node

_HIGH = {"H1", "H2"}
_LOW = {"H3", "Caption"}

Entry = tuple[str, int, int]
"""A heading, how deep it stands (0 or 1), and its page."""


def check_outlines(bones: Skeleton, root: Node) -> None:
    """Raises OverviewRefused unless the list is that of the headings in the tree."""
    expected = [
        (node.text, int(node.tag in _LOW), node.pieces[0][0])
        for node in root.walk()
        if node.tag in _HIGH | _LOW
    ]
    top = bones.catalog["Outlines"]
    rules: Rules = {"Type": is_name("Outlines"), "Count": natural, "First": ref, "Last": ref}
    keys = only(bones.document.get(top), rules, "outlines")
    found = _Outlines(bones).below(keys, top, 0)
    if found != expected or keys["Count"] != len(found):
        raise OverviewRefused(Fault.STRUCTURE, "outlines")


class _Outlines:
    def __init__(self, bones: Skeleton) -> None:
        self._document = bones.document
        self._pages = {page: number for number, page in enumerate(bones.pages)}
        self._seen: set[Ref] = set()

    def below(self, parent: dict[str, Value], own: Value, depth: int) -> list[Entry]:
        """The entries below one, from its first to its last."""
        found: list[Entry] = []
        at, before = parent["First"], None
        while True:
            entry, keys = self._entry(at, own, before, depth)
            lower = self.below(keys, at, depth + 1) if "First" in keys else []
            if keys.get("Count", 0) != len(lower):
                raise OverviewRefused(Fault.STRUCTURE, "outlines")
            found += [entry, *lower]
            if "Next" not in keys:
                break
            at, before = keys["Next"], at
        if parent["Last"] != at:
            raise OverviewRefused(Fault.STRUCTURE, "outlines")
        return found

    def _entry(
        self, at: Value, own: Value, before: Value, depth: int
    ) -> tuple[Entry, dict[str, Value]]:
        if not isinstance(at, Ref) or at in self._seen:
            raise OverviewRefused(Fault.STRUCTURE, "outlines")
        self._seen.add(at)
        rules: dict[str, Rule] = {
            "Title": text,
            "Parent": is_(own),
            "Dest": lambda value: isinstance(value, list),
            **({"Prev": is_(before)} if before is not None else {}),
        }
        family: dict[str, Rule] = {"Next": ref, "First": ref, "Last": ref, "Count": natural}
        keys = only(self._document.get(at), {**rules, **family}, "outlines", may_lack=set(family))
        if len({"First", "Last", "Count"} & set(keys)) not in (0, 3):
            raise OverviewRefused(Fault.KEY, "outlines")
        return (said(keys["Title"], "outlines"), depth, self._page(keys["Dest"])), keys

    def _page(self, place: Value) -> int:
        match place:
            case [Ref() as page, "XYZ", 0, int() | float() as high, 0] if (
                page in self._pages and 0 <= high <= PAGE.high
            ):
                return self._pages[page]
        raise OverviewRefused(Fault.KEY, "outlines")
