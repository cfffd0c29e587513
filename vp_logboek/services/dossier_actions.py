"""What is still to be done over all dossiers, and what was done lately."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vp_logboek.domain.activity import Action
from vp_logboek.domain.listing import DossierRow
from vp_logboek.services import notebook

if TYPE_CHECKING:
    from vp_logboek.store.logbook import Logbook

LATELY = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Actions, those to be done by their day, with the dossiers they can be for."""

    actions: tuple[Action, ...] = ()
    dossiers: tuple[DossierRow, ...] = ()

    def numbers(self) -> dict[int, str]:
        """The number of each dossier, by its id."""
        return {row.id: row.number for row in self.dossiers}


def agenda(logbook: "Logbook", today: date) -> Agenda:
    """What is open, and what was done in the last weeks."""
    since = today - LATELY
    actions = tuple(
        one for one in logbook.actions.all() if one.done_on is None or one.done_on > since
    )
    return Agenda(actions, notebook.dossier_rows(logbook))
