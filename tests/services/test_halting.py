"""Stopping what somebody waits for: nothing of it stays, and what was there is as it was."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import PASSPHRASE
from tests.store.making import a_talk, fingerprint, reopen
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.services import backups, copies, passphrase
from vp_logboek.services.safekeeping import Halt
from vp_logboek.store import backup, rekeying
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook

NEW = "kastanje fluitketel dorpsplein zeilboot winterjas potlood"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.endswith("-journal"))


def stop_at(patch: pytest.MonkeyPatch, module: object, step: str, halt: Halt) -> None:
    """Another thread asks when this step begins."""
    go_on: Callable[..., object] = getattr(module, step)

    def stopped_on_the_way(*given: object, **named: object) -> object:
        thread = Thread(target=halt.ask)
        thread.start()
        thread.join()
        return go_on(*given, **named)

    patch.setattr(module, step, stopped_on_the_way)


@pytest.fixture
def copy(logbook: Logbook, path: Path, tmp_path: Path) -> Path:
    """A copy in a folder of its own."""
    a_talk(logbook, note="een aantekening")
    made = tmp_path / "stick" / "kopie.vplogboek"
    made.parent.mkdir()
    logbook.copy_to(made)
    return made


# --- another passphrase -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "module, step",
    [
        (passphrase, "check_good"),
        (copies, "note_salt"),
        (rekeying, "_copy_pages"),
        (rekeying, "sync_file"),
        (rekeying, "_verify"),
        (rekeying, "_hold_the_same"),
    ],
)
def test_until_the_new_file_takes_the_name_a_change_of_passphrase_can_be_stopped(
    logbook: Logbook, path: Path, monkeypatch: pytest.MonkeyPatch, module: object, step: str
) -> None:
    halt, before = Halt(), names(path.parent)
    stop_at(monkeypatch, module, step, halt)

    with pytest.raises(Stopped):
        passphrase.change(logbook, PASSPHRASE, NEW, halt)

    assert names(path.parent) == before
    a_talk(logbook, note="hierna")  # it is open, and can be written
    logbook.close()
    with reopen(path, PASSPHRASE) as again:
        assert again.check() == 0


def test_from_then_on_it_goes_on_to_its_end(
    logbook: Logbook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halt = Halt()
    stop_at(monkeypatch, rekeying, "_swap", halt)

    passphrase.change(logbook, PASSPHRASE, NEW, halt).close()

    assert halt.is_closed
    reopen(path, NEW).close()


def test_without_being_asked_nothing_stops(logbook: Logbook, path: Path) -> None:
    """The negative control of all of the above."""
    halt = Halt()

    passphrase.change(logbook, PASSPHRASE, NEW, halt).close()

    reopen(path, NEW).close()


def test_a_large_logbook_is_stopped_between_two_parts(
    logbook: Logbook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        a_talk(logbook, note="lang " * 2000)
    halt, seen = Halt(), []

    def heed() -> None:
        seen.append(1)
        if len(seen) == 3:
            halt.ask()
        Halt.heed(halt)

    monkeypatch.setattr(rekeying, "_PAGES_AT_ONCE", 4)
    monkeypatch.setattr(halt, "heed", heed)

    with pytest.raises(Stopped):
        rekeying.change_key(logbook._connection, b"k" * 32, CHEAPEST.tag + b"s" * 12, halt)

    assert len(seen) == 3
    assert names(path.parent) == [path.name]


# --- a copy -----------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["open_copy", "check", "days_of_talks"])
def test_looking_into_a_copy_can_be_stopped(
    copy: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    halt, before = Halt(), fingerprint(copy)
    stop_at(monkeypatch, copies, step, halt)

    if step == "days_of_talks":  # it was checked: what follows takes no time, and is not stopped
        backups.look_into(copy, PASSPHRASE, (CHEAPEST,), halt)
    else:
        with pytest.raises(Stopped):
            backups.look_into(copy, PASSPHRASE, (CHEAPEST,), halt)

    assert fingerprint(copy) == before
    backups.look_into(copy, PASSPHRASE, (CHEAPEST,))  # nothing holds it


@pytest.mark.parametrize(
    "module, step",
    [
        (copies, "key_of"),
        (copies, "check"),
        (backup, "_vacuum_into"),
        (backup, "_verify"),
        (copies, "note_origin"),
    ],
)
def test_until_it_has_its_name_putting_a_copy_back_can_be_stopped(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, step: str
) -> None:
    target, halt, before = tmp_path / "terug" / "logboek.vplogboek", Halt(), fingerprint(copy)
    target.parent.mkdir()
    stop_at(monkeypatch, module, step, halt)

    with pytest.raises(Stopped):
        backups.restore(copy, PASSPHRASE, target, (CHEAPEST,), halt)

    assert list(target.parent.iterdir()) == []
    assert fingerprint(copy) == before


def test_a_copy_that_is_being_named_is_put_back_whole(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, halt = tmp_path / "terug.vplogboek", Halt()
    close = halt.close

    def and_ask() -> None:
        close()
        halt.ask()

    monkeypatch.setattr(halt, "close", and_ask)

    backups.restore(copy, PASSPHRASE, target, (CHEAPEST,), halt)

    with reopen(target, PASSPHRASE) as restored:
        assert restored.check() == 0
