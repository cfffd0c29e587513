"""What is said before, during and after making the overview; without Qt."""

import re
from collections.abc import Container, Iterator
from datetime import date
from unicodedata import normalize

from vp_logboek.domain.disclosure.price import Price, hidden_numbers, shown_numbers
from vp_logboek.domain.disclosure.protector import Reasons, Why
from vp_logboek.domain.ledger import Release, ReleaseKind
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import SafeReport, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export.hidden_words import hides, said_of_few
from vp_logboek.messages import in_words

WHEN_TO_ISSUE = "Breng pas uit als alles is ingevoerd."
FROM_ISSUED = "Dit overzicht wordt gemaakt van wat u al uitbracht."
READ_ONLY = (
    "U kunt dit overzicht bekijken. Uitbrengen kan niet: uw logboek is hier alleen te lezen."
)
NOTHING_NEW = (
    "Dit overzicht zet naast elkaar wat u al uitbracht. Elk aantal stond al in de uitgave van dat "
    "jaar, of is een optelling daarvan."
)
SUM_IS_FINAL = (
    "Dit overzicht telt op wat u al uitbracht. Na het uitbrengen verandert het niet meer."
)
REVISED_LATER = (
    "Een herziene uitgave kan later alleen als geen getal een klein beetje verandert. De • blijven "
    "dan op dezelfde plaats."
)
TOGETHER_LATER = (
    "Wat hier verborgen is, kan ook verborgen blijven in het overzicht van alle organisaties samen."
)
HIDDEN_BEFORE = "Wat in een jaar verborgen was, blijft ook hier verborgen."
STEPS = (
    "U ziet eerst wat erin komt, wat verborgen blijft en hoe het eruitziet. Er gaat nog niets uit. "
    "Pas als u de PDF opslaat, is het overzicht uitgebracht."
)
NEVER_IN_IT = "Uw aantekeningen, de nummers van dossiers, en de dagen waarop u met iemand sprak."
ABOUT_HIDDEN = (
    "Kleine aantallen komen niet in het overzicht. Soms wordt ook een groter aantal verborgen, "
    "anders is het kleine uit te rekenen. Achter elke • kan elk klein aantal zitten, ook nul."
)
ABOUT_AUDIT = (
    "Het programma probeert eerst zelf alle verborgen aantallen te achterhalen. Het gebruikt "
    "daarbij alles wat u eerder uitbracht. Lukt dat bij een aantal, dan verbergt het meer."
)
ALL_SHOWN = (
    "Dit jaar geldt het niveau Zonder drempel. Ook kleine aantallen staan in de PDF. Wie de "
    "organisatie goed kent, kan daarin soms iemand herkennen."
)
GIVEN_QUESTION = "Is over dit jaar al iets verstrekt?"
GIVEN_ABOUT = (
    "Denk aan een halfjaarbericht, of een mail aan de directie met aantallen. Wat u met dit "
    "programma uitbracht, telt al mee."
)
GIVEN_EFFECT = (
    "Wie deze aantallen kent, kan het overzicht ermee vergelijken. Ook het verschil mag dus geen "
    "klein aantal zijn. Daardoor kan er meer verborgen blijven."
)
NOTHING_TYPED = "Vul minstens één aantal in. Of kies dat er niets is verstrekt."
WORKING = "Het programma controleert de verborgen aantallen."
ISSUING = "Het overzicht wordt uitgebracht en bewaard. Stoppen kan nu niet meer."
CRASHED = "Er ging iets mis in het programma. Hieronder ziet u of dit jaar nu is uitgebracht."
ANSWER_FIRST = "Geef eerst antwoord. Dan kunt u verder."
NO_PAGES = "De bladzijden zijn niet gemaakt. Uitbrengen kan nu niet."
SAVING_AGAIN = "De PDF wordt bewaard."
ISSUED_STAYS = "Wat is uitgebracht, verandert niet. U kunt dezelfde PDF nog een keer bewaren."
ISSUED_CARD = f"{ISSUED_STAYS} Is er na die dag veel veranderd? Dan kan soms een herziene uitgave."
WHICH_YEARS = "Kies 3, 4 of 5 jaren. Alleen jaren die zijn uitgebracht staan hier."
WHY_ASKED = (
    "Dit logboek komt uit een kopie van die dag. Wat u daarna uitbracht, weet het logboek niet. "
    "Een jaar mag maar één keer worden uitgebracht. Daarom deze vraag."
)
CHOOSE_ANSWER = "Kies eerst een van de twee antwoorden."
CHOOSE_YEARS = "Kies minstens één jaar. Of kies dat er niets is uitgebracht."
REVISED = "Dit is een herziene uitgave. Die vervangt de eerdere."
_STAYS = {
    ReleaseKind.TOGETHER: "Het overzicht van alle organisaties samen verandert niet mee.",
    ReleaseKind.YEARS: "Het overzicht met jaren naast elkaar verandert niet mee.",
}
HEADINGS = {
    Why.SMALL: "Te klein",
    Why.PROTECTS_ANOTHER: "Ook verborgen, om een klein aantal te beschermen",
    Why.DRAWN: "Ook verborgen, door loting",
}
ABOUT_DRAWN = (
    "De loting verbergt soms een aantal dat niet klein is. Zo kan niemand uit een • opmaken dat er "
    "iets kleins achter zit."
)
Section = tuple[str, tuple[str, ...]]
"""A heading and its lines."""


_MOST_OF_A_NAME = 40


