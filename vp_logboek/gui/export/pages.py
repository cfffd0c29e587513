"""The pages of the export, made when they are needed, and the buttons below them."""

from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from vp_logboek.gui import printing
from vp_logboek.gui.export.hidden import HiddenStep
from vp_logboek.gui.export.outside import OutsideStep
from vp_logboek.gui.export.period import PeriodStep
from vp_logboek.gui.export.preview import PreviewStep
from vp_logboek.gui.export.result import ResultStep
from vp_logboek.gui.export.steps import ContentsStep
from vp_logboek.gui.later import Later
from vp_logboek.gui.session import Session
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.roomy import make_roomy
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.widgets.step_height import StepHeight
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.gui.working import Working

PERIOD, OUTSIDE, CONTENTS, HIDDEN, PREVIEW, RESULT = range(6)
_CONTENTS, _HIDDEN = "Wat erin staat", "Wat verborgen blijft"
_NAMES = ("Welk overzicht?", "Al verstrekt", _CONTENTS, _HIDDEN, "Zo ziet het eruit", "Klaar")


class ExportPages(StepDialog):
    """Who derives from it does what the buttons and the pages ask."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "PDF voor HR")
        self._session = session
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
        made.changed.connect(self.forget_prepared)
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

    # --- what they ask ------------------------------------------------------------------------

    def go_on(self) -> None:
        """Show the next page, or first work out what it shows."""
        raise NotImplementedError

    def forget_prepared(self) -> None:
        """Something else was given before: what was worked out is of no use any more."""
        raise NotImplementedError

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
