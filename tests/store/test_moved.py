"""A file that is moved, thrown away or replaced while it is open: nothing is said to be saved."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vp_logboek.domain.activity import Action
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.store.logbook import Logbook

LINE = Action(date(2026, 3, 4), "Terugbellen")


def throw_away(path: Path) -> None:
    path.unlink()


def move(path: Path) -> None:
    path.rename(path.with_name("elders.vplogboek"))


def replace_by_a_copy(path: Path) -> None:
    copy = path.with_name("kopie")
    copy.write_bytes(b"wat een meekopieerprogramma terugzet")
    copy.replace(path)


@pytest.mark.parametrize("happens", [throw_away, move, replace_by_a_copy])
def test_a_save_into_a_file_that_is_not_there_is_refused(
    logbook: Logbook, path: Path, happens: Callable[[Path], None]
) -> None:
    happens(path)

    with pytest.raises(NotSaved) as refused:
        logbook.actions.save(LINE)
    assert refused.value.trouble is DiskTrouble.MOVED
    with pytest.raises(NotSaved), logbook.transaction():
        logbook.settings.set("een", "1")


def test_control_without_it_the_same_save_succeeds(logbook: Logbook) -> None:
    assert logbook.actions.save(LINE).id is not None


def test_what_is_moved_back_can_be_saved_again(logbook: Logbook, path: Path) -> None:
    elsewhere = path.rename(path.with_name("elders.vplogboek"))
    with pytest.raises(NotSaved):
        logbook.actions.save(LINE)
    elsewhere.rename(path)

    assert logbook.actions.save(LINE).id is not None
