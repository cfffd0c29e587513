"""Linux tells of its lock, its sleep, another user and the lid; tried on a real bus."""

import os
import shutil
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from tests.gui.lock.bus import SESSION, Bus, System
from vp_logboek.gui.lock.linux import LinuxTriggers
from vp_logboek.gui.lock.triggers import Triggers, triggers_of_this_system

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is how Linux tells"),
    pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon"),
]
LOGIND, UPOWER = "/org/freedesktop/login1", "/org/freedesktop/UPower"
MANAGER, ONE_SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"


@pytest.fixture
def bus(qapp: QApplication) -> Iterator[Bus]:
    made = Bus()
    yield made
    made.close()


@pytest.fixture
def system(bus: Bus) -> Iterator[System]:
    made = System(bus.connection("system"))
    yield made
    made.close()


@pytest.fixture
def triggers(bus: Bus, system: System, qtbot: QtBot) -> Iterator[LinuxTriggers]:
    ours = bus.connection("ours")
    made = LinuxTriggers(ours, ours)
    made.start()
    qtbot.waitUntil(lambda: bool(made._path) and not made._calls)
    yield made
    made.stop()


def test_the_lock_of_our_session_locks(
    triggers: LinuxTriggers, system: System, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(triggers.asked):
        system.tell(SESSION, ONE_SESSION, "Lock")


def test_the_lock_of_another_session_does_not(
    triggers: LinuxTriggers, system: System, qtbot: QtBot
) -> None:
    heard: list[None] = []
    triggers.asked.connect(lambda: heard.append(None))
    with qtbot.waitSignal(triggers.asked):
        system.tell(SESSION.replace("_32", "_33"), ONE_SESSION, "Lock")
        system.tell(LOGIND, MANAGER, "PrepareForSleep", False)
        system.tell("/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
        system.tell(SESSION, ONE_SESSION, "Lock")  # the only one of the four that counts
    assert len(heard) == 1


def test_going_to_sleep_locks_and_waits_for_it(
    triggers: LinuxTriggers, system: System, qtbot: QtBot
) -> None:
    assert system.is_delayed(), "logind waits with sleeping until we have locked"
    assert triggers._delay is not None
    assert not os.get_inheritable(triggers._delay.fileDescriptor()), "a restart lets go of it"
    with qtbot.waitSignal(triggers.asked):
        system.tell(LOGIND, MANAGER, "PrepareForSleep", True)
    triggers.stop()
    qtbot.waitUntil(lambda: not system.is_delayed())


@pytest.mark.parametrize("locked", [{"Active": False}, {"LockedHint": True}])
def test_another_user_or_a_locked_session_locks(
    triggers: LinuxTriggers, system: System, qtbot: QtBot, locked: dict[str, bool]
) -> None:
    with qtbot.waitSignal(triggers.asked):
        system.change(SESSION, ONE_SESSION, **locked)


def test_a_session_that_changes_otherwise_does_not_lock(
    triggers: LinuxTriggers, system: System, qtbot: QtBot
) -> None:
    system.asked.clear()
    with qtbot.assertNotEmitted(triggers.asked):
        system.change(SESSION, ONE_SESSION)
        qtbot.waitUntil(lambda: "LockedHint" in system.asked and not triggers._calls)


def test_closing_the_lid_locks_and_a_lid_that_stays_closed_does_not(
    triggers: LinuxTriggers, system: System, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(triggers.asked):
        system.change(UPOWER, "org.freedesktop.UPower", LidIsClosed=True)
    system.asked.clear()
    with qtbot.assertNotEmitted(triggers.asked):
        system.change(UPOWER, "org.freedesktop.UPower", OnBattery=True)
        qtbot.waitUntil(lambda: "LidIsClosed" in system.asked and not triggers._calls)


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "cinnamon", "mate", "xfce"])
def test_the_screensaver_of_every_desktop_locks(
    triggers: LinuxTriggers, system: System, qtbot: QtBot, desktop: str
) -> None:
    with qtbot.waitSignal(triggers.asked):
        system.tell("/anywhere", f"org.{desktop}.ScreenSaver", "ActiveChanged", True)


def test_without_a_known_session_every_lock_counts(bus: Bus, qtbot: QtBot) -> None:
    system = System(bus.connection("system"), session=False)
    triggers = LinuxTriggers(bus.connection("ours"), None)
    triggers.start()
    qtbot.waitUntil(lambda: not triggers._calls)
    with qtbot.waitSignal(triggers.asked):
        system.tell(SESSION, ONE_SESSION, "Lock")
    triggers.stop()
    system.close()


def test_nothing_is_heard_any_more_after_the_end(
    triggers: LinuxTriggers, system: System, bus: Bus, qtbot: QtBot
) -> None:
    triggers.stop()
    other = LinuxTriggers(None, bus.connection("other"))
    other.start()
    with qtbot.assertNotEmitted(triggers.asked), qtbot.waitSignal(other.asked):
        system.tell("/", "org.gnome.ScreenSaver", "ActiveChanged", True)
    other.stop()


def test_what_the_system_tells_locks_the_logbook(running: Running) -> None:
    running.program.triggers.asked.emit()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert running.program.window.cover.isVisible()


def test_each_system_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(triggers_of_this_system(), LinuxTriggers)
    monkeypatch.setattr(sys, "platform", "plan9")
    assert type(triggers_of_this_system()) is Triggers
