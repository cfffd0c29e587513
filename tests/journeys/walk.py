"""What must hold wherever one is in the window, read from the tree of a screen reader."""

from collections.abc import Iterator, Sequence

from tests.journeys.journey import Part, focus_of

ROWS = ("table cell", "list item", "tree item", "table column header", "table row header")
"""What is named by its content; an empty cell has none."""
PRESSED = ("push button", "check box", "radio button", "combo box", "menu item", "toggle button")
"""What needs a name even where Tab does not come."""
TABLES = ("table", "tree table", "tree")
HEADS = ("table column header", "table row header", "column header", "row header")
NO_ROLES = ("filler", "unknown", "panel", "invalid", "layered pane")
"""Roles that say nothing: who comes there hears what it is called, and not what it is."""


def faults(parts: Sequence[Part]) -> Iterator[str]:
    """Everything that is wrong here, for who sees nothing."""
    yield from (f"without a name: {part}" for part in parts if _is_nameless(part))
    yield from (f"says not what it is: {part}" for part in parts if _is_vague(part))
    yield from (f"without headings: {table}" for table in _headless(parts))
    if focus_of(list(parts)) is None:
        yield "nothing has the keyboard"


def _is_nameless(part: Part) -> bool:
    stops = "focusable" in part.states and part.role not in ROWS
    return (stops or part.role in PRESSED) and not part.name.strip()


def _is_vague(part: Part) -> bool:
    return "focusable" in part.states and part.role in NO_ROLES


def _headless(parts: Sequence[Part]) -> Iterator[Part]:
    for number, part in enumerate(parts):
        if part.role in TABLES:
            inside = []
            for below in parts[number + 1 :]:
                if below.depth <= part.depth:
                    break
                inside.append(below.role)
            if inside and not any(role in HEADS for role in inside):
                yield part
