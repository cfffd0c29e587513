"""The power goes, at any moment of an operation, as a seed says.

The operation runs once under the injector, which keeps every call with its contents. From that
record any number of cuts is played on a disk as harsh as POSIX allows.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.promises.faults import injector
from tests.promises.faults.controls import UNSAFE_SAVES
from tests.promises.faults.daily import a_logbook, many_saved, saves_of_a_day
from tests.promises.faults.disk import Disk
from tests.promises.faults.harness import ROOT, apart, judge, prepared
from tests.promises.faults.injector import Fault, How
from tests.promises.faults.operation import NEW, OLD, Operation
from tests.promises.faults.operations import OPERATIONS

SAVES_OF_A_DAY = Operation(a_logbook, saves_of_a_day, many_saved)
SAVES = "a day of saves"
KNOWN = OPERATIONS | UNSAFE_SAVES | {SAVES: SAVES_OF_A_DAY}


@dataclass
class Cuts:
    """``lost``: what was said to be saved is not there. ``damaged``: all else that is wrong."""

    calls: int = 0
    whole: int = 0
    lost: int = 0
    damaged: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, state: str, said: int, where: str) -> None:
        """Count one cut; ``said`` things were told to be safe."""
        there = number(state)
        if there is None or there > said + 1:
            self.damaged += 1
        elif there < said:
            self.lost += 1
        else:
            self.whole += 1
            return
        self.wrong.append(f"{where}: {said} said to be saved, found: {state}")


def power_cuts(name: str, cuts: int, library: Path, folder: Path) -> Cuts:
    """Let the power go so many times during an operation."""
    order = json.dumps({"name": name, "cuts": cuts, "folder": str(folder)})
    done = subprocess.run(
        [sys.executable, "-m", __name__, order], cwd=ROOT, env=injector.under(library),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Cuts(**json.loads(done.stdout))


# --- inside the process under the injector ----------------------------------------------------


def record(operation: Operation, folder: Path, kept: Path) -> None:
    """Do it once, and note each time that it is said to be safe."""

    def work(_: Callable[[object], None]) -> None:
        said = 0

        def step(act: Callable[[], object]) -> None:
            nonlocal said
            act()
            said += 1
            injector.mark(said)

        injector.record(kept)
        Fault(How.COUNT).arm(folder, 0)
        operation.act(folder, step)

    told, _ = apart(work)
    assert not told, told


def number(state: str) -> int | None:
    """How many of the things that were said to be saved are there; None when it is damaged."""
    return {OLD: 0, NEW: 1}.get(state, int(state) if state.isdecimal() else None)


def all_cuts(operation: Operation, tries: int, folder: Path) -> Cuts:
    """The campaign: one recording, and then the cuts in the order of their moments."""
    begun, here, kept = prepared(operation, folder / "begin"), folder / "hier", folder / "record"
    shutil.copytree(begun, here)
    files = [path for path in here.rglob("*") if path.is_file()]
    disk = Disk({str(path): (path.stat().st_ino, path.read_bytes()) for path in files})
    record(operation, here, kept)
    events = list(injector.events(kept))
    outcome = Cuts(calls=sum(event.what != "!" for event in events))
    moments = sorted(random.Random(seed).randint(1, len(events)) for seed in range(tries))
    said = played = 0
    for seed, moment in enumerate(moments):
        for event in events[played:moment]:
            said = event.place if event.what == "!" else said
            disk.play(event)
        played = moment
        _lay_out(disk.after_cut(random.Random(seed)), begun, here)
        outcome.add(judge(operation, here), said, f"seed {seed}, call {moment}")
    return outcome


def _lay_out(found: list[tuple[list[str], bytes]], begun: Path, here: Path) -> None:
    """Put these files there. Two names of one file are hard links, as they were on the disk."""
    shutil.rmtree(here)
    shutil.copytree(begun, here, copy_function=lambda *_: None)  # the folders alone
    for (first, *others), content in found:
        for name in (first, *others):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(first).write_bytes(content)
        for other in others:
            Path(other).hardlink_to(first)


def main(order: dict[str, str]) -> None:
    """What ``power_cuts`` asked."""
    outcome = all_cuts(KNOWN[order["name"]], int(order["cuts"]), Path(order["folder"]))
    print(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
