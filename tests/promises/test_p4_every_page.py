"""P4: one bit in every page, every truncation, bytes too many, pages changed about: all noticed.

The file stays as it was, byte for byte, and is never taken for an empty logbook.
"""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from tests.promises.conftest import Note
from tests.promises.faults.figures import told
from tests.store.making import a_talk, fingerprint, reopen
from vp_logboek.domain.errors import (
    Damaged,
    LogbookError,
    NotALogbook,
    NothingToRescue,
    WrongPassphrase,
)
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services.rescue import rescue
from vp_logboek.store import connection
from vp_logboek.store.connection import PAGE_BYTES
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook

pytestmark = pytest.mark.campaign

TALKS = 40
BITS = 10
"""In each page, drawn by a seed, beside the first and the last one."""


@pytest.fixture
def whole(logbook: Logbook, path: Path) -> bytes:
    """A closed logbook of about a hundred pages."""
    with logbook.transaction():
        for number in range(TALKS):
            a_talk(logbook, note=f"aantekening {number} " * 200)
    logbook.close()
    return path.read_bytes()


def answer(path: Path, content: bytes, passphrase: str) -> str:
    """How opening this content ends; whatever it is, the file stays and stays alone."""
    path.write_bytes(content)
    before = fingerprint(path)
    try:
        with reopen(path, passphrase) as logbook:
            talks = len(logbook.conversations.rows(TalkQuery()))
        return f"opened with {talks} talks"
    except LogbookError as error:
        assert fingerprint(path) == before
        assert list(path.parent.iterdir()) == [path]
        return type(error).__name__


def test_control_the_whole_file_opens(whole: bytes, path: Path, passphrase: str) -> None:
    assert answer(path, whole, passphrase) == f"opened with {TALKS} talks"


def flipped(whole: bytes) -> Iterator[bytes]:
    """The file with one bit the other way: in each page the first, the last and some between."""
    chance = random.Random(3)
    for page in range(0, len(whole), PAGE_BYTES):
        bits = {0, PAGE_BYTES * 8 - 1, *chance.sample(range(PAGE_BYTES * 8), BITS)}
        for bit in bits:
            content = bytearray(whole)
            content[page + bit // 8] ^= 1 << bit % 8
            yield bytes(content)


def cut_short(whole: bytes) -> Iterator[bytes]:
    """At every page, at some bytes inside each, and down to nothing."""
    for page in range(0, len(whole), PAGE_BYTES):
        for size in (page, page + 1, page + 16, page + 17, page + PAGE_BYTES - 1):
            yield whole[:size]


def too_long(whole: bytes) -> Iterator[bytes]:
    for more in (b"\0", bytes(16), bytes(PAGE_BYTES), whole[:PAGE_BYTES], whole[-PAGE_BYTES:]):
        yield whole + more


def shuffled(whole: bytes) -> Iterator[bytes]:
    """Any two neighbours, and the first with each."""
    pages = [whole[at : at + PAGE_BYTES] for at in range(0, len(whole), PAGE_BYTES)]
    for one, other in combinations(range(len(pages)), 2):
        if one == 0 or other == one + 1:
            changed = list(pages)
            changed[one], changed[other] = changed[other], changed[one]
            yield b"".join(changed)


HARM = {
    "one bit flipped in every page": flipped,
    "cut short": cut_short,
    "bytes too many": too_long,
    "two pages swapped": shuffled,
}


@pytest.mark.parametrize("harm", HARM)
def test_all_of_it_is_noticed(
    whole: bytes, path: Path, passphrase: str, harm: str, note: Note
) -> None:
    found = Counter(answer(path, content, passphrase) for content in HARM[harm](whole))

    assert set(found) <= {each.__name__ for each in (Damaged, NotALogbook, WrongPassphrase)}
    note(harm, found.total(), told(found.items()))


@pytest.mark.parametrize("harm", ["cut short", "bytes too many"])
def test_control_without_our_checks_much_would_not_be(
    whole: bytes,
    path: Path,
    passphrase: str,
    harm: str,
    note: Note,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What SQLCipher by itself, page by page, takes for a logbook."""
    monkeypatch.setattr(connection, "findings", lambda *_: 0)
    found: Counter[str] = Counter()
    for content in HARM[harm](whole):
        path.write_bytes(content)
        try:
            reopen(path, passphrase).close()
        except LogbookError as error:
            found[type(error).__name__] += 1
        else:
            found["opened as if whole"] += 1

    assert found["opened as if whole"] > 0
    note(f"control: {harm}, without our checks", found.total(), told(found.items()))


def test_with_any_page_dead_the_rest_is_rescued_and_the_loss_is_told(
    whole: bytes, path: Path, passphrase: str, note: Note
) -> None:
    target = path.with_name("gered.vplogboek")
    found: Counter[str] = Counter()
    for page in range(0, len(whole), PAGE_BYTES):
        content = bytearray(whole)
        content[page + 1000] ^= 1
        path.write_bytes(content)
        before = fingerprint(path)
        try:
            rescued = rescue(path, passphrase, target, accept=(CHEAPEST,))
        except NothingToRescue:
            found["nothing, and told so"] += 1
        else:
            with reopen(target, passphrase) as logbook:
                rows = logbook.conversations.rows(TalkQuery())
                notes = {logbook.conversations.get(row.id).note for row in rows}
                lost = TALKS - len({f"aantekening {n} " * 200 for n in range(TALKS)} & notes)
                assert logbook.check() == 0
            assert lost <= 3
            assert lost == 0 or rescued.lost
            found["all talks" if lost == 0 else "all but what was on the page"] += 1
            target.unlink()
        assert fingerprint(path) == before

    assert found["nothing, and told so"] < 10
    note("rescue with each page dead in turn", found.total(), told(found.items()))
