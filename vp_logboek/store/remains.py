"""What stayed of destroyed dossiers, per organisation and reporting year: codes in JSON.

A year is that in which the days lay when they were still known: when the organisation begins its
year in another month later on, what stayed keeps counting in the year of that number.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.dossier import ContactKind, Finding, MelderKind, Relation
from vp_logboek.domain.remains import Marks, MelderRemains, Remains
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.what_stays import FINDINGS
from vp_logboek.store.database import Database
from vp_logboek.store.values import to_choice

_TALKS = "gesprekken"
_SUBJECTS = "onderwerpen"


def rows(database: Database, organisation: int, year: int) -> tuple[Remains, ...]:
    """What stayed of destroyed dossiers in a reporting year of an organisation."""
    return tuple(_remains(json.loads(body)) for body in _bodies(database, organisation, year))


def counted(database: Database, organisation: int, year: int) -> dict[int, Marks]:
    """What those rows count of melders who are still in a dossier."""
    found = database.all(
        "SELECT melder, body FROM melder_counted WHERE organisation = ? AND year = ?",
        (organisation, year),
    )
    return {melder: frozenset(json.loads(body)) for melder, body in found}


def add(database: Database, organisation: int, year: int, new: Iterable[Remains]) -> None:
    """Add rows to a year. All of its rows are written anew, in the order of what is in them."""
    bodies = [*_bodies(database, organisation, year), *map(_body, new)]
    database.run("DELETE FROM tally_row WHERE organisation = ? AND year = ?", (organisation, year))
    database.run_each(
        "INSERT INTO tally_row (organisation, year, position, body) VALUES (?, ?, ?, ?)",
        [(organisation, year, place, body) for place, body in enumerate(sorted(bodies))],
    )


def mark(database: Database, organisation: int, year: int, new: Mapping[int, Marks]) -> None:
    """Note what is counted already of melders; of those who are in no dossier nothing is noted."""
    before = counted(database, organisation, year)
    database.run_each(
        "INSERT INTO melder_counted (melder, organisation, year, body)"
        " SELECT id, ?, ?, ? FROM melder WHERE id = ?"
        " ON CONFLICT (melder, organisation, year) DO UPDATE SET body = excluded.body",
        [
            (
                organisation,
                year,
                json.dumps(sorted(marks | before.get(melder, frozenset()))),
                melder,
            )
            for melder, marks in new.items()
            if marks
        ],
    )


def talks(database: Database, organisation: int | None) -> dict[int, int]:
    """How many talks of destroyed dossiers each year counts; of all organisations without one."""
    found = database.all(
        f"SELECT year, json_array_length(body, '$.{_TALKS}.{_SUBJECTS}') FROM tally_row"  # noqa: S608
        " WHERE ?1 IS NULL OR organisation = ?1",
        (organisation,),
    )
    held: dict[int, int] = {}
    for year, number in found:
        held[year] = held.get(year, 0) + number
    return {year: number for year, number in held.items() if number}


def _bodies(database: Database, organisation: int, year: int) -> list[str]:
    found = database.all(
        "SELECT body FROM tally_row WHERE organisation = ? AND year = ? ORDER BY position",
        (organisation, year),
    )
    return [str(body) for (body,) in found]


def _body(row: Remains) -> str:
    return json.dumps(
        {
            "aard": row.kind,
            "onderwerp": row.subject,
            "nieuw": row.opened_in_year,
            "gesloten": row.closed_in_year,
            _TALKS: {
                _SUBJECTS: row.subjects,
                "soorten": row.kinds,
                "contactwijzen": row.channels,
                "minuten": row.minutes,
            },
            "bekend": {_table(value): value for value in row.findings},
            "melders": [
                {"type": one.kind, "relatie": one.relation, "telt": sorted(one.counts)}
                for one in row.melders
            ],
        }
    )


def _remains(body: Any) -> Remains:
    held = body[_TALKS]
    return Remains(
        kind=ContactKind(body["aard"]),
        subject=body["onderwerp"],
        opened_in_year=body["nieuw"],
        closed_in_year=body["gesloten"],
        subjects=tuple(held[_SUBJECTS]),
        kinds=tuple(map(ConversationKind, held["soorten"])),
        channels=tuple(map(Channel, held["contactwijzen"])),
        minutes=held["minuten"],
        findings=tuple(FINDINGS[TableCode(table)](one) for table, one in body["bekend"].items()),
        melders=tuple(map(_melder, body["melders"])),
    )


def _melder(found: Any) -> MelderRemains:
    return MelderRemains(
        to_choice(MelderKind, found["type"]),
        to_choice(Relation, found["relatie"]),
        frozenset(found["telt"]),
    )


def _table(value: Finding) -> str:
    return next(str(table) for table, kind in FINDINGS.items() if isinstance(value, kind))
