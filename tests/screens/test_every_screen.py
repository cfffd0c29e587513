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
LOOKS = [
    *((mode, percent) for mode in (Mode.LIGHT, Mode.DARK) for percent in (200, 150, 100)),
    (Mode.CONTRAST, 100),
]
SELDOM = ("keeping-destroy", "actions", "settings-1", "year-over", "export-4-hidden")


def test_no_two_screens_have_the_same_name() -> None:
    names = [screen.name for screen in SCREENS]
    assert len(names) == len(set(names))
    assert set(OF_A_DAY + SELDOM) <= set(names)


def test_what_one_sees_every_day_is_clear(qapp: QApplication, tmp_path: Path) -> None:
    assert judged(qapp, tmp_path, Mode.LIGHT, 100, (LAPTOP, FOLDED), OF_A_DAY) == []


def test_what_one_sees_seldom_is_clear_in_the_dark_with_large_letters(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert judged(qapp, tmp_path, Mode.DARK, 200, (LAPTOP,), SELDOM) == []


@pytest.mark.campaign
@pytest.mark.parametrize("mode, percent", LOOKS)
def test_every_screen_is_clear_in_three_sizes(
    qapp: QApplication, tmp_path: Path, mode: Mode, percent: int
) -> None:
    met = set[Known]()
    assert judged(qapp, tmp_path, mode, percent, SIZES, met=met) == []
    gone = [one for one in KNOWN if one not in met and percent in one.percents]
    assert gone == [], "it no longer occurs: take it out of the list"
