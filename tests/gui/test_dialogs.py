"""Qt's own file dialog writes no folder that was visited into its history."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CANARY = "Kanariemap"


def written(tmp_path: Path, *how: str) -> list[Path]:
    """What a home holds after a file was chosen in it."""
    home, folder = tmp_path / "thuis", tmp_path / CANARY
    home.mkdir()
    folder.mkdir()
    (folder / "x.vplogboek").touch()
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(home))
    subprocess.run(
        [sys.executable, "-m", "tests.gui.choosing_a_file", str(folder / "x.vplogboek"), *how],
        cwd=ROOT, env={**os.environ, **homes, "PYTHONPATH": str(ROOT)}, timeout=40, check=True,
        capture_output=True,
    )  # fmt: skip
    return [file for file in home.rglob("*") if file.is_file()]


def holds(files: list[Path]) -> list[str]:
    return [file.name for file in files if CANARY.encode() in file.read_bytes()]


@pytest.mark.skipif(sys.platform != "linux", reason="settings are files on Linux")
def test_choosing_a_file_leaves_no_history(tmp_path: Path) -> None:
    files = written(tmp_path)
    assert holds(files) == []
    assert "QtProject.conf" not in [file.name for file in files]
    assert "VP Logboek.conf" in [file.name for file in files], "our own settings are still kept"


@pytest.mark.skipif(sys.platform != "linux", reason="settings are files on Linux")
def test_the_control_qt_by_itself_does_leave_one(tmp_path: Path) -> None:
    assert holds(written(tmp_path, "bare")) == ["QtProject.conf"]


def test_no_file_dialog_is_opened_that_remembers() -> None:
    for file in (ROOT / "vp_logboek").rglob("*.py"):
        text = file.read_text("utf-8")
        assert text.count("QFileDialog.get") == text.count("with without_history():"), file.name
