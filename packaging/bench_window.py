"""How long the window stands still: in a long list, while one searches, and at another text size.

    .venv/bin/python packaging/bench_window.py [number of talks]

A key that is pressed waits for the longest *block*: the time between two turns of the event loop.
Off screen, with the invented talks of ``bench.py``; beside it the budget of the design. It prints;
it asserts nothing.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from bench import PASSPHRASE, fill  # noqa: E402
from PySide6.QtCore import QSettings, QSize, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from vp_logboek.app import Program, make_application  # noqa: E402
from vp_logboek.domain.organisation import Organisation  # noqa: E402
from vp_logboek.gui.preferences import Preferences  # noqa: E402
from vp_logboek.gui.window.places import Kind  # noqa: E402
from vp_logboek.services import safekeeping  # noqa: E402
from vp_logboek.services.searching import Besides  # noqa: E402

LAPTOP = QSize(1366, 768)
LOOK_MS = 2
PATIENCE_S = 5
TYPED_EVERY_MS, WORD = 60, "vergadering"


class Blocks:
    """The longest time in which the event loop did not come by."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def during(self, work: Callable[[], object]) -> float:
        """The longest while this is done, and right after it."""
        QTest.qWait(10 * LOOK_MS)
        self.longest, self._last = 0.0, time.perf_counter()
        work()
        QTest.qWait(10 * LOOK_MS)
        return self.longest


def until_idle(program: Program) -> None:
    """Let every answer arrive."""
    QTest.qWait(50)
    while program.store.is_busy:
        QTest.qWait(5)
    QTest.qWait(300)


def tell(what: str, found: float, budget: int) -> None:
    """One line: what, how long, and how long it may take."""
    print(f"{what:<44} {found:>8.0f} {budget:>8}", flush=True)


def opened(application: QApplication, folder: Path, talks: int) -> Program:
    """The window with all those talks, and with every room visited once."""
    path = folder / "meting.vplogboek"
    with safekeeping.make_logbook(path, PASSPHRASE, Organisation("Meting")) as logbook:
        fill(logbook, talks)
    preferences = Preferences(QSettings(str(folder / "i.ini"), QSettings.Format.IniFormat))
    preferences.set_hides_when_inactive(False)
    program = Program(application, path, lambda _: None, preferences)
    program.session.open(
        lambda: safekeeping.open_logbook(path, PASSPHRASE), lambda error: sys.exit(repr(error))
    )
    until_idle(program)
    window = program.window
    window.begin()
    window.resize(LAPTOP)
    window.new_talk()
    for kind in Kind:
        window.places.go_to(kind)
        until_idle(program)
    for name in ("settings", "year"):
        window.actions_by_name[name].trigger()
        until_idle(program)
    window.places.go_to(Kind.ALL_YEARS)
    until_idle(program)
    return program


def measure_searching(program: Program, blocks: Blocks) -> None:
    """Until the list is there, and how long the window stood still meanwhile."""
    for word in (WORD[:1], WORD[:4], f"{WORD[:4]} over", "nummer4321"):
        until_shown, longest = _searched(program, blocks, word)
        tell(f"search {word!r}: {program.window.talks.count.text()}", until_shown, 100)
        tell("    longest block", longest, 50)
        until_idle(program)


def measure_instead(program: Program, blocks: Blocks) -> None:
    """Until a word is proposed for one that is not there; the empty list stands there sooner."""
    talks = program.window.talks
    for word in ("vergadrng", "nummer4321x", "rooster nummr77"):
        until_shown = 0.0

        def look(word: str = word) -> None:
            nonlocal until_shown
            talks.nothing.show_besides(Besides())
            begun = time.perf_counter()
            talks.search(word)
            while not any("Bedoelde" in one.text() for one in talks.nothing.offers()):
                QTest.qWait(1)
                if time.perf_counter() - begun > PATIENCE_S:
                    break
            until_shown = (time.perf_counter() - begun) * 1000

        longest = blocks.during(look)
        offers = talks.nothing.offers()
        tell(f"instead of {word!r}: {offers[0].text() if offers else 'none'}", until_shown, 300)
        tell("    longest block", longest, 50)
        talks.search("")
        until_idle(program)


def measure_choosing(program: Program, blocks: Blocks) -> None:
    """Every talk at once: said how many, and none of them read."""
    talks = program.window.talks
    tell("choosing all, longest block", blocks.during(talks.choose_all), 50)
    tell(
        f"    {talks.several.words.text()}; none again", blocks.during(talks.table.choose_none), 50
    )
    until_idle(program)


def _searched(program: Program, blocks: Blocks, word: str) -> tuple[float, float]:
    talks, shown = program.window.talks, list[float]()
    link = talks.model.modelReset.connect(lambda: shown.append(time.perf_counter()))

    def search() -> None:
        talks.search(word)
        while not shown:
            QTest.qWait(1)

    begun = time.perf_counter()
    longest = blocks.during(search)
    talks.model.modelReset.disconnect(link)
    return (shown[0] - begun) * 1000 - 10 * LOOK_MS, longest


def measure_moving(program: Program, blocks: Blocks) -> None:
    """Typing in the box, and going through everything."""
    window = program.window

    def type_() -> None:
        for letters in range(1, len(WORD) + 1):
            window.tools.search.setText(WORD[:letters])
            QTest.qWait(TYPED_EVERY_MS)

    def scroll() -> None:
        bar = window.talks.table.verticalScrollBar()
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
            QTest.qWait(LOOK_MS)

    tell("typing, longest block", blocks.during(type_), 50)
    window.tools.search.clear()
    until_idle(program)
    tell("scrolling through all, longest block", blocks.during(scroll), 50)


def measure_text_sizes(program: Program, blocks: Blocks) -> None:
    """With every room there; what is not in sight follows in pieces."""
    for percent in (110, 100, 200, 100):
        longest = blocks.during(lambda: program.preferences.set_text_percent(percent))  # noqa: B023
        tell(f"text size {percent} %, longest block", longest, 100)
        until_idle(program)


def main() -> None:
    """Measure with as many talks as asked, 100,000 when nothing is."""
    talks = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    application = make_application([])
    print(f"{talks} talks, {os.cpu_count()} processors; in ms")
    print(f"{'what':<44} {'found':>8} {'budget':>8}")
    with tempfile.TemporaryDirectory() as name:
        program = opened(application, Path(name), talks)
        blocks = Blocks()
        for measure in (
            measure_searching,
            measure_instead,
            measure_choosing,
            measure_moving,
            measure_text_sizes,
        ):
            measure(program, blocks)
        program.end()


if __name__ == "__main__":
    main()
