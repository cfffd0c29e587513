"""What can still be read of a damaged logbook goes into a new one; what was lost is listed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QProgressBar, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.place import CopyPlace
from vp_logboek.gui.backups.step import Step
from vp_logboek.gui.backups.work import rescued_name
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.widgets import FieldRow, MessageBar, Tone, label
from vp_logboek.gui.widgets.roomy import make_roomy
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.widgets.step_height import StepHeight
from vp_logboek.services.rescue import (
    Rescued,
    lost_in_words,
    rescue,
    rescue_with_copy,
    rescue_with_sheet,
)

ASK, DONE = range(2)
_SIZE = QSize(680, 460)


class AskStep(Step):
    """What will happen, and the passphrase of the damaged logbook unless a sheet was typed."""

    def __init__(self, by_sheet: bool) -> None:
        super().__init__(self.tr("Red wat er te lezen is"))
        self.field = PassphraseField(self.tr("Wachtzin van het logboek"))
        row = FieldRow(self.tr("&Wachtzin"), self.field, focus=self.field.edit)
        row.set_label_width(0)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Het beschadigde bestand wordt gelezen"))
        for text in words.BEFORE_RESCUE:
            self.page.addWidget(label(text))
        self.page.addWidget(row)
        row.setVisible(not by_sheet)
        self.page.addWidget(self._busy)
        self.page.addStretch(1)
        self.show_busy(False)

    def show_busy(self, busy: bool) -> None:
        """Whether the damaged file is being read."""
        self.field.setEnabled(not busy)
        self._busy.setVisible(busy)


class RescuedStep(Step):
    """What was rescued, and each kind of thing that was lost."""

    def __init__(self) -> None:
        super().__init__(self.tr("Klaar"))
        self.outcome = MessageBar()
        self.lost = label("")
        self._heading = label(self.tr("Dit kon niet meer worden gelezen:"), "strong")
        for part in (self.outcome, self._heading, self.lost):
            self.page.addWidget(part)
        self.page.addStretch(1)

    def show_rescued(self, rescued: Rescued, target: Path, by_sheet: bool) -> None:
        """Tell what is in the new file and what is not."""
        lines = lost_in_words(rescued)
        tone = Tone.WARNING if lines else Tone.GOOD
        said = words.rescued(rescued.talks, rescued.dossiers, target.name, by_sheet)
        self.outcome.say(said, tone)
        self.lost.setText("\n".join(f"• {line}" for line in lines))
        self._heading.setVisible(bool(lines))
        self.lost.setVisible(bool(lines))


class RescueDialog(StepDialog):
    """Asks through ``rescue``. It needs no open logbook, only the threads of the session.

    Where the start of the file is damaged too it goes by a backup, or by the lines of the sheet.
    """

    @classmethod
    def rescue(
        cls, parent: QWidget, session: Session, damaged: Path, passphrase: str,
        copy: Path | None = None, sheet: tuple[str, ...] = (),
    ) -> Path | None:  # fmt: skip
        """Walk through the steps; the rescued logbook when the user wants to open it now."""
        dialog = cls(parent, session, damaged, passphrase, copy, sheet)
        dialog.exec()
        dialog.forget()
        dialog.deleteLater()
        return dialog.to_open

    def __init__(
        self, parent: QWidget | None, session: Session, damaged: Path, passphrase: str,
        copy: Path | None = None, sheet: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        super().__init__(parent, "Logboek redden")
        self._copy, self._sheet = copy, sheet
        self._session = session
        self._damaged = damaged
        self._is_writing = False
        self._target: Path | None = None
        self.to_open: Path | None = None
        self.asked = AskStep(bool(sheet))
        self.done_step = RescuedStep()
        for page in (self.asked, self.done_step):
            self.add_page(page.name, page)
        self.begin = self.add_primary(self.tr("Red wat er te lezen is…"), self._rescue)
        self.open_now = self.add_primary(self.tr("Open dit logboek nu"), self._open_now)
        self.lay_out()
        make_roomy(self, _SIZE)
        StepHeight(self)
        self.asked.field.edit.setText(passphrase)
        self.asked.field.changed.connect(self.show_step)
        self.asked.field.entered.connect(self.begin.click)
        self.show_step()

    def forget(self) -> None:
        """The passphrase leaves the field, and so does the sheet."""
        self.asked.field.clear()
        self._sheet = ()

    def reject(self) -> None:
        """While the new file is being written there is no way back."""
        if not self._is_writing:
            super().reject()

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        self.begin.setVisible(not self.is_done)
        is_ready = bool(self.asked.field.text() or self._sheet)
        self.begin.setEnabled(is_ready and not self._is_writing)
        self.open_now.setVisible(self.is_done)
        (self.open_now if self.is_done else self.begin).setDefault(True)

    def _rescue(self) -> None:
        target = CopyPlace.target(self, rescued_name(self._damaged))
        if target is None:
            return
        self._target = target
        self.message.hide()
        self._show_writing(True)
        self._session.run(self._work(target), self._show_done, self._show_error)

    def _work(self, target: Path) -> Callable[[], Rescued]:
        typed = self.asked.field.text()
        if self._sheet:
            return partial(rescue_with_sheet, self._damaged, self._sheet, target)
        if self._copy is not None:
            return partial(rescue_with_copy, self._damaged, self._copy, typed, target)
        return partial(rescue, self._damaged, typed, target)

    def _show_writing(self, writing: bool) -> None:
        self._is_writing = writing
        self.asked.show_busy(writing)
        self.close_button.setEnabled(not writing)
        self.show_step()

    def _show_done(self, rescued: Rescued) -> None:
        self._show_writing(False)
        if self._target is not None:
            self.done_step.show_rescued(rescued, self._target, bool(self._sheet))
        self.forget()
        self.steps.setCurrentIndex(DONE)
        self.open_now.setFocus()

    def _open_now(self) -> None:
        self.to_open = self._target
        self.accept()

    def _show_error(self, error: LogbookError) -> None:
        self._show_writing(False)
        self.message.show_error(error)
