"""A labelled field with a place for its problem below it; labels go above the field when narrow."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.gui.widgets.announce import announce
from vp_logboek.gui.widgets.basics import label as text_label


class FieldRow(QWidget):
    """Label, field, a hint in muted text and, when needed, what is wrong with it.

    ``field`` may hold several controls; ``focus`` is the one the label belongs to.
    """

    def __init__(
        self, text: str, field: QWidget, hint: str = "", focus: QWidget | None = None
    ) -> None:
        super().__init__()
        self.field = field
        self._target = focus or field
        self.label = QLabel(text)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(self._target)
        if not self._target.accessibleName():
            self._target.setAccessibleName(text.replace("&", ""))
        if hint:
            self._target.setAccessibleDescription(hint)
        self._described = ""
        self._column = (-1, 0)
        self._hint = text_label(hint, "small")
        if not hint:  # showing it here would open a window: it lies in nothing yet
            self._hint.hide()
        self._problem = text_label("", "problem")
        self._problem.hide()
        for words in (self._hint, self._problem):
            words.setMinimumHeight(1)  # else room is kept for as many lines as in a narrow column
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(self._right_side(), 1)

    def _right_side(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addLayout(_at_left(self.field))
        right.addWidget(self._hint)
        right.addWidget(self._problem)
        self._right = right
        return right

    @property
    def problem(self) -> str:
        """What is wrong with the field, or nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def add_below(self, widget: QWidget) -> None:
        """Put something more below the field."""
        self._right.addWidget(widget)

    def take_focus(self) -> None:
        """Bring the keyboard to the field."""
        self._target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Say below the field what is wrong with it, and aloud; an empty text takes it away."""
        before = self.problem
        if text == before:
            return
        announce(self._target, text)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._target.setProperty("problem", bool(text))
        self._describe(before, text)
        self._target.style().unpolish(self._target)
        self._target.style().polish(self._target)

    def _describe(self, before: str, text: str) -> None:
        """A problem stands in for what else is said of the field, such as the day in words."""
        said = self._target.accessibleDescription()
        if not before or said != before:
            self._described = said
        if text or said == before:
            self._target.setAccessibleDescription(text or self._described)

    def set_hint(self, text: str) -> None:
        """Say something else in muted text below the field."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._target.setAccessibleDescription(text)

    def words_width(self) -> int:
        """The width of the words of the label; its size hint never gets less than it was set to."""
        metrics = self.label.fontMetrics()
        return metrics.size(Qt.TextFlag.TextShowMnemonic, self.label.text()).width() + 1

    def set_label_width(self, width: int) -> None:
        """Give the label a column ``width`` pixels wide beside the field; 0 puts it above.

        Where that is so already nothing is touched: a layout that is told anything asks its window
        to be laid out, and this is asked whenever that is done.
        """
        beside = width > 0
        line = _line_height(self._target) if beside else 0
        if self._column == (width, line):
            return
        self._column = (width, line)
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._layout.setSpacing(12 if beside else 2)
        self.label.setFixedWidth(width) if beside else self.label.setMaximumWidth(_NO_LIMIT)
        self.label.setMinimumHeight(line)


def _at_left(field: QWidget) -> QHBoxLayout:
    """A field that does not want the whole width stands at the left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    wide = field.maximumWidth() == _NO_LIMIT
    fills = wide and field.sizePolicy().horizontalPolicy() not in _NARROW
    layout.addWidget(field, 1 if fills else 0)
    if not fills:
        layout.addStretch(1)
    return layout


def _line_height(field: QWidget) -> int:
    """The height of the first line of a field, for a label to stand beside."""
    first = field
    while (inner := first.focusProxy()) is not None:
        first = inner
    return min(first.sizeHint().height(), first.fontMetrics().height() * 2)


_NO_LIMIT = 16777215
_NARROW = (QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class FieldRows(QWidget):
    """Rows under each other with one label column, or labels above the fields when narrow."""

    def __init__(
        self, parent: QWidget | None = None, fields_need: int = 26, spacing: int = 8
    ) -> None:
        super().__init__(parent)
        self._need = fields_need
        self._rows: list[FieldRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(
        self, text: str, field: QWidget, hint: str = "", focus: QWidget | None = None
    ) -> FieldRow:
        """Add a labelled field below the others."""
        row = FieldRow(text, field, hint, focus)
        self._rows.append(row)
        self._layout.addWidget(row)
        return row

    def let_grow(self, row: FieldRow) -> None:
        """Give this row the height that is left over."""
        self._layout.setStretchFactor(row, 1)

    def take_back(self, row: FieldRow) -> None:
        """Put a row that stood elsewhere at the end again; its label kept its column."""
        self._layout.addWidget(row, 1)

    def add_widget(self, widget: QWidget) -> None:
        """Add something over the full width."""
        self._layout.addWidget(widget)

    def event(self, event: QEvent) -> bool:
        """Arranged once for all rows that were added, and when one of them wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = max((row.words_width() for row in self._rows), default=0)
        needed = wide + self._need * self.fontMetrics().averageCharWidth()
        for row in self._rows:
            row.set_label_width(wide if self.width() >= needed else 0)
