"""Every screen of the program, in every look, by the seven checks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.screens.catalogue import SCREENS
from tests.screens.judged import FOLDED, LAPTOP, judged, sizes_at
from tests.screens.known import KNOWN, Known
from vp_logboek.gui.theme import Mode

pytestmark = pytest.mark.usefixtures("cheap_keys")

OF_A_DAY = (
    "welcome", "unlock-wrong", "talks-of-a-year", "search-found", "talk-read", "form-unfolded",
    "form-wrong", "dossier-open", "year-several", "menu-bestand",
)  # fmt: skip
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


TWINS = ("year-table-", "help-", "settings-")
"""Of these many are made alike: the looks that are seldom worn are tried on the first of each."""


def one_of_a_kind() -> list[str]:
    names = [screen.name for screen in SCREENS]
    first = [next(name for name in names if name.startswith(twin)) for twin in TWINS]
    return [name for name in names if name in first or not name.startswith(TWINS)]


@pytest.mark.campaign
@pytest.mark.parametrize("mode, percent", [(Mode.LIGHT, 100), (Mode.DARK, 200)])
def test_every_screen_is_clear(
    qapp: QApplication, tmp_path: Path, mode: Mode, percent: int
) -> None:
    met = set[Known]()
    assert judged(qapp, tmp_path, mode, percent, sizes_at(percent), met=met) == []
    gone = [one for one in KNOWN if one not in met and percent in one.percents]
    assert gone == [], "it no longer occurs: take it out of the list"


@pytest.mark.campaign
@pytest.mark.parametrize(
    "mode, percent",
    [
        (Mode.LIGHT, 150),
        (Mode.LIGHT, 200),
        (Mode.DARK, 100),
        (Mode.DARK, 150),
        (Mode.CONTRAST, 100),
    ],
)
def test_one_screen_of_each_kind_is_clear_in_the_other_looks(
    qapp: QApplication, tmp_path: Path, mode: Mode, percent: int
) -> None:
    assert judged(qapp, tmp_path, mode, percent, sizes_at(percent), one_of_a_kind()) == []
