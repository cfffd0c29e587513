"""What became known of a matter, each with the day it became known: it counts in that year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vp_logboek.domain.dossier import Dossier, Ending, Finding, Handling, Known, Measure, Outcome
from vp_logboek.gui.widgets import DateField, Dropdown, FieldRows, Flow, label
from vp_logboek.gui.widgets.narrow import fit_to_words
from vp_logboek.messages import in_words

_FIELDS: tuple[tuple[str, str, type[Finding]], ...] = (
    ("handling", "Afhandeling", Handling),
    ("outcome", "Uitkomst", Outcome),
    ("measure", "Maatregel", Measure),
    ("ending", "Afloop", Ending),
)


class _Finding(Flow):
    """A drop-down and, once something is known, the day it became known."""

    changed = Signal()

    def __init__(self, name: str, choices: type[Finding]) -> None:
        self.value: Dropdown[Finding] = Dropdown(choices, "nog niet bekend")
        self.value.setAccessibleName(name)
        fit_to_words(self.value)
        self.since = label("bekend sinds", "muted", wrap=False)
        self.on = DateField(date(2000, 1, 1), shortcuts=False)
        self.on.edit.setAccessibleName(f"{name} bekend sinds")
        self.on.pick.setAccessibleName(f"{name} bekend sinds: kies in de kalender")
        self._when = _beside(self.since, self.on)
        super().__init__(self.value, self._when)
        self.setFocusProxy(self.value)
        self.value.activated.connect(self._chosen)
        self.on.left.connect(self._day_left)
        self._shown: Known[Finding] | None = None

    def show_known(self, known: Known[Finding] | None, today: date) -> None:
        """Show what is known, or that nothing is."""
        self._shown = known
        self.value.choose(None if known is None else known.value)
        self.on.choose(today if known is None else known.on)
        self._arrange()

    def known(self) -> Known[Finding] | None:
        """What is known as it stands on the screen."""
        value = self.value.choice()
        return None if value is None else Known(value, self.on.day())

    def _chosen(self) -> None:
        self._arrange()
        self.changed.emit()

    def _day_left(self) -> None:
        if self.known() != self._shown:
            self.changed.emit()

    def _arrange(self) -> None:
        self._when.setVisible(self.value.choice() is not None)


def _beside(*parts: QWidget) -> QWidget:
    """What stays together when the line is full."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return whole


class Findings(QObject):
    """The four findings of a dossier. ``changed`` carries the dossier with the change, and what
    that is, as in "afloop".
    """

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._dossier: Dossier | None = None
        self.fields: dict[str, _Finding] = {}

    def add_to(self, rows: FieldRows) -> Iterator[None]:
        """Add the fields to these rows, one a step."""
        for attribute, name, choices in _FIELDS:
            field = _Finding(name, choices)
            field.changed.connect(partial(self._tell, attribute, name.lower()))
            self.fields[attribute] = field
            rows.add(name, field, focus=field.value)
            yield

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        """Show what is known of this dossier."""
        self._dossier = dossier
        for attribute, field in self.fields.items():
            field.show_known(getattr(dossier, attribute), today)

    def _tell(self, attribute: str, what: str) -> None:
        if self._dossier is not None:
            known = self.fields[attribute].known()
            changed = replace(self._dossier, **{attribute: known})  # type: ignore[arg-type]
            self.changed.emit(changed, what)


def told_findings(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Each finding by its name, in words."""
    for attribute, name, _ in _FIELDS:
        known: Known[Finding] | None = getattr(dossier, attribute)
        if known is None:
            yield name, "nog niet bekend"
        else:
            yield name, f"{known.value.label}, sinds {in_words(known.on)}"
