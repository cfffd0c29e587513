"""One operation, one fault, every point: each in a process of its own, judged by another.

``campaign`` starts this module under the injector. That process has everything imported and holds
no file; it forks for every point, which takes some milliseconds.
"""

import gc
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from tests.cheap import PASSPHRASE, measured_before, without_wiping
from tests.promises.faults import injector
from tests.promises.faults.controls import CONTROLS
from tests.promises.faults.injector import Fault, How
from tests.promises.faults.operation import NAME, NEW, OLD, TWICE, Operation
from tests.promises.faults.operations import OPERATIONS
from tests.promises.faults.releasing import RELEASES
from tests.promises.faults.upkeep import ANOTHER
from vp_logboek.domain.errors import LogbookError

ROOT = Path(__file__).parents[3]
SAVED = "saved"
KNOWN = OPERATIONS | CONTROLS | RELEASES


@dataclass
class Outcome:
    """``said``: how often it was said to be saved, or which error. ``wrong``: what must not be.

    ``unsure``: how often an error was told although the change had already lasted.
    """

    points: int = 0
    unsure: int = 0
    found: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, point: "Point", found: str, where: str) -> None:
        """Count one try, and what was found after it."""
        if wrong(point, found):
            self.wrong.append(f"{where}: {point}, found: {found}")
        if point.reached:
            self.found[found] += 1
            self.said[str(point.said)] += 1
            self.unsure += point.said not in {None, SAVED} and came_too_late(point, found)


def campaign(name: str, fault: Fault, library: Path, folder: Path) -> Outcome:
    """Try every point of an operation."""
    order = json.dumps({"name": name, "fault": asdict(fault), "folder": str(folder)})
    return answered([sys.executable, "-m", __name__, order], library)


def answered(command: Sequence[str], library: Path) -> Outcome:
    """The outcome that a process under the injector tells."""
    done = subprocess.run(
        command, cwd=ROOT, env=injector.under(library), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    tallies = {name: Counter(answer.pop(name)) for name in ("found", "said")}
    return Outcome(**answer, **tallies)


# --- inside that process ----------------------------------------------------------------------


def apart(work: Callable[[Callable[[object], None]], None]) -> tuple[list[Any], int]:
    """Do something in a process of its own: what it told, and how it ended (0, or -signal)."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            work(lambda told: os.write(theirs, json.dumps(told).encode() + b"\n") and None)
        except BaseException as error:
            os.write(theirs, json.dumps(["raised", repr(error)]).encode())
            os._exit(1)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as lines:
        told = [json.loads(line) for line in lines]
    return told, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@dataclass
class Point:
    """One try: what was said under the fault and after it, and whether the fault came at all."""

    said: str | None = None
    again: str | None = None
    reached: bool = True


def attempt(operation: Operation, folder: Path, fault: Fault, at: int, again: bool) -> Point:
    """Do it with the fault at this call; with ``again`` once more when it failed."""

    def work(tell: Callable[[object], None]) -> None:
        def step(act: Callable[[], object]) -> None:
            fault.arm(folder, at)
            first = said_of(act)
            tell(["said", first])
            if fault.how is How.FAIL:
                reached = injector.seen() >= at
                Fault(How.COUNT).arm(folder, 0)
                tell(["reached", reached])
                if again and first != SAVED:
                    tell(["again", said_of(act)])

        Fault(How.COUNT).arm(folder, 0)
        operation.act(folder, step)

    told, ended = apart(work)
    found = dict(told)
    if "raised" in found:
        raise RuntimeError(found["raised"])
    reached = found["reached"] if fault.how is How.FAIL else ended == -9
    return Point(found.get("said"), found.get("again"), reached)


def said_of(act: Callable[[], object]) -> str:
    try:
        act()
    except LogbookError as error:
        return repr(error)
    except Exception as error:
        return f"a defect: {error!r}"
    return SAVED


def judge(operation: Operation, folder: Path) -> str:
    """What a new process finds: it looks, then opens it again and saves; nothing may be left over.

    The state, or what there was beside it or instead of it.
    """

    def work(tell: Callable[[object], None]) -> None:
        Fault(How.COUNT).arm(folder, 0)  # only so that no fsync takes its time
        tell(["found", operation.look(folder)])
        home = next(folder.rglob(NAME)).parent
        with operation.open(home) as logbook:
            assert logbook.check() == 0, "the checks find damage"
            logbook.settings.set("na", "de fout")
        tell(["left", sorted({_plain(path.name) for path in home.iterdir()} - {NAME})])

    told = dict(apart(work)[0])
    if "raised" in told:
        return ", but then ".join([told[key] for key in ("found", "raised") if key in told])
    left = [name for name in told["left"] if not any(Path(name).match(k) for k in operation.keeps)]
    return told["found"] if not left else f"{told['found']}, with {', '.join(left)} left over"


def _plain(name: str) -> str:
    return re.sub(r"[0-9a-f]{12}", "*", name)


def wrong(point: Point, found: str) -> bool:
    """A half state, a defect, or what was said to be saved and is not there."""
    answers = (point.said, point.again)
    if any(answer is not None and answer.startswith("a defect") for answer in answers):
        return True
    if point.again is None:
        return found not in ({NEW} if point.said == SAVED else {OLD, NEW})
    if point.again == SAVED:
        return found not in {NEW, TWICE}
    return found != NEW  # refused, because it had been done: the error came too late


def came_too_late(point: Point, found: str) -> bool:
    """Whether an error was told although the change had lasted."""
    if point.again is None:
        return found == NEW
    return found == TWICE or point.again != SAVED


def prepared(operation: Operation, folder: Path) -> Path:
    """The folder as it is before the operation; made once."""
    without_wiping()
    measured_before(PASSPHRASE, ANOTHER)
    gc.freeze()  # what is not touched is not copied at a fork
    folder.mkdir(parents=True)
    told, _ = apart(lambda _: operation.begin(folder))
    assert not told, told
    return folder


def every_point(operation: Operation, fault: Fault, folder: Path) -> Outcome:
    """The campaign itself. Where a call fails it is done once more when the fault is gone.

    Where every call fails from there, also once without: then nothing has been tidied up.
    """
    outcome = Outcome()
    begin, here = prepared(operation, folder / "begin"), folder / "hier"
    tries = (True,) if fault.how is How.FAIL else (False,)
    for at in count(1):
        for again in (False, True) if fault.on else tries:
            shutil.rmtree(here, ignore_errors=True)
            shutil.copytree(begin, here)
            point = attempt(operation, here, fault, at, again)
            outcome.add(point, judge(operation, here), f"call {at}")
        if not point.reached:
            return outcome
        outcome.points += 1
    raise AssertionError


def main(order: dict[str, Any]) -> None:
    fault = Fault(How(order["fault"]["how"]), order["fault"]["error"], order["fault"]["on"])
    outcome = every_point(KNOWN[order["name"]], fault, Path(order["folder"]))
    print(json.dumps(vars(outcome)))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
