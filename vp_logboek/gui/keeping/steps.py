"""What is done with quiet dossiers, so that it can be undone."""

from collections.abc import Callable, Sequence
from functools import partial

from vp_logboek.gui.keeping import words
from vp_logboek.gui.session import Session
from vp_logboek.gui.undo import Step, do, taken_back
from vp_logboek.services import quiet
from vp_logboek.services.purge import Quiet
from vp_logboek.services.taking_back import Change

Tell = Callable[[Step], object]


def close(session: Session, chosen: Sequence[Quiet], tell: Tell) -> None:
    """Close these dossiers today."""
    done = words.closed([one.number for one in chosen])
    dossiers, today = [one.dossier for one in chosen], session.today()

    def told(change: Change) -> None:
        tell(Step(done, "dossiers afsluiten", taken_back(session, change)))

    do(session, partial(quiet.close, dossiers=dossiers, today=today), told)


def let_run(session: Session, chosen: Sequence[Quiet], tell: Tell) -> None:
    """Let these dossiers go on."""
    done = words.goes_on([one.number for one in chosen])
    dossiers, today = [one.dossier for one in chosen], session.today()

    def told(change: Change) -> None:
        tell(Step(done, "laten lopen", taken_back(session, change)))

    do(session, partial(quiet.let_run, dossiers=dossiers, today=today), told)
