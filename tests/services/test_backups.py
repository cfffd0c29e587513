"""Backups: dated, thinned, found again, looked into and put back; never another's file touched."""

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.store.making import a_dossier, a_talk, fingerprint, reopen
from vp_logboek.domain.errors import (
    AlreadyExists,
    AlreadyOpen,
    BackupFolderMissing,
    Damaged,
    NotALogbook,
    WrongPassphrase,
)
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import backups
from vp_logboek.store.connection import PAGE_BYTES
from vp_logboek.store.logbook import CHEAPEST, Logbook, create

NOW = datetime(2026, 11, 22, 14, 3, 59)
CHEAP = (CHEAPEST,)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(logbook: Logbook, stick: Path) -> Logbook:
    backups.set_folder(logbook, stick)
    dossier = a_dossier(logbook, date(2025, 5, 1))
    a_talk(logbook, dossier, date(2025, 5, 1))
    a_talk(logbook, dossier, date(2026, 1, 8), note="tweede")
    talk = a_talk(logbook, on=date(2026, 3, 4))
    assert talk.id is not None
    logbook.conversations.bin(talk.id, date(2026, 3, 5))
    return logbook


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


# --- where --------------------------------------------------------------------------------------


def test_the_folder_is_a_setting_of_the_logbook_itself(
    filled: Logbook, stick: Path, path: Path, passphrase: str
) -> None:
    filled.close()
    with reopen(path, passphrase) as again:
        assert backups.folder(again) == stick
        backups.set_folder(again, None)
        assert backups.folder(again) is None


def test_without_a_folder_there_is_no_backup(logbook: Logbook) -> None:
    assert backups.state(logbook, NOW) == backups.State(None, False, None, None)
    assert backups.make_if_due(logbook, NOW, changed=True) is None
    with pytest.raises(BackupFolderMissing):
        backups.make(logbook, NOW)


# --- making -------------------------------------------------------------------------------------


def test_a_backup_is_named_after_the_logbook_and_the_minute(filled: Logbook, stick: Path) -> None:
    copy = backups.make(filled, NOW)

    assert copy.path == stick / "logboek-reservekopie-2026-11-22-1403.vplogboek"
    assert copy.made == datetime(2026, 11, 22, 14, 3)
    assert copy.size == copy.path.stat().st_size
    assert backups.copies(stick) == backups.copies(stick, filled) == (copy,)


def test_a_second_one_in_the_same_minute_gets_a_number(filled: Logbook, stick: Path) -> None:
    one, two = backups.make(filled, NOW), backups.make(filled, NOW)

    assert two.path.name == "logboek-reservekopie-2026-11-22-1403-2.vplogboek"
    assert one.path.exists()
    assert one.made == two.made


def test_of_those_of_one_minute_the_last_made_is_the_newest(filled: Logbook, stick: Path) -> None:
    made = [backups.make(filled, NOW).path for _ in range(11)]
    assert made[-1].stem.endswith("-11")
    kept = [path for path in reversed(made) if path.exists()]
    assert len(kept) > 1
    assert [copy.path for copy in backups.copies(stick)] == kept


def test_a_folder_for_once_does_not_become_the_folder(
    filled: Logbook, stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "elders").mkdir()

    copy = backups.make(filled, NOW, tmp_path / "elders")

    assert copy.path.parent == tmp_path / "elders"
    assert backups.folder(filled) == stick
    assert _names(stick) == []


def test_the_age_is_told_in_days(filled: Logbook) -> None:
    backups.make(filled, NOW)

    state = backups.state(filled, datetime(2026, 12, 4, 9, 0))

    assert (state.is_there, state.last, state.age_days) == (
        True, datetime(2026, 11, 22, 14, 3), 12,
    )  # fmt: skip


def test_without_the_stick_the_logbook_remembers_the_last_one(filled: Logbook, stick: Path) -> None:
    backups.make(filled, NOW)
    stick.rename(stick.with_name("uitgetrokken"))

    state = backups.state(filled, NOW + timedelta(days=3))

    assert (state.folder, state.is_there, state.age_days) == (stick, False, 3)
    assert backups.make_if_due(filled, NOW + timedelta(days=3), changed=True) is None
    with pytest.raises(BackupFolderMissing):
        backups.make(filled, NOW)


def test_what_was_thrown_away_from_the_stick_is_not_remembered(
    filled: Logbook, stick: Path
) -> None:
    backups.make(filled, NOW).path.unlink()

    assert backups.state(filled, NOW).last is None


@pytest.mark.parametrize(
    "later, changed, is_made",
    [
        (timedelta(), False, False),
        (timedelta(minutes=1), True, True),
        (timedelta(days=1), False, True),
        (timedelta(days=-1), False, True),  # the clock was wrong
    ],
)
def test_a_backup_is_due_once_a_day_and_when_something_changed(
    filled: Logbook, later: timedelta, changed: bool, is_made: bool
) -> None:
    backups.make(filled, NOW)

    assert (backups.make_if_due(filled, NOW + later, changed) is not None) is is_made


def test_the_first_one_is_always_due(filled: Logbook) -> None:
    assert backups.make_if_due(filled, NOW, changed=False) is not None


