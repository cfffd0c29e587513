"""A quiet line below a text: something in it looks like the name of a person.

It looks when the field is left, never while somebody types, and keeps nobody from anything. What is
said aloud does not hold the name: others may be in the room.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
)

from vp_logboek.gui.icons import pixmap, size_for
from vp_logboek.gui.still_more import still_more
from vp_logboek.gui.talks.name_places import put_instead
from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.widgets import Flow, announce, button, label
from vp_logboek.services.names import names_in

INSTEAD = "[naam]"
"""What stands where a name was taken away: the sentence can still be read."""
_LONGEST = 40
"""Letters of a name that are shown."""
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why a field loses the keyboard without having been left."""
_GAP = 6


class NameLine(QFrame):
    """Points out one name at a time; ``told`` when it does.

    What may stay is remembered until another text is shown, and nowhere but here.
    """

    told = Signal()

    def __init__(self, field: QPlainTextEdit | QLineEdit, wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._field = field
        self._wanted = wanted
        self._allowed: set[str] = set()
        self._known: str | None = None
        self._looked_at = ""
        self._name = ""
        self._sign = QLabel()
        self._words = label("")
        self._words.setMinimumHeight(1)  # else room is kept for many lines, as if it were narrow
        self.remove = button(self.tr("Weghalen"), self._remove)
        self.allow = button(self.tr("Laten staan"), self._allow)
        for one in (self.remove, self.allow):
            one.setToolTip(self.tr("Uitzetten kan bij Instellingen, bij Schrijven."))
        self._lay_out()
        field.installEventFilter(self)

    def _lay_out(self) -> None:
        self._buttons = Flow(self.remove, self.allow)
        words = QHBoxLayout()
        words.setSpacing(_GAP)
        words.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._words, 1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 2, 0, 2)
        self._layout.setSpacing(_GAP)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def begin(self, is_saved: bool = False) -> None:
        """Another text is shown; of one that was saved so, nothing is said before it changes."""
        self._allowed.clear()
        self._known = self._text() if is_saved else None
        self._looked_at = ""
        self._show([])

    def names(self) -> list[str]:
        """What looks like a name and was not allowed to stay, each once."""
        text = self._text()
        if not self._wanted() or text == self._known:
            return []
        found = dict.fromkeys(text[one.start : one.end] for one in names_in(text))
        return [name for name in found if name.casefold() not in self._allowed]

    def look(self) -> None:
        """Look at the text as it stands now, and point out what may be a name."""
        self._looked_at = self._text()
        found = self.names()
        if found and self.isHidden():
            announce(self._field, _aloud(len(found)))
        self._show(found)

    def _look_again(self) -> None:
        if self._text() != self._looked_at:
            self.look()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self._look_again()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_sign()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _show(self, names: list[str]) -> None:
        self._name = name = names[0] if names else ""
        short = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        said = self.tr("“{0}” lijkt een naam.").format(short)
        self._words.setText(f"{said} {still_more(len(names) - 1)}".rstrip())
        self._draw_sign()
        self._arrange()
        self.setVisible(bool(name))
        if name:
            self.told.emit()

    def _remove(self) -> None:
        put_instead(self._field, self._name, INSTEAD)
        announce(self._field, self.tr("Daar staat nu {0}.").format(INSTEAD))
        self._go_on()

    def _allow(self) -> None:
        self._allowed.add(self._name.casefold())
        self._go_on()

    def _go_on(self) -> None:
        """To the next name; after the last one the keyboard goes back to the text."""
        self._looked_at = self._text()
        found = self.names()
        if not found:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(found)

    def _arrange(self) -> None:
        """The buttons beside the words, or below them where both do not fit."""
        metrics = self._words.fontMetrics()
        words = metrics.horizontalAdvance(self._words.text()) + size_for(self) + 3 * _GAP
        two = sum(one.sizeHint().width() + _GAP for one in (self.remove, self.allow))
        direction = QBoxLayout.Direction
        fits = words + two <= self.width()
        self._layout.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        self._buttons.setMinimumWidth(two if fits else 0)

    def _draw_sign(self) -> None:
        ratio = max(1, round(self.devicePixelRatioF()))
        colour = QColor(colours_of(self).warning)
        self._sign.setPixmap(pixmap("triangle-alert", colour, size_for(self), ratio))


def _aloud(names: int) -> str:
    return "Iets lijkt een naam." if names == 1 else f"Er lijken {names} namen te staan."
