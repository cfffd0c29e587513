"""From a year to a PDF: period, given before, contents, what stays hidden, preview, saved."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Changed, IssuedNotSaved
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export import words, work
from vp_logboek.gui.export.as_text import as_text
from vp_logboek.gui.export.hidden import HiddenStep
from vp_logboek.gui.export.outside import OutsideStep
from vp_logboek.gui.export.period import PeriodStep
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.export.preview import PreviewStep
from vp_logboek.gui.export.result import ResultStep
from vp_logboek.gui.export.roomy import make_roomy
from vp_logboek.gui.export.steps import ContentsStep
from vp_logboek.gui.export.work import Issued, Known, Prepared, State
from vp_logboek.gui.export.working import Working
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.services.yearly_report import overview_pdf

PERIOD, OUTSIDE, CONTENTS, HIDDEN, PREVIEW, RESULT = range(6)


class ExportDialog(StepDialog):
    """Asks ``export``; shows the steps and issues the overview when the user saves it.

    Nothing is worked out before it is known what was given before; until it is saved nothing in
    the logbook changes, and what is being worked out can be stopped.
    """

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
        self._asked = organisation, year
        self._state: State | None = None
        self._prepared: Prepared | None = None
        self._run = 0
        self.is_issued = False
        self.period = PeriodStep(session.organisations)
        self.outside = OutsideStep()
        self.contents = ContentsStep(self.tr("Wat erin staat"))
        self.hidden = HiddenStep(self.tr("Wat verborgen blijft"))
        self.preview = PreviewStep()
        self.done_step = ResultStep()
        self.pages = (
            self.period, self.outside, self.contents, self.hidden, self.preview, self.done_step,
        )  # fmt: skip
        for page in self.pages:
            self.add_page(page.name, page)
        self._not_yet = label("", "muted")
        self.working = Working()
        self.add_below(self._not_yet)
        self.add_below(self.working)
        self.next = self.add_primary(self.tr("Volgende"), self._go_on)
        self.save = self.add_primary(self.tr("Opslaan als PDF…"), self._save, "file-down")
        self.again = self.add_primary(self.tr("Zelfde PDF bewaren…"), self._again, "file-down")
        self.lay_out()
        make_roomy(self)
        self._connect_parts()
        self.show_step()
        self._read()

    def _connect_parts(self) -> None:
        self.period.chosen.connect(self._look)
        self.period.revise_requested.connect(self._revise)
        self.period.answered.connect(self._keep_answer)
        self.outside.changed.connect(self._forget_prepared)
        self.finished.connect(self.working.stop)

    # --- reading ------------------------------------------------------------------------------

    def _read(self) -> None:
        self._session.ask(
            partial(work.read, today=self._session.today()), self._show_known, self._show_error
        )

    def _show_known(self, known: Known) -> None:
        self._known = known
        self.period.show_known(known, *self._asked)
        self._look()

    def _look(self) -> None:
        """Something else is asked for: what was worked out is of no use any more."""
        self._state = self._prepared = None
        wanted = self.period.wanted
        self.show_step()
        if wanted is not None:
            self._session.ask(partial(work.look, wanted=wanted), self._show_state, self._show_error)

    def _show_state(self, state: State) -> None:
        if state.wanted != self.period.wanted:  # something else was asked for since
            return
        self._state = state
        self.period.show_state(state, self._is_over)
        if state.tally is not None:
            self.outside.show_tally(state.tally)
        self.show_step()

    def _keep_answer(self, scopes: tuple[tuple[int, int], ...]) -> None:
        self._session.change(
            partial(work.answer, scopes=scopes, today=self._session.today()),
            lambda _: self._read(),
            self._show_error,
        )

    @property
    def _is_over(self) -> bool:
        return self._state is not None and self._state.is_over(self._session.today())

    @property
    def _is_asked(self) -> bool:
        """Whether it is asked what was given before: only of one year that is new."""
        return self.period.wanted_kind is ReleaseKind.YEAR and not self._is_revised

    @property
    def _is_revised(self) -> bool:
        return self._state is not None and self._state.earlier is not None

    # --- working out --------------------------------------------------------------------------

    def _forget_prepared(self) -> None:
        if not self.working.is_busy:
            self._prepared = None
            self.show_step()

    def _work_out(self, job: "Callable[..., Prepared]") -> None:
        stop = Event()
        self._run += 1
        run = self._run
        self.message.hide()
        self.working.begin(words.WORKING, stop.set)
        self.show_step()

        def done(prepared: Prepared) -> None:
            if run == self._run:
                self._show_prepared(prepared)

        def failed(error: LogbookError) -> None:
            if run == self._run:
                self.working.end()
                self._show_error(error)
                self.show_step()

        self._session.ask(partial(job, stop=stop.is_set), done, failed)

    def _show_prepared(self, prepared: Prepared) -> None:
        self.working.end()
        self._prepared = prepared
        self.contents.show_prepared(prepared)
        self.hidden.show_prepared(prepared)
        self.preview.show_text(as_text(prepared.report, concept=True))
        self._session.run(
            partial(overview_pdf, prepared.report, concept=True),
            self.preview.show_pages,
            self._show_error,
        )
        self._turn_to(CONTENTS)

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        self._count_steps()
        state, busy = self._state, self.working.is_busy
        issued = self.now == PERIOD and self._is_revised
        waits = self.now == PREVIEW and state is not None and not self._is_over
        self.next.setVisible(self.now < PREVIEW and not issued)
        self.next.setEnabled(not busy and self._may_go_on())
        self.save.setVisible(self.now == PREVIEW and self._is_over)
        self.again.setVisible(issued)
        self.pages[self.now].setEnabled(not busy)
        self.back.setEnabled(not busy)
        self._not_yet.setVisible(waits)
        if waits and state is not None:
            self._not_yet.setText(words.not_over(state.wanted.periods[-1]))
        shown = [one for one in (self.next, self.save, self.again) if not one.isHidden()]
        for one in shown:
            one.setDefault(not self.is_done)

    def _may_go_on(self) -> bool:
        if self.now == PERIOD:
            state = self._state
            return state is not None and not state.blocked and self.period.question.isHidden()
        return self.outside.is_answered if self.now == OUTSIDE else self._prepared is not None

    def _count_steps(self) -> None:
        """Where nothing is asked about earlier figures there is a step less."""
        if self.now > OUTSIDE and not self._is_asked:
            self.tell_step(self.now, RESULT - 1)
        elif not self._is_asked:
            self.tell_step(self.now + 1, RESULT - 1)
        if self.now == PERIOD and self._is_revised:
            self._step.hide()

    def tell_step(self, number: int, steps: int) -> None:
        """Say another number of steps than there are pages."""
        if not self.is_done:
            told = self.tr("Stap {0} van {1}").format(number, steps)
            self._step.setText(told)
            self.setAccessibleDescription(f"{told}: {self.step_title()}")

    def go_back(self) -> None:
        if self.now == CONTENTS and not self._is_asked:
            self.message.hide()
            self._turn_to(PERIOD)
        else:
            super().go_back()

    def _go_on(self) -> None:
        asks = self.now == PERIOD and not self._is_asked
        if self.now == OUTSIDE or asks:
            self._prepare()
        else:
            self._turn_to(self.now + 1)

    def _prepare(self) -> None:
        wanted = self.period.wanted
        if wanted is None or (self._is_asked and not self.outside.check()):
            return
        if self._prepared is not None:
            self._turn_to(CONTENTS)
            return
        given = self.outside.numbers() if self._is_asked else {}
        self._work_out(partial(work.prepare, wanted=wanted, given=given))

    def _turn_to(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        primary = (self.next, self.save, self.close_button)
        next(one for one in primary if one.isVisible()).setFocus()

    # --- saving -------------------------------------------------------------------------------

    def _revise(self) -> None:
        if self._state is not None:
            self._work_out(partial(work.revise, wanted=self._state.wanted))

    def _save(self) -> None:
        if self._prepared is not None:
            job = partial(work.issue, prepared=self._prepared, today=self._session.today())
            self._save_with(self._prepared.wanted.label, job)

    def _again(self) -> None:
        if self._state is not None and self._state.earlier is not None:
            number = self._state.earlier.number
            self._save_with(self._state.wanted.label, partial(work.issue_again, number=number))

    def _save_with(self, name: str, job: "Callable[..., Issued]") -> None:
        target = PdfPlace.ask(self, words.default_name(name))
        if target is None:
            return
        self.message.hide()
        self.save.setEnabled(False)
        self.again.setEnabled(False)
        self._session.change(partial(job, target=target), self._show_issued, self._show_error)

    def _show_issued(self, issued: Issued) -> None:
        state = self._state
        if state is None:
            return
        self.is_issued = not issued.is_again
        prepared = None if issued.is_again else self._prepared
        if prepared is None:
            lines = words.again_lines(issued.on, issued.number)
        else:
            later = prepared.next_label
            lines = words.result_lines(prepared.report, issued.on, issued.number, later)
        self.done_step.show_result(words.overview_of(state.wanted.label), issued, lines)
        self.steps.setCurrentIndex(RESULT)
        self.close_button.setFocus()

    def _show_error(self, error: LogbookError) -> None:
        self.save.setEnabled(True)
        self.again.setEnabled(True)
        self.message.show_error(error)
        if isinstance(error, IssuedNotSaved):
            self.is_issued = True
        if isinstance(error, IssuedNotSaved | Changed):  # what is shown is no longer how it stands
            self._turn_to(PERIOD)
            self._look()
