"""A disk that is really full: a small one in memory, with a little more room at every try."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from tests.promises.faults.harness import (
    SAVED,
    Outcome,
    Point,
    answered,
    apart,
    judge,
    prepared,
    said_of,
)
from tests.promises.faults.operation import Operation
from tests.promises.faults.operations import OPERATIONS

SIZE = "8m"
PAGE = 4096
ENOUGH = 3
_MOUNT = 'mount -t tmpfs -o size="$1" none "$2" && shift 2 && exec "$@"'
NAMESPACES = (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])


def why_not(folder: Path) -> str | None:
    """The reason why no small disk can be made here; None when it can."""
    if shutil.which("unshare") is None or shutil.which("mount") is None:
        return "there is no unshare or no mount"
    return None if _namespace(folder) else "mounting is not allowed here"


def _namespace(folder: Path) -> Sequence[str] | None:
    for namespace in NAMESPACES:
        if subprocess.run(_on(namespace, folder, ["true"]), check=False).returncode == 0:
            return namespace
    return None


def _on(namespace: Sequence[str], folder: Path, command: Sequence[str]) -> list[str]:
    return [*namespace, "sh", "-c", _MOUNT, "sh", SIZE, str(folder), *command]


def campaign(name: str, library: Path, folder: Path) -> Outcome:
    """Do an operation with so little room, and then more, until it succeeds."""
    disk = folder / "schijf"
    disk.mkdir()
    namespace = _namespace(disk)
    assert namespace is not None
    order = json.dumps({"name": name, "folder": str(folder)})
    return answered(_on(namespace, disk, [sys.executable, "-m", __name__, order]), library)


# --- inside that process ----------------------------------------------------------------------


def every_room(operation: Operation, folder: Path) -> Outcome:
    """From no room at all, a page more at a time, until it fits three times in a row."""
    outcome = Outcome()
    begin, here = prepared(operation, folder / "begin"), folder / "schijf" / "hier"
    fits = 0
    for room in count(0, PAGE):
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(begin, here)
        point = _attempt(operation, here, room)
        outcome.add(point, judge(operation, here), f"{room} bytes left")
        outcome.points += 1
        fits = fits + 1 if point.said == SAVED else 0
        if fits == ENOUGH:
            return outcome
    raise AssertionError


def _attempt(operation: Operation, here: Path, room: int) -> Point:
    def work(tell: Callable[[object], None]) -> None:
        def step(act: Callable[[], object]) -> None:
            ballast = _fill(here.parent, room)
            tell(["said", said := said_of(act)])
            ballast.unlink()
            if said != SAVED:
                tell(["again", said_of(act)])

        operation.act(here, step)

    told = dict(apart(work)[0])
    assert "raised" not in told, told
    return Point(told["said"], told.get("again"))


def _fill(disk: Path, room: int) -> Path:
    """Take all of the disk but so many bytes."""
    ballast = disk / "ballast"
    found = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, found.f_bavail * found.f_frsize - room)
    return ballast


def main(order: dict[str, str]) -> None:
    """What ``campaign`` asked."""
    print(json.dumps(vars(every_room(OPERATIONS[order["name"]], Path(order["folder"])))))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
