"""The same report gives the same bytes, whatever the machine it is printed on is up to."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.report.years import reports, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report.yearly import render

ROOT = Path(__file__).parents[2]

OURS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tests.report.years import zuid_holland
from vp_logboek.report.yearly import render
print(hashlib.sha256(render(zuid_holland())).hexdigest())
"""

UNPINNED = """
import hashlib, io, sys
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas
font = sys.argv[1] + "/resources/fonts/IBMPlexSans-Regular.ttf"
pdfmetrics.registerFont(ttfonts.TTFont("Plex", font))
out = io.BytesIO()
canvas = Canvas(out, invariant=1)
canvas.setFont("Plex", 10)
canvas.drawString(10, 10, "25 melders")
canvas.save()
print(hashlib.sha256(out.getvalue()).hexdigest())
"""
"""The negative control: ReportLab as it comes, even with its own ``invariant``."""

SETTINGS = """
open({trace!r}, "a").write("gelezen")
pdfComments = 1
invariant = 0
pageCompression = 1
canvas_basefontname = "Courier"
documentLang = "xx-XX"
"""


def _hostile(folder: Path) -> dict[str, dict[str, str]]:
    """Environments that change what ReportLab writes, or could."""
    home, path = folder / "thuis van Jansen", folder / "pad"
    home.mkdir()
    path.mkdir()
    settings = SETTINGS.format(trace=str(folder / "spoor"))
    (home / ".reportlab_settings").write_text(settings, encoding="utf-8")
    (home / ".reportlab_mods").write_text(settings.splitlines()[1], encoding="utf-8")
    (path / "reportlab_settings.py").write_text(settings, encoding="utf-8")
    return {
        "time": {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
        "home": {"HOME": str(home), "USERPROFILE": str(home), "USER": "jansen"},
        "path": {"PYTHONPATH": str(path)},
        "variables": {
            "RL_pdfComments": "1", "RL_invariant": "0", "RL_pageCompression": "1",
            "RL_documentLang": "xx-XX", "RL_useA85": "1", "RL_pdfMultiLine": "1",
        },
        "epoch": {"SOURCE_DATE_EPOCH": "1234567890"},
        "hashing": {"PYTHONHASHSEED": "4711", "PYTHONOPTIMIZE": "1"},
    }  # fmt: skip


def _printed(script: str, changes: dict[str, str], cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RL_")} | changes
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROOT)],
        env=environment, cwd=cwd, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


KINDS = ("time", "home", "path", "variables", "epoch", "hashing")


@pytest.mark.parametrize("kind", KINDS)
def test_no_environment_changes_a_byte(kind: str, tmp_path: Path) -> None:
    changes = _hostile(tmp_path)[kind]

    assert _printed(OURS, changes, tmp_path) == hashlib.sha256(render(zuid_holland())).hexdigest()
    assert not (tmp_path / "spoor").exists(), "a settings file of somebody else was run"


@pytest.mark.parametrize("kind", ["home", "path", "variables", "epoch"])
def test_these_environments_do_change_what_reportlab_writes_by_itself(
    kind: str, tmp_path: Path
) -> None:
    changes = _hostile(tmp_path)[kind]

    assert _printed(UNPINNED, changes, tmp_path) != _printed(UNPINNED, {}, tmp_path)


@settings(max_examples=15, deadline=None)
@given(reports())
def test_printing_twice_gives_the_same_bytes(report: SafeReport) -> None:
    assert render(report) == render(report)


def test_the_mark_of_a_concept_and_the_level_are_in_the_bytes() -> None:
    assert render(zuid_holland()) != render(zuid_holland(), concept=True)
    assert render(zuid_holland()) != render(zuid_holland(Level.STRICT))
