"""The recovery sheet opens a logbook, sets a new passphrase, and heals a damaged start."""

import os
import random
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.store.making import a_talk, fingerprint, reopen
from vp_logboek.domain.errors import (
    AlreadyOpen,
    CopyOfAnother,
    Damaged,
    GroupsDiffer,
    HealedOnly,
    LogbookError,
    NotALogbook,
    NotSaved,
    PassphraseProblem,
    PassphraseRefused,
    SheetLineWrong,
    SheetOfAnother,
    WrongPassphrase,
)
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.recovery_sheet import read_sheet, sheet_number, sheet_of
from vp_logboek.services import backups, passphrase, recovery
from vp_logboek.store import rekeying
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook, create

NEW = "zes heel andere woorden dan eerst"
CHEAP = (CHEAPEST,)
NOTE = "één aantekening"


@pytest.fixture
def filled(logbook: Logbook) -> Logbook:
    with logbook.transaction():
        for _ in range(20):
            a_talk(logbook, note=NOTE)
    return logbook


@pytest.fixture
def lines(filled: Logbook) -> tuple[str, ...]:
    """The sheet of the logbook, which is closed."""
    shown = recovery.sheet(filled).lines
    filled.close()
    return shown


def has_all(logbook: Logbook) -> bool:
    rows = logbook.conversations.rows(TalkQuery())
    notes = {logbook.conversations.get(row.id).note for row in rows}
    return (len(rows), notes, logbook.check()) == (20, {NOTE}, 0)


def names(path: Path) -> set[str]:
    return {each.name.removeprefix(path.name) for each in path.parent.iterdir()}


# --- the sheet and whether it is on paper -----------------------------------------------------


def test_the_sheet_is_of_this_key_and_this_salt(logbook: Logbook, path: Path) -> None:
    shown = recovery.sheet(logbook)

    assert read_sheet(shown.lines) == (logbook.key, logbook.salt)
    assert recovery.number_of(path) is None  # an open file is not read
    logbook.close()
    assert recovery.number_of(path) == shown.number == sheet_number(path.read_bytes()[:16])


def test_showing_it_writes_nothing(logbook: Logbook, path: Path) -> None:
    before = {each.name: fingerprint(each) for each in path.parent.iterdir()}

    recovery.sheet_pdf(recovery.sheet(logbook))

    assert {each.name: fingerprint(each) for each in path.parent.iterdir()} == before


