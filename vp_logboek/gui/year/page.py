"""The year: what the counsellor sees beside what HR sees, from the same figures as the PDF."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.year.figures import Figures
from vp_logboek.gui.year.reading import YearReading
from vp_logboek.gui.year.standing_words import (
    calculating_words,
    late_sentence,
    standing_sentence,
)
from vp_logboek.gui.year.tiles import Tiles
from vp_logboek.gui.year.top_row import TopRow
from vp_logboek.gui.year.words import level_sentence, not_seen_sentence
from vp_logboek.services.year_screen import Counted, Standing, has_anything

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
        self._reading.ask(organisation, year)

    def _say_calculating(self, year: str) -> None:
        """Nothing of the year before may stand there as if it were this one."""
        self.calculating.setText(calculating_words(year))
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

    @property
    def _of_figures(self) -> tuple[QWidget, ...]:
        return (
            self.standing, self.late, self.level_line, self.tiles, self.figures, self.not_seen,
        )  # fmt: skip

    def _show_figures(self, counted: Counted, seen: Protected | None) -> None:
        report = seen.report if seen else None
        self.standing.setText(standing_sentence(counted))
        self.late.setText(late_sentence(counted.late) if counted.late else "")
        self.late.setVisible(counted.late is not None)
        self.level_line.setText(
            self.tr("Niveau in {0}: {1}. {2}").format(
                counted.period.label, counted.level.label, level_sentence(counted.level)
            )
        )
        self.tiles.show_year(counted, report)
        unseen = not_seen_sentence(counted.tally, report, counted.level) if report else ""
        self.not_seen.setText(unseen)
        self.figures.show_year(counted, seen)

    def _say_once(self) -> None:
        """What HR does not see at all is said below, unless the table itself says just that."""
        said = self.not_seen.text()
        self.not_seen.setVisible(bool(said) and said != self.figures.theirs.absent)

    def _come_into_sight(self) -> None:
        """Why a number is hidden stands below its table: bring it into sight, and keep the row."""
        panel = self.figures.theirs
        if panel.explanation.isHidden():
            return
        self._scroll.ensureWidgetVisible(panel.explanation, 0, _GAP)
        table = panel.table
        row = table.visualRect(table.currentIndex()).translated(table.viewport().pos())
        top = table.mapTo(self._inner, row.topLeft())
        self._scroll.ensureVisible(0, top.y() + row.height() // 2, 0, row.height())

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
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
