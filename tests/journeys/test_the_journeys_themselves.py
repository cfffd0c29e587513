"""What the journeys rely on can fail: the tools, the watch, the ears."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.journeys import desk
from tests.journeys.desk import HERE, ROOT, Row
from tests.journeys.journey import LONGEST, NOW, Keys, Part, first, focus_of
from tests.journeys.known import LIMITS_OF_FILES, too_long

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def without_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "is_equipped", lambda: False)
    monkeypatch.setattr(desk, "import_module", _packaging)


def _packaging(name: str) -> object:
    """``packaging/prepare.py`` that can install nothing, and the texts of ``packaging/test.py``."""
    refused = type("CannotPrepareError", (Exception,), {})

    def install_packages(needed: list[str], _texts: object) -> list[str]:
        raise refused("E: no network")

    both = {"CannotPrepareError": refused, "TEXTS": None, "install_packages": install_packages}
    return SimpleNamespace(**both)


@pytest.mark.usefixtures("without_tools")
def test_without_its_tools_a_journey_fails_and_is_not_left_out() -> None:
    with pytest.raises(AssertionError, match="cannot be installed"):
        desk.equip()
    assert str(PACKAGING) not in sys.path


NEW, KNOWN, RUN = (
    "gui/talks/pane.py:3 X.y",
    "gui/imports/place.py:1 TablePlace.ask",
    "app.py:60 run",
)


def test_a_window_that_does_not_listen_is_told_unless_it_is_known() -> None:
    new = _gap(101, 101, (9, [NEW, RUN]))
    over = LIMITS_OF_FILES["cpu"] + 1
    known, even_so = (_gap(ms, ms, (9, [NEW, KNOWN, RUN])) for ms in (200, over))
    mostly_known = _gap(200, 200, (8, [NEW, KNOWN, RUN]), (2, [NEW, RUN]))
    partly_known = _gap(200, 200, (2, [NEW, KNOWN, RUN]), (8, [NEW, RUN]))
    short, waits, sleeps = _gap(99, 100), _gap(60, 139), _gap(0, 141)
    gaps = [new, known, even_so, mostly_known, partly_known, short, waits, sleeps]
    assert too_long(gaps) == [new, even_so, partly_known, sleeps]


def _gap(cpu: int, ms: int, *seen: tuple[int, list[str]]) -> Row:
    return {"cpu": cpu, "ms": ms, "of": ms, "in": [*seen]}


PLANTED = """
import time
from PySide6.QtCore import QTimer
from vp_logboek import app

def work(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

application = app.make_application(["x"])
jobs = [
    lambda: None, lambda: work(0.15), lambda: time.sleep(0.15), lambda: work(0.05),
    application.quit,
]
timer = QTimer()
timer.timeout.connect(lambda: jobs.pop(0)())
timer.start(300)
application.exec()
"""


@pytest.mark.campaign
def test_the_watch_finds_a_window_that_works_and_one_that_sleeps(tmp_path: Path) -> None:
    gaps = tmp_path / "gaten"
    gaps.touch()
    watched = {
        "PYTHONPATH": os.pathsep.join([str(HERE / "inside"), str(ROOT)]), "VP_JOURNEY_NOW": NOW,
        "VP_JOURNEY_GAPS": str(gaps), "VP_JOURNEY_LONGEST": str(LONGEST),
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", PLANTED], env=os.environ | watched, check=True)
    works, sleeps = too_long([json.loads(line) for line in gaps.read_text().splitlines()])
    assert works["cpu"] >= 150
    assert sleeps["ms"] >= 150
    assert sleeps["cpu"] < 50


def test_hands_take_a_third_of_a_second_for_each_key_and_more_to_think() -> None:
    assert Keys(10, 2).seconds == pytest.approx(6.2)


def test_of_two_lists_the_keyboard_is_in_the_one_that_has_it() -> None:
    parts = [
        _part("list", "Plaatsen"), _part("list item", "2026", "focused"),
        _part("table", "Gesprekken", "focused"), _part("table cell", "2 maart", "focused", depth=2),
    ]  # fmt: skip
    assert focus_of(parts) == parts[3]
    assert focus_of(parts[:2]) is None
    assert first(parts, "Ges…", "table") == parts[2]


def _part(role: str, name: str, *states: str, depth: int = 1) -> Part:
    return Part(role, name, "", "", frozenset({*states, "focusable"}), depth, name)
