"""Runs inside the real program, before it: cheap keys, a fixed day, and a watch on the window.

Python imports a module of this name by itself. The program is not told and not changed: three of
its functions are replaced when their modules have been read. The watch writes down how long the
window could not listen, and in which functions; never a word of what is on the screen.
"""

import importlib.util
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import FrameType, ModuleType

BEAT_MS = 5
SUSPECT = 0.04
"""After so many seconds without a beat it is noted where the window is busy."""
LOG = Path(os.environ["VP_JOURNEY_GAPS"])
START = datetime.fromisoformat(os.environ["VP_JOURNEY_NOW"])


def cheap_keys(key: ModuleType) -> None:
    """The same files, sooner made; as ``tests.conftest.cheap_program``."""
    cheap, derive = replace(key.CHEAPEST, tag=key.VPL1.tag), key.derive_key
    key.derive_key = lambda passphrase, salt, _profile: derive(passphrase, salt, cheap)


def same_day(app: ModuleType) -> None:
    """Every journey is made on the same day, however long it takes."""
    begun = time.time()

    def clock() -> datetime:
        return datetime.fromtimestamp(START.timestamp() + time.time() - begun)

    app.Program.__init__.__defaults__ = (*app.Program.__init__.__defaults__[:-1], clock)


def waited(thread: str = "thread-self") -> float:
    """Seconds that a thread could have run while others had the processor; see proc(5)."""
    return int(Path(f"/proc/{thread}/schedstat").read_text().split()[1]) / 1e9


def others_waited(but: set[int]) -> float:
    """The same of all other threads: one of them may hold Python's lock while it waits."""
    total = 0.0
    for task in Path("/proc/self/task").iterdir():
        if int(task.name) not in but:
            with suppress(OSError):  # it has just ended
                total += waited(f"self/task/{task.name}")
    return total


def where(frame: FrameType | None) -> list[str]:
    """The functions of ours it is in, the innermost first; and what it began with."""
    found: list[str] = []
    while frame is not None:
        code = frame.f_code
        if "vp_logboek" in code.co_filename:
            file = code.co_filename.partition("vp_logboek/")[2]
            found.append(f"{file}:{frame.f_lineno} {code.co_qualname}")
        frame = frame.f_back
    return found


class Watch:
    """Beats in the thread of the window; a second thread looks where it is when no beat comes."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._last, self._waited, self._worked = time.perf_counter(), waited(), time.thread_time()
        self._window, self._own = threading.get_ident(), {threading.get_native_id()}
        self._others = 0.0
        self._has_begun = False
        self._seen: list[list[str]] = []
        threading.Thread(target=self._look, daemon=True).start()

    def beat(self) -> None:
        now, waiting, working = time.perf_counter(), waited(), time.thread_time()
        gap, lost = now - self._last, waiting - self._waited
        worked = working - self._worked
        if self._has_begun and gap - lost > self._longest:
            lost += others_waited(self._own) - self._others
            told = {
                "ms": round(max(gap - lost, worked) * 1000), "of": round(gap * 1000),
                "cpu": round(worked * 1000), "in": self._places(), "until": time.time(),
            }  # fmt: skip
            with LOG.open("a") as log:
                log.write(json.dumps(told) + "\n")
        self._has_begun = True  # what came before was the start: there was no window yet
        self._seen.clear()
        self._last, self._waited, self._worked = time.perf_counter(), waiting, working

    def _places(self) -> list[tuple[int, list[str]]]:
        """Where it was, with who called it, and how often it was seen there; the most first."""
        counted: dict[tuple[str, ...], int] = {}
        for places in self._seen:
            counted[tuple(places[:20])] = counted.get(tuple(places[:20]), 0) + 1
        return sorted(((often, [*one]) for one, often in counted.items()), reverse=True)

    def _look(self) -> None:
        self._own.add(threading.get_native_id())
        self._others = others_waited(self._own)
        while True:
            time.sleep(0.02)
            if time.perf_counter() - self._last <= SUSPECT:
                self._others = others_waited(self._own)
            else:
                self._seen.append(where(sys._current_frames().get(self._window)))


def watched(app: ModuleType) -> None:
    """Beat as soon as there is an application."""
    make = app.make_application

    def make_watched(argv: list[str]) -> object:
        from PySide6.QtCore import Qt, QTimer

        application = make(argv)
        watch = Watch(float(os.environ["VP_JOURNEY_LONGEST"]))
        timer = QTimer(application)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(watch.beat)
        timer.start(BEAT_MS)
        return application

    app.make_application = make_watched


AFTER: dict[str, tuple[Callable[[ModuleType], None], ...]] = {
    "vp_logboek.store.key": (cheap_keys,),
    "vp_logboek.app": (same_day, watched),
}


class Finder:
    """Does what must be done after a module of the program has been read."""

    def find_spec(self, name: str, _path: object, _target: object = None) -> object:
        if name not in AFTER:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        sys.meta_path.insert(0, self)
        assert spec
        assert spec.loader
        run = spec.loader.exec_module

        def run_and_change(module: ModuleType) -> None:
            run(module)
            for change in AFTER[name]:
                change(module)

        spec.loader.exec_module = run_and_change
        return spec


sys.meta_path.insert(0, Finder())
