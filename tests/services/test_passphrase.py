"""Words drawn by lot for a passphrase, and how strong what somebody typed is."""

import hashlib
import math
import re

import pytest
from zxcvbn.matching import RANKED_DICTIONARIES

from vp_logboek.resources import resource
from vp_logboek.services import passphrase, strength
from vp_logboek.services.strength import strength as judged


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

    monkeypatch.setattr(strength, "_known", frozenset)
    monkeypatch.delitem(RANKED_DICTIONARIES, "dutch")
    assert judged(typed).score == 4
