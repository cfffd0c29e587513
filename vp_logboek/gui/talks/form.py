"""The talk form: a typical talk in a minute. It holds an entry and tells what the user wishes."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial, reduce

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.talks.form_buttons import FormButtons
from vp_logboek.gui.talks.form_head import FormHead
from vp_logboek.gui.talks.form_page import FormPage
from vp_logboek.gui.talks.part_matter import MatterPart
from vp_logboek.gui.talks.part_more import MorePart
from vp_logboek.gui.talks.part_note import NotePart
from vp_logboek.gui.talks.part_talk import TalkPart
from vp_logboek.gui.talks.parts import Part, Surroundings
from vp_logboek.gui.widgets import FieldRow, MessageBar, Tone
from vp_logboek.services.talk_entry import TalkEntry


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
        self._showing = self._is_known = False
        self._parts: tuple[Part, ...] = ()
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
        self._head = FormHead()
        self._make_buttons()
        yield
        self._lay_out()
        yield
        rows = self._page.rows
        self.talk = TalkPart(self._today)
        yield
        yield from self.talk.add_to(rows)
        yield
        self.matter = MatterPart()
        self.unfold = self.matter.duration.unfold
        yield
        yield from self.matter.add_to(rows)
        yield
        self.more = MorePart(self._today, self._warns)
        yield
        yield from self.more.add_to(rows)
        yield
        self.note = NotePart(self._warns)
        yield from self.note.add_to(rows)
        self._page.take_note(self.note, self.matter.subject_row)
        self._parts = (self.talk, self.matter, self.more, self.note)
        self._connect_parts()
        self.bar.come_after(self.note.names.allow)

    def _make_buttons(self) -> None:
        bar = self.bar = FormButtons()
        bar.save.clicked.connect(self._ask_save)
        bar.save_and_new.clicked.connect(self._ask_save_and_new)
        bar.close_button.clicked.connect(self.close_requested)
        bar.discard.clicked.connect(self.discard_requested)
        self.save, self.save_and_new = bar.save, bar.save_and_new
        self.close_button, self.discard = bar.close_button, bar.discard

    def _lay_out(self) -> None:
        self._page = FormPage(self._head, self.message)
        self._scroll = self._page.area
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.bar)

    def _connect_parts(self) -> None:
        self.note.names.told.connect(partial(self._page.bring_in_sight, self.note.names))
        self.more.names.told.connect(partial(self._page.bring_in_sight, self.more.names))
        for part in self._parts:
            part.edited.connect(self._edited)
        self.talk.placed.connect(self._placed)
        self.talk.kind.changed.connect(self._kind_chosen)
        self.talk.dossier_chosen.connect(self.matter.take_subject)
        self.more.melder_asked.connect(self.matter.ask_melder)
        self.unfold.toggled.connect(self._unfold)

    def show_entry(self, entry: TalkEntry, around: Surroundings, draft: bool = False) -> None:
        """Show an entry; ``draft`` when it was kept before it was saved."""
        self._entry = entry
        self._showing = True
        for part in self._parts:
            part.show_entry(entry, around)
        self.unfold.setChecked(self.more.has_content())
        self.more.unfold(self.unfold.isChecked())
        self._showing = False
        self.talk.say_counts_in("")
        self.placed.emit()
        self._entitle(known=entry.conversation.id is not None)
        self.message.hide()
        self.show_kept(self.tr("Dit is een concept.") if draft else "")
        self.bar.offer_discard(draft)
        self._page.to_the_top()
        self.show_busy(False)

    def _entitle(self, known: bool) -> None:
        """Say what one is writing; the kind may be chosen here yet."""
        self._is_known = known
        follows = self.talk.kind.choice() is ConversationKind.FOLLOW_UP
        new = self.tr("Vervolggesprek") if follows else self.tr("Nieuw gesprek")
        self._head.entitle(self.tr("Gesprek bewerken") if known else new)
        self.save_and_new.setVisible(not known)

    def title(self) -> str:
        """What one is writing."""
        return self._head.title()

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

    def is_subject_open(self) -> bool:
        """Whether letters stand for the subject that are no choice yet."""
        return self.matter.subject.code() is None and bool(self.matter.subject.text().strip())

    def check(self) -> bool:
        """Check everything; the first field with a problem gets the focus. True: nothing wrong."""
        rows: list[FieldRow] = [row for part in self._parts for row in part.problems()]
        if rows:
            if rows[0].isHidden():  # it is folded away
                self.unfold.setChecked(True)
            rows[0].take_focus()
            self._page.bring_in_sight(rows[0])
        return not rows

    def show_error(self, error: LogbookError) -> None:
        """Say why it was not saved; everything typed stays until one throws it away."""
        self.show_busy(False)
        self.bar.offer_discard(True)
        self.message.show_error(error)
        self._scroll.ensureWidgetVisible(self.message)

    def say(self, text: str) -> None:
        """Say that something went well."""
        self.message.say(text, Tone.GOOD)

    def show_kept(self, text: str) -> None:
        """Beside the buttons: whether what was typed is kept as a draft."""
        self._head.show_kept(text)
        self.bar.offer_discard(bool(text))

    def show_busy(self, busy: bool) -> None:
        """Whether it is being saved."""
        for one in (self.save, self.save_and_new, self.discard):
            one.setEnabled(not busy)
        self._head.show_busy(busy)

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

    def _unfold(self, on: bool) -> None:
        """Who asks for more sees it come."""
        self.more.unfold(on)
        if on and not self._showing:
            self._page.begin_with(self.matter.minutes_row)

    def _kind_chosen(self) -> None:
        if not self._showing:
            self._entitle(self._is_known)

    def _placed(self) -> None:
        if not self._showing:
            self.placed.emit()

    def _edited(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _ask_save(self) -> None:
        self.save_requested.emit(False)

    def _ask_save_and_new(self) -> None:
        self.save_requested.emit(True)
