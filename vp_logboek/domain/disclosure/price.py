"""What an export costs: how much is shown, hidden and hidden by the draw alone."""

from dataclasses import dataclass

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.disclosure.rows import Why
from vp_logboek.domain.safe_report import Mark, SafeReport
from vp_logboek.domain.tables import TableCode


@dataclass(frozen=True, slots=True)
class Price:
    """Numbers about persons on a page.

    ``outside_cost`` is how many fewer are shown because of what was handed out before;
    ``together_left`` how many the sum over all organisations can still show (None: there is none).
    """

    shown: int
    hidden: int
    by_draw: int
    outside_cost: int = 0
    together_left: int | None = None


def price_of(
    protected: Protected,
    without_outside: Protected | None = None,
    together: Protected | None = None,
) -> Price:
    """The price of a report.

    ``without_outside`` is the same year as if nothing had been handed out before; ``together`` the
    sum over all organisations as it would be after this export.
    """
    shown = shown_numbers(protected.report)
    cost = 0 if without_outside is None else shown_numbers(without_outside.report) - shown
    return Price(
        shown,
        hidden_numbers(protected.report),
        sum(why is Why.DRAWN for why in protected.reasons.values()),
        max(cost, 0),
        None if together is None else shown_numbers(together.report),
    )


def shown_numbers(report: SafeReport) -> int:
    """How many numbers about persons the page shows in its rows."""
    return sum(isinstance(figure, int) for figure in _about_persons(report))


def hidden_numbers(report: SafeReport) -> int:
    """How many marks the page has."""
    return sum(figure is Mark.HIDDEN for figure in _about_persons(report))


def _about_persons(report: SafeReport) -> list[int | Mark]:
    return [
        figure
        for table in report.tables
        if table.code is not TableCode.ACTIVITIES
        for row in table.rows
        for figure in row.figures
    ]
