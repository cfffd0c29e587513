"""The injector sees every call that changes the disk: as many as the system itself saw."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.promises.faults import injector
from tests.promises.faults.harness import ROOT
from tests.promises.faults.operations import OPERATIONS

DAY = """
import shutil, sys
from pathlib import Path
shutil._USE_CP_SENDFILE = False  # the injector refuses it, so that a copy is written in pieces
from tests.promises.faults.operations import OPERATIONS
for name, operation in OPERATIONS.items():
    operation.act(Path(sys.argv[1]) / name, lambda act: act())
"""
CHANGES = (
    "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,fsync,"
    "fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,"
    "unlinkat,mkdir,mkdirat,rmdir,sendfile,copy_file_range,io_uring_enter"
)
"""All that Linux has for changing content or names; ``mmap`` is looked at apart."""
_TOLD = {"o": "open", "w": "write", "t": "truncate", "s": "sync", "S": "sync", "r": "rename",
         "l": "link", "u": "unlink", "m": "mkdir"}  # fmt: skip
_KINDS = {"openat": "open", "creat": "open", "pwrite64": "write", "writev": "write",
          "ftruncate": "truncate", "fsync": "sync", "fdatasync": "sync", "renameat": "rename",
          "renameat2": "rename", "linkat": "link", "unlinkat": "unlink", "rmdir": "unlink",
          "mkdirat": "mkdir"}  # fmt: skip


def seen_by_the_system(folder: Path, log: Path) -> Counter[str]:
    """The same counted by strace: every successful call on a file under the folder."""
    calls = ["strace", "-f", "--seccomp-bpf", "-y", "-o", log, "-e", f"trace={CHANGES},mmap"]
    subprocess.run([*calls, sys.executable, "-c", DAY, folder], cwd=ROOT, check=True)
    found: Counter[str] = Counter()
    for line in log.read_text().splitlines():
        call = re.match(r"\d+ +(\w+)\((.*)\) += (-?\d+)", line)
        if call is None or str(folder) not in line or call[3] == "-1":
            continue
        if call[1] == "mmap":
            assert "PROT_WRITE" not in call[2] or "MAP_SHARED" not in call[2]
        elif call[1] not in {"open", "openat"} or re.search("O_CREAT|O_TRUNC", call[2]):
            found[_KINDS.get(call[1], call[1])] += 1
    return found


def seen_by_the_injector(folder: Path, record: Path, library: Path) -> Counter[str]:
    """What it kept of the same day."""
    armed = f"""
import pathlib
from tests.promises.faults import injector
injector.record(pathlib.Path({str(record)!r}))
injector.Fault(injector.How.COUNT).arm(pathlib.Path({str(folder)!r}), 0)
{DAY}"""
    program = [sys.executable, "-c", armed, folder]
    subprocess.run(program, cwd=ROOT, check=True, env=injector.under(library))
    return Counter(_TOLD[event.what] for event in injector.events(record))


@pytest.mark.campaign
@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace to compare with")
def test_it_misses_no_call_that_changes_the_disk(library: Path, tmp_path: Path) -> None:
    begun, here, there = (tmp_path / name for name in ("begin", "hier", "daar"))
    for name, operation in OPERATIONS.items():
        (begun / name).mkdir(parents=True)
        operation.begin(begun / name)
    for folder in (here, there):
        shutil.copytree(begun, folder)

    by_system = seen_by_the_system(here, tmp_path / "log")
    by_injector = seen_by_the_injector(there, tmp_path / "record", library)

    assert by_injector == by_system
    assert by_system["write"] > 100
    assert by_system["sync"] > 10
