"""What is told beside the answer to a search."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.making import a_dossier, a_talk
from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.subjects import MainClass
from vp_logboek.services.searching import Besides, besides
from vp_logboek.store.logbook import Logbook

THIS, LAST = date(2026, 3, 4), date(2025, 3, 4)


@pytest.fixture
def book(logbook: Logbook) -> Logbook:
    a_talk(logbook, a_dossier(logbook, THIS, subject="stalking"), THIS, note="over het rooster")
    a_talk(logbook, a_dossier(logbook, LAST), LAST, note="pesterij in het rooster")
    return logbook


def told(book: Logbook, **asked: object) -> Besides:
    query = TalkQuery(**asked)  # type: ignore[arg-type]
    return besides(book, query, len(book.conversations.listing(query).ids))


def test_who_asks_for_nothing_is_told_nothing(book: Logbook) -> None:
    assert told(book, year=2026) == told(book) == Besides()


def test_a_search_in_a_year_tells_of_all_years(book: Logbook) -> None:
    assert told(book, year=2026, text="rooster") == Besides(in_all_years=2)
    assert told(book, year=2026, text="pesterij") == Besides(in_all_years=1)
    assert told(book, text="rooster") == Besides()


def test_filters_that_leave_nothing_are_told_of(book: Logbook) -> None:
    asked = {"year": 2026, "text": "rooster", "main": MainClass.INTEGRITY}
    assert told(book, **asked) == Besides(0, 1)
    assert told(book, kind=ConversationKind.AFTERCARE) == Besides(None, 2)


@pytest.mark.parametrize(
    "asked, instead",
    [
        ({"text": "roostre"}, "rooster"),
        ({"text": "roostre pestrij"}, "rooster pesterij"),
        ({"text": "pestrij", "year": 2026}, "pesterij"),  # it is only in the other year
        ({"text": "stalking pesterij"}, ""),  # each is known, but not together
        ({"text": "rooster xyzzy"}, ""),
        ({"text": "1"}, "001"),
        ({"text": "a " * 400}, ""),
        ({"text": "*"}, ""),
    ],
)
def test_a_word_that_is_not_there_is_answered_with_one_that_is(
    book: Logbook, asked: dict[str, object], instead: str
) -> None:
    assert told(book, **asked).instead == instead


def test_a_word_that_another_year_has_is_not_answered_with_another_word(book: Logbook) -> None:
    a_talk(book, a_dossier(book, THIS), THIS, note="wat pesterig")
    assert told(book, year=2026, text="pesterij") == Besides(in_all_years=1)
    assert told(book, year=2026, text="pesterik").instead, "the control: it resembles one"


def test_what_lies_in_the_bin_is_not_proposed(book: Logbook) -> None:
    talk = a_talk(book, note="hoofdkwartier")
    assert told(book, text="hoofdkwartir").instead == "hoofdkwartier"
    book.conversations.bin(talk.id or 0, THIS)
    assert told(book, text="hoofdkwartir").instead == ""


def test_each_filter_of_the_list_narrows_it(book: Logbook) -> None:
    def found(**asked: object) -> list[str]:
        rows = book.conversations.rows(TalkQuery(**asked))  # type: ignore[arg-type]
        listed = book.conversations.listing(TalkQuery(**asked)).ids  # type: ignore[arg-type]
        assert listed == tuple(row.id for row in rows)
        return [row.subject for row in rows]

    assert found(subject="stalking") == ["stalking"]
    assert found(subject="stalking", main=MainClass.INTEGRITY) == []
    assert found(since=THIS) == ["stalking"]
    assert found(since=LAST, channel=Channel.PHONE) == ["stalking", "pesten"]
    assert found(text="omgangsv") == ["stalking", "pesten"], "the main class of both"


@given(
    st.text(max_size=30)
    | st.sampled_from(["a" * 10_000, '"', "NEAR(", "-", "* OR *", "🙂", "\ud800"])
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_no_text_at_all_makes_it_fail(book: Logbook, text: str) -> None:
    instead = told(book, year=2026, text=text).instead
    assert not instead or book.conversations.listing(TalkQuery(text=instead)).ids
