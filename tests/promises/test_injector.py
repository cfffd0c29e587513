"""The injector sees every call that changes the disk: as many as the system itself saw."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.promises.faults import injector
from tests.promises.faults.harness import ROOT

DAY = """
    import sys
    from pathlib import Path
    from tests.promises.faults import operations
    for name, operation in operations.OPERATIONS.items():
        folder = Path(sys.argv[1]) / name
        folder.mkdir()
        operation.begin(folder)
        operation.act(folder, lambda act: act())
"""
CHANGES = (
    "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,fsync,"
    "fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,"
    "unlinkat,mkdir,mkdirat,rmdir,sendfile,copy_file_range,io_uring_enter"
)
"""All that Linux has for changing content or names; ``mmap`` is looked at apart."""
_TOLD = {"o": "open", "w": "write", "t": "truncate", "s": "sync", "r": "rename", "l": "link",
         "u": "unlink", "m": "mkdir"}  # fmt: skip
_KINDS = {"openat": "open", "creat": "open", "pwrite64": "write", "writev": "write",
          "ftruncate": "truncate", "fsync": "sync", "fdatasync": "sync", "renameat": "rename",
          "renameat2": "rename", "linkat": "link", "unlinkat": "unlink", "rmdir": "unlink",
          "mkdirat": "mkdir"}  # fmt: skip


def _program() -> list[str]:
    lines = [line.removeprefix("    ") for line in DAY.splitlines()]
    return [sys.executable, "-c", "\n".join(lines)]


def seen_by_the_system(folder: Path, log: Path) -> Counter[str]:
    """The same counted by strace: every successful call on a file under the folder."""
    calls = ["strace", "-f", "--seccomp-bpf", "-y", "-o", log, "-e", f"trace={CHANGES},mmap"]
    subprocess.run([*calls, *_program(), folder], cwd=ROOT, check=True)
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
    order = json.dumps([str(record), str(folder)])
    begin = "import json, sys; from pathlib import Path; from tests.promises.faults import injector"
    arm = f"record, folder = map(Path, json.loads({order!r})); injector.record(record)"
    count = "injector.Fault(injector.How.COUNT).arm(folder, 0)"
    program = _program()
    program[-1] = "\n".join([begin, arm, count, program[-1]])
    subprocess.run([*program, folder], cwd=ROOT, check=True, env=injector.under(library))
    return Counter(_TOLD[event.what] for event in injector.events(record))


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace to compare with")
def test_it_misses_no_call_that_changes_the_disk(library: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "een", tmp_path / "twee"]
    for folder in folders:
        folder.mkdir()

    by_system = seen_by_the_system(folders[0], tmp_path / "log")
    by_injector = seen_by_the_injector(folders[1], tmp_path / "record", library)

    assert by_injector == by_system
    assert by_system["write"] > 100
    assert by_system["sync"] > 10
