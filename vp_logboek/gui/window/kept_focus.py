"""The keyboard is always somewhere: where it would be nowhere, it goes to the places."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class KeptFocus(QObject):
    """Looks whenever nothing has the keyboard any more: what had it was hidden, or is gone.

    Who hears the screen would not know where he is, and Tab and the arrows would do nothing.
    """

    def __init__(self, window: QWidget, home: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.timeout.connect(self._bring_home)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._notice)

    def _notice(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            self._look.start(0)  # first let it go where somebody sends it
        else:
            self._look.stop()

    def _bring_home(self) -> None:
        if QApplication.focusWidget() is None and self._window.isActiveWindow():
            self._home.setFocus()
