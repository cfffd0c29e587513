"""What a search finds, beside the same in plain Python."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.making import a_dossier, a_talk
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.search import plain

WORDS = ("rooster", "Één", "ruzie", "overleg", "pesten", "2026", "001")
WORD = st.sampled_from([*WORDS, "pest", "stalk", "roo", "een", "00", "3", "omgang", "xyz", "..."])


@pytest.fixture
def book(logbook: Logbook) -> Logbook:
    """Notes of a few of the words; *overleg* stands in every one, also in the bin."""
    with logbook.transaction():
        for number in range(24):
            held = date(2024 + number % 3, 1 + number % 12, 5)
            home = a_dossier(logbook, held, subject=("pesten", "stalking")[number % 2])
            kept = [word for bit, word in enumerate(WORDS[:3]) if number >> bit & 1]
            talk = a_talk(logbook, home, held, note=" ".join([*kept, "overleg"]))
            if number % 5 == 0:
                logbook.conversations.bin(talk.id or 0, held)
    return logbook


def holds(book: Logbook, id_: int, word: str) -> bool:
    talk = book.conversations.get(id_)
    dossier = book.dossiers.get(talk.dossier or 0)
    leaf = book.subjects.tree().leaf(talk.subject or dossier.subject)
    said = plain(f"{talk.note} {leaf.label} {leaf.main.label}").split()
    number = dossier.number or ""
    in_number = word[0].isdigit() and number.startswith(word)
    in_serial = word.isdigit() and len(word) >= 3 and number[5:] == word
    return in_number or in_serial or any(one.startswith(plain(word)) for one in said)


@given(st.lists(WORD, max_size=4), st.sampled_from([None, 2024, 2026]))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_every_word_is_found_somewhere(book: Logbook, words: list[str], year: int | None) -> None:
    everything = book.conversations.listing(TalkQuery(year)).ids
    asked = [word for word in words if any(char.isalnum() for char in word)]
    expected = [id_ for id_ in everything if all(holds(book, id_, word) for word in asked)]
    found = book.conversations.listing(TalkQuery(year, text=" ".join(words)))
    assert list(found.ids) == expected
    assert sum(talks for _, talks in found.months) == len(expected)


def test_a_word_of_every_note_finds_what_is_asked_for_alone(book: Logbook) -> None:
    for year in (None, 2025):
        everything = book.conversations.listing(TalkQuery(year)).ids
        assert 0 < len(everything) < 24, "others lie in the bin"
        assert book.conversations.listing(TalkQuery(year, text="over")).ids == everything


def test_a_word_of_as_many_talks_in_the_bin_as_there_are_others_is_found_in_none(
    logbook: Logbook,
) -> None:
    gone, other = a_talk(logbook, note="vlinder"), a_talk(logbook, note="iets")
    logbook.conversations.bin(gone.id or 0, gone.on)
    assert logbook.conversations.listing(TalkQuery(text="vlinder")).ids == ()
    assert logbook.conversations.listing(TalkQuery(text="iets")).ids == (other.id,), "the control"
