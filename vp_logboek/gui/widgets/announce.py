"""Said aloud to who uses a screen reader, wherever the keyboard is; nobody sees it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_TONES = {
    True: QAccessible.AnnouncementPoliteness.Polite,
    False: QAccessible.AnnouncementPoliteness.Assertive,
}


def announce(widget: QWidget, text: str, polite: bool = True) -> None:
    """Say ``text`` after what is being read now, or at once when it is not ``polite``.

    Counts, results and refusals only: what is said aloud is heard by whoever is in the room, so
    never a note, a search term or the name of a file. ``widget`` is the one it is about. Without
    a screen reader nothing happens.
    """
    if text:
        deliver(widget, text, _TONES[polite])


def deliver(widget: QWidget, text: str, how: QAccessible.AnnouncementPoliteness) -> None:
    """Hand it to Qt, when somebody listens; tests listen in its place."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        event.setPoliteness(how)
        QAccessible.updateAccessibility(event)
