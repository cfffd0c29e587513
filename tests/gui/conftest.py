"""A running program around a real store with the cheapest key."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.opened import until_idle
from vp_logboek.app import Program
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dressing import _Rest
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.unlock.make_page import NewLogbook
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.store.logbook import Logbook

PASSPHRASE = "zeven sloten liggen naast een molen"
NOW = datetime(2026, 3, 4, 14, 3)
T = TypeVar("T")
begin = _Rest.begin


@dataclass
class Running:
    """The program as a test drives it; a restart is only noted down."""

    program: Program
    qtbot: QtBot
    restarts: list[Path | None] = field(default_factory=list)

    def settle(self) -> None:
        """Let every answer arrive."""
        until_idle(self.qtbot, self.program.store)

    def ask(self, work: Callable[[Logbook], T]) -> T:
        found: list[T] = []
        self.program.session.ask(work, found.append)
        self.settle()
        return found[0]

    def change(self, work: Callable[[Logbook], object]) -> None:
        self.program.session.change(work)
        self.settle()


@pytest.fixture(scope="module", autouse=True)
def what_was_there() -> None:
    """Collecting looks at everything there is, each time; what a whole file needs stays out."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def undress(qapp: QApplication) -> Callable[[], None]:
    """Take off whatever a test dressed the application with."""
    font, palette = qapp.font(), qapp.palette()

    def done() -> None:
        if qapp.styleSheet():
            qapp.setStyleSheet("")
        if qapp.font() != font:
            qapp.setFont(font)
        if qapp.palette() != palette:
            qapp.setPalette(palette)

    return done


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest, what_was_there: None) -> Iterator[None]:
    """No test dresses the widgets of another one, or wears its letters and colours.

    Python's own collection can run on the thread of a store, where no widget may be let go.
    """
    gc.disable()
    if "qapp" not in request.fixturenames:  # then there is no widget, and no thread
        yield
        return
    undress: Callable[[], None] = request.getfixturevalue("undress")
    yield
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    undress()


def _dress_at_once(rest: _Rest) -> None:
    """What is in sight; the rest comes in pieces, as always."""
    begin(rest)
    rest._go_on()


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for what is made in slices, nor makes what nobody asked for."""
    monkeypatch.setattr(Slices, "begin", Slices.finish)
    monkeypatch.setattr("vp_logboek.gui.dressing.SEEN_PIECE_MS", 10**6)
    monkeypatch.setattr(_Rest, "begin", _dress_at_once)
    monkeypatch.setattr(Rooms, "prepare", lambda _: None)
    monkeypatch.setattr("vp_logboek.app.REST_MS", 10**6)


@pytest.fixture
def dressed() -> None:
    """The program wears its style sheet, which takes half of the time of making a window.

    For who looks at sizes and colours. Without this a program in a test has Qt's own looks.
    """


@pytest.fixture
def make_running(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    cheap_program: None,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Running]]:
    made: list[Running] = []
    if "dressed" not in request.fixturenames:
        monkeypatch.setattr("vp_logboek.app.theme", SimpleNamespace(apply=lambda *_: None))

    def make(logbook: Path | None = None) -> Running:
        ini = QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)
        restarts: list[Path | None] = []
        program = Program(qapp, logbook, restarts.append, Preferences(ini), lambda: NOW)
        made.append(Running(program, qtbot, restarts))
        program.begin()
        return made[-1]

    yield make
    for running in made:
        for window in running.program.windows:
            window.close()
        running.program.end()
        for window in running.program.windows:
            window.deleteLater()
    # now, here: else Python's own collection can do it later, and on the thread of a store
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def outside(make_running: Callable[..., Running]) -> Running:
    """The program before anything is open."""
    return make_running()


@pytest.fixture
def running(outside: Running, path: Path) -> Running:
    """The program with a new, empty logbook open."""
    wanted = NewLogbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld"))
    with outside.qtbot.waitSignal(outside.program.session.opened):
        outside.program.unlock.make.make_requested.emit(wanted)
    outside.settle()
    return outside
