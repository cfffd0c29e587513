"""What is said about issuing overviews and about the ledger of what was issued."""

from collections.abc import Callable
from datetime import date
from typing import Any

from vp_logboek.domain import errors as e
from vp_logboek.domain import errors_release as r
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_report import OverviewRefused, TooLongToPrint
from vp_logboek.messages.parts import NOTHING_CHANGED, Message, in_words, listed

NOTHING_ISSUED = "Er is niets uitgebracht."

_BLOCKED = {
    r.WhyBlocked.BEFORE_LEDGER: "Het jaar {label} is uitgebracht met een eerdere versie.",
    r.WhyBlocked.REMEMBERED: "Het jaar {label} is al uitgebracht, maar niet in dit bestand.",
    r.WhyBlocked.TOLD: "U hebt gezegd dat het jaar {label} al is uitgebracht.",
    r.WhyBlocked.FORKED: (
        "Het jaar {label} is op deze computer anders uitgebracht dan in dit bestand staat."
    ),
}

_REVISION = {
    r.Revision.SMALL_DIFFERENCE: (
        "Een herziene uitgave kan niet: een getal verandert maar weinig.",
        "De eerdere uitgave blijft gelden. Uw verbetering staat alleen in uw logboek.",
    ),
    r.Revision.NOT_ADMISSIBLE: (
        "Een herziene uitgave kan niet: een verborgen aantal zou dan uit te rekenen zijn.",
        "De eerdere uitgave blijft gelden.",
    ),
    r.Revision.NOTHING_CHANGED: (
        "Een herziene uitgave is niet nodig: alle getallen zijn dezelfde.",
        "De eerdere uitgave blijft gelden. Wat u later invoerde, telt in een later jaar.",
    ),
    r.Revision.OTHER_ROWS: (
        "Een herziene uitgave kan niet: de tabellen hebben nu andere rijen.",
        "De eerdere uitgave blijft gelden.",
    ),
}

FIXED: dict[type[LogbookError], Message] = {
    r.Stopped: Message("Het rekenen is gestopt.", NOTHING_ISSUED, "Probeer het opnieuw."),
    r.Changed: Message(
        "Het logboek is veranderd sinds u dit overzicht zag.",
        NOTHING_ISSUED,
        "Bekijk het overzicht opnieuw en breng het dan uit.",
    ),
    r.NotTogether: Message(
        "In dit logboek staat maar één organisatie.",
        NOTHING_ISSUED,
        "Breng het overzicht van die organisatie uit.",
    ),
    r.PeriodsDiffer: Message(
        "De organisaties hebben niet dezelfde begin- en einddag van het jaar.",
        NOTHING_ISSUED,
        "Breng elk overzicht apart uit.",
    ),
}


def _year_blocked(error: r.YearBlocked) -> Message:
    told = _BLOCKED[error.why].format(label=error.label)
    if error.why is r.WhyBlocked.FORKED:
        return Message(
            told,
            "De PDF die er is blijft gelden. Van dat jaar komt er geen herziene uitgave, en het "
            "kan niet bij andere jaren of organisaties.",
            "Misschien hebt u twee bestanden van dit logboek. Werk verder in één daarvan.",
        )
    return Message(
        told,
        "De PDF die er is blijft gelden. Dit logboek brengt dat jaar niet nog een keer uit.",
        "Gebruik de PDF die u hebt. Wat er nog bij komt, telt in een later jaar.",
    )


def _answer_needed(error: r.AnswerNeeded) -> Message:
    return Message(
        f"Dit logboek komt uit een kopie van {in_words(error.since)}. "
        "Misschien is er daarna nog iets uitgebracht.",
        NOTHING_ISSUED,
        "Zeg eerst of er na die dag iets is uitgebracht, en over welk jaar.",
    )


def _not_issued(error: r.NotIssuedYet) -> Message:
    missing = listed(error.years) if error.years else "nog geen enkel jaar"
    return Message(
        f"Nog niet uitgebracht: {missing}.",
        NOTHING_ISSUED,
        "Breng dat eerst uit. Daarna kan dit ook.",
    )


