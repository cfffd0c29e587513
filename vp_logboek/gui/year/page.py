"""The year: what the counsellor sees beside what HR sees, from the same figures as the PDF."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import announce
from vp_logboek.gui.year import standing_words as says
from vp_logboek.gui.year.latest import Latest
from vp_logboek.gui.year.reading import YearReading
from vp_logboek.gui.year.sheet import YearSheet
from vp_logboek.gui.year.span import Span
from vp_logboek.services.half_years import HalfCounted, counted_half
from vp_logboek.services.year_screen import Counted, Standing, has_anything
from vp_logboek.services.years_beside import YearsBeside, beside


class YearPage(YearSheet):
    """One year of one organisation. While it is in sight it follows every change.

    The counsellor's own counts are there at once. What HR sees may take a moment; of years that are
    asked for in quick succession only the last is worked out.
    """

    export_requested = Signal(object, int)
    new_talk_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading = YearReading(session, self)
        self._more = Latest(session, self)
        self._counted: Counted | None = None
        self._report: SafeReport | None = None
        self._came: tuple[Counted, Protected | None] | None = None
        self._announced: tuple[int | None, ReportingYear] | None = None
        self._is_behind = True
        session.changed.connect(self._note_change)
        self.chooser.chosen.connect(self._read)
        self._reading.read.connect(self._take)
        self._reading.is_slow.connect(self._say_calculating)
        self.built.connect(self._show_what_came)

    def connect_parts(self) -> None:
        self.figures.span_chosen.connect(self._show_span)
        self._more.found.connect(self._show_more)

    @property
    def chosen(self) -> tuple[Organisation, int]:
        """The organisation and the year that are shown."""
        return self.chooser.organisation, self.chooser.year

    def refresh(self) -> None:
        """Read again what is shown; at first that is the present year."""
        self.chooser.offer_organisations(self._session.organisations)
        organisation, year = self.chosen
        if not year:  # who steps a year before the first answer steps from this one
            year = organisation.year_of(self._session.today()).year
            self.chooser.offer_years((year,), year)
        self._read(organisation, year)

    def show_year(self, organisation: Organisation, year: int) -> None:
        """Show this year."""
        self.begin()
        self.chooser.offer_organisations(self._session.organisations)
        self.chooser.choose(organisation, year)

    def step(self, years: int) -> None:
        """Go so many years on, or back."""
        self.chooser.step(years)

    def ask_export(self) -> None:
        self.export_requested.emit(*self.chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.begin()
        if self._is_behind:
            self.refresh()

    # --- reading and showing ------------------------------------------------------------------

    def _note_change(self) -> None:
        """Count again only for who is looking: a year of many talks takes the store's time."""
        self._is_behind = True
        if self.isVisible():
            self.refresh()

    def _read(self, organisation: Organisation, year: int) -> None:
        self._is_behind = False
        self._more.forget()
        self._reading.ask(organisation, year)

    def _say_calculating(self, year: str) -> None:
        """Nothing of the year before may stand there as if it were this one."""
        self.calculating.setText(says.calculating_words(year))
        if self.is_built:
            for part in (*self.of_figures, self.empty):
                part.hide()
        self.calculating.show()

    def _take(self, counted: Counted, seen: Protected | None) -> None:
        """What was read is mostly there before the figures are."""
        self._came = counted, seen
        self._show_what_came()

    def _show_what_came(self) -> None:
        if self.is_built and self._came is not None:
            came, self._came = self._came, None
            self._show(*came)

    def _show(self, counted: Counted, seen: Protected | None) -> None:
        organisation, year = counted.organisation, counted.period.year
        present = organisation.year_of(self._session.today()).year
        self.chooser.offer_years((*counted.years, present), year)
        filled = has_anything(counted.tally) or counted.standing is Standing.ISSUED
        waited, holder = self.hasFocus(), self.window().focusWidget()
        had_keyboard = waited or self.isAncestorOf(holder)
        for part in self.of_figures:
            part.setVisible(filled)
        self.calculating.hide()
        self.empty.setVisible(not filled)
        self.export_button.setEnabled(filled)
        if filled:
            self._counted, self._report = counted, seen.report if seen else None
            self.show_figures(counted, seen)
            if seen is not None or counted.standing is Standing.BLOCKED:
                self._show_span()
        else:
            self._say_empty(counted.period.label)
            if had_keyboard:  # else Qt hands it on to whatever comes next in the window
                self.empty.offers()[0].setFocus()
        self.fold()
        if waited and filled:
            table = self.figures.mine.table
            (table if table.isVisible() else self.chooser.year_list).setFocus()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._announce(counted, filled)

    def _announce(self, counted: Counted, filled: bool) -> None:
        """Say which year is shown now, once for each time that it changes."""
        key = counted.tally.table(TableCode.KEY)
        melders, talks = key.lines[0].counts[:2]
        told = says.year_aloud(counted.period.label, melders.number, talks.number, filled)
        shown = (counted.organisation.id, counted.period)
        if shown != self._announced and self.isVisible():
            self._announced = shown
            announce(self, told)

    # --- half a year, or several years --------------------------------------------------------

    def _show_span(self) -> None:
        """Read what was chosen beside the whole year."""
        counted, span = self._counted, self.figures.span.choice()
        if counted is None or span is None:
            return
        organisation, year, half = counted.organisation, counted.period.year, span.half
        self._more.forget()
        if half is not None:
            self._more.ask(lambda logbook, _: counted_half(logbook, organisation, year, half))
            return
        self.tiles.show_year(counted, self._report)
        if span is Span.YEARS and self.figures.years.is_enough:
            years, today = self.figures.years.years(), self._session.today()
            self._more.ask(lambda logbook, stop: beside(logbook, organisation, years, today, stop))

    def _show_more(self, found: object) -> None:
        if isinstance(found, HalfCounted):
            self.tiles.show_half(found)
            self.figures.show_half(found)
        elif isinstance(found, YearsBeside):
            self.figures.show_beside(found)

    def _say_empty(self, year: str) -> None:
        words = self.tr("Nog geen gesprekken in {0}. Hier komen uw aantallen te staan.")
        offer = (self.tr("Nieuw gesprek"), self.new_talk_requested.emit)
        self.empty.say(words.format(year), offer)
