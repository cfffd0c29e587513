"""Asks the logbook what could be issued, and works that out; nothing in the logbook changes."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Changed, IssuedNotSaved
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export import words, work
from vp_logboek.gui.export.as_text import as_text
from vp_logboek.gui.export.crashes import Crash, answered
from vp_logboek.gui.export.walk import CONTENTS, PERIOD, PREVIEW, ExportSteps
from vp_logboek.gui.export.wanted import Known, Prepared, State
from vp_logboek.gui.session import Session
from vp_logboek.gui.window.focus import focus_first
from vp_logboek.services.yearly_report import overview_pdf


class ExportPreparing(ExportSteps):
    """Nothing is worked out before it is known what was given before, and it can be stopped.

    ``is_issued`` says whether anything was issued since it opened.
    """

    def __init__(
        self, parent: QWidget | None, session: Session, organisation: Organisation, year: int
    ) -> None:
        super().__init__(parent, session)
        self._asked = organisation, year
        self.is_issued = False
        self.period.chosen.connect(self._look)
        self.period.revise_requested.connect(self._revise)
        self.period.answered.connect(self._keep_answer)
        self._read(self._show_first)

    def forget(self) -> None:
        """Let go of the pages and the text."""
        if self._preview.is_made:
            self.preview.clear()

    # --- reading ------------------------------------------------------------------------------

    def _read(self, show: Callable[[Known], None]) -> None:
        self._session.ask(partial(work.read, today=self._session.today()), show, self._show_error)

    def _begin_again(self, _: None) -> None:
        self._read(self._show_known)

    def _show_first(self, known: Known) -> None:
        """Only now it is known what can be chosen: the keyboard goes to the first of it."""
        self._show_known(known)
        focus_first(self.period.widget())

    def _show_known(self, known: Known) -> None:
        self._known = known
        self.period.show_known(known, *self._asked)
        self._look()

    def _look(self) -> None:
        """Something else is asked for: what was worked out is of no use any more."""
        self._state = self._prepared = None
        wanted = self.period.wanted
        self.period.hide_state()
        self.show_step()
        if wanted is not None:
            self._session.ask(partial(work.look, wanted=wanted), self._show_state, self._show_error)

    def _show_state(self, state: State) -> None:
        if state.wanted != self.period.wanted:  # something else was asked for since
            return
        self._state = state
        self.period.standing.show_state(state, self.is_over_now)
        if state.tally is not None:
            self.outside.show_tally(state.tally)
        self.show_step()

    def _keep_answer(self, scopes: tuple[tuple[int, int], ...]) -> None:
        self._session.change(
            partial(work.answer, scopes=scopes, today=self._session.today()),
            self._begin_again,
            self._show_error,
        )

    # --- working out --------------------------------------------------------------------------

    def _work_out(self, job: "Callable[..., Prepared]") -> None:
        stop = Event()
        self.message.hide()
        self.working.begin(words.WORKING, stop.set)
        self.show_step()
        self.close_button.setFocus()  # what was used is out of use meanwhile
        worked_out = answered(partial(job, stop=stop.is_set))
        self._session.ask(worked_out, self._show_prepared, self._tell_failed)

    def _show_prepared(self, prepared: Prepared | Crash) -> None:
        self.working.end()
        if isinstance(prepared, Crash):
            self.show_step()
            raise prepared.error
        self._prepared = prepared
        self.contents.show_prepared(prepared)
        self.hidden.show_prepared(prepared)
        edition = prepared.prospect.edition
        self.preview.show_text(as_text(prepared.report, True, edition))
        self._session.run(
            answered(partial(overview_pdf, prepared.report, concept=True, edition=edition)),
            self._show_pages,
            self._show_no_pages,
        )
        self.turn_to(CONTENTS)

    def _show_pages(self, pdf: bytes | Crash) -> None:
        self.preview.show_pages(b"" if isinstance(pdf, Crash) else pdf)
        self.show_step()
        if isinstance(pdf, Crash):
            raise pdf.error
        if self.now == PREVIEW and self.focusWidget() is self.preview.switch:
            self.lead_on()  # the keyboard waited there for the pages

    def _show_no_pages(self, error: LogbookError) -> None:
        """There is nothing to look at, and nothing to wait for."""
        self._show_pages(b"")
        self._show_error(error)

    def prepare(self) -> None:
        wanted = self.period.wanted
        if wanted is None or (self.asks_given and not self.outside.check()):
            return
        if self._prepared is not None:
            self.turn_to(CONTENTS)
            return
        given = self.outside.numbers() if self.asks_given else {}
        self._work_out(partial(work.prepare, wanted=wanted, given=given))

    def _revise(self) -> None:
        if self._state is not None:
            self._work_out(partial(work.revise, wanted=self._state.wanted))

    # --- what went wrong ----------------------------------------------------------------------

    def _tell_failed(self, error: LogbookError) -> None:
        self.working.end()
        self._show_error(error)
        self.show_step()
        if self.now == PERIOD and self.was_issued:  # Return must not save the PDF by surprise
            self.again.setDefault(False)
            self.period.revise.setFocus()
        else:
            self.lead_on()

    def _show_error(self, error: LogbookError) -> None:
        self.message.show_error(error)
        if isinstance(error, IssuedNotSaved):
            self.is_issued = True
        if isinstance(error, IssuedNotSaved | Changed):
            self._look_again()
        else:
            self.lead_on()

    def _look_again(self) -> None:
        """What is shown may no longer be how it stands; everybody hears of it."""
        self._session.change(_nothing)
        self.turn_to(PERIOD)
        self._look()


def _nothing(_: object) -> None:
    """Changes nothing."""
