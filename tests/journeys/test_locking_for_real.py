"""The real program under a real X display: unlock, type, lock; the process begins anew."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE  # no accents: xdotool types those unreliably
from tests.journeys.screen import Screen
from vp_logboek.domain.errors import AlreadyOpen
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import make_logbook, open_logbook

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(
        not all(map(shutil.which, ("Xvfb", "xdotool", "xprop", "openbox", "import"))),
        reason="needs Xvfb, xdotool, openbox and ImageMagick",
    ),
]
ROOT = Path(__file__).parents[2]
SECONDS = 50
"""A journey that has not ended by then has failed."""


def is_let_go(path: Path) -> bool:
    try:
        open_logbook(path, PASSPHRASE).close()
    except AlreadyOpen:
        return False
    return True


@pytest.mark.campaign  # half a minute of waiting for a real screen
def test_ctrl_l_keeps_the_draft_and_starts_the_process_anew(screen: Screen, path: Path) -> None:
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    program = screen.start([sys.executable, "-m", "vp_logboek", str(path)], ROOT)
    screen.until(lambda: bool(screen.size()))
    screen.until(screen.has_cursor)
    locked = screen.size()
    screen.write(PASSPHRASE)
    screen.press("Return")
    screen.until(lambda: screen.size() not in ("", locked))
    screen.until(screen.is_still)
    screen.press("ctrl+n")
    screen.until(screen.has_cursor)
    screen.write("01012026")
    screen.press("ctrl+l")
    screen.until(lambda: screen.size() == locked)
    assert program.poll() is None, "the same process, begun anew"
    screen.until(lambda: is_let_go(path))
    with open_logbook(path, PASSPHRASE) as logbook:
        ((_, entry),) = notebook.drafts(logbook)
    assert entry.conversation.on.isoformat() == "2026-01-01"
