"""How hard a passphrase is to guess, with the words somebody would try on a Dutch counsellor."""

from dataclasses import dataclass

from zxcvbn import zxcvbn

from vp_logboek.store.key import normal

WEAKEST_ACCEPTED = 2
_LONGEST_MEASURED = 72

_CONTEXT = """
    vertrouwenspersoon vertrouwenspersonen vertrouwelijk vertrouwen integriteit logboek dossier
    melding melder gesprek gesprekken geheim gemeente provincie school universiteit ministerie
    organisatie bedrijf kantoor werk stadhuis burgemeester waterschap ziekenhuis college welkom
    wachtwoord wachtzin toegang inloggen beheerder hallo zomer herfst winter lente voorjaar najaar
    januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag nederland holland amsterdam
    rotterdam utrecht almere haarlem eindhoven groningen tilburg ajax feyenoord psv oranje koning
    sinterklaas kerst vakantie liefde schatje mama papa huis hond kat poes zon auto fiets
"""

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
    score = int(zxcvbn(measured, user_inputs=_CONTEXT.split())["score"]) if measured.strip() else 0
    return Strength(score, _SENTENCES[score])
