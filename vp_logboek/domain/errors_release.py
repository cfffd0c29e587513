"""What can stand in the way of issuing an overview: data only, the sentences are in messages."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from vp_logboek.domain.errors import LogbookError


@dataclass
class Stopped(LogbookError):
    """The work was asked to stop before it was done; nothing was issued."""


# --- a year that cannot be issued -------------------------------------------------------------


class WhyBlocked(Enum):
    """Why a year is blocked. The value is what the logbook keeps."""

    BEFORE_LEDGER = "voor-het-register"
    REMEMBERED = "elders-onthouden"
    TOLD = "door-de-vp-gezegd"
    FORKED = "anders-onthouden"


@dataclass
class YearBlocked(LogbookError):
    """A year was issued and this logbook does not know how, or knows another one.

    The PDF that exists stands. ``label`` names the year, and in a sum the organisation too.
    """

    label: str
    why: WhyBlocked


@dataclass
class AnswerNeeded(LogbookError):
    """The file came from a copy of ``since``: was anything issued after that day?"""

    since: date


@dataclass
class AlreadyIssued(LogbookError):
    """The year was issued; nothing can be added to it any more."""

    label: str


@dataclass
class NotIssuedYet(LogbookError):
    """Something is asked of issued years, and these ``years`` (named) are not issued."""

    years: tuple[str, ...]


@dataclass
class NoSuchRelease(LogbookError):
    """The ledger has no release of this number."""

    number: int


@dataclass
class Changed(LogbookError):
    """The logbook changed after the overview was shown: what would be issued is another one."""


@dataclass
class IssuedNotSaved(LogbookError):
    """It was issued, as release ``number``, and then the file could not get its name."""

    name: str
    number: int


# --- several years or organisations -----------------------------------------------------------


@dataclass
class YearsRefused(LogbookError):
    """Three to five years can stand side by side; ``asked`` is how many were asked for."""

    asked: int


@dataclass
class NotTogether(LogbookError):
    """There is only one organisation, so nothing can be put together."""


@dataclass
class PeriodsDiffer(LogbookError):
    """The organisations' reporting years do not begin and end on the same days."""


@dataclass
class UnknownFigure(LogbookError):
    """A figure that was handed over is not given in the form that is asked, or names no row."""

    text: str


# --- a revised edition ------------------------------------------------------------------------


class Revision(Enum):
    """Why a revised edition is refused."""

    SMALL_DIFFERENCE = auto()
    NOT_ADMISSIBLE = auto()
    NOTHING_CHANGED = auto()
    OTHER_ROWS = auto()


@dataclass
class RevisionRefused(LogbookError):
    """A revised edition would tell a small number, or would tell nothing new."""

    why: Revision


# --- the ledger -------------------------------------------------------------------------------


@dataclass
class LedgerBroken(LogbookError):
    """The ledger's chain does not hold: from release ``number`` on something was changed."""

    number: int
