"""Undoing an import: the last step of all, or from the menu the last import there is."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from vp_logboek.domain.errors import ImportNotUndoable
from vp_logboek.gui.session import Session
from vp_logboek.gui.undo import Step
from vp_logboek.messages import in_words
from vp_logboek.services.import_table import Import, ImportResult, can_undo, last_import
from vp_logboek.services.taking_back import Change, put_back, take_out_import

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


class AskUndo:
    """Questions of one sentence, each a classmethod that a test can patch."""

    @classmethod
    def sure(cls, parent: QWidget, found: Import) -> bool:
        """Whether to take out what this import added."""
        talks = _talks(found)
        box = QMessageBox(parent)
        box.setWindowTitle("Overnemen ongedaan maken")
        box.setText(f"Op {in_words(found.day)} nam u {talks} over uit “{found.label}”.")
        box.setInformativeText("Die gesprekken en hun dossiers gaan uit het logboek.")
        undo = box.addButton("Ongedaan maken", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton("Laten staan", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        chosen = box.clickedButton() is undo
        box.deleteLater()
        return chosen

    @classmethod
    def nothing(cls, parent: QWidget) -> None:
        """Say that there is nothing to undo."""
        box = QMessageBox(parent)
        box.setWindowTitle("Overnemen ongedaan maken")
        box.setText("Er is niets overgenomen dat u ongedaan kunt maken.")
        box.addButton("Sluiten", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        box.deleteLater()


def _talks(found: Import) -> str:
    return "1 gesprek" if found.talks == 1 else f"{found.talks} gesprekken"


def taken_before(found: Import, name: str) -> str:
    """That a list of this ``name`` was taken over already, and what comes of it; or nothing."""
    if found.label != name or not found.talks:
        return ""
    return (
        f"Op {in_words(found.day)} nam u al {_talks(found)} over uit “{found.label}”. Staan die "
        "hier weer in? Dan komen ze er twee keer in."
    )


def _undoable(logbook: "Logbook") -> Import | None:
    """The last import; raises ImportNotUndoable before anything is asked."""
    found = last_import(logbook)
    if found is not None and not can_undo(logbook, found.id):
        raise ImportNotUndoable(counted=logbook.imports.is_counted(found.id))
    return found


def taken_over(result: ImportResult) -> Step:
    """A list was taken over."""
    return Step(
        result.summary(), "lijst overnemen", partial(take_out_import, import_id=result.import_id)
    )


def undo_last_import(
    parent: QWidget, session: Session, did: Callable[[Step], object] = lambda _: None
) -> None:
    """Undo the last import after asking; what cannot be is told by ``session.failed``.

    ``did`` hears how it would come back.
    """

    def tell(found: Import, change: Change) -> None:
        did(
            Step(
                f"Wat u overnam uit “{found.label}” is uit het logboek.",
                "lijst weghalen",
                partial(put_back, change=change),
            )
        )

    def ask(found: Import | None) -> None:
        if found is None:
            AskUndo.nothing(parent)
        elif AskUndo.sure(parent, found):
            session.change(partial(take_out_import, import_id=found.id), partial(tell, found))

    session.ask(_undoable, ask)
