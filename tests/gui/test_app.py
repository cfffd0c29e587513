"""The program as a whole: Dutch, and silent about content when it is wrong."""

import sys

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from tests.gui.conftest import Running
from vp_logboek import app
from vp_logboek.gui.crash import CrashBox
from vp_logboek.gui.theme import Mode

CANARY = "Kanariepietje"


def test_a_defect_shows_its_code_and_no_content(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(CrashBox, "tell", lambda _parent, code: shown.append(code))
    try:
        raise ValueError(CANARY)
    except ValueError:
        kind, error, trace = sys.exc_info()
    assert kind is not None
    assert error is not None
    app._tell_crash(running.program, kind, error, trace)
    assert shown[0].startswith("ValueError test_app:")
    assert CANARY not in shown[0]


def test_qts_own_messages_are_logged_without_their_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app._log_without_content(QtMsgType.QtWarningMsg, QMessageLogContext(), CANARY)
    logged = capsys.readouterr().err
    assert "QtWarningMsg" in logged
    assert CANARY not in logged


def test_light_and_dark_change_at_once(running: Running) -> None:
    program = running.program
    program.preferences.set_mode(Mode.DARK)
    dark = program.window.palette().window().color().lightness()
    program.preferences.set_mode(Mode.LIGHT)
    assert dark < 60 < program.window.palette().window().color().lightness()


def test_the_text_grows_with_ctrl_plus_and_goes_back(running: Running) -> None:
    actions, preferences = running.program.window.actions_by_name, running.program.preferences
    actions["larger"].trigger()
    assert preferences.text_percent == 110
    actions["normal"].trigger()
    assert preferences.text_percent == 100


def test_the_logbook_of_last_time_is_asked_for(running: Running, path, make_running) -> None:
    assert running.program.preferences.logbook == path
    again = make_running()
    unlock = again.program.unlock
    assert unlock.currentWidget() is unlock.open
