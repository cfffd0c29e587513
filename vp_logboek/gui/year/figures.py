"""The table that is chosen, twice: "u ziet" beside "HR ziet", row beside row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.widgets import Flow, Radios
from vp_logboek.gui.year import shown
from vp_logboek.gui.year.halves import Halves
from vp_logboek.gui.year.row_words import hidden_words, row_words
from vp_logboek.gui.year.shown import Shown
from vp_logboek.gui.year.span import Span
from vp_logboek.gui.year.standing_words import DIFFERS_MARK
from vp_logboek.gui.year.table_choice import TableChoice
from vp_logboek.gui.year.words import ASK_WHY
from vp_logboek.gui.year.years_row import YearsRow
from vp_logboek.services.half_years import HalfCounted
from vp_logboek.services.year_screen import Counted
from vp_logboek.services.years_beside import YearsBeside


class Figures(QWidget):
    """Chooses a table and shows its two halves; the halves fold under each other when narrow.

    ``explained`` tells that the user chose a row and of what is said about it, ``span_chosen`` that
    another part of time is wanted, or other years beside this one.
    """

    table_shown = Signal()
    explained = Signal(object)
    span_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._year: Counted | None = None
        self._seen: Protected | None = None
        self._half: HalfCounted | None = None
        self._beside: YearsBeside | None = None
        self._shown: Shown | None = None
        self.choice = TableChoice()
        self.table_list, self.parts_box = self.choice.table_list, self.choice.parts_box
        self.span: Radios[Span] = Radios(self.tr("Wat u ziet"), list(Span))
        self.span.choose(Span.YEAR)
        self.years = YearsRow()
        self._halves = Halves(self._span_row())
        self.mine, self.theirs = self._halves.mine, self._halves.theirs
        self._lay_out()
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.choice.changed.connect(self._show_chosen)
        self.span.changed.connect(self._choose_span)
        self.years.changed.connect(self._choose_years)
        self.theirs.table.row_chosen.connect(self._explain)
        self.mine.table.row_chosen.connect(self._tell_difference)

    # --- what is shown ------------------------------------------------------------------------

    def show_year(self, year: Counted, seen: Protected | None) -> None:
        """Show another year, at the table that was chosen; ``seen`` None: still to be worked out,
        or not known.
        """
        self._year, self._seen = year, seen
        self._half = self._beside = None
        self.years.offer(year.organisation, year.period.year, year.years)
        self.choice.offer(year.tally.tables, self._named)
        self._show_chosen()

    def show_half(self, half: HalfCounted) -> None:
        """Show half of the year on the counsellor's side; HR never sees one."""
        self._half, self._beside = half, None
        self._show_chosen()

    def show_beside(self, years: YearsBeside) -> None:
        """Show several years beside each other."""
        self._half, self._beside = None, years
        self._show_chosen()

    def show_table(self, code: TableCode) -> None:
        """Choose a table."""
        self.choice.choose(code)

    def _choose_span(self) -> None:
        """What was shown before goes at once: it is of another part of time."""
        self._half = self._beside = None
        self._show_chosen()
        self.span_chosen.emit()

    def _choose_years(self) -> None:
        """What is there stays until the others are; without others there is nothing."""
        if not self.years.is_enough:
            self._beside = None
            self._show_chosen()
        self.span_chosen.emit()

    def _named(self, code: TableCode) -> str:
        year = self._year
        differs = (
            year is not None
            and year.later is not None
            and shown.compared(code, year, self._seen).differs
        )
        return f"{code.label} ({DIFFERS_MARK})" if differs else code.label

    def _show_chosen(self) -> None:
        year, span = self._year, self.span.choice() or Span.YEAR
        if year is None:
            return
        self.years.setVisible(span is Span.YEARS and bool(self.years.boxes))
        code, with_parts = self.choice.code, self.parts_box.isChecked()
        if span is Span.YEARS:
            found = shown.of_years(code, with_parts, self._beside, self.years)
        elif span.half is not None:
            found = shown.of_half(code, with_parts, self._half, year)
        else:
            found = shown.of_year(code, with_parts, year, self._seen)
        self._show(found)

    def _show(self, found: Shown) -> None:
        self._shown = found
        self.parts_box.setVisible(found.has_parts)
        for panel, side in ((self.mine, found.mine), (self.theirs, found.theirs)):
            panel.set_title(side.title)
            if side.sheet is None:
                panel.show_absent(side.absent)
            else:
                panel.show_table(side.sheet, side.note)
        self.mine.explain(found.mine.below)
        self.theirs.set_lead(found.theirs.lead)
        if found.theirs.sheet is not None:
            self._explain(None)
        self._halves.arrange()
        self.table_shown.emit()

    # --- about one row ------------------------------------------------------------------------

    def _explain(self, row: int | None) -> None:
        """Why the numbers in the chosen row are hidden; without one, that this can be asked."""
        model = self.theirs.table.sheet_model
        asked = ASK_WHY if any(hidden_words(model, at) for at in range(model.rowCount())) else ""
        why = "" if row is None else row_words(model, row)
        self.theirs.explain(why or asked)
        if why:
            self.explained.emit(self.theirs)

    def _tell_difference(self, row: int) -> None:
        """How the years of a row differ, in words: on the counsellor's side alone."""
        found = self._shown
        if found is None or row >= len(found.differences):
            return
        told = found.differences[row]
        notes = (told, found.mine.below if found.mine.keeps_below else "")
        self.mine.explain("\n".join(note for note in notes if note) or found.mine.below)
        if told:
            self.explained.emit(self.mine)

    # --- layout -------------------------------------------------------------------------------

    def fold(self, room: int) -> None:
        """Arrange both halves in this width."""
        self._halves.fold(room)

    def _span_row(self) -> QWidget:
        """The parts of time, and below them the years that can stand beside each other."""
        row = QWidget()
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Flow(*self.span.buttons()))
        lines.addWidget(self.years)
        return row

    def _lay_out(self) -> None:
        self.span.setParent(self)
        self.span.hide()  # its buttons flow with the years
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.choice)
        whole.addWidget(self._halves)
