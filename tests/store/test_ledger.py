"""The ledger in the file: added at the end, never changed, and found out when it was."""

from datetime import date

import pytest
import sqlcipher3

from tests.store.making import a_dossier, a_talk, reopen
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import Damaged
from vp_logboek.domain.ledger import NO_LINK, Release, ReleaseKind, Scope
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tally import Tally
from vp_logboek.store.logbook import Logbook

ISSUED = date(2027, 1, 10)
PDF = b"%PDF-1.7 verzonnen \x00\xff"


def a_release(
    logbook: Logbook, year: int = 2026, edition: int = 1, organisation: int = 1
) -> Release:
    own = logbook.organisations.get(organisation)
    tally = Tally.of(logbook.facts(own, own.year(year)))
    report = SafeReport(own.name, str(year), "Standaard", False, 3, 5, 5, 5, ())
    return Release(
        ReleaseKind.YEAR, (Scope(organisation, year),), ISSUED, edition, Level.STANDARD, report,
        (tally,),
    )  # fmt: skip


def issue(logbook: Logbook, year: int = 2026, edition: int = 1, organisation: int = 1) -> Release:
    return logbook.ledger.append(a_release(logbook, year, edition, organisation), PDF)


def test_a_release_is_added_and_read_back_as_it_was(logbook: Logbook) -> None:
    a_talk(logbook)
    wanted = a_release(logbook)

    release = logbook.ledger.append(wanted, PDF)

    assert (release.number, release.previous, release.report) == (1, NO_LINK, wanted.report)
    assert logbook.ledger.all() == (release,)
    assert logbook.ledger.of(1, 2026) == release
    assert logbook.ledger.of(1, 2025) is None
    assert logbook.ledger.pdf(1) == PDF
    assert (logbook.ledger.length, logbook.ledger.head) == (1, release.hash)
    assert logbook.issued_years(1) == {2026}
    assert logbook.ledger.check_chain() is None


def test_a_later_edition_takes_the_place_and_the_earlier_stays(logbook: Logbook) -> None:
    a_talk(logbook)
    first, second = issue(logbook), issue(logbook, edition=2)

    assert second.previous == first.hash
    assert logbook.ledger.of(1, 2026) == second
    assert logbook.ledger.all() == (first, second)
    assert logbook.ledger.check_chain() is None


def test_what_several_years_show_together_counts_nothing(logbook: Logbook) -> None:
    a_talk(logbook)
    together = a_release(logbook)
    release = logbook.ledger.append(
        Release(ReleaseKind.TOGETHER, (Scope(1, 2026),), ISSUED, 1, Level.STRICT, together.report),
        PDF,
        freeze=False,
    )

    assert logbook.ledger.all() == (release,)
    assert logbook.ledger.of(1, 2026) is None
    assert logbook.issued_years(1) == frozenset()


@pytest.mark.parametrize("table", ["ledger", "ledger_scope"])
@pytest.mark.parametrize("change", ["UPDATE {} SET number = 7", "DELETE FROM {}"])
def test_the_file_itself_refuses_every_change(logbook: Logbook, table: str, change: str) -> None:
    issue(logbook)

    with pytest.raises(sqlcipher3.IntegrityError, match="does not change"):
        logbook._connection.run(change.format(table))

    assert logbook.ledger.length == 1


def test_a_release_that_fails_half_way_counts_nothing(logbook: Logbook) -> None:
    a_talk(logbook)

    def fails() -> None:
        with logbook.transaction():
            issue(logbook)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert logbook.ledger.length == 0
    assert logbook.issued_years(1) == frozenset()
    own = logbook.organisations.get(1)
    assert len(logbook.facts(own, own.year(2027)).talks) == 0
    assert len(logbook.facts(own, own.year(2026)).talks) == 1


def test_after_opening_it_is_the_same(logbook: Logbook, passphrase: str) -> None:
    a_talk(logbook, a_dossier(logbook))
    release, key, name = issue(logbook), logbook.draw_key, logbook.identity
    logbook.close()

    with reopen(logbook.path, passphrase) as again:
        assert again.ledger.all() == (release,)
        assert (again.draw_key, again.identity) == (key, name)
        assert (len(key), len(name)) == (32, 32)


def test_without_its_secret_key_nothing_is_drawn_with_an_empty_one(logbook: Logbook) -> None:
    logbook._connection.run("DELETE FROM setting WHERE key IN ('draw_key', 'logbook_id')")

    with pytest.raises(Damaged):
        _ = logbook.draw_key
    with pytest.raises(Damaged):
        _ = logbook.identity
