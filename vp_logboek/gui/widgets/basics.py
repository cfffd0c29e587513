"""Cards, headings and buttons. Their looks hang on the property ``role``, see style_sheet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.gui import contrast
from vp_logboek.gui.icons import icon, size_for
from vp_logboek.gui.theme import colours_of


class Card(QFrame):
    """A white sheet with a hairline around it; put things in ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)


def label(text: str, role: str = "", wrap: bool = True) -> QLabel:
    """Plain running text; ``role`` is muted, small, strong, problem, good, heading or title."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def title(text: str) -> QLabel:
    """The title of a page."""
    return label(text, "title")


def heading(text: str) -> QLabel:
    """A heading within a page."""
    return label(text, "heading")


def line() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


_NEW_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
_GAP = 6
"""Points between an icon and its word."""
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class KeyButton(QPushButton):
    """A button that Enter presses too: Qt does that in a dialog alone, people expect it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # Qt would walk on with it, out of the pane: Tab does that
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and not isinstance(self.window(), QDialog):
            self.click()
        else:
            super().keyPressEvent(event)


class _IconButton(KeyButton):
    """A button whose icon follows the palette."""

    def __init__(self, text: str, icon_name: str, role: str) -> None:
        super().__init__(text)
        self._icon_name = icon_name
        self._look: tuple[object, ...] = ()
        self._primary = role == "primary"
        self.setProperty("role", role)
        self._dress()

    def set_primary(self, primary: bool) -> None:
        """Whether it is the one that the screen is about now."""
        if primary is not self._primary:
            self._primary = primary
            self.setProperty("role", "primary" if primary else "plain")
            self.style().unpolish(self)
            self.style().polish(self)
            self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _NEW_LOOKS:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._primary and self.hasFocus():
            self._paint_ring()

    def _paint_ring(self) -> None:
        """On the accent colour the ring lies inside: beside it, it would not be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours_of(self).on_accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._dress()

    def _dress(self) -> None:
        if self._icon_name:
            role = self._ink()
            gap, size = _GAP if self.text() else 0, size_for(self)
            look = (self._icon_name, role, gap, size, QApplication.palette().color(role).name())
            if look == self._look:
                return
            self._look = look
            self.setIconSize(QSize(size + gap, size))
            self.setIcon(icon(self._icon_name, role, gap, size))

    def _ink(self) -> QPalette.ColorRole:
        """The role of the palette that is seen on the colour of the button."""
        if not self._primary:
            return QPalette.ColorRole.ButtonText
        chosen, window = QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Window
        return chosen if contrast.is_worn() else window


def button(
    text: str, pressed: Callable[[], object] | None = None, icon_name: str = "", role: str = "plain"
) -> _IconButton:
    """A button with a verb on it, perhaps with an icon beside the word."""
    made = _IconButton(text, icon_name, role)
    if pressed is not None:
        made.clicked.connect(lambda: pressed())  # noqa: PLW0108 - not the button's state
    return made


def primary_button(
    text: str, pressed: Callable[[], object] | None = None, icon_name: str = ""
) -> _IconButton:
    """The one button a screen is about."""
    return button(text, pressed, icon_name, "primary")


def quiet_button(
    text: str, pressed: Callable[[], object] | None = None, icon_name: str = ""
) -> _IconButton:
    """A button for what is done seldom and cannot hurt."""
    return button(text, pressed, icon_name, "plain")


def link_button(text: str, pressed: Callable[[], object] | None = None) -> _IconButton:
    """A button that looks like a link, for small steps beside a field."""
    return button(text, pressed, "", "link")
