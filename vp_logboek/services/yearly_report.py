"""From the logbook's rows to the one thing that leaves it: the protected yearly overview.

The window, the command line and the tests are three callers of the functions in this file.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vp_logboek.domain.counts import Column
from vp_logboek.domain.disclosure.protector import Protected, protect
from vp_logboek.domain.errors import OrganisationNeeded, UnknownOrganisation, YearNotOver
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.safe_report import SafeColumn, SafeReport, printed
from vp_logboek.domain.tables import RowKind
from vp_logboek.domain.tally import Tally
from vp_logboek.report import yearly
from vp_logboek.services.notebook import is_example
from vp_logboek.services.safekeeping import room_for
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
    """The exact counts of the reporting year that begins in ``year``."""
    return Tally.of(logbook.facts(organisation, organisation.year(year)))


def year_overview(logbook: Logbook, organisation: Organisation, year: int) -> YearView:
    """The exact counts beside what may leave at the level that holds for that year."""
    tally = year_tally(logbook, organisation, year)
    return YearView(tally, protect(tally, organisation.level_in(year), example=is_example(logbook)))


def overview_pdf(report: SafeReport, concept: bool = False) -> bytes:
    """The overview as PDF: the same report always gives the same bytes."""
    return yearly.render(report, concept)


def issue_overview(
    logbook: Logbook, organisation: Organisation, year: int, target: Path, today: date
) -> bytes:
    """Issue the overview of a year: note it in the logbook, and only then let the file appear.

    A crash in between counts as issued: better a note too many than a page nobody knows of. Raises
    YearNotOver before the year's last day has passed, and TargetUnwritable: then nothing is noted
    and what stood at ``target`` is whole.
    """
    period = organisation.year(year)
    if not period.is_over(today):
        raise YearNotOver(period.label, period.last_day)
    pdf = overview_pdf(year_overview(logbook, organisation, year).report)
    with room_for(target, len(pdf)) as put:
        digest = hashlib.sha256(pdf).hexdigest()
        logbook.releases.record(organisation.key, year, today, digest)
        put(pdf)
    return pdf


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
