"""The preloaded C library: building it, and its handles for the process that runs under it."""

import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("injector.c")
_HEAD = struct.Struct("=6q")
_COMPILE = ["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]


def why_not() -> str | None:
    """The reason why no fault can be injected here; None when it can."""
    if sys.platform != "linux":
        return "the injector stands before the C library of Linux"
    if shutil.which("gcc") is None:
        return "there is no gcc to compile the injector with"
    return None


def build(folder: Path) -> Path:
    """Compile the library."""
    library = folder / "injector.so"
    subprocess.run([*_COMPILE, "-o", library, SOURCE, "-ldl"], check=True)
    return library


def under(library: Path) -> Mapping[str, str]:
    """The environment of a process that runs under the injector."""
    return {**os.environ, "LD_PRELOAD": str(library)}


class How(IntEnum):
    """What happens at the call; the numbers are those of the C source."""

    COUNT = 1
    KILL = 2
    TEAR = 3
    FAIL = 4


@dataclass(frozen=True, slots=True)
class Fault:
    """What to do at which call; ``on``: from there on, instead of once."""

    how: How
    error: int = 0
    on: bool = False

    def arm(self, folder: Path, at: int) -> None:
        """Begin to count; only in a process under the injector."""
        _library().injector_arm(
            os.fsencode(folder), int(self.how), ctypes.c_long(at), self.error, int(self.on)
        )


def disarm() -> None:
    """Let every call through again."""
    _library().injector_disarm()


def seen() -> int:
    """How many calls were counted since arming; of a torn write: how many writes."""
    return int(_library().injector_seen())


def record(path: Path) -> None:
    """Keep everything from here on, with its contents, in a file outside the folder."""
    _library().injector_record(os.fsencode(path))


def mark(number: int) -> None:
    """Note in the record that the program said so many times that something is safe."""
    _library().injector_mark(ctypes.c_long(number))


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.injector_seen.restype = ctypes.c_long
    return library


@dataclass(frozen=True, slots=True)
class Event:
    """One call that changed something. ``what``: open, write, truncate, sync, … as the C source."""

    what: str
    file: int
    place: int
    name: str
    other: str
    data: bytes


def events(record: Path) -> Iterator[Event]:
    """What the injector kept, in order."""
    with record.open("rb") as kept:
        while head := kept.read(_HEAD.size):
            what, file, place, *lengths = _HEAD.unpack(head)
            name, other, data = (kept.read(length) for length in lengths)
            yield Event(chr(what), file, place, os.fsdecode(name), os.fsdecode(other), data)
