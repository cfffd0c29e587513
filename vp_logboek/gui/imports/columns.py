"""The first step: which column holds what, whose rows these are, and where unknown words belong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.slices import polished
from vp_logboek.gui.widgets import FieldRow, FieldRows, heading, label
from vp_logboek.gui.widgets.choices import Dropdown, calm_wheel
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.services.import_fields import REQUIRED
from vp_logboek.services.import_table import Field, Fields, Table, find_fields

MISSING = "Kies de kolom waarin dit staat. Zonder deze kolom kan het niet."
_LOOK = "Kijk na of elke kolom klopt. In de volgende stap ziet u wat elke rij wordt."
_NO_HEADS = (
    "Het programma herkent geen enkele kolom. Staat boven elke kolom hoe die heet? Zet dat er "
    "anders eerst boven. Of kies hieronder zelf."
)
_WHOSE = "Van welke organisatie is een rij waarin geen organisatie staat?"
_WHERE = "Onder welke hoofdgroep komt een onderwerp dat het logboek niet kent?"


def fields_from(headers: Sequence[str], chosen: dict[Field, str]) -> Fields:
    """The fields as the user chose them: what was not chosen is not taken over either."""
    told = find_fields(headers, {field.value: header for field, header in chosen.items()})
    columns = {field: column for field, column in told.columns.items() if field in chosen}
    used = set(columns.values())
    dropped = (headers[n] for n in sorted(set(told.columns.values()) - used))
    return replace(told, columns=columns, ignored=(*told.ignored, *dropped))


class ColumnsStep(QWidget):
    """A list per field; recognised ones are filled in already."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._headers: tuple[str, ...] = ()
        self.lists: dict[Field, QComboBox] = {}
        self._problems: dict[Field, FieldRow] = {}
        self._about = label("")
        self._begin()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self._about)
        self._scroll = scrolling(self._above_each_other())
        whole.addWidget(self._scroll, 1)

    def show_table(
        self, name: str, table: Table, organisations: Sequence[Organisation]
    ) -> Iterator[None]:
        """Show the columns of this table: a step for each field, as each has a list of them."""
        if self.lists:  # another table than before
            self._begin()
            self._scroll.setWidget(self._above_each_other())
        self._headers = table.headers
        self.tell(name, table)
        told = find_fields(table.headers)
        found = [field for field in Field if field in told or field in REQUIRED]
        for field in found:
            self._add(field, told)
            yield
        self._add_general(organisations)
        if len(found) < len(Field):
            self._rows.add_widget(heading(self.tr("Niet gevonden in deze lijst")))
        for field in Field:
            if field not in found:
                self._add(field, told)
                yield
        yield from polished(self)
        self._check()

    def tell(self, name: str, table: Table) -> None:
        """Say which table this is, and how long."""
        rows = sum(1 for _ in table.numbered())
        counted = self.tr("1 rij") if rows == 1 else self.tr("{0} rijen").format(rows)
        todo = _LOOK if find_fields(table.headers).columns else _NO_HEADS
        self._about.setText(self.tr("“{0}”: {1}. {2}").format(name, counted, todo))

    def fields(self) -> Fields:
        """What was chosen."""
        chosen = {
            field: str(list_.currentData())
            for field, list_ in self.lists.items()
            if list_.currentData() is not None
        }
        return fields_from(self._headers, chosen)

    def organisation(self) -> str:
        """The organisation of rows that name none."""
        return self.organisation_list.currentText()

    def main(self) -> MainClass | None:
        """The class for unknown subjects; None to refuse them."""
        return self.main_list.choice()

    @property
    def is_enough(self) -> bool:
        """Whether every required field has its column."""
        return all(self.lists[field].currentData() is not None for field in REQUIRED)

    def _begin(self) -> None:
        """No rows yet."""
        self.lists, self._problems = {}, {}
        self.organisation_list = QComboBox()
        self.main_list: Dropdown[MainClass] = Dropdown(
            MainClass, none=self.tr("niet overnemen, eerst verbeteren")
        )
        calm_wheel(self.organisation_list)
        self._rows = FieldRows()

    def _above_each_other(self) -> QWidget:
        """The rows at their own height, with room for the scroll bar."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._rows)
        column.addStretch(1)
        return inner

    def _add(self, field: Field, told: Fields) -> None:
        list_ = QComboBox()
        calm_wheel(list_)
        list_.addItem(self.tr("staat niet in de lijst"), None)
        for header in dict.fromkeys(text for text in self._headers if text.strip()):
            list_.addItem(header, header)
        if field in told:
            list_.setCurrentIndex(list_.findData(self._headers[told.columns[field]]))
        self.lists[field] = list_
        row = self._rows.add(field.label.capitalize(), leftmost(list_), focus=list_)
        if field in REQUIRED:
            self._problems[field] = row
        list_.activated.connect(self._check)

    def _add_general(self, organisations: Sequence[Organisation]) -> None:
        self.organisation_list.addItems([one.name for one in organisations])
        whose, where = self.organisation_list, self.main_list
        row = self._rows.add(
            self.tr("Rijen zonder organisatie"), leftmost(whose), self.tr(_WHOSE), whose
        )
        row.setVisible(len(organisations) > 1)
        self._rows.add(self.tr("Onbekende onderwerpen"), leftmost(where), self.tr(_WHERE), where)

    def _check(self) -> None:
        for field, row in self._problems.items():
            row.show_problem(MISSING if self.lists[field].currentData() is None else "")
        self.changed.emit()
