"""When a dossier is due: after its report, after some years at most, or on a day of its own."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vp_logboek.domain.retention import (
    Closed,
    Terms,
    Why,
    due_since,
    is_over_bin_days,
    is_quiet,
    years_later,
)

CLOSED = date(2025, 5, 20)
ISSUED = date(2026, 1, 15)
TERMS = Terms()
DAY = timedelta(days=1)


def test_the_defaults_are_two_years_ninety_days_and_a_bin_of_thirty() -> None:
    assert Terms() == Terms(2, 90, 30, when_reported=True)


def test_a_closed_dossier_is_due_once_the_overview_that_counts_its_closing_was_issued() -> None:
    dossier = Closed(CLOSED, ISSUED)

    assert due_since(dossier, TERMS, ISSUED) == (Why.REPORTED, ISSUED)
    assert due_since(dossier, TERMS, ISSUED - DAY) is None
    assert due_since(Closed(CLOSED), TERMS, ISSUED) is None


def test_without_a_report_a_dossier_is_due_after_two_years() -> None:
    due = date(2027, 5, 20)

    assert due_since(Closed(CLOSED), TERMS, due - DAY) is None
    assert due_since(Closed(CLOSED), TERMS, due) == (Why.TOO_LONG, due)
    assert due_since(Closed(CLOSED, ISSUED), Terms(when_reported=False), ISSUED) is None


def test_a_report_that_comes_after_the_term_is_not_the_reason() -> None:
    late = date(2028, 1, 1)

    assert due_since(Closed(CLOSED, late), TERMS, late) == (
        Why.TOO_LONG, date(2027, 5, 20),
    )  # fmt: skip


@pytest.mark.parametrize("own", [date(2025, 6, 1), date(2033, 1, 1)], ids=["sooner", "later"])
def test_a_day_of_its_own_takes_the_place_of_the_terms(own: date) -> None:
    dossier = Closed(CLOSED, ISSUED, own)

    assert due_since(dossier, TERMS, own - DAY) is None
    assert due_since(dossier, TERMS, own) == (Why.OWN_DATE, own)


def test_nothing_is_due_before_it_was_closed() -> None:
    dossier = Closed(CLOSED, own_date=date(2025, 1, 1))

    assert due_since(dossier, TERMS, CLOSED) == (Why.OWN_DATE, CLOSED)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 20))
def test_a_term_in_years_is_never_more_than_a_day_off(day: date, years: int) -> None:
    later = years_later(day, years)

    assert later.year == day.year + years
    assert later >= day
    assert (later.month, later.day) in {(day.month, day.day), (3, 1)}


def test_quiet_is_ninety_days_and_the_bin_thirty() -> None:
    assert not is_quiet(CLOSED, TERMS, CLOSED + 89 * DAY)
    assert is_quiet(CLOSED, TERMS, CLOSED + 90 * DAY)
    assert not is_over_bin_days(CLOSED, TERMS, CLOSED + 29 * DAY)
    assert is_over_bin_days(CLOSED, TERMS, CLOSED + 30 * DAY)


def test_terms_out_of_all_reason_become_the_nearest_that_are_not() -> None:
    assert Terms(-1, 0, -5).within_reason() == Terms(0, 1, 0)
    assert Terms(10**6, 10**6, 10**6).within_reason() == Terms(20, 3650, 365)
    assert Terms().within_reason() == Terms()
