"""Putting a copy back: choose, look into it, rehearse and write, and open it if wanted."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.place import CopyPlace
from vp_logboek.gui.backups.restore_steps import (
    ChooseStep,
    ContentsStep,
    DoneStep,
    PassphraseStep,
)
from vp_logboek.gui.backups.work import ToRestore, free_name
from vp_logboek.gui.later import Later
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets.roomy import make_roomy
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.services.backups import Contents, look_into, restore

CHOOSE, PASSPHRASE, CONTENTS, DONE = range(4)
_NAMES = ("Kies een kopie", "De wachtzin van de kopie", "Wat erin staat", "Klaar")
_SIZE = QSize(720, 560)


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
        self._is_writing = False
        self._target: Path | None = None
        self.to_open: Path | None = None
        self.choose = ChooseStep()
        self.passphrase = PassphraseStep()
        self._contents, self._done_step = Later(ContentsStep), Later(DoneStep)
        pages: tuple[QWidget, ...] = (
            self.choose, self.passphrase, self._contents, self._done_step,
        )  # fmt: skip
        for name, page in zip(_NAMES, pages, strict=True):
            self.add_page(name, page)
        self.next = self.add_primary(self.tr("Volgende"), self._go_on)
        self.put_back = self.add_primary(self.tr("Zet terug…"), self._put_back)
        self.open_now = self.add_primary(self.tr("Open dit logboek nu"), self._open_now)
        self.lay_out()
        make_roomy(self, _SIZE)
        self._connect_parts()
        self.choose.show_copies(found.copies, _ages(found, session.today()))
        self.show_step()
        (self.choose.table if found.copies else self.choose.other).setFocus()

    @property
    def contents(self) -> ContentsStep:
        """What is in the copy."""
        return self._contents.page

    @property
    def done_step(self) -> DoneStep:
        """What was done."""
        return self._done_step.page

    def _order(self) -> None:
        """The buttons come after the page, whenever that was made."""
        put_last(self, self.close_button, self.back, *self._primaries)

    def _connect_parts(self) -> None:
        for later in (self._contents, self._done_step):
            later.made.connect(self._order)
        self.choose.chosen.connect(self.show_step)
        self.choose.opened.connect(self._go_on)
        self.choose.other_pressed.connect(self._choose_other)
        self.passphrase.entered.connect(self._go_on)
        self.passphrase.field.changed.connect(self.show_step)

    def forget(self) -> None:
        """The passphrase leaves the field."""
        self.passphrase.field.clear()

    def reject(self) -> None:
        """While the copy is being written there is no way back."""
        if not self._is_writing:
            super().reject()

    # --- walking ------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        ready = self.choose.copy is not None
        if self.now == PASSPHRASE:
            ready = bool(self.passphrase.field.text()) and self.passphrase.field.isEnabled()
        self.next.setVisible(self.now < CONTENTS)
        self.next.setEnabled(ready)
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
        self.passphrase.show_busy(True)
        self.show_step()
        work = partial(look_into, copy, self.passphrase.field.text())
        self._session.run(work, self._show_contents, self._show_error)

    def _show_contents(self, contents: Contents) -> None:
        self.passphrase.show_busy(False)
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
        self._show_writing(True)
        work = partial(restore, copy, self.passphrase.field.text(), target)
        self._session.run(work, self._show_done, self._show_error)

    def _show_writing(self, writing: bool) -> None:
        self._is_writing = writing
        self.contents.show_busy(writing)
        for part in (self.put_back, self.back, self.close_button):
            part.setEnabled(not writing)

    def _show_done(self, _: None) -> None:
        self._show_writing(False)
        self.forget()
        if self._target is not None:
            self.done_step.show_done(self._target)
        self.steps.setCurrentIndex(DONE)
        self.open_now.setFocus()

    def _open_now(self) -> None:
        self.to_open = self._target
        self.accept()

    def _show_error(self, error: LogbookError) -> None:
        self._show_writing(False)
        self.passphrase.show_busy(False)
        self.message.show_error(error)
        self.show_step()
        if self.now == PASSPHRASE:
            self.passphrase.field.edit.selectAll()
            self.passphrase.field.setFocus()


def _ages(found: ToRestore, today: date) -> tuple[int, ...]:
    return tuple(max(0, (today - copy.made.date()).days) for copy in found.copies)
