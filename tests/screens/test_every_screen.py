"""Every screen of the program, in every look, by the seven checks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.screens.catalogue import SCREENS
from tests.screens.judged import FOLDED, LAPTOP, SIZES, judged
from tests.screens.known import KNOWN, Known
from vp_logboek.gui.theme import Mode

pytestmark = pytest.mark.usefixtures("cheap_keys")

OF_A_DAY = (
    "welcome", "unlock-wrong", "talks-of-a-year", "search-found", "talk-read", "form-unfolded",
    "form-wrong", "dossier-open", "year-several", "menu-bestand",
)  # fmt: skip
OF_AN_OWN_LOGBOOK = ("keeping-ticked", "keeping-destroy", "released", "settings-1", "lock-cover")


def test_no_two_screens_have_the_same_name() -> None:
    names = [screen.name for screen in SCREENS]
    assert len(names) == len(set(names))
    assert set(OF_A_DAY + OF_AN_OWN_LOGBOOK) <= set(names)


def test_what_one_sees_every_day_is_clear(qapp: QApplication, tmp_path: Path) -> None:
    assert judged(qapp, tmp_path, Mode.LIGHT, 100, (LAPTOP, FOLDED), OF_A_DAY) == []


def test_what_one_sees_seldom_is_clear_in_the_dark_with_large_letters(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert judged(qapp, tmp_path, Mode.DARK, 200, (LAPTOP,), OF_AN_OWN_LOGBOOK) == []


@pytest.mark.campaign
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_screen_is_clear_in_every_look(
    qapp: QApplication, tmp_path: Path, mode: Mode
) -> None:
    wrong, met = [], set[Known]()
    for percent in (100, 150, 200):
        wrong += judged(qapp, tmp_path, mode, percent, SIZES, met=met)
    assert wrong == []
    assert [known for known in KNOWN if known not in met] == [], "no longer occurs: take it out"


@pytest.mark.campaign
def test_every_screen_is_clear_in_high_contrast(qapp: QApplication, tmp_path: Path) -> None:
    assert judged(qapp, tmp_path, Mode.CONTRAST, 100, (LAPTOP,)) == []
