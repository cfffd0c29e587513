"""Tidying up: what is due and quiet, the bin, and destroying while the years keep counting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.keeping import LATER, a_matter, destroy, key, tallies
from vp_logboek.domain.activity import Action
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import DossierMelder, MelderKind
from vp_logboek.domain.errors import CountNotConfirmed, Gone, ImportNotUndoable, NotDue
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import TableCode
from vp_logboek.services import emptying, notebook, purge
from vp_logboek.services.import_table import can_undo, undo_import
from vp_logboek.services.purge import Due, Quiet, Terms, Tidying, Why
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.services.yearly_report import report_rows, year_overview
from vp_logboek.store.logbook import Logbook

DAY = date(2025, 3, 4)
CLOSED = date(2025, 5, 20)
YEARS = (2024, 2025, 2026)


# --- what there is to tidy up -----------------------------------------------------------------


def test_a_new_logbook_has_nothing_to_tidy_up(logbook: Logbook) -> None:
    assert purge.tidying(logbook, LATER) == Tidying((), (), 0, 0)
    assert purge.last_destroyed(logbook) is None


def test_due_is_told_with_its_reason_the_longest_due_first(logbook: Logbook) -> None:
    late = a_matter(logbook, DAY, closed=CLOSED)
    early = a_matter(logbook, date(2023, 1, 1), closed=date(2023, 2, 1))
    own = a_matter(logbook, DAY, closed=CLOSED, destroy_on=date(2025, 6, 1))
    a_matter(logbook, DAY)
    logbook.ledger.block(1, 2025, "", date(2026, 1, 8))
    logbook.ledger.block(1, 2025, "", date(2026, 1, 9))

    found = purge.tidying(logbook, date(2026, 1, 8)).due

    assert found == (
        Due(key(early), early.number, "pesten", date(2023, 2, 1), 1, Why.TOO_LONG,
            date(2025, 2, 1)),
        Due(key(own), own.number, "pesten", CLOSED, 1, Why.OWN_DATE, date(2025, 6, 1)),
        Due(key(late), late.number, "pesten", CLOSED, 1, Why.REPORTED, date(2026, 1, 8)),
    )  # fmt: skip


def test_each_organisation_has_its_own_reports(logbook: Logbook) -> None:
    school = logbook.organisations.save(Organisation("School", start_month=8))
    a_matter(logbook, DAY, closed=CLOSED)
    there = a_matter(logbook, DAY, closed=CLOSED, organisation=school.id)
    logbook.ledger.block(school.key, 2024, "", date(2025, 9, 1))

    assert [one.dossier for one in purge.tidying(logbook, date(2026, 1, 1)).due] == [there.id]


def test_an_open_dossier_is_quiet_and_never_due(logbook: Logbook) -> None:
    quiet = a_matter(logbook, date(2025, 1, 1), DAY)
    binned = logbook.conversations.save(
        Conversation(date(2025, 6, 1), ConversationKind.FIRST, Channel.PHONE, quiet.id)
    )
    logbook.conversations.bin(binned.id or 0, date(2025, 6, 1))
    a_matter(logbook, DAY, closed=CLOSED)
    a_matter(logbook, DAY, date(2025, 6, 1))

    found = purge.tidying(logbook, DAY + timedelta(days=90))

    assert found.quiet == (Quiet(key(quiet), quiet.number, "pesten", DAY),)
    assert purge.tidying(logbook, DAY + timedelta(days=89)).quiet == ()
    assert found.due == ()
    with pytest.raises(NotDue):
        destroy(logbook, [quiet])


def test_terms_are_kept_in_the_logbook_within_reason(logbook: Logbook) -> None:
    assert purge.terms(logbook) == Terms()

    purge.set_terms(logbook, Terms(5, 30, 7, when_reported=False))
    assert purge.terms(logbook) == Terms(5, 30, 7, when_reported=False)

    purge.set_terms(logbook, Terms(keep_years=-1))
    assert purge.terms(logbook).keep_years == 0


# --- the bin ----------------------------------------------------------------------------------


def _binned(logbook: Logbook, on: date = DAY, **fields: object) -> int:
    dossier = a_matter(logbook, DAY, **fields)  # type: ignore[arg-type]
    (row,) = notebook.dossier_page(logbook, key(dossier)).talks
    notebook.bin_talk(logbook, row.id, on)
    return row.id


def test_the_bin_is_emptied_for_good_and_leaves_no_row(logbook: Logbook) -> None:
    before = tallies(logbook, YEARS)
    for _ in range(3):
        _binned(logbook)

    assert emptying.delete_binned(logbook) == 3

    assert notebook.binned(logbook) == ()
    assert notebook.dossier_rows(logbook) == ()
    assert notebook.years(logbook) == ()
    assert tallies(logbook, YEARS) == before
    assert logbook.check() == 0


def test_only_what_was_chosen_and_lies_in_the_bin_is_deleted(logbook: Logbook) -> None:
    kept = _binned(logbook)
    chosen = _binned(logbook)
    live = a_matter(logbook, DAY)
    (row,) = notebook.dossier_page(logbook, key(live)).talks

    assert emptying.delete_binned(logbook, [chosen, row.id, 999]) == 1

    assert [one.talk.id for one in notebook.binned(logbook)] == [kept]
    assert notebook.dossier_page(logbook, key(live)).talks == (row,)


def test_only_what_lay_in_the_bin_for_thirty_days_is_old(logbook: Logbook) -> None:
    old, new = _binned(logbook, DAY), _binned(logbook, DAY + timedelta(days=1))
    today = DAY + timedelta(days=30)

    assert purge.tidying(logbook, today).over_bin_days == 1
    assert emptying.empty_old_bin(logbook, today) == 1
    assert emptying.empty_old_bin(logbook, today) == 0

    assert [one.talk.id for one in notebook.binned(logbook)] == [new]
    assert old != new


def test_a_dossier_stays_while_something_is_to_be_done_for_it(logbook: Logbook) -> None:
    talk = _binned(logbook)
    dossier = logbook.conversations.get(talk).dossier
    action = notebook.save_action(logbook, Action(DAY, "terugbellen", dossier))

    emptying.delete_binned(logbook)

    assert notebook.open_actions(logbook) == (action,)
    assert [row.id for row in notebook.dossier_rows(logbook)] == [dossier]


def test_a_dossier_with_another_talk_stays(logbook: Logbook) -> None:
    dossier = a_matter(logbook, DAY, CLOSED)
    late, early = notebook.dossier_page(logbook, key(dossier)).talks
    notebook.bin_talk(logbook, late.id, DAY)

    emptying.delete_binned(logbook)

    assert notebook.dossier_page(logbook, key(dossier)).talks == (early,)


# --- destroying -------------------------------------------------------------------------------


def test_nothing_is_destroyed_until_the_right_number_is_typed(logbook: Logbook) -> None:
    matters = [a_matter(logbook, DAY, closed=CLOSED) for _ in range(2)]
    ids = [key(matter) for matter in matters]

    for typed in ("", "1", "3", "twee", "2.0"):
        with pytest.raises(CountNotConfirmed) as told:
            purge.destroy(logbook, ids, typed, LATER)
        assert told.value.expected == 2
    assert len(notebook.dossier_rows(logbook)) == 2

    assert purge.destroy(logbook, [*ids, ids[0]], " 2 ", LATER) == 2
    assert notebook.dossier_rows(logbook) == ()


def test_all_of_them_or_none(logbook: Logbook) -> None:
    due = a_matter(logbook, DAY, closed=CLOSED)
    still_open = a_matter(logbook, DAY)
    before = tallies(logbook, YEARS)

    with pytest.raises(NotDue) as told:
        destroy(logbook, [due, still_open])
    assert told.value.number == still_open.number
    with pytest.raises(NotDue):
        destroy(logbook, [due], today=date(2026, 1, 1))
    with pytest.raises(Gone):
        purge.destroy(logbook, [key(due), 999], "2", LATER)

    assert len(notebook.dossier_rows(logbook)) == 2
    assert purge.tidying(logbook, LATER).destroyed == 0
    assert tallies(logbook, YEARS) == before


def test_what_was_destroyed_is_written_down_as_a_number(logbook: Logbook) -> None:
    destroy(logbook, [a_matter(logbook, DAY, closed=CLOSED)], LATER)
    destroy(logbook, [a_matter(logbook, DAY, closed=CLOSED) for _ in range(2)], LATER)

    assert purge.tidying(logbook, LATER) == Tidying((), (), 0, 3)
    assert purge.last_destroyed(logbook) == LATER


def test_a_year_keeps_counting_what_was_destroyed(logbook: Logbook) -> None:
    matters = [a_matter(logbook, date(2024, 11, 5), DAY, closed=CLOSED) for _ in range(4)]
    before, years = tallies(logbook, YEARS), notebook.years(logbook)

    destroy(logbook, matters)

    assert tallies(logbook, YEARS) == before
    assert notebook.years(logbook) == years == ((2025, 4), (2024, 4))
    assert notebook.years(logbook, 1) == years
    assert logbook.check() == 0


def test_years_that_live_on_in_rows_only_stand_among_the_others(logbook: Logbook) -> None:
    destroy(logbook, [a_matter(logbook, date(2019, 1, 1), closed=date(2019, 2, 1))])
    a_matter(logbook, DAY)

    assert notebook.years(logbook) == ((2025, 1), (2019, 1))


def test_what_stayed_keeps_its_year_when_later_years_begin_in_another_month(
    logbook: Logbook,
) -> None:
    (organisation,) = logbook.organisations.all()
    destroy(logbook, [a_matter(logbook, DAY, closed=CLOSED)])
    a_matter(logbook, DAY)

    logbook.organisations.save(replace(organisation, start_month=8))

    assert [tally.melders for tally in tallies(logbook, YEARS)] == [0, 2, 0]
    assert notebook.years(logbook, 1) == ((2025, 2),)
    (organisation,) = logbook.organisations.all()
    assert organisation.year(2025).end == organisation.year(2026).start


def test_a_talk_added_later_to_another_dossier_of_the_same_person_counts_them_once(
    logbook: Logbook,
) -> None:
    gone = a_matter(logbook, DAY, closed=CLOSED)
    stays = a_matter(logbook, date(2024, 6, 1), melders=gone.melders)
    destroy(logbook, [gone])

    entry = notebook.follow_up(logbook, key(stays), CLOSED)
    notebook.save_talk(logbook, entry, CLOSED)

    (tally,) = tallies(logbook, [2025])
    (line,) = tally.table(TableCode.KEY).lines
    assert [count.number for count in line.counts] == [1, 2, 2, 1]


def test_a_number_is_not_given_again(logbook: Logbook) -> None:
    first = a_matter(logbook, DAY, closed=CLOSED)
    destroy(logbook, [first])

    again = a_matter(logbook, DAY)

    assert (first.number, again.number) == ("2025-001", "2025-002")
    assert again.id != first.id


def test_everybody_in_two_dossiers_stays_one_melder(logbook: Logbook) -> None:
    one = a_matter(logbook, DAY, closed=CLOSED)
    shared = DossierMelder(one.melders[0].melder, MelderKind.PARENT)
    two = a_matter(logbook, DAY, closed=CLOSED, melders=(shared, DossierMelder()))
    before = tallies(logbook, YEARS)

    destroy(logbook, [one])
    assert tallies(logbook, YEARS)[1].melders == before[1].melders == 2
    assert notebook.dossier_page(logbook, key(two)).dossier == two

    destroy(logbook, [two])
    assert tallies(logbook, YEARS)[1].melders == 2
    assert logbook._connection.number("SELECT count(*) FROM melder") == 0
    assert logbook._connection.number("SELECT count(*) FROM melder_counted") == 0


def test_talks_in_the_bin_go_along_and_do_not_count(logbook: Logbook) -> None:
    matter = a_matter(logbook, DAY, CLOSED, closed=CLOSED)
    notebook.bin_talk(logbook, notebook.dossier_page(logbook, key(matter)).talks[0].id, CLOSED)
    before = tallies(logbook, YEARS)

    destroy(logbook, [matter])

    assert notebook.binned(logbook) == ()
    assert tallies(logbook, YEARS) == before


def test_links_and_actions_go_along(logbook: Logbook) -> None:
    gone = a_matter(logbook, DAY, closed=CLOSED)
    stays = a_matter(logbook, DAY, related=(key(gone),))
    notebook.save_action(logbook, Action(DAY, "terugbellen", gone.id))

    destroy(logbook, [gone])

    assert notebook.dossier_page(logbook, key(stays)).dossier.related == ()
    assert logbook.actions.all() == ()


def test_an_issued_overview_is_the_same_afterwards(logbook: Logbook) -> None:
    (organisation,) = logbook.organisations.all()
    kinds = [*MelderKind] * 4
    matters = [
        a_matter(logbook, DAY, CLOSED, closed=CLOSED, melders=(DossierMelder(kind=kind),),
                 subject=subject)
        for kind, subject in zip(kinds, ["pesten", "stalking", "misstand"] * 15, strict=False)
    ]  # fmt: skip
    before = year_overview(logbook, organisation, 2025)

    destroy(logbook, matters[::2])
    halfway = year_overview(logbook, organisation, 2025).report
    destroy(logbook, matters[1::2])
    after = year_overview(logbook, organisation, 2025)

    assert before.report == halfway == after.report
    assert before.tally == after.tally
    assert any(figure.isdigit() for *_, figure in report_rows(after.report))


# --- drafts -----------------------------------------------------------------------------------


def _draft(logbook: Logbook, name: str, dossier: int | None, **fields: object) -> None:
    talk = Conversation(DAY, ConversationKind.FIRST, Channel.PHONE, dossier=dossier)
    entry = replace(TalkEntry(talk, 1), **fields)  # type: ignore[arg-type]
    notebook.keep_draft(logbook, name, entry, f"2025-03-04T10:00:0{len(name)}")


def test_drafts_about_what_was_destroyed_go_and_others_stay(logbook: Logbook) -> None:
    gone, stays = a_matter(logbook, DAY, closed=CLOSED), a_matter(logbook, DAY)
    _draft(logbook, "a", gone.id)
    _draft(logbook, "b", stays.id)
    _draft(logbook, "c", None)

    destroy(logbook, [gone])

    assert {name for name, _ in notebook.drafts(logbook)} == {"b", "c"}


def test_a_draft_about_the_same_melder_is_told_of_their_other_dossier(logbook: Logbook) -> None:
    gone = a_matter(logbook, DAY, closed=CLOSED)
    alone = a_matter(logbook, DAY, closed=CLOSED)
    other = a_matter(logbook, DAY, melders=gone.melders)
    _draft(logbook, "x", None, same_melder_as=gone.id, consent_for="dit blijft")
    _draft(logbook, "xx", None, same_melder_as=alone.id)

    destroy(logbook, [gone, alone])

    entries = dict(notebook.drafts(logbook))
    assert entries["x"].same_melder_as == other.id
    assert entries["x"].consent_for == "dit blijft"
    assert entries["xx"].same_melder_as is None
    talk = replace(entries["xx"].conversation, subject="pesten")
    notebook.save_talk(logbook, replace(entries["xx"], conversation=talk), DAY, "xx")


def test_a_draft_about_a_talk_deleted_from_the_bin_goes(logbook: Logbook) -> None:
    talk = _binned(logbook)
    entry = notebook.entry_of(logbook, talk)
    notebook.keep_draft(logbook, "a", entry, "")

    emptying.delete_binned(logbook)

    assert notebook.drafts(logbook) == ()


# --- imports ----------------------------------------------------------------------------------


@pytest.fixture
def imported(logbook: Logbook) -> int:
    """An import of two dossiers, of which one is closed and has a subject of its own."""
    with logbook.transaction():
        id_ = logbook.imports.begin(DAY, "registratie van Jansen.xlsx")
        leaf = notebook.add_subject(logbook, "Iets eigens", MainClass.CONDUCT)
        logbook.imports.mark_subjects(id_, [leaf.code])
        for subject, closed in (("pesten", None), (leaf.code, CLOSED)):
            dossier = a_matter(logbook, DAY, closed=closed, subject=subject)
            for table in ("dossier", "conversation"):
                column = "id" if table == "dossier" else "dossier"
                logbook._connection.run(
                    f"UPDATE {table} SET import = ? WHERE {column} = ?", (id_, dossier.id)
                )
    return id_


def _destroy_row(logbook: Logbook, place: int) -> None:
    due = sorted(one.id for one in notebook.dossier_rows(logbook))[place]
    purge.destroy(logbook, [due], "1", LATER)


def test_an_import_of_which_part_was_destroyed_cannot_be_undone(
    logbook: Logbook, imported: int
) -> None:
    assert can_undo(logbook, imported)

    _destroy_row(logbook, 1)

    assert not can_undo(logbook, imported)
    with pytest.raises(ImportNotUndoable):
        undo_import(logbook, imported)


def test_of_an_import_that_was_destroyed_as_a_whole_no_name_is_left(
    logbook: Logbook, imported: int
) -> None:
    before = tallies(logbook, YEARS)
    notebook.close_dossier(logbook, 1, CLOSED)
    closed = tallies(logbook, YEARS)
    _destroy_row(logbook, 1)
    _destroy_row(logbook, 0)

    assert logbook.imports.all() == ()
    assert tallies(logbook, YEARS) == closed != before
    with pytest.raises(Gone):
        undo_import(logbook, imported)
    assert "Iets eigens" in {leaf.label for leaf in notebook.subjects(logbook)}


def test_a_subject_of_an_import_stays_while_a_destroyed_dossier_counts_under_it(
    logbook: Logbook, imported: int
) -> None:
    """Another dossier got the subject that the import made; then it was destroyed."""
    (leaf,) = [one for one in notebook.subjects(logbook) if one.custom]
    other = a_matter(logbook, DAY, closed=CLOSED, subject=leaf.code)
    destroy(logbook, [other])
    before = tallies(logbook, [2024])

    undo_import(logbook, imported)

    assert leaf.code in notebook.subjects(logbook)
    assert tallies(logbook, [2024]) == before
    assert tallies(logbook, [2025])[0].melders == 1


# --- a defect of ours -------------------------------------------------------------------------


def test_a_year_that_would_count_differently_undoes_it_all(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter = a_matter(logbook, DAY, closed=CLOSED)
    nothing: Callable[..., object] = lambda *_: ((), {})  # noqa: E731
    monkeypatch.setattr("vp_logboek.services.destroying.remains_of", nothing)

    with pytest.raises(RuntimeError, match="count differently"):
        destroy(logbook, [matter])

    assert notebook.dossier_page(logbook, key(matter)).dossier == matter
    assert purge.last_destroyed(logbook) is None
