"""The pages of the export and how one walks through them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.gui import printing
from vp_logboek.gui.export import words
from vp_logboek.gui.export.hidden import HiddenStep
from vp_logboek.gui.export.outside import OutsideStep
from vp_logboek.gui.export.period import PeriodStep
from vp_logboek.gui.export.preview import PreviewStep
from vp_logboek.gui.export.result import ResultStep
from vp_logboek.gui.export.steps import ContentsStep, Step
from vp_logboek.gui.export.work import Prepared, State
from vp_logboek.gui.export.working import Working
from vp_logboek.gui.later import Later
from vp_logboek.gui.session import Session
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.roomy import make_roomy
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.widgets.step_height import StepHeight
from vp_logboek.gui.window.reading_order import put_last

PERIOD, OUTSIDE, CONTENTS, HIDDEN, PREVIEW, RESULT = range(6)
_CONTENTS, _HIDDEN = "Wat erin staat", "Wat verborgen blijft"
_NAMES = ("Welk overzicht?", "Al verstrekt", _CONTENTS, _HIDDEN, "Zo ziet het eruit", "Klaar")
_TURNING: dict[int, QScrollBar.SliderAction] = {
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
}


class ExportSteps(StepDialog):
    """Shows the pages, and in each step only what can be done in it.

    Who derives from it fills ``_state``, how things stand with what is asked for, and
    ``_prepared``, what would be issued; and does what the buttons ask.
    """

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "PDF voor HR")
        self._session = session
        self._state: State | None = None
        self._prepared: Prepared | None = None
        self.period = PeriodStep(session.organisations, session.outline.read_only)
        self._outside = Later(self._make_outside)
        self._contents = Later(lambda: ContentsStep(_CONTENTS))
        self._hidden = Later(lambda: HiddenStep(_HIDDEN))
        self._preview = Later(self._make_preview)
        self._done_step = Later(self._make_done_step)
        self._laters: tuple[Later[Any], ...] = (
            self._outside, self._contents, self._hidden, self._preview, self._done_step,
        )  # fmt: skip
        self.pages: list[QWidget] = [self.period, *self._laters]
        for name, page in zip(_NAMES, self.pages, strict=True):
            self.add_page(name, page)
        self._not_yet = label("", "muted")
        self.working = Working()
        self.add_below(self._not_yet)
        self.add_below(self.working)
        self.next = self.add_primary(self.tr("Volgende"), self.go_on)
        self.save = self.add_primary(self.tr("Opslaan als PDF…"), self.save_pdf, "file-down")
        self.again = self.add_primary(self.tr("Zelfde PDF bewaren…"), self.save_again, "file-down")
        self.lay_out()
        make_roomy(self)
        StepHeight(self)
        for later in self._laters:
            later.made.connect(self._order)
        self.show_step()
        self._ahead = Slices(self)
        self._ahead.add(*(later.build for later in self._laters))

    # --- the pages ------------------------------------------------------------------------------

    @property
    def outside(self) -> OutsideStep:
        """What was given before."""
        return self._outside.page

    @property
    def contents(self) -> ContentsStep:
        """What is in it."""
        return self._contents.page

    @property
    def hidden(self) -> HiddenStep:
        """What stays hidden."""
        return self._hidden.page

    @property
    def preview(self) -> PreviewStep:
        """The pages as they will be."""
        return self._preview.page

    @property
    def done_step(self) -> ResultStep:
        """What was done."""
        return self._done_step.page

    def _make_outside(self) -> OutsideStep:
        made = OutsideStep()
        made.changed.connect(self._forget_prepared)
        return made

    def _make_preview(self) -> PreviewStep:
        made = PreviewStep()
        made.print_button.setToolTip(printing.ABOUT_CONCEPT)
        made.print_button.setAccessibleDescription(printing.ABOUT_CONCEPT)
        made.print_requested.connect(self.print_concept)
        return made

    def _make_done_step(self) -> ResultStep:
        made = ResultStep()
        made.print_requested.connect(self.print_issued)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ahead.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """The lock hides it: nobody waits for what is worked out, and the logbook closes sooner."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.working.stop()

    def _order(self) -> None:
        """The buttons come after the page, whenever that was made."""
        put_last(self, self.working.cancel, self.close_button, self.back, *self._primaries)

    # --- what the buttons ask -------------------------------------------------------------------

    def prepare(self) -> None:
        """Work out what would be issued, and show it."""
        raise NotImplementedError

    def save_pdf(self) -> None:
        """Issue what is shown."""
        raise NotImplementedError

    def save_again(self) -> None:
        """Give what was issued once more."""
        raise NotImplementedError

    def print_concept(self, pdf: bytes) -> None:
        """Print what is shown before it is issued."""
        raise NotImplementedError

    def print_issued(self) -> None:
        """Print what was issued."""
        raise NotImplementedError

    # --- how things stand -----------------------------------------------------------------------

    @property
    def is_over_now(self) -> bool:
        """Whether the year has passed."""
        return self._state is not None and self._state.is_over(self._session.today())

    @property
    def may_issue(self) -> bool:
        """Whether what is shown can be issued: not before the year has passed, nor from a file
        that can only be read.
        """
        return self.is_over_now and not self._session.outline.read_only

    @property
    def asks_given(self) -> bool:
        """Whether it is asked what was given before: only of one year that is new."""
        return self.period.wanted_kind is ReleaseKind.YEAR and not self.was_issued

    @property
    def was_issued(self) -> bool:
        """Whether it was issued before."""
        return self._state is not None and self._state.earlier is not None

    def _forget_prepared(self) -> None:
        if not self.working.is_busy:
            self._prepared = None
            self.show_step()

    def reject(self) -> None:
        """While it is issued there is no way out: that could not be undone, nor its end be told."""
        if not self.working.must_end:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page can be read on from the button that leads on, where the keyboard stands."""
        page, action = self.pages[self.now], _TURNING.get(event.key())
        step = page.page if isinstance(page, Later) else page
        if action is not None and isinstance(step, Step):
            step.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        self._count_steps()
        state, busy = self._state, self.working.is_busy
        issued = self.now == PERIOD and self.was_issued
        waits = self.now == PREVIEW and state is not None and not self.may_issue
        self.next.setVisible(self.now < PREVIEW and not issued)
        self.next.setEnabled(not busy and self._may_go_on())
        self.save.setVisible(self.now == PREVIEW and self.may_issue)
        self.again.setVisible(issued)
        self.again.setEnabled(not busy)
        self.save.setEnabled(not busy and self.now == PREVIEW and bool(self.preview.pdf))
        self.close_button.setEnabled(not self.working.must_end)
        self.pages[self.now].setEnabled(not busy)
        self.back.setEnabled(not busy)
        told = words.NO_PAGES if self.now == PREVIEW and self.preview.has_no_pages else ""
        if waits and state is not None:
            read_only = self._session.outline.read_only
            told = words.READ_ONLY if read_only else words.not_over(state.wanted.periods[-1])
        if self.now == OUTSIDE and not busy and not self._may_go_on():
            told = words.ANSWER_FIRST
        self._not_yet.setText(told)
        self._not_yet.setVisible(bool(told))
        shown = [one for one in (self.next, self.save, self.again) if not one.isHidden()]
        for one in shown:
            one.setDefault(not self.is_done)

    def _may_go_on(self) -> bool:
        if self.now == PERIOD:
            state = self._state
            answered = self.period.question.isHidden() or not self.is_over_now
            return state is not None and not state.blocked and answered
        return self.outside.is_answered if self.now == OUTSIDE else self._prepared is not None

    def _count_steps(self) -> None:
        """Where nothing is asked about earlier figures there is a step less."""
        if self.now > OUTSIDE and not self.asks_given:
            self.tell_step(self.now, RESULT - 1)
        elif not self.asks_given:
            self.tell_step(self.now + 1, RESULT - 1)
        if self.now == PERIOD and self.was_issued:
            self._step.hide()

    def tell_step(self, number: int, steps: int) -> None:
        """Say another number of steps than there are pages."""
        if not self.is_done:
            told = self.tr("Stap {0} van {1}").format(number, steps)
            self._step.setText(told)
            self.setAccessibleDescription(f"{told}: {self.step_title()}")

    def go_back(self) -> None:
        if self.now == CONTENTS and not self.asks_given:
            self.message.hide()
            self.turn_to(PERIOD)
        else:
            super().go_back()

    def go_on(self) -> None:
        """Show the next page, or first work out what it shows."""
        asks = self.now == PERIOD and not self.asks_given
        if self.now == OUTSIDE or asks:
            self.prepare()
        else:
            self.turn_to(self.now + 1)

    def turn_to(self, step: int) -> None:
        """Show this page, with the keyboard at the button that leads on."""
        self.steps.setCurrentIndex(step)
        self.lead_on()

    def lead_on(self) -> None:
        """Give the keyboard to the button that leads on, or to what must come before that."""
        primary = (self.next, self.save, self.again)
        usable = (one for one in primary if not one.isHidden() and one.isEnabled())
        before: QWidget = self.close_button
        if self.now == OUTSIDE:
            before = self.outside.no
        elif self.now == PREVIEW:
            before = self.preview.switch
        next(usable, before).setFocus()
