"""All or nothing: in a transaction, in one inside another, and when the disk fails."""

import resource
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3

from tests.store.making import a_dossier, a_talk, reopen
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.store.logbook import Logbook


def _set(logbook: Logbook) -> set[str]:
    return {key for key in "abcd" if logbook.settings.get(key) is not None}


def test_a_transaction_that_ends_well_is_kept(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    with logbook.transaction():
        logbook.settings.set("a", "1")
        with logbook.transaction():
            logbook.settings.set("b", "1")
    logbook.close()

    with reopen(path, passphrase) as again:
        assert _set(again) == {"a", "b"}


def test_an_exception_undoes_it_all(logbook: Logbook) -> None:
    logbook.settings.set("a", "1")

    with pytest.raises(ZeroDivisionError), logbook.transaction():  # noqa: PT012
        logbook.settings.set("b", "1")
        with logbook.transaction():
            logbook.settings.set("c", "1")
        raise ZeroDivisionError

    assert _set(logbook) == {"a"}


def test_an_exception_inside_undoes_the_outer_one_too_even_when_it_is_caught(
    logbook: Logbook,
) -> None:
    with (  # noqa: PT012
        pytest.raises(RuntimeError, match="a part of this transaction failed"),
        logbook.transaction(),
    ):
        logbook.settings.set("a", "1")
        with pytest.raises(ZeroDivisionError), logbook.transaction():  # noqa: PT012
            logbook.settings.set("b", "1")
            raise ZeroDivisionError
        logbook.settings.set("c", "1")

    assert _set(logbook) == set()
    logbook.settings.set("d", "1")
    assert _set(logbook) == {"d"}


def test_what_is_not_committed_is_gone_at_closing(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    logbook._connection.run("BEGIN")
    logbook.settings.set("a", "1")
    logbook.close()

    with reopen(path, passphrase) as again:
        assert _set(again) == set()


def test_a_full_disk_is_told_and_nothing_was_written(logbook: Logbook) -> None:
    talk = a_talk(logbook, note="kort")
    pages = logbook._connection.number("PRAGMA page_count")
    logbook._connection.run(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(NotSaved) as told:
        logbook.conversations.save(replace(talk, note="lang " * 100_000))

    assert told.value.trouble is DiskTrouble.FULL
    assert talk.id is not None
    assert logbook.conversations.get(talk.id) == talk
    logbook.conversations.save(replace(talk, note="weer kort"))
    assert logbook.check() == 0


@pytest.fixture
def failing_disk(path: Path, logbook: Logbook) -> Iterator[None]:
    """No file of this process may grow: SQLite hears an input or output error."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, heard)


@pytest.mark.usefixtures("failing_disk")
def test_a_failing_disk_is_told_and_nothing_was_written(logbook: Logbook) -> None:
    with pytest.raises(NotSaved) as told:
        logbook.settings.set("a", "lang " * 200_000)

    assert told.value.trouble in {DiskTrouble.FAILED, DiskTrouble.FULL}
    assert _set(logbook) == set()
    logbook.settings.set("b", "kort")
    assert logbook.check() == 0


def test_a_defect_of_ours_is_not_told_as_trouble_with_the_disk(logbook: Logbook) -> None:
    with pytest.raises(sqlcipher3.IntegrityError):
        a_dossier(logbook, organisation=99)
    with pytest.raises(sqlcipher3.OperationalError):
        logbook._connection.run("geen SQL")
