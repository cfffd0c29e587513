"""From a year to a PDF in five steps: period, contents, what stays hidden, preview, saved."""

from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export import words
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.export.preview import PreviewStep
from vp_logboek.gui.export.result import ResultStep
from vp_logboek.gui.export.steps import ContentsStep, HiddenStep, PeriodStep
from vp_logboek.gui.export.work import Issued, Prepared, issue, prepare
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import MessageBar, button, label, primary_button, title
from vp_logboek.services.yearly_report import overview_pdf

PERIOD, CONTENTS, HIDDEN, PREVIEW, RESULT = range(5)


class ExportDialog(QDialog):
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
        super().__init__(parent)
        self._session = session
        self._prepared: Prepared | None = None
        self.is_issued = False
        self.setWindowTitle(self.tr("Jaaroverzicht maken"))
        self.period = PeriodStep(session.organisations)
        self.contents = ContentsStep(self.tr("Wat erin staat"))
        self.hidden = HiddenStep(self.tr("Wat verborgen blijft"))
        self.preview = PreviewStep()
        self.done_step = ResultStep()
        self._lay_out()
        self._connect_parts()
        self._prepare(organisation, year)

    def _connect_parts(self) -> None:
        self.period.chosen.connect(self._prepare)
        self.steps.currentChanged.connect(self._show_step)

    # --- reading ------------------------------------------------------------------------------

    def _prepare(self, organisation: Organisation, year: int) -> None:
        self._prepared = None
        self._show_step()
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
        self._show_step()

    @property
    def _is_over(self) -> bool:
        return self._prepared is not None and self._prepared.period.is_over(self._session.today())

    # --- walking ------------------------------------------------------------------------------

    def _show_step(self) -> None:
        """Say which step this is, and offer only what can be done in it."""
        now = self.steps.currentIndex()
        done = now == RESULT
        names = [part.name for part in self._parts]
        self._title.setText(names[now])
        step = self.tr("Stap {0} van {1}").format(now + 1, RESULT)
        self._step.setText("" if done else step)
        self._step.setVisible(not done)
        self.setAccessibleDescription(f"{self._step.text()}: {names[now]}")
        self.back.setVisible(PERIOD < now < RESULT)
        self.next.setVisible(now < PREVIEW)
        self.next.setEnabled(self._prepared is not None)
        self.save.setVisible(now == PREVIEW and self._is_over)
        self._not_yet.setVisible(
            now == PREVIEW and self._prepared is not None and not self._is_over
        )
        if self._prepared is not None and not self._is_over:
            self._not_yet.setText(words.not_over(self._prepared.period))
        primary = self.save if now == PREVIEW else self.next
        primary.setDefault(not done)
        self.close_button.setText(self.tr("Sluiten") if done else self.tr("Stoppen"))

    def _go_on(self) -> None:
        self.steps.setCurrentIndex(self.steps.currentIndex() + 1)
        (self.next if self.next.isVisible() else self.save).setFocus()

    def _go_back(self) -> None:
        self.message.hide()
        self.steps.setCurrentIndex(self.steps.currentIndex() - 1)

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

    # --- layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._parts = (self.period, self.contents, self.hidden, self.preview, self.done_step)
        self.steps = QStackedWidget()
        for part in self._parts:
            self.steps.addWidget(part)
        self._step = label("", "muted", wrap=False)
        self._title = title("")
        self.message = MessageBar()
        self._not_yet = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for above in (self._step, self._title, self.message):
            column.addWidget(above)
        column.addWidget(self.steps, 1)
        column.addWidget(self._not_yet)
        column.addLayout(self._lay_out_buttons())
        self.resize(760, 600)

    def _lay_out_buttons(self) -> QHBoxLayout:
        self.close_button = button(self.tr("Stoppen"), self.reject)
        self.back = button(self.tr("Vorige"), self._go_back)
        self.next = primary_button(self.tr("Volgende"), self._go_on)
        self.save = primary_button(self.tr("Opslaan als PDF…"), self._save, icon_name="file-down")
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.close_button)
        row.addStretch(1)
        for part in (self.back, self.next, self.save):
            row.addWidget(part)
        return row
