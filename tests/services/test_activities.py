"""Activities by year: each in the reporting year of its own organisation."""

from datetime import date

from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.activities import by_year, grouped
from vp_logboek.store.logbook import Logbook

TODAY = date(2026, 3, 4)
TOWN = Organisation("Gemeente", id=1)
SCHOOL = Organisation("School", start_month=8, id=2)


def activity(organisation: int, on: date, hours: float = 1.5) -> Activity:
    return Activity(organisation, on, ActivityKind.INFORMATION, hours)


def test_each_activity_is_of_the_year_of_its_organisation() -> None:
    spring = date(2026, 2, 1)
    found = grouped([activity(1, spring), activity(2, spring)], [TOWN, SCHOOL], TODAY)
    assert [(year.year, [one.organisation for one in year.activities]) for year in found] == [
        (2026, [1]),
        (2025, [2]),
    ]


def test_an_activity_before_a_change_of_the_first_month_stays_in_its_year() -> None:
    later = Organisation(
        "School", start_month=8, id=2, setups=SCHOOL.setups_after((TOWN.setup_from(0),), 2026)
    )
    (year,) = [y for y in grouped([activity(2, date(2025, 3, 1))], [later], TODAY) if y.activities]
    assert year.year == 2025, "by the first month of now it would be 2024"


def test_the_present_year_is_there_without_activities(logbook: Logbook) -> None:
    (year,) = by_year(logbook, TODAY)
    assert (year.year, year.activities, year.hours) == (2026, (), 0)


def test_a_year_is_called_as_its_organisations_call_it() -> None:
    assert grouped([], [SCHOOL], TODAY)[0].label == "2025-2026"
    labels = [year.label for year in grouped([], [TOWN, SCHOOL], TODAY)]
    assert labels == ["2026", "2025"], "where they differ only the number"


def test_hours_are_added_up(logbook: Logbook) -> None:
    for hours in (1.5, 0.75):
        logbook.activities.save(activity(1, date(2026, 1, 5), hours))
    assert by_year(logbook, TODAY)[0].hours == 2.25
