"""What stands on the page of a year, one part below the other; it is told what to show."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.gui.slices import Slices, polished
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.year import standing_words as says
from vp_logboek.gui.year.chooser import YearChooser
from vp_logboek.gui.year.figures import Figures
from vp_logboek.gui.year.in_sight import HeadingsInSight
from vp_logboek.gui.year.pair import FigureTable
from vp_logboek.gui.year.panel import FiguresPanel
from vp_logboek.gui.year.span import Span
from vp_logboek.gui.year.tiles import Tiles
from vp_logboek.gui.year.top_row import TopRow
from vp_logboek.gui.year.words import level_sentence, not_seen_sentence
from vp_logboek.services.year_screen import Counted

_MARGIN = 24
"""Left and right of the page, in pixels."""
_GAP = 12
"""Between parts of the page, in pixels."""


class YearSheet(QWidget):
    """The parts: its top at once, the rest in slices from when it is asked for, or ahead.

    Until its figures come the page itself has the keyboard of who comes to it.
    """

    built = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_built = False
        self.setAccessibleName(self.tr("Jaaroverzicht"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inner = QWidget()
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        scroll.setWidget(self._inner)
        self._make_top()
        self._steps = self._make()
        self._slices = Slices(self)
        self._slices.add(self.build)
        self._slices.done.connect(self.built)

    def begin(self) -> None:
        """Somebody comes: make what is not there yet, from now on."""
        if not self.is_built:
            self._slices.begin()

    def build(self) -> Iterator[None]:
        """Make the page in steps; what is made already is not made again."""
        yield from self._steps

    def _make_top(self) -> None:
        self._page = page = QVBoxLayout(self._inner)
        page.setContentsMargins(_MARGIN, 16, _MARGIN, 24)
        page.setSpacing(_GAP)
        self._top = TopRow(self.ask_export)
        self.chooser: YearChooser = self._top.chooser
        self.export_button = self._top.export_button
        self.calculating = label("", "muted")
        page.addWidget(self._top)
        page.addWidget(self.calculating)
        page.addStretch(1)
        self.calculating.hide()

    def _make(self) -> Iterator[None]:
        """What is made stays out of sight until there is something in it."""
        self.standing, self.late = label("", "strong"), label("")
        self.tiles = Tiles()
        yield
        self.figures = Figures()
        yield
        self.level_line, self.not_seen = label("", "muted"), label("", "muted")
        self.empty = EmptyState()
        self.empty.setMinimumHeight(240)
        for part in (*self.of_figures, self.empty):
            part.hide()
            self._page.insertWidget(self._page.count() - 1, part)
        yield
        self.headings = HeadingsInSight(self._scroll, (self.figures.mine, self.figures.theirs))
        self.figures.table_shown.connect(self._say_once)
        for panel in (self.figures.mine, self.figures.theirs):
            panel.table.walked.connect(self._keep_row, Qt.ConnectionType.QueuedConnection)
        self.figures.explained.connect(self._come_into_sight, Qt.ConnectionType.QueuedConnection)
        yield from polished(self)
        self.is_built = True
        self.connect_parts()

    def connect_parts(self) -> None:
        """The figures are there: listen to them."""
        raise NotImplementedError

    def ask_export(self) -> None:
        """The PDF of what is shown is wanted."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Put beside each other what fits, and below each other what does not."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * _MARGIN  # the sheet itself can be held wide by its parts
        self._top.fold(room)
        if self.is_built:
            self.tiles.fit(room)
            self.figures.fold(room)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def of_figures(self) -> tuple[QWidget, ...]:
        """The parts that are there only where there are figures."""
        return (
            self.standing, self.late, self.tiles, self.figures, self.level_line, self.not_seen,
        )  # fmt: skip

    def show_figures(self, counted: Counted, seen: Protected | None) -> None:
        """Show a year as the counsellor sees it, and as HR does."""
        report = seen.report if seen else None
        self.standing.setText(says.standing_sentence(counted))
        self.late.setText(says.late_sentence(counted.late) if counted.late else "")
        self.late.setVisible(counted.late is not None)
        self.level_line.setText(
            self.tr("Niveau van bescherming in {0}: {1}. {2}").format(
                counted.period.label, counted.level.label, level_sentence(counted.level)
            )
        )
        self.tiles.show_year(counted, report)
        unseen = not_seen_sentence(counted.tally, report, counted.level) if report else ""
        self.not_seen.setText(unseen)
        self.figures.show_year(counted, seen)

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
