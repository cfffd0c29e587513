"""Controls for closed lists: radio buttons, boxes to tick and drop-downs."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.choice import Choice
from vp_logboek.gui.widgets.basics import link_button
from vp_logboek.gui.widgets.flow import Flow

C = TypeVar("C", bound=Choice)


class _CalmWheel(QObject):
    """Turning the wheel scrolls the page; it never changes a value one happens to pass over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def calm_wheel(widget: QWidget) -> None:
    """Keep the wheel from changing this control."""
    widget.installEventFilter(_CalmWheel(widget))


def name_aloud(combo: QComboBox) -> None:
    """Give a drop-down without a label the name it has: on Linux Qt tells that of a label alone.

    The label stands beside it, out of sight.
    """
    unseen = QLabel(combo.accessibleName(), combo.parentWidget())
    unseen.setBuddy(combo)
    unseen.hide()


class Dropdown(QComboBox, Generic[C]):
    """One entry of a closed list, or none."""

    def __init__(self, choices: Iterable[C], none: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        calm_wheel(self)
        # kept beside the lines: as data of a line, a Choice would come back as plain text
        self._choices: list[C | None] = [None] if none else []
        if none:
            self.addItem(none)
        for choice in choices:
            self._choices.append(choice)
            self.addItem(choice.label)

    def keep_narrow(self, letters: int) -> None:
        """Be no wider than so many letters; the opened list shows everything."""
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        widest = max(
            self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())
        )
        self.view().setMinimumWidth(widest + 40)

    def choice(self) -> C | None:
        """The chosen entry."""
        return self._choices[self.currentIndex()] if self.currentIndex() >= 0 else None

    def choose(self, choice: C | None) -> None:
        """Choose an entry; the first line stands for none."""
        self.setCurrentIndex(self._choices.index(choice) if choice in self._choices else 0)


class Radios(QWidget, Generic[C]):
    """A few entries as radio buttons; the others in a drop-down behind *anders*.

    ``none`` is the label of "not known" in that drop-down, where the field may stay empty.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        first: Sequence[C],
        words: dict[C, str] | None = None,
        rest: Sequence[C] = (),
        none: str = "",
    ) -> None:
        super().__init__()
        self._first = list(first)
        self._group = QButtonGroup(self)
        flow = Flow()
        for number, choice in enumerate(first):
            radio = QRadioButton((words or {}).get(choice, choice.label))
            radio.setAccessibleDescription(name)
            self._group.addButton(radio, number)
            flow.add(radio)
        self._other = QRadioButton(self.tr("anders"))
        self._other.setAccessibleDescription(name)
        self._rest: Dropdown[C] = Dropdown(rest, none)
        self._rest.setAccessibleName(self.tr("{name}: anders").format(name=name))
        for unused in (self._other, self._rest):  # without a parent each is a window of its own
            unused.setParent(self)
            unused.hide()
        if rest:
            self._group.addButton(self._other, len(first))
            flow.add(self._other)
            flow.add(self._rest)
            self._other.show()
            name_aloud(self._rest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow)
        self.setFocusProxy(self._group.button(0))
        self._group.idToggled.connect(self._toggled)
        self._rest.activated.connect(self.changed)

    def buttons(self) -> list[QRadioButton]:
        """The radio buttons in reading order."""
        return [one for one in self._group.buttons() if isinstance(one, QRadioButton)]

    def choice(self) -> C | None:
        """The chosen entry; None for none."""
        number = self._group.checkedId()
        if 0 <= number < len(self._first):
            return self._first[number]
        return self._rest.choice() if number >= 0 else None

    def choose(self, choice: C | None) -> None:
        """Choose an entry."""
        if choice is None:
            self._choose_none()
        elif choice in self._first:
            self._group.button(self._first.index(choice)).setChecked(True)
        elif self._other.group() is not None:
            self._rest.choose(choice)
            self._other.setChecked(True)

    def _choose_none(self) -> None:
        self._group.setExclusive(False)
        for radio in self.buttons():
            radio.setChecked(False)
        self._group.setExclusive(True)

    def _toggled(self, number: int, on: bool) -> None:
        if number == len(self._first):
            self._rest.setVisible(on)
        if on:
            self.changed.emit()


class Ticks(QWidget, Generic[C]):
    """Boxes to tick; all but the ``first`` few stay behind *meer…* until asked for or ticked."""

    changed = Signal()

    def __init__(self, name: str, choices: Iterable[C], first: int | None = None) -> None:
        super().__init__()
        self._boxes: dict[C, QCheckBox] = {}
        self._flow = Flow()
        for choice in choices:
            box = QCheckBox(choice.label)
            box.setAccessibleDescription(name)
            box.toggled.connect(self.changed)
            self._boxes[choice] = box
            self._flow.add(box)
        self._first = len(self._boxes) if first is None else first
        self._more = link_button(self.tr("meer…"), self._show_all)
        self._more.setAccessibleName(self.tr("{name}: toon meer").format(name=name))
        self._flow.add(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._flow)
        self.setFocusProxy(next(iter(self._boxes.values())))
        self._fold()

    def box(self, choice: C) -> QCheckBox:
        """The box of one entry."""
        return self._boxes[choice]

    def choices(self) -> frozenset[C]:
        """What is ticked."""
        return frozenset(one for one, box in self._boxes.items() if box.isChecked())

    def choose(self, choices: frozenset[C]) -> None:
        """Tick these and no others."""
        for choice, box in self._boxes.items():
            box.setChecked(choice in choices)
        self._fold()

    def _fold(self) -> None:
        boxes = list(self._boxes.values())
        for box in boxes[self._first :]:
            box.setVisible(box.isChecked())
        self._more.setVisible(any(not box.isChecked() for box in boxes[self._first :]))

    def _show_all(self) -> None:
        hidden = [box for box in self._boxes.values() if box.isHidden()]
        for box in hidden:
            box.show()
        self._more.hide()
        hidden[0].setFocus()
