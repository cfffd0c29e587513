"""Linux: logind, UPower and the screensavers tell over D-Bus, which is a socket of this computer.

Sources: org.freedesktop.login1(5) for Lock, LockedHint, Active, PrepareForSleep, GetSession("auto")
(from systemd 243) and Inhibit; the UPower reference manual for LidIsClosed; the Idle Inhibition
Service Draft of freedesktop.org for ScreenSaver, which the desktops took over under names of their
own. Signals are heard from whoever sends them: a false one only locks. Nothing here waits.
PySide6 takes what SLOT() makes, a str, though its own types say bytes.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from vp_logboek.gui.lock.triggers import Triggers

_LOGIND, _LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
_UPOWER, _UPOWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
_PROPERTIES, _CHANGED = "org.freedesktop.DBus.Properties", "PropertiesChanged"
_SCREENSAVERS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
_LOCKS = {"Active": False, "LockedHint": True}
"""The property of our session, and the value that says it is locked or not on the screen."""

Then = Callable[[object], None]


class LinuxTriggers(Triggers):
    """Listens on the bus of the system and on that of the user; each may be absent."""

    def __init__(
        self, system: QDBusConnection | None = None, user: QDBusConnection | None = None
    ) -> None:
        super().__init__()
        self._system, self._user = system, user
        self._path = ""
        self._lid_was_closed = True
        self._heard: list[tuple[QDBusConnection, str, str, str, str]] = []
        self._calls: dict[QDBusPendingCallWatcher, Then] = {}
        self._delay: QDBusUnixFileDescriptor | None = None

    def _begin(self) -> None:
        system = self._system or QDBusConnection.systemBus()
        if system.isConnected():
            self._system = system
            self._hear(system, _LOGIND_PATH, _MANAGER, "PrepareForSleep", "_sleeping(bool)")
            self._hear(system, _UPOWER_PATH, _PROPERTIES, _CHANGED, "_look_at_lid()")
            self._call(_LOGIND, _LOGIND_PATH, _MANAGER, "GetSession", ["auto"], self._find_session)
            why = ["sleep", "VP Logboek", "Het logboek gaat op slot", "delay"]
            self._call(_LOGIND, _LOGIND_PATH, _MANAGER, "Inhibit", why, self._hold_delay)
            self._look_at_lid()
        user = self._user or _bus_of_user()
        if user is not None and user.isConnected():
            for name in _SCREENSAVERS:
                self._hear(user, "", name, "ActiveChanged", "_saver_changed(bool)")

    def _end(self) -> None:
        for bus, path, interface, name, slot in self._heard:
            bus.disconnect("", path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]
        self._heard.clear()
        self._calls.clear()
        self._let_sleep()

    def _hear(self, bus: QDBusConnection, path: str, interface: str, name: str, slot: str) -> None:
        """Let a slot, named with its arguments, hear a signal of whoever sends it."""
        bus.connect("", path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]
        self._heard.append((bus, path, interface, name, slot))

    # --- asking -------------------------------------------------------------------------------

    def _call(
        self, service: str, path: str, interface: str, name: str, words: list[str], then: Then
    ) -> None:
        if self._system is None:
            return
        message = QDBusMessage.createMethodCall(service, path, interface, name)
        message.setArguments(list(words))
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)
        self._calls[watcher] = then
        watcher.finished.connect(self._answer)

    def _answer(self, watcher: QDBusPendingCallWatcher) -> None:
        then = self._calls.pop(watcher, None)
        reply = watcher.reply()
        if then is not None:
            is_answer = reply.type() == QDBusMessage.MessageType.ReplyMessage
            then(reply.arguments()[0] if is_answer and reply.arguments() else None)
        watcher.deleteLater()

    def _get(self, service: str, path: str, interface: str, name: str, then: Then) -> None:
        self._call(service, path, _PROPERTIES, "Get", [interface, name], then)

    # --- the session --------------------------------------------------------------------------

    def _find_session(self, found: object) -> None:
        """Which session is ours; where nobody knows, every session's Lock is heard."""
        self._path = found.path() if isinstance(found, QDBusObjectPath) else ""
        if self._system is None:
            return
        self._hear(self._system, self._path, _SESSION, "Lock", "_locked()")
        if self._path:
            self._hear(self._system, self._path, _PROPERTIES, _CHANGED, "_session_changed()")

    @Slot()
    def _locked(self) -> None:
        self.asked.emit()

    @Slot()
    def _session_changed(self) -> None:
        """What changed cannot be told by this signal alone, so the two properties are asked."""
        self._get(_LOGIND, self._path, _SESSION, "Active", self._see_active)
        self._get(_LOGIND, self._path, _SESSION, "LockedHint", self._see_hint)

    def _see_active(self, value: object) -> None:
        if _plain(value) is _LOCKS["Active"]:
            self.asked.emit()

    def _see_hint(self, value: object) -> None:
        if _plain(value) is _LOCKS["LockedHint"]:
            self.asked.emit()

    # --- sleep and lid ------------------------------------------------------------------------

    def _hold_delay(self, descriptor: object) -> None:
        """As long as it is held, logind waits with sleeping, for 5 s at most, until we locked."""
        if isinstance(descriptor, QDBusUnixFileDescriptor):
            self._delay = descriptor

    def _let_sleep(self) -> None:
        if self._delay is not None and self._delay.isValid():
            os.close(self._delay.takeFileDescriptor())
        self._delay = None

    @Slot(bool)
    def _sleeping(self, begins: bool) -> None:
        if begins:
            self.asked.emit()

    @Slot()
    def _look_at_lid(self) -> None:
        self._get(_UPOWER, _UPOWER_PATH, _UPOWER, "LidIsClosed", self._see_lid)

    def _see_lid(self, value: object) -> None:
        """Only closing locks: with a second screen one works on with a closed lid."""
        closed = _plain(value)
        if closed is True and not self._lid_was_closed:
            self.asked.emit()
        self._lid_was_closed = closed is not False

    # --- the screensaver ----------------------------------------------------------------------

    @Slot(bool)
    def _saver_changed(self, active: bool) -> None:
        if active:
            self.asked.emit()


def _plain(value: object) -> object:
    """The value inside a D-Bus variant."""
    inside = getattr(value, "variant", None)
    return inside() if inside is not None else value


def _bus_of_user() -> QDBusConnection | None:
    """Only a bus that is there: without an address one would be started for us."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (folder and Path(folder, "bus").exists()):
        return QDBusConnection.sessionBus()
    return None
