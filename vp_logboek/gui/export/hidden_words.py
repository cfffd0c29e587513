"""Which tables and figures the PDF has, and what it says instead of the others; without Qt."""

from vp_logboek.domain.disclosure.price import hidden_numbers
from vp_logboek.domain.safe_report import SafeReport

NOTHING_HIDDEN = "In dit overzicht is geen enkel aantal verborgen."
SAID_OF_FEW = "Over melders staat er alleen: minder dan {0}."
_WHY_FEW = "Er kwamen zo weinig melders dat alle aantallen over hen zijn verborgen."
_ONLY_NAMED = (
    "In een tabel die aantallen toont, staat op hun plaats •. Een tabel zonder aantallen is alleen "
    "genoemd."
)


def hides(report: SafeReport) -> bool:
    """Whether anything about melders is hidden, by a mark or all of it."""
    return report.fewer_than is not None or hidden_numbers(report) > 0


def with_figures(report: SafeReport) -> tuple[str, ...]:
    """The titles of the tables that have a figure in the PDF."""
    few = f"Aantal melders: minder dan {report.fewer_than}"
    titles = tuple(table.title for table in report.tables if not table.shows_nothing)
    return titles if report.fewer_than is None else (few, *titles)


def only_named(report: SafeReport) -> tuple[str, ...]:
    """The titles of the tables that the PDF names and does not show: all of it is hidden."""
    return tuple(table.title for table in report.tables if table.shows_nothing)


def said_of_few(report: SafeReport) -> str:
    """All that is said of the melders, of whom there were too few; empty where there were not."""
    return "" if report.fewer_than is None else SAID_OF_FEW.format(report.fewer_than)


def few(report: SafeReport) -> str:
    """That all is hidden of too few melders, and what stands there instead."""
    return f"{_WHY_FEW} {said_of_few(report)}"


def marks(report: SafeReport) -> str:
    """How many figures are hidden, and what stands in their places."""
    if report.fewer_than is not None:
        return few(report)
    hidden = hidden_numbers(report)
    if not hidden:
        return NOTHING_HIDDEN
    said = "1 aantal is verborgen" if hidden == 1 else f"{hidden} aantallen zijn verborgen"
    place = "Op die plaats" if hidden == 1 else "Op hun plaats"
    return f"{said}. {_ONLY_NAMED if only_named(report) else f'{place} staat •.'}"
