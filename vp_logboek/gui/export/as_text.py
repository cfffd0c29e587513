"""The overview as lines of text, for who has it read aloud; without Qt."""

from collections.abc import Iterator, Sequence

from vp_logboek.domain.safe_report import Mark, SafeReport, SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind, TableCode

CONCEPT = "CONCEPT, niet uitgebracht"
_SPOKEN = {Mark.HIDDEN.value: "verborgen", Mark.OUTSIDE.value: "buiten het taakgebied"}


def as_text(report: SafeReport, concept: bool) -> str:
    """The overview as lines of text."""
    return "\n".join(_lines(report, concept))


def _lines(report: SafeReport, concept: bool) -> Iterator[str]:
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
    if table.code is TableCode.KEY and len(table.rows) == 1:
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
    return _SPOKEN.get(figure, figure)


def _under(table: SafeTable) -> Iterator[str]:
    if table.total is not None:
        yield f"  Totaal: {_figures(table, [printed(figure) for figure in table.total])}"
    if table.together is not None:
        unit = table.columns[0].unit.label
        yield f"  Alle verborgen aantallen samen: {table.together} {unit}"
