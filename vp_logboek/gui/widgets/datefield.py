"""A day: typed or picked from a calendar, with the day of the week beside it."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.gui.widgets.basics import label, link_button
from vp_logboek.gui.widgets.choices import calm_wheel
from vp_logboek.gui.widgets.flow import Flow
from vp_logboek.messages import MONTHS, in_words

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def short_day(day: date) -> str:
    """A day in a list: ``4 mrt``."""
    month = "mrt" if day.month == 3 else MONTHS[day.month - 1][:3]
    return f"{day.day} {month}"


class DateField(QWidget):
    """A day with, where ``shortcuts``, the buttons *vandaag* and *gisteren*."""

    changed = Signal()
    left = Signal()

    def __init__(self, today: date, shortcuts: bool = True) -> None:
        super().__init__()
        self._today = today
        self.edit = QDateEdit()
        self.edit.setCalendarPopup(True)
        self.edit.setLocale(_DUTCH)
        self.edit.setDisplayFormat("dd-MM-yyyy")
        self.edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.edit.setDate(_qdate(today))
        calm_wheel(self.edit)
        calendar = self.edit.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        self._words = label("", "muted", wrap=False)
        self.today_button = link_button(self.tr("vandaag"), self._choose_today)
        self.yesterday_button = link_button(self.tr("gisteren"), self._choose_yesterday)
        flow = Flow(self.edit, self.today_button, self.yesterday_button, self._words)
        self._words.setVisible(shortcuts)
        self.today_button.setVisible(shortcuts)
        self.yesterday_button.setVisible(shortcuts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow)
        self.setFocusProxy(self.edit)
        self.edit.dateChanged.connect(self._changed)
        self.edit.editingFinished.connect(self.left)
        self._say()

    def day(self) -> date:
        """The chosen day."""
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def choose(self, day: date) -> None:
        """Choose a day."""
        self.edit.setDate(_qdate(day))

    def start_typing(self) -> None:
        """Put the focus on the day of the month, wherever the cursor was before."""
        self.edit.setFocus()
        self.edit.setSelectedSection(QDateEdit.Section.DaySection)

    def set_today(self, today: date) -> None:
        """What *vandaag* is."""
        self._today = today

    def _choose_today(self) -> None:
        self.choose(self._today)
        self.left.emit()

    def _choose_yesterday(self) -> None:
        self.choose(date.fromordinal(self._today.toordinal() - 1))
        self.left.emit()

    def _changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        day = self.day()
        self._words.setText(WEEKDAYS[day.weekday()])
        self.edit.setAccessibleDescription(f"{WEEKDAYS[day.weekday()]} {in_words(day)}")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
