"""What held of an organisation in which year, and years that never share a day."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vp_logboek.domain.catchment import catchment, counted_year, first_open
from vp_logboek.domain.organisation import Organisation, Setup
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.subjects import MainClass

ALL = frozenset(MainClass)
SCHOOL = Organisation(
    "School",
    start_month=8,
    columns=("pesten",),
    setups=(
        Setup(0, 1, ALL, (), False),
        Setup(2027, 8, ALL, ("pesten",), False),
    ),
)
MONTHS = st.lists(st.integers(1, 12), min_size=1, max_size=5)


def _changing(months: list[int], gaps: list[int]) -> Organisation:
    """Another first month every so many years, from 2020 on."""
    years = [0, *(2020 + sum(gaps[: n + 1]) for n in range(len(months) - 1))]
    setups = tuple(
        Setup(year, month, ALL, (), False) for year, month in zip(years, months, strict=True)
    )
    return Organisation("Een", start_month=months[-1], setups=setups)


def test_a_year_has_the_settings_that_held_in_it() -> None:
    assert SCHOOL.in_year(2026).start_month == 1
    assert SCHOOL.in_year(2026).columns == ()
    assert SCHOOL.in_year(2027).columns == SCHOOL.in_year(2040).columns == ("pesten",)
    assert SCHOOL.in_year(2026).year(2027) == SCHOOL.year(2027)
    assert Organisation("Een", start_month=8).in_year(1999).start_month == 8


def test_two_with_the_same_fields_are_equal_whatever_held_before() -> None:
    assert replace(SCHOOL, setups=()) == SCHOOL
    assert replace(SCHOOL, start_month=9) != SCHOOL


@given(MONTHS, st.lists(st.integers(1, 3), min_size=5, max_size=5))
def test_every_day_lies_in_one_year_whatever_was_changed(
    months: list[int], gaps: list[int]
) -> None:
    one = _changing(months, gaps)
    years = [one.year(year) for year in range(2015, 2040)]

    for before, after in itertools.pairwise(years):
        assert before.end == after.start
        assert before.start < before.end
        assert before < after
    labels = [year.label for year in years]
    assert len(set(labels)) == len(labels)


@given(MONTHS, st.lists(st.integers(1, 3), min_size=5, max_size=5),
       st.dates(date(2016, 1, 1), date(2039, 1, 1)))  # fmt: skip
def test_the_year_of_a_day_is_the_one_it_lies_in(
    months: list[int], gaps: list[int], day: date
) -> None:
    one = _changing(months, gaps)
    year = one.year_of(day)

    assert day in year
    assert one.year(year.year) == year
    assert [y for y in range(2014, 2042) if day in one.year(y)] == [year.year]


def test_control_without_the_day_it_begins_the_years_would_share_days() -> None:
    """A calendar year after a school year, and a school year after a calendar year."""
    for setups in ((1, 8), (8, 1)):
        one = _changing(list(setups), [7] * 5)
        year, before = one.year(2027), one.year(2026)
        assert before.end == year.start
        assert before.end != replace(year, begins=None).start


@pytest.mark.parametrize(
    "before, after, label",
    [
        (1, 8, "2027-2028 (jan 2027 t/m jul 2028)"),
        (8, 1, "2027 (aug t/m dec)"),
        (12, 1, "2027 (dec)"),
        (1, 12, "2027-2028 (jan 2027 t/m nov 2028)"),
        (8, 9, "2027-2028 (aug 2027 t/m aug 2028)"),
        (9, 8, "2027-2028 (sep 2027 t/m jul 2028)"),
    ],
)
def test_a_year_after_a_change_tells_its_months(before: int, after: int, label: str) -> None:
    one = _changing([before, after], [7] * 5)

    assert one.year(2027).label == label
    assert one.year(2026).label == ("2026" if before == 1 else "2026-2027")
    assert one.year(2028).label == ("2028" if after == 1 else "2028-2029")


# --- when a change holds ----------------------------------------------------------------------


def test_a_change_holds_from_the_first_year_in_which_nothing_is_counted() -> None:
    one = Organisation("Een", start_month=8)

    assert one.first_free_year(None, ()) == 0
    assert one.first_free_year(date(2026, 7, 31), ()) == 2026
    assert one.first_free_year(date(2026, 8, 1), ()) == 2027
    assert one.first_free_year(date(2024, 8, 1), {2026}) == 2027
    assert one.first_free_year(None, {2026}) == 2027


def test_the_history_keeps_what_held_and_tells_nothing_twice() -> None:
    first = Organisation("Een")
    begun = first.setups_after((), 0)
    other = replace(first, start_month=8).setups_after(begun, 2027)

    assert begun == (Setup(0, 1, ALL, (), False),)
    assert other == (*begun, Setup(2027, 8, ALL, (), False))
    assert replace(first, start_month=9).setups_after(other, 2027)[-1] == Setup(
        2027, 9, ALL, (), False
    )
    assert first.setups_after(other, 2027) == begun
    assert first.setups_after(other, 2028) == (*other, Setup(2028, 1, ALL, (), False))
    assert replace(first, start_month=8).setups_after(begun, 0) == (Setup(0, 8, ALL, (), False),)


# --- where something counts that comes late ---------------------------------------------------


def test_what_comes_late_counts_in_the_first_open_year() -> None:
    one = Organisation("Een")

    assert first_open(2024, {2024, 2025, 2027}) == 2026
    assert first_open(2023, {2024}) == 2023
    assert counted_year(one, date(2024, 5, 1), {2024}) == 2025


@given(st.sets(st.integers(2020, 2028)), st.dates(date(2019, 1, 1), date(2030, 1, 1)), MONTHS)
def test_a_day_lies_in_the_catchment_of_the_year_it_counts_in_and_of_no_other(
    closed: set[int], day: date, months: list[int]
) -> None:
    one = _changing(months, [2] * 5)
    found = []
    for year in set(range(2015, 2040)) - closed:
        start, end = catchment(one, year, closed)
        if start <= day < end:
            found.append(year)

    assert found == [counted_year(one, day, closed)]


def test_a_year_is_a_year_wherever_it_begins() -> None:
    assert ReportingYear(2027, 8, date(2027, 8, 1)) == ReportingYear(2027, 8)
    later = ReportingYear(2027, 1, date(2027, 8, 1))
    assert (later.start, later.end) == (date(2027, 8, 1), date(2028, 1, 1))
    assert not later.is_over(later.end - timedelta(days=1))
