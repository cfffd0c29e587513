"""What the year screen says about how far a year is: running, issued, changed since."""

from vp_logboek.domain.errors_release import YearBlocked
from vp_logboek.messages import in_words, listed, told
from vp_logboek.services.year_screen import Counted, Late, Standing

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
            return f"{label} loopt nog. Wat bij HR staat, is een concept."
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
