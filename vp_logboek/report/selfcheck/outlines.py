"""The viewer's list of headings: every heading and caption once, in order, at its page."""

from collections.abc import Sequence
from typing import NamedTuple

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report import style
from vp_logboek.report.reread.values import Ref, Value
from vp_logboek.report.selfcheck.box import NEAR
from vp_logboek.report.selfcheck.drawing import Shown
from vp_logboek.report.selfcheck.element import Node
from vp_logboek.report.selfcheck.keys import (
    Rule,
    Rules,
    is_,
    is_name,
    natural,
    number,
    only,
    ref,
    text,
)
from vp_logboek.report.selfcheck.places import Places
from vp_logboek.report.selfcheck.skeleton import Skeleton
from vp_logboek.report.selfcheck.strings import said

_HIGH = {"H1", "H2"}
_LOW = {"H3", "Caption"}

_LEADING = {
    each.size: each.leading
    for each in (style.TITLE, style.SECTION, style.HEADING, style.TABLE_TITLE)
}
"""How high a line of a heading is, by its size."""
_LETTER = 0.7
"""How high its letters are, of its size."""


class Entry(NamedTuple):
    """A heading, how deep it stands (0 or 1), its page and how high on it."""

    text: str
    depth: int
    page: int
    high: float

    def is_like(self, other: "Entry") -> bool:
        """Whether the other is the same heading at the same place."""
        return self[:3] == other[:3] and abs(self.high - other.high) <= NEAR


def check_outlines(bones: Skeleton, root: Node, places: Places) -> None:
    """Raises OverviewRefused unless the list is that of the headings in the tree."""
    expected = [
        Entry(node.text, int(node.tag in _LOW), node.pieces[0][0], _top(places.texts(node)))
        for node in root.walk()
        if node.tag in _HIGH | _LOW
    ]
    top = bones.catalog["Outlines"]
    rules: Rules = {"Type": is_name("Outlines"), "Count": natural, "First": ref, "Last": ref}
    keys = only(bones.document.get(top), rules, "outlines")
    found = _Outlines(bones, top).below(keys, top, 0)
    if len(found) != len(expected) or keys["Count"] != len(found):
        raise OverviewRefused(Fault.STRUCTURE, "outlines")
    if not all(one.is_like(other) for one, other in zip(found, expected, strict=True)):
        raise OverviewRefused(Fault.STRUCTURE, "outlines")


def _top(texts: Sequence[Shown]) -> float:
    """Where the first line of a heading begins, above its letters."""
    if not texts or texts[0].size not in _LEADING:
        raise OverviewRefused(Fault.STRUCTURE, "outlines")
    size = texts[0].size
    return texts[0].base + (_LEADING[size] + _LETTER * size) / 2


class _Outlines:
    """The entries, which are numbered in their order."""

    def __init__(self, bones: Skeleton, top: Value) -> None:
        self._document = bones.document
        self._pages = {page: number for number, page in enumerate(bones.pages)}
        self._last = top.number if isinstance(top, Ref) else 0

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
        if not isinstance(at, Ref) or at.number != self._last + 1:
            raise OverviewRefused(Fault.STRUCTURE, "outlines")
        self._last = at.number
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
        page, high = self._place(keys["Dest"])
        return Entry(said(keys["Title"], "outlines"), depth, page, high), keys

    def _place(self, place: Value) -> tuple[int, float]:
        match place:
            case [Ref() as page, "XYZ", 0, int() | float() as high, 0] if page in self._pages:
                if number(high):
                    return self._pages[page], high
        raise OverviewRefused(Fault.KEY, "outlines")
