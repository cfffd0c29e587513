"""The list of dossiers, each with what is still to be done in it."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vp_logboek.domain.listing import DossierRow
from vp_logboek.services import notebook

if TYPE_CHECKING:
    from vp_logboek.store.logbook import Logbook


@dataclass(frozen=True, slots=True)
class Line:
    """A dossier, and how many actions in it are not done."""

    row: DossierRow
    actions: int


def lines(logbook: "Logbook") -> tuple[Line, ...]:
    """Every dossier, the one with the latest talk first."""
    waiting = Counter(action.dossier for action in notebook.open_actions(logbook))
    return tuple(Line(row, waiting[row.id]) for row in notebook.dossier_rows(logbook))
