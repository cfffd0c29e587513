"""What a program asks of the system while it runs, as strace(1) writes it down."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="needs strace, which exists on Linux only"
)

_CUT = re.compile(r"^(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^<\.\.\. \w+ resumed>(.*)$")
_OPENED = re.compile(r'^(?:openat\(\w+, |open\(|creat\()"((?:[^"\\]|\\.)*)", ?(.*)\) = (-?\d+)')
_CLOSED = re.compile(r"^close\((\d+)\) = 0")
_SOCKET = re.compile(r"^(?:socket|socketpair)\((AF_\w+)")


@dataclass(frozen=True)
class Run:
    """What a program did, call after call, in the order in which the calls ended."""

    calls: tuple[str, ...]

    def sockets(self) -> list[str]:
        """The family of each socket that was asked for, also where it was refused."""
        return [found[1] for call in self.calls if (found := _SOCKET.match(call))]

    def opened_while_open(self, path: Path) -> list[str]:
        """The calls that opened a file while SQLite, which alone opens it to write, had it open."""
        database = ""
        found = []
        for call in self.calls:
            opened, closed = _OPENED.match(call), _CLOSED.match(call)
            if closed and closed[1] == database:
                database = ""
            elif opened and opened[3] != "-1" and _is_same(opened[1], path):
                if database:
                    found.append(call)
                elif "O_RDWR" in opened[2]:
                    database = opened[3]
        return found

    def opens(self, path: Path) -> int:
        """How often a file was opened at all."""
        found = (_OPENED.match(call) for call in self.calls)
        return sum(bool(one and _is_same(one[1], path)) for one in found)


def _is_same(written: str, path: Path) -> bool:
    named = written.encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
    return os.path.realpath(named) == os.path.realpath(path)


def watched(words: list[str], home: Path, seconds: int = 240) -> Run:
    """Run Python with these words under strace, in an empty home; it must end well."""
    home.mkdir(exist_ok=True)
    trace = home / "trace.txt"
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(home))
    environment = {**os.environ, **homes, "TMPDIR": str(home), "PYTHONPATH": str(ROOT)}
    strace = ["strace", "-f", "-qq", "-o", str(trace), "-e", "trace=%network,openat,open,close"]
    done = subprocess.run(
        [*strace, sys.executable, *words],
        cwd=ROOT, env=environment, capture_output=True, timeout=seconds, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return Run(tuple(_whole_calls(trace.read_text("utf-8", "replace"))))


def _whole_calls(trace: str) -> list[str]:
    """One line for each call: strace cuts one in two when another thread comes in between."""
    begun: dict[str, str] = {}
    calls = []
    for line in trace.splitlines():
        process, _, call = line.partition(" ")
        call = call.strip()
        cut, resumed = _CUT.match(call), _RESUMED.match(call)
        if cut:
            begun[process] = cut[1]
        else:
            calls.append(begun.pop(process, "") + resumed[1] if resumed else call)
    return calls
