"""How long the window may not listen, and the one place where it is known to take longer.

Two measures, as the machine is shared. The processor time of the thread of the window does not
grow much when others have the machine too. Who sleeps or waits takes none of it: that is found by
the clock, less the time that others had the processor, with more room for what is left of them.
"""

from tests.journeys.desk import Row

KNOWN = {
    "gui/imports/place.py TablePlace.ask": "Qt makes its dialog for files",
    "gui/export/place.py PdfPlace.ask": "Qt makes its dialog for files",
    "gui/backups/place.py CopyPlace.target": "Qt makes its dialog for files",
}
"""``file function`` of the program, and what it does there. Whoever mends one takes it out."""

LIMITS = {"cpu": 100, "ms": 140}
"""Milliseconds of the processor, and by the clock (Nielsen, Usability Engineering, 5: 100)."""


def too_long(gaps: list[Row]) -> list[Row]:
    """The gaps that nobody knew of, each with where it was seen most."""
    return [gap | {"in": gap["in"][:3]} for gap in gaps if _is_too_long(gap)]


def _is_too_long(gap: Row) -> bool:
    """Of a gap counts what it was seen in that nobody knew of."""
    seen = [(often, KNOWN.keys() & {*map(place_of, lines)}) for often, lines in gap["in"]]
    unknown = sum(often for often, known in seen if not known)
    share = unknown / sum(often for often, _ in seen) if seen else 1
    return any(gap[measure] * share > limit for measure, limit in LIMITS.items())


def place_of(line: str) -> str:
    """``gui/x.py:12 A.b`` without its line number, which changes too often."""
    file, _, function = line.partition(" ")
    return f"{file.partition(':')[0]} {function}"
