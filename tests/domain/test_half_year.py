"""Half a year: where it is cut, what adds up, and that nothing protects it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.making import dossier, facts, person, talk
from tests.draws import quiet_draw
from vp_logboek.domain.counts import Count
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.facts import Facts
from vp_logboek.domain.half_year import Half, HalfFacts, HalfTally, HalfYear, both_halves
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally

YEAR = ReportingYear(2025)


def of(half: Half, found: Facts) -> HalfFacts:
    return HalfFacts(HalfYear(YEAR, half), found)


def halves(first: Facts, second: Facts) -> tuple[HalfTally, HalfTally]:
    return both_halves(of(Half.FIRST, first), of(Half.SECOND, second))


@settings(max_examples=40)
@given(st.integers(1990, 2090), st.integers(1, 12))
def test_the_second_half_begins_six_months_after_the_first(year: int, month: int) -> None:
    whole = ReportingYear(year, month)
    cut = HalfYear(whole, Half.FIRST).cut
    months = (cut.year - whole.start.year) * 12 + cut.month - whole.start.month
    assert (months, cut.day) == (6, 1)


def test_a_short_year_is_cut_in_whole_months() -> None:
    """After a change of the first month: August to December."""
    short = ReportingYear(2027, 1, date(2027, 8, 1))
    assert HalfYear(short, Half.SECOND).cut == date(2027, 11, 1)
    assert HalfYear(short, Half.FIRST).months == "aug t/m okt"
    one_month = ReportingYear(2027, 1, date(2027, 12, 1))
    assert HalfYear(one_month, Half.SECOND).months == ""


def test_halves_are_named_after_their_year_and_months() -> None:
    school = HalfYear(ReportingYear(2025, 8), Half.FIRST)
    assert (school.label, school.months) == ("1e helft van 2025-2026", "aug 2025 t/m jan 2026")
    assert HalfYear(YEAR, Half.SECOND).months == "jul t/m dec"


def hours(tables: Tally | HalfTally) -> int:
    return tables.table(TableCode.KEY).lines[0].counts[3].number


minutes = st.lists(st.integers(0, 200), max_size=6)


@settings(max_examples=40)
@given(minutes, minutes)
def test_talks_and_whole_hours_of_both_halves_add_up_to_the_year(
    early: list[int], late: list[int]
) -> None:
    matter = {0: dossier("pesten", person(0))}
    first = facts([talk(0, minutes=long) for long in early], matter)
    second = facts([talk(0, minutes=long) for long in late], matter)
    year = Tally.of(facts([talk(0, minutes=long) for long in early + late], matter))
    one, other = halves(first, second)
    assert hours(one) + hours(other) == hours(year)
    assert hours(one) == hours(Tally.of(first))
    for code in (TableCode.TALK_SUBJECT, TableCode.TALK_KIND, TableCode.CHANNEL):
        for mine, rest, whole in zip(
            *(each.table(code).lines for each in (one, other, year)), strict=True
        ):
            assert mine.number + rest.number == whole.number


def test_who_came_in_both_halves_is_a_melder_in_both() -> None:
    matter = {0: dossier("pesten", person(0))}
    one, other = halves(facts([talk(0)], matter), facts([talk(0)], matter))
    for each in (one, other):
        assert each.table(TableCode.KEY).lines[0].counts[0] == Count(1, 1)


def test_half_a_year_cannot_be_protected_whatever_the_type_checker_is_told() -> None:
    matter = {0: dossier("pesten", person(0))}
    one, _ = halves(facts([talk(0)], matter), facts([], {}))
    year = Tally.of(facts([talk(0)], matter))
    draw = quiet_draw(year, Level.STANDARD)
    with pytest.raises(AttributeError):
        protect(one, Level.STANDARD, draw)  # type: ignore[arg-type]
    assert protect(year, Level.STANDARD, draw).report.fewer_than == 5
