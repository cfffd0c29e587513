"""From a year to a PDF in five steps: period, contents, what stays hidden, preview, saved."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export import words
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.export.preview import PreviewStep
from vp_logboek.gui.export.result import ResultStep
from vp_logboek.gui.export.steps import ContentsStep, HiddenStep, PeriodStep
from vp_logboek.gui.export.work import Issued, Prepared, issue, prepare
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.services.yearly_report import overview_pdf

PERIOD, CONTENTS, HIDDEN, PREVIEW, RESULT = range(5)


class ExportDialog(StepDialog):
    """Asks ``export``; shows the steps and issues the overview when the user saves it."""

    @classmethod
    def export(
        cls, parent: QWidget, session: Session, organisation: Organisation, year: int
    ) -> bool:
        """Walk through the steps; whether an overview was issued."""
        dialog = cls(parent, session, organisation, year)
        dialog.exec()
        dialog.preview.clear()
        dialog.deleteLater()
        return dialog.is_issued

    def __init__(
        self, parent: QWidget | None, session: Session, organisation: Organisation, year: int
    ) -> None:
        super().__init__(parent, "Jaaroverzicht maken")
        self._session = session
        self._prepared: Prepared | None = None
        self.is_issued = False
        self.period = PeriodStep(session.organisations)
        self.contents = ContentsStep(self.tr("Wat erin staat"))
        self.hidden = HiddenStep(self.tr("Wat verborgen blijft"))
        self.preview = PreviewStep()
        self.done_step = ResultStep()
        for page in (self.period, self.contents, self.hidden, self.preview, self.done_step):
            self.add_page(page.name, page)
        self._not_yet = label("", "muted")
        self.add_below(self._not_yet)
        self.next = self.add_primary(self.tr("Volgende"), self._go_on)
        self.save = self.add_primary(self.tr("Opslaan als PDF…"), self._save, "file-down")
        self.lay_out()
        self.resize(760, 600)
        self._connect_parts()
        self._prepare(organisation, year)

    def _connect_parts(self) -> None:
        self.period.chosen.connect(self._prepare)

    # --- reading ------------------------------------------------------------------------------

    def _prepare(self, organisation: Organisation, year: int) -> None:
        self._prepared = None
        self.show_step()
        self._session.ask(
            partial(prepare, organisation=organisation, year=year),
            self._show_prepared,
            self._show_error,
        )

    def _show_prepared(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self.message.hide()
        self.period.show_prepared(prepared, self._is_over)
        self.contents.show_prepared(prepared)
        self.hidden.show_prepared(prepared)
        self.preview.show_text(words.as_text(prepared.view.report, concept=True))
        self._session.run(
            partial(overview_pdf, prepared.view.report, concept=True),
            self.preview.show_pages,
            self._show_error,
        )
        self.show_step()

    @property
    def _is_over(self) -> bool:
        return self._prepared is not None and self._prepared.period.is_over(self._session.today())

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        waits = self._prepared is not None and not self._is_over
        self.next.setVisible(self.now < PREVIEW)
        self.next.setEnabled(self._prepared is not None)
        self.save.setVisible(self.now == PREVIEW and self._is_over)
        self._not_yet.setVisible(self.now == PREVIEW and waits)
        if self._prepared is not None and waits:
            self._not_yet.setText(words.not_over(self._prepared.period))
        (self.save if self.now == PREVIEW else self.next).setDefault(not self.is_done)

    def _go_on(self) -> None:
        self.steps.setCurrentIndex(self.now + 1)
        (self.next if self.next.isVisible() else self.save).setFocus()

    # --- saving -------------------------------------------------------------------------------

    def _save(self) -> None:
        if self._prepared is None:
            return
        target = PdfPlace.ask(self, words.default_name(self._prepared.period))
        if target is None:
            return
        self.message.hide()
        self.save.setEnabled(False)
        self._session.change(
            partial(issue, prepared=self._prepared, target=target, today=self._session.today()),
            self._show_issued,
            self._show_error,
        )

    def _show_issued(self, issued: Issued) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        self.is_issued = True
        self.save.setEnabled(True)
        self.done_step.show_result(prepared, issued, self._session.today())
        self.steps.setCurrentIndex(RESULT)
        self.close_button.setFocus()

    def _show_error(self, error: LogbookError) -> None:
        self.save.setEnabled(True)
        self.message.show_error(error)
