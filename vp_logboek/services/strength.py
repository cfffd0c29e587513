"""How hard a passphrase is to guess, with the words somebody would try on a Dutch counsellor."""

import re
from dataclasses import dataclass

from zxcvbn import zxcvbn

from vp_logboek.store.key import normal

WEAKEST_ACCEPTED = 2
_GUESSED = 1
_LONGEST_MEASURED = 72
_LETTERS_OF_A_WORD = 16
_FIGURES_OF_A_DATE = 8

_WORDS = """
    vertrouwenspersoon vertrouwenspersonen vertrouwelijk vertrouwen integriteit logboek dossier
    melding melder gesprek gesprekken geheim gemeente provincie school universiteit ministerie
    organisatie bedrijf kantoor werk stadhuis burgemeester waterschap ziekenhuis college welkom
    wachtwoord wachtzin toegang inloggen beheerder hallo zomer herfst winter lente voorjaar najaar
    januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag nederland holland amsterdam
    rotterdam utrecht almere haarlem eindhoven groningen tilburg ajax feyenoord psv oranje koning
    sinterklaas kerst vakantie liefde schatje mama papa huis hond kat poes zon auto fiets
"""
_CONTEXT = frozenset(_WORDS.split())

_SENTENCES = (
    "Deze wachtzin is zo geraden. Neem vier of meer woorden die niets met elkaar te maken hebben.",
    "Deze wachtzin is snel geraden. Voeg er een paar woorden aan toe.",
    "Deze wachtzin mag. Met nog een woord erbij is hij veel sterker.",
    "Dit is een goede wachtzin.",
    "Dit is een sterke wachtzin.",
)


@dataclass(frozen=True, slots=True)
class Strength:
    """From 0 (guessed at once) to 4 (strong), with a sentence for the user."""

    score: int
    sentence: str


def strength(passphrase: str) -> Strength:
    """How strong a passphrase is. An empty one scores 0."""
    measured = normal(passphrase)[:_LONGEST_MEASURED]
    if not measured.strip():
        return Strength(0, _SENTENCES[0])
    found = int(zxcvbn(measured, user_inputs=sorted(_CONTEXT))["score"])
    score = min(found, _ceiling(measured))
    return Strength(score, _SENTENCES[score])


def _ceiling(passphrase: str) -> int:
    """What a word or two can be worth, such as Gemeente2026! or fluitketel.

    zxcvbn knows no Dutch: it takes a Dutch word for a row of letters somebody drew by lot.
    """
    words = re.findall(r"[^\W\d_]+", passphrase.casefold())
    if len(words) == 1 and len(words[0]) < _LETTERS_OF_A_WORD and _is_trimmed(passphrase):
        return _GUESSED
    if len(words) == 2:
        return _GUESSED if _CONTEXT.issuperset(words) else WEAKEST_ACCEPTED
    return len(_SENTENCES) - 1


def _is_trimmed(passphrase: str) -> bool:
    """Whether there are no more figures and signs around the word than a date has."""
    return sum(not char.isalpha() for char in passphrase) <= _FIGURES_OF_A_DATE
