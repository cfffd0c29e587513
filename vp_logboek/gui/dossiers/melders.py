"""The people of a dossier: a pseudonymous number each, no name field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from vp_logboek.domain.dossier import DossierMelder, MelderKind, Relation, Role
from vp_logboek.gui.widgets import Dropdown, FieldRows, button, label
from vp_logboek.gui.widgets.facts import FactList

_NOT_FILLED = "niet ingevuld"


def melder_words(melder: DossierMelder) -> str:
    """What is known of a person in this matter."""
    known = [one.label for one in (melder.kind, melder.role) if one is not None]
    if melder.relation is not None:
        known.append(f"over: {melder.relation.label}")
    return " · ".join(known) or "nog niets ingevuld"


class Melders(QWidget):
    """The list of melders with a button to add one."""

    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._none = label(self.tr("Dit is een signaal zonder melder."), "muted")
        self._facts = FactList()
        self.add_button = button(self.tr("Melder toevoegen…"), self.add_requested.emit, "plus")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self._facts)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_melders(self, melders: tuple[DossierMelder, ...], read_only: bool = False) -> None:
        """Show these people."""
        self.add_button.setVisible(not read_only)
        self._none.setVisible(not melders)
        self._facts.setVisible(bool(melders))
        self._facts.show_facts(
            (f"Melder {melder.melder}", melder_words(melder)) for melder in melders
        )


class MelderDialog(QDialog):
    """Asks who another melder is."""

    @classmethod
    def ask(cls, parent: QWidget) -> DossierMelder | None:
        """The melder to add; None when the user turned back."""
        dialog = cls(parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.melder() if accepted else None
        dialog.deleteLater()
        return answer

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Melder toevoegen"))
        self.kind: Dropdown[MelderKind] = Dropdown(MelderKind, _NOT_FILLED)
        self.role: Dropdown[Role] = Dropdown(Role, _NOT_FILLED)
        self.relation: Dropdown[Relation] = Dropdown(Relation, _NOT_FILLED)
        rows = FieldRows()
        rows.add(self.tr("Type melder"), self.kind)
        rows.add(self.tr("Rol"), self.role)
        rows.add(self.tr("Over wie"), self.relation)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Toevoegen"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Niet toevoegen"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Ook hier komt geen naam bij.")))
        layout.addWidget(rows)
        layout.addWidget(buttons)

    def melder(self) -> DossierMelder:
        """The melder as filled in."""
        return DossierMelder(
            kind=self.kind.choice(), role=self.role.choice(), relation=self.relation.choice()
        )
