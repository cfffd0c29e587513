"""What the page of keeping reads and does; on the store thread, without Qt."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from vp_logboek.services import backups, purge, quiet
from vp_logboek.services.purge import Terms, Tidying

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


@dataclass(frozen=True, slots=True)
class OldBackup:
    """A backup by the name of its file."""

    name: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """Everything the page shows. ``last`` is the last day on which something was destroyed, and
    ``copies`` are the backups that can still hold it.
    """

    tidying: Tidying
    terms: Terms
    last: date | None = None
    copies: tuple[OldBackup, ...] = ()


def read(logbook: "Logbook", today: date) -> Found:
    """What is due, what is quiet, and which backups still hold what was destroyed."""
    terms = purge.terms(logbook)
    tidying = purge.tidying(logbook, today)
    asked = quiet.to_ask_about(logbook, tidying.quiet, terms.quiet_days, today)
    last = purge.last_destroyed(logbook)
    copies = () if last is None else old_backups(logbook, last)
    return Found(replace(tidying, quiet=asked), terms, last, copies)


def old_backups(logbook: "Logbook", day: date) -> tuple[OldBackup, ...]:
    """The backups that can still hold what was destroyed until this day, the newest first."""
    return tuple(OldBackup(one.path.name, one.made) for one in backups.made_before(logbook, day))
