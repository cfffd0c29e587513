"""What was counted when, and what held when: in the file, and after a migration."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.making import a_dossier, a_talk, reopen
from tests.store.test_ledger import issue
from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.dossier import Dossier, Ending, Handling, Known
from vp_logboek.domain.facts import Facts, FindingFact
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tally import Tally
from vp_logboek.store import schema
from vp_logboek.store.logbook import Logbook

VERSIONS = Path(__file__).parents[1] / "data" / "versions"
IN_2026, IN_2027 = date(2026, 5, 1), date(2027, 5, 1)


def _facts(logbook: Logbook, year: int, by_date: bool = False) -> Facts:
    own = logbook.organisations.get(1)
    return logbook.facts(own, own.year(year), by_date)


# --- what becomes known -----------------------------------------------------------------------


@pytest.fixture
def issued(logbook: Logbook) -> Dossier:
    """A dossier that was closed and of which the end was known, in an issued year."""
    dossier = a_dossier(logbook, IN_2026, closed=IN_2026, handling=Known(Handling.RUNNING, IN_2026))
    a_talk(logbook, dossier, IN_2026)
    issue(logbook)
    return dossier


def _closings(logbook: Logbook) -> list[int]:
    return [
        year
        for year in (2026, 2027)
        if any(one.closed_in_year for one in _facts(logbook, year).dossiers.values())
    ]


def _findings(logbook: Logbook) -> list[tuple[int, object]]:
    return [(year, one.value) for year in (2026, 2027) for one in _facts(logbook, year).findings]


@pytest.mark.parametrize(
    "change, found",
    [
        ({}, [(2026, Handling.RUNNING)]),
        # a correction of what was counted
        ({"handling": Known(Handling.IN_LINE, IN_2026)}, [(2026, Handling.IN_LINE)]),
        ({"handling": Known(Handling.RUNNING, IN_2027)}, [(2026, Handling.RUNNING)]),
        ({"handling": None}, []),
        # what became known since
        ({"handling": Known(Handling.IN_LINE, IN_2027)}, [(2027, Handling.IN_LINE)]),
        ({"ending": Known(Ending.LEFT, IN_2026)}, [(2026, Handling.RUNNING), (2027, Ending.LEFT)]),
    ],
)
def test_a_finding_counts_once_and_another_one_counts_too(
    logbook: Logbook, issued: Dossier, change: dict[str, object], found: list[object]
) -> None:
    logbook.dossiers.save(replace(issued, **change))  # type: ignore[arg-type]

    assert _findings(logbook) == found


def test_a_finding_that_was_taken_back_and_put_back_counts_once(
    logbook: Logbook, issued: Dossier
) -> None:
    logbook.dossiers.save(replace(issued, handling=None))
    logbook.dossiers.save(issued)

    assert _findings(logbook) == [(2026, Handling.RUNNING)]


@pytest.mark.parametrize(
    "steps, found",
    [
        ((IN_2027,), [2026]),
        ((None,), [2026]),
        ((None, IN_2026), [2026]),
        ((None, IN_2027), [2027]),
    ],
    ids=["corrected", "open again", "open and as it was", "closed once more"],
)
def test_a_closing_counts_once_and_so_does_a_second_one(
    logbook: Logbook, issued: Dossier, steps: tuple[date | None, ...], found: list[int]
) -> None:
    for closed in steps:
        logbook.dossiers.save(replace(issued, closed=closed))

    assert _closings(logbook) == found


def test_what_is_late_falls_in_the_first_open_year_and_by_date_in_its_own(
    logbook: Logbook, issued: Dossier
) -> None:
    a_talk(logbook, issued, IN_2026)
    logbook.dossiers.save(replace(issued, ending=Known(Ending.LEFT, IN_2026)))
    logbook.activities.save(Activity(1, IN_2026, ActivityKind.ADVICE, 2))

    late = _facts(logbook, 2027)
    assert (len(late.talks), len(late.activities)) == (1, 1)
    assert late.findings == (FindingFact(issued.id or 0, Ending.LEFT),)
    assert not late.dossiers[issued.id or 0].opened_in_year
    by_date = _facts(logbook, 2026, by_date=True)
    assert (len(by_date.talks), len(by_date.findings), len(by_date.activities)) == (2, 2, 1)
    assert _facts(logbook, 2027, by_date=True).talks == ()
    assert Tally.of(_facts(logbook, 2026)) == logbook.ledger.all()[0].tallies[0]


def test_a_dossier_that_comes_late_as_a_whole_is_new_in_the_year_it_counts_in(
    logbook: Logbook, issued: Dossier
) -> None:
    late = a_dossier(logbook, IN_2026)
    a_talk(logbook, late, IN_2026)

    assert issued.id != late.id
    assert [one.opened_in_year for one in _facts(logbook, 2027).dossiers.values()] == [True]


# --- what held when ---------------------------------------------------------------------------


def _changed(logbook: Logbook) -> Organisation:
    own = logbook.organisations.get(1)
    return logbook.organisations.save(
        replace(own, start_month=8, remit=frozenset({MainClass.ADVICE}), columns=("pesten",))
    )


@pytest.mark.parametrize(
    "something",
    [
        lambda book: a_talk(book, on=IN_2026),
        lambda book: a_dossier(book, IN_2026),
        lambda book: book.activities.save(Activity(1, IN_2026, ActivityKind.ADVICE, 2)),
        lambda book: issue(book, 2026),
        lambda book: book.ledger.block(1, 2026, "gezegd", IN_2027),
    ],
    ids=["a talk", "a dossier", "an activity", "an issued year", "a blocked year"],
)
def test_a_change_leaves_the_years_in_which_something_counts(
    logbook: Logbook, something: Callable[[Logbook], object]
) -> None:
    something(logbook)

    changed = _changed(logbook)

    assert [one.from_year for one in changed.setups] == [0, 2027]
    assert changed.year(2027).label == "2027-2028 (jan 2027 t/m jul 2028)"
    facts = _facts(logbook, 2026)
    assert (facts.remit, facts.columns) == (frozenset(MainClass), ())
    assert (_facts(logbook, 2027).remit, _facts(logbook, 2027).columns) == (
        {MainClass.ADVICE}, ("pesten",),
    )  # fmt: skip
    assert logbook.organisations.get(1).setups == changed.setups


def test_where_nothing_is_counted_a_change_holds_at_once(logbook: Logbook) -> None:
    changed = _changed(logbook)

    assert [one.from_year for one in changed.setups] == [0]
    assert changed.in_year(1999) == changed
    assert _facts(logbook, 2026).columns == ("pesten",)


def test_another_name_or_level_changes_no_year(logbook: Logbook) -> None:
    a_talk(logbook, on=IN_2026)
    own = logbook.organisations.get(1)

    saved = logbook.organisations.save(replace(own, name="Gemeente Anders", levels=own.levels))

    assert saved.setups == own.setups


def test_a_change_that_is_taken_back_before_it_holds_leaves_nothing(logbook: Logbook) -> None:
    a_talk(logbook, on=IN_2026)
    before = logbook.organisations.get(1)
    _changed(logbook)

    back = logbook.organisations.save(before)

    assert back.setups == before.setups
    assert logbook.organisations.get(1).setups == before.setups


# --- from an older file -----------------------------------------------------------------------


@pytest.fixture
def migrated(path: Path, passphrase: str) -> Logbook:
    shutil.copyfile(VERSIONS / "2.vplogboek", path)
    return reopen(path, passphrase)


def test_what_was_issued_before_the_ledger_stays_counted(migrated: Logbook) -> None:
    with migrated as book:
        assert book.ledger.blocked(1) == {2024: "voor-het-register", 2025: "voor-het-register"}
        assert book.ledger.blocked(2) == {}
        own, school = book.organisations.all()
        counts = {
            (one.name, year): (len(facts.talks), len(facts.dossiers), len(facts.activities))
            for one in (own, school)
            for year in (2024, 2025, 2026, 2027)
            for facts in [book.facts(one, one.year(year))]
            if facts.talks or facts.activities
        }
        assert counts == {
            (own.name, 2024): (2, 2, 0),  # one of them was destroyed
            (own.name, 2025): (2, 2, 1),
            (own.name, 2026): (1, 1, 0),
            (school.name, 2025): (1, 1, 0),
        }
        late = a_talk(book, book.dossiers.get(3), date(2025, 12, 1))
        assert len(book.facts(own, own.year(2025)).talks) == 2
        assert len(book.facts(own, own.year(2026)).talks) == 2
        assert late.on == date(2025, 12, 1)


def test_what_came_after_an_issue_was_not_in_it(migrated: Logbook) -> None:
    """A talk in the bin, then and now, was never counted: out of it, it is late."""
    with migrated as book:
        own = book.organisations.get(1)
        book.conversations.restore(7)
        assert len(book.facts(own, own.year(2025)).talks) == 2
        assert len(book.facts(own, own.year(2026)).talks) == 2


def test_an_older_file_gets_what_a_new_one_has(migrated: Logbook, tmp_path: Path) -> None:
    with migrated as book:
        assert (len(book.draw_key), len(book.identity)) == (32, 32)
        assert book.organisations.get(1).setups[0].columns == ("discriminatie",)
        assert book.organisations.get(2).setups[0].start_month == 8
        assert book.organisations.get(1).setups[0].from_year == 0
        assert book.check() == 0
        assert schema.version(book._connection) == schema.NEWEST


def test_two_logbooks_never_share_a_key(migrated: Logbook, tmp_path: Path, passphrase: str) -> None:
    first = migrated.draw_key, migrated.identity
    migrated.close()
    again = tmp_path / "again" / "logboek.vplogboek"
    again.parent.mkdir()
    shutil.copyfile(VERSIONS / "2.vplogboek", again)

    with reopen(again, passphrase) as other:
        assert not {other.draw_key, other.identity} & set(first)
