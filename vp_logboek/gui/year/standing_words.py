"""What the year screen says about how far a year is: running, issued, changed since."""

from collections.abc import Sequence

from vp_logboek.domain.errors_release import YearBlocked
from vp_logboek.domain.half_year import HalfTally, HalfYear
from vp_logboek.messages import in_words, listed, told
from vp_logboek.services.year_screen import Counted, Late, Standing
from vp_logboek.services.years_beside import YearAmong

MINE = "U ziet: alle aantallen"
MINE_ISSUED = "U ziet: alle aantallen zoals uitgebracht"
ISSUED_BEFORE = (
    "HR heeft al een PDF van dit jaar. Wat daarin staat, weet dit logboek niet. Kijk daarvoor in "
    "die PDF."
)
CALCULATING = "Wordt berekend…"
DIFFERS_MARK = "nu anders"


def calculating_words(year: str) -> str:
    """While a year that was asked for is not there yet."""
    return f"{year} wordt berekend…"


def standing_sentence(year: Counted) -> str:
    """How far the year is, and what that means for what stands under HR."""
    label = year.period.label
    match year.standing:
        case Standing.RUNNING:
            first = in_words(year.period.end)
            concept = f"{label} loopt nog. Wat bij HR staat, is een concept."
            return f"{concept} Uitbrengen kan vanaf {first}."
        case Standing.OVER:
            return f"{label} is nog niet uitgebracht. Wat bij HR staat, is een concept."
        case Standing.ISSUED:
            return _issued(year, label)
    if year.why_blocked is None:
        return ""
    message = told(YearBlocked(label, year.why_blocked))
    return f"{message.what} {message.safe}"


def _issued(year: Counted, label: str) -> str:
    day = in_words(year.issued_on) if year.issued_on else ""
    which = f" Dit is uitgave {year.edition}." if year.edition > 1 else ""
    return f"{label} is uitgebracht op {day}.{which} Dit jaar verandert niet meer."


def theirs_title(year: Counted) -> str:
    """What stands above the half of HR."""
    match year.standing:
        case Standing.ISSUED:
            return "HR ziet: wat is uitgebracht"
        case Standing.BLOCKED:
            return "HR ziet: de PDF die er al is"
        case _:
            return "HR ziet: concept, nog niet uitgebracht"


def year_aloud(year: str, melders: int, talks: int, filled: bool) -> str:
    """Said aloud when another year comes into sight."""
    if not filled:
        return f"Jaaroverzicht van {year}: nog geen gesprekken."
    came = "1 melder" if melders == 1 else f"{melders} melders"
    held = "1 gesprek" if talks == 1 else f"{talks} gesprekken"
    return f"Jaaroverzicht van {year}: {came} en {held}."


def late_sentence(late: Late) -> str:
    """Which talks of earlier years count in this one, and why."""
    talks = (
        "1 gesprek uit {0} telt hier mee."
        if late.talks == 1
        else f"{late.talks} gesprekken uit {{0}} tellen hier mee."
    ).format(listed(late.years))
    why = "Dat jaar was al uitgebracht." if len(late.years) == 1 else "Die waren al uitgebracht."
    return f"{talks} {why}"


def differs_sentence(year: Counted) -> str:
    """Below a table of an issued year in which the logbook now counts something else."""
    return (
        "Waar ‘nu’ staat, telt uw logboek inmiddels anders. Een uitgebracht jaar verandert niet. "
        f"Wat u later invoert, telt in {year.counts_in}."
    )


# --- halves and several years -----------------------------------------------------------------

LEAD = "Zo komt het in de PDF."
LEAD_ISSUED = "Zo staat het in de PDF."
LEAD_YEARS = "Zo staat het in de PDF van elk jaar."
HALF_TITLE = "HR ziet: alleen het hele jaar"
HALF_WHY = (
    "HR ziet nooit een half jaar. Met een half jaar erbij zijn verborgen aantallen uit te rekenen."
)
HALF_PDF = "Met ‘PDF voor HR’ maakt u altijd het overzicht van het hele jaar."
HALF_RULE = (
    "Gesprekken en uren van beide helften zijn samen het jaar. "
    "Een melder of dossier kan in beide helften meetellen."
)
HALF_NOW = "U ziet wat nu in uw logboek staat."
HALF_DESTROYED = (
    "Vernietigde dossiers hebben geen datum meer. Die tellen in geen van beide helften."
)
YEARS_MINE = "U ziet: alle aantallen per jaar"
YEARS_THEIRS = "HR ziet: wat per jaar is uitgebracht"
YEARS_THEIRS_CONCEPT = "HR ziet: het overzicht van elk jaar"
YEARS_ASK = "Kies een regel. Dan leest u hier het verschil tussen de jaren."
YEARS_UNFIT = "Deze tabel past niet in een vergelijking van jaren. Kies een andere tabel."
YEARS_NEEDED = "Vink hierboven een jaar aan om mee te vergelijken."
NO_OTHER_YEARS = "Er zijn nog geen andere jaren om mee te vergelijken."


def half_title(half: HalfYear) -> str:
    """What stands above the counsellor's own half year."""
    months = f" ({half.months})" if half.months else ""
    return f"U ziet: {half.label}{months}"


def half_notes(half: HalfTally, is_issued: bool) -> str:
    """What must be known to read the figures of half a year."""
    notes = (HALF_RULE, HALF_NOW if is_issued else "", HALF_DESTROYED if half.left_out else "")
    return " ".join(note for note in notes if note)


def years_theirs_title(years: Sequence[YearAmong]) -> str:
    """What stands above HR's half of several years."""
    return YEARS_THEIRS_CONCEPT if any(y.is_concept for y in years) else YEARS_THEIRS


def concept_sentence(years: Sequence[YearAmong]) -> str:
    """Which of several years can still change; empty for none."""
    labels = tuple(year.period.label for year in years if year.is_concept)
    if not labels:
        return ""
    verb = "is" if len(labels) == 1 else "zijn"
    return f"{listed(labels)} {verb} nog niet uitgebracht. Daar staat een concept."
