"""What the window remembers between days: sizes and looks, never anything of the content."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from vp_logboek.gui.theme import TEXT_PERCENTS, Mode

MODE, PERCENT, IDLE = "look/mode", "look/text_percent", "lock/minutes"
MINIMISED, INACTIVE = "lock/minimised", "lock/hidden_when_inactive"
NAMES = "write/warns_of_names"
ON, OFF = "aan", "uit"
SHORTEST_IDLE, LONGEST_IDLE, DEFAULT_IDLE = 1, 15, 5
"""Minutes without a key or a mouse before the logbook locks; it is never "off"."""


class Preferences(QObject):
    """Kept in QSettings. ``changed`` tells that looks or idle time changed; they hold at once."""

    changed = Signal()

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings or QSettings()

    @property
    def mode(self) -> Mode:
        """Light, dark, or as the system has it."""
        kept = str(self._settings.value(MODE, Mode.SYSTEM.value))
        return Mode(kept) if kept in list(Mode) else Mode.SYSTEM

    def set_mode(self, mode: Mode) -> None:
        """Choose light or dark."""
        self._keep(MODE, mode.value)

    @property
    def text_percent(self) -> int:
        """The size of the text, 90 to 200."""
        return _number(self._settings.value(PERCENT), 100, TEXT_PERCENTS[0], TEXT_PERCENTS[-1])

    def set_text_percent(self, percent: int) -> None:
        """Choose the size of the text."""
        self._keep(PERCENT, percent)

    def step_text(self, steps: int) -> None:
        """One size larger or smaller; 0 is the normal size."""
        here = min(
            range(len(TEXT_PERCENTS)), key=lambda n: abs(TEXT_PERCENTS[n] - self.text_percent)
        )
        there = min(max(0, here + steps), len(TEXT_PERCENTS) - 1)
        self.set_text_percent(TEXT_PERCENTS[there] if steps else 100)

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without use the logbook locks."""
        kept = self._settings.value(IDLE)
        return _number(kept, DEFAULT_IDLE, SHORTEST_IDLE, LONGEST_IDLE)

    def set_idle_minutes(self, minutes: int) -> None:
        """Choose after how many minutes the logbook locks."""
        self._keep(IDLE, minutes)

    @property
    def locks_when_minimised(self) -> bool:
        """Whether a window that is made small locks the logbook."""
        return str(self._settings.value(MINIMISED, ON)) == ON

    def set_locks_when_minimised(self, on: bool) -> None:
        """Choose whether a window that is made small locks the logbook."""
        self._keep(MINIMISED, ON if on else OFF)

    @property
    def hides_when_inactive(self) -> bool:
        """Whether the content is hidden while one works in another program."""
        return str(self._settings.value(INACTIVE, ON)) == ON

    def set_hides_when_inactive(self, on: bool) -> None:
        """Choose whether the content is hidden while one works in another program."""
        self._keep(INACTIVE, ON if on else OFF)

    @property
    def warns_of_names(self) -> bool:
        """Whether the form points out what looks like a person's name in a note."""
        return str(self._settings.value(NAMES, ON)) == ON

    def set_warns_of_names(self, on: bool) -> None:
        """Choose whether the form points out names."""
        self._keep(NAMES, ON if on else OFF)

    @property
    def logbook(self) -> Path | None:
        """The logbook that was opened last."""
        kept = self._settings.value("window/logbook")
        return Path(str(kept)) if kept else None

    def set_logbook(self, path: Path) -> None:
        """Remember which logbook to ask for next time."""
        self._settings.setValue("window/logbook", str(path))

    def layout(self, name: str) -> QByteArray | None:
        """The kept sizes of a window, a splitter or columns."""
        kept = self._settings.value(f"window/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Keep sizes."""
        self._settings.setValue(f"window/{name}", state)

    def _keep(self, key: str, value: object) -> None:
        if self._settings.value(key) != value:
            self._settings.setValue(key, value)
            self.changed.emit()


def _number(kept: object, otherwise: int, low: int, high: int) -> int:
    text = str(kept)
    return min(max(int(text), low), high) if text.isdecimal() else otherwise
