"""From a list in Excel to talks in the logbook: columns, a dry run, taken over, or undone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.gui.imports.place import TablePlace
from vp_logboek.gui.imports.undo import taken_before, taken_over, undo_last_import
from vp_logboek.gui.imports.walk import COLUMNS, DONE, TRIAL, ImportSteps
from vp_logboek.gui.progress import Progress
from vp_logboek.gui.session import Session
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.undo import Step
from vp_logboek.gui.widgets import Tone
from vp_logboek.gui.window.focus import focus_first
from vp_logboek.services.import_table import (
    Import,
    ImportPlan,
    ImportResult,
    Table,
    last_import,
    plan_import,
    read_table,
    run_import,
    undo_import,
)

__all__ = ["COLUMNS", "DONE", "TRIAL", "ImportDialog", "undo_last_import"]

_READING = "De lijst wordt gelezen…"
_PLANNING = "Het programma kijkt wat elke rij wordt…"
_TAKING_OVER = "De gesprekken worden overgenomen…"
_UNDOING = "Het overnemen wordt ongedaan gemaakt…"
_STOPPED = "Het overnemen is gestopt. Er is niets overgenomen. U kunt het opnieuw doen."


class ImportDialog(ImportSteps):
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
        super().__init__(parent)
        self._session = session
        self._path = path
        self._plan: ImportPlan | None = None
        self.result_of_import: ImportResult | None = None
        self._progress = Progress(0)
        self._filling = Slices(self)
        self._filling.done.connect(self._show_columns)
        self._read(self._show_table)

    def reject(self) -> None:
        """Who leaves stops what is being taken over; what is written already stays."""
        if self._is_writing:
            self._progress.stop()
        else:
            super().reject()

    # --- reading ------------------------------------------------------------------------------

    def _read(self, show: Callable[[Table], None]) -> None:
        self.message.hide()
        self.working.begin(_READING)
        self.show_step()
        self._session.run(partial(read_table, self._path), show, self._show_error)

    def choose_other(self) -> None:
        path = TablePlace.ask(self)
        if path is not None:
            self._path = path
            self._read(self._show_table)

    def read_again(self) -> None:
        self._read(self._show_improved)

    def _show_improved(self, table: Table) -> None:
        """With the same columns as before what was chosen of them still holds."""
        if self._table is None or table.headers != self._table.headers:
            self.steps.setCurrentIndex(COLUMNS)
            self._show_table(table)
            return
        self._table = table
        self.columns.tell(self._path.name, table)
        self.make_plan()

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

    # --- planning -----------------------------------------------------------------------------

    def make_plan(self) -> None:
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
        self._session.ask(last_import, partial(self._show_trial, plan), self._show_error)

    def _show_trial(self, plan: ImportPlan, last: Import | None) -> None:
        self.working.end()
        self._plan = plan
        before = taken_before(last, self._path.name) if last is not None else ""
        self.trial.show_plan(plan, len(self._session.organisations) > 1, before)
        self.steps.setCurrentIndex(TRIAL)
        self.show_step()
        self.lead_on()

    # --- taking over and undoing --------------------------------------------------------------

    def take_all_over(self) -> None:
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

    def undo(self) -> None:
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
        self.lead_on()
