"""The card with the level of one organisation, each level explained."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.settings.force_words import together_words
from vp_logboek.gui.settings.words import (
    NOT_YET,
    REASON_HINT,
    explained,
    following_year,
    holds,
    when_it_holds,
)
from vp_logboek.gui.widgets import Card, FieldRows, MessageBar, button, heading, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import keep_private

_LEVELS = tuple(Level)


class LevelCard(Card):
    """Announces a choice as ``chosen(level, reason)``; Zonder drempel only with its reason.

    ``kept``: a level that was to follow does not come after all.
    """

    chosen = Signal(object, str)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._organisation: Organisation | None = None
        self._planned = self._now = Level.STANDARD
        self.message = MessageBar()
        self._title = heading(self.tr("Niveau van bescherming"))
        self._holds = label("", "strong")
        self._when = label("")
        self.keep = button("", self._keep, role="link")
        self._together = label("", "muted")
        self._group = QButtonGroup(self)
        self.reason = QLineEdit()
        keep_private(self.reason)
        self.reason.setMaxLength(300)
        self.confirm = button(self.tr("Zonder drempel vastleggen"), self._confirm)
        self._lay_out()
        self._group.idClicked.connect(self._click)
        self.reason.returnPressed.connect(self._confirm)

    def radio(self, level: Level) -> QRadioButton:
        """The radio button of a level."""
        found = self._group.button(_LEVELS.index(level))
        assert isinstance(found, QRadioButton)  # noqa: S101 - the group holds nothing else
        return found

    def set_read_only(self, read_only: bool) -> None:
        """Whether one can only look."""
        for part in (*self._group.buttons(), self._reason_part, self.keep):
            part.setEnabled(not read_only)

    def show_organisation(
        self, organisation: Organisation, today: date, all_levels: Sequence[Level] = ()
    ) -> None:
        """Show which level holds now, and which one from the next year on.

        ``all_levels`` are those of all organisations, where there are several.
        """
        self._organisation = organisation
        self._planned = organisation.level_in(following_year(organisation, today))
        self._title.setText(self.tr("Niveau van bescherming van {0}").format(organisation.name))
        self._holds.setText(holds(organisation, today))
        self._when.setText(when_it_holds(organisation, today))
        self._now = organisation.level_in(organisation.year_of(today).year)
        self.keep.setText(self.tr("Toch {0} houden").format(self._now.label))
        self._keep_row.setVisible(self._planned is not self._now)
        self._together.setText(together_words(all_levels) if all_levels else "")
        self._together.setVisible(bool(all_levels))
        self.radio(self._planned).setChecked(True)
        last = organisation.levels[-1]
        self.reason.setText(last.reason if last.level is Level.NONE else "")
        self._show_reason()

    def _click(self, position: int) -> None:
        self.message.hide()
        level = _LEVELS[position]
        self._show_reason()
        if level is Level.NONE:
            self.reason.setFocus()
        elif level is not self._planned:
            self.chosen.emit(level, "")

    def _confirm(self) -> None:
        self.chosen.emit(Level.NONE, " ".join(self.reason.text().split()))

    def _keep(self) -> None:
        self.message.hide()
        self.radio(self._now).setFocus()
        self.kept.emit()

    def _show_reason(self) -> None:
        self._reason_part.setVisible(self.radio(Level.NONE).isChecked())

    def _lay_out(self) -> None:
        self._keep_row = leftmost(self.keep)
        for part in (
            self._title, self.message, self._holds, self._keep_row, self._when, self._together,
        ):  # fmt: skip
            self.body.addWidget(part)
        self._explanations: list[QWidget] = []
        for position, level in enumerate(_LEVELS):
            radio = QRadioButton(level.label)
            radio.setAccessibleDescription(explained(level))
            self._group.addButton(radio, position)
            words = label(explained(level), "muted")
            self._explanations.append(words)
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addWidget(radio)
            both.addWidget(words)
            self.body.addLayout(both)
        self._reason_part = self._lay_out_reason()
        self.body.addWidget(self._reason_part)
        self._explanations.append(self._reason_part)
        self._indent()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._indent()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._indent()  # before this it may wear no style yet

    def _indent(self) -> None:
        """What a level does begins where its name begins."""
        radio, option = self.radio(_LEVELS[0]), QStyleOptionButton()
        radio.initStyleOption(option)
        option.rect = radio.rect()
        words = QStyle.SubElement.SE_RadioButtonContents
        left = radio.style().subElementRect(words, option, radio).left()
        for part in self._explanations:
            part.setContentsMargins(left, 0, 0, 0)

    def _lay_out_reason(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        rows = FieldRows()
        rows.add(self.tr("Reden"), self.reason, f"{REASON_HINT} {NOT_YET}")
        column.addWidget(rows)
        column.addWidget(leftmost(self.confirm))
        return part
