"""The cards with what belongs to this computer, not to the logbook: looks and the lock."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox

from vp_logboek.gui.settings.words import LOCK_HINT
from vp_logboek.gui.theme import TEXT_PERCENTS, Mode
from vp_logboek.gui.widgets import Card, FieldRows, heading
from vp_logboek.gui.widgets.choices import calm_wheel

MODE_KEY = "look/mode"
PERCENT_KEY = "look/text_percent"
LOCK_KEY = "lock/minutes"
LOCK_DEFAULT = 5
LOCK_LONGEST = 15


class LookCard(Card):
    """Light or dark, and how large the text is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = QComboBox()
        self.percent = QComboBox()
        for mode, words in (
            (Mode.SYSTEM, self.tr("zoals de computer")),
            (Mode.LIGHT, self.tr("licht")),
            (Mode.DARK, self.tr("donker")),
        ):
            self.mode.addItem(words, mode.value)
        for percent in TEXT_PERCENTS:
            self.percent.addItem(f"{percent} %", percent)
        rows = FieldRows()
        rows.add(self.tr("Kleuren"), self.mode)
        rows.add(self.tr("Grootte van de tekst"), self.percent)
        self.body.addWidget(heading(self.tr("Uiterlijk")))
        self.body.addWidget(rows)
        for list_ in (self.mode, self.percent):
            calm_wheel(list_)
            list_.activated.connect(self._keep)

    def read(self) -> None:
        """Show what is kept on this computer."""
        kept = QSettings()
        self.mode.setCurrentIndex(max(0, self.mode.findData(kept.value(MODE_KEY, "systeem"))))
        percent = int(str(kept.value(PERCENT_KEY, 100)))
        self.percent.setCurrentIndex(max(0, self.percent.findData(percent)))

    def _keep(self) -> None:
        kept = QSettings()
        kept.setValue(MODE_KEY, self.mode.currentData())
        kept.setValue(PERCENT_KEY, self.percent.currentData())
        self.changed.emit()


class LockCard(Card):
    """After how many minutes the logbook locks itself."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.minutes = QSpinBox()
        self.minutes.setRange(1, LOCK_LONGEST)
        self.minutes.setSuffix(self.tr(" minuten"))
        calm_wheel(self.minutes)
        rows = FieldRows()
        rows.add(self.tr("Vergrendelen na"), self.minutes, LOCK_HINT)
        self.body.addWidget(heading(self.tr("Slot")))
        self.body.addWidget(rows)
        self.minutes.valueChanged.connect(self._keep)

    def read(self) -> None:
        """Show what is kept on this computer."""
        self.minutes.blockSignals(True)
        self.minutes.setValue(int(str(QSettings().value(LOCK_KEY, LOCK_DEFAULT))))
        self.minutes.blockSignals(False)

    def _keep(self) -> None:
        QSettings().setValue(LOCK_KEY, self.minutes.value())
        self.changed.emit()
