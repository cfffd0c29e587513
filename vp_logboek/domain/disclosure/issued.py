"""One organisation's issued year, as a part of a sum over organisations."""

from dataclasses import dataclass

from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level, Thresholds
from vp_logboek.domain.disclosure.problems import TOTAL, Given, Place, least_total
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally


@dataclass(frozen=True)
class IssuedPart:
    """One organisation's issued year: its exact counts, what was shown of them and at what level.

    ``outside`` is what was handed out of them outside the program.
    """

    tally: Tally
    report: SafeReport
    level: Level
    outside: tuple[Outside, ...] = ()

    @property
    def k(self) -> Thresholds:
        """Its thresholds. Of an exact one everything is shown; these are not looked at."""
        return THRESHOLDS.get(self.level, THRESHOLDS[Level.STANDARD])

    @property
    def shows_total(self) -> bool:
        """Whether the number of melders was printed."""
        return self.shows((*TOTAL, 0))

    def shows(self, place: Place) -> bool:
        """Whether a number was printed. An exact overview leaves out only what is none."""
        code, row, column = place
        table = self.report.table(code)
        if self.report.exact:
            return code is not TableCode.SUBJECT_ORIGIN or table is not None
        return any(
            known.code == row and isinstance(known.figures[column], int)
            for known in (table.rows if table else ())
        )

    @property
    def given(self) -> Given:
        """What was handed out of each row."""
        return {(told.table, told.row): told.number for told in self.outside}

    @property
    def given_total(self) -> int:
        """How many melders a reader knows of who got that."""
        return least_total(self.tally, self.given)
