"""The same report gives the same bytes, whatever the machine it is printed on is up to."""

import hashlib
import os
import pickle
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.report import machine
from tests.report.several import side_by_side
from tests.report.years import reports, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.recovery_sheet import Sheet, sheet_of
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report import recovery_sheet
from vp_logboek.report.yearly import render

ROOT = Path(__file__).parents[2]


@cache
def sheet() -> Sheet:
    return sheet_of(bytes(range(100, 132)), b"VPL1" + bytes(range(12)))


@cache
def expected() -> str:
    """The fingerprints of what this process prints, in which much else was printed before."""
    one, several = zuid_holland(), side_by_side()
    pages = [
        render(one), render(one, concept=True), render(one, edition=2), render(several),
        recovery_sheet.render(sheet()),
    ]  # fmt: skip
    return " ".join(hashlib.sha256(page).hexdigest() for page in pages)


def _printed(script: str, changes: dict[str, str], cwd: Path, before: str = "") -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RL_")} | changes
    given = pickle.dumps((zuid_holland(), side_by_side(), sheet()))
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROOT), before],
        env=environment, cwd=cwd, capture_output=True, input=given, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout.decode().strip()


def test_all_at_once_no_environment_changes_a_byte(tmp_path: Path) -> None:
    kinds = machine.environments(tmp_path)
    changes = {key: value for one in kinds.values() for key, value in one.items()}
    paths = [one["PYTHONPATH"] for one in kinds.values() if "PYTHONPATH" in one]
    changes["PYTHONPATH"] = os.pathsep.join(paths)

    assert _printed(machine.OURS, changes, tmp_path) == expected()
    assert not (tmp_path / "spoor").exists(), "a settings file of somebody else was run"


def test_neither_clock_nor_files_nor_packing_nor_environment_are_asked(tmp_path: Path) -> None:
    before = "".join(machine.FORBIDDEN.values())

    assert _printed(machine.OURS, {}, tmp_path, before) == expected()


@pytest.mark.campaign
@pytest.mark.parametrize("kind", machine.KINDS)
def test_no_environment_changes_a_byte(kind: str, tmp_path: Path) -> None:
    changes = machine.environments(tmp_path)[kind]

    assert _printed(machine.OURS, changes, tmp_path) == expected()
    assert not (tmp_path / "spoor").exists(), "a settings file of somebody else was run"


@pytest.mark.campaign
@pytest.mark.parametrize("kind", machine.FORBIDDEN)
def test_it_prints_without(kind: str, tmp_path: Path) -> None:
    assert _printed(machine.OURS, {}, tmp_path, machine.FORBIDDEN[kind]) == expected()


@pytest.mark.parametrize("kind", ["home", "path", "variables", "epoch", "accelerator"])
def test_these_environments_do_change_what_reportlab_writes_by_itself(
    kind: str, tmp_path: Path
) -> None:
    changes = machine.environments(tmp_path)[kind]

    assert _printed(machine.UNPINNED, changes, tmp_path) != _unpinned()


@cache
def _unpinned() -> str:
    return _printed(machine.UNPINNED, {}, ROOT)


@pytest.mark.campaign
@pytest.mark.parametrize("kind", machine.FORBIDDEN)
def test_what_is_forbidden_is_refused_to_who_asks(kind: str, tmp_path: Path) -> None:
    """The control: each of these does ask for what it is named after."""
    script = machine.ASKING[kind]

    assert _printed(machine.ASK + script, {}, tmp_path) == ""
    with pytest.raises(AssertionError, match=kind):
        _printed(machine.ASK + script, {}, tmp_path, machine.FORBIDDEN[kind])


@settings(max_examples=4)
@given(reports())
def test_printing_twice_gives_the_same_bytes(report: SafeReport) -> None:
    assert render(report) == render(report)


def test_the_mark_of_a_concept_and_the_level_are_in_the_bytes() -> None:
    assert render(zuid_holland()) != render(zuid_holland(), concept=True)
    assert render(zuid_holland()) != render(zuid_holland(Level.STRICT))
