"""The first statements of the program, in a process of their own."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

PROGRAM = """
    import ctypes, os, resource, sys
    from pathlib import Path
    os.umask(0)
    if sys.argv[1] == "hardened":
        from vp_logboek.store.process import harden_process
        harden_process()
    Path(sys.argv[2]).touch()
    print(oct(Path(sys.argv[2]).stat().st_mode & 0o777))
    print(resource.getrlimit(resource.RLIMIT_CORE))
    PR_GET_DUMPABLE = 3
    print(ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux; the twins differ")
@pytest.mark.parametrize(
    "how, expected",
    [("hardened", ["0o600", "(0, 0)", "0"]), ("plain", ["0o666", None, "1"])],
)
def test_files_are_private_and_memory_is_not_dumped(
    tmp_path: Path, how: str, expected: list[str | None]
) -> None:
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROGRAM), how, tmp_path / "bestand"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip

    assert [line for line, known in zip(told, expected, strict=True) if known] == [
        known for known in expected if known
    ]
