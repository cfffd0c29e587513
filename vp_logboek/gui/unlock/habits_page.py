"""The last step of a new logbook: when it locks itself, and where copies of it go."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox

from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.preferences import LONGEST_IDLE, SHORTEST_IDLE, Preferences
from vp_logboek.gui.settings.words import LOCK_HINT
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.widgets import FieldRows, Tone, button, calm_wheel, label, primary_button
from vp_logboek.gui.widgets.narrow import leftmost


class HabitsPage(CalmPage):
    """``folder_chosen`` carries the folder for backups, ``finished`` tells that all is done."""

    folder_chosen = Signal(object)
    finished = Signal()
    back_requested = Signal()

    def __init__(self, preferences: Preferences, step: str) -> None:
        super().__init__()
        self._preferences = preferences
        self.minutes = QComboBox()
        calm_wheel(self.minutes)
        for minutes in range(SHORTEST_IDLE, LONGEST_IDLE + 1):
            words = self.tr("1 minuut") if minutes == 1 else self.tr("{0} minuten").format(minutes)
            self.minutes.addItem(words, minutes)
        self.choose_folder = button(self.tr("&Kies een map…"), self._choose_folder, "folder-open")
        self.next = primary_button(self.tr("Schrijf uw &eerste gesprek"), self._finish)
        self.back = button(self.tr("&Vorige"), self.back_requested.emit)
        self._lay_out(step)

    def _lay_out(self, step: str) -> None:
        rows = FieldRows(fields_need=40)
        rows.add(self.tr("&Op slot na"), leftmost(self.minutes), LOCK_HINT, self.minutes)
        self.folder_row = rows.add(
            self.tr("&Reservekopieën"),
            leftmost(self.choose_folder),
            self.tr(
                "Liefst op een stick of andere schijf. Gaat de computer stuk, dan hebt u uw "
                "logboek nog."
            ),
            self.choose_folder,
        )
        self.begin_with(self.tr("Slot en reservekopie"), step)
        self.body.addWidget(rows)
        self.body.addWidget(label(self.tr("U kunt dit later bij Instellingen wijzigen."), "muted"))
        self.end_with(self.next, self.back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.minutes.setCurrentIndex(self.minutes.findData(self._preferences.idle_minutes))
        self.minutes.setFocus()

    def show_folder(self, folder: Path | None, caution: str) -> None:
        """Where copies go, and what should be known of that folder."""
        self.folder_row.set_hint(self.tr("De eerste kopie staat in {0}.").format(folder))
        if caution:
            self.message.say(caution, Tone.WARNING)

    def _choose_folder(self) -> None:
        folder = FilePlace.folder(self)
        if folder is not None:
            self.folder_chosen.emit(folder)

    def _finish(self) -> None:
        self._preferences.set_idle_minutes(int(self.minutes.currentData()))
        self.finished.emit()
