"""How long a dossier is kept: pure rules. Today is an argument and nothing is done by itself.

The law gives no term. Practice is: destroy once the matter is closed and counted in the yearly
overview, two years after closing at the latest. Both can be set.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

LONGEST_KEPT = 20
"""Years. Past this a term is no longer one."""
LONGEST_QUIET = 3650
LONGEST_IN_BIN = 365


class Why(Enum):
    """Why a closed dossier is due."""

    REPORTED = auto()
    """The overview that counts its closing has been issued."""
    TOO_LONG = auto()
    """It was closed as many years ago as a dossier is kept."""
    OWN_DATE = auto()
    """The day the counsellor wrote in it (*vernietigen op*) has come."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How long what is kept.

    ``keep_years`` after closing a dossier is due whatever else; ``when_reported``: sooner, once the
    overview over its closing year was issued. An open dossier is quiet after ``quiet_days`` without
    a talk. A talk is over its time in the bin after ``bin_days``.
    """

    keep_years: int = 2
    quiet_days: int = 90
    bin_days: int = 30
    when_reported: bool = True

    def within_reason(self) -> "Terms":
        """The same terms with each number between its least and its most."""
        return Terms(
            keep_years=min(max(self.keep_years, 0), LONGEST_KEPT),
            quiet_days=min(max(self.quiet_days, 1), LONGEST_QUIET),
            bin_days=min(max(self.bin_days, 0), LONGEST_IN_BIN),
            when_reported=self.when_reported,
        )


@dataclass(frozen=True, slots=True)
class Closed:
    """What the rule needs of a closed dossier.

    ``reported`` is the day on which the year that counts its closing was first issued. One that was
    closed late, after its year was issued, is counted in a later year.
    """

    closed: date
    reported: date | None = None
    own_date: date | None = None


def due_since(dossier: Closed, terms: Terms, today: date) -> tuple[Why, date] | None:
    """Since when and why a closed dossier is due; None when it is not.

    A day of the dossier's own takes the place of both terms, sooner or later: it was written for
    this matter by somebody who knows what the terms cannot, a promise to the melder or a procedure
    that runs.
    """
    if dossier.own_date is not None:
        reasons = [(max(dossier.own_date, dossier.closed), Why.OWN_DATE)]
    else:
        reasons = [(years_later(dossier.closed, terms.keep_years), Why.TOO_LONG)]
        if terms.when_reported and dossier.reported is not None:
            reasons.append((dossier.reported, Why.REPORTED))
    since, why = min(reasons, key=lambda reason: reason[0])
    return (why, since) if since <= today else None


def is_quiet(last_talk: date, terms: Terms, today: date) -> bool:
    """Whether an open dossier has been without a talk so long that it is asked about."""
    return today - last_talk >= timedelta(days=terms.quiet_days)


def is_over_bin_days(binned_on: date, terms: Terms, today: date) -> bool:
    """Whether a talk has lain in the bin as long as one is kept there."""
    return today - binned_on >= timedelta(days=terms.bin_days)


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
