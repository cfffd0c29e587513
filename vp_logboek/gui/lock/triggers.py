"""When the system tells that nobody looks any more: its lock, its sleep, another user, the lid."""

import sys

from PySide6.QtCore import QObject, Signal


class Triggers(QObject):
    """``asked`` tells that the logbook must lock now. This one never asks: an unknown system."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_listening = False

    def start(self) -> None:
        """Begin to listen. Where there is nobody to listen to it stays silent."""
        if not self._is_listening:
            self._is_listening = True
            self._begin()

    def stop(self) -> None:
        """Stop listening."""
        if self._is_listening:
            self._is_listening = False
            self._end()

    def _begin(self) -> None:
        """What a system does to listen."""

    def _end(self) -> None:
        """What a system does to stop."""


def triggers_of_this_system() -> Triggers:
    """What this system has to tell."""
    if sys.platform == "win32":
        from vp_logboek.gui.lock.windows import WindowsTriggers  # noqa: PLC0415 - its own system

        return WindowsTriggers()
    if sys.platform == "darwin":
        from vp_logboek.gui.lock.macos import MacTriggers  # noqa: PLC0415 - its own system

        return MacTriggers()
    if sys.platform == "linux":
        from vp_logboek.gui.lock.linux import LinuxTriggers  # noqa: PLC0415 - its own system

        return LinuxTriggers()
    return Triggers()
