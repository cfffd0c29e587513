"""The place *Prullenbak*: talks that were thrown away; they count nowhere."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from vp_logboek.domain.listing import BinnedTalk
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import button, label, short_day, title
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services import notebook

SUBJECT = 1


class BinPage(QWidget):
    """What was thrown away, the last first, with a button that puts it back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        heads = (Head("Datum"), Head("Onderwerp", edge=True), Head("Dossier"), Head("Weggegooid"))
        self.model: RowsModel[BinnedTalk] = RowsModel(heads, self)
        self.table = CalmTable(self.tr("Prullenbak"))
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        self.restore = button(self.tr("Terugzetten"), self._restore, "undo-2")
        self.nothing = EmptyState()
        self.nothing.say(self.tr("De prullenbak is leeg. Hier komt te staan wat u weggooit."))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._allow)
        session.changed.connect(self.reload)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title(self.tr("Prullenbak")))
        layout.addWidget(
            label(self.tr("Wat hier ligt telt nergens mee. De prullenbak is voor vergissingen."))
        )
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        layout.addWidget(holder, 1)
        below = QHBoxLayout()
        below.addWidget(self.restore)
        below.addStretch(1)
        layout.addLayout(below)

    def reload(self) -> None:
        """Read again."""
        self._session.ask(notebook.binned, self._show)

    def _show(self, binned: tuple[BinnedTalk, ...]) -> None:
        self.model.set_rows([_row(one, self._session.tree) for one in binned])
        self._stack.setCurrentIndex(0 if binned else 1)
        self.restore.setVisible(bool(binned))
        self.restore.setEnabled(False)
        metrics = self.table.fontMetrics()
        for column, text in ((0, "28 mrt 2026"), (2, "2026-0144"), (3, "28 mrt 2026")):
            self.table.setColumnWidth(column, metrics.horizontalAdvance(text) + 32)

    def _allow(self, current: QModelIndex) -> None:
        self.restore.setEnabled(current.isValid())

    def _restore(self) -> None:
        chosen = self.model.item(self.table.currentIndex().row())
        if chosen is not None:
            number = chosen.talk.id
            self._session.change(lambda logbook: notebook.restore_talk(logbook, number))


def _row(binned: BinnedTalk, tree: SubjectTree) -> Row[BinnedTalk]:
    talk = binned.talk
    return Row(
        binned,
        (
            f"{short_day(talk.on)} {talk.on.year}",
            tree.full_label(talk.subject),
            talk.dossier_number,
            f"{short_day(binned.on)} {binned.on.year}",
        ),
        main=tree.main_of(talk.subject),
    )
