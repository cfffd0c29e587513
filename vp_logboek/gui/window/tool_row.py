"""The row of buttons with words; where the window is narrow, what the menus have too goes."""

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from vp_logboek.gui.icons import pixmap, size_for
from vp_logboek.gui.throttle import Throttle
from vp_logboek.gui.widgets import button, primary_button
from vp_logboek.gui.widgets.private import keep_private

_BETWEEN = 8
"""Pixels between two things in the row."""
_BEFORE, _GLASS = 9, 0.85
"""Pixels before the glass, and its height beside that of an icon on a button."""
_FULL, _SHORT = "Zoeken (Ctrl+F)", "Zoeken"
_LEAST_LETTERS = 7
_SIGNS = 3
"""So many heights of a letter go to the glass, the cross and the border."""


class SearchBox(QLineEdit):
    """Searches while typing pauses; Esc empties it, the arrow down goes to what was found."""

    searched = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setToolTip(_FULL)
        self.setAccessibleName(self.tr("Zoeken in gesprekken"))
        keep_private(self)
        self.setClearButtonEnabled(True)
        self._fit_glass()
        self._pause = Throttle(self, 200, 600)
        self.textChanged.connect(self._pause.kick)
        self.returnPressed.connect(self._enter)
        self._pause.due.connect(self._search)

    def look_for(self, words: str) -> None:
        """Search these instead, and show that."""
        self.setText(words)
        self._pause.flush()

    def begin(self) -> None:
        """Put the cursor here; what stood here is replaced by what is typed."""
        self.setFocus()
        self.selectAll()

    def minimumSizeHint(self) -> QSize:
        """With or without the cross that empties it: what is typed does not widen the window."""
        least = super().minimumSizeHint()
        return QSize(_LEAST_LETTERS * self.fontMetrics().averageCharWidth(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _SIGNS * self.fontMetrics().height()
        wide = self.fontMetrics().horizontalAdvance
        fitting = (words for words in (_FULL, _SHORT) if wide(words) < room)
        self.setPlaceholderText(next(fitting, ""))  # the glass says it too

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_glass()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the glass before the words: an action of Qt's has the same size beside all text."""
        super().paintEvent(event)
        size = self._glass_size()
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter = QPainter(self)
        drawn = pixmap("search", ink, size, math.ceil(self.devicePixelRatioF()))
        painter.drawPixmap(_BEFORE, (self.height() - size) // 2, drawn)
        painter.end()

    def _fit_glass(self) -> None:
        self.setTextMargins(self._glass_size() + _BETWEEN // 2, 0, 0, 0)

    def _glass_size(self) -> int:
        return round(size_for(self) * _GLASS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._pause.flush()
        elif event.key() == Qt.Key.Key_Down:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        self._pause.flush()
        self.entered.emit()

    def _search(self) -> None:
        self.searched.emit(self.text())


class ToolRow(QFrame):
    """[Plaatsen] [+ Nieuw gesprek] [Jaaroverzicht] [PDF voor HR] search [Vergrendelen]."""

    places_pressed = Signal()
    new_pressed = Signal()
    year_pressed = Signal()
    export_pressed = Signal()
    lock_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_at_year = False
        self.places = button(self.tr("Plaatsen"), self.places_pressed.emit)
        self.places.hide()
        self._new_words = self.tr("Nieuw gesprek"), self.tr("Nieuw")
        self.new = primary_button(self._new_words[0], self.new_pressed.emit, "plus")
        self.new.setAccessibleName(self._new_words[0])
        self.year = button(self.tr("Jaaroverzicht"), self.year_pressed.emit, "chart-column")
        self.export = button(self.tr("PDF voor HR"), self.export_pressed.emit, "file-down")
        self.search = SearchBox()
        self.lock = button(self.tr("Vergrendelen"), self.lock_pressed.emit, "lock")
        self.new.setToolTip(self.tr("Nieuw gesprek (Ctrl+N)"))
        self.year.setToolTip(self.tr("Jaaroverzicht (Ctrl+J)"))
        self.export.setToolTip(self.tr("PDF voor HR (Ctrl+Shift+E)"))
        self.lock.setToolTip(self.tr("Vergrendelen (Ctrl+L)"))
        self.search.setMaximumWidth(360)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(_BETWEEN)
        for widget in (self.places, self.new, self.year, self.export):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.search, 4)
        layout.addWidget(self.lock)

    def show_at_year(self, is_there: bool) -> None:
        """At the overview its button says so, and the PDF stands on the page itself."""
        if is_there is not self._is_at_year:
            self._is_at_year = is_there
            self.year.setProperty("here", is_there)
            self.year.setAccessibleDescription(self.tr("u bent hier") if is_there else "")
            self.year.style().unpolish(self.year)
            self.year.style().polish(self.year)
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """What can go does not hold the window wide."""
        least = super().minimumSizeHint()
        for one in (self.year, self.export):
            if not one.isHidden():
                least -= QSize(one.minimumSizeHint().width() + _BETWEEN, 0)
        long, short = map(self.new.fontMetrics().horizontalAdvance, self._new_words)
        return least - QSize(0 if self.new.text() == self._new_words[1] else long - short, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Larger words ask for more room where the row is as wide as it was."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """First the PDF goes, then the year; both stand in the menu Jaar or Bestand.

        With very large letters a new talk is told in one word.
        """
        left = self.width() - 24 - 22 * self.fontMetrics().averageCharWidth()
        if not self.places.isHidden():
            left -= self.places.sizeHint().width() + _BETWEEN
        wanted: list[QPushButton] = [self.new, self.lock, self.year, self.export]
        for number, one in enumerate(wanted):
            left -= one.sizeHint().width() + _BETWEEN
            is_elsewhere = one is self.export and self._is_at_year
            one.setVisible(number < 2 or (left > 0 and not is_elsewhere))
        self.new.setText(self._new_words[self._lacks_room()])

    def _lacks_room(self) -> bool:
        """Whether what always stands in the row does not fit with all its words."""
        wide = self.new.fontMetrics().horizontalAdvance
        needed = wide(self._new_words[0]) - wide(self.new.text())
        shown = (one for one in (self.places, self.new, self.lock) if not one.isHidden())
        needed += sum(one.sizeHint().width() + _BETWEEN for one in shown)
        return needed + self.search.minimumSizeHint().width() + 3 * _BETWEEN > self.width()
