"""Words drawn by lot for a passphrase, and how strong what somebody typed is."""

import hashlib
import math
import re
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from zxcvbn.matching import RANKED_DICTIONARIES

from tests.conftest import PASSPHRASE
from vp_logboek.domain.errors import (
    LogbookError,
    PassphraseProblem,
    PassphraseRefused,
    WrongPassphrase,
)
from vp_logboek.resources import resource
from vp_logboek.services import backups, passphrase, strength
from vp_logboek.services.strength import strength as judged
from vp_logboek.store.logbook import CHEAPEST, Logbook, open_logbook

NEW = "zes heel andere woorden dan eerst"


@pytest.fixture
def words() -> list[str]:
    return resource("words", "passphrase.txt").read_text("utf-8").split("\n")[:-1]


def test_the_words_are_plain_and_six_of_them_are_75_bits(words: list[str]) -> None:
    assert all(re.fullmatch("[a-z]{3,9}", word) for word in words)
    assert words == sorted(set(words))
    assert math.log2(len(words)) * passphrase.WORDS >= 75


def test_no_two_words_sound_alike(words: list[str]) -> None:
    assert not {"hart", "hard"} <= set(words)
    assert not {"lijden", "leiden"} <= set(words)


@pytest.mark.parametrize("word", ["moord", "kanker", "moslim", "hoer", "pesten", "dood"])
def test_what_hurts_is_not_in_the_list(words: list[str], word: str) -> None:
    assert not [each for each in words if word in each]


@pytest.mark.parametrize("name", ["passphrase.txt", "known.txt"])
def test_the_lists_are_those_the_readme_describes(name: str) -> None:
    digest = hashlib.sha256(resource("words", name).read_bytes()).hexdigest()

    assert digest in resource("words", "README.md").read_text("utf-8")


def test_a_suggestion_is_six_words_of_the_list_and_never_the_same(words: list[str]) -> None:
    suggested = [passphrase.suggest() for _ in range(50)]

    assert len(set(suggested)) == 50
    assert all(len(each.split(" ")) == 6 and set(each.split()) <= set(words) for each in suggested)


def test_it_is_drawn_by_the_lot_for_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["aap", "noot", "mies", "wim", "zus", "jet"])
    monkeypatch.setattr(passphrase.secrets, "choice", lambda _words: next(drawn))

    assert passphrase.suggest() == "aap noot mies wim zus jet"


def test_a_suggestion_is_strong() -> None:
    assert {judged(passphrase.suggest()).score for _ in range(30)} == {4}


@pytest.mark.parametrize(
    "typed",
    ["Gemeente2026!", "vertrouwenspersoon", "Welkom01!", "fietsenstalling12", "zonnebloem2024",
     "W3lk0m!", "Z0nnebl0em2024", "arbeidsongeschiktheidsverzekering", "Burgemeester#1",
     "vérzékering2026", "ikhouvanjou", "nietvergeten"],
)  # fmt: skip
def test_a_dutch_word_with_a_year_behind_it_is_soon_guessed(typed: str) -> None:
    assert judged(typed).score < 2


def test_spaces_between_common_words_are_no_secret() -> None:
    assert judged("ik hou van jou").score < judged("kaatsen jouw sokkel olm").score


def test_without_the_list_a_long_dutch_word_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: this is why the list is there."""
    typed = "arbeidsongeschiktheidsverzekering"
    assert judged(typed).score == 1

    monkeypatch.setattr(strength, "_measure", strength._measure.__wrapped__)  # what was not cached
    monkeypatch.setattr(strength, "_known", frozenset)
    monkeypatch.delitem(RANKED_DICTIONARIES, "dutch")
    assert judged(typed).score == 4


# --- changing it ------------------------------------------------------------------------------


def test_the_passphrase_is_changed(logbook: Logbook, path: Path) -> None:
    passphrase.change(logbook, PASSPHRASE, NEW).close()

    open_logbook(path, NEW, accept=(CHEAPEST,)).close()
    with pytest.raises(WrongPassphrase):
        open_logbook(path, PASSPHRASE, accept=(CHEAPEST,))


@pytest.mark.parametrize(
    "old, new, error",
    [
        ("iets anders", NEW, WrongPassphrase()),
        ("", NEW, WrongPassphrase()),
        (PASSPHRASE + " ", NEW, WrongPassphrase()),
        ("a" * 1001, NEW, WrongPassphrase()),
        (PASSPHRASE, "", PassphraseRefused(PassphraseProblem.EMPTY)),
        (PASSPHRASE, "welkom01", PassphraseRefused(PassphraseProblem.TOO_WEAK)),
        (PASSPHRASE, "xk3 " * 251, PassphraseRefused(PassphraseProblem.TOO_LONG)),
    ],
)
def test_what_will_not_do_changes_nothing(
    logbook: Logbook, path: Path, old: str, new: str, error: LogbookError
) -> None:
    with pytest.raises(type(error)) as refused:
        passphrase.change(logbook, old, new)

    assert refused.value == error
    logbook.settings.set("een", "1")
    logbook.close()
    assert list(path.parent.iterdir()) == [path]
    open_logbook(path, PASSPHRASE, accept=(CHEAPEST,)).close()


@pytest.mark.parametrize(
    "new",
    ["  vier losse woorden giraf ", 'paard "batterij" nietje\'; --', "😀👩‍👧 giraf wandelt kalm",
     "één giraf wandelt kalm", "giraf wandelt kalm over blauwe kasseien " * 25],
    ids=["blanks", "quotes", "emoji", "accents", "1000"],
)  # fmt: skip
def test_a_new_passphrase_counts_exactly_as_typed_in_either_form(
    logbook: Logbook, path: Path, new: str
) -> None:
    passphrase.change(logbook, unicodedata.normalize("NFD", PASSPHRASE), new).close()

    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, new)
        open_logbook(path, typed, accept=(CHEAPEST,)).close()
    for other in (new.strip() if new != new.strip() else new[:-1], new.upper()):
        with pytest.raises(WrongPassphrase):
            open_logbook(path, other, accept=(CHEAPEST,))


def test_what_still_opens_with_the_old_passphrase_is_named_after_a_destruction(
    logbook: Logbook, path: Path
) -> None:
    by_hand = path.with_name("kopie van voor de zomer.vplogboek")
    logbook.copy_to(by_hand)

    with passphrase.change(logbook, PASSPHRASE, NEW) as changed:
        found = backups.made_before(changed, datetime.now().date() + timedelta(days=1))

    assert {copy.path for copy in found} == {by_hand, path.with_name(f"{path.name}.vorige")}
