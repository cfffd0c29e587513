"""What is said about what was entered: days, subjects, organisations."""

from collections.abc import Callable
from typing import Any

from vp_logboek.domain import errors as e
from vp_logboek.messages.parts import NOTHING_CHANGED, STILL_ON_SCREEN, Message, in_words, listed


def _not_taken_back(error: e.NotTakenBack) -> Message:
    why = (
        "het is meegeteld in een uitgebracht jaaroverzicht"
        if error.counted
        else "er is daarna iets aan veranderd"
    )
    return Message(
        f"Ongedaan maken kan niet meer: {why}.",
        NOTHING_CHANGED,
        "Verander het zelf, als dat nog kan.",
    )


FIXED: dict[type[e.LogbookError], Message] = {
    e.NameNeeded: Message(
        "De organisatie heeft nog geen naam.", NOTHING_CHANGED, "Vul de naam in."
    ),
    e.ReasonNeeded: Message(
        "Bij het niveau Zonder drempel hoort een reden.",
        NOTHING_CHANGED,
        "Schrijf in één zin waarom de organisatie kleine aantallen wil tonen.",
    ),
}

WORDS: dict[type[e.LogbookError], Callable[[Any], Message]] = {
    e.FutureDate: lambda error: Message(
        f"De datum {in_words(error.on)} ligt in de toekomst.",
        STILL_ON_SCREEN,
        "Kies de dag waarop het gesprek was.",
    ),
    e.ImpossibleDate: lambda error: Message(
        f"De datum “{error.text}” bestaat niet.",
        STILL_ON_SCREEN,
        "Kijk naar de dag en de maand. Schrijf bijvoorbeeld 4-3-2026.",
    ),
    e.TooLongAgo: lambda error: Message(
        f"De datum {in_words(error.on)} ligt voor 1990.",
        STILL_ON_SCREEN,
        "Kijk of het jaar klopt.",
    ),
    e.ImpossibleDuration: lambda error: Message(
        f"Een gesprek van {error.minutes} minuten kan niet.",
        STILL_ON_SCREEN,
        "Vul een duur in van 0 tot 1.440 minuten.",
    ),
    e.UnknownSubject: lambda error: Message(
        f"Het onderwerp “{error.text}” staat niet in de lijst."
        if error.text
        else "Er is nog geen onderwerp gekozen.",
        NOTHING_CHANGED,
        "Kies een onderwerp uit de lijst. Een eigen onderwerp voegt u toe bij Instellingen.",
    ),
    e.SubjectExists: lambda error: Message(
        f"Het onderwerp “{error.label}” is er al.", NOTHING_CHANGED, "Kies een andere naam."
    ),
    e.UnknownOrganisation: lambda error: Message(
        f"De organisatie “{error.name}” staat niet in dit logboek.",
        NOTHING_CHANGED,
        f"Kies een van deze: {listed(error.known)}."
        if error.known
        else "Voeg de organisatie eerst toe, bij Instellingen.",
    ),
    e.OrganisationExists: lambda error: Message(
        f"De organisatie “{error.name}” staat al in dit logboek.",
        NOTHING_CHANGED,
        "Kies een andere naam.",
    ),
    e.OrganisationNeeded: lambda error: Message(
        "In dit logboek staan meer organisaties.",
        NOTHING_CHANGED,
        f"Kies er een met --organisatie: {listed(error.known)}."
        if error.known
        else "Voeg eerst een organisatie toe.",
    ),
    e.Gone: lambda error: Message(
        f"{error.what.capitalize()} staat niet meer in het logboek.",
        NOTHING_CHANGED,
        "Open de lijst opnieuw en kies nog een keer.",
    ),
    e.NotTakenBack: _not_taken_back,
}
