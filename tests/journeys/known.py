"""The places where the window is known not to listen for longer than it may, each with why."""

from tests.journeys.desk import Row

KNOWN = {
    "gui/dressing.py dress": "everything gets another size of text",
    "gui/year/sheet.py YearSheet.finish": "who goes there before it was made ahead has it at once",
    "gui/imports/place.py TablePlace.ask": "Qt makes its dialog for files",
    "gui/export/place.py PdfPlace.ask": "Qt makes its dialog for files",
    "gui/backups/place.py CopyPlace.target": "Qt makes its dialog for files",
}
"""``file function`` of the program, and what it does there. Whoever mends one takes it out."""

LIMIT_MS = 100
QT = {
    "app.py run": 250,
    "gui/imports/dialog.py ImportDialog.import_table": 400,
    "gui/backups/restore.py RestoreDialog.restore": 250,
    "gui/safekeeping/sheet_dialog.py SheetDialog.keep": 250,
    "gui/safekeeping/passphrase_dialog.py PassphraseDialog.change": 250,
    "gui/export/dialog.py ExportDialog.export": 400,
}
"""Where our own code only waits: there Qt lays out and paints a new page. So many milliseconds may
it take, on a machine that is shared with other tests.
"""


def too_long(gaps: list[Row]) -> list[Row]:
    """The gaps that nobody knew of, each with where it was seen most."""
    return [gap | {"in": gap["in"][:3]} for gap in gaps if _is_too_long(gap)]


def _is_too_long(gap: Row) -> bool:
    """Of a gap counts what it was seen in that nobody knew of: our own part, and that of Qt."""
    seen = [(often, [*map(place_of, lines)]) for often, lines in gap["in"]] or [(1, [])]
    each = gap["ms"] / sum(often for often, _ in seen)
    parts: dict[int, float] = {}
    for often, places in seen:
        if not KNOWN.keys() & set(places):
            limit = QT.get(places[0], LIMIT_MS) if places else QT["app.py run"]
            parts[limit] = parts.get(limit, 0) + often * each
    return any(ms > limit for limit, ms in parts.items())


def place_of(line: str) -> str:
    """``gui/x.py:12 A.b`` without its line number, which changes too often."""
    file, _, function = line.partition(" ")
    return f"{file.partition(':')[0]} {function}"
