"""Chapter 4, sequences: over everything that was ever issued nothing small can be worked out.

Each sequence is walked through the real services, and then done once more as if there were no
ledger: there the same attacker finds something.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.services.keeping import destroy
from tests.services.reader import Reader
from tests.services.releasing import TODAY, a_year, came, only, same_draw
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Protected, protect
from vp_logboek.domain.disclosure.summed import summed
from vp_logboek.domain.errors_release import RevisionRefused, YearBlocked
from vp_logboek.domain.ledger import Scope
from vp_logboek.domain.listing import DossierQuery, TalkQuery
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.services import backups, blocked, issuing, remembered
from vp_logboek.services.issuing import Prospect
from vp_logboek.store.logbook import CHEAPEST, Logbook, open_logbook

YEAR, NEXT = 2021, 2022
DAY = date(YEAR, 6, 1)


class Desk:
    """Where overviews are issued, and a reader who gets every one of them."""

    def __init__(self, book: Logbook, folder: Path) -> None:
        self.book, self._folder, self._numbers = book, folder, count()
        self.pages: dict[bytes, Protected] = {}

    def issue(self, prospect: Prospect) -> Protected:
        """Issue; a page the reader has already tells nothing new."""
        target = self._folder / f"{next(self._numbers)}.pdf"
        issuing.issue(self.book, prospect, target, TODAY)
        return self.pages.setdefault(target.read_bytes(), prospect.protected)

    def year(self, year: int, organisation: int = 1, *outside: Outside) -> Protected:
        one = self.book.organisations.get(organisation)
        return self.issue(issuing.prepare(self.book, one, year, outside))

    @property
    def reader(self) -> Reader:
        """Who has everything that was issued."""
        reader = Reader()
        for page in self.pages.values():
            reader.reads(page.cells)
        return reader

    def without_ledger(self, number: int = 7) -> Protected:
        """The year as it is in the logbook now, protected as if it had never been issued."""
        return protect(by_date(self.book), Level.STANDARD, Draw(self.book.draw_key, str(number)))


def by_date(book: Logbook, organisation: int = 1, year: int = YEAR) -> Tally:
    held = book.organisations.get(organisation).in_year(year)
    return Tally.of(book.facts(held, held.year(year), by_date=True))


@pytest.fixture(name="desk")
def desk_with_a_year(logbook: Logbook, tmp_path: Path) -> Desk:
    same_draw(logbook, 3)
    a_year(logbook, YEAR)
    (tmp_path / "uit").mkdir()
    return Desk(logbook, tmp_path / "uit")


# --- one organisation -------------------------------------------------------------------------


def _entered_late(book: Logbook) -> None:
    came(book, DAY, "met_collega", 1)


def _thrown_away(book: Logbook) -> None:
    book.conversations.bin(book.conversations.rows(TalkQuery())[0].id, TODAY)


def _recategorised(book: Logbook) -> None:
    rows = [row for row in book.dossiers.rows(DossierQuery()) if row.subject == "pesten"]
    book.dossiers.save(replace(book.dossiers.get(rows[0].id), subject="met_collega"))


@pytest.mark.parametrize("change", [
    _entered_late,
    pytest.param(_thrown_away, marks=pytest.mark.campaign),
    pytest.param(_recategorised, marks=pytest.mark.campaign),
])  # fmt: skip
def test_a_change_after_issuing_tells_nothing(
    desk: Desk, change: Callable[[Logbook], None]
) -> None:
    first = desk.year(YEAR)

    change(desk.book)
    desk.year(YEAR)
    with suppress(RevisionRefused):
        desk.issue(issuing.prepare_revised(desk.book, only(desk.book), YEAR))
    desk.year(NEXT)

    assert len(desk.pages) == 2
    assert desk.reader.open() == []
    control = Reader().reads(first.cells).reads(desk.without_ledger().cells, "'").compares("'")
    assert control.open() != []


@pytest.mark.campaign
def test_destroying_tells_nothing(desk: Desk) -> None:
    first = desk.year(YEAR)
    rows = desk.book.dossiers.rows(DossierQuery())[:3]
    dossiers = [desk.book.dossiers.get(row.id) for row in rows]
    closed = [desk.book.dossiers.save(replace(one, closed=DAY)) for one in dossiers]

    destroy(desk.book, closed)
    desk.year(YEAR)

    assert list(desk.pages.values()) == [first]
    assert desk.reader.open() == []
    control = Reader().reads(first.cells).reads(desk.without_ledger().cells)
    for number in range(20):
        control.reads(desk.without_ledger(number).cells)
    assert control.open() != [], "the same year drawn again and again shows all there is"


@pytest.mark.campaign
def test_a_level_for_a_new_year_leaves_the_issued_year_as_it_is(desk: Desk) -> None:
    first = desk.year(YEAR)
    levels = (LevelChoice(FROM_THE_START, Level.STANDARD), LevelChoice(NEXT, Level.WIDE))
    desk.book.organisations.save(replace(only(desk.book), levels=levels))
    a_year(desk.book, NEXT)

    desk.year(YEAR)
    second = desk.year(NEXT)

    assert [second.report.level, len(desk.pages)] == ["Ruim", 2]
    assert desk.reader.open() == []
    wide = protect(by_date(desk.book), Level.WIDE, Draw(desk.book.draw_key, "again"))
    assert Reader().reads(first.cells).reads(wide.cells).open() != []


HALF_YEAR = (
    Outside(TableCode.KEY, "totaal", 12),
    Outside(TableCode.SUBJECT, "ongewenste_omgangsvormen", 7),
    Outside(TableCode.SUBJECT, "onveiligheid", 2),
)


def test_a_half_year_that_is_known_and_then_the_year(desk: Desk) -> None:
    """What is left of a number when the half year is taken off is as hidden as a number is."""
    desk.year(YEAR, 1, *HALF_YEAR)

    assert desk.reader.open() == []
    told = {f"onderwerp/{one.row}": one.number for one in HALF_YEAR[1:]}
    unaware = Reader().reads(desk.without_ledger().cells)
    unaware.knows_parts(
        {name: told[row] for name in unaware.cells if (row := name.split("/", 2)[2]) in told}
    )
    assert unaware.open() != []


# --- several organisations, several years -----------------------------------------------------

OTHER = {"integriteit_overig": 6, "pesten": 4, "met_collega": 1, "teamcultuur": 7}


@pytest.mark.campaign
def test_two_organisations_and_their_sum(desk: Desk) -> None:
    school = desk.book.organisations.save(Organisation("School"))
    a_year(desk.book, YEAR, OTHER, school.key)
    pages = [desk.year(YEAR), desk.year(YEAR, school.key)]

    desk.issue(issuing.prepare_together(desk.book, YEAR))

    assert len(desk.pages) == 3
    assert desk.reader.open() == []
    alone = protect(
        summed([by_date(desk.book), by_date(desk.book, school.key)], "Alle organisaties"),
        Level.STANDARD,
        Draw(desk.book.draw_key, "alone"),
    )
    control = Reader()
    for page in (*pages, alone):
        control.reads(page.cells)
    control.is_sum("Alle organisaties", "Gemeente Voorbeeld", "School")
    assert control.open() != []


@pytest.mark.campaign
def test_five_years_side_by_side(desk: Desk) -> None:
    for year, extra in zip(range(YEAR + 1, YEAR + 5), (1, 3, 0, 2), strict=True):
        a_year(desk.book, year, {"pesten": 5 + extra, "met_collega": 4 - extra, "fysiek": 6})
    years = range(YEAR, YEAR + 5)
    for year in years:
        desk.year(year)

    beside = desk.issue(issuing.prepare_years(desk.book, only(desk.book), years))

    assert desk.reader.tells(beside.report, [str(year) for year in years]).open() == []
    sums = desk.reader
    for row in ("integriteit", "arbeidsconflict"):
        sums.is_told_sum(f"onderwerp/{row}", [f"Gemeente Voorbeeld/{year}" for year in years])
    assert sums.open() != [], "the control: sums over years that hide a number"


# --- an older copy ----------------------------------------------------------------------------


@pytest.fixture(name="copy")
def copy_of_before(desk: Desk, tmp_path: Path) -> Path:
    desk.book.copy_to(tmp_path / "kopie.vplogboek")
    return tmp_path / "kopie.vplogboek"


def put_back(copy: Path, tmp_path: Path) -> Logbook:
    backups.restore(copy, PASSPHRASE, tmp_path / "terug.vplogboek", (CHEAPEST,))
    return open_logbook(tmp_path / "terug.vplogboek", PASSPHRASE, (CHEAPEST,))


@pytest.mark.campaign
def test_an_older_copy_does_not_issue_what_was_issued(
    desk: Desk, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.year(YEAR)
    with put_back(copy, tmp_path) as book:
        desk.book = book
        blocked.answer(book, (), TODAY)
        _entered_late(book)
        with pytest.raises(YearBlocked):
            desk.year(YEAR)
        desk.year(NEXT)

        assert len(desk.pages) == 2
        assert desk.reader.open() == []
    monkeypatch.setenv(remembered.FOLDER_VARIABLE, str(tmp_path / "een andere computer"))
    (tmp_path / "terug.vplogboek").unlink()
    with put_back(copy, tmp_path) as book:
        desk.book = book
        blocked.answer(book, (), TODAY)
        _entered_late(book)
        again = desk.year(YEAR)

    control = Reader().reads(first.cells).reads(again.cells, "'").compares("'")
    assert control.open() != [], "the control: nothing remembered, and the answer was not true"


def test_the_answer_blocks_a_year_on_another_computer(
    desk: Desk, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.year(YEAR)
    monkeypatch.setenv(remembered.FOLDER_VARIABLE, str(tmp_path / "een andere computer"))
    with put_back(copy, tmp_path) as book:
        desk.book = book
        blocked.answer(book, [Scope(1, YEAR)], TODAY)
        _entered_late(book)
        with pytest.raises(YearBlocked):
            desk.year(YEAR)
        desk.year(NEXT)

    assert len(desk.pages) == 2
    assert desk.reader.open() == []
