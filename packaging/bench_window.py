"""How long one waits for an answer, and how long the window stands still meanwhile.

    .venv/bin/python packaging/bench_window.py [number of talks]

An answer is waited for in an event loop and with nothing else running: whoever looks for it in
between takes turns from the thread that works. A key that is pressed waits for the longest *block*:
the time between two turns of the event loop, seen in runs of its own. Each several times, median
and worst. Off screen, with the invented talks of ``bench.py``; beside it the budget of the design.
It prints; it asserts nothing.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from bench import PASSPHRASE, fill  # noqa: E402
from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from vp_logboek.app import SWITCH_S, Program, make_application  # noqa: E402
from vp_logboek.domain.organisation import Organisation  # noqa: E402
from vp_logboek.gui.preferences import Preferences  # noqa: E402
from vp_logboek.gui.talks.list_nothing import NothingHere  # noqa: E402
from vp_logboek.gui.window.places import Kind  # noqa: E402
from vp_logboek.services import safekeeping  # noqa: E402
from vp_logboek.services.searching import Besides  # noqa: E402

LAPTOP = QSize(1366, 768)
LOOK_MS = 2
PATIENCE_MS = 5_000
TIMES = 5
TYPED_EVERY_MS, WORD = 60, "vergadering"


class Blocks:
    """The longest time in which the event loop did not come by."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)

    def _look(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def during(self, work: Callable[[], object]) -> float:
        """The longest while this is done, and right after it."""
        self._timer.start(LOOK_MS)
        QTest.qWait(10 * LOOK_MS)
        self.longest, self._last = 0.0, time.perf_counter()
        work()
        QTest.qWait(10 * LOOK_MS)
        self._timer.stop()
        return self.longest


def until_idle(program: Program) -> None:
    """Let every answer arrive."""
    QTest.qWait(50)
    while program.store.is_busy:
        QTest.qWait(5)
    QTest.qWait(300)


def tell(what: str, found: list[float], budget: int) -> None:
    """One line: what, how long as a rule and at worst, and how long it may take."""
    middle = statistics.median(found)
    print(f"{what:<48} {middle:>8.0f} {max(found):>8.0f} {budget:>8}", flush=True)


def busy() -> str:
    """How many processors there are, and how many programs want one."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} processors{load}"


class Wait(QEventLoop):
    """Ends when it is told to, or when nobody would wait any longer."""

    def until(self, begin: Callable[[], object]) -> float:
        """How long it lasted, in ms."""
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.quit)
        patience.start(PATIENCE_MS)
        begun = time.perf_counter()
        begin()
        self.exec()
        patience.stop()
        return (time.perf_counter() - begun) * 1000


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
    talks = program.window.talks
    for word in (WORD[:1], WORD[:4], f"{WORD[:4]} over", "nummer4321"):

        def search(word: str = word) -> float:
            wait = Wait()
            link = talks.model.modelReset.connect(wait.quit)
            found = wait.until(lambda: talks.search(word))
            talks.model.modelReset.disconnect(link)
            return found

        _waited(program, blocks, f"search {word!r}", search, 100)


def measure_instead(program: Program, blocks: Blocks) -> None:
    """Until a word is proposed for one that is not there; the empty list stands there sooner."""
    talks = program.window.talks
    for word in ("vergadrng", "nummer4321x", "rooster nummr77"):

        def search(word: str = word) -> float:
            talks.nothing.show_besides(Besides())
            wait = Wait()
            with _heard(talks.nothing, wait):
                return wait.until(lambda: talks.search(word))

        _waited(program, blocks, f"instead of {word!r}", search, 300)


@contextmanager
def _heard(nothing: NothingHere, wait: Wait) -> Iterator[None]:
    """Whoever waits is told when other words are proposed."""
    show = nothing.show_besides

    def shown(besides: Besides) -> None:
        show(besides)
        if besides.instead:
            wait.quit()

    with patch.object(nothing, "show_besides", shown):
        yield


def _waited(
    program: Program, blocks: Blocks, what: str, ask: Callable[[], float], budget: int
) -> None:
    """First only waited for, then with a look at the window; from the same list each time."""
    talks, answers, longest = program.window.talks, list[float](), list[float]()
    for time_ in range(2 * TIMES):
        if time_ < TIMES:
            answers.append(ask())
        else:
            longest.append(blocks.during(ask))
        said = talks.count.text() if talks.model.rowCount() else talks.nothing.offers()[0].text()
        talks.search("")
        until_idle(program)
    tell(f"{what}: {said}", answers, budget)
    tell("    longest block", longest, 50)


def measure_choosing(program: Program, blocks: Blocks) -> None:
    """Every talk at once: said how many, and none of them read."""
    talks = program.window.talks
    chosen, none = list[float](), list[float]()
    for _ in range(TIMES):
        chosen.append(blocks.during(talks.choose_all))
        said = talks.several.words.text()
        none.append(blocks.during(talks.table.choose_none))
        until_idle(program)
    tell("choosing all, longest block", chosen, 50)
    tell(f"    {said}; none again", none, 50)


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

    typing = list[float]()
    for _ in range(TIMES):
        typing.append(blocks.during(type_))
        window.tools.search.clear()
        until_idle(program)
    tell("typing, longest block", typing, 50)
    tell("scrolling through all, longest block", [blocks.during(scroll) for _ in range(TIMES)], 50)


def measure_text_sizes(program: Program, blocks: Blocks) -> None:
    """With every room there; what is not in sight follows in pieces."""
    for percent in (110, 100, 200, 100):
        longest = blocks.during(lambda: program.preferences.set_text_percent(percent))  # noqa: B023
        tell(f"text size {percent} %, longest block", [longest], 100)
        until_idle(program)


def main() -> None:
    """Measure with as many talks as asked, 100,000 when nothing is."""
    talks = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sys.setswitchinterval(SWITCH_S)  # as the program does
    application = make_application([])
    print(f"{talks} talks, {busy()}; {TIMES} times, in ms")
    print(f"{'what':<48} {'median':>8} {'worst':>8} {'budget':>8}")
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
    print(f"at the end: {busy()}")


if __name__ == "__main__":
    main()
