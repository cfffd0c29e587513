"""Every changed byte is noticed at opening, and nothing is written over what could not be read."""

import contextlib
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3

from tests.store.making import a_talk, fingerprint, reopen
from vp_logboek.domain.errors import Damaged, LogbookError, NotALogbook, WrongPassphrase
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services.safekeeping import check_file
from vp_logboek.store import connection as connection_module
from vp_logboek.store.key import CHEAPEST, derive_key
from vp_logboek.store.logbook import Logbook

PAGE = connection_module.PAGE_BYTES


@pytest.fixture
def whole(logbook: Logbook, path: Path) -> bytes:
    """The bytes of a logbook with some talks, closed."""
    with logbook.transaction():
        for number in range(30):
            a_talk(logbook, note=f"aantekening {number} " * 40)
    logbook.close()
    return path.read_bytes()


def _refused(path: Path, content: bytes, passphrase: str) -> LogbookError:
    """How opening refuses this content; it must leave every byte and no other file."""
    path.write_bytes(content)
    before = fingerprint(path)
    with pytest.raises(LogbookError) as refused:
        reopen(path, passphrase)
    assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]
    return refused.value


def test_the_untouched_file_opens(whole: bytes, path: Path, passphrase: str) -> None:
    """The control of all below."""
    assert len(whole) > 20 * PAGE
    path.write_bytes(whole)

    assert check_file(path, passphrase, accept=(CHEAPEST,)) == 0


def test_one_flipped_bit_in_any_page_is_noticed(whole: bytes, path: Path, passphrase: str) -> None:
    for page in range(len(whole) // PAGE):
        place = (20, PAGE // 2, PAGE - 1)[page % 3]  # in the text, in the middle, in the seal
        content = bytearray(whole)
        content[page * PAGE + place] ^= 0x10

        assert _refused(path, bytes(content), passphrase) == Damaged(1), (page, place)


def test_one_flipped_bit_in_the_salt_is_noticed(whole: bytes, path: Path, passphrase: str) -> None:
    for place in range(16):
        content = bytearray(whole)
        content[place] ^= 0x10

        error = _refused(path, bytes(content), passphrase)

        assert isinstance(error, NotALogbook if place < 4 else WrongPassphrase)


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole[:-PAGE],
        lambda whole: whole[: len(whole) // PAGE // 2 * PAGE],
        lambda whole: whole[:PAGE],
        lambda whole: whole[:-1],
        lambda whole: whole[: PAGE + 1],
        lambda whole: whole[: PAGE - 1],
        lambda whole: whole[:17],
        lambda whole: whole[:16],
        lambda whole: whole + b"\0",
        lambda whole: whole + bytes(PAGE),
        lambda whole: whole + whole[-PAGE:],
        lambda whole: whole[: 2 * PAGE] + whole[3 * PAGE : 4 * PAGE] + whole[2 * PAGE : 3 * PAGE]
        + whole[4 * PAGE :],
        lambda whole: whole[:PAGE] + bytes(PAGE) + whole[2 * PAGE :],
        lambda whole: bytes(16) + whole[16:],
        lambda whole: b"",
        lambda whole: whole[:1],
    ],
    ids=["last page", "half", "one page left", "last byte", "a page and a byte", "not a page",
         "17 bytes", "16 bytes", "a byte more", "an empty page more", "the last page twice",
         "two pages swapped", "a page wiped", "salt wiped", "0 bytes", "1 byte"],
)  # fmt: skip
def test_a_file_cut_short_grown_or_shuffled_is_noticed(
    whole: bytes, path: Path, passphrase: str, change: Callable[[bytes], bytes]
) -> None:
    error = _refused(path, change(whole), passphrase)

    assert isinstance(error, Damaged | NotALogbook)


def test_all_pages_but_the_salt_damaged_is_told_as_a_wrong_passphrase(
    whole: bytes, path: Path, passphrase: str
) -> None:
    content = whole[:16] + os.urandom(len(whole) - 16)

    assert isinstance(_refused(path, content, passphrase), WrongPassphrase)


def test_the_number_of_damaged_pages_is_told(whole: bytes, path: Path, passphrase: str) -> None:
    content = bytearray(whole)
    for page in (0, 3, 7):
        content[page * PAGE + 100] ^= 1
    path.write_bytes(content)

    assert check_file(path, passphrase, accept=(CHEAPEST,)) == 3


def test_the_cipher_check_alone_would_miss_a_missing_page(
    whole: bytes, path: Path, passphrase: str
) -> None:
    """The control: this is why there are more checks than one."""
    path.write_bytes(whole[:-PAGE])
    raw = sqlcipher3.connect(path)
    raw.set_key(f"x'{derive_key(passphrase, whole[:16], CHEAPEST).hex()}'".encode())

    assert raw.execute("PRAGMA cipher_integrity_check").fetchall() == []
    raw.close()


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


@pytest.fixture
def killed(whole: bytes, path: Path, passphrase: str) -> Path:
    """A logbook whose program was killed in the middle of a save."""
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), path, passphrase],
        check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert path.read_bytes() != whole
    assert path.with_name(f"{path.name}-journal").stat().st_size > PAGE
    return path


