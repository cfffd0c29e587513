"""Quiet dossiers that are left open on purpose: they are asked about again after as many days."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vp_logboek.services.notebook import close_dossier, dossier_rows, reopen_dossier
from vp_logboek.store.logbook import Logbook

if TYPE_CHECKING:
    from vp_logboek.services.purge import Quiet

SETTING = "laten lopen"


def let_run(logbook: Logbook, dossiers: Iterable[int], today: date) -> None:
    """Do not ask about these until they have been quiet for as long again."""
    with logbook.transaction():
        known = _open_ones(logbook, _read(logbook))
        _write(logbook, known | dict.fromkeys(dossiers, today))


def ask_again(logbook: Logbook, dossiers: Iterable[int]) -> None:
    """Take back that these may go on; no trace of them stays."""
    dropped = set(dossiers)
    known = _read(logbook)
    if known.keys() & dropped:
        _write(logbook, {one: day for one, day in known.items() if one not in dropped})


def to_ask_about(
    logbook: Logbook, quiet: "Sequence[Quiet]", quiet_days: int, today: date
) -> "tuple[Quiet, ...]":
    """Those of the quiet dossiers of which nobody said lately that they may go on."""
    known = _read(logbook)
    lately = today - timedelta(days=quiet_days)
    return tuple(one for one in quiet if known.get(one.dossier, date.min) <= lately)


def close(logbook: Logbook, dossiers: Sequence[int], today: date) -> None:
    """Close these dossiers on this day: all of them, or none. Raises Gone."""
    with logbook.transaction():
        for dossier in dossiers:
            close_dossier(logbook, dossier, today)
        ask_again(logbook, dossiers)


def reopen(logbook: Logbook, dossiers: Sequence[int]) -> None:
    """Make these open again: all of them, or none. Raises Gone."""
    with logbook.transaction():
        for dossier in dossiers:
            reopen_dossier(logbook, dossier)


def _open_ones(logbook: Logbook, known: dict[int, date]) -> dict[int, date]:
    still = {row.id for row in dossier_rows(logbook, open_only=True)}
    return {dossier: day for dossier, day in known.items() if dossier in still}


def _read(logbook: Logbook) -> dict[int, date]:
    kept = json.loads(logbook.settings.get(SETTING) or "{}")
    return {int(dossier): date.fromisoformat(day) for dossier, day in kept.items()}


def _write(logbook: Logbook, known: dict[int, date]) -> None:
    plain = {str(dossier): day.isoformat() for dossier, day in known.items()}
    logbook.settings.set(SETTING, json.dumps(plain))
