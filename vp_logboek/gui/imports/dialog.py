"""From a list in Excel to talks in the logbook: columns, a dry run, taken over, or undone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.imports.columns import ColumnsStep
from vp_logboek.gui.imports.done import DoneStep
from vp_logboek.gui.imports.place import TablePlace
from vp_logboek.gui.imports.trial import TrialStep
from vp_logboek.gui.imports.undo import taken_over, undo_last_import
from vp_logboek.gui.session import Session
from vp_logboek.gui.undo import Step
from vp_logboek.gui.widgets.step_dialog import StepDialog
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
        self.result_of_import: ImportResult | None = None
        self.columns = ColumnsStep()
        self.trial = TrialStep()
        self.done_step = DoneStep()
        for page in (self.columns, self.trial, self.done_step):
            self.add_page(page.name, page)
        self.columns.hide()
        self.next = self.add_primary(self.tr("Volgende"), self._make_plan)
        self.take_over = self.add_primary(self.tr("Alles overnemen"), self._take_over)
        self.lay_out()
        self.resize(820, 600)
        self._connect_parts()
        self._session.run(partial(read_table, path), self._show_table, self._show_error)
        self.show_step()

    def _connect_parts(self) -> None:
        self.columns.changed.connect(self.show_step)
        self.done_step.undo_requested.connect(self._undo)

    # --- reading and planning -----------------------------------------------------------------

    def _show_table(self, table: Table) -> None:
        self._table = table
        self.columns.show_table(self._path.name, table, self._session.organisations)
        self.columns.show()
        self.show_step()

    def _make_plan(self) -> None:
        if self._table is None:
            return
        self.message.hide()
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
        self.take_over.setEnabled(False)
        self._session.change(
            partial(
                run_import, plan=self._plan, today=self._session.today(), label=self._path.name
            ),
            self._show_result,
            self._show_error,
        )

    def _show_result(self, result: ImportResult) -> None:
        self.result_of_import = result
        self.done_step.show_result(result)
        self.steps.setCurrentIndex(DONE)
        self.close_button.setFocus()

    def _undo(self) -> None:
        if self.result_of_import is not None:
            self.message.hide()
            self._session.change(
                partial(undo_import, import_id=self.result_of_import.import_id),
                self._show_undone,
                self._show_error,
            )

    def _show_undone(self, _: None) -> None:
        self.result_of_import = None
        self.done_step.show_undone()
        self.close_button.setFocus()

    def _show_error(self, error: LogbookError) -> None:
        self.message.show_error(error)
        self.show_step()

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        self.next.setVisible(self.now == COLUMNS)
        self.next.setEnabled(self._table is not None and self.columns.is_enough)
        self.take_over.setVisible(self.now == TRIAL)
        self.take_over.setEnabled(self.trial.can_go_on)
        (self.take_over if self.now == TRIAL else self.next).setDefault(not self.is_done)
