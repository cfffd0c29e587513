"""Dossiers: one matter each, with its melders, further subjects and links."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from vp_logboek.domain.dossier import (
    CameVia,
    ContactKind,
    Dossier,
    Ending,
    Handling,
    Measure,
    Outcome,
)
from vp_logboek.domain.errors import Gone
from vp_logboek.domain.listing import DossierQuery, DossierRow
from vp_logboek.store import dossier_parts as parts
from vp_logboek.store.counted_where import end_of
from vp_logboek.store.database import Database, Row
from vp_logboek.store.values import from_day, storable, to_choice, to_day, to_known

_FIELDS = (
    "organisation", "opened", "closed", "subject", "kind", "came_via",
    "handling", "handling_on", "outcome", "outcome_on", "measure", "measure_on",
    "ending", "ending_on", "consent_on", "consent_for", "elsewhere", "destroy_on",
)  # fmt: skip
_NAMES = ", ".join(_FIELDS)

_GET = f"SELECT number, {_NAMES} FROM dossier WHERE id = ?"
_INSERT = (
    f"INSERT INTO dossier (number, import, {_NAMES})"
    f" VALUES (?, ?, {', '.join('?' for _ in _FIELDS)})"
)
_UPDATE = (
    f"UPDATE dossier SET {', '.join(f'{name} = ?' for name in _FIELDS)}, changed = changed + 1"
    " WHERE id = ?"
)
# what becomes known: its value (of a closing its day), its day, and where it was counted
_EVENTS = (
    ("closed", "closed", "closed_in"), ("handling", "handling_on", "handling_in"),
    ("outcome", "outcome_on", "outcome_in"), ("measure", "measure_on", "measure_in"),
    ("ending", "ending_on", "ending_in"),
)  # fmt: skip
_COUNTED = (
    f"SELECT number, organisation, {', '.join(f'{value}, {mark}' for value, _, mark in _EVENTS)}"
    " FROM dossier WHERE id = ?"
)
_NEXT_NUMBER = (
    "INSERT INTO dossier_number (year, last) VALUES (?, 1)"
    " ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last"
)
_ROWS = """
    SELECT id, number, subject, kind, opened, closed, organisation FROM dossier
    WHERE (?1 IS NULL OR organisation = ?1) AND (NOT ?2 OR closed IS NULL)
