"""The window says that the logbook lies in a bad place: with the reason, and not twice."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE, Running
from vp_logboek.domain.errors import ReadOnlyPlace
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.backups.place_words import told_of_conflicts, told_of_place
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.unlock import screen
from vp_logboek.services.places import Concerns, Place, Where, put_away
from vp_logboek.services.safekeeping import make_logbook, open_logbook

CONFLICT = "logboek (conflicted copy 2026-11-22 140300).vplogboek"


@pytest.fixture
def open_at(make_running: Callable[..., Running]) -> Callable[[Path], Running]:
    def begin(path: Path) -> Running:
        if not path.exists():
            make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
        running = make_running(path)
        unlock = running.program.unlock
        unlock.open.field.edit.setText(PASSPHRASE)
        with running.qtbot.waitSignal(running.program.session.opened):
            unlock.open.open_button.click()
        running.settle()
        return running

    return begin


def leave(running: Running) -> None:
    running.program.session.close()
    running.settle()


def test_a_plain_folder_is_not_spoken_of(open_at: Callable[[Path], Running], path: Path) -> None:
    bar = open_at(path).program.window.bars.place
    assert bar.isHidden()


def test_a_synced_folder_is_told_with_the_reason_until_it_is_put_away(
    open_at: Callable[[Path], Running], tmp_path: Path
) -> None:
    path = tmp_path / "OneDrive - Gemeente" / "logboek.vplogboek"
    running = open_at(path)
    bar = running.program.window.bars.place
    assert "(OneDrive)" in bar.text()
    assert "werk verloren" in bar.text()
    assert str(tmp_path) not in bar.text()
    bar.action.click()
    running.settle()
    assert bar.isHidden()
    leave(running)

    assert open_at(path).program.window.bars.place.isHidden()


def test_another_service_is_told_again(open_at: Callable[[Path], Running], tmp_path: Path) -> None:
    first, later = tmp_path / "OneDrive", tmp_path / "Dropbox"
    running = open_at(first / "logboek.vplogboek")
    running.program.window.bars.place.action.click()
    running.settle()
    leave(running)
    first.rename(later)

    assert "(Dropbox)" in open_at(later / "logboek.vplogboek").program.window.bars.place.text()


def test_a_copy_in_conflict_goes_before_the_place_and_is_named(
    open_at: Callable[[Path], Running], tmp_path: Path
) -> None:
    path = tmp_path / "Dropbox" / "logboek.vplogboek"
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    path.with_name(CONFLICT).write_bytes(path.read_bytes())
    running = open_at(path)
    bar = running.program.window.bars.place
    assert f"“{CONFLICT}”" in bar.text()
    bar.action.click()
    running.settle()
    assert "(Dropbox)" in bar.text()


def test_in_a_read_only_place_it_can_be_put_away_for_now(
    open_at: Callable[[Path], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vp_logboek.store.logbook._can_be_written", lambda _: False)
    running = open_at(tmp_path / "Dropbox" / "logboek.vplogboek")
    bar = running.program.window.bars.place
    assert not bar.isHidden()
    bar.action.click()
    running.settle()
    assert bar.isHidden()
    assert running.program.window.bars.problem.isHidden()


def test_putting_away_is_kept_inside_the_logbook(tmp_path: Path, cheap_program: None) -> None:
    path = tmp_path / "logboek.vplogboek"
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    with open_logbook(path, PASSPHRASE) as logbook:
        put_away(logbook, Concerns(Place(Where.NETWORK), (CONFLICT,)))
        assert CONFLICT in (logbook.settings.get("weggelegde waarschuwingen") or "")
        logbook._connection.run("PRAGMA query_only = ON")
        with pytest.raises(ReadOnlyPlace):
            put_away(logbook, Concerns())
    assert CONFLICT.encode() not in path.read_bytes()


@pytest.mark.parametrize("is_made", [True, False])
@pytest.mark.parametrize("where", Where)
def test_every_place_is_told_in_short_sentences_or_not_at_all(where: Where, is_made: bool) -> None:
    message = told_of_place(Place(where, "OneDrive"), is_made)

    assert (message is not None) is Place(where).is_risky
    for words in (message, told_of_conflicts((CONFLICT,)), told_of_conflicts((CONFLICT, "b"))):
        for sentence in re.split(r"(?<=[.!?:]) ", str(words or "")):
            assert len(sentence.split()) <= 20, sentence


# --- before there is a logbook, and before it is open -----------------------------------------


def test_making_one_in_a_synced_folder_is_warned_of_and_allowed(
    outside: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = outside.program.unlock.make.who
    assert page.place_warning.isHidden()
    for folder, is_told in (("Dropbox", True), ("gewoon", False)):
        chosen = tmp_path / folder / "boek.vplogboek"
        monkeypatch.setattr(FilePlace, "new", classmethod(lambda cls, *_, path=chosen: path))
        page.choose_place.click()
        outside.settle()
        assert page.place_warning.isHidden() is not is_told
    assert page.next.isEnabled()


HOLDER = """
import sys
from pathlib import Path
import sqlcipher3
c = sqlcipher3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA locking_mode = EXCLUSIVE")
c.execute("CREATE TABLE IF NOT EXISTS t (a)")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows tells it at opening")
def test_that_it_is_open_elsewhere_is_told_before_the_passphrase_is_typed(
    make_running: Callable[..., Running], tmp_path: Path
) -> None:
    """Any program that holds the lock of SQLite will do: no key is needed to see it."""
    held = tmp_path / "logboek.vplogboek"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, held], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == b"held"
    running = make_running(held)
    page = running.program.unlock.open
    running.qtbot.waitUntil(lambda: not page.message.isHidden())
    assert "al geopend" in page.message.text()
    assert page.field.text() == ""
    assert page.open_button.isEnabled()
    other.communicate()

    again = make_running(held)
    again.settle()
    assert again.program.unlock.open.message.isHidden(), "the control"


def test_while_a_logbook_is_being_opened_nobody_looks_at_it(
    make_running: Callable[..., Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing what was looked at would drop the lock that is being taken (POSIX)."""
    looked: list[Path] = []
    monkeypatch.setattr(screen, "is_open_elsewhere", looked.append)
    unlock = make_running(tmp_path / "logboek.vplogboek").program.unlock
    assert looked, "the control"
    looked.clear()

    unlock.open.show_busy(True)
    unlock.hide()
    unlock.show()
    assert looked == []
    unlock.open.show_busy(False)
    unlock.hide()
    unlock.show()
    assert looked
