"""What hides the window while it locks, or cannot lock yet."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.widgets import (
    FieldRow,
    MessageBar,
    announce,
    label,
    primary_button,
    title,
)
from vp_logboek.messages import told
from vp_logboek.messages.parts import Message

WIDEST = 640
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
RETRY_MS = 10_000
"""How often it is tried again to keep what could not be kept."""


class Cover(QWidget):
    """Lies over everything. ``retry_due`` tries again to keep the draft and lock.

    Where that cannot be done it asks for the passphrase: ``passphrase_entered``. No key and no
    mouse reaches what lies under it.
    """

    retry_due = Signal()
    passphrase_entered = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._resting: list[QWidget] = []
        self._focused: QWidget | None = None
        self.setAutoFillBackground(True)
        self.message = MessageBar()
        self.field = PassphraseField(self.tr("Wachtzin"))
        self.row = FieldRow(self.tr("Wachtzin"), self.field, focus=self.field.edit)
        self.row.set_label_width(0)
        self.go_on = primary_button(self.tr("Verder"), self._enter)
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.retry_due)
        self.field.entered.connect(self._enter)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(label("VP Logboek", "strong", wrap=False), 0, middle)
        layout.addWidget(title(self.tr("Uw logboek gaat op slot")), 0, middle)
        layout.addLayout(self._question())
        layout.addWidget(self.go_on, 0, middle)
        layout.addStretch(3)

    def _question(self) -> QHBoxLayout:
        """The message and the field, as wide as one reads easily; the lines set the height."""
        asked = QWidget()
        asked.setMaximumWidth(WIDEST)
        column = QVBoxLayout(asked)
        column.setSpacing(14)
        column.addWidget(self.message)
        column.addWidget(self.row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(asked, 8)
        across.addStretch(1)
        return across

    def cover(self) -> None:
        """Hide everything now: this window, and every dialog, menu and list that is open."""
        if self.isHidden():
            self._focused = self._window.focusWidget()
            self.setGeometry(self._window.rect())
            self._show_question(False)
            self.raise_()
            self.show()
            self._let_work(False)
            self._hold_keys(True)
            announce(self, self.tr("Uw logboek gaat op slot."))
        for window in QApplication.topLevelWidgets():
            if window is not self._window and window.isVisible():
                window.hide()

    def uncover(self) -> None:
        """Show everything again: the passphrase was right."""
        self._timer.stop()
        self.field.clear()
        self._hold_keys(False)
        self._let_work(True)
        self.hide()
        if self._focused is not None:
            self._focused.setFocus()
        self._focused = None

    def show_error(self, error: LogbookError) -> None:
        """The draft could not be kept: it is not thrown away, and nobody sees it."""
        why = told(error)
        self.message.show_message(
            Message(
                why.what,
                self.tr("Uw concept is nog niet bewaard. Het blijft verborgen in dit venster."),
                self.tr("{todo} Of typ uw wachtzin en ga verder.").format(todo=why.todo),
            )
        )
        if self.go_on.isHidden():
            self._show_question(True)
            self.field.setFocus()
        self._timer.start()

    def show_wrong(self) -> None:
        """What was typed is not the passphrase."""
        self._refuse(self.tr("Dit is niet de wachtzin van dit logboek."))

    def show_unsure(self, error: LogbookError) -> None:
        """Nobody can tell whether it is the passphrase."""
        self._refuse(told(error).what)

    def _refuse(self, why: str) -> None:
        self._show_busy(False)
        self.row.show_problem(why)
        self.field.edit.selectAll()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that do something in the window do nothing as long as it is covered."""
        if event.type() == QEvent.Type.Shortcut:
            return not (isinstance(watched, QWidget) and self.isAncestorOf(watched))
        return False

    def _hold_keys(self, held: bool) -> None:
        application = QApplication.instance()
        if application is not None and held:
            application.installEventFilter(self)
        elif application is not None:
            application.removeEventFilter(self)

    def _enter(self) -> None:
        if self.go_on.isEnabled() and self.field.text():
            self._timer.stop()
            self._show_busy(True)
            self.passphrase_entered.emit(self.field.text())

    def _show_busy(self, busy: bool) -> None:
        self.row.show_problem("")
        self.field.setEnabled(not busy)
        self.go_on.setEnabled(not busy)
        if not busy:
            self._timer.start()

    def _show_question(self, asked: bool) -> None:
        self.row.show_problem("")
        self.field.setEnabled(True)
        self.go_on.setEnabled(True)
        for part in (self.message, self.row, self.go_on):
            part.setVisible(asked)

    def _let_work(self, works: bool) -> None:
        """Whether what lies under it can be used; so Tab does not go there either.

        Only what is in sight: to make rooms grey that nobody sees takes a quarter of a second.
        """
        if not works:
            window = self._window
            bars = (window.menuBar(), window.statusBar(), window.centralWidget())
            self._resting = [part for bar in bars if bar is not None for part in _in_sight(bar)]
        for part in self._resting:
            if isValid(part):
                part.setEnabled(works)


def _in_sight(part: QWidget) -> Iterator[QWidget]:
    """The largest parts of it that hold no page out of sight, where they can be used."""
    if isinstance(part, QStackedWidget):
        page = part.currentWidget()
        if page is not None:
            yield from _in_sight(page)
    elif part.findChild(QStackedWidget) is not None:
        for child in part.findChildren(QWidget, options=_DIRECT):
            yield from _in_sight(child)
    elif part.isVisible() and part.isEnabled():
        yield part
