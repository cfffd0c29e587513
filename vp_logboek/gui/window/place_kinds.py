"""The places at the left: which there are, and how much stands in each."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from vp_logboek.gui.released.work import how_many
from vp_logboek.gui.session import Session
from vp_logboek.services import notebook, purge

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


class Kind(Enum):
    """What stands in the middle."""

    YEAR = auto()
    ALL_YEARS = auto()
    DOSSIERS = auto()
    ACTIONS = auto()
    ACTIVITIES = auto()
    KEEPING = auto()
    BIN = auto()
    RELEASED = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """One line at the left. ``count`` None shows no number; ``asks`` marks one that waits."""

    kind: Kind
    label: str
    count: int | None = None
    year: int | None = None
    begins_section: bool = False
    asks: bool = False

    @property
    def key(self) -> tuple[Kind, int | None]:
        """What stays the same when the count changes."""
        return self.kind, self.year


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands behind the places."""

    years: tuple[tuple[int, int], ...]
    open_dossiers: int
    open_actions: int
    due: int
    binned: int
    released: int


def count(logbook: "Logbook", organisation: int | None, today: date) -> Counts:
    """Count everything; on the store thread."""
    dossiers = notebook.dossier_rows(logbook)
    return Counts(
        notebook.years(logbook, organisation),
        sum(row.closed is None for row in dossiers),
        len(notebook.open_actions(logbook)),
        len(purge.due_among(logbook, dossiers, today)),
        len(notebook.binned(logbook)),
        how_many(logbook),
    )


def places_of(session: Session, organisation: int | None, counts: Counts) -> list[Place]:
    """Reporting years of one organisation, calendar years for all of them together."""
    one = session.organisations[0] if organisation is None else session.organisation(organisation)
    present = one.year_of(session.today()).year
    known = dict(counts.years)
    known.setdefault(present, 0)
    years = [
        Place(Kind.YEAR, str(year) if organisation is None else one.year(year).label, talks, year)
        for year, talks in sorted(known.items(), reverse=True)
    ]
    total = sum(known.values())
    return [
        *years,
        *([Place(Kind.ALL_YEARS, "Alle jaren", total)] if len(years) > 1 else []),
        Place(Kind.DOSSIERS, "Dossiers", counts.open_dossiers, begins_section=True),
        Place(Kind.ACTIONS, "Acties", counts.open_actions),
        Place(Kind.ACTIVITIES, "Activiteiten"),
        Place(Kind.KEEPING, "Opruimen", counts.due, begins_section=True, asks=counts.due > 0),
        Place(Kind.BIN, "Prullenbak", counts.binned),
        Place(Kind.RELEASED, "Uitgegeven", counts.released, begins_section=True),
    ]


def said_of(place: Place) -> str:
    """What a screen reader says of a place."""
    if place.count is None:
        return place.label
    return f"{place.label}, {place.count}{' te vernietigen' if place.asks else ''}"
