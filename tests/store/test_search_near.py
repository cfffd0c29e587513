"""Words that resemble what was typed: only those of this logbook, and looking leaves no trace."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.making import a_dossier, a_talk
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.search_near import begins_like

LETTERS = st.text("abc", max_size=5)


@pytest.fixture
def book(logbook: Logbook) -> Logbook:
    a_talk(logbook, a_dossier(logbook, subject="stalking"), note="De pesterijen in het rooster.")
    a_talk(logbook, a_dossier(logbook), note="Één rooster, een geheel créatief voorstel")
    return logbook


@pytest.mark.parametrize(
    "typed, first",
    [
        ("pestrij", "pesterijen"),  # one letter is missing, and it is only the beginning
        ("roostre", "rooster"),  # two letters changed places
        ("roosterr", "rooster"),  # one too many
        ("ooster", "rooster"),  # the first is missing
        ("orooster", "rooster"),  # or one too many
        ("CREETIEF", "creatief"),  # capitals and accents make no difference
        ("stalcking", "stalking"),  # the label of a subject
        ("seksulee", "seksuele"),
        ("vorstl", "voorstel"),  # two letters of six are missing
        ("14", "014"), ("2026-7", "2026-007"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_understood(book: Logbook, typed: str, first: str) -> None:
    assert book.conversations.words_near(typed, 5)[:1] == (first,)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ab",
        "xyzzy",
        "vrste",  # of five letters only one may be wrong
        "rooste",  # what begins like it is found as it is
        "2026",
        "pest*",
        "a OR b",
        '"',
        "🙂🙂🙂",
        "é" * 10_000,
        "\ud800aa",
        "a\0bc",
    ],
)
def test_what_resembles_nothing_is_left_alone(book: Logbook, typed: str) -> None:
    assert book.conversations.words_near(typed, 5) == ()


def test_of_words_that_are_as_near_the_more_usual_one_comes_first(logbook: Logbook) -> None:
    for note in ("boos", "baas", "baas"):
        a_talk(logbook, note=note)
    assert logbook.conversations.words_near("bxas", 5) == ("baas",)
    assert logbook.conversations.words_near("bxos", 5) == ("boos",)
    assert logbook.conversations.words_near("bas", 2)[0] == "baas"


def test_a_word_that_is_no_longer_there_is_not_proposed(book: Logbook) -> None:
    talk = a_talk(book, note="hoofdkwartier")
    assert book.conversations.words_near("hoofdkwartir", 5) == ("hoofdkwartier",)
    book.conversations.save(
        talk.__class__(talk.on, talk.kind, talk.channel, talk.dossier, id=talk.id)
    )
    assert book.conversations.words_near("hoofdkwartir", 5) == ()


def test_looking_leaves_nothing_behind(book: Logbook, tmp_path: Path) -> None:
    files = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert files
    changes = book._connection.connection.total_changes
    assert book.conversations.words_near("pestrij", 5)
    connection = book._connection
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == files
    assert connection.connection.total_changes == changes
    assert connection.number("PRAGMA temp_store") == 2, "in memory"
    assert connection.number("PRAGMA secure_delete") == 1
    ((kept,),) = connection.all("SELECT v FROM conversation_text_config WHERE k = 'secure-delete'")
    assert kept == 1
    names = connection.all("SELECT name FROM main.sqlite_master WHERE name LIKE '%note_word%'")
    assert names == []


def away(typed: str, word: str) -> int:
    """Slowly and simply: the least number of slips between them."""
    if not typed or not word:
        return len(typed) + len(word)
    best = min(
        away(typed[1:], word) + 1, away(typed, word[1:]) + 1,
        away(typed[1:], word[1:]) + (typed[0] != word[0]),
    )  # fmt: skip
    if len(typed) > 1 < len(word) and typed[:2] == word[1::-1]:
        best = min(best, away(typed[2:], word[2:]) + 1)
    return best


@given(LETTERS, st.sets(LETTERS, max_size=8), st.integers(0, 2))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=80, deadline=None)
def test_each_word_that_begins_like_it_is_found_and_no_other(
    typed: str, words: set[str], most: int
) -> None:
    near = {
        word: min(away(typed, word[:length]) for length in range(len(word) + 1)) for word in words
    }
    expected = {word: slips for word, slips in near.items() if slips <= most}
    assert dict(begins_like(typed, sorted(words), most)) == expected
