"""Open dossiers without a talk for a while: close them, or let them go on."""

from PySide6.QtCore import Signal

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.keeping import words
from vp_logboek.gui.keeping.chosen_bar import ChosenBar
from vp_logboek.gui.widgets import Card, button, heading, label, short_day
from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.gui.widgets.tick_table import TickTable
from vp_logboek.services.purge import Quiet

NUMBER, SUBJECT, LAST = range(3)


class QuietCard(Card):
    """``close_requested`` and ``let_run_requested`` carry the chosen Quiets, ``opened`` an id."""

    close_requested = Signal(object)
    let_run_requested = Signal(object)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        heads = (Head("Dossier"), Head("Onderwerp", edge=True), Head("Laatste gesprek"))
        self.table: TickTable[Quiet] = TickTable(self.tr("Stille dossiers"), heads, _key)
        self.table.set_columns(SUBJECT, {NUMBER: "2026-0144", LAST: "28 mrt 2026"}, (LAST,))
        self.question = label("", "muted")
        self.close_them = button(self.tr("Afsluiten"), self._close, "archive")
        self.let_run = button(self.tr("Laten lopen"), self._let_run)
        acting = (self.close_them, self.let_run)
        self.bar = ChosenBar(self.table, words.CHOOSE_FIRST, *acting)
        for part in (heading(self.tr("Stille dossiers")), self.question, self.table, self.bar):
            self.body.addWidget(part)
        self.table.row_opened.connect(self._open)

    def show_quiet(
        self, quiet: tuple[Quiet, ...], quiet_days: int, tree: SubjectTree, read_only: bool
    ) -> None:
        """Show these dossiers; without any the card is not there."""
        self.setVisible(bool(quiet))
        self.question.setText(words.quiet_for(quiet_days))
        self.table.show_rows([_row(one, tree) for one in quiet])
        self.bar.allow(words.READ_ONLY if read_only else "")

    def _close(self) -> None:
        self.close_requested.emit(tuple(self.table.chosen()))

    def _let_run(self) -> None:
        self.let_run_requested.emit(tuple(self.table.chosen()))

    def _open(self, row: int) -> None:
        one = self.table.rows.item(row)
        if one is not None:
            self.opened.emit(one.dossier)


def _key(quiet: Quiet) -> int:
    return quiet.dossier


def _row(quiet: Quiet, tree: SubjectTree) -> Row[Quiet]:
    last = f"{short_day(quiet.last_talk)} {quiet.last_talk.year}"
    cells = (quiet.number, tree.full_label(quiet.subject), last)
    return Row(quiet, cells, main=tree.main_of(quiet.subject))
