"""Quiet dossiers that are left open on purpose."""

from datetime import date, timedelta

import pytest

from tests.services.keeping import a_matter, key
from vp_logboek.domain.dossier import Dossier
from vp_logboek.domain.errors import Gone
from vp_logboek.services import notebook, purge, quiet
from vp_logboek.store.logbook import Logbook

DAY = date(2025, 3, 4)
TODAY = date(2026, 3, 4)
DAYS = 90


def asked(logbook: Logbook, today: date) -> list[int]:
    found = purge.tidying(logbook, today).quiet
    return [one.dossier for one in quiet.to_ask_about(logbook, found, DAYS, today)]


@pytest.fixture
def two(logbook: Logbook) -> tuple[Dossier, Dossier]:
    return a_matter(logbook, DAY), a_matter(logbook, DAY + timedelta(days=1))


def test_what_may_go_on_is_asked_about_again_after_as_many_days(
    logbook: Logbook, two: tuple[Dossier, Dossier]
) -> None:
    one, other = (key(dossier) for dossier in two)
    assert asked(logbook, TODAY) == [one, other]
    quiet.let_run(logbook, [one], TODAY)
    assert asked(logbook, TODAY) == [other]
    assert asked(logbook, TODAY + timedelta(days=DAYS - 1)) == [other]
    assert asked(logbook, TODAY + timedelta(days=DAYS)) == [one, other]


def test_it_can_be_taken_back(logbook: Logbook, two: tuple[Dossier, Dossier]) -> None:
    one, other = (key(dossier) for dossier in two)
    quiet.let_run(logbook, [one, other], TODAY)
    quiet.ask_again(logbook, [one])
    assert asked(logbook, TODAY) == [one]


def test_closing_is_for_all_or_for_none(logbook: Logbook, two: tuple[Dossier, Dossier]) -> None:
    one, other = (key(dossier) for dossier in two)
    with pytest.raises(Gone):
        quiet.close(logbook, [one, 99], TODAY)
    assert len(notebook.dossier_rows(logbook, open_only=True)) == 2
    quiet.close(logbook, [one, other], TODAY)
    assert notebook.dossier_rows(logbook, open_only=True) == ()
    quiet.reopen(logbook, [other])
    assert [row.id for row in notebook.dossier_rows(logbook, open_only=True)] == [other]


def test_of_what_was_destroyed_nothing_is_remembered(
    logbook: Logbook, two: tuple[Dossier, Dossier]
) -> None:
    one, _ = (key(dossier) for dossier in two)
    quiet.let_run(logbook, [one], TODAY)
    assert TODAY.isoformat() in (logbook.settings.get(quiet.SETTING) or "")
    notebook.close_dossier(logbook, one, TODAY)
    purge.destroy(logbook, [one], "1", TODAY + timedelta(days=1000))
    assert TODAY.isoformat() not in (logbook.settings.get(quiet.SETTING) or "")
