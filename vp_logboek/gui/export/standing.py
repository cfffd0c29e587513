"""How it stands with what is asked for: issued already, not over yet, held back, or still to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.gui.export import words
from vp_logboek.gui.export.wanted import State, Wanted
from vp_logboek.gui.widgets import MessageBar, Tone, button, label
from vp_logboek.gui.widgets.narrow import leftmost


class Standing(QWidget):
    """``revise_requested`` tells that a revised edition is asked for."""

    revise_requested = Signal()

    def __init__(self, read_only: bool = False) -> None:
        super().__init__()
        self._is_read_only = read_only
        self._days = label("")
        self.read_only = MessageBar()
        self.over = MessageBar()
        self.issued = MessageBar()
        self.blocked = MessageBar()
        self.about_issued = label(words.ISSUED_CARD)
        self.revise = button(self.tr("Herziene uitgave maken…"), self.revise_requested.emit)
        self._revise_holder = leftmost(self.revise)
        self.when = label(words.WHEN_TO_ISSUE, "strong")
        self.new = (self.when, label(words.STEPS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (
            self._days, self.read_only, self.over, self.issued, self.blocked, self.about_issued,
            self._revise_holder, *self.new,
        ):  # fmt: skip
            column.addWidget(part)

    def say_kind(self, kind: ReleaseKind | None) -> None:
        """Say what an overview of this kind is made of."""
        self.when.setText(words.WHEN_TO_ISSUE if kind is ReleaseKind.YEAR else words.FROM_ISSUED)

    def hide_state(self, wanted: Wanted | None) -> None:
        """Say nothing about what is asked for until it is known how that stands."""
        self._days.setText("" if wanted is None else _days(wanted))
        for part in (
            self.over, self.issued, self.blocked, self.about_issued, self._revise_holder, *self.new,
        ):  # fmt: skip
            part.hide()

    def show_state(self, state: State, is_over: bool) -> None:
        """Show the days, and whether this can be issued."""
        self._days.setText(_days(state.wanted))
        may_issue = state.earlier is None and not self._is_read_only
        waits = may_issue and not is_over
        _say(self.over, words.not_over(state.wanted.periods[-1]) if waits else "", Tone.NOTE)
        _say(self.read_only, words.READ_ONLY if self._is_read_only else "", Tone.WARNING)
        _say(self.blocked, state.blocked, Tone.WARNING)
        self._show_issued(state)
        for part in self.new:
            part.setVisible(may_issue and is_over and not state.blocked)

    def _show_issued(self, state: State) -> None:
        earlier, told = state.earlier, ""
        if earlier is not None:
            told = words.issued_before(state.wanted.label, earlier.issued_on, earlier.edition)
        _say(self.issued, told, Tone.GOOD)
        one_year = state.wanted.kind is ReleaseKind.YEAR
        may_revise = earlier is not None and one_year and not self._is_read_only
        self.about_issued.setText(words.ISSUED_CARD if may_revise else words.ISSUED_STAYS)
        self.about_issued.setVisible(earlier is not None)
        self._revise_holder.setVisible(may_revise)


def _days(wanted: Wanted) -> str:
    return "\n".join(words.days(period) for period in wanted.periods)


def _say(bar: MessageBar, text: str, tone: Tone) -> None:
    if text:
        bar.say(text, tone)
    else:
        bar.hide()
