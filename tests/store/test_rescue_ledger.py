"""The ledger of a damaged file: what is left of it holds, and what is lost is not told again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.store.making import a_talk, reopen
from tests.store.test_ledger import PDF, a_release, issue
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import rescue as services
from vp_logboek.services.copies import RESTORED_SETTING
from vp_logboek.services.safekeeping import check_file, default_tree
from vp_logboek.store import rescue
from vp_logboek.store.connection import PAGE_BYTES, connect
from vp_logboek.store.key import CHEAPEST, derive_key
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.rescue_ledger import LOST, mend_ledger

YEARS = (2024, 2025, 2026)
BIG_PDF = PDF + bytes(range(256)) * 64
"""More than a page, so that a dead page takes one release and not all."""


@pytest.fixture
def filled(logbook: Logbook) -> Logbook:
    """Three issued years, a blocked one, and what is not counted yet."""
    for year in (*YEARS, 2023, 2027):
        a_talk(logbook, on=date(year, 5, 1), minutes=year - 2000)
    for year in YEARS:
        logbook.ledger.append(a_release(logbook, year), BIG_PDF)
    logbook.ledger.block(1, 2023, "voor-het-register", date(2024, 1, 1))
    return logbook


def _counts(logbook: Logbook) -> dict[int, list[int]]:
    own = logbook.organisations.get(1)
    return {
        year: [talk.minutes for talk in logbook.facts(own, own.year(year)).talks]
        for year in (2023, *YEARS, 2027)
    }


def _rescued(path: Path, passphrase: str) -> rescue.Loss:
    key = derive_key(passphrase, path.read_bytes()[:16], CHEAPEST)
    target = path.with_name("gered.vplogboek")
    return rescue.rescue(path, key, path.read_bytes()[:16], target, default_tree())


def _kill(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE_BYTES + 2000] ^= 4
    path.write_bytes(bytes(content))


def test_a_whole_ledger_is_taken_over_with_key_and_name(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    before = filled.ledger.all(), filled.draw_key, filled.identity, _counts(filled)
    filled.close()

    loss = _rescued(path, passphrase)

    assert (loss.rows, loss.releases) == ({}, 0)
    with reopen(path.with_name("gered.vplogboek"), passphrase) as book:
        assert (book.ledger.all(), book.draw_key, book.identity, _counts(book)) == before
        assert book.ledger.pdf(2) == BIG_PDF
        assert (book.ledger.check_chain(), book.check()) == (None, 0)
        assert book.ledger.blocked(1) == {2023: "voor-het-register"}
        assert book.settings.get(RESTORED_SETTING) == date.today().isoformat()


@pytest.mark.parametrize("earlier, kept", [("", None), ("2020-01-01", "2020-01-01")])
def test_of_a_file_that_was_put_back_before_the_earlier_day_stays(
    filled: Logbook, path: Path, passphrase: str, earlier: str, kept: str | None
) -> None:
    filled.settings.set(RESTORED_SETTING, earlier)
    filled.close()

    _rescued(path, passphrase)

    with reopen(path.with_name("gered.vplogboek"), passphrase) as book:
        assert book.settings.get(RESTORED_SETTING) == (kept or date.today().isoformat())


def test_a_lost_release_is_told_and_its_year_stays_closed(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    """Whichever page dies, what was counted stays counted and nothing counts twice."""
    before, releases = _counts(filled), {one.number: one for one in filled.ledger.all()}
    filled.close()
    whole, lost = path.read_bytes(), 0
    for page in _pages_of_ledger(path, passphrase):
        path.write_bytes(whole)
        _kill(path, page)
        loss = _rescued(path, passphrase)
        target = path.with_name("gered.vplogboek")
        with reopen(target, passphrase) as book:
            left = {one.number: one for one in book.ledger.all()}
            assert left.items() <= releases.items()
            assert loss.releases == len(releases) - len(left) == loss.rows.get("ledger", 0)
            gone = {releases[n].scopes[0].year for n in releases.keys() - left.keys()}
            assert {2023, *gone} == book.ledger.blocked(1).keys()
            assert all(book.ledger.blocked(1)[year] == LOST for year in gone)
            assert _counts(book) == before
            assert book.ledger.check_chain() is None
            assert issue(book, 2027).number == 4
            assert book.ledger.check_chain() is None
        lost += loss.releases
        target.unlink()
    assert lost >= len(YEARS)


def _pages_of_ledger(path: Path, passphrase: str) -> list[int]:
    """The pages without which a release cannot be read."""
    key = derive_key(passphrase, path.read_bytes()[:16], CHEAPEST)
    connection = connect(path, key)
    root = connection.number("SELECT rootpage FROM sqlite_schema WHERE name = 'ledger'")
    connection.close()
    last = len(path.read_bytes()) // PAGE_BYTES
    return [root, *range(last - 14, last + 1, 2)]


# --- what nothing tells any more --------------------------------------------------------------


@pytest.fixture
def edited(filled: Logbook) -> Callable[..., Logbook]:
    """The file as a rescue finds it: without what this statement takes out."""

    def run(*statements: str) -> Logbook:
        for table in ("ledger", "ledger_scope"):
            filled._connection.run(f"DROP TRIGGER no_delete_of_{table}")
        for statement in statements:
            filled._connection.run(statement)
        with filled.transaction():
            mend_ledger(filled._connection)
        return filled

    return run


def test_the_years_of_a_release_are_told_by_the_release_itself(
    edited: Callable[..., Logbook],
) -> None:
    book = edited("DELETE FROM ledger_scope")

    assert book.issued_years(1) == {*YEARS}
    assert book.ledger.check_chain() is None


def test_where_neither_is_left_the_days_tell_which_year_it_was(
    edited: Callable[..., Logbook],
) -> None:
    book = edited(
        "DELETE FROM ledger_scope",
        "DELETE FROM ledger WHERE number = 2",
        "DELETE FROM blocked_year",
    )

    assert book.issued_years(1) == {*YEARS}
    assert book.ledger.blocked(1) == {2023: LOST, 2025: LOST}
    assert _counts(book)[2027] == [27]
    assert book.ledger.check_chain() is None


def test_a_release_missing_at_the_end_is_known_to_have_been(edited: Callable[..., Logbook]) -> None:
    book = edited("DELETE FROM ledger WHERE number = 3")

    assert book.ledger.blocked(1)[2026] == LOST
    assert issue(book, 2027).number == 4


# --- checking ---------------------------------------------------------------------------------


TAMPERING = {
    "body": ("UPDATE ledger SET body = replace(body, 'Gemeente', 'gemeente') WHERE number = 2",),
    "pdf": ("UPDATE ledger SET pdf = x'00' WHERE number = 2",),
    "day": ("UPDATE ledger SET issued_on = '2027-01-11' WHERE number = 2",),
    "missing": ("DELETE FROM ledger WHERE number = 2",),
    "missing at the end": ("DELETE FROM ledger WHERE number = 3",),
    "reordered": (
        "UPDATE ledger SET number = 9 WHERE number = 2",
        "UPDATE ledger SET number = 2 WHERE number = 3",
        "UPDATE ledger SET number = 3 WHERE number = 9",
    ),
    "year": ("UPDATE ledger_scope SET year = 2020 WHERE number = 2",),
    "no year": ("DELETE FROM ledger_scope WHERE number = 2",),
}


@pytest.mark.parametrize("change", TAMPERING.values(), ids=TAMPERING.keys())
def test_a_ledger_that_was_changed_is_found_by_a_check(
    filled: Logbook, passphrase: str, change: tuple[str, ...]
) -> None:
    """The triggers are for our own mistakes: who has the file open can take them away."""
    assert filled.check() == 0
    for table in ("ledger", "ledger_scope"):
        for what in ("update", "delete"):
            filled._connection.run(f"DROP TRIGGER no_{what}_of_{table}")
    for statement in change:
        filled._connection.run(statement)

    number = filled.ledger.check_chain()
    assert number is not None
    assert number <= len(YEARS)
    filled.close()
    assert check_file(filled.path, passphrase, (CHEAPEST,)) > 0


# --- other ways a file becomes another file ---------------------------------------------------


def test_another_passphrase_and_a_copy_keep_the_ledger_whole(filled: Logbook, path: Path) -> None:
    before = filled.ledger.all(), filled.draw_key, filled.identity, _counts(filled)
    copy = path.with_name("kopie.vplogboek")

    changed = filled.rekeyed("zes heel andere woorden dan eerst")
    changed.copy_to(copy)

    with changed, reopen(copy, "zes heel andere woorden dan eerst") as copied:
        for book in (changed, copied):
            assert (book.ledger.all(), book.draw_key, book.identity, _counts(book)) == before
            assert book.ledger.check_chain() is None
            assert book.ledger.pdf(3) == BIG_PDF


def test_what_a_rescue_lost_of_the_ledger_is_said_in_words(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    filled.organisations.save(Organisation("Een ander"))
    filled.close()
    key = derive_key(passphrase, path.read_bytes()[:16], CHEAPEST)
    connection = connect(path, key)
    root = connection.number("SELECT rootpage FROM sqlite_schema WHERE name = 'ledger'")
    connection.close()
    _kill(path, root)

    result = services.rescue(path, passphrase, path.with_name("gered.vplogboek"), (CHEAPEST,))

    lines = services.lost_in_words(result)
    assert result.is_ledger_broken
    assert lines[0] == "3 uitgaven uit het register"
    assert "brengt het programma niet opnieuw uit" in lines[-1]
