"""The talk form: a typical talk in a minute. It holds an entry and tells what the user wishes."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial, reduce

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.talks.form_buttons import FormButtons
from vp_logboek.gui.talks.part_matter import MatterPart
from vp_logboek.gui.talks.part_more import MorePart
from vp_logboek.gui.talks.part_note import NotePart
from vp_logboek.gui.talks.part_talk import TalkPart
from vp_logboek.gui.talks.parts import Part, Surroundings
from vp_logboek.gui.widgets import (
    FieldRow,
    FieldRows,
    MessageBar,
    Tone,
    button,
    label,
    title,
)
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.services.talk_entry import TalkEntry

_MORE = "Meer: doorverwezen, type melder, afloop, toestemming"
_BUSY = "Bezig met opslaan…"
_SLOW_MS = 500
"""Saving that takes longer is told."""
_BESIDE = 60
"""Pixels that stand beside the fields: the margins, and what scrolls."""
_PLACED_MS = 30
"""After so long what was shown has its place: words that wrap are laid out in two rounds."""


class TalkForm(QWidget):
    """Shows one entry. Only ``entry()`` reads it back: a value in, a value out.

    ``placed`` tells that the talk may count in another year than was told last.
    """

    edited = Signal()
    placed = Signal()
    save_requested = Signal(bool)
    close_requested = Signal()
    discard_requested = Signal()

    def __init__(self, today: date, warns_of_names: Callable[[], bool]) -> None:
        super().__init__()
        self._today = today
        self._warns = warns_of_names
        self._entry: TalkEntry | None = None
        self._showing = False
        self._parts: tuple[Part, ...] = ()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._say_busy)
        self._steps = self._make()

    def build(self) -> Iterator[None]:
        """Make what is in it, in steps of some milliseconds, each inside what is there already."""
        yield from self._steps

    def finish(self) -> None:
        """Make now what is left to be made."""
        for _ in self._steps:
            pass

    def _make(self) -> Iterator[None]:
        self.message = MessageBar()
        self._title = title("")
        self._kept = label("", "small", wrap=False)
        self._make_buttons()
        yield
        self._lay_out()
        yield
        self.talk = TalkPart(self._today)
        yield
        yield from self.talk.add_to(self.rows)
        yield
        self.matter = MatterPart()
        yield
        yield from self.matter.add_to(self.rows)
        self.rows.add_widget(self.unfold)
        yield
        self.more = MorePart(self._today, self._warns)
        yield
        yield from self.more.add_to(self.rows)
        yield
        self.note = NotePart(self._warns)
        yield from self.note.add_to(self.rows)
        self._parts = (self.talk, self.matter, self.more, self.note)
        self._shorten()
        self._connect_parts()

    def _make_buttons(self) -> None:
        bar = self.bar = FormButtons()
        bar.save.clicked.connect(self._ask_save)
        bar.save_and_new.clicked.connect(self._ask_save_and_new)
        bar.close_button.clicked.connect(self.close_requested)
        bar.discard.clicked.connect(self.discard_requested)
        self.save, self.save_and_new = bar.save, bar.save_and_new
        self.close_button, self.discard = bar.close_button, bar.discard
        self.unfold = button("", icon_name="chevron-right", role="link")
        self.unfold.setAccessibleName(self.tr(_MORE))
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._unfold)

    def _lay_out(self) -> None:
        page = QWidget()
        self._scroll = scrolling(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.bar)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(8)
        inside.addWidget(self._title_line())
        inside.addWidget(self.message)
        self.rows = FieldRows(spacing=6)
        policy = QSizePolicy.Policy.Preferred
        self.rows.setSizePolicy(
            policy, policy
        )  # as low as its width lets it: the note gets the rest
        inside.addWidget(self.rows, 1)

    def _title_line(self) -> QWidget:
        """The title, and beside it whether what was typed is kept: nothing moves when it comes."""
        line = QWidget()
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._title, 1)
        beside.addWidget(self._kept, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _connect_parts(self) -> None:
        self.note.names.told.connect(partial(self._bring_in_sight, self.note.names))
        self.more.names.told.connect(partial(self._bring_in_sight, self.more.names))
        for part in self._parts:
            part.edited.connect(self._edited)
        self.talk.placed.connect(self._placed)
        self.talk.dossier_chosen.connect(self.matter.take_subject)
        self.more.melder_asked.connect(self.matter.ask_melder)

    def show_entry(self, entry: TalkEntry, around: Surroundings, draft: bool = False) -> None:
        """Show an entry; ``draft`` when it was kept before it was saved."""
        self._entry = entry
        self._showing = True
        for part in self._parts:
            part.show_entry(entry, around)
        self._showing = False
        self.talk.say_counts_in("")
        self.placed.emit()
        known = entry.conversation.id is not None
        self._entitle(known)
        self.message.hide()
        self.show_kept(self.tr("Dit is een concept.") if draft else "")
        self.discard.setVisible(draft)
        self.unfold.setChecked(self.more.has_content())
        self._unfold(self.unfold.isChecked())
        self._scroll.verticalScrollBar().setValue(0)
        self.show_busy(False)

    def _entitle(self, known: bool) -> None:
        self._title.setText(self.tr("Gesprek bewerken") if known else self.tr("Nieuw gesprek"))
        self.save_and_new.setVisible(not known)

    def become(self, entry: TalkEntry) -> None:
        """What stands here was saved as this entry; from now on it is a change of that."""
        self._entry = entry
        self.talk.take_opened(entry.conversation.dossier)

    def show_as_saved(self, text: str) -> None:
        """Say that it was saved, while one goes on typing: nothing in the fields moves."""
        self._entitle(known=True)
        self.show_busy(False)
        self.say(text)

    def entry(self) -> TalkEntry:
        """The entry as it stands on the screen."""
        if self._entry is None:
            raise RuntimeError("the form shows no entry")
        return reduce(lambda entry, part: part.put_into(entry), self._parts, self._entry)

    def _bring_in_sight(self, part: QWidget) -> None:
        """Once it has its place; the keyboard stays where it is."""
        QTimer.singleShot(_PLACED_MS, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 8))

    def check(self) -> bool:
        """Check everything; the first field with a problem gets the focus. True: nothing wrong."""
        rows: list[FieldRow] = [row for part in self._parts for row in part.problems()]
        if rows:
            if rows[0].isHidden():  # it is folded away
                self.unfold.setChecked(True)
            rows[0].take_focus()
            self._bring_in_sight(rows[0])
        return not rows

    def show_error(self, error: LogbookError) -> None:
        """Say why it was not saved; everything typed stays until one throws it away."""
        self.show_busy(False)
        self.discard.show()
        self.message.show_error(error)
        self._scroll.ensureWidgetVisible(self.message)

    def say(self, text: str) -> None:
        """Say that something went well."""
        self.message.say(text, Tone.GOOD)

    def show_kept(self, text: str) -> None:
        """Beside the buttons: whether what was typed is kept as a draft."""
        self._kept.setText(text)
        self._kept.setVisible(bool(text))
        self.discard.setVisible(bool(text))

    def show_busy(self, busy: bool) -> None:
        """Whether it is being saved."""
        for one in (self.save, self.save_and_new, self.discard):
            one.setEnabled(not busy)
        if busy:
            self._slow.start()
            return
        self._slow.stop()
        if self._kept.text() == self.tr(_BUSY):
            self._kept.hide()

    def _say_busy(self) -> None:
        """It takes so long that one wonders; what is typed meanwhile is kept all the same."""
        self._kept.setText(self.tr(_BUSY))
        self._kept.show()

    def forget_typing(self) -> None:
        """What was saved is not to be had back by undoing."""
        for part in self._parts:
            part.forget_typing()

    def start_typing(self) -> None:
        """Put the focus where a new talk begins."""
        self.talk.day.start_typing()

    def start_at_names(self) -> None:
        """Put the focus on the note, and say what in it may be a name."""
        self.note.note.setFocus()
        self.note.names.begin()
        self.note.names.look()

    def has_names(self) -> bool:
        """Whether something still looks like a name, and was not allowed to stay."""
        return bool(self.note.names.names() or self.more.names.names())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._shorten()

    def _shorten(self) -> None:
        """No word may keep the form from being narrow."""
        if self._parts:
            words = self.tr(_MORE)
            self.unfold.setText(words)
            if self.unfold.sizeHint().width() > self.width() - _BESIDE:
                self.unfold.setText(words.partition(":")[0])

    def _placed(self) -> None:
        if not self._showing:
            self.placed.emit()

    def _edited(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _unfold(self, on: bool) -> None:
        self.unfold.set_icon_name("chevron-down" if on else "chevron-right")
        self.more.unfold(on)

    def _ask_save(self) -> None:
        self.save_requested.emit(False)

    def _ask_save_and_new(self) -> None:
        self.save_requested.emit(True)
