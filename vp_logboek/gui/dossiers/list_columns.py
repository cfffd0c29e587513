"""The columns of the list of dossiers: what stands in them, and which of them there is room for."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHeaderView

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.widgets import short_day
from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services.dossier_list import Line

NUMBER, SUBJECT, TALKS, LAST, ACTIONS, OPENED, STATE, ORGANISATION = range(8)
HEADS = (
    Head("Dossier"), Head("Onderwerp", edge=True), Head("Gesprekken", figures=True),
    Head("Laatste"), Head("Acties", figures=True), Head("Geopend"), Head("Stand"),
    Head("Organisatie"),
)  # fmt: skip
_DAY = "28 mrt 2026"
_WIDEST = {
    NUMBER: "2026-0144", TALKS: "", LAST: _DAY, ACTIONS: "", OPENED: _DAY, STATE: "gesloten",
    ORGANISATION: "Gemeente Voorbeeldstad",
}  # fmt: skip
_FIRST_TO_GO = (ORGANISATION, OPENED, TALKS, ACTIONS, LAST, STATE)
_MISSED = (LAST, STATE)
"""Columns for which a long subject may be cut off."""
_LONG_SUBJECT = "Intimidatie en machtsmisbruik"
_LEAST_LETTERS = 24
_BESIDE = 32
"""Pixels beside the words in a cell."""


def row_of(line: Line, tree: SubjectTree, names: Mapping[int, str]) -> Row[Line]:
    """A dossier as it is shown; free text is never in it."""
    row = line.row
    last = row.last_talk
    cells = (
        row.number,
        tree.full_label(row.subject),
        str(row.talks),
        f"{short_day(last)} {last.year}" if last else "",
        str(line.actions) if line.actions else "",
        f"{short_day(row.opened)} {row.opened.year}",
        _state_of(line),
        names.get(row.organisation, ""),
    )
    return Row(line, cells, main=tree.main_of(row.subject))


def key_of(
    column: int, labels: Mapping[str, str], names: Mapping[int, str]
) -> Callable[[Line], Any]:
    """What a column is sorted by."""
    keys: dict[int, Callable[[Line], Any]] = {
        NUMBER: lambda line: line.row.number,
        SUBJECT: lambda line: labels[line.row.subject],
        TALKS: lambda line: line.row.talks,
        LAST: lambda line: line.row.last_talk or date.min,
        ACTIONS: lambda line: line.actions,
        OPENED: lambda line: line.row.opened,
        STATE: _state_of,
        ORGANISATION: lambda line: names.get(line.row.organisation, ""),
    }
    return keys[column]


def _state_of(line: Line) -> str:
    return "gesloten" if line.row.closed else "open"


def fit(table: CalmTable, unwanted: frozenset[int]) -> None:
    """Give each column the room of its words, and the subject the rest.

    ``unwanted`` says nothing now; of the others those that matter least go first.
    """
    metrics, header = table.fontMetrics(), table.horizontalHeader()
    header.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
    widths = {}
    for column, text in _WIDEST.items():
        table.setColumnHidden(column, False)  # Qt tells no width of a head out of sight
        words = metrics.horizontalAdvance(text) + _BESIDE
        widths[column] = max(words, header.sectionSizeHint(column))
    long = metrics.horizontalAdvance(_LONG_SUBJECT) + _BESIDE
    least = _LEAST_LETTERS * metrics.averageCharWidth()
    for column in unwanted:
        widths.pop(column, None)
    for column in _FIRST_TO_GO:
        subject = least if column in _MISSED else long
        if sum(widths.values()) + subject > table.viewport().width():
            widths.pop(column, None)
    for column in _WIDEST:
        table.setColumnHidden(column, column not in widths)
    for column, width in widths.items():
        table.setColumnWidth(column, width)
