"""What is done with a dossier, an action or an activity, so that it can be undone."""

from collections.abc import Callable
from enum import Enum, auto

from vp_logboek.domain.activity import Action, Activity
from vp_logboek.domain.dossier import Dossier, DossierMelder
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import Failed, Then
from vp_logboek.gui.undo import Step, do, taken_back
from vp_logboek.services import notebook
from vp_logboek.services.taking_back import Change

Tell = Callable[[Step], object]


def telling(session: Session, tell: Tell, done: str, name: str) -> Callable[[Change], None]:
    """Who makes a step of what changed, and tells it."""

    def told(change: Change) -> None:
        tell(Step(done, name, taken_back(session, change)))

    return told


def change_dossier(
    session: Session, dossier: Dossier, what: str, tell: Tell, failed: Failed
) -> None:
    """Save what was changed on a dossier; ``what`` names it, as in "de afloop"."""
    done = f"Dossier {dossier.number}: de {what} is gewijzigd."
    do(
        session,
        lambda logbook: notebook.save_dossier(logbook, dossier),
        telling(session, tell, done, f"{what} wijzigen"),
        failed=failed,
    )


def close_dossier(session: Session, dossier: Dossier, tell: Tell, failed: Failed) -> None:
    """Close a dossier today."""
    number, today = dossier.id or 0, session.today()
    do(
        session,
        lambda logbook: notebook.close_dossier(logbook, number, today),
        telling(session, tell, f"Dossier {dossier.number} is afgesloten.", "dossier afsluiten"),
        failed=failed,
    )


def reopen_dossier(session: Session, dossier: Dossier, tell: Tell, failed: Failed) -> None:
    """Make a dossier open again."""
    number = dossier.id or 0
    do(
        session,
        lambda logbook: notebook.reopen_dossier(logbook, number),
        telling(session, tell, f"Dossier {dossier.number} is weer open.", "dossier heropenen"),
        failed=failed,
    )


def add_melder(
    session: Session, dossier: Dossier, melder: DossierMelder, tell: Tell, failed: Failed
) -> None:
    """Add a person to a dossier."""
    number = dossier.id or 0
    done = f"Dossier {dossier.number} heeft er een melder bij."
    do(
        session,
        lambda logbook: notebook.add_melder(logbook, number, melder),
        telling(session, tell, done, "melder toevoegen"),
        failed=failed,
    )


# --- actions and activities -------------------------------------------------------------------


class Saved(Enum):
    """What is done with an action."""

    ADDED = auto()
    CHANGED = auto()
    DONE = auto()
    OPEN_AGAIN = auto()


_SAVED = {
    Saved.ADDED: ("De actie staat erbij.", "actie toevoegen"),
    Saved.CHANGED: ("De actie is gewijzigd.", "actie wijzigen"),
    Saved.DONE: ("De actie is afgevinkt.", "actie afvinken"),
    Saved.OPEN_AGAIN: ("De actie staat weer open.", "actie heropenen"),
}


def save_action(
    session: Session, action: Action, what: Saved, tell: Tell, failed: Failed | None = None
) -> None:
    """Add an action, change it, tick it off, or take that back."""
    done, name = _SAVED[what]
    do(
        session,
        lambda logbook: notebook.save_action(logbook, action),
        telling(session, tell, done, name),
        failed=failed,
    )


def remove_action(session: Session, action: Action, tell: Tell) -> None:
    """Take an action out."""
    number = action.id or 0
    do(
        session,
        lambda logbook: notebook.remove_action(logbook, number),
        telling(session, tell, "De actie is weggehaald.", "actie weghalen"),
    )


def save_activity(
    session: Session, activity: Activity, tell: Tell, then: Then[Activity], failed: Failed
) -> None:
    """Add an activity, or change it."""
    done, name = (
        ("De activiteit staat erbij.", "activiteit toevoegen")
        if activity.id is None
        else ("De activiteit is gewijzigd.", "activiteit wijzigen")
    )
    do(
        session,
        lambda logbook: notebook.save_activity(logbook, activity),
        telling(session, tell, done, name),
        then,
        failed,
    )


def remove_activity(session: Session, activity: Activity, tell: Tell) -> None:
    """Take an activity out."""
    number = activity.id or 0
    do(
        session,
        lambda logbook: notebook.remove_activity(logbook, number),
        telling(session, tell, "De activiteit is weggehaald.", "activiteit weghalen"),
    )
