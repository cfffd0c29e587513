"""Tidying up: what is due, what is quiet, what lies in the bin; and destroying what is due.

Nothing here happens by itself. What is destroyed is written down as a number only.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from vp_logboek.domain.errors import CountNotConfirmed, NotDue
from vp_logboek.domain.listing import DossierQuery, DossierRow
from vp_logboek.domain.retention import (
    Closed,
    Terms,
    Why,
    due_since,
    is_over_bin_days,
    is_quiet,
)
from vp_logboek.services.destroying import Told, destroy_dossiers, nobody
from vp_logboek.store.logbook import Logbook

TERMS_SETTING = "bewaartermijn"

__all__ = ["Due", "Quiet", "Terms", "Tidying", "Why"]


@dataclass(frozen=True, slots=True)
class Due:
    """A closed dossier that may be destroyed. ``subject`` is the code of its leaf.

    ``since`` is the day it became due, and ``why`` the reason that came first. Besides
    Why.REPORTED and Why.TOO_LONG there is Why.OWN_DATE: the day in the dossier has come.
    ``action`` is the day of its first action that is still to be done, as ``tidying`` tells it.
    """

    dossier: int
    number: str
    subject: str
    closed: date
    talks: int
    why: Why
    since: date
    action: date | None = None


@dataclass(frozen=True, slots=True)
class Quiet:
    """An open dossier without a talk for a while; with none at all: since it was opened."""

    dossier: int
    number: str
    subject: str
    last_talk: date


@dataclass(frozen=True, slots=True)
class Tidying:
    """What there is to tidy up. ``destroyed`` is how many dossiers were destroyed so far."""

    due: tuple[Due, ...]
    quiet: tuple[Quiet, ...]
    over_bin_days: int
    destroyed: int


def terms(logbook: Logbook) -> Terms:
    """The terms of this logbook."""
    found = logbook.settings.get(TERMS_SETTING)
    return Terms() if found is None else Terms(**json.loads(found)).within_reason()


def set_terms(logbook: Logbook, wanted: Terms) -> None:
    """Set the terms; what is out of all reason becomes the nearest number that is not."""
    logbook.settings.set(TERMS_SETTING, json.dumps(asdict(wanted.within_reason())))


def tidying(logbook: Logbook, today: date) -> Tidying:
    """What is due, the longest due first, and what is quiet, the longest quiet first."""
    kept, rows = terms(logbook), logbook.dossiers.rows(DossierQuery())
    quiet = [
        Quiet(row.id, row.number, row.subject, row.last_talk or row.opened)
        for row in rows
        if row.closed is None and is_quiet(row.last_talk or row.opened, kept, today)
    ]
    binned = [one.on for one in logbook.conversations.binned()]
    return Tidying(
        due=_with_actions(logbook, _due(logbook, rows, kept, today)),
        quiet=tuple(sorted(quiet, key=lambda one: (one.last_talk, one.number))),
        over_bin_days=sum(is_over_bin_days(on, kept, today) for on in binned),
        destroyed=logbook.destruction.dossiers(),
    )


def _with_actions(logbook: Logbook, due: Sequence[Due]) -> tuple[Due, ...]:
    latest_first = reversed(logbook.actions.open() if due else ())
    first = {one.dossier: one.on for one in latest_first}
    return tuple(replace(one, action=first.get(one.dossier)) for one in due)


def due_among(logbook: Logbook, rows: Sequence[DossierRow], today: date) -> tuple[Due, ...]:
    """Which of these dossiers are due, for who has read them already."""
    return _due(logbook, rows, terms(logbook), today)


def talks_destroyed(logbook: Logbook, organisation: int | None = None) -> dict[int, int]:
    """How many talks each (reporting) year still counts though they were destroyed."""
    return logbook.destruction.talks_by_year(organisation)


def last_destroyed(logbook: Logbook) -> date | None:
    """The last day on which dossiers were destroyed: older backups still hold them."""
    return logbook.destruction.last()


# --- destruction ------------------------------------------------------------------------------


def destroy(
    logbook: Logbook, dossiers: Sequence[int], typed: str, today: date, told: Told = nobody
) -> int:
    """Destroy dossiers that are due, all or none of them; how many.

    ``typed`` is what the user typed to confirm: how many there are. The years keep counting: of
    each dossier and year one row without text, days or links stays. ``told`` hears how many are
    done; what it raises stops it, and all of them are still there. Raises CountNotConfirmed,
    NotDue, Gone, NotSaved and ReadOnlyPlace.
    """
    wanted = set(dossiers)
    if typed.strip() != str(len(wanted)):
        raise CountNotConfirmed(len(wanted))
    if not wanted:
        return 0
    with logbook.transaction():
        _check_due(logbook, wanted, today)
        talks = destroy_dossiers(logbook, wanted, told)
        logbook.destruction.record(today, len(wanted), talks)
    return len(wanted)


def _check_due(logbook: Logbook, wanted: set[int], today: date) -> None:
    rows = logbook.dossiers.rows(DossierQuery())
    due = {one.dossier for one in _due(logbook, rows, terms(logbook), today)}
    for id_ in sorted(wanted - due):
        raise NotDue(logbook.dossiers.get(id_).number)


def _due(logbook: Logbook, rows: Sequence[DossierRow], kept: Terms, today: date) -> tuple[Due, ...]:
    own_days = logbook.destruction.own_days()
    reported = logbook.destruction.reported()
    found = []
    for row in rows:
        if row.closed is None:
            continue
        closed = Closed(row.closed, reported.get(row.id), own_days.get(row.id))
        since = due_since(closed, kept, today)
        if since is not None:
            why, day = since
            found.append(Due(row.id, row.number, row.subject, row.closed, row.talks, why, day))
    return tuple(sorted(found, key=lambda one: (one.since, one.number)))