@pytest.mark.parametrize("content", [b"%PDF-1.7 " * 100, b"", b"VPL2" + bytes(5000), bytes(3)])
def test_what_is_no_logbook_has_no_number(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert recovery.number_of(path) is None
    assert recovery.number_of(path.parent) is None
    assert recovery.number_of(path / "nergens") is None


def asked(logbook: Logbook) -> list[str]:
    shown = recovery.sheet(logbook).lines
    return [shown[line - 1].split()[group - 1] for line, group in recovery.asked_groups(logbook)]


def test_two_groups_typed_back_confirm_it_and_a_new_passphrase_asks_anew(
    logbook: Logbook, path: Path
) -> None:
    assert not recovery.is_confirmed(logbook)
    for wrong in ([], asked(logbook)[:1], ["0000", "0000"], asked(logbook)[::-1]):
        with pytest.raises(GroupsDiffer):
            recovery.confirm(logbook, wrong)
    assert not recovery.is_confirmed(logbook)

    recovery.confirm(logbook, [f" {group.lower()} " for group in asked(logbook)])
    assert recovery.is_confirmed(logbook)

    with passphrase.change(logbook, PASSPHRASE, NEW) as changed:
        assert not recovery.is_confirmed(changed)
    with reopen(path, NEW) as again:
        recovery.confirm(again, asked(again))
        assert recovery.is_confirmed(again)


def test_two_groups_of_two_lines_are_asked_the_same_ones_each_time(tmp_path: Path) -> None:
    found = set()
    for number in range(12):
        with create(tmp_path / str(number), "x", CHEAPEST) as made:
            (line, group), (later, other) = recovery.asked_groups(made)
            assert recovery.asked_groups(made) == ((line, group), (later, other))
        assert 1 <= line < later <= recovery.LINES
        assert {group, other} <= set(range(1, recovery.GROUPS + 1))
        found.add((line, group, later, other))
    assert len(found) > 6


# --- opening with it --------------------------------------------------------------------------


def test_the_sheet_opens_it_and_sets_a_new_passphrase_and_another_sheet(
    path: Path, lines: tuple[str, ...]
) -> None:
    with recovery.unlock_with_sheet(path, lines, NEW, CHEAP) as opened:
        assert has_all(opened)
        assert recovery.sheet(opened).lines != lines
        assert not recovery.is_confirmed(opened)

    reopen(path, NEW).close()
    with pytest.raises(WrongPassphrase):
        reopen(path, PASSPHRASE)
    with pytest.raises(SheetOfAnother):
        recovery.unlock_with_sheet(path, lines, NEW, CHEAP)


@pytest.mark.parametrize("weak", ["", "welkom01", "x" * 1001])
def test_a_weak_passphrase_is_refused_before_anything(
    path: Path, lines: tuple[str, ...], weak: str
) -> None:
    before = fingerprint(path)

    with pytest.raises(PassphraseRefused) as refused:
        recovery.unlock_with_sheet(path, lines, weak, CHEAP)

    assert isinstance(refused.value.problem, PassphraseProblem)
    assert fingerprint(path) == before


def test_where_the_new_passphrase_cannot_be_set_the_sheet_still_opens_it(
    path: Path, lines: tuple[str, ...]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rekeying, "_hold_the_same", lambda *_: False)
        with pytest.raises(NotSaved):
            recovery.unlock_with_sheet(path, lines, NEW, CHEAP)

    assert names(path) == {""}
    reopen(path, PASSPHRASE).close()
    recovery.unlock_with_sheet(path, lines, NEW, CHEAP).close()


def test_where_it_was_healed_and_then_fails_it_is_not_told_that_nothing_changed(
    path: Path, lines: tuple[str, ...]
) -> None:
    damaged = damage(path, "wiped")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rekeying, "_hold_the_same", lambda *_: False)
        with pytest.raises(HealedOnly):
            recovery.unlock_with_sheet(path, lines, NEW, CHEAP)

    assert names(path) == {"", ".beschadigd"}
    assert path.with_name(f"{path.name}.beschadigd").read_bytes() == damaged
    reopen(path, PASSPHRASE).close()  # the passphrase of before, as is told
    recovery.unlock_with_sheet(path, lines, NEW, CHEAP).close()


def test_a_slip_is_told_at_its_line(path: Path, lines: tuple[str, ...]) -> None:
    slip = (*lines[:3], lines[3][::-1], *lines[4:])
    for use in (
        lambda: recovery.heal_with_sheet(path, slip, CHEAP),
        lambda: recovery.unlock_with_sheet(path, slip, NEW, CHEAP),
    ):
        with pytest.raises(SheetLineWrong) as refused:
            use()
        assert refused.value.line == 4


def test_the_sheet_of_another_logbook_is_told_with_both_numbers(
    path: Path, lines: tuple[str, ...]
) -> None:
    other = sheet_of(os.urandom(32), b"VPL0" + os.urandom(12))
    before = fingerprint(path)

    with pytest.raises(SheetOfAnother) as refused:
        recovery.unlock_with_sheet(path, other.lines, NEW, CHEAP)

    assert refused.value == SheetOfAnother(other.number, recovery.number_of(path) or "")
    assert fingerprint(path) == before
    assert names(path) == {""}


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 " * 900, b"SQLite format 3\0" * 500, b"", b"VPL0", None]
)
def test_what_is_no_logbook_is_told_apart_and_left(
    path: Path, lines: tuple[str, ...], content: bytes | None
) -> None:
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    before = None if content is None else fingerprint(path)

    with pytest.raises((NotALogbook, SheetOfAnother)):
        recovery.unlock_with_sheet(path, lines, NEW, CHEAP)

    assert (None if content is None else fingerprint(path)) == before
    assert names(path) == (set() if content is None else {""})


