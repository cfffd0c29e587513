"""How hard a passphrase is to guess, with the words somebody would try on a Dutch counsellor."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from zxcvbn import zxcvbn
from zxcvbn.matching import add_frequency_lists

from vp_logboek.domain.errors import PassphraseProblem, PassphraseRefused
from vp_logboek.resources import resource
from vp_logboek.store.key import check_new, normal

WEAKEST_ACCEPTED = 2
_GUESSED = 1
_LONGEST_WORDS, _LONGEST_SIGNS = 40, 20
"""How much is measured: enough to tell, and zxcvbn is slow with many figures and signs."""
_LETTERS_OF_A_WORD = 16
_FIGURES_OF_A_DATE = 8
_FIGURES_FOR_LETTERS = str.maketrans("4@310$57!", "aaeiossti")

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
    measured = _shortened(_plain(passphrase))
    if not measured.strip():
        return Strength(0, _SENTENCES[0])
    found = _measure(measured)
    together = re.sub(r"[\s._-]", "", measured)
    if together.isalpha():  # a space between words is no secret, but zxcvbn counts it as one
        found = min(found, _measure(together))
    score = min(found, _ceiling(measured))
    return Strength(score, _SENTENCES[score])


def check_good(passphrase: str) -> None:
    """Raises PassphraseRefused for a new passphrase that is empty, too long or soon guessed."""
    check_new(passphrase)
    if strength(passphrase).score < WEAKEST_ACCEPTED:
        raise PassphraseRefused(PassphraseProblem.TOO_WEAK)


def _plain(passphrase: str) -> str:
    """Without accents, as the lists of words are."""
    apart = unicodedata.normalize("NFD", normal(passphrase))
    return "".join(char for char in apart if not unicodedata.combining(char))


def _shortened(text: str) -> str:
    letters = sum(char.isalpha() for char in text)
    return text[: _LONGEST_WORDS if 2 * letters > len(text) else _LONGEST_SIGNS]


def _measure(text: str) -> int:
    _known()
    return int(zxcvbn(text, user_inputs=sorted(_CONTEXT))["score"])


@cache
def _known() -> frozenset[str]:
    """The Dutch words somebody would try; zxcvbn learns them here, at the first question."""
    words = resource("words", "known.txt").read_text("utf-8").split()
    add_frequency_lists({"dutch": words})
    return frozenset(words) | _CONTEXT


def _ceiling(passphrase: str) -> int:
    """What a word or two can be worth, however many figures and signs are around them.

    Somebody who guesses takes every word with every year behind it; zxcvbn counts those as drawn
    by lot: Gemeente2026!, fietsenstalling12, W3lk0m!.
    """
    worth = len(_SENTENCES) - 1
    between = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", passphrase)
    for spelling in (passphrase, between.translate(_FIGURES_FOR_LETTERS)):
        words = re.findall(r"[^\W\d_]+", spelling.casefold())
        if len(words) == 1 and _is_word(words[0]) and _is_trimmed(passphrase):
            return _GUESSED
        if len(words) == 2:
            guessed = _CONTEXT.issuperset(words)
            worth = min(worth, _GUESSED if guessed else WEAKEST_ACCEPTED)
    return worth


def _is_word(letters: str) -> bool:
    """Whether it is one word: known, or so short that it may be a name or a misspelling."""
    return len(letters) < _LETTERS_OF_A_WORD or letters in _known()


def _is_trimmed(passphrase: str) -> bool:
    """Whether there are no more figures and signs around the word than a date has."""
    return sum(not char.isalpha() for char in passphrase) <= _FIGURES_OF_A_DATE
