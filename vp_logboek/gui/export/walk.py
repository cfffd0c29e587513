"""How one walks through the pages of the export."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.gui.export import words
from vp_logboek.gui.export.pages import (
    CONTENTS,
    HIDDEN,
    OUTSIDE,
    PERIOD,
    PREVIEW,
    RESULT,
    ExportPages,
)
from vp_logboek.gui.export.steps import Step
from vp_logboek.gui.export.wanted import Prepared, State
from vp_logboek.gui.later import Later
from vp_logboek.gui.session import Session

__all__ = ["CONTENTS", "HIDDEN", "OUTSIDE", "PERIOD", "PREVIEW", "RESULT", "ExportSteps"]

_TURNING: dict[int, QScrollBar.SliderAction] = {
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
}


class ExportSteps(ExportPages):
    """Offers in each step only what can be done in it.

    Who derives from it fills ``_state``, how things stand with what is asked for, and
    ``_prepared``, what would be issued.
    """

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, session)
        self._state: State | None = None
        self._prepared: Prepared | None = None
        self.show_step()

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

    def forget_prepared(self) -> None:
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