def test_an_open_logbook_is_not_touched(filled: Logbook, path: Path) -> None:
    shown = recovery.sheet(filled).lines

    with pytest.raises(AlreadyOpen):
        recovery.heal_with_sheet(path, shown, CHEAP)


# --- a damaged start --------------------------------------------------------------------------

rng = random.Random(3)
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "wiped": lambda start: bytes(16),
    "random": lambda start: rng.randbytes(16),
    "tag wiped": lambda start: bytes(4) + start[4:],
    "tag of a later format": lambda start: b"VPL2" + start[4:],
    "tag of the program": lambda start: b"VPL1" + start[4:],
    "one bit behind the tag": lambda start: start[:9] + bytes([start[9] ^ 4]) + start[10:],
    "one bit of the tag": lambda start: bytes([start[0] ^ 1]) + start[1:],
    "only the tag is left": lambda start: start[:4] + rng.randbytes(12),
}


def damage(path: Path, how: str) -> bytes:
    whole = path.read_bytes()
    path.write_bytes(DAMAGE[how](whole[:16]) + whole[16:])
    return path.read_bytes()


@pytest.mark.parametrize("how", DAMAGE)
def test_the_sheet_heals_a_start_that_is_damaged_in_any_way(
    path: Path, lines: tuple[str, ...], how: str
) -> None:
    whole = path.read_bytes()
    damaged = damage(path, how)
    with pytest.raises(LogbookError):
        reopen(path, PASSPHRASE)  # the control: it does not open

    with recovery.heal_with_sheet(path, lines, CHEAP) as healed:
        assert has_all(healed)

    assert path.read_bytes() == whole
    assert path.with_name(f"{path.name}.beschadigd").read_bytes() == damaged
    assert names(path) == {"", ".beschadigd"}
    reopen(path, PASSPHRASE).close()


@pytest.mark.parametrize("how", DAMAGE)
def test_the_sheet_unlocks_it_with_a_new_passphrase_at_once(
    path: Path, lines: tuple[str, ...], how: str
) -> None:
    damage(path, how)

    with recovery.unlock_with_sheet(path, lines, NEW, CHEAP) as opened:
        assert has_all(opened)

    assert names(path) == {"", ".beschadigd", ".vorige"}
    reopen(path, NEW).close()


@pytest.mark.parametrize("how", ["wiped", "one bit behind the tag"])
def test_the_start_of_a_backup_heals_it_with_the_passphrase(
    filled: Logbook, path: Path, how: str, tmp_path: Path
) -> None:
    folder = tmp_path / "kopieën"
    folder.mkdir()
    copy = backups.make(filled, datetime(2026, 11, 22, 14, 3), folder).path
    a_talk(filled)  # after the backup: it is to be kept too
    filled.close()
    damage(path, how)
    before = fingerprint(copy)

    with pytest.raises(WrongPassphrase):
        recovery.heal_with_copy(path, copy, "fout", CHEAP)
    with recovery.heal_with_copy(path, copy, PASSPHRASE, CHEAP) as healed:
        assert len(healed.conversations.rows(TalkQuery())) == 21

    assert fingerprint(copy) == before


def test_a_backup_of_another_logbook_is_told(
    path: Path, lines: tuple[str, ...], tmp_path: Path
) -> None:
    other = tmp_path / "andere.vplogboek"
    create(other, PASSPHRASE, CHEAPEST).close()
    damaged = damage(path, "wiped")

    with pytest.raises(CopyOfAnother):
        recovery.heal_with_copy(path, other, PASSPHRASE, CHEAP)

    assert path.read_bytes() == damaged


