"""What the place *Uitgegeven* asks of the logbook, on the store thread; no widgets here."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vp_logboek.domain.ledger import Release
from vp_logboek.gui.export.saving import Issued, issue_again, stored
from vp_logboek.services import blocked, issuing, notebook

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


__all__ = ["Found", "Issued", "Unknown", "how_many", "read", "save", "stored"]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A year that was issued while this logbook does not know how."""

    organisation: str
    label: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was issued, the last first, and the years of which another PDF stands."""

    releases: tuple[Release, ...]
    unknown: tuple[Unknown, ...]


def how_many(logbook: "Logbook") -> int:
    """How many overviews were issued."""

    return logbook.ledger.length


def read(logbook: "Logbook") -> Found:
    """Everything the place shows."""

    unknown = [
        Unknown(one.name, one.in_year(year).year(year).label)
        for one in notebook.organisations(logbook)
        for year in sorted(blocked.blocked_years(logbook, one.key), reverse=True)
    ]
    return Found(tuple(reversed(issuing.releases(logbook))), tuple(unknown))


def save(logbook: "Logbook", number: int, target: Path) -> Issued:
    """Save the PDF as it was issued and read it back. Raises NoSuchRelease, TargetUnwritable."""
    return issue_again(logbook, number, target)
