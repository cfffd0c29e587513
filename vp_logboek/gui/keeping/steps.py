"""What can be undone of quiet dossiers."""

from collections.abc import Sequence
from functools import partial

from vp_logboek.gui.keeping import words
from vp_logboek.gui.session import Session
from vp_logboek.gui.undo import Step
from vp_logboek.services import quiet
from vp_logboek.services.purge import Quiet


def close_step(session: Session, chosen: Sequence[Quiet]) -> Step:
    """Closing these dossiers today."""
    dossiers, today = [one.dossier for one in chosen], session.today()
    return Step(
        words.closed([one.number for one in chosen]),
        "afsluiten",
        partial(session.change, partial(quiet.reopen, dossiers=dossiers)),
        partial(session.change, partial(quiet.close, dossiers=dossiers, today=today)),
    )


def let_run_step(session: Session, chosen: Sequence[Quiet]) -> Step:
    """Letting these dossiers go on."""
    dossiers, today = [one.dossier for one in chosen], session.today()
    return Step(
        words.goes_on([one.number for one in chosen]),
        "laten lopen",
        partial(session.change, partial(quiet.ask_again, dossiers=dossiers)),
        partial(session.change, partial(quiet.let_run, dossiers=dossiers, today=today)),
    )
