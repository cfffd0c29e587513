"""A dialog of pages one after the other; the last page tells what was done."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.gui.widgets.basics import button, label, primary_button, title
from vp_logboek.gui.widgets.messagebar import MessageBar


class StepDialog(QDialog):
    """Pages with a title, which step it is, a message, and buttons below.

    Who derives from it adds the pages and the buttons that lead on, then calls ``lay_out``. Which
    buttons there are is said in ``show_step``.
    """

    def __init__(self, parent: QWidget | None, window_title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title)
        self._names: list[str] = []
        self.steps = QStackedWidget()
        self.message = MessageBar()
        self.close_button = button(self.tr("Stoppen"), self.reject)
        self.back = button(self.tr("Vorige"), self.go_back)
        self._step = label("", "muted", wrap=False)
        self._title = title("")
        self._below = QVBoxLayout()
        self._row = QHBoxLayout()
        self._primaries: list[QPushButton] = []
        self.steps.currentChanged.connect(self.show_step)
        self.steps.currentChanged.connect(self._end_well)

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page; the last one that is added tells what was done."""
        self._names.append(name)
        with QSignalBlocker(self.steps):
            self.steps.addWidget(page)

    def add_below(self, widget: QWidget) -> None:
        """Put something between the pages and the buttons."""
        self._below.addWidget(widget)

    def add_primary(
        self, text: str, pressed: Callable[[], object], icon_name: str = ""
    ) -> QPushButton:
        """Add a button that leads on; only one of them is in sight at a time."""
        made = primary_button(text, pressed, icon_name)
        self._primaries.append(made)
        return made

    @property
    def now(self) -> int:
        """The position of the page that is shown."""
        return self.steps.currentIndex()

    @property
    def is_done(self) -> bool:
        """Whether this is the last page."""
        return self.now == len(self._names) - 1

    def step_title(self) -> str:
        """The title of the page that is shown."""
        return self._title.text()

    def show_step(self) -> None:
        """Say which page this is, and offer the way back."""
        name = self._names[self.now]
        steps = len(self._names) - 1
        step = self.tr("Stap {0} van {1}").format(self.now + 1, steps)
        is_counted = steps > 1 and not self.is_done
        self._title.setText(name)
        self._step.setText(step)
        self._step.setVisible(is_counted)
        self.setAccessibleDescription(f"{step}: {name}" if is_counted else name)
        self.back.setVisible(self.now > 0 and not self.is_done)
        self.close_button.setText(self.tr("Sluiten") if self.is_done else self.tr("Stoppen"))

    def go_back(self) -> None:
        """Show the page before this one."""
        self.message.hide()
        self.steps.setCurrentIndex(self.now - 1)

    def lay_out(self) -> None:
        """Put everything in its place; Tab walks the page first and then the buttons."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for above in (self._step, self._title, self.message):
            column.addWidget(above)
        column.addWidget(self.steps, 1)
        column.addLayout(self._below)
        row = self._row
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.close_button)
        row.addStretch(1)
        for led in (self.back, *self._primaries):
            row.addWidget(led)
        column.addLayout(row)

    def _end_well(self) -> None:
        """At the end the hand goes where each step led on: that is where it closes then.

        Comes after ``show_step``, so that it is known whether something still leads on.
        """
        ends = self.is_done and all(one.isHidden() for one in self._primaries)
        self._row.removeWidget(self.close_button)
        self._row.insertWidget(self._row.count() if ends else 0, self.close_button)
        self.close_button.set_primary(ends)
        self.close_button.setDefault(ends)
