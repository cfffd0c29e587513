"""A new logbook with nothing but the keyboard, in the real program under a real X display."""

import sys
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE
from tests.journeys.screen import Screen
from tests.journeys.test_locking_for_real import ROOT, is_let_go, pytestmark  # noqa: F401 - a mark
from vp_logboek.services import notebook, recovery
from vp_logboek.services.safekeeping import open_logbook

SECONDS = 100
"""It waits in more places than the other journey."""


@pytest.mark.campaign  # a minute of waiting for a real screen
def test_from_the_first_screen_to_the_first_talk_without_a_mouse(
    screen: Screen, tmp_path: Path
) -> None:
    screen.start([sys.executable, "-m", "vp_logboek"], ROOT)
    screen.until(lambda: bool(screen.size()))
    screen.until(screen.is_still)
    before = screen.size()
    screen.press("space")
    screen.until(screen.has_cursor)
    screen.write("Gemeente Voorbeeld")
    screen.press("Return")
    screen.until(screen.has_cursor)
    screen.press("alt+e")
    screen.until(screen.is_still)  # the words are gone and the two fields are there
    screen.press("alt+w")
    screen.write(PASSPHRASE)
    screen.press("alt+g")
    screen.write(PASSPHRASE)
    screen.press("Return")
    path = tmp_path / "VP Logboek" / "Logboek.vplogboek"
    screen.until(path.exists)
    screen.until(screen.is_still)
    screen.press("alt+l")
    screen.until(screen.is_still)
    screen.press("alt+e")
    screen.until(lambda: screen.size() not in ("", before))
    screen.until(screen.has_cursor)
    screen.write("01012026")
    screen.press("ctrl+l")
    screen.until(lambda: screen.size() == before)
    screen.until(lambda: is_let_go(path))
    with open_logbook(path, PASSPHRASE) as logbook:
        ((_, entry),) = notebook.drafts(logbook)
        assert not recovery.is_confirmed(logbook), "later was chosen"
        assert notebook.organisations(logbook)[0].name == "Gemeente Voorbeeld"
    assert entry.conversation.on.isoformat() == "2026-01-01"
