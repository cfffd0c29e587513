"""What is said before, during and after making the overview; without Qt."""

from collections.abc import Iterator, Sequence
from datetime import date

from vp_logboek.domain.disclosure.protector import Reasons, Why
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import Mark, SafeReport, SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.messages import in_words

WHEN_TO_ISSUE = "Breng pas uit als alles is ingevoerd."
CONCEPT = "CONCEPT, niet uitgebracht"
STEPS = (
    "U ziet eerst wat erin komt, wat verborgen blijft en hoe het eruitziet. Er gaat nog niets uit. "
    "Pas als u de PDF opslaat, is het overzicht uitgebracht."
)
NEVER_IN_IT = "Uw aantekeningen, de nummers van dossiers, en de dagen waarop u met iemand sprak."
ABOUT_HIDDEN = (
    "Kleine aantallen komen niet in het overzicht. Soms wordt ook een groter aantal verborgen, "
    "anders is het kleine uit te rekenen. Achter elke • kan elk klein aantal zitten, ook nul."
)
NOTHING_HIDDEN = "In dit overzicht is geen enkel aantal verborgen."
ALL_SHOWN = (
    "Dit jaar geldt het niveau Zonder drempel. Ook kleine aantallen staan in de PDF. Wie de "
    "organisatie goed kent, kan daarin soms iemand herkennen."
)
ISSUED_BEFORE = (
    "Dit jaar is al eens uitgebracht. Een nieuwe PDF kan andere aantallen hebben. Wie ze allebei "
    "heeft, kan daar soms een klein aantal uit afleiden."
)
HEADINGS = {
    Why.SMALL: "Zelf klein",
    Why.PROTECTS_ANOTHER: "Verborgen om een klein aantal te beschermen",
    Why.DRAWN: "Verborgen door loting",
}
Section = tuple[str, tuple[str, ...]]
"""A heading and its lines."""


def default_name(period: ReportingYear) -> str:
    """The proposed name of the file."""
    return f"jaaroverzicht-vertrouwenspersoon-{period.label}.pdf"


def days(period: ReportingYear) -> str:
    """The first and the last day in words."""
    return f"{in_words(period.start)} tot en met {in_words(period.last_day)}"


def not_over(period: ReportingYear) -> str:
    """That a year can be looked at and not yet issued."""
    return (
        f"Het jaar {period.label} is nog niet voorbij. U kunt het overzicht nu bekijken. "
        f"Uitbrengen kan vanaf {in_words(period.end)}."
    )


def contents(report: SafeReport) -> tuple[str, ...]:
    """The titles of the tables in the PDF."""
    few = f"Aantal melders: minder dan {report.fewer_than}"
    titles = tuple(table.title for table in report.tables)
    return titles if report.fewer_than is None else (few, *titles)


def hidden_count(report: SafeReport) -> int:
    """How many cells have a mark instead of a number."""
    return sum(
        figure is Mark.HIDDEN
        for table in report.tables
        for row in table.rows
        for figure in row.figures
    )


def hidden_sections(report: SafeReport, reasons: Reasons) -> Iterator[Section]:
    """Per table which rows stay hidden and why; without any number."""
    for table in report.tables:
        lines = tuple(
            f"{HEADINGS[why]}: {', '.join(labels)}."
            for why in Why
            if (labels := _hidden_because(table, reasons, why))
        )
        if lines:
            yield table.title, lines


def _hidden_because(table: SafeTable, reasons: Reasons, why: Why) -> list[str]:
    found = [
        (row, position)
        for row in table.rows
        for position in range(len(row.figures))
        if reasons.get((table.code, row.code, position)) is why
    ]
    if table.code is TableCode.KEY:
        return [table.columns[position].label for _, position in found]
    return list(dict.fromkeys(row.label for row, _ in found))


def as_text(report: SafeReport, concept: bool) -> str:
    """The overview as lines of text, for who has it read aloud."""
    return "\n".join(_text_lines(report, concept))


def _text_lines(report: SafeReport, concept: bool) -> Iterator[str]:
    if concept:
        yield CONCEPT
    if report.example:
        yield "VOORBEELD, verzonnen gegevens"
    yield f"Jaaroverzicht vertrouwenspersoon {report.year}"
    yield report.organisation
    yield f"Niveau: {report.level}"
    if report.fewer_than is not None:
        yield f"Minder dan {report.fewer_than} melders in dit jaar"
    for table in report.tables:
        yield ""
        yield table.title
        for row in table.rows:
            yield from _row_lines(table, row)
        yield from _under(table)


def _row_lines(table: SafeTable, row: SafeRow) -> Iterator[str]:
    if table.code is TableCode.KEY:
        for column, figure in zip(table.columns, row.figures, strict=True):
            yield f"  {column.label}: {_spoken(printed(figure))}"
        return
    indent = "    " if row.kind in (RowKind.LEAF, RowKind.REST) else "  "
    yield f"{indent}{row.label}: {_figures(table, [printed(f) for f in row.figures])}"


def _figures(table: SafeTable, figures: Sequence[str]) -> str:
    if len(figures) == 1:
        return _spoken(figures[0])
    pairs = zip(table.columns, figures, strict=True)
    return ", ".join(f"{column.label} {_spoken(figure)}" for column, figure in pairs)


def _spoken(figure: str) -> str:
    words = {Mark.HIDDEN.value: "verborgen", Mark.OUTSIDE.value: "buiten het taakgebied"}
    return words.get(figure, figure)


def _under(table: SafeTable) -> Iterator[str]:
    if table.total is not None:
        yield f"  Totaal: {_figures(table, [printed(figure) for figure in table.total])}"
    if table.together is not None:
        unit = table.columns[0].unit.label
        yield f"  Alle verborgen aantallen samen: {table.together} {unit}"


def result_lines(report: SafeReport, issued_on: date) -> tuple[str, ...]:
    """What was done, and what was not; nothing that was not really done."""
    hidden = hidden_count(report)
    marks = (
        f"{hidden} aantallen zijn verborgen. Op hun plaats staat •."
        if hidden != 1
        else "1 aantal is verborgen. Op die plaats staat •."
    )
    return (
        "De PDF is na het bewaren teruggelezen. Het bestand is precies wat het programma maakte.",
        ALL_SHOWN if report.exact else marks,
        f"In uw logboek staat dat u {report.year} op {in_words(issued_on)} hebt uitgebracht.",
        "Voert u later nog iets in over dit jaar? Dan verandert deze PDF niet. Een nieuwe PDF van "
        "dit jaar kan dan andere aantallen hebben.",
        "Niet nagekeken is wat u buiten dit programma al over dit jaar hebt verteld.",
    )
