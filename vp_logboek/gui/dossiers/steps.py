"""What is done with a dossier, an action or an activity, so that it can be undone."""

from collections.abc import Callable

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


def save_action(session: Session, action: Action, tell: Tell, failed: Failed | None = None) -> None:
    """Add an action, tick it off, or take that back."""
    if action.id is None:
        done, name = "De actie staat erbij.", "actie toevoegen"
    elif action.done_on is not None:
        done, name = "De actie is afgevinkt.", "actie afvinken"
    else:
        done, name = "De actie staat weer open.", "actie heropenen"
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
        telling(session, tell, "De actie is verwijderd.", "actie verwijderen"),
    )


def add_activity(
    session: Session, activity: Activity, tell: Tell, then: Then[Activity], failed: Failed
) -> None:
    """Add an activity."""
    do(
        session,
        lambda logbook: notebook.save_activity(logbook, activity),
        telling(session, tell, "De activiteit staat erbij.", "activiteit toevoegen"),
        then,
        failed,
    )


def remove_activity(session: Session, activity: Activity, tell: Tell) -> None:
    """Take an activity out."""
    number = activity.id or 0
    do(
        session,
        lambda logbook: notebook.remove_activity(logbook, number),
        telling(session, tell, "De activiteit is verwijderd.", "activiteit verwijderen"),
    )
