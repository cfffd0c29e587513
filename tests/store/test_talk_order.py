"""A long list as ids: it holds what the rows hold, in their order, and each month apart."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.services.releasing import ZUID_HOLLAND, came, only
from tests.store.making import a_dossier, a_talk
from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkOrder, TalkQuery
from vp_logboek.domain.subjects import MainClass
from vp_logboek.services.yearly_report import issue_overview
from vp_logboek.store.logbook import Logbook

WORDS = ("rooster", "Één ruzie", "O'Neill", "pesten", "")
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
QUERIES = (
    TalkQuery(), TalkQuery(year=2024), TalkQuery(organisation=1), TalkQuery(organisation=2),
    TalkQuery(main=MainClass.CONDUCT), TalkQuery(kind=ConversationKind.FOLLOW_UP, year=2025),
)  # fmt: skip


@pytest.fixture
def book(logbook: Logbook) -> Logbook:
    """Forty talks in two years, entered in another order than they were held, and odd days."""
    with logbook.transaction():
        for number in range(40):
            day = date(2024, 1, 1) + timedelta(days=number * 17 * 7 % 700)
            subject = ("pesten", "stalking")[number % 2]
            dossier = a_dossier(logbook, day, subject=subject)
            kind = list(ConversationKind)[number % 3]
            a_talk(logbook, dossier, day, kind=kind, note=WORDS[number % 5])
        for day in (FIRST, LAST):
            a_talk(logbook, on=day)
        binned = a_talk(logbook, note="rooster")
        logbook.conversations.bin(binned.id or 0, LAST)
    return logbook


@pytest.mark.parametrize("query", QUERIES)
def test_a_listing_holds_what_the_rows_hold(book: Logbook, query: TalkQuery) -> None:
    rows = book.conversations.rows(query)
    found = book.conversations.listing(query)
    assert found.ids == tuple(row.id for row in rows)
    months = Counter(row.on.replace(day=1) for row in rows)
    assert found.months == tuple(sorted(months.items(), reverse=True))
    assert book.conversations.rows_of(found.ids) == rows


@pytest.mark.parametrize(
    "text,words",
    [
        ("roos", {"rooster"}), ("een RUZ", {"Één ruzie"}), ("oneill", set[str]()),
        ("o'neill", {"O'Neill"}), ("ruz roos", set[str]()), ("...", set(WORDS)),
    ],
)  # fmt: skip
def test_a_word_is_looked_for_in_notes(book: Logbook, text: str, words: set[str]) -> None:
    found = book.conversations.listing(TalkQuery(year=2024, text=text)).ids
    notes = {id_: book.conversations.get(id_).note for id_ in _of_year(book, 2024)}
    assert found == tuple(id_ for id_, note in notes.items() if note in words)


def test_a_word_is_looked_for_in_subjects_and_numbers_too(book: Logbook) -> None:
    rows = book.conversations.rows(TalkQuery())
    by_label = book.conversations.listing(TalkQuery(text="pest")).ids
    assert by_label == tuple(
        row.id for row in rows
        if row.subject == "pesten" or book.conversations.get(row.id).note == "pesten"
    )  # fmt: skip
    one = rows[5]
    by_number = book.conversations.listing(TalkQuery(text=one.dossier_number)).ids
    assert by_number == (one.id,)


def test_a_limit_holds_for_a_search(book: Logbook) -> None:
    wanted = TalkQuery(text="roos")
    rows = book.conversations.rows(wanted)
    assert book.conversations.rows(replace(wanted, limit=2)) == rows[:2]


def test_a_listing_can_be_sorted_by_something_else(book: Logbook) -> None:
    rows, tree = book.conversations.rows(TalkQuery()), book.subjects.tree()
    ids = tuple(row.id for row in rows)
    for order, key in (
        (TalkOrder.DATE, lambda row: ""),
        (TalkOrder.SUBJECT, lambda row: tree.full_label(row.subject)),
        (TalkOrder.KIND, lambda row: row.kind.label),
        (TalkOrder.DOSSIER, lambda row: row.dossier_number),
    ):
        by_rows = sorted(rows, key=lambda row: (key(row), row.on, row.id))
        assert book.conversations.sorted_by(ids, order) == tuple(row.id for row in by_rows)


def test_a_talk_that_is_gone_by_now_is_left_out(book: Logbook) -> None:
    first, second, *_ = book.conversations.listing(TalkQuery()).ids
    rows = book.conversations.rows_of((second, 10_000, first))
    assert [row.id for row in rows] == [second, first]


def test_what_is_kept_for_the_next_letter_knows_every_change(book: Logbook) -> None:
    talks = book.conversations
    before = talks.listing(TalkQuery(text="roos")).ids
    base = talks._base
    talks.listing(TalkQuery(text="rooster"))
    assert talks._base is base, "a letter more asks no more than that"
    talks.bin(before[0], LAST)
    assert talks.listing(TalkQuery(text="roos")).ids == before[1:]
    talks.restore(before[0])
    assert talks.listing(TalkQuery(text="roos")).ids == before
    with book._connection.undone():
        talks.bin(before[0], LAST)
        assert talks.listing(TalkQuery(text="roos")).ids == before[1:]
    assert talks.listing(TalkQuery(text="roos")).ids == before
    assert talks.listing(TalkQuery(year=2024)).ids != talks.listing(TalkQuery()).ids


def test_an_empty_logbook_has_an_empty_listing(logbook: Logbook) -> None:
    assert logbook.conversations.listing(TalkQuery(text="iets")).ids == ()


def test_the_late_talks_are_those_that_count_in_another_year(
    logbook: Logbook, tmp_path: Path
) -> None:
    for subject, number in ZUID_HOLLAND.items():
        came(logbook, date(2025, 5, 6), subject, number)
    issue_overview(logbook, only(logbook), 2025, tmp_path / "2025.pdf", date(2026, 3, 4))
    moved, binned = logbook.conversations.listing(TalkQuery()).ids[:2]
    for id_, day in ((moved, date(2026, 1, 5)), (binned, date(2024, 1, 5))):
        logbook.conversations.save(replace(logbook.conversations.get(id_), on=day))
    logbook.conversations.bin(binned, date(2026, 3, 5))
    came(logbook, date(2025, 5, 7), "pesten")
    came(logbook, date(2026, 2, 7), "pesten")
    settled = logbook.conversations.counted_years(only(logbook))
    late = logbook.conversations.late(only(logbook))
    assert len(late) == 2
    assert set(late) == {one for one in settled if one.own != one.counts_in}
    for one in settled:
        assert logbook.conversations.counted_year(only(logbook), one.talk) == one


def _of_year(book: Logbook, year: int) -> tuple[int, ...]:
    return book.conversations.listing(TalkQuery(year=year)).ids
