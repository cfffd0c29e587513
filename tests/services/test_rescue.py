"""Rescue tells in plain words what was lost, and names a backup where nothing is left."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.store.making import a_dossier, a_talk, fingerprint, reopen
from vp_logboek.domain.errors import (
    AlreadyExists,
    AlreadyOpen,
    CopyOfAnother,
    Damaged,
    LogbookError,
    NotALogbook,
    NothingToRescue,
    SheetOfAnother,
    WrongPassphrase,
)
from vp_logboek.services import backups, recovery, rescue
from vp_logboek.store import rescue as store
from vp_logboek.store import schema
from vp_logboek.store.connection import PAGE_BYTES, connect
from vp_logboek.store.key import CHEAPEST, derive_key
from vp_logboek.store.logbook import Logbook, create

CHEAP = (CHEAPEST,)
NOW = datetime(2026, 11, 22, 14, 3)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def closed(logbook: Logbook, path: Path, stick: Path) -> Path:
    """A logbook with some talks and a folder for backups, closed."""
    backups.set_folder(logbook, stick)
    with logbook.transaction():
        for number in range(20):
            a_talk(logbook, a_dossier(logbook), note=f"gesprek {number} " * 90)
    logbook.close()
    return path


def _kill(path: Path, table: str) -> None:
    """Damage the first page of a table, or with an empty name that of the file."""
    content = bytearray(path.read_bytes())
    page = 1
    if table:
        connection = connect(path, derive_key(PASSPHRASE, bytes(content[:16]), CHEAPEST))
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        page = connection.number(sql, (table,))
        connection.close()
    content[(page - 1) * PAGE_BYTES + 500] ^= 1
    path.write_bytes(content)


def _rescued(path: Path) -> rescue.Rescued:
    target = path.with_name("gered.vplogboek")
    before = fingerprint(path)
    found = rescue.rescue(path, PASSPHRASE, target, CHEAP)
    assert fingerprint(path) == before
    with reopen(target, PASSPHRASE) as logbook:
        assert logbook.check() == 0
    return found


def test_names_may_be_relative(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(closed.parent)
    damaged, target = Path(closed.name), Path("gered.vplogboek")

    assert rescue.newest_copy_anywhere(damaged, PASSPHRASE, CHEAP) is None
    assert rescue.rescue(damaged, PASSPHRASE, target, CHEAP).talks == 20


def test_of_a_whole_file_nothing_is_lost(closed: Path) -> None:
    assert _rescued(closed) == rescue.Rescued(20, 20, ())


@pytest.mark.parametrize(
    "table, line",
    [
        ("dossier", "20 dossiers (behalve de nummers)"),
        ("dossier_melder", "20 gegevens van melders"),
        ("organisation", "1 organisatie"),
        ("organisation_level", "1 gekozen niveau (nu: streng)"),
        ("setting", "3 instellingen"),
        ("tally_row", "een onbekend aantal tellingen van vernietigde dossiers"),
        ("melder", None),
        ("dossier_number", None),
        ("action", None),
        ("conversation_text_data", None),
        ("talk_by_date", None),
    ],
)
def test_what_was_lost_is_told_in_words(closed: Path, table: str, line: str | None) -> None:
    _kill(closed, table)

    found = _rescued(closed)

    assert rescue.lost_in_words(found) == (() if line is None else (line,))
    assert (found.talks, found.dossiers) == (20, 20)


def test_every_table_has_a_word_or_can_be_made_up_again(logbook: Logbook) -> None:
    rows = logbook._connection.all(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )

    made_up = {"melder", "dossier_number", "ledger_scope", "ledger_gap"}
    assert {name for (name,) in rows} - set(rescue._WORDS) == made_up
    assert set(rescue._WORDS) - {name for (name,) in rows} == {store.NOTE}


def test_an_older_version_is_rescued_and_then_brought_up_to_date(path: Path) -> None:
    shutil.copyfile(Path(__file__).parents[1] / "data" / "versions" / "1.vplogboek", path)
    _kill(path, "draft")

    found = _rescued(path)

    assert found == rescue.Rescued(4, 3, (("concept", 1),))
    assert path.with_name(f"gered-voor-versie-{schema.NEWEST}.vplogboek").exists()


# --- where nothing is left ----------------------------------------------------------------------


@pytest.mark.parametrize("table", ["", "conversation"])
def test_without_its_beginning_or_the_talks_the_newest_backup_is_named(
    closed: Path, stick: Path, table: str
) -> None:
    with reopen(closed, PASSPHRASE) as logbook:
        for day in (3, 1, 2):
            backups.make(logbook, NOW.replace(day=day), closed.parent)
    _kill(closed, table)

    with pytest.raises(NothingToRescue) as nothing:
        _rescued(closed)

    assert nothing.value.newest_copy == "logboek-reservekopie-2026-11-03-1403.vplogboek"
    assert not closed.with_name("gered.vplogboek").exists()


def test_the_folder_of_the_logbook_is_searched_where_it_can_be_read(
    closed: Path, stick: Path
) -> None:
    with reopen(closed, PASSPHRASE) as logbook:
        copy = backups.make(logbook, NOW)
    _kill(closed, "conversation")

    with pytest.raises(NothingToRescue) as nothing:
        _rescued(closed)

    assert nothing.value.newest_copy == copy.path.name
    assert rescue.newest_copy_anywhere(closed, PASSPHRASE, CHEAP) == copy
    assert rescue.newest_copy(closed) is None


def test_the_backup_of_another_logbook_is_not_named(closed: Path) -> None:
    other = closed.with_name("ander.vplogboek")
    with create(other, PASSPHRASE, CHEAPEST) as logbook:
        backups.make(logbook, NOW, closed.parent)
    other.rename(closed.with_name("logboek-reservekopie-2026-11-22-1500.vplogboek"))
    _kill(closed, "")

    with pytest.raises(NothingToRescue) as nothing:
        _rescued(closed)

    assert nothing.value.newest_copy == ""


@pytest.mark.parametrize("length", [PAGE_BYTES - 1, 17, 16])
def test_of_less_than_a_page_nothing_is_left(closed: Path, length: int) -> None:
    with reopen(closed, PASSPHRASE) as logbook:
        copy = backups.make(logbook, NOW, closed.parent)
    closed.write_bytes(closed.read_bytes()[:length])

    with pytest.raises(NothingToRescue) as nothing:
        _rescued(closed)

    assert nothing.value.newest_copy == copy.path.name


def test_a_file_without_its_beginning_is_known_by_its_name(closed: Path) -> None:
    with reopen(closed, PASSPHRASE) as logbook:
        copy = backups.make(logbook, NOW, closed.parent)
    closed.write_bytes(bytes(PAGE_BYTES))

    assert rescue.newest_copy(closed) == copy


# --- what it refuses ----------------------------------------------------------------------------


def test_a_wrong_passphrase_and_a_name_that_is_taken_are_told(closed: Path) -> None:
    names = sorted(each.name for each in closed.parent.iterdir())

    with pytest.raises(WrongPassphrase):
        rescue.rescue(closed, "fout", closed.with_name("gered.vplogboek"), CHEAP)
    with pytest.raises(AlreadyExists):
        rescue.rescue(closed, PASSPHRASE, closed, CHEAP)
    with pytest.raises(NotALogbook):
        rescue.rescue(closed.parent / "nee", PASSPHRASE, closed.with_name("gered"), CHEAP)
    with (
        reopen(closed, PASSPHRASE),
        pytest.raises(AlreadyOpen),
    ):
        rescue.rescue(closed, PASSPHRASE, closed.with_name("gered.vplogboek"), CHEAP)

    assert sorted(each.name for each in closed.parent.iterdir()) == names


# --- the start is damaged as well -----------------------------------------------------------------


def _kill_start_and_a_page(path: Path, start: bytes = bytes(16)) -> bytes:
    _kill(path, "setting")
    path.write_bytes(start + path.read_bytes()[16:])
    return path.read_bytes()


@pytest.mark.parametrize("start", [bytes(16), b"VPL0" + bytes(12), b"VPL2" + bytes(12)])
def test_the_sheet_rescues_where_the_start_and_a_page_are_damaged(
    closed: Path, start: bytes
) -> None:
    with reopen(closed, PASSPHRASE) as opened:
        lines = recovery.sheet(opened).lines
    content, target = _kill_start_and_a_page(closed, start), closed.with_name("gered.vplogboek")
    with pytest.raises(LogbookError):  # the controls: no other road leads out
        rescue.rescue(closed, PASSPHRASE, target, CHEAP)
    with pytest.raises(Damaged):
        recovery.heal_with_sheet(closed, lines, CHEAP)

    found = rescue.rescue_with_sheet(closed, lines, target, CHEAP)

    assert (found.talks, found.dossiers) == (20, 20)
    assert rescue.lost_in_words(found) == ("3 instellingen",)
    assert closed.read_bytes() == content
    with reopen(target, PASSPHRASE) as rescued:
        assert rescued.check() == 0
        assert recovery.sheet(rescued).lines == lines


def test_a_copy_rescues_where_the_start_and_a_page_are_damaged(closed: Path, stick: Path) -> None:
    with reopen(closed, PASSPHRASE) as opened:
        copy = backups.make(opened, NOW, stick).path
    content, target = _kill_start_and_a_page(closed), closed.with_name("gered.vplogboek")

    with pytest.raises(WrongPassphrase):
        rescue.rescue_with_copy(closed, copy, "fout", target, CHEAP)
    found = rescue.rescue_with_copy(closed, copy, PASSPHRASE, target, CHEAP)

    assert found.talks == 20
    assert closed.read_bytes() == content
    with reopen(target, PASSPHRASE) as rescued:
        assert rescued.check() == 0


def test_the_sheet_and_the_copy_of_another_rescue_nothing(closed: Path, stick: Path) -> None:
    other, target = stick / "ander.vplogboek", closed.with_name("gered.vplogboek")
    with create(other, PASSPHRASE, CHEAPEST) as made:
        lines = recovery.sheet(made).lines
    _kill(closed, "setting")

    with pytest.raises(SheetOfAnother):
        rescue.rescue_with_sheet(closed, lines, target, CHEAP)
    with pytest.raises(CopyOfAnother):
        rescue.rescue_with_copy(closed, other, PASSPHRASE, target, CHEAP)
    closed.write_bytes(bytes(16) + closed.read_bytes()[16:])
    with pytest.raises(NotALogbook):
        rescue.rescue_with_sheet(closed, lines, target, CHEAP)
    closed.write_bytes(bytes(PAGE_BYTES - 1))
    with pytest.raises(NothingToRescue):
        rescue.rescue_with_sheet(closed, lines, target, CHEAP)

    assert not target.exists()


def test_a_sheet_does_not_rescue_from_a_file_that_is_open(closed: Path) -> None:
    target = closed.with_name("gered.vplogboek")
    with reopen(closed, PASSPHRASE) as opened:
        lines = recovery.sheet(opened).lines
        with pytest.raises(AlreadyOpen):
            rescue.rescue_with_sheet(closed, lines, target, CHEAP)
