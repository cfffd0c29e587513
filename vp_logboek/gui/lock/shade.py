"""Hides the content while one works in another program: no picture, recording or switcher has it.

Windows leaves our windows out of all of those (``capture``), so there this is not needed.
"""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout, QWidget

from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.widgets import label

AFTER_MS = 600
"""Going from one window of ours to the other is not leaving the program."""
IS_NEEDED = sys.platform != "win32"


class Veil(QWidget):
    """Lies over one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for words, role in (
            ("VP Logboek", "strong"),
            (self.tr("Klik hier om verder te gaan."), ""),
            (self.tr("Uitzetten kan bij Instellingen, onder Slot."), "small"),
        ):
            layout.addWidget(label(words, role, wrap=False), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False


class Shade(QObject):
    """Draws veils when the program is no longer in front, and takes them away when it is again."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__()
        self._application = application
        self._preferences = preferences
        self._is_watching = False
        self.veils: list[Veil] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.draw)

    def start(self) -> None:
        """Begin to watch: there is something to hide."""
        if not self._is_watching:
            self._is_watching = True
            self._application.applicationStateChanged.connect(self.notice)

    def stop(self) -> None:
        """Stop watching."""
        if self._is_watching:
            self._is_watching = False
            self._application.applicationStateChanged.disconnect(self.notice)
        self._timer.stop()
        self._lift()

    def notice(self, state: Qt.ApplicationState) -> None:
        """The program came in front, or went."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._timer.stop()
            self._lift()
        elif self._preferences.hides_when_inactive:
            self._timer.start()

    def draw(self) -> None:
        """Hide what every window shows."""
        self._lift()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and isinstance(window, (QMainWindow, QDialog)):
                self.veils.append(Veil(window))

    def _lift(self) -> None:
        for veil in self.veils:
            veil.hide()
            veil.deleteLater()
        self.veils.clear()
