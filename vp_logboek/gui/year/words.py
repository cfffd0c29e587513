"""What the year screen says about levels, hidden numbers and tables that HR does not see."""

from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level
from vp_logboek.domain.disclosure.protector import EXACT_ONLY, Why
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.domain.tally import Tally

WHY_SHORT = {
    Why.SMALL: "te klein",
    Why.PROTECTS_ANOTHER: "beschermt klein aantal",
    Why.DRAWN: "ook verborgen",
}
"""Beside the mark, where there is room for a few words."""

WHY = {
    Why.SMALL: "Dit aantal is te klein.",
    Why.PROTECTS_ANOTHER: "Dit aantal is niet klein. Het is verborgen omdat anders een klein "
    "aantal is uit te rekenen.",
    Why.DRAWN: "Dit aantal is niet klein. Door loting is het ook verborgen. Zo weet niemand of er "
    "achter een • iets kleins zit.",
}
"""In full: on the row that is chosen, as a tip and for a screen reader."""

WHY_UNKNOWN = (
    "Dit aantal is niet klein. Het beschermt een klein aantal, of het is door loting verborgen."
)
"""Of a page that was issued in another way than it would be now."""

HIDDEN = "verborgen"
OUTSIDE = "buiten uw taakgebied"

NOT_APART = "staat niet apart in het overzicht"
UNKNOWN_PDF = "HR heeft een PDF die niet in dit logboek staat"

NOT_THIS_YEAR = "komt dit jaar niet voor"
NO_TOTALS = "totalen staan hier niet bij"
"""In a crossed table: with them a hidden number could be worked out."""
ONLY_THEIRS = "staat alleen in het overzicht voor HR"
ONLY_THEIRS_SHORT = "alleen bij HR"
NOT_APART_SHORT = "niet apart"
"""Where the number would stand: for HR it is the same whether there are none, few or many."""
NOT_IN_PDF_SHORT = "niet in PDF"
UNKNOWN_SHORT = "onbekend"
NOT_THERE_SHORT = "komt niet voor"
ASK_WHY = "• betekent: verborgen. Kies zo’n regel en lees hier waarom."


def not_in_overview(period: ReportingYear) -> str:
    """Of a table that an overview does not have."""
    return f"staat niet in het overzicht van {period.label}"


def now_words(now: str) -> str:
    """Beside an issued number: what the logbook counts now."""
    return f"nu {now}"


def both_words(issued: str, now: str) -> str:
    """An issued number and what the logbook counts now, in full."""
    return f"uitgebracht {issued} · nu {now}"


def level_sentence(level: Level) -> str:
    """What a level does, in one or two sentences."""
    if level is Level.NONE:
        return "Alle aantallen staan in het overzicht, ook de kleine. De organisatie koos dit."
    k = THRESHOLDS[level]
    if k.subject == k.characteristic:
        return f"Aantallen van minder dan {k.subject} melders komen niet in het overzicht."
    return (
        f"Onderwerpen met minder dan {k.subject} melders komen niet in het overzicht. "
        f"Bij andere uitsplitsingen is dat minder dan {k.characteristic}."
    )


def absent_sentence(code: TableCode, tally: Tally, level: Level) -> str:
    """Why HR does not see a table at all. Only for a table that is not in the report."""
    if level is Level.NONE:
        return "In deze tabel staat dit jaar niets. Daarom staat ze niet in het overzicht."
    if code in EXACT_ONLY:
        unit = Unit.DOSSIERS if code in _OF_DOSSIERS else Unit.TALKS
        return (
            f"Deze tabel telt {unit.label}, geen melders. Daarom ziet HR deze tabel alleen bij "
            "het niveau Zonder drempel."
        )
    k = THRESHOLDS[level]
    if code is TableCode.SUBJECT_ORIGIN and tally.melders >= k.detail:
        return f"Deze tabel staat er pas bij {k.crossed} melders of meer."
    if code is TableCode.ORIGIN and tally.melders >= k.crossed:
        return f"HR ziet hiervoor in de plaats: {TableCode.SUBJECT_ORIGIN.label}."
    if tally.melders < k.total:
        return (
            f"Er zijn minder dan {k.total} melders. HR ziet alleen dat, en uw activiteiten "
            "voor de organisatie."
        )
    return (
        f"Er zijn minder dan {k.detail} melders. HR ziet dan alleen hoeveel melders er waren, "
        "en uw activiteiten voor de organisatie."
    )


_OF_DOSSIERS = frozenset({TableCode.CONTACT_ORIGIN, TableCode.DOSSIER_STATE})


def inside_aloud(inside: str) -> str:
    """Where a row is that HR does not see by itself. ``inside`` is the row it is part of."""
    return f"Zit in ‘{inside}’. HR ziet dit onderdeel niet apart."


REST_ALOUD = "{0}: hierin zitten de onderdelen die HR niet apart ziet."
"""Of the row in which the rest of a class stands together."""


def together_words(together: int, unit: Unit) -> str:
    """The line under a table: what its hidden cells are together."""
    return f"Niet getoond, samen: {together} {unit.label}"


def not_seen_sentence(tally: Tally, report: SafeReport, level: Level) -> str:
    """Which tables HR does not see at all; empty when it sees them all."""
    absent = [t.code for t in tally.tables if report.table(t.code) is None]
    if not absent or level is Level.NONE:
        return ""
    if report.table(TableCode.SUBJECT) is None:
        return absent_sentence(TableCode.SUBJECT, tally, level)
    names = "; ".join(code.label for code in absent)
    return f"HR ziet deze tabellen helemaal niet: {names}."