# --- thinning -----------------------------------------------------------------------------------


def _copy_named(copy: Path, name: str) -> Path:
    target = copy.with_name(name)
    target.write_bytes(copy.read_bytes())
    os.utime(target, (0, 0))
    return target


def test_a_month_of_copies_is_thinned_and_the_rest_of_the_folder_stays(
    filled: Logbook, stick: Path, path: Path, tmp_path: Path
) -> None:
    original = backups.make(filled, NOW).path
    for day in range(1, 60):
        made = NOW - timedelta(days=day)
        _copy_named(original, f"logboek-reservekopie-{made:%Y-%m-%d-%H%M}.vplogboek")
    create(tmp_path / "ander.vplogboek", PASSPHRASE, CHEAPEST).close()
    others = [
        _copy_named(original, name)
        for name in ("logboek.vplogboek", "kopie van logboek.vplogboek", "werk.vplogboek",
                     "werk-reservekopie-2020-01-01-1200.vplogboek",
                     "logboek-voor-versie-2.vplogboek")
    ]  # fmt: skip
    foreign = stick / "logboek-reservekopie-2020-01-01-1200.vplogboek"
    foreign.write_bytes((tmp_path / "ander.vplogboek").read_bytes())
    text = stick / "logboek-reservekopie-2019-01-01-1200.vplogboek"
    text.write_text("geen logboek")
    before = {each: fingerprint(each) for each in (*others, foreign, text)}

    newest = backups.make(filled, NOW + timedelta(minutes=1)).path

    dated = [copy for copy in backups.copies(stick, filled) if "logboek-reserve" in copy.path.name]
    assert len(dated) == 7 + 7 + 2
    assert dated[0].path == newest
    assert {each: fingerprint(each) for each in before} == before


def test_the_copy_just_made_stays_when_the_clock_was_once_wrong(
    filled: Logbook, stick: Path
) -> None:
    original = backups.make(filled, NOW).path
    for day in range(500):
        made = NOW + timedelta(days=1000 + day)
        _copy_named(original, f"logboek-reservekopie-{made:%Y-%m-%d-%H%M}.vplogboek")

    newest = backups.make(filled, NOW + timedelta(minutes=1)).path

    assert newest.exists()


def test_a_clock_that_was_wrong_for_a_year_costs_no_copy_and_hides_no_age(
    filled: Logbook, stick: Path
) -> None:
    for fortnight in range(26):
        backups.make(filled, NOW + timedelta(days=3650 + 14 * fortnight))
    ahead = set(_names(stick))

    for day in range(10):
        backups.make(filled, NOW + timedelta(days=day))

    assert ahead <= set(_names(stick))
    assert len(set(_names(stick)) - ahead) >= 7
    assert backups.state(filled, NOW + timedelta(days=30)).age_days == 21
    stick.rename(stick.with_name("uitgetrokken"))
    filled.settings.set("reservekopie.laatste", "2036-01-01T12:00")
    assert backups.state(filled, NOW).last is None


def test_a_copy_that_somebody_works_in_is_never_thinned(filled: Logbook, stick: Path) -> None:
    copies = [backups.make(filled, NOW + timedelta(minutes=each)).path for each in range(3)]
    worked_in, control, _newest_of_the_week = copies
    changed = (NOW + timedelta(days=3)).timestamp()
    os.utime(worked_in, (changed, changed))

    for day in range(1, 20):
        backups.make(filled, NOW + timedelta(days=day))

    assert worked_in.exists()
    assert not control.exists()


