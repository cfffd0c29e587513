"""The year: what the counsellor sees beside what HR sees, from the same figures as the PDF."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.year.figures import Figures
from vp_logboek.gui.year.reading import Shown, has_anything, read_year
from vp_logboek.gui.year.tiles import Tiles
from vp_logboek.gui.year.top_row import TopRow
from vp_logboek.gui.year.words import level_sentence, not_seen_sentence

_MARGIN = 24
"""Left and right of the page, in pixels."""


class YearPage(QWidget):
    """One year of one organisation. While it is in sight it follows every change."""

    export_requested = Signal(object, int)
    new_talk_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked: tuple[int | None, int] | None = None
        self._is_behind = True
        self._top = TopRow(self._ask_export)
        self.chooser = self._top.chooser
        self.export_button = self._top.export_button
        self.level_line = label("", "muted")
        self.tiles = Tiles()
        self.figures = Figures()
        self.not_seen = label("", "muted")
        self.empty = EmptyState()
        self.empty.setMinimumHeight(240)
        self.empty.hide()
        self._lay_out()
        self._connect_parts()

    def _connect_parts(self) -> None:
        self._session.changed.connect(self._note_change)
        self.chooser.chosen.connect(self._read)
        self.figures.table_shown.connect(self._say_once)

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
        self._asked = (organisation.id, year)
        self._session.ask(
            partial(read_year, organisation=organisation, year=year), self._show_answer
        )

    def _show_answer(self, shown: Shown) -> None:
        """Show what was asked last; an answer that was overtaken is dropped."""
        if self._asked != (shown.organisation.id, shown.year):
            return
        present = shown.organisation.year_of(self._session.today()).year
        self.chooser.offer_years((*shown.years, present), shown.year)
        filled = has_anything(shown.view.tally)
        for part in (self.tiles, self.figures, self.not_seen, self.level_line):
            part.setVisible(filled)
        self.empty.setVisible(not filled)
        self.export_button.setEnabled(filled)
        if filled:
            self._show_figures(shown)
        else:
            self._say_empty(shown.view.tally.period.label)
        self._fold()

    def _show_figures(self, shown: Shown) -> None:
        tally, report = shown.view.tally, shown.view.report
        level = shown.organisation.level_in(shown.year)
        self.level_line.setText(
            self.tr("Niveau in {0}: {1}. {2}").format(
                report.year, level.label, level_sentence(level)
            )
        )
        self.tiles.show_year(tally, shown.before, report)
        self.not_seen.setText(not_seen_sentence(tally, report, level))
        self.figures.show_year(shown.view, shown.before, level)

    def _say_once(self) -> None:
        """What HR does not see at all is said below, unless the table itself says just that."""
        said = self.not_seen.text()
        self.not_seen.setVisible(bool(said) and said != self.figures.theirs.absent)

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
        page.setSpacing(12)
        parts = (self.level_line, self.tiles, self.figures, self.not_seen, self.empty)
        for part in (self._top, *parts):
            page.addWidget(part)
        page.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inner)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
