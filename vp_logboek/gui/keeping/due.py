"""The dossiers that are due: choose all or some, and ask to destroy them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.keeping import words
from vp_logboek.gui.keeping.chosen_bar import ChosenBar
from vp_logboek.gui.widgets import Card, button, heading, label, short_day
from vp_logboek.gui.widgets.facts import FactList
from vp_logboek.gui.widgets.ring import paint_ring
from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.gui.widgets.tick_table import TickTable
from vp_logboek.services.purge import Due, Terms, Why

NUMBER, SUBJECT, CLOSED, TALKS, WHY, SINCE = range(6)
_DAY = "28 mrt 2026"
_WIDEST = {
    NUMBER: "2026-0144 (actie)", CLOSED: _DAY, TALKS: "", WHY: "overzicht uitgebracht", SINCE: _DAY,
}  # fmt: skip


class DueCard(Card):
    """``destroy_requested`` carries the chosen Dues, ``opened`` the id of a dossier."""

    destroy_requested = Signal(object)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        heads = (
            Head("Dossier"), Head("Onderwerp", edge=True), Head("Gesloten"),
            Head("Gesprekken", figures=True), Head("Waarom"), Head("Sinds"),
        )  # fmt: skip
        self.table: TickTable[Due] = TickTable(self.tr("Te vernietigen dossiers"), heads, _key)
        self.heading = heading("")
        self.when = label("", "muted")
        self.left = label("", "strong")
        self.facts = FactList()
        self.facts.show_facts((("Gaat weg", words.GOES), ("Blijft", words.STAYS)))
        self.destroy_button = button("", self._ask, "trash-2", role="danger")
        self.bar = ChosenBar(self.table, words.CHOOSE_FIRST, self.destroy_button)
        self.table.set_columns(SUBJECT, _WIDEST, (SINCE, CLOSED, TALKS, WHY))
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        self._how = label(words.HOW_TO_CHOOSE, "small")
        for part in (
            self.heading, self.when, self.left, self.facts, self._how, self.table, self.bar
        ):  # fmt: skip
            self.body.addWidget(part)

    def _connect_parts(self) -> None:
        self.table.row_opened.connect(self._open)
        self.table.ticked.connect(self._name_button)
        self.table.delete_pressed.connect(self.destroy_button.click)
        self._name_button()

    def show_due(
        self, due: tuple[Due, ...], terms: Terms, tree: SubjectTree, read_only: bool
    ) -> None:
        """Show these dossiers."""
        found = self.tr("{0} te vernietigen").format(words.dossiers(len(due)))
        self.heading.setText(found if due else words.NOTHING_DUE)
        self.when.setText(words.when_due(terms.keep_years, terms.when_reported))
        for part in (self.table, self._how, self.facts, self.bar):
            part.setVisible(bool(due))
        self.left.setText(actions_left(due))
        self.left.setVisible(bool(self.left.text()))
        self.table.show_rows([_row(one, terms, tree) for one in due])
        self.bar.allow(words.READ_ONLY if read_only else "")

    def hold_keyboard(self, is_all_there_is: bool) -> None:
        """With nothing to do on the whole page the keyboard stands on the words that say so."""
        policy = Qt.FocusPolicy.TabFocus if is_all_there_is else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setAccessibleName(f"{self.heading.text()} {self.when.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_ring(self)

    def _name_button(self) -> None:
        number = len(self.table.chosen())
        what = f"Vernietig {words.dossiers(number)}…" if number else "Vernietigen…"
        self.destroy_button.setText(what)

    def _ask(self) -> None:
        chosen = tuple(self.table.chosen())
        if chosen:
            self.destroy_requested.emit(chosen)

    def _open(self, row: int) -> None:
        one = self.table.rows.item(row)
        if one is not None:
            self.opened.emit(one.dossier)


def actions_left(due: Sequence[Due]) -> str:
    """What is still to be done for these dossiers; empty for nothing."""
    return words.actions_left([one.action for one in due if one.action is not None])


def _key(due: Due) -> int:
    return due.dossier


def _row(due: Due, terms: Terms, tree: SubjectTree) -> Row[Due]:
    why = {
        Why.REPORTED: "overzicht uitgebracht",
        Why.TOO_LONG: f"{terms.keep_years} jaar gesloten",
        Why.OWN_DATE: "eigen datum",
    }[due.why]
    closed, since = (f"{short_day(on)} {on.year}" for on in (due.closed, due.since))
    number = due.number if due.action is None else f"{due.number} (actie)"
    cells = (number, tree.full_label(due.subject), closed, str(due.talks), why, since)
    return Row(due, cells, main=tree.main_of(due.subject))
