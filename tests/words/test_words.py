"""Every text is plain Dutch, in one voice; each rule fires on a text that breaks it."""

from pathlib import Path

import pytest

from tests.words.gather import Kind, Text, of_module, texts
from tests.words.known import KNOWN
from tests.words.rules import broken, sentences, words

ALL = texts()


def test_every_text_keeps_the_rules() -> None:
    new = [f"{text}: {told}" for text, told in _faults() if (text.file, told) not in KNOWN]
    assert not new, "\n".join(new)


def test_what_was_mended_is_known_no_longer() -> None:
    still = {(text.file, told) for text, told in _faults()}
    assert sorted(KNOWN - still) == [], "take these out of known.py"


def _faults() -> list[tuple[Text, str]]:
    return [(text, told) for text in ALL for told in broken(text)]


def _button(words: str) -> Text:
    return Text("x.py", 1, words, Kind.BUTTON)


@pytest.mark.parametrize(
    "planted, rule",
    [
        (Text("x.py", 1, f"Dit is {'heel ' * 18}lang, vindt u niet?"), "short"),
        (Text("x.py", 1, "De datum is ongeldig."), "plain"),
        (Text("x.py", 1, "Voer je wachtzin in."), "plain"),
        (Text("x.py", 1, "Uw wachtwoord klopt niet."), "plain"),
        (Text("x.py", 1, "Initialiseren van de database"), "plain"),
        (Text("x.py", 1, "Save uw gesprek."), "dutch"),
        (Text("x.py", 1, "Het gespreck is bewaard."), "spelled"),
        (Text("x.py", 1, "Gelukt!"), "calm"),
        (Text("x.py", 1, "Het dossier dient te worden gesloten."), "calm"),
        (Text("x.py", 1, "Even wachten..."), "calm"),
        (_button("Ja"), "verb"),
        (_button("Nee, niet doen"), "verb"),
        (_button("OK"), "verb"),
        (_button("De eerste map"), "verb"),
        (Text("x.py", 1, "&Dossierbeheer", Kind.MENU), "verb"),
    ],
    ids=str,
)
def test_each_rule_fires(planted: Text, rule: str) -> None:
    assert [told.partition(":")[0] for told in broken(planted)].count(rule) > 0


@pytest.mark.parametrize("said", ["Opslaan", "&Afdrukken…", "Kies een map…", "PDF bewaren…"])
def test_a_verb_on_a_button_is_fine(said: str) -> None:
    assert broken(_button(said)) == []


PLANTED = '''
"""A new room, with the invalid words of a docstring."""
from enum import Enum
TOLD = "Dit is een nieuwe tekst."
NAMES = {"code": "Een naam", "other_code": "nog een naam"}
class Kind(Enum):
    FIRST = "eerste soort"
class Room:
    def show(self, number: "Logbook") -> None:
        self.text.setText(f"Er zijn {number} dossiers.")
        box.addButton(self.tr("Toon alles"), role="primary")
        self.tell(self.tr("opslaan"))
        if self.mode == "in words":
            raise ValueError("this is ours")
        raise CellRefused("Deze rij is niet te lezen.")
'''


def test_a_text_in_a_new_module_is_found_and_code_is_not(tmp_path: Path) -> None:
    (tmp_path / "room.py").write_text(PLANTED)
    found = {text.words: text.kind for text in of_module(tmp_path / "room.py", tmp_path)}
    assert found == {
        "Dit is een nieuwe tekst.": Kind.TEXT,
        "Een naam": Kind.TEXT,
        "nog een naam": Kind.TEXT,
        "eerste soort": Kind.TEXT,
        "Er zijn {} dossiers.": Kind.TEXT,
        "Toon alles": Kind.BUTTON,
        "opslaan": Kind.TEXT,
        "Deze rij is niet te lezen.": Kind.TEXT,
    }


def test_sentences_and_words_are_told_apart() -> None:
    told = sentences("Eén zin. “Nog een?” Klaar · en uit\nen om")
    assert told == ["Eén zin.", "“Nog een?", "Klaar", "en uit", "en om"]
    assert words("&Opslaan: zo'n 3 PDF's") == ["opslaan", "zo'n", "pdf's"]
