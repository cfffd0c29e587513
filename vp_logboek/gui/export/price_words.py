"""What issuing means and costs, and why something stays hidden; without Qt."""

from collections.abc import Container, Iterator

from vp_logboek.domain.disclosure.price import Price, hidden_numbers, shown_numbers
from vp_logboek.domain.disclosure.protector import Reasons, Why
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.safe_report import SafeReport, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export.hidden_words import hides, said_of_few
from vp_logboek.gui.export.words import WHEN_TO_ISSUE, Section

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
ABOUT_HIDDEN = (
    "Kleine aantallen komen niet in het overzicht. Soms wordt ook een groter aantal verborgen, "
    "anders is het kleine uit te rekenen. Achter elke • kan elk klein aantal zitten, ook nul."
)
ABOUT_AUDIT = (
    "Het programma probeert eerst zelf alle verborgen aantallen te achterhalen. Het gebruikt "
    "daarbij alles wat u eerder uitbracht. Lukt dat bij een aantal, dan verbergt het meer."
)
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
