"""From the logbook's rows to the one thing that leaves it: the protected yearly overview.

The window, the command line and the tests are three callers of the functions in this file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vp_logboek.domain.counts import Column
from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.errors import OrganisationNeeded, UnknownOrganisation
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.safe_report import SafeColumn, SafeReport, printed
from vp_logboek.domain.tables import RowKind
from vp_logboek.domain.tally import Tally
from vp_logboek.report import yearly
from vp_logboek.services import issuing
from vp_logboek.store.logbook import Logbook

TabRow = tuple[str, str, str, str, str]
"""Table, row, column, unit and figure, as text."""


@dataclass(frozen=True, slots=True)
class YearView:
    """A year as the counsellor sees it beside what may leave, with the reasons between them."""

    tally: Tally
    protected: Protected

    @property
    def report(self) -> SafeReport:
        """What may leave."""
        return self.protected.report


def choose_organisation(logbook: Logbook, name: str | None) -> Organisation:
    """The organisation of this name, or the only one there is.

    Raises UnknownOrganisation, and OrganisationNeeded when there are several and none is named.
    """
    organisations = logbook.organisations.all()
    known = tuple(organisation.name for organisation in organisations)
    if name is None:
        if len(organisations) != 1:
            raise OrganisationNeeded(known)
        return organisations[0]
    for organisation in organisations:
        if organisation.name.casefold() == name.strip().casefold():
            return organisation
    raise UnknownOrganisation(name, known)


def year_tally(logbook: Logbook, organisation: Organisation, year: int) -> Tally:
    """The exact counts of the reporting year that begins in ``year``; of an issued year those that
    were issued.
    """
    release = logbook.ledger.of(organisation.key, year)
    if release is not None:
        return release.tallies[0]
    held = organisation.in_year(year)
    return Tally.of(logbook.facts(held, held.year(year)))


def year_overview(logbook: Logbook, organisation: Organisation, year: int) -> YearView:
    """The exact counts beside what may leave; of an issued year both as they were issued."""
    prospect = issuing.prepare(logbook, organisation, year)
    return YearView(prospect.tally, prospect.protected)


def overview_pdf(report: SafeReport, concept: bool = False, edition: int = 1) -> bytes:
    """The overview as PDF: the same report always gives the same bytes."""
    return yearly.render(report, concept, edition)


def issue_overview(
    logbook: Logbook, organisation: Organisation, year: int, target: Path, today: date
) -> bytes:
    """Issue the overview of a year and give its bytes; of an issued year the stored ones.

    Raises what ``issuing.issue`` raises.
    """
    prospect = issuing.prepare(logbook, organisation, year)
    release = issuing.issue(logbook, prospect, target, today)
    return issuing.stored_pdf(logbook, release.number)


# --- as text, for the command line ------------------------------------------------------------


def tally_rows(tally: Tally) -> Iterator[TabRow]:
    """The exact tables as text rows; leaves of which there are none are left out."""
    for table in tally.tables:
        whole = ""
        for line in table.lines:
            if line.kind is RowKind.LEAF and not any(count.number for count in line.counts):
                continue
            whole = whole if line.kind is RowKind.LEAF else line.label
            label = _label(line.label, line.kind, whole)
            figures = ["–" if line.outside else str(count.number) for count in line.counts]
            yield from _cells(table.code.label, label, table.columns, figures)
        if table.total is not None:
            totals = [str(count.number) for count in table.total]
            yield from _cells(table.code.label, "Totaal", table.columns, totals)


def report_rows(report: SafeReport) -> Iterator[TabRow]:
    """What may leave as text rows, in the same form, with ``•`` where a number is hidden."""
    if report.fewer_than is not None:
        few = f"minder dan {report.fewer_than}"
        yield ("Kerncijfers", "Totaal", "melders", "melders", few)
    for table in report.tables:
        whole = ""
        for row in table.rows:
            whole = whole if row.kind in (RowKind.LEAF, RowKind.REST) else row.label
            figures = [printed(figure) for figure in row.figures]
            label = _label(row.label, row.kind, whole)
            yield from _cells(table.title, label, table.columns, figures)
        if table.total is not None:
            totals = [printed(figure) for figure in table.total]
            yield from _cells(table.title, "Totaal", table.columns, totals)


def _label(label: str, kind: RowKind, whole: str) -> str:
    return f"{whole}: {label}" if kind in (RowKind.LEAF, RowKind.REST) else label


def _cells(
    table: str, row: str, columns: Sequence[Column | SafeColumn], figures: Sequence[str]
) -> Iterator[TabRow]:
    for column, figure in zip(columns, figures, strict=True):
        yield (table, row, column.label, column.unit.label, figure)
