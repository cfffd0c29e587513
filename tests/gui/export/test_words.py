"""What the export says."""

from datetime import date

import pytest

from tests.gui.year.views import view
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.period import ReportingYear
from vp_logboek.gui.export import words


@pytest.mark.parametrize(
    "period,name",
    [
        (ReportingYear(2026), "jaaroverzicht-vertrouwenspersoon-2026.pdf"),
        (ReportingYear(2026, 8), "jaaroverzicht-vertrouwenspersoon-2026-2027.pdf"),
    ],
)
def test_the_name_of_the_file(period: ReportingYear, name: str) -> None:
    assert words.default_name(period) == name


def test_a_school_year_is_told_in_days() -> None:
    assert words.days(ReportingYear(2026, 8)) == "1 augustus 2026 tot en met 31 juli 2027"


def test_the_text_says_hidden_and_never_the_number() -> None:
    year = view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2})
    said = words.as_text(year.report, concept=False)
    assert "Onveiligheid: verborgen" in said
    assert words.CONCEPT not in said


def test_too_few_melders_are_told_as_fewer_than() -> None:
    year = view({"pesten": 3})
    assert "Minder dan 5 melders in dit jaar" in words.as_text(year.report, concept=True)
    assert words.contents(year.report)[0] == "Aantal melders: minder dan 5"


def test_without_a_threshold_the_result_says_that_small_numbers_are_shown() -> None:
    year = view({"pesten": 1, "met_collega": 12}, Level.NONE)
    assert words.ALL_SHOWN in words.result_lines(year.report, date(2026, 3, 4))


def test_no_word_promises_what_only_the_ledger_will_do() -> None:
    year = view({"pesten": 12})
    said = " ".join([*words.result_lines(year.report, date(2026, 3, 4)), words.WHEN_TO_ISSUE])
    assert "verandert dit jaar niet" not in said
    assert "telt in" not in said


def test_no_sentence_has_more_than_twenty_words() -> None:
    year = view({"pesten": 12})
    said = [
        words.WHEN_TO_ISSUE, words.STEPS, words.NEVER_IN_IT, words.ABOUT_HIDDEN,
        words.NOTHING_HIDDEN, words.ALL_SHOWN, words.ISSUED_BEFORE,
        words.not_over(ReportingYear(2026)),
        *words.result_lines(year.report, date(2026, 3, 4)),
    ]  # fmt: skip
    sentences = [one for text in said for one in text.replace("? ", ". ").split(". ")]
    assert [one for one in sentences if len(one.split()) > 20] == []
