"""What is known of a talk, in two columns; beside the subject the edge of its main class."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.widgets import label

_EDGE = 4
_TOP = Qt.AlignmentFlag.AlignTop


class _Edge(QWidget):
    """The colour of a main class; the word beside it says the same."""

    def __init__(self, main: MainClass) -> None:
        super().__init__()
        self._main = main
        self.setFixedWidth(_EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours_of(self).main(self._main)))
        painter.end()


class TalkFacts(QWidget):
    """Shows (name, value) pairs under each other; ``last`` is something to press in the last."""

    def __init__(self, last: QWidget) -> None:
        super().__init__()
        self._last = last
        last.setParent(self)  # without one, showing it opens a window
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_facts(
        self, main: MainClass | None, facts: Iterable[tuple[str, str]], last: str = ""
    ) -> None:
        """Show these instead of what was shown; the first is the subject, of the class ``main``."""
        self._take_away()
        row = 0
        for row, (name, value) in enumerate(facts, 1):
            words = label(value)
            words.setAccessibleName(f"{name}: {value}")
            edged = main is not None and row == 1
            shown = _with_edge(words, main) if edged and main is not None else words
            self._add(row, name, shown)
        self._last.setVisible(bool(last))
        if last:
            self._add(row + 1, last, self._last)

    def _add(self, row: int, name: str, value: QWidget) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter if value is self._last else _TOP
        left = Qt.AlignmentFlag.AlignLeft if value is self._last else Qt.AlignmentFlag(0)
        self._grid.addWidget(label(name, "muted", wrap=False), row, 0, middle)
        self._grid.addWidget(value, row, 1, middle | left)

    def _take_away(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old is not self._last:
                old.hide()
                old.deleteLater()


def _with_edge(words: QWidget, main: MainClass) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Edge(main))
    row.addWidget(words, 1)
    return holder
