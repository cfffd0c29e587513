"""What looks like the name of a person, and what does not."""

import ast
import re
from pathlib import Path

import pytest

from vp_logboek.domain.name_lists import NameLists
from vp_logboek.domain.name_words import Words
from vp_logboek.domain.subjects import MainClass
from vp_logboek.report import wording
from vp_logboek.resources import resource, resources_folder
from vp_logboek.services.names import looks_like_a_name, names_in
from vp_logboek.services.safekeeping import default_tree

NAMES = {
    "Jan de Vries": "Jan de Vries",
    "Fatima": "Fatima",
    "Kwestie Jansen": "Jansen",
    "Zaak-Jansen": "Zaak-Jansen",
    "Casus Yilmaz": "Yilmaz",
    "Ayşe Yılmaz": "Ayşe Yılmaz",
    "Conflict met Kees": "Kees",
    "Melding M. Özdemir": "M. Özdemir",
    "Mohamed El Idrissi": "Mohamed El Idrissi",
    "Jan-Willem Postma": "Jan-Willem Postma",
    "Anne-Fleur Bakker": "Anne-Fleur Bakker",
    "Piet Jansen-Bakker": "Piet Jansen-Bakker",
    "Marieke uit Rotterdam": "Marieke",
    "Fatima's melding": "Fatima",
    # a title
    "mevr. Bakker": "mevr. Bakker",
    "Mevrouw Kok": "Mevrouw Kok",
    "de heer de Boer": "heer de Boer",
    "dhr. van Dijk": "dhr. van Dijk",
    "Mw. A. van 't Hof": "Mw. A. van 't Hof",
    "mevrouw Zuidweg": "mevrouw Zuidweg",
    "wethouder Jansen": "wethouder Jansen",
    "collega Bakker": "collega Bakker",
    "dr. K. Visser": "dr. K. Visser",
    # initials
    "J. de Vries": "J. de Vries",
    "J.P. Bakker": "J.P. Bakker",
    "A. Oosterveld": "A. Oosterveld",
    "J de Vries": "J de Vries",
    # what stands before a surname
    "van der Berg": "van der Berg",
    "van Dijk": "van Dijk",
    "in 't Veld": "in 't Veld",
    "Van der Meulen": "Van der Meulen",
    # an ordinary word with a second sign
    "Mark Bakker": "Mark Bakker",
    "Roos de Vries": "Roos de Vries",
    "Storm van der Meer": "Storm van der Meer",
    "Wil Kok": "Wil Kok",
    "Jade Ligtvoet": "Jade Ligtvoet",
    "gesprek met Roos": "Roos",
    "gesprek met Bakker": "Bakker",
    "gesprek met de Boer": "de Boer",
    # capitals and small letters
    "JAN DE VRIES": "JAN DE VRIES",
    "FATIMA AZOUZ": "FATIMA AZOUZ",
    "MEVR. BAKKER": "MEVR. BAKKER",
    "jan de vries": "jan de vries",
    "kees jansen": "kees jansen",
    "mevrouw de vries": "mevrouw de vries",
    # a group that was named after somebody tells of that person
    "Team Jan de Vries": "Jan de Vries",
    "Commissie Jan de Vries": "Jan de Vries",
}
NO_NAMES = (
    "Pesten", "Werkdruk", "Team Noord", "Advies aan HR of OR", "HR EN OR", "PESTEN",
    "SEKSUELE INTIMIDATIE", "Lieve collega", "Elke week", "Ben ik veilig?", "Job coaching", "Frans",
    "Amber Alert", "Art. 12", "Groot onderhoud", "Klein team", "Winkel Noord", "via de post",
    # an ordinary word, and no second sign
    "Roos", "Bloem", "Storm", "Wil", "Mark", "Kok", "Bakker", "de Boer", "De Groot", "De Winter",
    "Team Storm", "Afdeling Roos", "Conflict met de bakker", "Zwarte Piet",
    # places and offices
    "Den Haag", "in Den Haag", "Gemeente Den Bosch", "Gemeente Putten", "Gemeente Heemskerk",
    "Alphen aan den Rijn", "Beneden-Leeuwen", "Provincie Noord-Holland",
    "Regio Gooi en Vechtstreek", "Waterschap Rijn en IJssel", "Hoogheemraadschap van Delfland",
    "Universiteit van Amsterdam", "van de Ondernemingsraad", "van de Raad", "Gemeente Berg en Dal",
    "De heer directeur", "mevrouw de Voorzitter", "Burgemeester en wethouders",
    # things that were named after somebody
    "Project Willem de Zwijger", "Stichting Anne Frank", "Anne Frankschool", "Van Goghstraat",
    "Dr. Schaepmanlaan", "Jansen Bouw B.V.", "Wouter B.V.", "Koning Willem I College",
    # a letter that is no initial
    "Optie B. Zie bijlage", "Vraag over A. Daarna volgt B.", "mr. in de rechten",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_found_whole(text: str) -> None:
    assert looks_like_a_name(text) == NAMES[text]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert looks_like_a_name(text) is None


def test_no_subject_the_program_brings_looks_like_a_name() -> None:
    labels = [leaf.label for leaf in default_tree()] + [main.label for main in MainClass]
    assert [label for label in labels if names_in(label)] == []


def _sentences() -> list[str]:
    """Every fixed text of the overview and of the help."""
    tree = ast.parse(Path(wording.__file__).read_text("utf-8"))
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    fixed = [text for text in texts if isinstance(text, str)]
    return fixed + [one.read_text("utf-8") for one in resources_folder().glob("help/*-*.md")]


def test_no_fixed_text_of_the_overview_or_the_help_looks_like_a_name() -> None:
    texts = _sentences()
    assert sum(len(text.split()) for text in texts) > 1500
    assert [looks_like_a_name(text) for text in texts if names_in(text)] == []


def test_names_are_found_where_they_stand() -> None:
    text = "Op 3 mei sprak ik Fatima’s chef, dhr. Bakker. Daarna\nJan de Vries."
    found = [text[span.start : span.end] for span in names_in(text)]
    assert found == ["Fatima", "dhr. Bakker", "Jan de Vries"]


@pytest.mark.parametrize("text", ["", " ", "J.", "de", "van der", "mevr.", "A. B.", "’s", "…•"])
def test_half_a_name_is_no_name(text: str) -> None:
    assert names_in(text) == ()


@pytest.mark.parametrize("name", ["voornamen.txt", "achternamen.txt"])
def test_the_lists_are_clean(name: str) -> None:
    lines = resource("names", name).read_text("utf-8").splitlines()
    assert len(set(lines)) == len(lines) > 900
    assert [one for one in lines if one != one.strip() or not one] == []
    assert sum(one.endswith(" *") for one in lines) > 50


def test_another_list_finds_other_names() -> None:
    lists = NameLists.read("Xerxes\n", "Quux *\n", ["daarna"])
    from vp_logboek.domain import names

    assert names.looks_like_a_name("Xerxes", lists) == "Xerxes"
    assert names.looks_like_a_name("Quux", lists) is None
    assert names.looks_like_a_name("Fatima", lists) is None


MARKED = re.compile(r"\{([^}]*)\}")


def _pointed_out(file: str) -> tuple[int, int, int]:
    """Of notes as people write them, all invented: names found, missed, and what is none."""
    found = missed = wrong = 0
    notes = Path(__file__).parents[1] / "data" / "names" / file
    for line in notes.read_text("utf-8").splitlines():
        text, meant = MARKED.sub(r"\1", line), list(MARKED.finditer(line))
        there = [(one.start() - 2 * n, one.end() - 2 * n - 2) for n, one in enumerate(meant)]
        told = [(span.start, span.end) for span in names_in(text)]
        hit = [any(a < end and start < b for a, b in told) for start, end in there]
        found += sum(hit)
        missed += len(hit) - sum(hit)
        wrong += sum(not any(a < end and start < b for start, end in there) for a, b in told)
    return found, missed, wrong


def test_in_notes_most_names_are_found_and_hardly_anything_else() -> None:
    """33 of 34, and one word that is no name."""
    found, missed, wrong = _pointed_out("notes.txt")
    assert found / (found + missed) >= 0.95
    assert found / (found + wrong) >= 0.97


@pytest.mark.parametrize("file", ["hard_for_making.txt", "hard_for_measuring.txt"])
def test_an_ordinary_word_that_begins_a_sentence_is_a_name_where_it_does_what_people_do(
    file: str,
) -> None:
    """The rule was made with the one file (14 of 15, one wrong), the other was kept apart for
    measuring: 18 of 20, nothing wrong. Without the rule none is found.
    """
    found, missed, wrong = _pointed_out(file)
    assert found / (found + missed) >= 0.9
    assert wrong <= 1


def test_without_what_people_do_none_of_them_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(Words, "does", lambda self, position: False)
    assert _pointed_out("hard_for_measuring.txt") == (0, 20, 0)