def test_copies_under_an_earlier_passphrase_are_still_ours(
    filled: Logbook, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = backups.make(filled, NOW)
    monkeypatch.setattr(Logbook, "salt", property(lambda _: b"VPL0 another salt"[:16]))

    assert backups.copies(stick, filled) == (early,)


def test_what_a_killed_backup_left_is_swept_and_nothing_else(filled: Logbook, stick: Path) -> None:
    salt = filled.salt
    (stick / ".0123456789ab.part").write_bytes(salt + bytes(5000))
    (stick / ".0123456789ac.part").write_bytes(b"VPL0 of another!" + bytes(5000))
    (stick / ".0123456789ad.part").touch()
    (stick / ".0123456789ae.part").touch()
    os.utime(stick / ".0123456789ae.part", (0, 0))
    (stick / ".mine.part").write_bytes(salt)

    backups.make(filled, NOW)

    assert _names(stick)[:3] == [".0123456789ac.part", ".0123456789ad.part", ".mine.part"]
    assert len(_names(stick)) == 4


# --- looking into one, and putting one back -----------------------------------------------------


def test_looking_into_a_copy_tells_what_it_holds_and_changes_nothing(
    filled: Logbook, stick: Path
) -> None:
    copy = backups.make(filled, NOW).path
    copy.chmod(0o400)
    before = fingerprint(copy)

    found = backups.look_into(copy, PASSPHRASE, CHEAP)

    assert found == backups.Contents(
        made=datetime(2026, 11, 22, 14, 3), talks=2, dossiers=2,
        years=((2026, 1), (2025, 1)), last_day=date(2026, 1, 8),
    )  # fmt: skip
    assert fingerprint(copy) == before
    assert _names(stick) == [copy.name]


def test_restoring_gives_a_logbook_with_everything(
    filled: Logbook, path: Path, tmp_path: Path
) -> None:
    copy = backups.make(filled, NOW).path
    before = fingerprint(copy)
    target = tmp_path / "nieuwe map" / "terug.vplogboek"

    backups.restore(copy, PASSPHRASE, target, CHEAP)

    assert fingerprint(copy) == before
    with reopen(target, PASSPHRASE) as back:
        rows = back.conversations.rows(TalkQuery())
        assert rows == filled.conversations.rows(TalkQuery())
        assert back.conversations.get(rows[0].id).note == "tweede"


def test_restoring_never_overwrites(filled: Logbook, path: Path) -> None:
    copy = backups.make(filled, NOW).path
    filled.close()
    before = fingerprint(path)

    with pytest.raises(AlreadyExists):
        backups.restore(copy, PASSPHRASE, path, CHEAP)

    assert fingerprint(path) == before


def test_what_the_lost_logbook_left_to_be_undone_is_not_undone_in_the_copy(
    filled: Logbook, path: Path
) -> None:
    copy = backups.make(filled, NOW).path
    filled.close()
    path.unlink()
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"van het oude bestand")

    with pytest.raises(AlreadyExists):
        backups.restore(copy, PASSPHRASE, path, CHEAP)

    assert not path.exists()
    journal.unlink()
    backups.restore(copy, PASSPHRASE, path, CHEAP)  # the control


def _flipped(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[5 * PAGE_BYTES + 77] ^= 1
    copy.write_bytes(content)


@pytest.mark.parametrize(
    "spoil, passphrase, refusal",
    [
        (_flipped, PASSPHRASE, Damaged),
        (lambda copy: copy.write_bytes(copy.read_bytes()[:-PAGE_BYTES]), PASSPHRASE, Damaged),
        (lambda copy: copy.write_bytes(b"%PDF-1.7" + bytes(9000)), PASSPHRASE, NotALogbook),
        (lambda copy: copy.unlink(), PASSPHRASE, NotALogbook),
        (lambda copy: None, "een andere wachtzin", WrongPassphrase),
        (lambda copy: None, "", WrongPassphrase),
    ],
)
def test_a_copy_that_is_not_good_is_not_put_back(
    filled: Logbook,
    tmp_path: Path,
    spoil: Callable[[Path], object],
    passphrase: str,
    refusal: type[Exception],
) -> None:
    copy = backups.make(filled, NOW).path
    spoil(copy)
    names = _names(tmp_path)
    target = tmp_path / "terug.vplogboek"

    with pytest.raises(refusal):
        backups.look_into(copy, passphrase, CHEAP)
    with pytest.raises(refusal):
        backups.restore(copy, passphrase, target, CHEAP)

    assert _names(tmp_path) == names


def test_the_open_logbook_is_not_looked_into_as_a_copy(filled: Logbook, path: Path) -> None:
    with pytest.raises(AlreadyOpen):
        backups.look_into(path, PASSPHRASE, CHEAP)


# --- after a destruction ------------------------------------------------------------------------


def test_copies_of_before_a_destruction_are_named(filled: Logbook, path: Path) -> None:
    before = backups.make(filled, NOW - timedelta(days=1))
    same_day = backups.make(filled, NOW)
    filled.destruction.record(NOW.date(), dossiers=1, talks=2)
    after = backups.make(filled, NOW + timedelta(minutes=1))
    later = backups.make(filled, NOW + timedelta(days=1))
    old = path.with_name("logboek.vplogboek.vorige")
    old.write_bytes(before.path.read_bytes())
    os.utime(old, (0, 0))

    found = backups.made_before(filled, NOW.date())

    assert [copy.path for copy in found] == [same_day.path, before.path, old]
    assert not {after.path, later.path, path} & {copy.path for copy in found}


def test_an_older_copy_that_was_put_back_since_is_named_too(filled: Logbook, path: Path) -> None:
    before = backups.make(filled, NOW - timedelta(days=9))
    put_back, control = path.with_name("om te kijken.vplogboek"), path.with_name("later.vplogboek")
    filled.destruction.record(NOW.date() - timedelta(days=2), dossiers=1, talks=2)
    backups.restore(before.path, PASSPHRASE, put_back, CHEAP)
    filled.copy_to(control)
    afterwards = (NOW + timedelta(days=1)).timestamp()
    for each in (put_back, control):
        os.utime(each, (afterwards, afterwards))

    found = backups.made_before(filled, NOW.date() - timedelta(days=2))

    assert [copy.path for copy in found] == [put_back, before.path]


def test_a_damaged_file_that_was_kept_is_named_too(filled: Logbook, path: Path) -> None:
    kept = path.with_name(f"{path.name}.beschadigd")
    kept.write_bytes(bytes(8192))
    os.utime(kept, (0, 0))

    assert [copy.path for copy in backups.made_before(filled, NOW.date())] == [kept]
