"""Between the card of the subjects and the logbook."""

from functools import partial

from PySide6.QtCore import QObject

from vp_logboek.domain.subjects import MainClass, Subject
from vp_logboek.gui.session import Session
from vp_logboek.gui.settings.subjects import SubjectsCard
from vp_logboek.services import notebook


class SubjectSettings(QObject):
    """Adds subjects, and takes them out of the list to choose from."""

    def __init__(self, session: Session, card: SubjectsCard, page: QObject) -> None:
        super().__init__(page)
        self._session = session
        self._card = card
        self._added: Subject | None = None
        card.add_requested.connect(self._add)
        card.retire_requested.connect(self._retire)

    def show(self) -> None:
        """Show what the logbook has; what was just added is pointed out."""
        self._card.show_tree(self._session.tree)
        self._card.set_read_only(self._session.outline.read_only)
        if self._added is not None:
            self._card.show_added(self._added)
            self._added = None

    def _add(self, words: str, main: MainClass) -> None:
        self._session.change(
            partial(notebook.add_subject, label=words, main=main),
            self._remember_added,
            self._card.message.show_error,
        )

    def _remember_added(self, leaf: Subject) -> None:
        """Shown as soon as the tree with it is shown."""
        self._added = leaf

    def _retire(self, code: str, retired: bool) -> None:
        self._session.change(
            partial(notebook.retire_subject, code=code, retired=retired),
            failed=self._card.message.show_error,
        )
