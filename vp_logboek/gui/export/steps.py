"""What the pages of the export have in common, and the page that says what is in the overview."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from vp_logboek.gui.export import hidden_words, printed_names, words
from vp_logboek.gui.export.wanted import Prepared
from vp_logboek.gui.widgets import MessageBar, Tone, label
from vp_logboek.gui.year.words import level_sentence, not_seen_sentence


class Step(QScrollArea):
    """One page that scrolls; put things in ``page``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._take_keyboard)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.page = QVBoxLayout(inner)
        self.page.setContentsMargins(0, 8, 8, 0)
        self.page.setSpacing(8)
        self.setWidget(inner)

    def _take_keyboard(self, _: int, lowest: int) -> None:
        """Tab stops here where the arrow keys have something to scroll."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if lowest > 0 else policy.NoFocus)

    def add(self, *parts: QWidget) -> None:
        """Put these under each other."""
        for part in parts:
            self.page.addWidget(part)


def walk_in_order(parts: Iterable[QWidget]) -> None:
    """Let Tab walk these in this order: what is made later would come after everything else.

    What holds one of them gives the keyboard to it no more: it stays where it was, after them all,
    and Tab would go back there from the last one, for ever.
    """
    walked = list(parts)
    for part in walked:
        holder = part.parentWidget()
        while holder is not None and not isinstance(holder, Step):
            if holder.focusProxy() in walked:
                holder.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes it
            holder = holder.parentWidget()
    for before, after in pairwise(walked):
        QWidget.setTabOrder(before, after)


class TextStep(Step):
    """A page of headings and lines that is filled anew for each year."""

    def _clear(self) -> None:
        while self.page.count():
            item = self.page.takeAt(0)
            part = item.widget() if item else None
            if part is not None:
                part.hide()
                part.deleteLater()

    def _show(self, sections: Iterable[words.Section]) -> None:
        self._clear()
        for title, lines in sections:
            if title:
                self.page.addWidget(label(title, "strong"))
            for line in lines:
                self.page.addWidget(label(line))
            self.page.addSpacing(8)
        self.page.addStretch(1)

    def text(self) -> str:
        """Everything on the page."""
        parts = (self.page.itemAt(n) for n in range(self.page.count()))
        widgets = (part.widget() for part in parts if part)
        return "\n".join(one.text() for one in widgets if isinstance(one, QLabel))


class ContentsStep(TextStep):
    """Which tables are in the PDF, which are not, and at what level."""

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the contents of this overview."""
        report, tally, level = prepared.report, prepared.tally, prepared.prospect.level
        absent = "" if tally is None else not_seen_sentence(tally, report, level)
        titles = "\n".join(hidden_words.with_figures(report))
        named = "\n".join(hidden_words.only_named(report))
        only_named = ((self.tr("Alleen genoemd, zonder aantallen"), (named,)),) if named else ()
        self._show(
            (
                (self.tr("In de PDF"), (titles,)),
                *only_named,
                (self.tr("Niet in de PDF"), tuple(x for x in (words.NEVER_IN_IT, absent) if x)),
                (
                    self.tr("Niveau van bescherming: {0}").format(report.level),
                    (level_sentence(level),),
                ),
            )
        )
        self.named = MessageBar()
        self.page.insertWidget(0, self.named)
        told = printed_names.warning(report)
        if told:
            self.named.say(told, Tone.WARNING)
