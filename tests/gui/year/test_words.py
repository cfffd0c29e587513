"""What the year screen says."""

import pytest

from tests.gui.year.views import view
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Why
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.year.words import WHY, absent_sentence, level_sentence, not_seen_sentence

ENOUGH = {"pesten": 9, "met_collega": 9}


def test_each_reason_is_told_as_agreed() -> None:
    assert WHY[Why.SMALL] == "Dit aantal is te klein."
    assert WHY[Why.PROTECTS_ANOTHER] == (
        "Dit aantal is niet klein. "
        "Het is verborgen omdat anders een klein aantal is uit te rekenen."
    )


@pytest.mark.parametrize("level", Level)
def test_each_level_names_its_thresholds(level: Level) -> None:
    digits = {sign for sign in level_sentence(level) if sign.isdigit()}
    expected = {"ruim": {"3"}, "standaard": {"3", "5"}, "streng": {"5"}, "zonder-drempel": set()}
    assert digits == expected[level.value]


def test_tables_of_talks_are_named_as_never_seen() -> None:
    year = view(ENOUGH)
    said = not_seen_sentence(year.tally, year.report, Level.STANDARD)
    named = said.removesuffix(".").partition(": ")[2].split("; ")
    assert TableCode.CHANNEL.label in named
    assert TableCode.SUBJECT.label not in named


def test_below_twelve_melders_it_is_said_that_only_the_total_is_seen() -> None:
    year = view({"pesten": 8})
    assert "minder dan 12 melders" in not_seen_sentence(year.tally, year.report, Level.STANDARD)


def test_below_the_threshold_of_the_total_it_is_said_too() -> None:
    year = view({"pesten": 3})
    assert "minder dan 5 melders" in not_seen_sentence(year.tally, year.report, Level.STANDARD)


def test_without_a_threshold_nothing_is_said_to_be_unseen() -> None:
    year = view(ENOUGH, Level.NONE)
    assert not not_seen_sentence(year.tally, year.report, Level.NONE)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("code", TableCode)
def test_no_sentence_has_more_than_twenty_words(code: TableCode, level: Level) -> None:
    for numbers in (ENOUGH, {"pesten": 8}, {"pesten": 3}):
        year = view(numbers, level)
        said = f"{level_sentence(level)} {absent_sentence(code, year.tally, level)}"
        assert all(len(sentence.split()) <= 20 for sentence in said.split(". "))
