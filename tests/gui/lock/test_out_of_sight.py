"""Windows stay out of pictures of the screen, and show nothing while one works elsewhere."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from vp_logboek.gui.lock.capture import CaptureGuard, guard_captures
from vp_logboek.gui.lock.shade import IS_NEEDED, Shade

AWAY, HERE = Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive


def test_every_window_is_left_out_of_captures(qapp: QApplication, qtbot: QtBot) -> None:
    seen: list[int] = []
    guard = CaptureGuard(qapp, seen.append)
    window, dialog, menu = QWidget(), QDialog(), QMenu()
    menu.addAction("een regel")
    for one in (window, dialog, menu):
        qtbot.addWidget(one)
    QVBoxLayout(window).addWidget(QLabel("een deel is geen venster"))
    window.show()
    dialog.show()
    shown = {int(window.winId()), int(dialog.winId())}

    def close() -> None:
        shown.add(int(menu.winId()))
        menu.close()

    QTimer.singleShot(50, close)
    menu.exec()
    qapp.removeEventFilter(guard)
    assert set(seen) == shown
    assert len(shown) == 3


def test_a_window_that_is_made_anew_is_left_out_again(qapp: QApplication, qtbot: QtBot) -> None:
    seen: list[int] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    guard = CaptureGuard(qapp, seen.append)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WinIdChange))
    qapp.removeEventFilter(guard)
    assert seen == [int(window.winId())]


def test_where_the_system_cannot_do_it_nothing_watches(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert guard_captures(qapp) is None


def seen(window: QWidget) -> QImage:
    return window.grab().toImage()


def leave(running: Running) -> None:
    running.program.shade.notice(AWAY)
    running.program.shade._timer.timeout.emit()


def test_while_one_works_elsewhere_no_window_shows_anything(running: Running) -> None:
    window = running.program.window
    dialog = QDialog(window)
    dialog.resize(window.size())
    QVBoxLayout(dialog).addWidget(QLabel("iets van het logboek"))
    dialog.show()
    in_front = seen(dialog)
    leave(running)
    assert {veil.parentWidget() for veil in running.program.shade.veils} == {window, dialog}
    for veil in running.program.shade.veils:
        assert veil.geometry() == veil.parentWidget().rect()
        assert seen(veil.parentWidget()) == seen(veil), "the veil and nothing else"
    running.program.shade.notice(HERE)
    assert seen(dialog) == in_front
    assert running.program.shade.veils == []
    dialog.deleteLater()


def test_a_veil_follows_its_window(running: Running) -> None:
    window = running.program.window
    leave(running)
    (veil,) = running.program.shade.veils
    window.resize(window.width() + 40, window.height() + 30)
    assert veil.size() == window.size()
    running.program.shade.notice(HERE)


def test_coming_back_in_time_hides_nothing(running: Running) -> None:
    shade = running.program.shade
    shade.notice(AWAY)
    assert shade._timer.isActive()
    shade.notice(HERE)
    assert not shade._timer.isActive()
    assert shade.veils == []


def test_it_can_be_switched_off(running: Running) -> None:
    running.program.window.navigation.show_settings()
    switch = running.program.window.rooms.settings.lock.hidden
    assert switch.isChecked()
    switch.click()
    running.program.shade.notice(AWAY)
    assert not running.program.shade._timer.isActive()


@pytest.mark.skipif(not IS_NEEDED, reason="Windows leaves our windows out of captures")
def test_it_watches_once_the_logbook_is_open(running: Running, qapp: QApplication) -> None:
    qapp.applicationStateChanged.emit(AWAY)
    assert running.program.shade._timer.isActive()
    running.program.shade.stop()


def test_before_it_is_open_there_is_nothing_to_hide(outside: Running, qapp: QApplication) -> None:
    qapp.applicationStateChanged.emit(AWAY)
    assert not outside.program.shade._timer.isActive()


def test_stopping_lifts_every_veil(running: Running, qapp: QApplication) -> None:
    leave(running)
    shade: Shade = running.program.shade
    shade.stop()
    assert shade.veils == []
