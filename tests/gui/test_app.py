"""The program as a whole: Dutch, and silent about content when it is wrong."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from tests.gui.conftest import Running
from vp_logboek import app
from vp_logboek.gui import log
from vp_logboek.gui.crash import CrashBox
from vp_logboek.gui.theme import Mode

CANARY = "Kanariepietje"
ROOT = Path(__file__).parents[2]


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
    log.log_without_content(QtMsgType.QtWarningMsg, QMessageLogContext(), CANARY)
    logged = capsys.readouterr().err
    assert "QtWarningMsg" in logged
    assert CANARY not in logged


def test_a_defect_that_nobody_waits_for_is_logged_without_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        told = SimpleNamespace(
            exc_type=ValueError, exc_value=error, exc_traceback=error.__traceback__, object=CANARY
        )
        log.log_without_words(told)  # type: ignore[arg-type]
    logged = capsys.readouterr().err
    assert logged.startswith("ValueError test_app:")
    assert CANARY not in logged


_FAILING = """if True:
    import faulthandler, sys, threading
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from vp_logboek import app

    class Bad:
        def __del__(self):
            raise ValueError("Kanariepietje")

    def fail():
        del [Bad()][0]
        thread = threading.Thread(target=lambda: 1 / 0, name="Kanariepietje")
        thread.start()
        thread.join()
        assert not faulthandler.is_enabled()
        QApplication.exit(7)

    app.Program.begin = lambda self, small: QTimer.singleShot(0, fail)
    sys.exit(app.run(["x"], None))
"""


def test_the_running_program_says_no_words_whichever_way_it_fails(tmp_path: Path) -> None:
    """In a process of its own: what run() sets holds for the whole process."""
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", _FAILING], env={**os.environ, **homes}, cwd=ROOT,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 7, done.stderr
    assert CANARY not in done.stderr
    assert "ValueError" in done.stderr
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.usefixtures("dressed")
def test_light_and_dark_change_at_once(running: Running) -> None:
    program = running.program
    program.preferences.set_mode(Mode.DARK)
    dark = program.window.palette().window().color().lightness()
    program.preferences.set_mode(Mode.LIGHT)
    assert dark < 60 < program.window.palette().window().color().lightness()


@pytest.mark.usefixtures("dressed")
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
