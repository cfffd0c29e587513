"""A day: typed or picked from a calendar, with the day of the week beside it.

Typed as text and read as a whole. Qt's own field changes the day of the month while the month is
still to be typed: in November 31-01 became 30-01, and 29-02-2024 typed in 2026 became 28-02.
"""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from vp_logboek.gui.widgets.basics import button, label, link_button
from vp_logboek.gui.widgets.day_words import read_day
from vp_logboek.gui.widgets.flow import Flow
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import SENSITIVE, keep_private
from vp_logboek.messages import MONTHS, in_words

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_AIR = 0.85
_DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def short_day(day: date) -> str:
    """A day in a list: ``4 mrt``."""
    month = "mrt" if day.month == 3 else MONTHS[day.month - 1][:3]
    return f"{day.day} {month}"


class _DayEdit(QLineEdit):
    """The text of the day; arrow up and down go a day further or back."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(steps)


class DateField(QWidget):
    """A day with, where ``shortcuts``, the buttons *vandaag* and *gisteren*.

    ``left`` tells that a day was entered. A text that is no day is kept, and until it is mended the
    day is the one before: ``refused`` tells of it, and the words beside the field do unless
    ``says_wrong`` is off, for who says it elsewhere. A day without a year is the last one that was,
    and in a field that looks ``ahead`` the first one to come.
    """

    changed = Signal()
    left = Signal()
    refused = Signal()

    def __init__(
        self, today: date, shortcuts: bool = True, says_wrong: bool = True, ahead: bool = False
    ) -> None:
        super().__init__()
        self._ahead = ahead
        self._today = self._day = today
        self._shortcuts = shortcuts
        self._says_wrong = says_wrong
        self.edit = _DayEdit()
        keep_private(self.edit)
        self.edit.setPlaceholderText(self.tr("dd-mm-jjjj"))
        self.edit.setInputMethodHints(SENSITIVE | Qt.InputMethodHint.ImhPreferNumbers)
        self.edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.pick = button("", self._show_calendar, "calendar-days")
        self.pick.setAccessibleName(self.tr("Kies in de kalender"))
        self.pick.setToolTip(self.tr("Kies in de kalender"))
        self._words = label("", "muted", wrap=False)
        self.today_button = link_button(self.tr("vandaag"), self._choose_today)
        self.yesterday_button = link_button(self.tr("gisteren"), self._choose_yesterday)
        parts = (self.edit, self.pick, self.today_button, self.yesterday_button, self._words)
        self._beside = beside = Flow(*parts) if shortcuts else leftmost(*parts)
        self.today_button.setVisible(shortcuts)
        self.yesterday_button.setVisible(shortcuts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(beside)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._read)
        self.edit.editingFinished.connect(self._finish)
        self.edit.stepped.connect(self._step)
        self._show()

    def day(self) -> date:
        """The chosen day."""
        return self._day

    def is_possible(self) -> bool:
        """Whether what is in the field is a day."""
        return self._typed() is not None

    def choose(self, day: date) -> None:
        """Choose a day."""
        different = day != self._day
        self._day = day
        self._show()
        if different:
            self.changed.emit()

    def start_typing(self) -> None:
        """Put the focus on the day, ready to be typed over."""
        self.edit.setFocus()
        self.edit.selectAll()

    def settle(self) -> None:
        """Take what was typed as it is: with Ctrl+S the field is not left."""
        day = self._typed()
        if day is not None:
            self.choose(day)
        else:
            self._say_wrong()

    def set_today(self, today: date) -> None:
        """What *vandaag* is."""
        self._today = today

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _read(self, text: str) -> None:
        """While typing: a day that is whole counts at once, the text is left as it is.

        A year of two figures may be half of one of four, so it counts only when the field is left.
        """
        day = self._typed()
        if day is not None and day != self._day and text.rstrip().endswith(str(day.year)):
            self._day = day
            self._say()
            self.changed.emit()

    def _typed(self) -> date | None:
        return read_day(self.edit.text(), self._today, self._ahead)

    def _finish(self) -> None:
        day = self._typed()
        if day is not None:
            self.choose(day)
            if self.edit.hasFocus():  # Enter: who goes on typing types another day
                self.edit.selectAll()
            self.left.emit()
        else:
            self._say_wrong()
            self.refused.emit()

    def _say_wrong(self) -> None:
        """No day of the week stands beside what is no day."""
        self._words.setText(self.tr("deze dag bestaat niet") if self._says_wrong else "")
        self._words.setVisible(self._says_wrong)

    def _step(self, days: int) -> None:
        self.choose(self._day + timedelta(days=days))

    def _show_calendar(self) -> None:
        """A calendar under the field; made when it is asked for, as few people do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(_DUTCH)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self.edit.mapToGlobal(QPoint(0, self.edit.height())))
        calendar.setFocus()

    def _picked(self, chosen: QDate) -> None:
        self.choose(date(chosen.year(), chosen.month(), chosen.day()))
        self.left.emit()

    def _choose_today(self) -> None:
        self.choose(self._today)
        self.left.emit()

    def _choose_yesterday(self) -> None:
        self.choose(self._today - timedelta(days=1))
        self.left.emit()

    def _show(self) -> None:
        self.edit.setText(f"{self._day:%d-%m-%Y}")
        self._fit()
        self._say()

    def _fit(self) -> None:
        metrics = self.edit.fontMetrics()
        self.edit.setFixedWidth(metrics.horizontalAdvance("00-00-0000") + 32)
        if isinstance(self._beside, Flow):  # words of larger letters need more air between them
            self._beside.set_between(round(_AIR * metrics.averageCharWidth()))

    def _say(self) -> None:
        self._words.setVisible(self._shortcuts)
        self._words.setText(WEEKDAYS[self._day.weekday()])
        words = f"{WEEKDAYS[self._day.weekday()]} {in_words(self._day)}"
        self.edit.setAccessibleDescription(words)
