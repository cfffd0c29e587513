"""Reports about more than one year or organisation, as small as they can be."""

from dataclasses import replace

from tests.report.years import zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import (
    Figure,
    Held,
    Mark,
    ReportKind,
    SafeColumn,
    SafeReport,
    SafeRow,
    SafeTable,
)
from vp_logboek.domain.tables import TableCode, Unit

NAMES = ("Gemeente Voorbeeld", "Scholengroep De Linde", "Fabriek Zonneschijn")
YEARS = ("2021", "2022", "2024")


def together(level: Level = Level.STANDARD) -> SafeReport:
    """A year of three organisations."""
    return replace(
        zuid_holland(level),
        organisation="Alle organisaties samen",
        kind=ReportKind.TOGETHER,
        parts=NAMES,
    )


def side_by_side(level: Level = Level.STANDARD, years: tuple[str, ...] = YEARS) -> SafeReport:
    """Some years of one organisation, the first of them at *Ruim*; in one a number is hidden."""
    report = zuid_holland(level)
    columns = tuple(SafeColumn(label, Unit.MELDERS) for label in (*years, "samen"))
    shown = tuple(range(11, 11 + len(years)))
    rows: dict[str, tuple[Figure, ...]] = {
        "Integriteit": (*shown, sum(shown)),
        "Arbeidsconflict": (Mark.HIDDEN, *shown[1:], Mark.HIDDEN),
    }
    subjects = SafeTable(
        TableCode.SUBJECT,
        columns,
        tuple(SafeRow(label, label, figures) for label, figures in rows.items()),
        (*(n + 40 for n in shown), sum(shown) + 40 * len(shown)),
    )
    return replace(
        report,
        year=f"{years[0]} en later",
        tables=(subjects,),
        kind=ReportKind.YEARS,
        parts=years,
        held=(Held(years[:1], "Ruim", False, 3, 3, 3), _held(report, years[1:])),
    )


def _held(report: SafeReport, years: tuple[str, ...]) -> Held:
    return Held(
        years, report.level, report.exact, report.subject_threshold,
        report.characteristic_threshold, report.total_threshold,
    )  # fmt: skip
