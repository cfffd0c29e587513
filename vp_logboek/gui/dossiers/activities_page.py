"""The place *Activiteiten*: voorlichting, advies and intervisie, in hours per year."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from vp_logboek.domain.activity import Activity
from vp_logboek.gui.dossiers.activity_form import ActivityForm, hours_of, hours_words
from vp_logboek.gui.dossiers.activity_table import ActivityTable
from vp_logboek.gui.dossiers.steps import remove_activity, save_activity
from vp_logboek.gui.keeping.in_steps import InSteps
from vp_logboek.gui.keeping.words import READ_ONLY
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import Flow, MessageBar, button, calm_wheel, label, title
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.services.activities import ActivityYear, by_year

__all__ = ["ActivitiesPage", "hours_of", "hours_words"]


class ActivitiesPage(InSteps):
    """The activities of a year; a form comes when it is asked for. ``did`` carries a Step that
    can be undone.
    """

    did = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._years: tuple[ActivityYear, ...] = ()
        self.message = MessageBar()
        self.read_only = label(READ_ONLY, "muted")
        self.year = QComboBox()
        calm_wheel(self.year)
        self._year_name = QLabel(self.tr("Jaar"))
        self._year_name.setBuddy(self.year)
        self.year.setAccessibleName(self.tr("Jaar"))
        self.total = label("", "strong", wrap=False)
        self.nothing = label("", "muted")
        for waiting in (self.read_only, self.nothing):
            waiting.hide()

    def make(self) -> Iterator[None]:
        """The head, the form, the list and what can be done with it."""
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inner))
        for part in (title(self.tr("Activiteiten")), self.read_only, self.message):
            layout.addWidget(part)
        yield
        self.form = ActivityForm(self._session.today())
        self.on, self.hours, self.hours_row = self.form.on, self.form.hours, self.form.hours_row
        self.line, self.add = self.form.line, self.form.add
        self.form.hide()
        yield
        layout.addWidget(self.form)
        self._year_row = Flow(self._year_name, self.year, self.total)
        layout.addWidget(self._year_row)
        layout.addWidget(self.nothing)
        yield
        self.table = ActivityTable(self.tr("Activiteiten"))
        self.model = self.table.rows
        layout.addWidget(self.table, 1)
        self.new = button(self.tr("Nieuwe activiteit"), self._begin, "plus")
        self.change = button(self.tr("Wijzigen"), self._change, "pencil")
        self.remove = button(self.tr("Weghalen"), self._remove, "trash-2")
        layout.addWidget(Flow(self.new, self.change, self.remove))
        layout.addStretch(0)
        for waiting in (self.table, self.new, self.change, self.remove, self._year_row):
            waiting.hide()
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.year.currentIndexChanged.connect(self._turn_to_year)
        self.form.saved.connect(self._save)
        self.form.left.connect(self._leave)
        self.table.row_chosen.connect(self._allow)
        self.table.row_opened.connect(self._change)
        self.table.delete_pressed.connect(self._remove)
        self._session.changed.connect(self.reload)

    def read(self) -> None:
        """Read the activities of every year."""
        self.form.offer(self._session.organisations)
        self.form.set_today(self._session.today())
        self._session.ask(partial(by_year, today=self._session.today()), self._show)

    # --- showing ------------------------------------------------------------------------------

    def _show(self, years: tuple[ActivityYear, ...]) -> None:
        wanted = self.year.currentData()
        self._years = years
        with QSignalBlocker(self.year):
            self.year.clear()
            for one in years:
                self.year.addItem(one.label, one.year)
            there = self.year.findData(wanted)
            self.year.setCurrentIndex(there if there >= 0 else self._first())
        self._show_year()
        self.has_been_read()

    def _first(self) -> int:
        """The newest year with something in it, else the present one."""
        return next((n for n, one in enumerate(self._years) if one.activities), 0)

    def _turn_to_year(self, _: int) -> None:
        self.table.setCurrentIndex(QModelIndex())  # what was chosen is of another year
        self._show_year()

    def _show_year(self) -> None:
        place = self.year.currentIndex()
        shown = self._years[place] if 0 <= place < len(self._years) else None
        if shown is None:
            return
        self.table.show_activities(shown.activities, self._session.organisations)
        number, hours = len(shown.activities), hours_words(shown.hours)
        noun = "activiteit" if number == 1 else "activiteiten"
        self.total.setText(f"{number} {noun}, samen {hours} uur" if number else "")
        self._show_parts(bool(number), shown.label)

    def _show_parts(self, has_some: bool, year: str) -> None:
        read_only, ever = self._session.outline.read_only, any(y.activities for y in self._years)
        todo = "" if ever or read_only else " Zet er voorlichting, advies of intervisie bij."
        self.nothing.setText(f"Nog geen activiteiten in {year}.{todo}")
        self.nothing.setVisible(not has_some)
        self._year_row.setVisible(ever)
        self.table.setVisible(has_some)
        self.read_only.setVisible(read_only)
        self.new.setVisible(not read_only)
        for one in (self.change, self.remove):
            one.setVisible(has_some and not read_only)
        self._allow()

    def _allow(self, _: int = 0) -> None:
        chosen = self.table.currentIndex().isValid() and not self._session.outline.read_only
        for one in (self.change, self.remove):
            if one.hasFocus() and not chosen:
                self.new.setFocus()
            one.setEnabled(chosen)

    # --- changing -----------------------------------------------------------------------------

    def _begin(self) -> None:
        self.form.begin(self._session.today())
        self._show_form()

    def _change(self, _: int = 0) -> None:
        activity = self.table.current()
        if activity is not None and not self._session.outline.read_only:
            self.form.change(activity)
            self._show_form()

    def _show_form(self) -> None:
        self.form.show()
        self.form.on.start_typing()

    def _leave(self) -> None:
        self.form.begin(self._session.today())
        self.form.hide()
        (self.new if self.table.isHidden() else self.table).setFocus()

    def _save(self, activity: Activity) -> None:
        save_activity(self._session, activity, self.did.emit, self._saved, self.message.show_error)

    def _saved(self, activity: Activity) -> None:
        """What was added or changed is in sight when all is read again."""
        self.message.hide()
        was_open = not self.form.isHidden()
        self.form.begin(self._session.today())
        organisation = self._session.organisation(activity.organisation)
        place = self.year.findData(organisation.year_of(activity.on).year)
        if place >= 0:
            self.year.setCurrentIndex(place)
        if was_open:
            self.form.on.start_typing()

    def _remove(self) -> None:
        activity = self.table.current()
        if activity is not None and activity.id is not None and not self.remove.isHidden():
            remove_activity(self._session, activity, self.did.emit)
