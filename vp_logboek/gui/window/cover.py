"""What hides the window while it locks, or cannot lock yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.widgets import MessageBar, label, primary_button, title
from vp_logboek.messages import told
from vp_logboek.messages.parts import Message


class Cover(QWidget):
    """Lies over everything. ``retry_pressed`` tries again to keep the draft and lock."""

    retry_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.message = MessageBar()
        self.message.setMaximumWidth(640)
        self._title = title(self.tr("Uw logboek gaat op slot"))
        self.retry = primary_button(self.tr("Probeer opnieuw"), self.retry_pressed.emit)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(label("VP Logboek", "strong", wrap=False), 0, middle)
        layout.addWidget(self._title, 0, middle)
        layout.addWidget(self.message, 0, middle)
        layout.addWidget(self.retry, 0, middle)
        layout.addStretch(3)
        self.hide()

    def cover(self) -> None:
        """Hide everything now."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.message.hide()
        self.retry.hide()
        self.raise_()
        self.show()

    def show_error(self, error: LogbookError) -> None:
        """The draft could not be kept: it is not thrown away, and nobody sees it."""
        why = told(error)
        self.message.show_message(
            Message(
                why.what,
                self.tr("Uw concept is nog niet bewaard. Het blijft verborgen in dit venster."),
                why.todo,
            )
        )
        self.retry.show()
        self.retry.setFocus()