def default_name(
    label: str, edition: int = 1, together: bool = False, organisation: str = ""
) -> str:
    """The proposed name of the file for a year, or for several: 2023, 2024 becomes 2023-2024.

    ``organisation`` is given where there are several; of all ``together`` none is named.
    """
    parts = ["jaaroverzicht-vertrouwenspersoon"]
    if organisation and not together:
        parts.append(_slug(organisation))
    parts.append(_slug(re.sub(r" en |,|–", "-", label)))
    if together:
        parts.append("samen")
    if edition > 1:
        parts.append(f"herzien-{edition}")
    return "-".join(part for part in parts if part) + ".pdf"


def name_of(release: Release, with_organisation: bool) -> str:
    """The proposed name of the file for what was issued."""
    together = len({scope.organisation for scope in release.scopes}) > 1
    report = release.report
    name = report.organisation if with_organisation else ""
    return default_name(report.year, release.edition, together, name)


def _slug(text: str) -> str:
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_MOST_OF_A_NAME].strip("-")


def days(period: ReportingYear) -> str:
    """The first and the last day in words."""
    return f"{in_words(period.start)} tot en met {in_words(period.last_day)}"


def not_over(period: ReportingYear) -> str:
    """That a year can be looked at and not yet issued."""
    return (
        f"Het jaar {period.label} is nog niet voorbij. U kunt het overzicht nu bekijken. "
        f"Uitbrengen kan vanaf {in_words(period.end)}."
    )


def issued_before(label: str, on: date, edition: int) -> str:
    """That a year was issued, and when."""
    again = f" Dat was de {edition}e, herziene versie." if edition > 1 else ""
    verb = "zijn" if " en " in label else "is"
    return f"{label} {verb} uitgebracht op {in_words(on)}.{again}"


def restored_question(day: date) -> str:
    """The question after an older copy was put back."""
    return f"Is er na {in_words(day)} iets uitgebracht?"


def overview_of(label: str) -> str:
    """What was made, as the beginning of a sentence."""
    return f"Het jaaroverzicht {label}"


def given_question(label: str) -> str:
    """The question, with the year it is about."""
    return f"Is over {label} al iets verstrekt?"


def meaning(kind: ReleaseKind, next_label: str) -> str:
    """What issuing means: said before the price."""
    if kind is ReleaseKind.YEARS:
        return NOTHING_NEW
    return SUM_IS_FINAL if kind is ReleaseKind.TOGETHER else final(next_label)


def revised(joined: Container[ReleaseKind]) -> Iterator[str]:
    """What a revised edition takes the place of, and which overviews it leaves as they are."""
    yield REVISED
    yield from (told for kind, told in _STAYS.items() if kind in joined)


def final(next_label: str) -> str:
    """What issuing a year means."""
    return (
        f"{WHEN_TO_ISSUE} Daarna verandert dit jaar niet meer. Wat u later invoert, telt in "
        f"{next_label}."
    )


def figures(number: int) -> str:
    """So many figures."""
    return "1 aantal" if number == 1 else f"{number} aantallen"


# --- what stays hidden ------------------------------------------------------------------------


def hidden_sections(report: SafeReport, reasons: Reasons) -> Iterator[Section]:
    """Per table which cells stay hidden and why; without any number."""
    for table in report.tables:
        lines = tuple(
            f"{HEADINGS[why]}: {', '.join(labels)}."
            for why in Why
            if (labels := _hidden_because(table, reasons, why))
        )
        if lines:
            yield table.title, lines


def _hidden_because(table: SafeTable, reasons: Reasons, why: Why) -> list[str]:
    return [
        _cell(table, row.label, position)
        for row in table.rows
        for position in range(len(row.figures))
        if reasons.get((table.code, row.code, position)) is why
    ]


def _cell(table: SafeTable, row: str, position: int) -> str:
    if table.code is TableCode.KEY:
        return table.columns[position].label
    return row if len(table.columns) == 1 else f"{row} ({table.columns[position].label})"


# --- what issuing costs -------------------------------------------------------------------------


def costs(price: Price | None, report: SafeReport) -> Iterator[str]:
    """How much is shown and hidden, and what that means for what comes later."""
    shown = shown_numbers(report)
    rest = said_of_few(report) or _stays_hidden(hidden_numbers(report))
    yield f"U laat {figures(shown) if shown else 'geen aantallen'} over melders zien. {rest}"
    if price is None:
        return
    if price.by_draw:
        yield f"Door loting verborgen: {figures(price.by_draw)}. {ABOUT_DRAWN}"
    if price.outside_cost:
        yield (
            "Door wat al is verstrekt, kost dit jaar u "
            f"{figures(price.outside_cost)} die anders te zien waren."
        )
    if price.together_left is not None:
        yield (
            "Brengt u later alle organisaties samen uit? Dan zijn daarin hoogstens "
            f"{figures(price.together_left)} te zien."
        )


def _stays_hidden(hidden: int) -> str:
    if not hidden:
        return "Er blijft niets verborgen."
    return f"{figures(hidden)} {'blijft' if hidden == 1 else 'blijven'} verborgen."


def later_costs(kind: ReleaseKind, report: SafeReport, has_others: bool) -> Iterator[str]:
    """What this one keeps later ones from; ``has_others``: there are more organisations."""
    if kind is not ReleaseKind.YEAR or report.exact:
        return
    yield REVISED_LATER
    if has_others and hides(report):
        yield TOGETHER_LATER
