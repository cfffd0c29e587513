"""The year: what the counsellor sees beside what HR sees, from the same figures as the PDF."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import announce, label
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.year import standing_words as says
from vp_logboek.gui.year.figures import Figures
from vp_logboek.gui.year.in_sight import HeadingsInSight
from vp_logboek.gui.year.latest import Latest
from vp_logboek.gui.year.pair import FigureTable
from vp_logboek.gui.year.panel import FiguresPanel
from vp_logboek.gui.year.reading import YearReading
from vp_logboek.gui.year.span import Span
from vp_logboek.gui.year.tiles import Tiles
from vp_logboek.gui.year.top_row import TopRow
from vp_logboek.gui.year.words import level_sentence, not_seen_sentence
from vp_logboek.services.half_years import HalfCounted, counted_half
from vp_logboek.services.year_screen import Counted, Standing, has_anything
from vp_logboek.services.years_beside import YearsBeside, beside

_MARGIN = 24
"""Left and right of the page, in pixels."""
_GAP = 12
"""Between parts of the page, in pixels."""


class YearPage(QWidget):
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
        self._announced: tuple[int | None, ReportingYear] | None = None
        self._is_behind = True
        self._top = TopRow(self._ask_export)
        self.chooser = self._top.chooser
        self.export_button = self._top.export_button
        self.standing = label("", "strong")
        self.late = label("")
        self.level_line = label("", "muted")
        self.calculating = label("", "muted")
        self.tiles = Tiles()
        self.figures = Figures()
        self.not_seen = label("", "muted")
        self.empty = EmptyState()
        self.empty.setMinimumHeight(240)
        for part in (self.empty, self.calculating, self.late):
            part.hide()
        self._lay_out()
        self._connect_parts()

    def _connect_parts(self) -> None:
        self._session.changed.connect(self._note_change)
        self.chooser.chosen.connect(self._read)
        self.figures.table_shown.connect(self._say_once)
        self._reading.read.connect(self._show)
        self._reading.is_slow.connect(self._say_calculating)
        self.figures.span_chosen.connect(self._show_span)
        self._more.found.connect(self._show_more)
        for panel in (self.figures.mine, self.figures.theirs):
            panel.table.walked.connect(self._keep_row, Qt.ConnectionType.QueuedConnection)
        self.figures.explained.connect(self._come_into_sight, Qt.ConnectionType.QueuedConnection)

    @property
    def chosen(self) -> tuple[Organisation, int]:
        """The organisation and the year that are shown."""
        return self.chooser.organisation, self.chooser.year

    def refresh(self) -> None:
        """Read again what is shown; at first that is the present year."""
        self.chooser.offer_organisations(self._session.organisations)
        organisation, year = self.chosen
        self._read(organisation, year or organisation.year_of(self._session.today()).year)

    def show_year(self, organisation: Organisation, year: int) -> None:
        """Show this year."""
        self.chooser.offer_organisations(self._session.organisations)
        self.chooser.choose(organisation, year)

    def step(self, years: int) -> None:
        """Go so many years on, or back."""
        self.chooser.step(years)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Put beside each other what fits, and below each other what does not."""
        room = self._inner.width() - 2 * _MARGIN
        self.tiles.arrange(4 if room >= self.tiles.least_width() else 2)
        self._top.fold(room)

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
        for part in self._of_figures:
            part.hide()
        self.empty.hide()
        self.calculating.show()

    def _show(self, counted: Counted, seen: Protected | None) -> None:
        organisation, year = counted.organisation, counted.period.year
        present = organisation.year_of(self._session.today()).year
        self.chooser.offer_years((*counted.years, present), year)
        filled = has_anything(counted.tally) or counted.standing is Standing.ISSUED
        for part in self._of_figures:
            part.setVisible(filled)
        self.calculating.hide()
        self.empty.setVisible(not filled)
        self.export_button.setEnabled(filled)
        if filled:
            self._show_figures(counted, seen)
        else:
            self._say_empty(counted.period.label)
        self._fold()
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

    @property
    def _of_figures(self) -> tuple[QWidget, ...]:
        return (
            self.standing, self.late, self.tiles, self.figures, self.level_line, self.not_seen,
        )  # fmt: skip

    def _show_figures(self, counted: Counted, seen: Protected | None) -> None:
        report = seen.report if seen else None
        self.standing.setText(says.standing_sentence(counted))
        self.late.setText(says.late_sentence(counted.late) if counted.late else "")
        self.late.setVisible(counted.late is not None)
        self.level_line.setText(
            self.tr("Niveau van bescherming in {0}: {1}. {2}").format(
                counted.period.label, counted.level.label, level_sentence(counted.level)
            )
        )
        self._counted, self._report = counted, report
        self.tiles.show_year(counted, report)
        unseen = not_seen_sentence(counted.tally, report, counted.level) if report else ""
        self.not_seen.setText(unseen)
        self.figures.show_year(counted, seen)
        if seen is not None or counted.standing is Standing.BLOCKED:
            self._show_span()

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

    def _say_once(self) -> None:
        """What HR does not see at all is said below, unless the table itself says just that; and
        only of a whole year.
        """
        self.tiles.mark(self.figures.choice.unit)
        said = self.not_seen.text()
        is_year = self.figures.span.choice() is Span.YEAR
        self.not_seen.setVisible(bool(said) and is_year and said != self.figures.theirs.absent)

    def _come_into_sight(self, panel: FiguresPanel) -> None:
        """What is said of a row stands below its table: bring it into sight, and keep the row."""
        if panel.explanation.isHidden():
            return
        self._scroll.ensureWidgetVisible(panel.explanation, 0, _GAP)
        self._keep_row(panel.table)

    def _keep_row(self, table: FigureTable) -> None:
        """Keep the row that is chosen below the headings that stay in sight."""
        row = table.visualRect(table.currentIndex()).translated(table.viewport().pos())
        top = table.mapTo(self._inner, row.topLeft())
        middle = top.y() + row.height() // 2
        self._scroll.ensureVisible(0, middle, 0, row.height() // 2 + self.headings.height)

    def _say_empty(self, year: str) -> None:
        words = self.tr("Nog geen gesprekken in {0}. Hier komen uw aantallen te staan.")
        offer = (self.tr("Nieuw gesprek"), self.new_talk_requested.emit)
        self.empty.say(words.format(year), offer)

    def _ask_export(self) -> None:
        self.export_requested.emit(*self.chosen)

    # --- layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._inner = QWidget()
        page = QVBoxLayout(self._inner)
        page.setContentsMargins(_MARGIN, 16, _MARGIN, 24)
        page.setSpacing(_GAP)
        for part in (self._top, self.calculating, *self._of_figures, self.empty):
            page.addWidget(part)
        page.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inner)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.headings = HeadingsInSight(scroll, (self.figures.mine, self.figures.theirs))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
