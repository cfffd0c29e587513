"""How long the window may not listen, and the one thing that is known to take longer.

Two measures, as the machine is shared. The processor time of the thread of the window does not
grow much when others have the machine too. Who sleeps or waits takes none of it: that is found by
the clock, less the time that others had the processor, with more room for what is left of them.
"""

from tests.journeys.desk import Row

FILES = (
    "gui/imports/place.py TablePlace.ask",
    "gui/export/place.py PdfPlace.ask",
    "gui/backups/place.py CopyPlace.target",
)
"""``file function`` of the program: there Qt's own dialog for files is open. It comes in 22 to 35
ms, but at each ``/`` that is typed it reads and sorts the folder on the thread of the window: 47 to
59 ms for one of 1,200 files, up to 166 where a screen reader hears of each; on a bare Debian 320 to
417. Windows and macOS have their own dialog.
"""

LIMITS = {"cpu": 100, "ms": 140}
"""Milliseconds of the processor, and by the clock (Nielsen, Usability Engineering, 5: 100)."""
LIMITS_OF_FILES = {"cpu": 1000, "ms": 1200}


def too_long(gaps: list[Row]) -> list[Row]:
    """The gaps that nobody knew of, each with where it was seen most."""
    return [gap | {"in": gap["in"][:3]} for gap in gaps if _is_too_long(gap)]


def _is_too_long(gap: Row) -> bool:
    """Of a gap counts what it was seen in: the dialog of Qt, or our own part."""
    seen = [(often, {*map(place_of, lines)}.isdisjoint(FILES)) for often, lines in gap["in"]]
    ours = sum(often for often, is_ours in seen if is_ours)
    share = ours / sum(often for often, _ in seen) if seen else 1
    return _is_over(gap, share, LIMITS) or _is_over(gap, 1 - share, LIMITS_OF_FILES)


def _is_over(gap: Row, share: float, limits: dict[str, int]) -> bool:
    return any(gap[measure] * share > limit for measure, limit in limits.items())


def place_of(line: str) -> str:
    """``gui/x.py:12 A.b`` without its line number, which changes too often."""
    file, _, function = line.partition(" ")
    return f"{file.partition(':')[0]} {function}"
