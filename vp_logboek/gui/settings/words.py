"""What the settings page says about levels and organisations; without Qt."""

from datetime import date

from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.settings.force_words import beginning
from vp_logboek.messages import MONTHS

HOLDS_HINT = (
    "Wat u hier kiest, wordt meteen bewaard. Staat er een jaar bij, dan geldt het vanaf dat jaar."
)
READ_ONLY_HINT = (
    "Dit logboek kunt u hier alleen lezen. Wat grijs is, kunt u nu niet wijzigen. Uiterlijk, "
    "Schrijven en Slot horen bij deze computer. Die kunt u wel wijzigen."
)
REMIT_HINT = "Advies algemeen hoort er altijd bij. Wat buiten uw taakgebied valt, telt daar mee."
START_HINT = "Januari is een gewoon jaar. Augustus of september is een schooljaar."
COLUMNS_HINT = (
    "Een onderwerp met een eigen regel staat in het jaaroverzicht naast de hoofdgroepen. Het telt "
    "dan niet meer bij zijn hoofdgroep."
)
HIRE_HINT = "Anders telt inhuur als intern."
REASON_HINT = "Bijvoorbeeld: de gemeente publiceert al jaren alle aantallen."
NOT_YET = "Het niveau verandert pas als u het vastlegt."
SUBJECTS_HINT = (
    "Een onderwerp verdwijnt nooit: oude gesprekken houden het. U kunt het wel uit de keuzelijst "
    "halen."
)
CHOOSE_SUBJECT = "Kies het daarvoor in de lijst."
LABEL_HINT = "Dit woord kan in het jaaroverzicht komen. Gebruik geen namen."
FIXED_SUBJECT = "Dit onderwerp hoort vast bij de telling. Het blijft in de keuzelijst."
LOCK_HINT = "Na deze tijd zonder toets of muis gaat het logboek vanzelf op slot."

_KEEPS_OUT = {
    Level.WIDE: "Laat het meeste zien. Wie iedereen goed kent, kan soms meer afleiden.",
    Level.STANDARD: "Past bij de meeste organisaties.",
    Level.STRICT: "Voor kleine organisaties, waar mensen elkaar snel herkennen.",
    Level.NONE: (
        "Alle aantallen staan in het overzicht, ook de kleine. Mensen kunnen daarin herkend worden."
    ),
}


def explained(level: Level) -> str:
    """What a level does and for whom it is."""
    if level is Level.NONE:
        return f"{_KEEPS_OUT[level]} Hier hoort een reden bij."
    k = THRESHOLDS[level]
    if k.subject == k.characteristic:
        hides = f"Verbergt aantallen van minder dan {k.subject} melders."
    else:
        hides = (
            f"Verbergt onderwerpen met minder dan {k.subject} melders, en andere uitsplitsingen "
            f"met minder dan {k.characteristic}."
        )
    return f"{hides} {_KEEPS_OUT[level]}"


def following_year(organisation: Organisation, today: date) -> int:
    """The first year that has not begun."""
    return organisation.year_of(today).year + 1


def holds(organisation: Organisation, today: date) -> str:
    """Which level holds now and which from the next year on; Zonder drempel with its reason."""
    present = organisation.year_of(today)
    following = organisation.year(following_year(organisation, today))
    now = organisation.level_in(present.year)
    then = organisation.level_in(following.year)
    why = _reason(organisation, present.year)
    if now is then:
        return f"In {present.label} geldt {now.label}, en daarna ook.{why}"
    begin = beginning(following)
    return f"In {present.label} geldt {now.label}.{why} Vanaf {begin} geldt {then.label}."


def _reason(organisation: Organisation, year: int) -> str:
    held = [choice for choice in organisation.levels if choice.from_year <= year]
    return f" Reden: {held[-1].reason}" if held and held[-1].level is Level.NONE else ""


def when_it_holds(organisation: Organisation, today: date) -> str:
    """From when a change holds."""
    following = organisation.year(following_year(organisation, today))
    begins = f"{following.start.day} {MONTHS[following.start.month - 1]} {following.start.year}"
    return f"Een ander niveau geldt vanaf {begins}. Jaren die al begonnen zijn, houden hun niveau."
