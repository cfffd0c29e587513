"""Tally to SafeReport: what each table may show at a level (design chapter 4).

Each dimension of the year is a problem of its own (``problems``); what it shows is chosen there by
``core`` under a secret draw; here the choices become the tables of a report.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from vp_logboek.domain.counts import Line
from vp_logboek.domain.disclosure.core import NoPattern, choose
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.exact import as_it_is, exact_report
from vp_logboek.domain.disclosure.flat import may_show_difference
from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level, Thresholds
from vp_logboek.domain.disclosure.problems import (
    Dimension,
    Given,
    Place,
    dimensions,
    least_total,
)
from vp_logboek.domain.disclosure.rows import (
    Reasons,
    Why,
    columns_of,
    numbers_of,
    protected_table,
    row_of,
    together_code,
)
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.system import Pattern, Problem
from vp_logboek.domain.disclosure.told import is_reckoned_with, tells_of_talks
from vp_logboek.domain.errors_release import UnknownFigure
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.safe_report import Figure, Mark, SafeReport, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally

__all__ = ["EXACT_ONLY", "Protected", "Reasons", "Why", "protect", "together_code"]

EXACT_ONLY = frozenset(
    {
        TableCode.TALK_SUBJECT,
        TableCode.CONTACT_ORIGIN,
        TableCode.DOSSIER_STATE,
        TableCode.TALK_KIND,
        TableCode.CHANNEL,
    }
)
"""Tables that count something else than persons: at *Zonder drempel* only."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What may leave, and for the counsellor alone why the rest may not.

    ``cells`` are the systems of cells the report was chosen in, each with its pattern: what an
    attacker of the page must be set against.
    """

    report: SafeReport
    reasons: Reasons
    cells: tuple[tuple[Problem, Pattern], ...] = ()


def protect(
    tally: Tally,
    level: Level,
    draw: Draw,
    outside: Sequence[Outside] = (),
    example: bool = False,
    stop: Stop | None = None,
) -> Protected:
    """The report that may leave at this level, with the reasons for what it hides.

    ``outside`` are figures about a part of the year that were handed out outside the program.
    Raises UnknownFigure where one of them cannot be taken into account, and Stopped when ``stop``
    says so.
    """
    if level is Level.NONE:
        return Protected(exact_report(tally, example), {})
    for told in outside:
        if not is_reckoned_with(tally, told):
            raise UnknownFigure(f"{told.table.value}/{told.row}={told.number}")
    year = ProtectedYear.of(tally, level, outside)
    return year.protected(choices(year.to_choose, draw, stop), example)


Chosen = Sequence[tuple[Dimension, Pattern]]


def choices(dimensions: Iterable[Dimension], draw: Draw, stop: Stop | None) -> Chosen:
    """What is shown of each dimension.

    One of which nothing is admissible is left out altogether: what was handed out before leaves no
    number in it that could stand beside its marks. Raises Stopped.
    """
    chosen = []
    for each in dimensions:
        with suppress(NoPattern):
            chosen.append((each, choose(each.problem, draw.within(each.name), stop)))
    return chosen


@dataclass(frozen=True, slots=True)
class ProtectedYear:
    """One year at a level with thresholds.

    The small-total rules look at printed numbers only: without a shown total the activities alone,
    below ``k.detail`` the total besides.
    """

    tally: Tally
    level: Level
    given: Given

    @classmethod
    def of(cls, tally: Tally, level: Level, outside: Sequence[Outside]) -> "ProtectedYear":
        """A year of which these figures were handed out outside the program."""
        return cls(tally, level, {(told.table, told.row): told.number for told in outside})

    @property
    def k(self) -> Thresholds:
        """The thresholds of the level."""
        return THRESHOLDS[self.level]

    @property
    def is_total_shown(self) -> bool:
        """Whether the year has enough melders, and enough more than were handed out before."""
        return self.tally.melders - least_total(self.tally, self.given) >= self.k.total

    @property
    def has_detail(self) -> bool:
        """Whether there is more than the total."""
        return self.is_total_shown and self.tally.melders >= self.k.detail

    @property
    def to_choose(self) -> Iterable[Dimension]:
        """The problems of the page."""
        return dimensions(self.tally, self.level, self.given) if self.has_detail else ()

    def protected(self, chosen: Chosen, example: bool, with_talks: bool = True) -> Protected:
        """The report with these choices; ``with_talks`` is False where the totals of talks,
        dossiers and hours stay hidden whatever they are.
        """
        reasons = hidden_places(chosen)
        key = self._key_table(reasons, with_talks)
        tables = (*key, *self._tables(chosen))
        fewer = None if key else self.k.total
        report = SafeReport(
            self.tally.organisation, self.tally.period.label, self.level.label, False,
            self.k.subject, self.k.characteristic, self.k.total, fewer, tables, example,
        )  # fmt: skip
        return Protected(report, reasons, tuple((each.problem, shown) for each, shown in chosen))

    def _tables(self, chosen: Chosen) -> Iterator[SafeTable]:
        codes = {code for each, _ in chosen for code, _, _ in each.places}
        shown = shown_places(chosen)
        for table in self.tally.tables:
            if table.code in codes:
                yield protected_table(table, shown, self.tally.melders)
        yield as_it_is(self.tally.table(TableCode.ACTIVITIES))

    def _key_table(self, reasons: dict[Place, Why], with_talks: bool) -> tuple[SafeTable, ...]:
        """Talks, dossiers and hours beside the melders: together, or none of them.

        Nothing at all where there are fewer melders than may be told: the page says so. A mark
        where figures were handed out before: "fewer than" would tell how many came since.
        """
        if not self.is_total_shown and not self.given:
            return ()
        table = self.tally.table(TableCode.KEY)
        line = table.lines[0]
        figures = self._key_figures(line, with_talks)
        for position, figure in enumerate(figures):
            if figure is Mark.HIDDEN:
                small = position == 0 and self.tally.melders < self.k.total
                reasons[table.code, line.code, position] = (
                    Why.SMALL if small else Why.PROTECTS_ANOTHER
                )
        rows = (row_of(line, figures),)
        return (SafeTable(table.code, columns_of(table), rows, adds_up=False),)

    def _key_figures(self, line: Line, with_talks: bool) -> tuple[Figure, ...]:
        melders, talks, dossiers, _hours = (count.number for count in line.counts)
        together = (
            with_talks
            and self.has_detail
            and not tells_of_talks(self.given)
            and all(
                may_show_difference(larger, smaller, self.k.total)
                for larger, smaller in ((talks, melders), (talks, dossiers), (dossiers, melders))
            )
        )
        if together:
            return numbers_of(line)
        first: Figure = melders if self.is_total_shown else Mark.HIDDEN
        return (first, *(Mark.HIDDEN for _ in line.counts[1:]))


def shown_places(chosen: Chosen) -> frozenset[Place]:
    """The cells of the page that have a number."""
    return frozenset(
        place
        for each, pattern in chosen
        for place, cell in each.places.items()
        if cell in pattern.shown
    )


def hidden_places(chosen: Chosen) -> dict[Place, Why]:
    """Why each cell is hidden that has a place on the page and is not shown."""
    return {
        place: _why(each.problem, pattern, cell)
        for each, pattern in chosen
        for place, cell in each.places.items()
        if cell not in pattern.shown
    }


def _why(problem: Problem, pattern: Pattern, cell: int) -> Why:
    asked = problem.system.cells[cell]
    if problem.values[cell] < asked.least + asked.threshold:  # what was handed out counts in it
        return Why.SMALL
    return Why.DRAWN if cell in pattern.drawn else Why.PROTECTS_ANOTHER
