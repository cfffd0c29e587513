"""Subjects, organisations, drafts, settings, actions, activities and imports."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.making import DAY, a_dossier, a_talk, reopen
from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import Dossier
from vp_logboek.domain.errors import Gone, NameNeeded, OrganisationExists, ReasonNeeded
from vp_logboek.domain.listing import DossierQuery, TalkQuery, TalkRow
from vp_logboek.domain.organisation import LevelChoice, Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.store.logbook import Logbook

SHA256 = "0" * 64


def test_everything_is_still_there_after_opening_again(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    dossier = a_dossier(logbook)
    action = logbook.actions.save(Action(DAY, "Één keer bellen", dossier.id, DAY))
    activity = logbook.activities.save(Activity(1, DAY, ActivityKind.ADVICE, 1.75, "één"))
    organisation = logbook.organisations.save(_full())
    tree, _ = logbook.subjects.tree().with_custom("Één eigen onderwerp", MainClass.CONFLICT)
    logbook.subjects.save(tree.with_retired("pesten"))
    logbook.settings.set("é", "één")
    logbook.drafts.keep("k", "{}", "2026-03-04T10:00:00")
    logbook.close()

    with reopen(path, passphrase) as again:
        assert again.actions.all() == (action,)
        assert again.activities.all() == (activity,)
        assert again.organisations.all()[1] == organisation
        assert again.subjects.tree() == tree.with_retired("pesten")
        assert again.settings.get("é") == "één"
        assert again.drafts.all() == (("k", "{}"),)


def _full() -> Organisation:
    return Organisation(
        "Een ander",
        start_month=9,
        remit=frozenset({MainClass.CONDUCT, MainClass.ADVICE}),
        columns=("stalking", "discriminatie"),
        hire_is_external=True,
        levels=(LevelChoice(0, Level.STRICT), LevelChoice(2027, Level.NONE, "De raad wil het.")),
    )


def test_an_organisation_can_be_changed_as_a_whole(logbook: Logbook) -> None:
    (before,) = logbook.organisations.all()
    wanted = replace(_full(), id=before.id)

    assert logbook.organisations.save(wanted) == wanted
    assert logbook.organisations.all() == (wanted,)


@pytest.mark.parametrize(
    "organisation, error",
    [
        (Organisation(" "), NameNeeded),
        (Organisation("gemeente VOORBEELD"), OrganisationExists),
        (Organisation("Een", levels=(LevelChoice(0, Level.NONE),)), ReasonNeeded),
        (Organisation("Een", id=99), Gone),
    ],
)
def test_an_organisation_that_will_not_do_is_refused(
    logbook: Logbook, organisation: Organisation, error: type[Exception]
) -> None:
    before = logbook.organisations.all()

    with pytest.raises(error):
        logbook.organisations.save(organisation)

    assert logbook.organisations.all() == before


def test_a_subject_tells_where_it_was_used(logbook: Logbook) -> None:
    dossier = a_dossier(logbook, subject="stalking", further_subjects=("pesten", "stalking"))
    a_talk(logbook, dossier, subject="stalking")

    assert logbook.subjects.used("stalking") == 3
    assert logbook.subjects.used("pesten") == 1
    assert logbook.subjects.used("fysiek") == 0


def test_a_draft_takes_the_place_of_the_one_before_and_can_be_dropped(logbook: Logbook) -> None:
    logbook.drafts.keep("een", "1", "2026-03-04T10:00:00")
    logbook.drafts.keep("twee", "2", "2026-03-04T11:00:00")
    logbook.drafts.keep("een", "3", "2026-03-04T12:00:00")

    assert logbook.drafts.all() == (("een", "3"), ("twee", "2"))
    logbook.drafts.drop("een")
    logbook.drafts.drop("een")
    assert logbook.drafts.get("een") is None
    assert logbook.drafts.get("twee") == "2"


def test_a_setting_is_none_until_it_is_set(logbook: Logbook) -> None:
    assert logbook.settings.get("a") is None
    logbook.settings.set("a", "1")
    logbook.settings.set("a", "2")
    assert logbook.settings.get("a") == "2"


def test_actions_come_earliest_first_and_those_done_are_not_open(logbook: Logbook) -> None:
    late = logbook.actions.save(Action(date(2026, 5, 1), "laat"))
    early = logbook.actions.save(Action(date(2026, 4, 1), "vroeg"))

    assert logbook.actions.open() == (early, late)
    done = logbook.actions.save(replace(early, done_on=DAY))
    assert logbook.actions.open() == (late,)
    assert logbook.actions.all() == (done, late)
    assert logbook.actions.get(done.id or 0) == done
    logbook.actions.remove(done.id or 0)
    with pytest.raises(Gone):
        logbook.actions.save(done)


def test_activities_can_be_changed_and_removed(logbook: Logbook) -> None:
    saved = logbook.activities.save(Activity(1, DAY, ActivityKind.ADVICE, 1))
    changed = logbook.activities.save(replace(saved, hours=2.5))

    assert logbook.activities.get(saved.id or 0) == changed
    logbook.activities.remove(saved.id or 0)
    assert logbook.activities.all() == ()
    with pytest.raises(Gone):
        logbook.activities.save(changed)


# --- imports ----------------------------------------------------------------------------------


@pytest.fixture
def imported(logbook: Logbook) -> int:
    """An import of one dossier with one talk and one activity, beside a dossier typed in."""
    a_talk(logbook, note="zelf getypt")
    with logbook.transaction():
        id_ = logbook.imports.begin(DAY, "registratie.xlsx")
        dossier = logbook.dossiers.save(Dossier(1, DAY, "pesten"), imported=id_)
        talk = replace(logbook.conversations.get(1), id=None, dossier=dossier.id)
        logbook.conversations.save(talk, imported=id_)
        logbook.activities.save(Activity(1, DAY, ActivityKind.ADVICE, 1), imported=id_)
    return id_


def _talks(logbook: Logbook) -> tuple[TalkRow, ...]:
    return logbook.conversations.rows(TalkQuery())


def test_an_import_is_told_and_can_be_undone_as_a_whole(logbook: Logbook, imported: int) -> None:
    last = logbook.imports.last()
    assert last is not None
    assert (last.id, last.day, last.label, last.talks) == (imported, DAY, "registratie.xlsx", 1)
    assert not logbook.imports.is_changed(imported)

    logbook.imports.remove(imported)

    assert logbook.imports.all() == ()
    assert logbook.imports.last() is None
    assert len(logbook.dossiers.rows(DossierQuery())) == 1
    assert [logbook.conversations.get(row.id).note for row in _talks(logbook)] == ["zelf getypt"]
    assert logbook.activities.all() == ()
    with pytest.raises(Gone):
        logbook.imports.remove(imported)
    assert logbook.check() == 0


def test_any_later_change_to_what_was_imported_is_noticed(logbook: Logbook, imported: int) -> None:
    dossier, talk = logbook.dossiers.get(2), logbook.conversations.get(2)
    activity = logbook.activities.all()[0]
    for change in (
        lambda: logbook.conversations.save(talk),
        lambda: logbook.conversations.bin(2, DAY),
        lambda: logbook.dossiers.save(dossier),
        lambda: logbook.activities.save(activity),
        lambda: a_talk(logbook, dossier),
        lambda: logbook.actions.save(Action(DAY, "bellen", 2)),
    ):
        with pytest.raises(ZeroDivisionError), logbook.transaction():  # noqa: PT012
            change()
            assert logbook.imports.is_changed(imported)
            raise ZeroDivisionError
    assert not logbook.imports.is_changed(imported)


def test_a_change_elsewhere_is_not_one_of_the_import(logbook: Logbook, imported: int) -> None:
    logbook.conversations.save(logbook.conversations.get(1))
    a_talk(logbook)

    assert not logbook.imports.is_changed(imported)


def test_an_import_counts_once_a_year_of_its_rows_was_issued(
    logbook: Logbook, imported: int
) -> None:
    logbook.ledger.block(1, 2025, "", DAY)
    assert not logbook.imports.is_counted(imported)

    logbook.ledger.block(1, 2026, "", DAY)
    assert logbook.imports.is_counted(imported)
