"""From a list in Excel to talks in the logbook: columns, a dry run, taken over, or undone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.gui.export.working import Working
from vp_logboek.gui.imports.columns import ColumnsStep
from vp_logboek.gui.imports.done import DoneStep
from vp_logboek.gui.imports.place import TablePlace
from vp_logboek.gui.imports.trial import TrialStep
from vp_logboek.gui.imports.undo import taken_over, undo_last_import
from vp_logboek.gui.later import Later
from vp_logboek.gui.progress import Progress
from vp_logboek.gui.session import Session
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.undo import Step
from vp_logboek.gui.widgets import Tone
from vp_logboek.gui.widgets.roomy import make_roomy
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.window.focus import focus_first
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.services.import_table import (
    ImportPlan,
    ImportResult,
    Table,
    plan_import,
    read_table,
    run_import,
    undo_import,
)

__all__ = ["ImportDialog", "undo_last_import"]

COLUMNS, TRIAL, DONE = range(3)
_NAMES = ("Welke kolom is wat?", "Wat wordt elke rij?", "Klaar")
_SIZE = QSize(1000, 640)
_READING = "De lijst wordt gelezen…"
_PLANNING = "Het programma kijkt wat elke rij wordt…"
_TAKING_OVER = "De gesprekken worden overgenomen…"
_UNDOING = "Het overnemen wordt ongedaan gemaakt…"
_STOP, _STOPPING = "Overnemen stoppen", "Het overnemen stopt…"
_STOPPED = "Het overnemen is gestopt. Er is niets overgenomen. U kunt het opnieuw doen."


class ImportDialog(StepDialog):
    """Asks through ``import_table``."""

    @classmethod
    def import_table(
        cls, parent: QWidget, session: Session, did: Callable[[Step], object] = lambda _: None
    ) -> bool:
        """Choose a table and walk through the steps; whether anything was taken over.

        ``did`` hears the step that can be undone, when the dialog is gone.
        """
        path = TablePlace.ask(parent)
        if path is None:
            return False
        dialog = cls(parent, session, path)
        dialog.exec()
        dialog.deleteLater()
        if dialog.result_of_import is not None:
            did(taken_over(dialog.result_of_import))
        return dialog.result_of_import is not None

    def __init__(self, parent: QWidget | None, session: Session, path: Path) -> None:
        super().__init__(parent, "Lijst overnemen")
        self._session = session
        self._path = path
        self._table: Table | None = None
        self._plan: ImportPlan | None = None
        self._is_writing = False
        self.result_of_import: ImportResult | None = None
        self._progress = Progress(0)
        self.columns = ColumnsStep()
        self._trial = Later(TrialStep)
        self._done_step = Later(self._make_done_step)
        pages: list[QWidget] = [self.columns, self._trial, self._done_step]
        for name, page in zip(_NAMES, pages, strict=True):
            self.add_page(name, page)
        self.columns.hide()
        self.working = Working(_STOP, _STOPPING)
        self.add_below(self.working)
        self.next = self.add_primary(self.tr("Volgende"), self._make_plan)
        self.take_over = self.add_primary(self.tr("Alles overnemen"), self._take_over)
        self.lay_out()
        make_roomy(self, _SIZE)
        self.columns.changed.connect(self.show_step)
        self._filling = Slices(self)
        self._filling.done.connect(self._show_columns)
        for later in (self._trial, self._done_step):
            later.made.connect(self._order)
        self.working.begin(_READING)
        self._session.run(partial(read_table, path), self._show_table, self._show_error)
        self.show_step()

    @property
    def trial(self) -> TrialStep:
        """The dry run."""
        return self._trial.page

    @property
    def done_step(self) -> DoneStep:
        """What was taken over."""
        return self._done_step.page

    def _make_done_step(self) -> DoneStep:
        made = DoneStep()
        made.undo_requested.connect(self._undo)
        return made

    def reject(self) -> None:
        """Who leaves stops what is being taken over; what is written already stays."""
        if self._is_writing:
            self._progress.stop()
        else:
            super().reject()

    def _order(self) -> None:
        """The buttons come after the page, whenever that was made."""
        put_last(self, self.working.cancel, self.close_button, self.back, *self._primaries)

    # --- reading and planning -----------------------------------------------------------------

    def _show_table(self, table: Table) -> None:
        self._table = table
        every = self._session.organisations
        self._filling.add(partial(self.columns.show_table, self._path.name, table, every))
        self._filling.add(self._trial.build, self._done_step.build)
        self._filling.begin()

    def _show_columns(self) -> None:
        self.working.end()
        self._order()
        self.columns.show()
        self.show_step()
        focus_first(self.columns)

    def _make_plan(self) -> None:
        if self._table is None:
            return
        self.message.hide()
        self.working.begin(_PLANNING)
        self.show_step()
        self._session.run(
            partial(
                plan_import,
                self._table,
                self.columns.fields(),
                self._session.tree,
                self._session.organisations,
                self._session.today(),
                self.columns.organisation(),
                self.columns.main(),
            ),
            self._show_plan,
            self._show_error,
        )

    def _show_plan(self, plan: ImportPlan) -> None:
        self.working.end()
        self._plan = plan
        self.trial.show_plan(plan, len(self._session.organisations) > 1)
        self.steps.setCurrentIndex(TRIAL)
        self.show_step()
        (self.take_over if self.trial.can_go_on else self.back).setFocus()

    # --- taking over and undoing --------------------------------------------------------------

    def _take_over(self) -> None:
        if self._plan is None:
            return
        self.message.hide()
        self._progress = Progress(len(self._plan.dossiers))
        self._begin_writing(_TAKING_OVER, self._progress)
        self._session.change(
            partial(
                run_import,
                plan=self._plan,
                today=self._session.today(),
                label=self._path.name,
                told=self._progress.told,
            ),
            self._show_result,
            self._show_error,
        )

    def _begin_writing(self, words: str, progress: Progress | None = None) -> None:
        self._is_writing = True
        stop = None if progress is None else progress.stop
        self.working.begin(words, stop, progress)
        self.show_step()

    def _show_result(self, result: ImportResult) -> None:
        self._end_work()
        self.result_of_import = result
        self.done_step.show_result(result)
        self.steps.setCurrentIndex(DONE)
        self.close_button.setFocus()

    def _undo(self) -> None:
        if self.result_of_import is not None:
            self.message.hide()
            self._begin_writing(_UNDOING)
            self._session.change(
                partial(undo_import, import_id=self.result_of_import.import_id),
                self._show_undone,
                self._show_error,
            )

    def _show_undone(self, _: None) -> None:
        self._end_work()
        self.result_of_import = None
        self.done_step.show_undone()
        self.close_button.setFocus()

    def _end_work(self) -> None:
        self._is_writing = False
        self.working.end()
        self.show_step()

    def _show_error(self, error: LogbookError) -> None:
        self._end_work()
        if isinstance(error, Stopped):
            self.message.say(_STOPPED, Tone.NOTE)
        else:
            self.message.show_error(error)
        if self.now == TRIAL:
            (self.take_over if self.take_over.isEnabled() else self.back).setFocus()

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        busy = self.working.is_busy
        self.next.setVisible(self.now == COLUMNS)
        self.next.setEnabled(not busy and self._table is not None and self.columns.is_enough)
        self.take_over.setVisible(self.now == TRIAL)
        self.take_over.setEnabled(not busy and self.now == TRIAL and self.trial.can_go_on)
        self.back.setEnabled(not busy)
        self.close_button.setEnabled(not self._is_writing)
        self.steps.setEnabled(not self._is_writing)
        (self.take_over if self.now == TRIAL else self.next).setDefault(not self.is_done)
