"""Keeps every window out of pictures and recordings of the screen, where the system can do that.

Sources: SetWindowDisplayAffinity (learn.microsoft.com, winuser.h): WDA_EXCLUDEFROMCAPTURE from
Windows 10 version 2004 on, before it WDA_MONITOR, which shows a black window; NSWindow.sharingType
(developer.apple.com): NSWindowSharingNone. Elsewhere there is no such thing: see ``shade``.
"""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

_WDA_MONITOR, _WDA_EXCLUDEFROMCAPTURE = 0x01, 0x11
_NS_WINDOW_SHARING_NONE = 0
_COMES = frozenset({QEvent.Type.Show, QEvent.Type.WinIdChange})

Exclude = Callable[[int], None]


class CaptureGuard(QObject):
    """Looks at every window of the program when it is shown: dialogs, menus and hints too."""

    def __init__(self, application: QApplication, exclude: Exclude) -> None:
        super().__init__(application)
        self._exclude = exclude
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _COMES and isinstance(watched, QWidget) and _is_shown(watched):
            self._exclude(int(watched.winId()))
        return False


def _is_shown(widget: QWidget) -> bool:
    return widget.isWindow() and widget.isVisible()


def guard_captures(application: QApplication) -> CaptureGuard | None:
    """Begin where it can be done; None where it cannot."""
    if sys.platform == "win32":
        return CaptureGuard(application, _exclude_on_windows)
    if sys.platform == "darwin":
        return CaptureGuard(application, _exclude_on_mac)
    return None


def _exclude_on_windows(window: int) -> None:
    if sys.platform == "win32":  # for the type checker
        set_affinity = ctypes.windll.user32.SetWindowDisplayAffinity
        handle = ctypes.c_void_p(window)
        if not set_affinity(handle, _WDA_EXCLUDEFROMCAPTURE):
            set_affinity(handle, _WDA_MONITOR)


def _exclude_on_mac(view: int) -> None:
    from vp_logboek.gui.lock import objc  # noqa: PLC0415 - its own system

    window = objc.send(view, "window")
    if window:
        objc.send(window, "setSharingType:", _NS_WINDOW_SHARING_NONE)
