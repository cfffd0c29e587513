"""Issuing a year: what was shown is what is issued, once, and given again byte for byte."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from tests.services.keeping import destroy
from tests.services.releasing import (
    TODAY,
    ZUID_HOLLAND,
    a_year,
    came,
    issue,
    only,
    same_draw,
    set_level,
    shown,
)
from vp_logboek.domain.disclosure.core import Unsafe
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import Known, Outcome
from vp_logboek.domain.errors import GlyphMissing, TargetUnwritable, YearNotOver
from vp_logboek.domain.errors_release import (
    Changed,
    IssuedNotSaved,
    LedgerBroken,
    NoSuchRelease,
    NotIssuedYet,
    RevisionRefused,
)
from vp_logboek.domain.ledger import ReleaseKind, Scope
from vp_logboek.domain.listing import DossierQuery, TalkQuery
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.safe_report import Mark
from vp_logboek.domain.tables import TableCode
from vp_logboek.services import issuing, late, revising, safekeeping, yearly_report
from vp_logboek.store.logbook import Logbook

YEAR, NEXT = 2025, 2026
DAY = date(YEAR, 6, 1)


@pytest.fixture(name="book")
def book_with_a_small_year(logbook: Logbook) -> Logbook:
    """A year that is issued quickly: its total is all there is to show."""
    same_draw(logbook)
    a_year(logbook, YEAR, {"pesten": 8})
    return logbook


@pytest.fixture(name="drawn")
def book_with_a_draw(logbook: Logbook) -> Logbook:
    same_draw(logbook)
    a_year(logbook, YEAR)
    return logbook


@pytest.fixture(name="exact")
def book_without_threshold(drawn: Logbook) -> Logbook:
    set_level(drawn, Level.NONE)
    return drawn


@pytest.fixture(name="target")
def target_pdf(tmp_path: Path) -> Path:
    (tmp_path / "uit").mkdir()
    return tmp_path / "uit" / "overzicht.pdf"


def test_what_was_shown_is_issued_and_stands_in_the_ledger(drawn: Logbook, target: Path) -> None:
    prospect = issuing.prepare(drawn, only(drawn), YEAR)
    assert (prospect.before, prospect.blocked, prospect.needs_answer) == (None, None, None)
    assert (prospect.late_year, prospect.tally.melders) == (NEXT, 25)
    assert prospect.price is not None

    release = issuing.issue(drawn, prospect, target, TODAY)

    assert issuing.releases(drawn) == (release,)
    assert release.kind is ReleaseKind.YEAR
    assert (release.scopes, release.edition) == ((Scope(1, YEAR),), 1)
    assert (release.report, release.tallies) == (prospect.report, (prospect.tally,))
    assert issuing.stored_pdf(drawn, 1) == target.read_bytes()
    assert release.pdf_sha256 == sha256(target.read_bytes()).hexdigest()
    assert [each.name for each in target.parent.iterdir()] == [target.name]


def test_looking_writes_nothing_and_shows_the_same_each_time(drawn: Logbook, path: Path) -> None:
    before = path.read_bytes()

    assert issuing.prepare(drawn, only(drawn), YEAR) == issuing.prepare(drawn, only(drawn), YEAR)
    assert path.read_bytes() == before


def _destroyed(book: Logbook) -> None:
    rows = book.dossiers.rows(DossierQuery())
    dossiers = [book.dossiers.get(row.id) for row in rows]
    closed = [book.dossiers.save(replace(one, closed=DAY)) for one in dossiers[:9]]
    destroy(book, closed)


def _recategorised(book: Logbook) -> None:
    for row in book.dossiers.rows(DossierQuery())[:7]:
        book.dossiers.save(replace(book.dossiers.get(row.id), subject="fysiek"))


def _entered_late(book: Logbook) -> None:
    came(book, DAY, "discriminatie", 4)


def _another_level(book: Logbook) -> None:
    set_level(book, Level.STANDARD)


def _renamed(book: Logbook) -> None:
    book.organisations.save(replace(only(book), name="Een andere naam"))


CHANGES = (_destroyed, _recategorised, _entered_late, _another_level, _renamed)


@pytest.mark.parametrize("change", CHANGES)
def test_an_issued_year_never_changes(
    exact: Logbook, target: Path, change: Callable[[Logbook], None]
) -> None:
    release = issue(exact, YEAR, target)
    first = target.read_bytes()
    counts = yearly_report.year_tally(exact, only(exact), YEAR)

    change(exact)

    prospect = issuing.prepare(exact, only(exact), YEAR)
    assert prospect.is_issued
    assert prospect.report == release.report
    for again in (
        issuing.issue(exact, prospect, target.with_name("twee.pdf"), TODAY),
        issuing.issue_again(exact, 1, target.with_name("drie.pdf")),
    ):
        assert again == release
    assert target.with_name("twee.pdf").read_bytes() == first
    assert target.with_name("drie.pdf").read_bytes() == first
    assert yearly_report.year_tally(exact, only(exact), YEAR) == counts
    assert len(issuing.releases(exact)) == 1


@pytest.mark.parametrize("change", CHANGES[1:])
def test_control_the_same_change_shows_in_a_year_that_is_open(
    exact: Logbook, change: Callable[[Logbook], None]
) -> None:
    before = issuing.prepare(exact, only(exact), YEAR).report

    change(exact)

    assert issuing.prepare(exact, only(exact), YEAR).report != before


# --- what stands in the way -------------------------------------------------------------------


def _nothing_issued(book: Logbook, target: Path) -> bool:
    return not issuing.releases(book) and not list(target.parent.iterdir())


def test_a_year_is_issued_only_after_its_last_day(book: Logbook, target: Path) -> None:
    with pytest.raises(YearNotOver):
        issue(book, YEAR, target, today=date(YEAR, 12, 31))

    assert _nothing_issued(book, target)
    issue(book, YEAR, target, today=date(NEXT, 1, 1))


def test_what_changed_after_it_was_shown_is_not_issued_unseen(book: Logbook, target: Path) -> None:
    prospect = issuing.prepare(book, only(book), YEAR)
    came(book, DAY, "fysiek", 3)

    with pytest.raises(Changed):
        issuing.issue(book, prospect, target, TODAY)

    assert _nothing_issued(book, target)
    issue(book, YEAR, target)


def test_what_does_not_count_may_change_after_it_was_shown(drawn: Logbook, target: Path) -> None:
    prospect = issuing.prepare(drawn, only(drawn), YEAR)
    talk = drawn.conversations.get(1)
    drawn.conversations.save(replace(talk, note="Nog iets onthouden."))
    came(drawn, date(NEXT, 1, 5), "fysiek", 3)

    assert issuing.issue(drawn, prospect, target, TODAY).report == prospect.report


def test_a_year_that_was_issued_meanwhile_is_not_issued_twice(book: Logbook, target: Path) -> None:
    prospect = issuing.prepare(book, only(book), YEAR)
    issue(book, YEAR, target)
    came(book, DAY, "fysiek", 3)

    with pytest.raises(Changed):
        issuing.issue(book, prospect, target.with_name("weer.pdf"), TODAY)

    assert [each.name for each in target.parent.iterdir()] == [target.name]
    assert len(issuing.releases(book)) == 1


def test_a_place_that_cannot_be_written_is_found_out_before(book: Logbook, target: Path) -> None:
    for place in (target.parent, target.parent / "nergens" / "uit.pdf"):
        with pytest.raises(TargetUnwritable):
            issue(book, YEAR, place)

    assert _nothing_issued(book, target)


def test_a_name_the_fonts_do_not_have_is_found_out_before(book: Logbook, target: Path) -> None:
    book.organisations.save(replace(only(book), name="漢字"))

    with pytest.raises(GlyphMissing):
        issue(book, YEAR, target)

    assert _nothing_issued(book, target)


def test_a_page_that_would_tell_a_small_number_is_not_issued(drawn: Logbook, target: Path) -> None:
    """The last audit does not trust what was chosen: here a small cell is shown after all."""
    prospect = issuing.prepare(drawn, only(drawn), YEAR)
    (problem, pattern), *others = prospect.protected.cells
    small = next(
        index for index, cell in enumerate(problem.system.cells)
        if problem.values[index] < cell.threshold
    )  # fmt: skip
    told = (problem, replace(pattern, shown=pattern.shown | {small}))
    faulty = replace(prospect.protected, cells=(told, *others))

    with pytest.raises(Unsafe):
        issuing.issue(drawn, replace(prospect, protected=faulty), target, TODAY)

    assert _nothing_issued(drawn, target)
    issuing.issue(drawn, prospect, target, TODAY)


def test_a_broken_ledger_issues_nothing_more(book: Logbook, target: Path) -> None:
    issue(book, YEAR, target)
    raw = book._connection
    raw.run("DROP TRIGGER no_update_of_ledger")
    raw.run("UPDATE ledger SET body = replace(body, 'Gemeente', 'Provincie')")

    with pytest.raises(LedgerBroken):
        issue(book, NEXT, target.with_name("later.pdf"))
    with pytest.raises(LedgerBroken):
        issuing.issue_again(book, 1, target.with_name("later.pdf"))

    assert not target.with_name("later.pdf").exists()


def test_a_number_that_was_never_given_is_told(book: Logbook, target: Path) -> None:
    with pytest.raises(NoSuchRelease):
        issuing.issue_again(book, 1, target)


# --- the order --------------------------------------------------------------------------------


class Crash(BaseException):
    """As if the computer stopped."""


def _look_at(target: Path) -> list[bytes]:
    return [each.read_bytes() for each in target.parent.iterdir()]


def test_until_the_ledger_has_it_not_a_byte_of_the_page_is_outside(
    book: Logbook, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, seen = book.ledger.append, []

    def watched(*arguments: object, **options: object) -> object:
        seen.extend(_look_at(target))
        return append(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(book.ledger, "append", watched)

    issue(book, YEAR, target)

    assert len(seen) == 1, "the room was taken"
    assert len(seen[0]) == target.stat().st_size
    assert not any(seen[0])


STEPS = {
    "before the ledger": ("vp_logboek.services.issuing._still", 0),
    "in the ledger": ("vp_logboek.store.ledger.Ledger._freeze", 0),
    "after the ledger": ("vp_logboek.services.remembered.keep", 1),
    "at the name": ("pathlib.Path.replace", 1),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_leaves_no_page_that_the_ledger_does_not_know(
    book: Logbook, target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    where, issued = STEPS[step]

    def stop(*_: object, **__: object) -> None:
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(where, stop)
        with pytest.raises(Crash):
            issue(book, YEAR, target)

    assert len(issuing.releases(book)) == issued
    assert not target.exists()
    issue(book, YEAR, target)
    assert target.read_bytes() == issuing.stored_pdf(book, 1)
    assert len(issuing.releases(book)) == 1


def test_control_with_the_file_first_a_crash_leaves_a_page_that_the_ledger_does_not_know(
    book: Logbook, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prospect = issuing.prepare(book, only(book), YEAR)

    def stop(*_: object, **__: object) -> None:
        raise Crash

    def file_first() -> None:
        safekeeping.write_whole(target, yearly_report.overview_pdf(prospect.report))
        issuing.issue(book, prospect, target.with_name("ledger.pdf"), TODAY)

    monkeypatch.setattr("vp_logboek.store.ledger.Ledger._freeze", stop)
    with pytest.raises(Crash):
        file_first()

    assert target.exists()
    assert issuing.releases(book) == ()


def test_a_file_that_fails_after_the_ledger_is_told_as_issued(
    book: Logbook, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("vol")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)
        with pytest.raises(IssuedNotSaved) as told:
            issue(book, YEAR, target)

    assert told.value.number == 1
    assert list(target.parent.iterdir()) == []
    issuing.issue_again(book, 1, target)
    assert target.read_bytes() == issuing.stored_pdf(book, 1)


# --- what was handed out before ---------------------------------------------------------------


def test_what_was_handed_out_before_is_kept_and_told_as_a_price(
    drawn: Logbook, target: Path
) -> None:
    told = Outside(TableCode.SUBJECT, "onveiligheid", 3)
    without = issuing.prepare(drawn, only(drawn), YEAR)
    prospect = issuing.prepare(drawn, only(drawn), YEAR, (told,))

    assert shown(without)["onderwerp", "onveiligheid"] == 4
    assert shown(prospect)["onderwerp", "onveiligheid"] is Mark.HIDDEN
    nearly_all = (Outside(TableCode.KEY, "totaal", 22),)
    price = issuing.prepare(drawn, only(drawn), YEAR, nearly_all).price
    assert price is not None
    assert price.outside_cost > 0
    assert issuing.issue(drawn, prospect, target, TODAY).outside == (told,)


# --- a revised edition ------------------------------------------------------------------------


def test_a_revised_edition_takes_no_small_step(drawn: Logbook, target: Path) -> None:
    issue(drawn, YEAR, target)
    first = target.read_bytes()
    with pytest.raises(RevisionRefused):
        issuing.prepare_revised(drawn, only(drawn), YEAR)
    for row in drawn.dossiers.rows(DossierQuery())[:1]:
        drawn.dossiers.save(replace(drawn.dossiers.get(row.id), subject="fysiek"))

    with pytest.raises(RevisionRefused):
        issuing.prepare_revised(drawn, only(drawn), YEAR)

    issuing.issue_again(drawn, 1, target)
    assert target.read_bytes() == first


def test_a_revised_edition_may_take_a_large_step(logbook: Logbook, target: Path) -> None:
    same_draw(logbook)
    counts = {"pesten": 14, "met_collega": 9, "teamcultuur": 7, "procedurevraag": 8}
    moved = a_year(logbook, YEAR, counts)[:6]
    issue(logbook, YEAR, target)
    for dossier in moved:
        logbook.dossiers.save(replace(dossier, subject="met_collega"))
    prospect = issuing.prepare_revised(logbook, only(logbook), YEAR)

    release = issuing.issue(logbook, prospect, target.with_name("herzien.pdf"), TODAY)

    was, now = (shown(one) for one in issuing.releases(logbook))
    assert release.edition == 2
    assert was.keys() == now.keys()
    classes = [("onderwerp", "ongewenste_omgangsvormen"), ("onderwerp", "arbeidsconflict")]
    assert [(was[one], now[one]) for one in classes] == [(14, 8), (9, 15)]


def test_a_revised_edition_is_compared_with_every_edition_there_is(
    logbook: Logbook, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same_draw(logbook)
    counts = {"pesten": 14, "met_collega": 9, "teamcultuur": 7, "procedurevraag": 8}
    moved = a_year(logbook, YEAR, counts)[:6]
    one = only(logbook)
    first = issue(logbook, YEAR, target)
    for dossier in moved:
        logbook.dossiers.save(replace(dossier, subject="met_collega"))
    issuing.issue(logbook, issuing.prepare_revised(logbook, one, YEAR), target, TODAY)
    for dossier in moved[:5]:
        logbook.dossiers.save(dossier)

    with pytest.raises(RevisionRefused):  # to the first edition one has moved
        issuing.prepare_revised(logbook, one, YEAR)
    with monkeypatch.context() as control:
        control.setattr(revising, "_editions", lambda *_: ())
        assert issuing.prepare_revised(logbook, one, YEAR).edition == 3
    logbook.dossiers.save(moved[5])
    assert issuing.prepare_revised(logbook, one, YEAR).report == first.report


def test_without_threshold_a_revised_edition_is_the_next_of_the_same_year(
    exact: Logbook, target: Path
) -> None:
    issue(exact, YEAR, target)
    row = exact.dossiers.rows(DossierQuery())[0]
    exact.dossiers.save(replace(exact.dossiers.get(row.id), subject="fysiek"))
    prospect = issuing.prepare_revised(exact, only(exact), YEAR)

    release = issuing.issue(exact, prospect, target.with_name("herzien.pdf"), TODAY)

    assert (release.edition, release.number) == (2, 2)
    assert target.read_bytes() != target.with_name("herzien.pdf").read_bytes()
    assert issuing.prepare(exact, only(exact), YEAR).before == release
    with pytest.raises(RevisionRefused):
        issuing.prepare_revised(exact, only(exact), YEAR)


def test_what_lay_in_the_bin_during_an_edition_counts_in_the_next_edition_again(
    exact: Logbook, target: Path
) -> None:
    """The person, and what became known of the matter; and never in a later year."""
    one = only(exact)
    talk = exact.conversations.rows(TalkQuery(organisation=1))[0]
    dossier = exact.dossiers.get(talk.dossier)
    exact.dossiers.save(replace(dossier, outcome=Known(Outcome.UNFOUNDED, DAY)))
    first = issue(exact, YEAR, target)
    exact.conversations.bin(talk.id, TODAY)
    second = issuing.issue(exact, issuing.prepare_revised(exact, one, YEAR), target, TODAY)

    exact.conversations.restore(talk.id)

    third = issuing.prepare_revised(exact, one, YEAR)
    assert [each.tallies[0].melders for each in (first, second, third)] == [25, 24, 25]
    assert third.report == first.report
    assert [("uitkomst", "ongegrond") in shown(each) for each in (first, second)] == [True, False]
    assert issuing.prepare(exact, one, NEXT).tally.melders == 0


def test_what_was_entered_late_is_not_in_a_revised_edition(exact: Logbook, target: Path) -> None:
    issue(exact, YEAR, target)
    came(exact, DAY, "fysiek", 5)

    with pytest.raises(RevisionRefused):
        issuing.prepare_revised(exact, only(exact), YEAR)

    assert issuing.prepare(exact, only(exact), NEXT).tally.melders == 5


def test_only_an_issued_year_can_be_revised(book: Logbook) -> None:
    with pytest.raises(NotIssuedYet):
        issuing.prepare_revised(book, only(book), YEAR)


# --- the callers that were there before -------------------------------------------------------


def test_the_overview_of_before_is_issued_by_the_same_road(exact: Logbook, target: Path) -> None:
    view = yearly_report.year_overview(exact, only(exact), YEAR)
    pdf = yearly_report.issue_overview(exact, only(exact), YEAR, target, TODAY)

    assert pdf == target.read_bytes() == issuing.stored_pdf(exact, 1)
    assert issuing.releases(exact)[0].report == view.report
    assert late.year_after(exact, only(exact), YEAR) == NEXT
    assert (
        ZUID_HOLLAND["pesten"]
        == shown(issuing.releases(exact)[0])["onderwerp", "ongewenste_omgangsvormen"]
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has the rights of the folder")
@pytest.mark.parametrize("mask, mode", [(0o022, 0o644), (0o077, 0o600)])
def test_who_may_read_the_folder_may_read_the_page(
    book: Logbook, target: Path, mask: int, mode: int
) -> None:
    before = os.umask(mask)
    try:
        release = issuing.issue(book, issuing.prepare(book, only(book), YEAR), target, TODAY)
        again = target.with_name("nog eens.pdf")
        issuing.issue_again(book, release.number, again)
    finally:
        os.umask(before)

    assert [file.stat().st_mode & 0o777 for file in (target, again)] == [mode, mode]
