"""A chip for each filter that is on: its words and a cross; pressed, it goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from vp_logboek.gui.icons import icon, size_for
from vp_logboek.gui.widgets import Flow, link_button

_LETTERS = 30
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip says, and what takes its filter away."""

    words: str
    remove: Callable[[], object]


class ChipButton(QPushButton):
    """One chip. Delete, Backspace, Enter and the space bar take it away, as a click does."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.setProperty("role", "chip")
        self.setAccessibleName(self.tr("Filter weghalen: {0}").format(words))
        self.setToolTip(self.accessibleName())
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross comes last
        self._dress()

    def event(self, event: QEvent) -> bool:
        """Here Delete is not *Weggooien* of the menu."""
        if event.type() == QEvent.Type.ShortcutOverride and _removes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _removes(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        room = _LETTERS * self.fontMetrics().averageCharWidth()
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        size = round(size_for(self) * 0.8)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon("x", size=size))


class ChipRow(Flow):
    """The chips beside each other, with *Alles wissen* where there is more than one thing to clear.

    The keyboard comes here after ``before``; ``last`` stands at the end. ``emptied`` tells that the
    keyboard was on the last chip.
    """

    clear_pressed = Signal()
    emptied = Signal()

    def __init__(self, before: QWidget, last: QWidget) -> None:
        super().__init__()
        self._before, self._last = before, last
        self._chips: list[Chip] = []
        self.buttons: list[ChipButton] = []
        self.clear = link_button(self.tr("Alles wissen"), self.clear_pressed.emit)
        self.clear.hide()
        for one in (self.clear, last):
            self.add(one)

    def show_chips(self, chips: Sequence[Chip], also_words: bool) -> None:
        """Show these; ``also_words`` when there are words in the search box to clear besides."""
        if [one.words for one in chips] != [one.words for one in self._chips]:
            self._rebuild(chips)
        self._chips = list(chips)
        self.clear.setVisible(len(chips) + also_words > 1)

    def _rebuild(self, chips: Sequence[Chip]) -> None:
        holder = self.window().focusWidget()
        focus = next((n for n, one in enumerate(self.buttons) if one is holder), None)
        had_focus = focus is not None or self.clear is holder
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for one in (self.clear, self._last):
            self._flow.removeWidget(one)
        self.buttons = [ChipButton(one.words) for one in chips]
        for number, one in enumerate(self.buttons):
            one.clicked.connect(partial(self._remove, number))
            self.add(one)
            one.show()  # now: else the keyboard cannot come here yet
        for one in (self.clear, self._last):
            self.add(one)
        for first, then in pairwise((self._before, *self.buttons, self.clear, self._last)):
            self.setTabOrder(first, then)
        if had_focus and self.buttons:
            self.buttons[min(focus or 0, len(self.buttons) - 1)].setFocus()
        elif had_focus:
            self.emptied.emit()

    def _remove(self, number: int, _: bool = False) -> None:
        self._chips[number].remove()


def _removes(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in _REMOVING and not event.modifiers()
