"""What the settings say."""

from datetime import date

import pytest

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.organisation import LevelChoice, Organisation
from vp_logboek.gui.settings import words

SCHOOL = Organisation("School", start_month=8)


def test_a_change_holds_from_the_next_school_year() -> None:
    said = words.when_it_holds(SCHOOL, date(2026, 3, 4))
    assert said.startswith("Een ander niveau geldt vanaf 1 augustus 2026.")


def test_which_level_holds_now_and_later() -> None:
    assert words.holds(SCHOOL, date(2026, 3, 4)) == "In 2025-2026 geldt Standaard, en daarna ook."


def test_without_a_threshold_the_reason_stands_beside_it() -> None:
    levels = (
        LevelChoice(2020, Level.NONE, "De raad wil alles zien."),
        LevelChoice(2027, Level.STRICT),
    )
    said = words.holds(Organisation("Gemeente", levels=levels), date(2026, 3, 4))
    assert said == (
        "In 2026 geldt Zonder drempel. Reden: De raad wil alles zien. Vanaf 2027 geldt Streng."
    )


@pytest.mark.parametrize("level", Level)
def test_each_level_is_explained_in_short_sentences(level: Level) -> None:
    assert all(len(sentence.split()) <= 20 for sentence in words.explained(level).split(". "))


def test_hints_are_short_sentences_too() -> None:
    hints = [text for name, text in vars(words).items() if name.endswith("_HINT")]
    assert hints
    for hint in (*hints, words.FIXED_SUBJECT):
        assert all(len(sentence.split()) <= 20 for sentence in hint.split(". "))
