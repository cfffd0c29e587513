"""A journey: someone at the keyboard who hears what the screen reader says, and sees nothing."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.journeys.desk import HERE, ROOT, Desk, Row, stop

NOW = "2026-03-04T14:03:00"
"""The moment at which every journey begins."""
LONGEST = 0.1
"""Seconds that the window may not listen: more is noticed (Nielsen, Usability Engineering, 5)."""
KEY_SECONDS, DECISION_SECONDS = 0.35, 1.35
"""A key, and a moment's thought, in the keystroke-level model (Card, Moran and Newell 1980)."""
PATIENCE = 12.0
"""Seconds before something that does not come has failed; not a measure, only an end."""
FOCUSED, ANNOUNCED = "object:state-changed:focused", "object:announcement"
TICKED = "object:state-changed:checked"
PICTURES = "VP_JOURNEY_PICTURES"
"""Names a folder for the pictures of every step; without it they are kept of what failed."""


@dataclass(frozen=True)
class Part:
    """Something that shows, as the screen reader knows it."""

    role: str
    name: str
    says: str
    text: str
    states: frozenset[str]
    depth: int
    id: str

    def __str__(self) -> str:
        text = f" [{self.text}]" if self.text else ""
        return f"{self.role} '{self.name}'{text} {self.says} ({', '.join(sorted(self.states))})"


@dataclass
class Keys:
    """What the hands did."""

    pressed: int = 0
    decisions: int = 0

    @property
    def seconds(self) -> float:
        """How long someone who knows the way is busy with it."""
        return self.pressed * KEY_SECONDS + self.decisions * DECISION_SECONDS


