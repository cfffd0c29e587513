"""The field for a passphrase: hidden unless asked, with a word about Caps Lock."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import button, label
from vp_logboek.gui.widgets.private import keep_private

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)


class PassphraseField(QWidget):
    """A line for a passphrase, a button that shows it, and a hint when it looks like Caps Lock."""

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(_HINTS)
        keep_private(self.edit)
        self.edit.setAccessibleName(name)
        self.edit.setMaxLength(2000)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)
        self.edit.installEventFilter(self)
        self.shown = button(self.tr("Toon"), icon_name="eye")
        self.shown.setCheckable(True)
        self.shown.setAccessibleName(self.tr("Toon wat u typt: {name}").format(name=name))
        self.shown.toggled.connect(self._show_text)
        self._caps = label(self.tr("Let op: Caps Lock staat aan."), "small")
        self._caps.hide()
        self.setFocusProxy(self.edit)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._caps)

    def text(self) -> str:
        """What was typed, exactly."""
        return self.edit.text()

    def clear(self) -> None:
        """Empty the field, without a way to undo it, and hide it again."""
        self.edit.setText("")
        self.shown.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._notice(event)
        return super().eventFilter(watched, event)

    def _notice(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, means Caps Lock."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()
        elif len(text) == 1 and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(text.isupper() is not shift)

    def _show_text(self, on: bool) -> None:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if on else mode.Password)
        self.shown.setText(self.tr("Verberg") if on else self.tr("Toon"))
        self.shown.set_icon_name("eye-off" if on else "eye")
