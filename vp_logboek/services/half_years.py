"""Half a year as the counsellor sees it. Nothing of it is ever issued: see ``half_year``."""

from dataclasses import dataclass

from vp_logboek.domain.half_year import Half, HalfTally, HalfYear, both_halves
from vp_logboek.domain.organisation import Organisation
from vp_logboek.store.logbook import Logbook


@dataclass(frozen=True, slots=True)
class HalfCounted:
    """Half a year, beside the same half of the year before where anything was noted in that.

    Of an issued year it is what the logbook says now of all that was counted in it.
    """

    organisation: Organisation
    tally: HalfTally
    before: HalfTally | None

    @property
    def half(self) -> HalfYear:
        """Which half of which year."""
        return self.tally.half


def counted_half(
    logbook: Logbook, organisation: Organisation, year: int, half: Half
) -> HalfCounted:
    """Count one half of a year and the same half of the year before."""
    before = _tally(logbook, organisation, year - 1, half)
    return HalfCounted(
        organisation,
        _tally(logbook, organisation, year, half),
        None if before.is_empty else before,
    )


def _tally(logbook: Logbook, organisation: Organisation, year: int, half: Half) -> HalfTally:
    held = organisation.in_year(year)
    first, second = (logbook.half_facts(held, HalfYear(held.year(year), each)) for each in Half)
    both = both_halves(first, second)
    return both[0] if half is Half.FIRST else both[1]
