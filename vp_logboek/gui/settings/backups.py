"""The card about copies: the folder they go to, what should be known of it, and making one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.backups.work import Standing
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.widgets import (
    Card,
    FieldRows,
    MessageBar,
    Tone,
    button,
    heading,
    label,
)
from vp_logboek.gui.widgets.narrow import leftmost


class BackupCard(Card):
    """Shows one Standing; announces what is wished for."""

    make_pressed = Signal()
    choose_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = MessageBar()
        self.caution = MessageBar()
        self.folder = label("")
        self.last = label("")
        self.choose_button = button(self.tr("Kies een map…"), self.choose_pressed.emit)
        self.make_button = button(self.tr("Maak nu een kopie"), self.make_pressed.emit)
        rows = FieldRows()
        rows.add(self.tr("Map"), self.folder)
        rows.add(self.tr("Laatste"), self.last)
        for part in (self.folder, self.last):
            part.setWordWrap(True)
        for widget in (
            heading(self.tr("Reservekopieën")),
            label(words.FOLDER_HINT, "muted"),
            self.message,
            self.caution,
            rows,
            label(self.tr("Elke dag dat u werkt, komt er vanzelf een kopie bij."), "small"),
            leftmost(self.make_button, self.choose_button),
        ):
            self.body.addWidget(widget)

    def show_standing(self, now: Standing) -> None:
        """Show the folder, the last copy, and what should be known."""
        state = now.state
        self.make_button.setEnabled(True)
        self.make_button.setVisible(state.folder is not None)
        self.folder.setText(str(state.folder) if state.folder else self.tr("nog niet gekozen"))
        never = self.tr("nog geen")
        self.last.setText(words.moment(state.last) if state.last else never)
        if now.caution:
            self.caution.say(now.caution, Tone.WARNING)
        else:
            self.caution.hide()

    def show_begun(self) -> None:
        """One is being made."""
        self.message.hide()
        self.make_button.setEnabled(False)

    def show_made(self) -> None:
        """One was made, and read back."""
        self.message.say(self.tr("De kopie is gemaakt en nagekeken."), Tone.GOOD)

    def show_error(self, error: LogbookError) -> None:
        """None was made."""
        self.make_button.setEnabled(True)
        self.message.show_error(error)


class BackupSettings(QObject):
    """Wires the card to the keeper."""

    def __init__(self, card: BackupCard, keeper: BackupKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._window = window
        keeper.stood.connect(card.show_standing)
        keeper.begun.connect(card.show_begun)
        keeper.made.connect(card.show_made)
        keeper.failed.connect(card.show_error)
        card.make_pressed.connect(keeper.make)
        card.choose_pressed.connect(self._choose)

    def _choose(self) -> None:
        folder = FilePlace.folder(self._window)
        if folder is not None:
            self._keeper.make_in(folder)
