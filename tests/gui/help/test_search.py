"""Searching the help: by the beginnings of words, with the sentence that was found."""

import pytest

from vp_logboek.gui.help.pages import Page, pages
from vp_logboek.gui.help.search import _ALSO, search, words

TWO = (
    Page("een", "Reservekopieën", "# Reservekopieën\n\nHier kopieert u.\n\n- Kies **een map**."),
    Page("twee", "Opruimen", "# Opruimen\n\nHier gooit u weg. Ook uit een reservekopie."),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.page.name, hit.sentence) for hit in search(text, TWO)]


def test_accents_and_capitals_do_not_matter_and_a_word_may_be_begun() -> None:
    assert found("RESERVEKOPIEEN") == [("een", "Hier kopieert u.")]
    assert found("reserv") == found("réserv")
    assert [name for name, _ in found("reserv")] == ["een", "twee"], "the title weighs most"
    assert found("kopie") == [("een", "Hier kopieert u.")], "not in the middle of a word"


def test_pages_with_most_of_the_words_and_the_best_sentence_are_shown() -> None:
    assert found("map kies") == [("een", "Kies een map.")]
    assert found("reservekopie weg") == [("twee", "Hier gooit u weg.")]
    assert [name for name, _ in found("kies weg")] == ["een", "twee"], "no page has both"
    assert found("hier map weg") == found("map weg hier")
    assert found("xylofoon hier") == found("hier"), "a word that nobody says stands in no way"
    assert found("") == found("  ,;") == []


def test_what_people_ask_is_found() -> None:
    for asked, name in (
        ("wachtzin vergeten", "wachtzin-vergeten"),
        ("excel", "lijst-overnemen"),
        ("toetsen", "sneltoetsen"),
        ("kleine aantallen", "over-privacy"),
        ("naam", "een-gesprek-vastleggen"),
        ("prullenbak legen", "ongedaan-maken"),
        ("zonder drempel", "pdf-voor-hr"),
        ("backup", "reservekopieen"),
        ("backu terug", "reservekopieen"),
        ("wachtwoord vergeten", "wachtzin-vergeten"),
        ("lettergrootte", "zonder-muis"),
        ("printen", "uitgegeven"),
    ):
        hits = [hit.page.name for hit in search(asked, pages())]
        assert name in hits, asked
    assert words("Reservekopieën, één!") == ("reservekopieen", "een")


TEN = {
    "hoe maak ik een kopie": ("reservekopieen", "Een kopie maken"),
    "wachtzin vergeten": ("wachtzin-vergeten", "Kies op het beginscherm Wachtzin vergeten?."),
    "wie kan dit lezen": ("over-privacy", "Wie kan uw logboek lezen?"),
    "hoe krijg ik het op papier": ("pdf-voor-hr", "Op papier"),
    "mag ik namen opschrijven": ("een-gesprek-vastleggen", "Mag u namen opschrijven?"),
    "wat ziet HR": ("het-jaar", "U ziet en HR ziet"),
    "gesprek weg": ("ongedaan-maken", "Is een gesprek weg?"),
    "letters groter": ("zonder-muis", "Grotere tekst"),
    "nieuwe laptop": ("verhuizen", "Op de nieuwe computer"),
    "wat is een melder": ("dossiers", "Een melder is een mens die bij u kwam."),
}


@pytest.mark.parametrize("asked", TEN)
def test_the_first_hit_answers_what_people_ask(asked: str) -> None:
    first = search(asked, pages())[0]
    assert (first.page.name, first.sentence) == TEN[asked]


def test_every_other_word_leads_to_something_and_what_nobody_says_to_nothing() -> None:
    assert [word for word in _ALSO if not search(word, pages())] == []
    assert search("xylofoon", pages()) == ()


def test_who_asks_what_something_is_gets_the_sentence_that_says_so() -> None:
    first = search("wat is een melder?", pages())[0]
    assert first.sentence.startswith("Een melder is")
    assert search("hoe kan ik", pages()), "a question of such words alone is no empty one"
