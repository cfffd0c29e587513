"""The places where the window is known not to listen for longer than it may, each with why."""

from tests.journeys.desk import Row

KNOWN = {
    "app.py Program._make_window": "the main window is read in and built while the key is made",
    "gui/window/rooms.py Rooms.editor": "the form is built when the first talk is begun",
    "gui/window/rooms.py Rooms.keeping": "the page is built when it is first visited",
    "gui/window/rooms.py Rooms.year": "the page is built when it is first visited",
    "gui/dressing.py dress": "everything gets another size of text",
    "gui/imports/columns.py ColumnsStep.show_table": "all rows are laid out again for each row",
    "gui/imports/place.py TablePlace.ask": "Qt makes its dialog for files",
    "gui/export/dialog.py ExportDialog.__init__": "all its steps are built at once",
    "gui/export/place.py PdfPlace.ask": "Qt makes its dialog for files",
    "gui/backups/place.py CopyPlace.target": "Qt makes its dialog for files",
}
"""``file function`` of the program, and what it does there. Whoever mends one takes it out."""

QT = {
    "app.py run": 250,
    "gui/imports/dialog.py ImportDialog.import_table": 250,
    "gui/backups/restore.py RestoreDialog.restore": 250,
    "gui/export/dialog.py ExportDialog.export": 400,
}
"""Where our own code only waits: there Qt lays out and paints a new page. So many milliseconds may
it take, on a machine that is shared with other tests.
"""


def too_long(gaps: list[Row]) -> list[Row]:
    """The gaps that nobody knew of."""
    return [gap for gap in gaps if not _is_known(gap)]


def _is_known(gap: Row) -> bool:
    places = [place_of(line) for line in gap["in"]]
    in_qt = gap["ms"] <= QT.get(places[0] if places else "app.py run", 0)
    return in_qt or any(place in KNOWN for place in places)


def place_of(line: str) -> str:
    """``gui/x.py:12 A.b`` without its line number, which changes too often."""
    file, _, function = line.partition(" ")
    return f"{file.partition(':')[0]} {function}"
