"""A ledger that is another one than is remembered: a copy that went on by itself, or rewritten."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.services.releasing import TODAY, a_year, came, issue, only, same_draw, set_level
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors_release import WhyBlocked, YearBlocked
from vp_logboek.domain.ledger import link_hash, to_body
from vp_logboek.domain.listing import DossierQuery
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.messages import told
from vp_logboek.services import blocked, issuing, remembered, year_screen
from vp_logboek.services.prospect import Prospect
from vp_logboek.services.remembered import FOLDER_VARIABLE
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook, open_logbook

YEARS = (2023, 2024, 2025)
YEAR = YEARS[-1]
NAME = "Gemeente Voorbeeld"
Computer = Callable[[str], None]


@pytest.fixture(name="computer")
def sit_at_a_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    def sit(name: str) -> None:
        monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / name))

    sit("een")
    return sit


@pytest.fixture(name="book")
def book_with_a_year_to_come(logbook: Logbook, tmp_path: Path, computer: Computer) -> Logbook:
    """Two organisations; of one the last year is not issued yet. Every number is shown."""
    same_draw(logbook)
    first = set_level(logbook, Level.NONE)
    exact = (LevelChoice(FROM_THE_START, Level.NONE, "Zo wil de raad het."),)
    school = logbook.organisations.save(Organisation("School", levels=exact))
    a_year(logbook, YEAR, {"pesten": 7}, school.key)
    for year in YEARS:
        a_year(logbook, year, {"pesten": 8})
    for year in YEARS[:-1]:
        issue(logbook, year, tmp_path / f"{year}.pdf", first.key)
    issue(logbook, YEAR, tmp_path / "school.pdf", school.key)
    return logbook


def _went_on_by_itself(book: Logbook, folder: Path, computer: Computer) -> Path:
    """A copy gets one talk more and issues the year elsewhere; the file itself issues it here."""
    book.copy_to(folder / "kopie.vplogboek")
    issue(book, YEAR, folder / "hier.pdf")
    computer("twee")
    with open_logbook(folder / "kopie.vplogboek", PASSPHRASE, (CHEAPEST,)) as copy:
        came(copy, date(YEAR, 7, 1), "pesten", 1)
        issue(copy, YEAR, folder / "daar.pdf")
    computer("een")
    return folder / "kopie.vplogboek"


def _was_rewritten(book: Logbook, folder: Path, computer: Computer) -> Path:
    """Somebody with the passphrase changes the last release, and makes the chain fit."""
    issue(book, YEAR, folder / "hier.pdf")
    last = issuing.releases(book)[-1]
    body = to_body(replace(last, context="iets anders"))
    hash_ = link_hash(last.previous, body, book.ledger.pdf(last.number))
    database = book.ledger._database
    database.run("DROP TRIGGER no_update_of_ledger")
    database.run("UPDATE ledger SET body = ?, hash = ? WHERE number = 4", (body, hash_))
    assert book.ledger.check_chain() is None, "the chain itself cannot tell"
    book.close()
    return book.path


@pytest.fixture(name="other", params=[_went_on_by_itself, _was_rewritten])
def other_ledger(
    request: pytest.FixtureRequest, book: Logbook, tmp_path: Path, computer: Computer
) -> Iterator[Logbook]:
    path = request.param(book, tmp_path, computer)
    with open_logbook(path, PASSPHRASE, (CHEAPEST,)) as other:
        yield other


def first(book: Logbook) -> Organisation:
    return book.organisations.all()[0]


def _revised(book: Logbook) -> Prospect:
    for row in book.dossiers.rows(DossierQuery()):
        book.dossiers.save(replace(book.dossiers.get(row.id), subject="fysiek"))
    return issuing.prepare_revised(book, first(book), YEAR)


def _together(book: Logbook) -> Prospect:
    return issuing.prepare_together(book, YEAR)


def _side_by_side(book: Logbook) -> Prospect:
    return issuing.prepare_years(book, first(book), YEARS)


MADE_OF_IT = (_together, _side_by_side, _revised)


def test_nothing_is_made_of_a_year_that_was_issued_otherwise(
    other: Logbook, tmp_path: Path, computer: Computer
) -> None:
    assert blocked.blocked_years(other, 1) == {YEAR: WhyBlocked.FORKED}
    assert blocked.blocked_years(other, 2) == {}, "that one is the same in both"
    for make in MADE_OF_IT:
        prospect = make(other)
        assert prospect.blocked is not None
        assert prospect.blocked.why is WhyBlocked.FORKED
        with pytest.raises(YearBlocked):
            issuing.issue(other, prospect, tmp_path / "meer.pdf", TODAY)
    assert not (tmp_path / "meer.pdf").exists()
    assert len(issuing.releases(other)) == 4

    issuing.issue_again(other, 4, tmp_path / "weer.pdf")
    a_year(other, YEAR + 1, {"pesten": 8})
    assert issue(other, YEAR + 1, tmp_path / "volgend.pdf").number == 5
    computer("drie")
    assert blocked.blocked_years(other, 1) == {YEAR: WhyBlocked.FORKED}, "the file keeps it"


def test_control_where_nothing_is_remembered_nothing_is_noticed(
    other: Logbook, tmp_path: Path, computer: Computer
) -> None:
    computer("drie")

    for make in MADE_OF_IT:
        issuing.issue(other, make(other), tmp_path / "meer.pdf", TODAY)

    assert blocked.blocked_years(other, 1) == {}
    assert len(issuing.releases(other)) == 7


def test_it_is_told_in_three_parts() -> None:
    message = told(YearBlocked(f"{YEAR} ({NAME})", WhyBlocked.FORKED))

    assert f"{YEAR} ({NAME})" in message.what
    assert message.safe.startswith("De PDF die er is blijft gelden.")
    assert message.todo.endswith("Werk verder in één daarvan.")


def test_the_file_that_is_remembered_first_knows_it_too(
    book: Logbook, tmp_path: Path, computer: Computer
) -> None:
    """Of both a page is in the world: what was opened last is not the better one."""
    path = _went_on_by_itself(book, tmp_path, computer)
    assert blocked.blocked_years(book, 1) == {}
    with open_logbook(path, PASSPHRASE, (CHEAPEST,)) as copy:
        issuing.prepare(copy, first(copy), YEAR + 1)

    assert blocked.blocked_years(book, 1) == {YEAR: WhyBlocked.FORKED}


def test_a_sum_takes_no_edition_that_was_revised_elsewhere(book: Logbook, tmp_path: Path) -> None:
    issue(book, YEAR, tmp_path / "hier.pdf")
    book.copy_to(tmp_path / "kopie.vplogboek")
    issuing.issue(book, _revised(book), tmp_path / "herzien.pdf", TODAY)
    with open_logbook(tmp_path / "kopie.vplogboek", PASSPHRASE, (CHEAPEST,)) as copy:
        for prospect in (_together(copy), _side_by_side(copy)):
            assert prospect.blocked == YearBlocked(f"{YEAR} ({NAME})", WhyBlocked.REMEMBERED)
    assert _together(book).blocked is None


def test_a_memory_of_before_is_filled_in_as_soon_as_its_ledger_is_seen(
    book: Logbook, tmp_path: Path, computer: Computer
) -> None:
    book.copy_to(tmp_path / "kopie.vplogboek")
    issue(book, YEAR, tmp_path / "hier.pdf")
    path = remembered.path_of(book.identity)
    old = {"versie": 1} | {k: json.loads(path.read_text())[k] for k in ("uitgaven", "jaren")}
    path.write_text(json.dumps(old))
    assert not remembered.recall(book.identity).about

    issuing.prepare(book, first(book), YEAR)

    memory = remembered.recall(book.identity)
    assert memory.about.keys() == memory.links
    assert len(memory.links) == 4
    assert blocked.blocked_years(book, 1) == {}


# --- broken off before it was remembered ------------------------------------------------------


class BrokenOff(BaseException):
    """The computer stops."""


def _export_is_looked_at(book: Logbook) -> None:
    issuing.prepare(book, only(book), YEAR + 1)


def _year_is_looked_at(book: Logbook) -> None:
    year_screen.counted(book, only(book), YEAR + 1, TODAY)


@pytest.mark.parametrize("look", [_export_is_looked_at, _year_is_looked_at, None])
def test_a_crash_before_it_was_remembered_is_made_good_by_the_next_look(
    logbook: Logbook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    look: Callable[[Logbook], None] | None,
) -> None:
    """The control is the last case: without a look the older copy knows of nothing."""
    same_draw(logbook)
    a_year(logbook, YEAR, {"pesten": 8})
    logbook.copy_to(tmp_path / "kopie.vplogboek")
    prospect = issuing.prepare(logbook, only(logbook), YEAR)
    with monkeypatch.context() as patch:
        patch.setattr(blocked, "remember", _breaks_off)
        with pytest.raises(BrokenOff):
            issuing.issue(logbook, prospect, tmp_path / "uit.pdf", TODAY)
    assert len(issuing.releases(logbook)) == 1
    assert remembered.recall(logbook.identity) == remembered.NOTHING

    if look is not None:
        look(logbook)

    with open_logbook(tmp_path / "kopie.vplogboek", PASSPHRASE, (CHEAPEST,)) as copy:
        found = issuing.prepare(copy, only(copy), YEAR).blocked
    expected = YearBlocked(str(YEAR), WhyBlocked.REMEMBERED)
    assert found == (None if look is None else expected)


def _breaks_off(_: Logbook) -> None:
    raise BrokenOff
