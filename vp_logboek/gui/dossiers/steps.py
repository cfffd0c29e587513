"""What can be undone of actions and activities."""

from dataclasses import replace

from vp_logboek.domain.activity import Action, Activity
from vp_logboek.gui.session import Session
from vp_logboek.gui.undo import Step
from vp_logboek.services import notebook


def ticked(session: Session, action: Action) -> Step:
    """An action was ticked off."""
    again = replace(action, done_on=None)
    return Step(
        "De actie is afgevinkt.",
        "afvinken",
        lambda: session.change(lambda logbook: notebook.save_action(logbook, again)),
        lambda: session.change(lambda logbook: notebook.save_action(logbook, action)),
    )


def remove_action(session: Session, action: Action) -> None:
    """Take an action out."""
    number = action.id
    if number is not None:
        session.change(lambda logbook: notebook.remove_action(logbook, number))


def removed(session: Session, action: Action) -> Step:
    """An action was taken out; put back it is a new one."""
    fresh = replace(action, id=None)
    return Step(
        "De actie is verwijderd.",
        "verwijderen van de actie",
        lambda: session.change(lambda logbook: notebook.save_action(logbook, fresh)),
    )


def removed_activity(session: Session, activity: Activity) -> Step:
    """An activity was taken out; put back it is a new one."""
    fresh = replace(activity, id=None)
    return Step(
        "De activiteit is verwijderd.",
        "verwijderen van de activiteit",
        lambda: session.change(lambda logbook: notebook.save_activity(logbook, fresh)),
    )