def _no_such_release(error: r.NoSuchRelease) -> Message:
    return Message(
        f"Er is geen uitgave met nummer {error.number}.",
        NOTHING_CHANGED,
        "Bekijk de lijst van wat is uitgebracht en kies een nummer daaruit.",
    )


WORDS: dict[type[LogbookError], Callable[[Any], Message]] = {
    e.TargetUnwritable: lambda error: Message(
        f"Het bestand “{error.name}” kan hier niet worden bewaard.",
        "Wat er stond is niet veranderd. Er is niets uitgebracht.",
        "Kies een andere map of een andere naam.",
    ),
    e.TargetIsLogbook: lambda error: Message(
        f"Op de plaats “{error.name}” staat een logboek.",
        "Het logboek is niet veranderd. Er is niets uitgebracht.",
        "Kies een andere naam, die eindigt op .pdf.",
    ),
    e.GlyphMissing: lambda error: Message(
        f"Het teken “{error.character}” kan niet in de PDF staan.",
        "Er is niets uitgebracht.",
        "Haal het weg uit de naam van de organisatie of van het onderwerp.",
    ),
    e.YearNotOver: lambda error: Message(
        f"Het jaar {error.label} is nog niet voorbij.",
        "Er is niets uitgebracht.",
        f"U kunt het overzicht uitbrengen na {in_words(error.last_day)}. "
        "Tot dan kunt u het wel bekijken.",
    ),
    r.YearBlocked: _year_blocked,
    r.AnswerNeeded: _answer_needed,
    r.AlreadyIssued: lambda error: Message(
        f"Het jaar {error.label} is al uitgebracht.",
        "Wat is uitgebracht verandert niet.",
        "U kunt dezelfde PDF nog een keer bewaren.",
    ),
    r.IssuedNotSaved: lambda error: Message(
        f"Het bestand “{error.name}” kan hier niet worden bewaard.",
        f"Het overzicht is wel uitgebracht: nummer {error.number}. De PDF staat in uw logboek.",
        "Kies een andere map en bewaar de PDF opnieuw.",
    ),
    r.NotIssuedYet: _not_issued,
    r.NoSuchRelease: _no_such_release,
    r.YearsRefused: lambda error: Message(
        f"Naast elkaar kunnen 3 tot 5 jaren staan. U koos er {error.asked}.",
        NOTHING_ISSUED,
        "Kies 3, 4 of 5 jaren die zijn uitgebracht.",
    ),
    r.UnknownFigure: lambda error: Message(
        f"“{error.text}” is geen getal uit het overzicht.",
        NOTHING_ISSUED,
        'Schrijf tabel/rij=aantal, bijvoorbeeld "kerncijfers/totaal=12".',
    ),
    TooLongToPrint: lambda _: Message(
        "Het overzicht past niet: een naam of een onderwerp is te lang.",
        "Er is geen PDF gemaakt. Uw logboek is niet veranderd.",
        "Maak de naam of het onderwerp korter, bij Instellingen.",
    ),
    OverviewRefused: lambda error: Message(
        f"De PDF is nagekeken en afgekeurd (code: {error.fault.value}, {error.place}).",
        "Er is geen PDF gemaakt. Uw logboek is niet veranderd.",
        "Meld deze code aan de makers. In de code staat niets uit uw logboek.",
    ),
    r.RevisionRefused: lambda error: Message(
        _REVISION[error.why][0],
        _REVISION[error.why][1],
        "Bewaar zo nodig dezelfde PDF nog een keer.",
    ),
    r.LedgerBroken: lambda error: Message(
        f"Het register van wat is uitgebracht klopt niet, vanaf nummer {error.number}.",
        "De gesprekken zijn niet veranderd. Er wordt niets meer uitgebracht.",
        "Zet een reservekopie terug waarin het register nog klopt.",
    ),
}


def question_of(day: date) -> str:
    """The question after a copy was put back, as it is asked."""
    return f"Is er na {in_words(day)} iets uitgebracht?"
