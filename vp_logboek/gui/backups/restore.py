"""Putting a copy back: choose, look into it, rehearse and write, and open it if wanted."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.choose_step import ChooseStep
from vp_logboek.gui.backups.place import CopyPlace
from vp_logboek.gui.backups.restore_steps import ContentsStep, DoneStep, PassphraseStep
from vp_logboek.gui.backups.work import ToRestore, free_name
from vp_logboek.gui.later import Later
from vp_logboek.gui.safekeeping.halting import Halting
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets.roomy import make_roomy
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.widgets.step_height import StepHeight
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.services.backups import Contents, look_into, restore

CHOOSE, PASSPHRASE, CONTENTS, DONE = range(4)
_NAMES = ("Kies een kopie", "De wachtzin van de kopie", "Wat erin staat", "Klaar")
_SIZE = QSize(720, 560)
_READING = "De kopie wordt gelezen en nagekeken…"
_READING_STOPPED = "Het lezen is gestopt. Er is niets veranderd."
_WRITING = "De kopie wordt teruggezet en nagekeken…"
_WRITING_STOPPED = "Het terugzetten is gestopt. Er is geen nieuw bestand gemaakt."
_NAMING = "Het nieuwe bestand krijgt zijn naam. Stoppen kan nu niet meer."


class RestoreDialog(StepDialog):
    """Asks through ``restore``. It needs no open logbook, only the threads of the session."""

    @classmethod
    def restore(cls, parent: QWidget, session: Session, found: ToRestore) -> Path | None:
        """Walk through the steps; the restored logbook when the user wants to open it now."""
        dialog = cls(parent, session, found)
        dialog.exec()
        dialog.forget()
        dialog.deleteLater()
        return dialog.to_open

    def __init__(self, parent: QWidget | None, session: Session, found: ToRestore) -> None:
        super().__init__(parent, "Reservekopie terugzetten")
        self._session = session
        self._found = found
        self._target: Path | None = None
        self.to_open: Path | None = None
        self.choose = ChooseStep()
        self._later = Later(self._make_passphrase), Later(ContentsStep), Later(DoneStep)
        pages: tuple[QWidget, ...] = (self.choose, *self._later)
        for name, page in zip(_NAMES, pages, strict=True):
            self.add_page(name, page)
        self.halting = Halting(self)
        self.add_below(self.halting.line)
        self.next = self.add_primary(self.tr("Volgende"), self._go_on)
        self.put_back = self.add_primary(self.tr("Zet terug…"), self._put_back)
        self.open_now = self.add_primary(self.tr("Open dit logboek nu"), self._open_now)
        self.lay_out()
        make_roomy(self, _SIZE)
        StepHeight(self)
        self._connect_parts()
        self.choose.show_copies(found.copies, _ages(found, session.today()))
        self.show_step()
        (self.choose.table if found.copies else self.choose.other).setFocus()

    @property
    def passphrase(self) -> PassphraseStep:
        """The passphrase of the copy."""
        return self._later[0].page

    @property
    def contents(self) -> ContentsStep:
        """What is in the copy."""
        return self._later[1].page

    @property
    def done_step(self) -> DoneStep:
        """What was done."""
        return self._later[2].page

    def _order(self) -> None:
        """The buttons come after the page, whenever that was made."""
        stop = self.halting.line.cancel
        put_last(self, stop, self.close_button, self.back, *self._primaries)

    def _connect_parts(self) -> None:
        for later in self._later:
            later.made.connect(self._order)
        self.choose.chosen.connect(self.show_step)
        self.choose.opened.connect(self._go_on)
        self.choose.other_pressed.connect(self._choose_other)

    def _make_passphrase(self) -> PassphraseStep:
        made = PassphraseStep()
        made.entered.connect(self._go_on)
        made.field.changed.connect(self.show_step)
        return made

    def forget(self) -> None:
        """The passphrase leaves the field, and nobody waits for what is under way."""
        self.halting.stop()
        if self._later[0].is_made:
            self.passphrase.field.clear()

    def reject(self) -> None:
        """Who leaves while a copy is read or put back stops that first."""
        if self.halting.is_busy:
            self.halting.stop()
        else:
            super().reject()

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        ready = self.choose.copy is not None
        if self.now == PASSPHRASE:
            ready = bool(self.passphrase.field.text())
        busy = self.halting.is_busy
        if busy:
            self.setFocus()  # first: what is about to be disabled would leave it nowhere
        self.steps.setEnabled(not busy)
        for part in (self.put_back, self.back, self.close_button):
            part.setEnabled(not busy)
        self.next.setVisible(self.now < CONTENTS)
        self.next.setEnabled(ready and not busy)
        self.put_back.setVisible(self.now == CONTENTS)
        self.open_now.setVisible(self.is_done)
        buttons = (self.next, self.next, self.put_back, self.open_now)
        buttons[self.now].setDefault(True)

    def _go_on(self) -> None:
        if not self.next.isEnabled():
            return
        copy = self.choose.copy
        if self.now == CHOOSE and copy is not None and words.is_set_aside(copy.name):
            self.to_open = copy
            self.accept()
        elif self.now == CHOOSE:
            self.message.hide()
            self.steps.setCurrentIndex(PASSPHRASE)
            self.passphrase.field.setFocus()
        else:
            self._look()

    def _choose_other(self) -> None:
        folder = (
            self._found.copies[0].path.parent if self._found.copies else self._found.path.parent
        )
        path = CopyPlace.existing(self, folder)
        if path is not None:
            self.choose.show_other(path)
            self.next.setFocus()

    # --- looking ------------------------------------------------------------------------------

    def _look(self) -> None:
        copy = self.choose.copy
        if copy is None:
            return
        self.message.hide()
        halt = self.halting.begin(_READING, self.tr("Lezen stoppen"))
        self.show_step()
        work = partial(look_into, copy, self.passphrase.field.text(), halt=halt)
        self._session.run(work, self._show_contents, self._show_error)

    def _show_contents(self, contents: Contents) -> None:
        self.halting.end()
        self.contents.show_contents(contents, self._found.present)
        self.steps.setCurrentIndex(CONTENTS)
        self.put_back.setFocus()

    # --- putting back -------------------------------------------------------------------------

    def _put_back(self) -> None:
        copy = self.choose.copy
        if copy is None:
            return
        target = CopyPlace.target(self, free_name(copy, self._found.path.parent))
        if target is None:
            return
        self._target = target
        self.message.hide()
        halt = self.halting.begin(_WRITING, self.tr("Terugzetten stoppen"), _NAMING)
        self.show_step()
        work = partial(restore, copy, self.passphrase.field.text(), target, halt=halt)
        self._session.run(work, self._show_done, self._show_error)

    def _show_done(self, _: None) -> None:
        self.halting.end()
        self.forget()
        if self._target is not None:
            self.done_step.show_done(self._target)
        self.steps.setCurrentIndex(DONE)
        self.open_now.setFocus()

    def _open_now(self) -> None:
        self.to_open = self._target
        self.accept()

    def _show_error(self, error: LogbookError) -> None:
        self.halting.end()
        self.show_step()
        if isinstance(error, Stopped):
            self.message.say(_READING_STOPPED if self.now == PASSPHRASE else _WRITING_STOPPED)
        else:
            self.message.show_error(error)
        if self.now == PASSPHRASE:
            self.passphrase.field.edit.selectAll()
            self.passphrase.field.setFocus()
        else:
            self.put_back.setFocus()


def _ages(found: ToRestore, today: date) -> tuple[int, ...]:
    return tuple(max(0, (today - copy.made.date()).days) for copy in found.copies)
