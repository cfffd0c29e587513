"""Cells: dates, durations and closed lists, with property tests; nothing is guessed."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.importing import CANARY, TODAY
from vp_logboek.domain.conversation import Channel, Intervention, Referral
from vp_logboek.domain.dossier import ContactKind, Handling, MelderKind, Relation
from vp_logboek.services.import_cells import CellRefused, read_choice, read_choices, read_minutes
from vp_logboek.services.import_dates import EARLIEST, read_date
from vp_logboek.services.tables import Cell

DAYS = st.dates(EARLIEST, TODAY)
CELLS = st.one_of(
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
]  # fmt: skip
SHORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]


@given(DAYS)
def test_a_date_reads_the_same_however_it_is_written(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    written: list[Cell] = [
        day, datetime(y, m, d, 23, 59), (day - date(1899, 12, 30)).days,
        float((day - date(1899, 12, 30)).days) + 0.75, str((day - date(1899, 12, 30)).days),
        day.isoformat(), f"{y}-{m}-{d}", f"{day.isoformat()}T10:00:00", f"{day.isoformat()} 10:00",
        f"{d}-{m}-{y}", f"{d:02}-{m:02}-{y}", f"{d}/{m}/{y}", f"{d}.{m}.{y}", f" {d}-{m}-{y} ",
        f"{d}-{m}-{y} 09:30", f"{d} {MONTHS[m - 1]} {y}", f"{d} {SHORT[m - 1]} {y}",
        f"{d} {SHORT[m - 1]}. {y}", f"Ma {d} {MONTHS[m - 1].upper()} {y}",
        f"{d}-{SHORT[m - 1]}-{y}",
    ]  # fmt: skip
    assert [read_date(cell, TODAY) for cell in written] == [day] * len(written)


@pytest.mark.parametrize(
    "cell, said",
    [
        ("", "ontbreekt"),
        ("31-2-2020", "bestaat niet"),
        ("2019-13-01", "bestaat niet"),
        ("12/25/2019", "bestaat niet"),
        ("4-3-19", "vier cijfers"),
        ("4 mrt 19", "vier cijfers"),
        ("4 foo 2019", "niet te lezen"),
        ("volgende week", "niet te lezen"),
        ("2019", "niet te lezen"),
        (2019, "niet te lezen"),
        (True, "niet te lezen"),
        (float("nan"), "niet te lezen"),
        ("٤-٣-٢٠١٩", "niet te lezen"),
        ("4-3/2019", "niet te lezen"),
        (TODAY + timedelta(days=1), "na vandaag"),
        ("31-12-1989", "voor 1990"),
        (date(1900, 1, 1), "voor 1990"),
    ],
)
def test_a_date_that_cannot_be_true_is_refused_with_its_reason(cell: Cell, said: str) -> None:
    with pytest.raises(CellRefused, match=said):
        read_date(cell, TODAY)


@given(CELLS)
def test_any_cell_is_a_date_in_range_or_refused(cell: Cell) -> None:
    try:
        day = read_date(cell, TODAY)
    except CellRefused:
        return
    assert EARLIEST <= day <= TODAY


@given(st.integers(0, 1440))
def test_minutes_read_the_same_however_they_are_written(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    written: list[Cell] = [
        minutes, float(minutes), str(minutes), f"{minutes} min", f"{minutes} minuten",
        f"{minutes}min.", f"{hours}:{rest:02}", f"{hours}u{rest:02}", f"{hours} uur {rest} min",
        f"{hours} uur en {rest} minuten", timedelta(minutes=minutes),
    ]  # fmt: skip
    if minutes < 1440:
        written.append(time(hours, rest))
    assert [read_minutes(cell) for cell in written] == [minutes] * len(written)


def test_hours_may_have_a_comma_and_a_header_may_say_hours() -> None:
    assert [read_minutes(x) for x in ("1,5 uur", "1.5 u", "2 uur")] == [90, 90, 120]
    assert [read_minutes(x, in_hours=True) for x in ("1,5", 2, 0.75, "30 min")] == [90, 120, 45, 30]
    assert [read_minutes(x) for x in ("", "-", "onbekend")] == [None] * 3


@pytest.mark.parametrize("cell", ["lang", "1,5", 0.0625, "1:75", "1500", True, "9" * 5000, "-5"])
def test_a_duration_that_is_not_clear_is_refused(cell: Cell) -> None:
    with pytest.raises(CellRefused, match="De duur"):
        read_minutes(cell)


@given(CELLS, st.booleans())
def test_any_cell_is_a_duration_in_range_or_refused(cell: Cell, in_hours: bool) -> None:
    try:
        minutes = read_minutes(cell, in_hours)
    except CellRefused:
        return
    assert minutes is None or 0 <= minutes <= 1440


@pytest.mark.parametrize(
    "choices", [Channel, ContactKind, MelderKind, Handling, Relation, Referral]
)
def test_every_entry_is_found_by_its_label_and_its_code(choices: type[Channel]) -> None:
    for entry in choices:
        for name in (entry.value, entry.label, entry.label.upper(), f" {entry.label} "):
            assert read_choice(name, "contactwijze", choices) is entry


def test_not_known_is_empty_unless_the_list_has_it() -> None:
    assert read_choice("onbekend", "relatie", Relation) is Relation.UNKNOWN
    for text in ("onbekend", "-", "?", "n.v.t.", ""):
        assert read_choice(text, "contactwijze", Channel) is None


def test_an_unknown_value_is_refused_with_the_words_there_are_but_without_itself() -> None:
    with pytest.raises(CellRefused) as caught:
        read_choice(CANARY, "contactwijze", Channel)
    assert "contactwijze" in caught.value.reason
    assert "inloop" in caught.value.reason
    assert CANARY not in caught.value.reason


@pytest.mark.parametrize(
    "text",
    ["advies, nazorg", "advies; nazorg", "advies/nazorg", "Nazorg\nADVIES", "advies | nazorg,"],
)
def test_a_cell_may_hold_several_entries(text: str) -> None:
    found = read_choices(text, "interventies", Intervention)
    assert found == {Intervention.ADVICE, Intervention.AFTERCARE}


def test_several_entries_hold_no_unknown_one() -> None:
    found = read_choices("HR/politie, jurist of vakbond", "doorverwezen", Referral)
    assert found == {Referral.HR, Referral.POLICE, Referral.LAWYER_OR_UNION}
    assert read_choices("onbekend", "doorverwezen", Referral) == frozenset()
    with pytest.raises(CellRefused):
        read_choices("advies, koffie", "interventies", Intervention)


@given(st.text())
def test_any_text_is_an_entry_or_refused(text: str) -> None:
    for read in (read_choice, read_choices):
        with suppress(CellRefused):
            assert read(text, "doorverwezen", Referral) is not False
