"""The buttons of the form, always in sight below what scrolls; in fewer words where narrow."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from vp_logboek.gui.widgets import Flow, button, primary_button

_SIDE, _BETWEEN = 20, 6


class FormButtons(QFrame):
    """Opslaan, Opslaan en nieuw, Sluiten and Concept weggooien."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.save = primary_button(self.tr("Opslaan"))
        self.save_and_new = button(self.tr("Opslaan en nieuw"))
        self.close_button = button("")
        self.discard = button("", role="danger")
        self._is_kept = False
        self.save.setToolTip(self.tr("Opslaan (Ctrl+S)"))
        self.save_and_new.setToolTip(self.tr("Opslaan en een nieuw gesprek (Ctrl+Shift+S)"))
        self.close_button.setToolTip(self.tr("Sluiten (Esc): wat u typte blijft als concept"))
        self._all = (self.save, self.save_and_new, self.close_button, self.discard)
        self._words = (
            (self.close_button, self.tr("Sluiten: blijft als concept"), self.tr("Sluiten")),
            (self.discard, self.tr("Concept weggooien"), self.tr("Weggooien")),
        )
        self.discard.setAccessibleName(self._words[1][1])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 10, _SIDE, 10)
        layout.addWidget(Flow(*self._all))
        self._say_closing()

    def offer_discard(self, offered: bool) -> None:
        """Where there is something to throw away, closing tells that it stays."""
        self.discard.setVisible(offered)
        if offered is not self._is_kept:
            self._is_kept = offered
            self._say_closing()

    def _say_closing(self) -> None:
        whole, short = self._words[0][1:]
        self.close_button.setAccessibleName(whole if self._is_kept else short)
        self._shorten()

    def come_after(self, last: QWidget) -> None:
        """Let Tab come here from the last of the fields, which were made later."""
        for one in self._all:
            QWidget.setTabOrder(last, one)
            last = one

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._shorten()

    def _shorten(self) -> None:
        """Room is kept for what is hidden: nothing may move while somebody types."""
        for one, whole, _ in self._words:
            one.setText(whole)
        room = self.width() - 2 * _SIDE
        if sum(one.sizeHint().width() + _BETWEEN for one in self._all) - _BETWEEN > room:
            for one, _, short in self._words:
                one.setText(short)
        if not self._is_kept:
            self.close_button.setText(self._words[0][2])
