"""The places where the window is known not to listen for longer than it may, each with why."""

from tests.journeys.desk import Row

KNOWN = {
    "app.py Program._make_window": "the main window is read in and built while the key is made",
    "gui/window/rooms.py Rooms.editor": "the form is built when the first talk is begun",
}
"""``file function`` of the program, and what it does there. Whoever mends one takes it out."""

QT = "app.py run"
QT_MS = 160
"""So long may it be nowhere in our own code: Qt lays out and paints a new page, on a machine that
is shared with other tests."""


def too_long(gaps: list[Row]) -> list[Row]:
    """The gaps that nobody knew of."""
    return [gap for gap in gaps if not _is_known(gap)]


def _is_known(gap: Row) -> bool:
    places = [place_of(line) for line in gap["in"]]
    in_qt = not places or places[0] == QT
    return any(place in KNOWN for place in places) or (in_qt and gap["ms"] <= QT_MS)


def place_of(line: str) -> str:
    """``gui/x.py:12 A.b`` without its line number, which changes too often."""
    file, _, function = line.partition(" ")
    return f"{file.partition(':')[0]} {function}"
