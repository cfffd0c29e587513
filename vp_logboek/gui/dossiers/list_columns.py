"""The columns of the list of dossiers: what stands in them, and which of them there is room for."""

from PySide6.QtWidgets import QHeaderView

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.dossiers.list_filter import Order
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
ORDERED = {
    Order.LAST: LAST, Order.NUMBER: NUMBER, Order.SUBJECT: SUBJECT, Order.TALKS: TALKS,
    Order.ACTIONS: ACTIONS, Order.OPENED: OPENED,
}  # fmt: skip
_DAY = "28 mrt 2026"
_WIDEST = {
    NUMBER: "2026-0144", TALKS: "", LAST: _DAY, ACTIONS: "", OPENED: _DAY, STATE: "gesloten",
    ORGANISATION: "Gemeente Voorbeeldstad",
}  # fmt: skip
_FIRST_TO_GO = (ORGANISATION, OPENED, TALKS, ACTIONS, LAST, STATE)
_LEAST_LETTERS = 24


def row_of(line: Line, tree: SubjectTree, organisation: Organisation) -> Row[Line]:
    """A dossier as it is shown; free text is never in it."""
    row = line.row
    subject, last = tree.full_label(row.subject), row.last_talk
    state = "gesloten" if row.closed else "open"
    opened = f"{short_day(row.opened)} {row.opened.year}"
    when = f"{short_day(last)} {last.year}" if last else ""
    actions = str(line.actions) if line.actions else ""
    cells = (
        row.number, subject, str(row.talks), when, actions, opened, state, organisation.name,
    )  # fmt: skip
    order = (
        row.number, subject, row.talks, last.toordinal() if last else 0, line.actions,
        row.opened.toordinal(), state, organisation.name,
    )  # fmt: skip
    return Row(line, cells, order, tree.main_of(row.subject))


def fit(table: CalmTable, unwanted: frozenset[int]) -> None:
    """Give each column the room of its words, and the subject the rest.

    ``unwanted`` says nothing now; of the others those that matter least go first.
    """
    metrics, header = table.fontMetrics(), table.horizontalHeader()
    header.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
    widths = {}
    for column, text in _WIDEST.items():
        table.setColumnHidden(column, False)  # Qt tells no width of a head out of sight
        words = metrics.horizontalAdvance(text) + 32
        widths[column] = max(words, header.sectionSizeHint(column))
    room = table.viewport().width() - _LEAST_LETTERS * metrics.averageCharWidth()
    for column in unwanted:
        widths.pop(column, None)
    for column in _FIRST_TO_GO:
        if sum(widths.values()) > room:
            widths.pop(column, None)
    for column in _WIDEST:
        table.setColumnHidden(column, column not in widths)
    for column, width in widths.items():
        table.setColumnWidth(column, width)
