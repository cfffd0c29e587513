"""The question whether anything about this year was handed over outside the program."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from vp_logboek.domain.tally import Tally
from vp_logboek.gui.export import given, words
from vp_logboek.gui.export.figures import GivenFigures
from vp_logboek.gui.export.given import Key
from vp_logboek.gui.export.steps import Step, walk_in_order
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.narrow import leftmost


class OutsideStep(Step):
    """``changed`` tells that another answer is given."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Al verstrekt"))
        self._question = label("", "strong")
        self.no = QRadioButton(self.tr("Nee, er is nog niets verstrekt"))
        self.yes = QRadioButton(self.tr("Ja, deze aantallen"))
        group = QButtonGroup(self)
        for radio in (self.no, self.yes):
            group.addButton(radio)
            radio.setAccessibleDescription(words.GIVEN_QUESTION)
        self.figures = GivenFigures()
        self.figures.hide()
        self.effect = label(words.GIVEN_EFFECT, "muted")
        self.effect.hide()
        self.problem = label(words.NOTHING_TYPED, "problem")
        self.problem.hide()
        self.add(self._question, label(words.GIVEN_ABOUT), leftmost(self.no), leftmost(self.yes))
        self.add(self.figures, self.problem, self.effect)
        self.page.addStretch(1)
        self.yes.toggled.connect(self._unfold)
        group.buttonToggled.connect(self._tell)
        self.figures.changed.connect(self.changed)
        self.figures.made.connect(self._order)
        self.setFocusProxy(self.no)

    def show_tally(self, tally: Tally) -> None:
        """Ask about this year, from the beginning."""
        self._question.setText(words.given_question(tally.period.label))
        group = self.no.group()
        group.setExclusive(False)
        for radio in (self.no, self.yes):
            radio.setChecked(False)
        group.setExclusive(True)
        self.figures.show_tables(given.tables_of(tally), given.totals_of(tally))
        self.changed.emit()

    @property
    def is_answered(self) -> bool:
        """Whether one of both was chosen."""
        return self.no.isChecked() or self.yes.isChecked()

    def check(self) -> bool:
        """Whether the answer can be used; if not it says why beside the field."""
        if not self.yes.isChecked():
            return self.no.isChecked()
        usable = self.figures.check()
        self.problem.setVisible(not usable and not self.figures.numbers())
        if not self.problem.isHidden():
            self.figures.total_field.setFocus()
        here = self.focusWidget()
        if not usable and here is not None:
            self.ensureWidgetVisible(here)
        return usable

    def numbers(self) -> dict[Key, int]:
        """What was handed over; nothing where the answer is no."""
        return self.figures.numbers() if self.yes.isChecked() else {}

    def _order(self) -> None:
        walk_in_order((self.no, self.yes, *self.figures.controls()))

    def _unfold(self, yes: bool) -> None:
        self.figures.setVisible(yes)
        self.effect.setVisible(yes)
        if yes:
            self.figures.total_field.setFocus()

    def _tell(self) -> None:
        self.problem.hide()
        self.changed.emit()