def _notes(logbook: Logbook) -> set[str]:
    talks = logbook.conversations.rows(TalkQuery())
    return {logbook.conversations.get(talk.id).note for talk in talks}


def test_after_a_kill_the_old_state_is_whole(killed: Path, passphrase: str) -> None:
    with reopen(killed, passphrase) as again:
        assert _notes(again) == {f"aantekening {number} " * 40 for number in range(30)}
        assert again.check() == 0


def test_a_wrong_passphrase_after_a_kill_harms_nothing(killed: Path, passphrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        reopen(killed, "fout")

    with reopen(killed, passphrase) as again:
        assert len(_notes(again)) == 30


def test_without_its_journal_it_would_be_damaged(killed: Path, passphrase: str) -> None:
    """The control: the roll-back is really needed."""
    killed.with_name(f"{killed.name}-journal").unlink()

    with pytest.raises(Damaged):
        reopen(killed, passphrase)


def _damaged_while_open(logbook: Logbook, path: Path, page: int) -> None:
    """Flip a bit on the disk as a failing disk would: another process, the pages out of memory."""
    logbook._connection.run("PRAGMA shrink_memory")
    flip = (
        "import sys; f = open(sys.argv[1], 'r+b'); f.seek(int(sys.argv[2])); b = f.read(1)[0];"
        " f.seek(-1, 1); f.write(bytes([b ^ 4]))"
    )
    place = str(page * PAGE + 2000)
    subprocess.run([sys.executable, "-c", flip, path, place], check=True)


def test_a_page_that_fails_while_the_logbook_is_open_never_gives_another_text(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    talk = a_talk(logbook, note="abcdefghij " * 4_000)
    logbook.close()
    whole, noticed = path.read_bytes(), 0
    for page in range(len(whole) // PAGE - 6, len(whole) // PAGE):
        path.write_bytes(whole)
        with reopen(path, passphrase) as again:
            _damaged_while_open(again, path, page)
            try:
                assert again.conversations.get(talk.id or 0) == talk, page
            except Damaged:
                noticed += 1

    assert noticed >= 2


def test_without_asking_the_cipher_another_text_would_be_given(
    logbook: Logbook, path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: SQLCipher hands the last page over as nought and says nothing."""
    talk = a_talk(logbook, note="abcdefghij " * 4_000)
    logbook.close()
    whole, others = path.read_bytes(), 0
    monkeypatch.setattr(connection_module, "is_sound", lambda _: True)
    for page in range(len(whole) // PAGE - 6, len(whole) // PAGE):
        path.write_bytes(whole)
        with reopen(path, passphrase) as again:
            _damaged_while_open(again, path, page)
            with contextlib.suppress(Damaged):
                others += again.conversations.get(talk.id or 0) != talk

    assert others == 1
