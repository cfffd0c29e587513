"""From a year to a PDF: period, given before, contents, what stays hidden, preview, saved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui import printing
from vp_logboek.gui.export import result_words, saving, words
from vp_logboek.gui.export.crashes import Crash, answered
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.export.preparing import ExportPreparing
from vp_logboek.gui.export.saving import Issued
from vp_logboek.gui.export.walk import CONTENTS, HIDDEN, OUTSIDE, PERIOD, PREVIEW, RESULT
from vp_logboek.gui.export.wanted import Prepared
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import Tone

__all__ = ["CONTENTS", "HIDDEN", "OUTSIDE", "PERIOD", "PREVIEW", "RESULT", "ExportDialog"]


class ExportDialog(ExportPreparing):
    """Asks ``export``; shows the steps and issues the overview when the user saves it.

    Until it is saved nothing in the logbook changes.
    """

    @classmethod
    def export(
        cls, parent: QWidget, session: Session, organisation: Organisation, year: int
    ) -> bool:
        """Walk through the steps; whether an overview was issued."""
        dialog = cls(parent, session, organisation, year)
        dialog.exec()
        dialog.forget()
        dialog.deleteLater()
        return dialog.is_issued

    def __init__(
        self, parent: QWidget | None, session: Session, organisation: Organisation, year: int
    ) -> None:
        super().__init__(parent, session, organisation, year)
        self._number, self._label = 0, ""  # of what was saved last
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_shown)

    # --- saving -------------------------------------------------------------------------------

    def save_pdf(self) -> None:
        if self._prepared is not None and self.preview.pdf:  # nobody issues what was not shown
            job = partial(saving.issue, prepared=self._prepared, today=self._session.today())
            self._label, name = self._prepared.wanted.label, self._name_of(self._prepared)
            self._save_with(name, job, self._session.change, words.ISSUING)

    def save_again(self) -> None:
        if self._state is not None and self._state.earlier is not None:
            earlier = self._state.earlier
            job = partial(saving.issue_again, number=earlier.number)
            several = len(self._session.organisations) > 1
            self._label, name = self._state.wanted.label, words.name_of(earlier, several)
            self._save_with(name, job, self._session.ask, words.SAVING_AGAIN)

    def _name_of(self, prepared: Prepared) -> str:
        wanted, several = prepared.wanted, len(self._session.organisations) > 1
        name = wanted.organisation.name if several else ""
        return words.default_name(wanted.label, prepared.prospect.edition, wanted.is_together, name)

    def _save_with(
        self, name: str, job: "Callable[..., Issued]", put: "Callable[..., None]", saying: str
    ) -> None:
        target = PdfPlace.ask(self, name)
        if target is None:
            return
        self.message.hide()
        self.working.begin(saying)
        self.show_step()
        put(answered(partial(job, target=target)), self._show_issued, self._tell_not_saved)

    def _tell_not_saved(self, error: LogbookError) -> None:
        self.working.end()
        self.show_step()
        self._show_error(error)

    def _show_issued(self, issued: Issued | Crash) -> None:
        self.working.end()
        if isinstance(issued, Crash):  # it may have been issued
            self.message.say(words.CRASHED, Tone.PROBLEM)
            self._look_again()
            raise issued.error
        self.is_issued = not issued.is_again
        prepared = None if issued.is_again else self._prepared
        if prepared is None:
            sections = result_words.again_sections(issued)
        else:
            later, is_revised = prepared.next_label, prepared.prospect.revised
            sections = result_words.result_sections(prepared.report, issued, later, is_revised)
        if issued.trouble is not None:
            sections = (*sections, result_words.trouble_section(issued.trouble))
        self._number = issued.number
        self.done_step.show_result(words.overview_of(self._label), issued, sections)
        self.steps.setCurrentIndex(RESULT)
        self.close_button.setFocus()

    # --- printing -----------------------------------------------------------------------------

    def print_shown(self) -> None:
        """Print what is shown, where there are pages."""
        if self.working.is_busy:
            return
        if self.now == PREVIEW:
            self.preview.ask_print()
        elif self.now == RESULT and self.done_step.print_button.isVisible():
            self.print_issued()

    def print_concept(self, pdf: bytes) -> None:
        printing.print_overview(self, pdf, self.message, concept=True)

    def print_issued(self) -> None:
        self._session.ask(
            partial(saving.stored, number=self._number), self._print, self._show_error
        )

    def _print(self, pdf: bytes) -> None:
        printing.print_overview(self, pdf, self.message)
