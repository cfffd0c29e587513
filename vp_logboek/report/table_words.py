"""The fixed words of the tables and the chart: heads, notes, and what is read aloud for a mark."""

from collections.abc import Iterator, Sequence

from vp_logboek.domain.safe_report import Mark, SafeColumn, SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.report.fonts import clean

CONTINUED = "vervolg"
SPOKEN = {Mark.HIDDEN.value: "niet getoond", Mark.OUTSIDE.value: "buiten de taak"}
"""What is read aloud for a mark among figures."""
NOT_SHOWN = "Hiervan is geen aantal te tonen:"

DOES_NOT_ADD_UP: dict[TableCode, str] = {
    TableCode.DOSSIER_STATE: (
        "Telt niet op: een dossier kan in één jaar nieuw zijn en ook worden afgesloten."
    ),
    TableCode.INTERVENTIONS: "Telt niet op: een melder kan bij meer regels horen.",
    TableCode.REFERRALS: "Telt niet op: een melder kan bij meer regels horen.",
    TableCode.HANDLING: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
    TableCode.OUTCOME: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
    TableCode.MEASURE: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
    TableCode.ENDING: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
}
"""Tables without a total. The activities have none either, but that says nothing about them."""

CORNERS: dict[TableCode, str] = {
    TableCode.KEY: "In dit jaar",
    TableCode.SUBJECT: "Onderwerp",
    TableCode.TALK_SUBJECT: "Onderwerp",
    TableCode.CONTACT: "Aard van het contact",
    TableCode.ORIGIN: "Soort melder",
    TableCode.SUBJECT_ORIGIN: "Onderwerp",
    TableCode.RELATION: "Relatie",
    TableCode.CONTACT_ORIGIN: "Aard van het contact",
    TableCode.DOSSIER_STATE: "Stand",
    TableCode.TALK_KIND: "Soort gesprek",
    TableCode.CHANNEL: "Contactwijze",
    TableCode.INTERVENTIONS: "Wat er is gedaan",
    TableCode.REFERRALS: "Doorverwezen naar",
    TableCode.HANDLING: "Afhandeling",
    TableCode.OUTCOME: "Uitkomst",
    TableCode.MEASURE: "Maatregel",
    TableCode.ENDING: "Afloop",
    TableCode.ACTIVITIES: "Activiteit",
}
"""What stands above the labels of a table's rows."""


def chart_alt(title: str, unit: str, rows: Sequence[SafeRow]) -> str:
    """What the bars show, in words: every bar with its figure, in their order."""
    shown = [f"{clean(row.label)}: {spoken(printed(row.figures[0]))}" for row in rows]
    return f"Staafdiagram. {title}, aantal {unit}. {'; '.join(shown)}."


def spoken(figure: str) -> str:
    """A figure as it is read aloud."""
    return SPOKEN.get(figure, figure)


def column_head(column: SafeColumn) -> tuple[str, ...]:
    """What stands above a column: its name and the unit below it, or the unit alone."""
    unit = column.unit.label
    return (unit,) if column.label in {unit, "aantal"} else (column.label, unit)


def corner(code: TableCode) -> str:
    """What stands above the labels of the rows."""
    return CORNERS[code]


def continued(table_title: str) -> str:
    """The title of a table where it goes on."""
    return f"{table_title} ({CONTINUED})"


def part_of(whole: str, label: str) -> str:
    """What is read aloud for a row that is a part of a class: the eye sees it stand below it."""
    return f"{clean(whole)}, {clean(label)}"


def not_shown(titles: Sequence[str]) -> str:
    """The sentence that names the tables of which no figure may be shown."""
    return f"{NOT_SHOWN} {'; '.join(titles)}."


def notes(table: SafeTable) -> tuple[str, ...]:
    """What must be said below a table."""
    said = []
    if table.together is not None:
        said.append(together(table.together, table.columns[0].unit.label))
    said += apart(table)
    if not table.adds_up and len(table.rows) > 1 and table.code in DOES_NOT_ADD_UP:
        said.append(DOES_NOT_ADD_UP[table.code])
    return tuple(said)


def apart(table: SafeTable) -> tuple[str, ...]:
    """That columns of their own are not in the number of their class, as one might think."""
    classes = {row.main: row.label for row in table.rows if row.kind is RowKind.TOP and row.main}
    return tuple(
        sentence
        for main, label in classes.items()
        for sentence in _apart_from(label, _own(table, main))
    )


def _own(table: SafeTable, main: str) -> list[str]:
    return [r.label for r in table.rows if r.kind is RowKind.OWN_COLUMN and r.main == main]


_MOST_NAMED = 3


def _apart_from(whole: str, own: Sequence[str]) -> Iterator[str]:
    *before, last = own or [""]
    if len(before) >= _MOST_NAMED:
        yield f"Onderwerpen met een eigen regel staan apart en tellen niet mee bij {whole}."
    elif before:
        yield f"{', '.join(before)} en {last} staan apart en tellen niet mee bij {whole}."
    elif last:
        yield f"{last} staat apart en telt niet mee bij {whole}."


def together(number: int, unit: str) -> str:
    """What all hidden cells of one table are together."""
    return f"Niet getoond, samen: {number} {unit}"