"""
# counted here and not in SQL: with cipher_memory_security an aggregate costs 20 microseconds a row
_NEVER_HELD: tuple[int, str | None] = (0, None)
_HELD = "SELECT dossier, held_on, binned_on IS NULL FROM conversation ORDER BY dossier, held_on"


class Dossiers:
    """Every matter in this logbook."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, id_: int) -> Dossier:
        """One dossier. Raises Gone."""
        row = self._database.one(_GET, (id_,))
        if row is None:
            raise Gone("dit dossier")
        return replace(
            _dossier(row),
            melders=parts.melders(self._database, id_),
            further_subjects=parts.subjects(self._database, id_),
            related=parts.links(self._database, id_),
            id=id_,
        )

    def save(self, dossier: Dossier, imported: int | None = None) -> Dossier:
        """Add or change; a new one gets its number, and a melder without a number gets one too.

        ``imported`` is the id of the import that adds it. Raises Gone.
        """
        dossier = replace(dossier, consent_for=storable(dossier.consent_for))
        with self._database.transaction():
            dossier = (
                self._added(dossier, imported) if dossier.id is None else self._changed(dossier)
            )
            return parts.save(self._database, dossier)

    def rows(self, query: DossierQuery) -> tuple[DossierRow, ...]:
        """The dossiers a query asks for, the one with the latest talk first."""
        held = self._held()
        found = self._database.all(_ROWS, (query.organisation, query.open_only))
        rows = (_row(row, *held.get(row[0], _NEVER_HELD)) for row in found)
        # one whose talks all lie in the bin is not listed: it comes back with them
        listed = [row for row in rows if row.talks or row.id not in held]
        listed.sort(key=lambda row: (row.last_talk or row.opened, row.id), reverse=True)
        return tuple(listed[: query.limit])

    def remove(self, id_: int) -> None:
        """Take a dossier without talks out of the logbook; its number is not given again."""
        with self._database.transaction():
            people = parts.melder_numbers(self._database, id_)
            self._database.run("DELETE FROM dossier WHERE id = ?", (id_,))
            parts.forget_melders(self._database, people)

    def is_empty(self, id_: int) -> bool:
        """Whether nothing hangs on it: no talk, in the bin or not, and no action."""
        return not self._database.number(
            "SELECT EXISTS (SELECT 1 FROM conversation WHERE dossier = ?1)"
            " OR EXISTS (SELECT 1 FROM action WHERE dossier = ?1)",
            (id_,),
        )

    def _held(self) -> dict[int, tuple[int, str | None]]:
        """For each dossier with talks how many there are, and the day of the last; no bin."""
        held: dict[int, tuple[int, str | None]] = {}
        for dossier, held_on, counts in self._database.all(_HELD):
            talks, last = held.get(dossier, _NEVER_HELD)
            held[dossier] = (talks + 1, held_on) if counts else (talks, last)
        return held

    def _added(self, dossier: Dossier, imported: int | None) -> Dossier:
        year = dossier.opened.year
        number = f"{year:04d}-{self._database.number(_NEXT_NUMBER, (year,)):03d}"
        id_ = self._database.insert(_INSERT, (number, imported, *_values(dossier)))
        return replace(dossier, id=id_, number=number)

    def _changed(self, dossier: Dossier) -> Dossier:
        found = self._database.one(_COUNTED, (dossier.id,))
        if found is None:
            raise Gone("dit dossier")
        number, organisation, *before = found
        values = _values(dossier)
        self._database.run(_UPDATE, (*values, dossier.id))
        for marker in self._known_anew(
            organisation, before, dict(zip(_FIELDS, values, strict=True))
        ):
            self._database.run(f"UPDATE dossier SET {marker} = NULL WHERE id = ?", (dossier.id,))
        return replace(dossier, number=number)

    def _known_anew(
        self, organisation: int, before: list[Any], after: Mapping[str, object]
    ) -> Iterator[str]:
        """What was counted, and now is something else that became known in a later year.

        Another value with a day after the year that counted the earlier one is another finding, and
        counts too; so does closing once more what was open again. Any other change is a correction
        of what was counted already.
        """
        pairs = zip(before[::2], before[1::2], strict=True)
        for (value, day, marker), (was, mark) in zip(_EVENTS, pairs, strict=True):
            on = after[day]
            is_other = was is None if value == day else was != after[value]
            if mark is None or on is None or not is_other:
                continue
            end = end_of(self._database, organisation, mark)
            if end is not None and str(on) >= end.isoformat():
                yield marker


def _values(dossier: Dossier) -> tuple[object, ...]:
    known = [
        value
        for finding in (dossier.handling, dossier.outcome, dossier.measure, dossier.ending)
        for value in ((None, None) if finding is None else (finding.value, from_day(finding.on)))
    ]
    return (
        dossier.organisation,
        from_day(dossier.opened),
        from_day(dossier.closed),
        dossier.subject,
        dossier.kind,
        dossier.came_via,
        *known,
        from_day(dossier.consent_on),
        dossier.consent_for,
        dossier.elsewhere,
        from_day(dossier.destroy_on),
    )


def _dossier(row: Row) -> Dossier:
    found = dict(zip(("number", *_FIELDS), row, strict=True))
    return Dossier(
        organisation=found["organisation"],
        opened=date.fromisoformat(found["opened"]),
        subject=found["subject"],
        kind=ContactKind(found["kind"]),
        closed=to_day(found["closed"]),
        came_via=to_choice(CameVia, found["came_via"]),
        handling=to_known(Handling, found["handling"], found["handling_on"]),
        outcome=to_known(Outcome, found["outcome"], found["outcome_on"]),
        measure=to_known(Measure, found["measure"], found["measure_on"]),
        ending=to_known(Ending, found["ending"], found["ending_on"]),
        consent_on=to_day(found["consent_on"]),
        consent_for=found["consent_for"],
        elsewhere=bool(found["elsewhere"]),
        destroy_on=to_day(found["destroy_on"]),
        number=found["number"],
    )


def _row(row: Row, talks: int, last_talk: str | None) -> DossierRow:
    id_, number, subject, kind, opened, closed, organisation = row
    return DossierRow(
        id=id_,
        number=number,
        subject=subject,
        kind=ContactKind(kind),
        opened=date.fromisoformat(opened),
        closed=to_day(closed),
        talks=talks,
        last_talk=to_day(last_talk),
        organisation=organisation,
    )
