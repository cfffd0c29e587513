"""What was undone leaves no wrong idea of a page behind.

SQLCipher 4.19 puts a page back before it decrypts it, and SQLite looks at it in between: by chance
the encrypted bytes pass for a page. Then a sound file is called malformed, or counted wrong.
"""

from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.store.making import a_talk
from vp_logboek.domain.errors import NotALogbook, OrganisationExists
from vp_logboek.domain.organisation import Organisation
from vp_logboek.store.connection import Connection
from vp_logboek.store.database import Database
from vp_logboek.store.logbook import Logbook

TIMES = 60_000
TABLES = "SELECT count(*) FROM sqlite_schema"


def statements_of(logbook: Logbook, work: Callable[[], object]) -> list[str]:
    """What SQLite is asked to do."""
    asked: list[str] = []
    raw = logbook._connection.connection
    raw.set_trace_callback(asked.append)
    with suppress(NotALogbook, OrganisationExists):
        work()
    raw.set_trace_callback(None)
    return asked


def fail_half_way(logbook: Logbook) -> None:
    with logbook.transaction():
        a_talk(logbook)
        raise NotALogbook(None)  # type: ignore[arg-type]


def fail_alone(logbook: Logbook) -> None:
    logbook.organisations.save(Organisation("Gemeente Voorbeeld"))


@pytest.mark.parametrize("fail", [fail_half_way, fail_alone])
def test_after_anything_was_undone_the_pages_are_read_anew(
    logbook: Logbook, fail: Callable[[Logbook], None]
) -> None:
    asked = statements_of(logbook, lambda: fail(logbook))

    assert asked[-1] == "PRAGMA shrink_memory"


def test_what_is_saved_costs_no_page_its_place(logbook: Logbook) -> None:
    assert "PRAGMA shrink_memory" not in statements_of(logbook, lambda: a_talk(logbook))


def wrong_after_undoing(connection: Connection) -> int:
    """How often something is wrong after undoing a change of the first page."""
    connection.connection.execute("PRAGMA synchronous = OFF")
    tables, wrong = connection.number(TABLES), 0
    for number in range(TIMES):
        with connection.undone():
            connection.connection.execute(f"PRAGMA application_id = {number:d}")
        try:
            wrong += connection.number(TABLES) != tables
        except Exception:
            wrong += 1
            Database._read_anew(connection)
    return wrong


@pytest.mark.campaign
def test_sixty_thousand_times_nothing_is_wrong(logbook: Logbook) -> None:
    assert wrong_after_undoing(logbook._connection) == 0


@pytest.mark.campaign
def test_the_control_finds_what_goes_wrong_without_it(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logbook._connection, "_read_anew", lambda: None)

    assert wrong_after_undoing(logbook._connection) > 0
