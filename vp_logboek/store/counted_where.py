"""Where each thing of a dossier was counted, or will be."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from vp_logboek.domain.catchment import counted_year
from vp_logboek.store.counted import FIELDS, closed_years
from vp_logboek.store.database import Database
from vp_logboek.store.organisations import Organisations

_MARKED = ", ".join(f"{day}, {marker}" for day, marker in FIELDS)


def years_of(database: Database, dossiers: Collection[int]) -> set[tuple[int, int]]:
    """Each organisation and year in which something of these dossiers counts."""
    found = set[tuple[int, int]]()
    organisations = {one.key: one for one in Organisations(database).all()}
    closed = {key: closed_years(database, key) for key in organisations}
    for dossier in dossiers:
        row = database.one(f"SELECT organisation, {_MARKED} FROM dossier WHERE id = ?", (dossier,))
        if row is None:
            continue
        own = organisations[row[0]]
        for day, mark in (*_pairs(row[1:]), *_talks(database, dossier)):
            if mark is not None:
                found |= {(own.key, year) for year in _counted_by(database, own.key, mark)}
            else:
                day_ = date.fromisoformat(day)
                found.add((own.key, counted_year(own, day_, closed[own.key])))
    return found


def end_of(database: Database, organisation: int, mark: int) -> date | None:
    """The day after the year that counted something; None where nobody knows which that was."""
    years = _counted_by(database, organisation, mark)
    own = Organisations(database).get(organisation)
    return max((own.year(year).end for year in years), default=None)


def reported(database: Database) -> dict[int, date]:
    """The closed dossiers of which the closing was counted, with the day on which it first was."""
    rows = database.all(
        "SELECT d.id, min(l.issued_on) FROM dossier d"
        " JOIN ledger_scope own ON own.number = d.closed_in"
        " JOIN ledger_scope s ON s.organisation = own.organisation AND s.year = own.year"
        " AND s.counts JOIN ledger l ON l.number = s.number WHERE d.closed_in > 0 GROUP BY d.id"
        " UNION ALL SELECT d.id, b.day FROM dossier d JOIN blocked_year b"
        " ON b.organisation = d.organisation AND b.year = -d.closed_in WHERE d.closed_in < 0"
    )
    return {id_: date.fromisoformat(day) for id_, day in rows}


def _pairs(row: Sequence[object]) -> Iterator[tuple[str, int | None]]:
    for day, mark in zip(row[::2], row[1::2], strict=True):
        if day is not None or mark is not None:
            yield str(day), None if mark is None else int(str(mark))


def _talks(database: Database, dossier: int) -> list[tuple[str, int | None]]:
    return [
        (day, mark)
        for day, mark in database.all(
            "SELECT held_on, counted_in FROM conversation WHERE dossier = ? AND binned_on IS NULL",
            (dossier,),
        )
    ]


def _counted_by(database: Database, organisation: int, mark: int) -> list[int]:
    """The year that this mark stands for: a release's, or that of the blocked year itself."""
    if mark < 0:
        return [-mark]
    rows = database.all(
        "SELECT year FROM ledger_scope WHERE organisation = ? AND number = ? AND counts",
        (organisation, mark),
    )
    return [year for (year,) in rows]
