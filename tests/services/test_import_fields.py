"""Which column holds which field."""

import pytest

from vp_logboek.domain.errors import ColumnMissing, UnknownField
from vp_logboek.services.import_fields import find_fields, recognise_fields
from vp_logboek.services.import_headers import Field


def test_the_headers_of_the_published_cases_are_recognised() -> None:
    headers = [
        "datum", "dossier", "onderwerp", "aard", "soort gesprek", "contactwijze", "type melder",
        "duur", "afhandeling", "uitkomst", "maatregel", "aantekening", "melder", "organisatie",
    ]  # fmt: skip
    fields = recognise_fields(headers)
    assert [field.label for field, _ in sorted(fields.columns.items(), key=lambda x: x[1])] == (
        headers
    )
    assert fields.ignored == ()


def test_capitals_accents_and_synonyms_do_not_matter() -> None:
    fields = recognise_fields(["Gespreksdatum", "THEMA", "Doorverwezen naar:", "Notitie(s)"])
    assert set(fields.columns) == {Field.DATE, Field.SUBJECT, Field.REFERRALS, Field.NOTE}


def test_a_column_that_is_just_called_soort_is_the_kind_of_talk() -> None:
    fields = recognise_fields(["Datum", "Onderwerp", "Soort", "Soort melder"])
    assert (fields.columns[Field.KIND], fields.columns[Field.MELDER_KIND]) == (2, 3)
    fields = recognise_fields(["Datum", "Onderwerp", "Soort", "Soort gesprek"])
    assert fields.columns[Field.KIND] == 3


def test_the_exact_name_wins_from_a_synonym_and_the_other_is_said() -> None:
    fields = recognise_fields(["Opmerkingen", "Onderwerp", "Datum", "Aantekening", "Schoenmaat"])
    assert fields.columns[Field.NOTE] == 3
    assert fields.ignored == ("Opmerkingen", "Schoenmaat")


def test_what_the_user_chose_comes_first() -> None:
    headers = ["datum", "Wanneer", "Waarover"]
    fields = recognise_fields(headers, {"datum": "wanneer", "Onderwerp": "Waarover"})
    assert fields.columns == {Field.DATE: 1, Field.SUBJECT: 2}


def test_one_column_may_be_chosen_for_two_fields() -> None:
    chosen = {"dossier": "Wie", "melder": "Wie"}
    fields = recognise_fields(["datum", "onderwerp", "Wie"], chosen)
    assert fields.columns[Field.DOSSIER] == fields.columns[Field.MELDER] == 2


def test_a_field_chosen_with_no_column_is_not_taken_over() -> None:
    fields = recognise_fields(["datum", "onderwerp", "Afgesloten"], {"gesloten": ""})
    assert Field.CLOSED not in fields
    assert fields.ignored == ("Afgesloten",)


def test_an_unknown_field_or_column_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownField) as caught:
        find_fields(["datum"], {"schoenmaat": "datum"})
    assert "soort gesprek" in caught.value.known
    with pytest.raises(UnknownField) as caught:
        find_fields(["Dag van gesprek"], {"datum": "Dag"})
    assert caught.value.known == ("Dag van gesprek",)


@pytest.mark.parametrize("headers, missing", [(["onderwerp"], "datum"), (["datum"], "onderwerp")])
def test_a_date_and_a_subject_are_required(headers: list[str], missing: str) -> None:
    with pytest.raises(ColumnMissing) as caught:
        recognise_fields(headers)
    assert caught.value.field == missing
    assert find_fields(headers).missing() == (Field(missing),)


def test_a_note_in_the_first_row_is_not_repeated_as_a_header() -> None:
    note = "Kanariepietje kwam langs en vertelde uitvoerig over de afdeling."
    with pytest.raises(ColumnMissing) as caught:
        recognise_fields(["2019-01-02", note])
    assert caught.value.headers == ()


@pytest.mark.parametrize(
    "header, in_hours",
    [("duur", False), ("Duur (min)", False), ("Duur (uur)", True), ("Uren", True)],
)
def test_a_header_can_say_that_durations_are_in_hours(header: str, in_hours: bool) -> None:
    assert find_fields([header]).in_hours is in_hours
