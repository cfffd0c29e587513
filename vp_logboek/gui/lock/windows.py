"""Windows: a window that is never shown hears of the session, of sleep and of the lid.

Sources, all on learn.microsoft.com/windows/win32: WTSRegisterSessionNotification (wtsapi32.h) with
WM_WTSSESSION_CHANGE (winuser.h); WM_POWERBROADCAST with PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE and
POWERBROADCAST_SETTING; RegisterPowerSettingNotification with GUID_LIDSWITCH_STATE_CHANGE (winnt.h:
0 is closed, and the state of that moment is told at once on registering).
"""

import ctypes
import sys
import uuid
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.lock.triggers import Triggers

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE = 0x0004, 0x8013
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK = 0x2, 0x4, 0x7
GUID_LIDSWITCH_STATE_CHANGE = uuid.UUID("BA3E0F4D-B817-4094-A2D1-D56379E6A0F3").bytes_le
_NOTIFY_FOR_THIS_SESSION, _DEVICE_NOTIFY_WINDOW_HANDLE = 0, 0
_SESSION_IS_LEFT = frozenset({WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK})


class PowerSetting(ctypes.Structure):
    """POWERBROADCAST_SETTING with a DWORD as its data, as that of the lid is."""

    _fields_ = (
        ("setting", ctypes.c_byte * 16),
        ("length", ctypes.c_uint32),
        ("value", ctypes.c_uint32),
    )


class Messages:
    """Reads messages of Windows: which of them ask to lock. It remembers how the lid was."""

    def __init__(self) -> None:
        self._lid_was_closed = True

    def ask_to_lock(self, message: wintypes.MSG) -> bool:
        """Whether this message says that nobody looks any more."""
        if message.message == WM_WTSSESSION_CHANGE:
            return message.wParam in _SESSION_IS_LEFT
        if message.message != WM_POWERBROADCAST:
            return False
        if message.wParam == PBT_POWERSETTINGCHANGE and message.lParam:
            return self._lid_closes(PowerSetting.from_address(message.lParam))
        return bool(message.wParam == PBT_APMSUSPEND)

    def _lid_closes(self, told: PowerSetting) -> bool:
        """Only closing locks: with a second screen one works on with a closed lid."""
        if bytes(told.setting) != GUID_LIDSWITCH_STATE_CHANGE:
            return False
        was, self._lid_was_closed = self._lid_was_closed, told.value == 0
        return self._lid_was_closed and not was


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, triggers: Triggers) -> None:
        super().__init__()
        self._triggers = triggers
        self._messages = Messages()

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        told = wintypes.MSG.from_address(int(message))
        if self._messages.ask_to_lock(told):
            self._triggers.asked.emit()
        return False, 0


class WindowsTriggers(Triggers):
    """Hears the messages of Windows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self._window: QWidget | None = None
        self._filter: _Filter | None = None
        self._power: int | None = None

    def _begin(self) -> None:
        self._window = QWidget()
        self._filter = _Filter(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        if sys.platform == "win32":  # for the type checker
            handle = wintypes.HWND(self._window.winId())
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, _NOTIFY_FOR_THIS_SESSION)
            register = ctypes.windll.user32.RegisterPowerSettingNotification
            register.restype = wintypes.HANDLE
            lid = (ctypes.c_byte * 16).from_buffer_copy(GUID_LIDSWITCH_STATE_CHANGE)
            self._power = register(handle, ctypes.byref(lid), _DEVICE_NOTIFY_WINDOW_HANDLE)

    def _end(self) -> None:
        application = QCoreApplication.instance()
        if self._window is None or self._filter is None or application is None:
            return
        application.removeNativeEventFilter(self._filter)
        if sys.platform == "win32":  # for the type checker
            handle = wintypes.HWND(self._window.winId())
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(handle)
            if self._power is not None:
                unregister = ctypes.windll.user32.UnregisterPowerSettingNotification
                unregister(wintypes.HANDLE(self._power))
        self._window.deleteLater()
        self._window = self._filter = self._power = None
