"""Half-open reporting years: every day lies in exactly one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vp_logboek.domain.period import ReportingYear

days = st.dates(date(1990, 1, 2), date(2090, 12, 30))
months = st.integers(1, 12)


@given(days, months)
def test_every_day_lies_in_its_own_year_and_in_no_neighbour(day: date, month: int) -> None:
    year = ReportingYear.of(day, month)

    assert day in year
    assert day not in ReportingYear(year.year - 1, month)
    assert day not in ReportingYear(year.year + 1, month)


@given(st.integers(1990, 2090), months)
def test_years_meet_without_gap_or_overlap(year: int, month: int) -> None:
    this, following = ReportingYear(year, month), ReportingYear(year + 1, month)

    assert this.end == following.start == this.last_day + timedelta(days=1)


def test_a_school_year_is_named_after_the_year_it_begins_in() -> None:
    assert ReportingYear.of(date(2022, 7, 31), 8) == ReportingYear(2021, 8)
    assert ReportingYear(2021, 8).label == "2021-2022"
    assert ReportingYear(2021).label == "2021"


def test_a_year_may_be_issued_only_after_its_last_day() -> None:
    year = ReportingYear(2025)

    assert not year.is_over(date(2025, 12, 31))
    assert year.is_over(date(2026, 1, 1))
