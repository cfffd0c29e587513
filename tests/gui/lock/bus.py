"""A real D-Bus of the test's own, with somebody on it who answers as logind and UPower do."""

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

SESSION = "/org/freedesktop/login1/session/_32"
_CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={folder}/bus</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


class Bus:
    """The daemon, and connections to it."""

    def __init__(self) -> None:
        # short: the name of a socket has at most 108 characters
        self._folder = tempfile.TemporaryDirectory(prefix="bus")
        configuration = Path(self._folder.name, "bus.conf")
        configuration.write_text(_CONFIGURATION.format(folder=self._folder.name))
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self._names: list[str] = []

    def connection(self, name: str) -> QDBusConnection:
        self._names.append(name)
        return QDBusConnection.connectToBus(self.address, name)

    def close(self) -> None:
        for name in self._names:
            QDBusConnection.disconnectFromBus(name)
        self._daemon.terminate()
        self._daemon.communicate()
        self._folder.cleanup()


class System(QDBusVirtualObject):
    """Answers every call under /org/freedesktop; the test says what the properties are."""

    def __init__(self, bus: QDBusConnection, session: bool = True) -> None:
        super().__init__()
        self._bus, self._session = bus, session
        self.properties: dict[str, Any] = {
            "Active": True, "LockedHint": False, "LidIsClosed": False,
        }  # fmt: skip
        self.asked: list[str] = []
        self._read, self._write = os.pipe()
        for name in ("org.freedesktop.login1", "org.freedesktop.UPower"):
            assert bus.registerService(name)
        subtree = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert bus.registerVirtualObject("/org/freedesktop", self, subtree)

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        name, words = message.member(), message.arguments()
        self.asked.append(words[1] if name == "Get" else name)
        answer: Any
        if name == "GetSession" and self._session:
            answer = QDBusObjectPath(SESSION)
        elif name == "Inhibit":
            answer = QDBusUnixFileDescriptor(self._write)
        elif name == "Get":
            answer = QDBusVariant(self.properties[words[1]])
        else:
            return False
        reply = message.createReply()
        reply.setArguments([answer])
        return connection.send(reply)

    def tell(self, path: str, interface: str, name: str, *values: Any) -> None:
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(values))
        assert self._bus.send(signal)

    def change(self, path: str, interface: str, **properties: Any) -> None:
        self.properties |= properties
        self.tell(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", interface, {}, [])

    def is_delayed(self) -> bool:
        """Whether somebody still holds the other end of what Inhibit gave."""
        if self._write >= 0:
            os.close(self._write)
            self._write = -1
            os.set_blocking(self._read, False)
        try:
            return os.read(self._read, 1) != b""
        except BlockingIOError:
            return True

    def close(self) -> None:
        for descriptor in (self._read, self._write):
            if descriptor >= 0:
                os.close(descriptor)
