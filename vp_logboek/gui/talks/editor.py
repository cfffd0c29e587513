"""Writing a talk down: fetches the entry, keeps every few words as a draft, saves it."""

from collections.abc import Iterator
from functools import partial
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.coming import Coming, Fetched, Make
from vp_logboek.gui.talks.counted_year import CountedYear
from vp_logboek.gui.talks.form import TalkForm
from vp_logboek.gui.talks.parts import Surroundings
from vp_logboek.gui.talks.saving import Saving, key_of
from vp_logboek.gui.talks.unkept import Unkept
from vp_logboek.gui.tasks import Failed
from vp_logboek.gui.throttle import Throttle
from vp_logboek.gui.undo import do
from vp_logboek.gui.widgets.late_letters import after_letters
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry

PAUSE_MS = 700
KEPT_WITHIN_MS = 1800
"""What is typed is an encrypted draft within two seconds."""

_KEPT = "Bewaard als concept."
_PART_KEPT = "Concept, nog zonder onderwerp."
"""Letters that are no choice yet are not in the draft."""
_TYPED_ON = "Het gesprek is opgeslagen. Wat u daarna typte, staat hier nog. Sla ook dat op."
_LATE = " Wat u intussen nog typte, is een concept."


class TalkEditor(QWidget):
    """The form with its autosave. ``finished`` tells the saved talk, or None when it was closed.

    ``did`` carries what was saved and what that changed in the logbook, so that it can be undone.
    ``names_left`` tells the id of a talk that was saved with what looks like a name, ``left`` that
    one stopped writing without saving.
    """

    finished = Signal(object)
    opened = Signal()
    left = Signal()
    draft_kept = Signal()
    draft_failed = Signal()
    discarded = Signal(str, object)
    did = Signal(object, object)
    names_left = Signal(int)

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._key = ""
        self._said = ""
        self._tells_of_draft = False
        self._unkept = Unkept(session, self)
        self._is_typed_on = False
        self._numbers = count()
        self._named: set[int] = set()
        self._form = TalkForm(session.today(), lambda: self._preferences.warns_of_names)
        self._coming = Coming(session, self._form)
        self._year = CountedYear(session, self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        self._autosave = Throttle(self, PAUSE_MS, KEPT_WITHIN_MS)
        self._connect_parts()

    def _connect_parts(self) -> None:
        form = self._form
        form.edited.connect(self._edited)
        form.placed.connect(self._ask_year)
        self._session.changed.connect(self._ask_year)
        form.save_requested.connect(self.save)
        form.close_requested.connect(self.close_form)
        form.discard_requested.connect(self._discard)
        self._autosave.due.connect(self._keep)
        self._unkept.kept.connect(self._kept)
        self._unkept.failed.connect(self._not_kept)

    def build(self) -> Iterator[None]:
        """Make the form ahead of the first talk, in steps; who needs it sooner just takes it."""
        yield from self._form.build()

    @property
    def form(self) -> TalkForm:
        """The form, whole, with the entry in it that has come."""
        self._coming.finish()
        self._form.finish()
        return self._form

    @property
    def is_open(self) -> bool:
        """Whether an entry is being written."""
        return bool(self._key)

    @property
    def has_unkept(self) -> bool:
        """Whether something was typed that is not on the disk yet, in this form or an earlier."""
        return bool(self._unkept) or (self.is_open and self._autosave.is_waiting)

    @property
    def draft_key(self) -> str:
        """The key of the draft that is being written, or nothing."""
        return self._key

    @property
    def is_saving(self) -> bool:
        """Whether what stands on the screen is on its way, maybe in an earlier state."""
        return self._unkept.saving(self._key) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form, late letters and all; an open list has taken its own Esc before."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            after_letters(self.close_form)
        else:
            super().keyPressEvent(event)

    # --- beginning ----------------------------------------------------------------------------

    def begin_new(self) -> None:
        """A new talk, with the last used defaults."""
        self._fetch(self._new_key(), notebook.new_entry)

    def begin_follow_up(self, dossier: int) -> None:
        """A next talk of a dossier."""
        self._fetch(
            self._new_key(), lambda logbook, today: notebook.follow_up(logbook, dossier, today)
        )

    def edit(self, conversation: int) -> None:
        """Change a talk that was saved before; a draft of it goes before what was saved."""
        key = key_of(conversation)
        self._fetch(
            key,
            lambda logbook, _: (
                notebook.draft(logbook, key) or notebook.entry_of(logbook, conversation)
            ),
        )

    def resume(self, key: str, entry: TalkEntry) -> None:
        """Go on with a draft."""
        self._fetch(key, lambda _, __: entry, draft=True)

    def _new_key(self) -> str:
        """Never one that was used: two can be asked for at the same moment of a coarse clock."""
        return f"nieuw-{self._session.now().isoformat()}-{next(self._numbers)}"

    def _fetch(self, key: str, make: Make, draft: bool = False) -> None:
        """What stands there until it comes is still being written."""
        self._autosave.flush()
        self._is_typed_on = False
        self._said = ""
        show = partial(self._show_entry, key, draft)
        self._coming.ask(make, show, self._not_fetched, letters_wait=not self.is_open)

    def _not_fetched(self, error: LogbookError) -> None:
        if self._said:  # the form still shows the talk that was saved
            self._form.show_as_saved(self._said.partition(".")[0] + ".")
            self._said = ""
        self._session.failed.emit(error)

    def _show_entry(self, key: str, draft: bool, fetched: Fetched) -> None:
        self._put_away()
        entry, dossiers = fetched
        entry = self._unkept.newest(key, entry)
        session = self._session
        around = Surroundings(session.today(), session.tree, session.organisations, dossiers)
        self._key = key
        self._form.show_entry(entry, around, draft)
        self._tells_of_draft = False
        if self._said:
            self._form.say(self._said + (self.tr(_LATE) if self._is_typed_on else ""))
            self._said = ""
        self.opened.emit()
        if entry.conversation.id in self._named:
            self._named.discard(entry.conversation.id)
            self._form.start_at_names()
        else:
            self._form.start_typing()

    def _ask_year(self) -> None:
        if self.is_open:
            self._year.ask()

    # --- keeping ------------------------------------------------------------------------------

    def leave(self) -> None:
        """Stop writing: what was typed since the last draft is kept now, and nothing comes."""
        was_open = self.is_open
        self._coming.forget()
        self._put_away()
        if was_open:
            self.left.emit()

    def _put_away(self) -> None:
        if self.is_open:
            self._autosave.flush()
        self._key = ""

    def keep_now(self, failed: Failed) -> None:
        """Keep at once what is not on the disk yet, because the logbook is going to lock."""
        if self.is_open and self._autosave.is_waiting:
            self._autosave.cancel()
            self._unkept.hold(self._key, self._form.entry())
        self._coming.forget()
        self._unkept.keep_all(partial(self._held_back, failed))

    def close_form(self) -> None:
        """Close; what was typed stays as a draft."""
        self.leave()
        self.finished.emit(None)

    def _edited(self) -> None:
        self._is_typed_on = True
        self._autosave.kick()

    def _keep(self) -> None:
        if self.is_open:
            self._unkept.hold(self._key, self._form.entry())
            self._unkept.keep(self._key)

    def _kept(self, key: str) -> None:
        if key == self._key and not self.is_saving:
            self._form.show_kept(self.tr(_PART_KEPT if self._form.is_subject_open() else _KEPT))
            if self._tells_of_draft:
                self._tells_of_draft = False
                self._form.message.hide()
        self.draft_kept.emit()

    def _not_kept(self, key: str, error: LogbookError) -> None:
        self.draft_failed.emit()
        if key == self._key:
            self._form.show_kept(self.tr("Nog niet bewaard."))
            self._form.show_error(error)
            self._tells_of_draft = True
        else:
            self._session.failed.emit(error)

    def _held_back(self, failed: Failed, error: LogbookError) -> None:
        """Who comes back to it can also throw it away."""
        self._form.bar.offer_discard(True)
        failed(error)

    def _discard(self) -> None:
        key, entry = self._key, self._form.entry()
        self._autosave.cancel()
        self._unkept.drop(key)
        self._key = ""
        self._session.change(lambda logbook: notebook.drop_draft(logbook, key))
        self.discarded.emit(key, entry)
        self.finished.emit(None)

    # --- saving -------------------------------------------------------------------------------

    def save(self, and_new: bool = False) -> None:
        """Save what stands on the screen; only then does it count."""
        if not self.is_open:
            return
        under_way = self._unkept.saving(self._key)
        if under_way is not None:
            under_way.and_new, under_way.again = and_new, True
            return
        if not self._form.check():
            return
        self._autosave.cancel()
        self._form.show_busy(True)
        entry, key, today = self._form.entry(), self._key, self._session.today()
        saving = Saving(key, entry, and_new, self._form.has_names())
        self._unkept.begin(saving)
        do(
            self._session,
            partial(saving.save, today=today),
            partial(self.did.emit, entry),
            partial(self._saved, saving),
            partial(self._not_saved, saving),
        )

    def _saved(self, saving: Saving, talk: Conversation) -> None:
        is_shown = self._key == saving.key
        late = is_shown and self._form.entry() != saving.sent
        self._unkept.is_saved(saving)
        if not is_shown:
            return
        if late and saving.base is not None:
            self._go_on_with(saving, saving.base)
            return
        self._autosave.cancel()
        self._form.forget_typing()
        if saving.has_names and talk.id is not None:
            self._named.add(talk.id)
            self.names_left.emit(talk.id)
        if saving.and_new and saving.base is not None:
            self._begin_next(saving, saving.base)
        else:
            self._key = ""
            if not self._coming.is_expected:  # else the next one is on its way already
                self.finished.emit(talk)

    def _begin_next(self, saving: Saving, base: TalkEntry) -> None:
        """Until the next one comes, what is typed changes the talk that was saved."""
        self._become(saving, base)
        names = self.tr(" In de aantekening staat misschien een naam.")
        said = self.tr("Het gesprek is opgeslagen.{0} Hier is het volgende.")
        self.begin_new()
        self._said = said.format(names if saving.has_names else "")

    def _go_on_with(self, saving: Saving, base: TalkEntry) -> None:
        """Something was typed after it was sent: the form stays, and changes what was saved."""
        self._become(saving, base)
        self._form.show_as_saved(self.tr(_TYPED_ON))
        self._edited()
        if saving.again:
            self.save(saving.and_new)

    def _become(self, saving: Saving, base: TalkEntry) -> None:
        """What stands in the form is now a change of a saved talk; nothing on the screen moves."""
        self._unkept.is_over(saving)
        if base.conversation.id is not None:
            self._key = key_of(base.conversation.id)
        self._form.become(base)

    def _not_saved(self, saving: Saving, error: LogbookError) -> None:
        self._unkept.is_refused(saving)
        self._tells_of_draft = False
        if self._key == saving.key:
            self._form.show_error(error)
            self._autosave.kick()
            return
        self._unkept.hold(saving.key, self._unkept.newest(saving.key, saving.sent))
        self._unkept.keep(saving.key)
        self._session.failed.emit(error)
