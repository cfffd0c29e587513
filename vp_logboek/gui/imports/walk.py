"""The pages of the import, and what can be done on each of them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.imports.columns import ColumnsStep
from vp_logboek.gui.imports.done import DoneStep
from vp_logboek.gui.imports.trial import TrialStep
from vp_logboek.gui.later import Later
from vp_logboek.gui.widgets.roomy import make_roomy
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.widgets.step_height import StepHeight
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.gui.working import Working
from vp_logboek.services.import_table import Table

COLUMNS, TRIAL, DONE = range(3)
_NAMES = ("Welke kolom is wat?", "Wat wordt elke rij?", "Klaar")
_SIZE = QSize(1000, 640)
_STOP, _STOPPING = "Overnemen stoppen", "Het overnemen stopt…"


class ImportSteps(StepDialog):
    """Shows the pages, and in each step only what can be done in it.

    Who derives from it fills ``_table``, the list that was read, and does what the buttons ask;
    ``_is_writing`` says that the logbook is being changed.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Lijst overnemen")
        self._table: Table | None = None
        self._is_writing = False
        self.columns = ColumnsStep()
        self._trial = Later(self._make_trial)
        self._done_step = Later(self._make_done_step)
        pages: list[QWidget] = [self.columns, self._trial, self._done_step]
        for name, page in zip(_NAMES, pages, strict=True):
            self.add_page(name, page)
        self.columns.hide()
        self.working = Working(_STOP, _STOPPING)
        self.add_below(self.working)
        self.other = self.add_primary(self.tr("Andere lijst kiezen…"), self.choose_other)
        self.next = self.add_primary(self.tr("Volgende"), self.make_plan)
        self.take_over = self.add_primary(self.tr("Alles overnemen"), self.take_all_over)
        self.lay_out()
        make_roomy(self, _SIZE)
        StepHeight(self)
        self.columns.changed.connect(self.show_step)
        for later in (self._trial, self._done_step):
            later.made.connect(self._order)

    # --- the pages ----------------------------------------------------------------------------

    @property
    def trial(self) -> TrialStep:
        """The dry run."""
        return self._trial.page

    @property
    def done_step(self) -> DoneStep:
        """What was taken over."""
        return self._done_step.page

    def _make_trial(self) -> TrialStep:
        made = TrialStep()
        made.read_requested.connect(self.read_again)
        return made

    def _make_done_step(self) -> DoneStep:
        made = DoneStep()
        made.undo_requested.connect(self.undo)
        return made

    def _order(self) -> None:
        """The buttons come after the page, whenever that was made."""
        put_last(self, self.working.cancel, self.close_button, self.back, *self._primaries)

    # --- what the buttons ask -----------------------------------------------------------------

    def choose_other(self) -> None:
        """Ask for a list that can be read."""
        raise NotImplementedError

    def make_plan(self) -> None:
        """Find out what each row becomes, and show it."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Read the list that was improved meanwhile."""
        raise NotImplementedError

    def take_all_over(self) -> None:
        """Write what was shown."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take out what was written."""
        raise NotImplementedError

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        busy, unread = self.working.is_busy, self._table is None
        can_write = self.now == TRIAL and self.trial.can_go_on
        self.other.setVisible(self.now == COLUMNS and unread and not busy)
        self.next.setVisible(self.now == COLUMNS and not self._can_choose_other())
        self.next.setEnabled(not busy and not unread and self.columns.is_enough)
        self.take_over.setVisible(self.now == TRIAL)
        self.take_over.setEnabled(not busy and can_write)
        self.back.setEnabled(not busy)
        self.close_button.setEnabled(not self._is_writing)
        self.steps.setEnabled(not self._is_writing)
        for primary in self._primaries:
            primary.setDefault(not primary.isHidden())

    def _can_choose_other(self) -> bool:
        return not self.other.isHidden()

    def lead_on(self) -> None:
        """Give the keyboard to what leads on from here, or to what must come before that."""
        usable = (one for one in self._primaries if not one.isHidden() and one.isEnabled())
        before: QWidget = self.close_button
        if self.now == TRIAL:
            before = self.trial.again if self.trial.again.isVisible() else self.back
        next(usable, before).setFocus()