@dataclass
class Journey:
    """One program at a desk. ``step`` names what follows, for the pictures and the failures."""

    desk: Desk
    folder: Path
    at: str = "begin"
    keys: Keys = field(default_factory=Keys)
    _number: int = 0
    _heard: list[Row] = field(default_factory=list)
    _asked: int = 0
    _program: "subprocess.Popen[Any] | None" = None

    def __post_init__(self) -> None:
        self._pictures = self.folder / "beelden"
        self._pictures.mkdir()
        self._gaps = self.folder / "gaten"
        self._gaps.touch()
        self._steps = [(0.0, self.at)]
        self._begun = len(self.desk.ask("heard"))

    # --- the program --------------------------------------------------------------------------

    def start(self, *words: str, percent: int = 100) -> None:
        """Start the real program, as a user does."""
        settings = self.folder / "VP Logboek"
        settings.mkdir()
        (settings / "VP Logboek.conf").write_text(f"[look]\ntext_percent={percent}\n")
        home = str(self.folder)
        self._program = self.desk.start(
            [sys.executable, "-m", "vp_logboek", *words],
            cwd=ROOT,
            env=self.desk.environment | {
                "PYTHONPATH": str(HERE / "inside"), "VP_JOURNEY_GAPS": str(self._gaps),
                "VP_JOURNEY_NOW": NOW, "VP_JOURNEY_LONGEST": str(LONGEST),
                "VP_LOGBOEK_CONFIG": str(self.folder / "onthouden"),
                "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home,
            },
        )  # fmt: skip

    def is_running(self) -> bool:
        """Whether the process that was started is still there; locking is no new one."""
        return self._program is not None and self._program.poll() is None

    def stop(self) -> None:
        """End the program, where it was started."""
        if self._program is not None:
            stop(self._program)

    # --- hands --------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys after each other, in the words of xdotool: ``ctrl+n`` are two."""
        self.desk.keys("key", "--delay", "20", *keys)
        self.keys.pressed += sum(len(key.split("+")) for key in keys)

    def choose(self, menu: str, letter: str) -> None:
        """Open a menu, and press a letter once it is there: before that it would go elsewhere."""
        self.press(menu)
        self.until(lambda parts: any(one.role == "popup menu" for one in parts), "a menu")
        self.press(letter)

    def write(self, text: str) -> None:
        """Type a text; a capital takes two keys."""
        self.desk.keys("type", "--delay", "8", text)
        self.keys.pressed += len(text) + sum(one.isupper() for one in text)

    def write_anew(self, text: str) -> None:
        """Type in a drop-down that was typed in before: for 0.4 s Qt takes it for the same word
        (``QStyleHints.keyboardInputInterval``), which nobody is quick enough for.
        """
        time.sleep(0.5)
        self.write(text)

    def decide(self) -> None:
        """Think: what next, or which of these?"""
        self.keys.decisions += 1

    # --- ears ---------------------------------------------------------------------------------

    def parts(self) -> list[Part]:
        """Everything that shows, in reading order."""
        return [_part(row) for row in self.desk.ask("tree")]

    def find(self, name: str, role: str = "") -> Part:
        """Wait until there is such a part; ``name`` may be its beginning, with an ``…``."""
        return self.until(lambda parts: first(parts, name, role), f"{role} '{name}'")

    def gone(self, name: str, role: str = "") -> None:
        """Wait until no such part shows any more."""
        self.until(lambda parts: first(parts, name, role) is None, f"no {role} '{name}' any more")

    def shows(self, name: str, role: str = "") -> bool:
        """Whether there is such a part now."""
        return first(self.parts(), name, role) is not None

    def reads(self, name: str, text: str) -> None:
        """Wait until a field holds this text. With a screen reader on, Qt brings letters later to
        a field than a shortcut to the window: see the defects of issue 6.
        """

        def holds(parts: list[Part]) -> bool:
            return any(part.name == name and part.text == text for part in parts)

        self.until(holds, f"'{name}' with [{text}]")

    def until(self, holds: Callable[[list[Part]], Any], what: str) -> Any:
        """Wait until the tree is so; what it was waited for with."""
        end = time.monotonic() + PATIENCE
        while not (found := holds(parts := self.parts())):
            if time.monotonic() > end:
                there = "\n".join("  " * part.depth + str(part) for part in parts)
                raise AssertionError(f"{self.at}: waited in vain for {what}; there is\n{there}")
            time.sleep(0.05)
        return found

    def focus(self, name: str, role: str = "") -> Part:
        """Wait until the keyboard is there, as the tree has it."""
        return self.until(lambda parts: _focused(parts, name, role), f"focus on {role} '{name}'")

    def heard(self) -> list[Row]:
        """Everything the screen reader was told since the journey began."""
        self._heard += self.desk.ask("heard", self._begun + len(self._heard))
        return self._heard

    def hears(self, *words: str) -> None:
        """Wait until the screen reader was told all of this since the last time it was asked."""

        def said() -> list[str]:
            rows = self.heard()[self._asked :]
            return [f"{row['name']} {row['said']} {row['says']}" for row in rows]

        try:
            self._wait(lambda: all(any(word in one for one in said()) for word in words), "")
        except AssertionError:
            raise AssertionError(f"{self.at}: heard no {words}, but {said()}") from None
        self._asked = len(self._heard)

    def _wait(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{self.at}: not heard in time: {what}"
            time.sleep(0.01)

    def ticks(self, name: str) -> None:
        """Press the space bar on a box, and wait until one hears that it is ticked."""
        before = len(self.heard())
        self.press("space")
        told = f"{name} is ticked"
        self._wait(lambda: any(_ticked(row, name) for row in self.heard()[before:]), told)

    def announced(self) -> list[str]:
        """What was said aloud of itself since the journey began."""
        return [row["said"] for row in self.heard() if row["event"].startswith(ANNOUNCED)]

    def comes_to(self, name: str, role: str = "", after: int = 0) -> Row:
        """Wait until one hears that the keyboard came there, after so many things heard."""
        return self._next_focus(
            after, lambda row: row["name"] == name and role in ("", row["role"])
        )

    def walk_to(self, name: str, role: str, key: str = "Tab", most: int = 40) -> Row:
        """Press Tab, or another key, until one hears that the keyboard is there.

        A list of choices without a label is known by what is chosen.
        """
        told = []
        for _ in range(most):
            before = len(self.heard())
            self.press(key)
            row = self._next_focus(before)
            told.append(f"{row['role']} '{row['name'] or row['said']}'")
            if told[-1] == f"{role} '{name}'":
                return row
        raise AssertionError(f"{self.at}: no {role} '{name}' on the way: {', '.join(told)}")

    def push(self, name: str, role: str = "push button") -> None:
        """Walk to a button, and press it."""
        self.walk_to(name, role)
        self.press("space")

    def _next_focus(self, after: int, suits: Callable[[Row], bool] = lambda _: True) -> Row:
        """What is said when the keyboard comes somewhere, after so many things heard before."""
        end = time.monotonic() + PATIENCE
        while True:
            told = [row for row in self.heard()[after:] if row["event"] == FOCUSED and suits(row)]
            if told:
                return told[-1]
            assert time.monotonic() < end, f"{self.at}: the keyboard does not come there"
            time.sleep(0.01)

    # --- steps --------------------------------------------------------------------------------

    def step(self, name: str) -> None:
        """Keep a picture of where one is, and go on to what follows."""
        self._number += 1
        self.desk.take_picture(self._pictures / f"{self._number:02}-{self.at}.xwd")
        self.at = name
        self._steps.append((time.time(), name))

    def finish(self, name: str, failed: bool) -> None:
        """Keep the pictures of all steps where it failed or they are asked for; else none."""
        if self.is_running():
            self.step("end")
        self.stop()
        wanted = os.environ.get(PICTURES)
        if failed or wanted:
            self._keep_pictures(Path(wanted or self.folder) / name)
        shutil.rmtree(self._pictures)

    def _keep_pictures(self, to: Path) -> None:
        to.mkdir(parents=True, exist_ok=True)
        for picture in sorted(self._pictures.glob("*.xwd")):
            words = ["convert", f"xwd:{picture}", str(to / f"{picture.stem}.png")]
            subprocess.run(words, check=False, capture_output=True)
        print(f"pictures of every step: {to}")

    def gaps(self) -> list[Row]:
        """When and where the window did not listen, in milliseconds: ``cpu`` it worked, ``ms`` went
        by, and ``of`` with the time that others had the processor.
        """
        gaps = [json.loads(line) for line in self._gaps.read_text().splitlines()]
        for gap in gaps:
            until = gap.pop("until")
            gap["step"] = [name for begun, name in self._steps if begun < until][-1]
        return gaps


def first(parts: list[Part], name: str, role: str = "") -> Part | None:
    """The first part of this name."""
    return next((part for part in parts if _is(part, name, role)), None)


def focus_of(parts: list[Part]) -> Part | None:
    """The innermost part that has the keyboard.

    The current row of every list says that it has it: only that of the list that has it counts.
    """
    here = None
    for part in parts:
        if "focused" not in part.states:
            continue
        if part.role not in _ROWS:
            here = part if "focusable" in part.states else here
        elif here is not None and here.role in _LISTS and part.depth > here.depth:
            here = part
    return here


_LISTS = ("list", "table", "tree", "tree table", "menu")
_ROWS = ("list item", "table cell", "tree item")


def _is(part: Part, name: str, role: str) -> bool:
    begins = part.name.startswith(name[:-1]) if name.endswith("…") else part.name == name
    return begins and part.role == (role or part.role)


def _focused(parts: list[Part], name: str, role: str) -> Part | None:
    here = focus_of(parts)
    return here if here is not None and _is(here, name, role) else None


def _ticked(row: Row, name: str) -> bool:
    return row["event"] == TICKED and row["name"] == name


def _part(row: Row) -> Part:
    return Part(
        row["role"], row["name"], row["says"], row["text"], frozenset(row["states"]), row["depth"],
        row["id"],
    )  # fmt: skip
