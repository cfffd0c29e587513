"""The cards with what belongs to this computer, not to the logbook: looks and the lock."""

from PySide6.QtWidgets import QCheckBox, QComboBox

from vp_logboek.gui.lock.shade import IS_NEEDED
from vp_logboek.gui.preferences import LONGEST_IDLE, SHORTEST_IDLE, Preferences
from vp_logboek.gui.settings.words import LOCK_HINT
from vp_logboek.gui.theme import TEXT_PERCENTS, Mode
from vp_logboek.gui.widgets import Card, FieldRows, heading
from vp_logboek.gui.widgets.choices import calm_wheel
from vp_logboek.gui.widgets.narrow import leftmost


class LookCard(Card):
    """Light or dark, and how large the text is."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.mode = _list()
        self.percent = _list()
        for mode, words in (
            (Mode.SYSTEM, self.tr("zoals de computer")),
            (Mode.LIGHT, self.tr("licht")),
            (Mode.DARK, self.tr("donker")),
            (Mode.CONTRAST, self.tr("hoog contrast")),
        ):
            self.mode.addItem(words, mode)
        for percent in TEXT_PERCENTS:
            self.percent.addItem(f"{percent} %", percent)
        rows = FieldRows()
        rows.add(self.tr("Kleuren"), leftmost(self.mode), focus=self.mode)
        rows.add(self.tr("Grootte van de tekst"), leftmost(self.percent), focus=self.percent)
        self.body.addWidget(heading(self.tr("Uiterlijk")))
        self.body.addWidget(rows)
        self.mode.activated.connect(self._keep_mode)
        self.percent.activated.connect(self._keep_percent)

    def read(self) -> None:
        """Show what is kept on this computer."""
        self.mode.setCurrentIndex(self.mode.findData(self._preferences.mode))
        kept = self._preferences.text_percent
        nearest = min(TEXT_PERCENTS, key=lambda percent: abs(percent - kept))
        self.percent.setCurrentIndex(self.percent.findData(nearest))

    def _keep_mode(self) -> None:
        self._preferences.set_mode(Mode(self.mode.currentData()))

    def _keep_percent(self) -> None:
        self._preferences.set_text_percent(int(self.percent.currentData()))


class LockCard(Card):
    """When the logbook locks itself."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.minutes = _list()
        for minutes in range(SHORTEST_IDLE, LONGEST_IDLE + 1):
            words = self.tr("1 minuut") if minutes == 1 else self.tr("{0} minuten").format(minutes)
            self.minutes.addItem(words, minutes)
        rows = FieldRows()
        rows.add(self.tr("Vergrendelen na"), leftmost(self.minutes), LOCK_HINT, self.minutes)
        self.minimised = QCheckBox(self.tr("Vergrendelen als u het venster klein maakt"))
        self.hidden = QCheckBox(self.tr("Verbergen zolang u in een ander programma werkt"))
        self.body.addWidget(heading(self.tr("Slot")))
        self.body.addWidget(rows)
        self.body.addWidget(self.minimised)
        self.body.addWidget(self.hidden)
        self.hidden.setVisible(IS_NEEDED)  # only now: before it was put anywhere it is a window
        self.minutes.activated.connect(self._keep)
        self.minimised.clicked.connect(preferences.set_locks_when_minimised)
        self.hidden.clicked.connect(preferences.set_hides_when_inactive)

    def read(self) -> None:
        """Show what is kept on this computer."""
        self.minutes.setCurrentIndex(self.minutes.findData(self._preferences.idle_minutes))
        self.minimised.setChecked(self._preferences.locks_when_minimised)
        self.hidden.setChecked(self._preferences.hides_when_inactive)

    def _keep(self) -> None:
        self._preferences.set_idle_minutes(int(self.minutes.currentData()))


def _list() -> QComboBox:
    made = QComboBox()
    calm_wheel(made)
    return made
