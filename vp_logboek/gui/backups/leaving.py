"""The calm moment before the program ends: a last copy is being made."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.widgets import Flow, MessageBar, button, label, primary_button, title

_UNSEEN = 400
"""Milliseconds in which a copy is mostly made: what is seen shorter only startles."""
_WIDEST = 900
"""Wide enough for large text; a longer line would be hard to read."""


class Leaving(QWidget):
    """Lies over the window; ``retry_pressed`` tries again, ``leave_pressed`` makes no copy."""

    retry_pressed = Signal()
    leave_pressed = Signal()
    stay_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.title = title(self.tr("Uw werk wordt bewaard"))
        self._words = label(
            self.tr("Er wordt een reservekopie gemaakt. Daarna sluit het programma vanzelf.")
        )
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Er wordt een reservekopie gemaakt"))
        self.message = MessageBar()
        self.retry = primary_button(self.tr("Probeer opnieuw"), self.retry_pressed.emit)
        self.leave = button(self.tr("Sluit zonder reservekopie"), self.leave_pressed.emit)
        self.stay = button(self.tr("Terug naar het logboek"), self.stay_pressed.emit)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        told = QWidget()
        told.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(told)
        column.setSpacing(14)
        for part in (self.title, self._words, self._busy, self.message):
            column.addWidget(part)
        column.addWidget(Flow(self.retry, self.leave, self.stay))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(told, 20)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)

    def begin(self) -> None:
        """A copy is being made; seen only when that takes a while."""
        self.message.hide()
        self.retry.hide()
        self.stay.hide()
        self.title.setText(self.tr("Uw werk wordt bewaard"))
        self._words.show()
        self._busy.show()
        if not self.isVisible():
            self._soon.start(_UNSEEN)

    def show_error(self, error: LogbookError) -> None:
        """No copy was made: say why, and leave it to the user."""
        self._words.hide()
        self._busy.hide()
        self.title.setText(self.tr("Uw werk is bewaard, zonder nieuwe kopie"))
        self.message.show_error(error)
        self.retry.show()
        self.stay.show()
        self._show()
        self.retry.setFocus()

    def end(self) -> None:
        """It need not be seen any more."""
        self._soon.stop()
        self.hide()

    def _show(self) -> None:
        self._soon.stop()
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.leave.setFocus()
