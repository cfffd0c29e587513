"""Asks to which dossier talks go."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from vp_logboek.domain.listing import DossierRow
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.talks import found_words
from vp_logboek.gui.talks.dossier_choice import DossierChoice
from vp_logboek.gui.widgets import FieldRows, button, label, primary_button


class AskDossier(QDialog):
    """A dossier to choose, the open ones first; one can type its number."""

    @classmethod
    def ask(
        cls, parent: QWidget, number: int, dossiers: Sequence[DossierRow], tree: SubjectTree
    ) -> int | None:
        """The id of the dossier for so many talks; None when the user turned back."""
        dialog = cls(parent, number, dossiers, tree)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.dossier.number() if accepted else None
        dialog.deleteLater()
        return answer

    def __init__(
        self, parent: QWidget, number: int, dossiers: Sequence[DossierRow], tree: SubjectTree
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Verplaatsen naar een dossier"))
        self.dossier = DossierChoice()
        self.dossier.offer(self.tr("Kies een dossier"), dossiers, tree)
        self.move_ = primary_button(self.tr("Verplaats {0}").format(found_words.talks(number)))
        stay = button(self.tr("Niet verplaatsen"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.move_, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(stay, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = FieldRows()
        rows.add(self.tr("Dossier"), self.dossier)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(rows)
        layout.addWidget(label(found_words.MOVE_HINT if dossiers else found_words.NO_HOME, "muted"))
        layout.addWidget(buttons)
        self.dossier.currentIndexChanged.connect(self._allow)
        self._allow()
        self.dossier.setFocus()

    def _allow(self) -> None:
        self.move_.setEnabled(self.dossier.number() is not None)