def test_a_second_damaged_file_is_kept_under_the_next_name(
    path: Path, lines: tuple[str, ...]
) -> None:
    for _ in range(3):
        damage(path, "wiped")
        recovery.heal_with_sheet(path, lines, CHEAP).close()

    assert names(path) == {"", ".beschadigd", ".beschadigd-2", ".beschadigd-3"}


def test_a_whole_file_is_opened_as_it_is(path: Path, lines: tuple[str, ...]) -> None:
    before = fingerprint(path)

    recovery.heal_with_sheet(path, lines, CHEAP).close()

    assert fingerprint(path) == before
    assert names(path) == {""}


@pytest.mark.parametrize("start", ["whole", "wiped"])
def test_a_damaged_page_elsewhere_is_no_damaged_start(
    path: Path, lines: tuple[str, ...], start: str
) -> None:
    content = bytearray(path.read_bytes())
    content[5 * 4096 + 77] ^= 1
    if start == "wiped":
        content[:16] = bytes(16)
    path.write_bytes(content)
    before = fingerprint(path)

    with pytest.raises(Damaged) as refused:
        recovery.unlock_with_sheet(path, lines, NEW, CHEAP)

    assert refused.value.findings == 1
    assert fingerprint(path) == before
    assert names(path) == {""}


def test_a_first_page_damaged_behind_the_start_is_told_as_damage(
    path: Path, lines: tuple[str, ...]
) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)

    with pytest.raises(Damaged):
        recovery.unlock_with_sheet(path, lines, NEW, CHEAP)


KILLED = """
    import os, sys
    from pathlib import Path
    from tests.store.making import a_talk, reopen
    logbook = reopen(Path(sys.argv[1]), sys.argv[2])
    logbook._connection.run("PRAGMA cache_size = 1")
    logbook._connection.run("BEGIN IMMEDIATE")
    for number in range(50):
        a_talk(logbook, note="half geschreven " * 200)
    os.kill(os.getpid(), 9)
"""


def test_a_start_damaged_after_a_kill_is_healed_to_what_was_saved(
    path: Path, lines: tuple[str, ...]
) -> None:
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), path, PASSPHRASE],
        check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert path.with_name(f"{path.name}-journal").stat().st_size > 4096
    damage(path, "random")

    with recovery.heal_with_sheet(path, lines, CHEAP) as healed:
        assert has_all(healed)


def test_where_healing_fails_the_damaged_file_is_as_it_was(
    path: Path, lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(path, "wiped")
    before = fingerprint(path)

    def fail(*_: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(NotSaved):
        recovery.heal_with_sheet(path, lines, CHEAP)

    assert fingerprint(path) == before
    assert names(path) == {""}


HEALING = """
    import errno, os, sys
    from pathlib import Path
    from vp_logboek.services import recovery
    from vp_logboek.store.key import CHEAPEST
    path, at, *lines = sys.argv[1:]
    calls = iter(range(10_000))

    def watch(event, _):
        if event in {"os.rename", "os.remove", "os.link", "open"} and next(calls) == int(at):
            os.kill(os.getpid(), 9)

    sys.addaudithook(watch)
    recovery.heal_with_sheet(Path(path), lines, (CHEAPEST,)).close()
    print("healed")
"""


@pytest.mark.campaign
def test_killed_while_healing_it_can_be_healed_again(path: Path, lines: tuple[str, ...]) -> None:
    whole = path.read_bytes()
    ended = None
    for at in range(40):
        path.write_bytes(bytes(16) + whole[16:])
        ended = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(HEALING), path, str(at), *lines],
            check=False, cwd=Path(__file__).parents[2], capture_output=True, text=True,
        )  # fmt: skip
        with recovery.heal_with_sheet(path, lines, CHEAP) as healed:
            assert has_all(healed)
        assert {name.split("-")[0] for name in names(path)} <= {"", ".beschadigd"}
        for kept in path.parent.glob("*.beschadigd*"):
            kept.unlink()
        if ended.stdout.strip() == "healed":
            break
    assert ended is not None
    assert ended.returncode == 0, ended.stderr
    assert at > 5
