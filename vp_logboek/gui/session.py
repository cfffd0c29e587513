"""An open logbook as the window knows it: asks the store thread, tells the rooms what changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.tasks import Failed, StoreThread, Then, may_hear
from vp_logboek.services import notebook, recovery

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outline:
    """What every room needs to know of the open logbook. Read again after every change."""

    organisations: tuple[Organisation, ...]
    tree: SubjectTree
    read_only: bool
    example: bool
    sheet_confirmed: bool


def outline_of(logbook: "Logbook") -> Outline:
    """Read the outline; on the store thread."""
    return Outline(
        notebook.organisations(logbook),
        logbook.subjects.tree(),
        logbook.read_only,
        notebook.is_example(logbook),
        recovery.is_confirmed(logbook),
    )


def _nothing(_: object) -> None:
    """For who need not hear the answer."""


class Session(QObject):
    """One open logbook.

    ``opening`` tells that the key is being worked out, which takes a moment, ``opened`` that it
    is there. ``saved`` tells of a talk that is on disk, ``changed`` that anything may have changed
    (rooms read again what they show), ``failed`` an error nobody else shows. ``lost`` tells that it
    is closed and could not be opened again.
    """

    opening = Signal()
    opened = Signal()
    saved = Signal(object)
    changed = Signal()
    failed = Signal(object)
    lost = Signal()

    def __init__(self, store: StoreThread, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.store = store
        store.lost.connect(self.lost)
        self._clock = clock
        self._outline: Outline | None = None

    @property
    def outline(self) -> Outline:
        """Organisations, subject tree and whether the file can be written."""
        if self._outline is None:
            raise RuntimeError("no logbook is open")
        return self._outline

    @property
    def can_write(self) -> bool:
        """Whether a logbook is open that can be written."""
        return self._outline is not None and not self._outline.read_only

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations of this logbook, at least one."""
        return self.outline.organisations

    @property
    def tree(self) -> SubjectTree:
        """The subjects as they are now."""
        return self.outline.tree

    def organisation(self, number: int) -> Organisation:
        """The organisation with this id."""
        return next(one for one in self.organisations if one.id == number)

    def today(self) -> date:
        """Today by the session's clock."""
        return self._clock().date()

    def now(self) -> datetime:
        """This moment by the session's clock."""
        return self._clock()

    def open(
        self,
        work: "Callable[[], Logbook]",
        failed: Failed,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Open or make a logbook; ``opened`` follows when its outline has been read."""

        def read(_: object) -> None:
            then()
            self.store.ask(outline_of, self._begin, failed)

        self.store.open(work, read, failed)
        self.opening.emit()

    def ask(
        self, work: "Callable[[Logbook], T]", then: Then[T], failed: Failed | None = None
    ) -> None:
        """Read something. Errors go to ``failed``, or else to the signal of that name."""
        self.store.ask(work, then, failed or self.failed.emit)

    def change(
        self,
        work: "Callable[[Logbook], T]",
        then: Then[T] = _nothing,
        failed: Failed | None = None,
    ) -> None:
        """Write something; then ``then`` hears the result, and everybody hears ``changed``."""

        def told(result: tuple[T, Outline]) -> None:
            value, self._outline = result
            if may_hear(then):
                then(value)
            if isinstance(value, Conversation):
                self.saved.emit(value)
            self.changed.emit()

        self.store.ask(
            lambda logbook: (work(logbook), outline_of(logbook)), told, failed or self.failed.emit
        )

    def replace(
        self,
        work: "Callable[[Logbook], Logbook]",
        then: Callable[[], object],
        failed: Failed | None = None,
    ) -> None:
        """Go on with the logbook that ``work`` gives back; then everybody hears ``changed``."""

        def told(outline: Outline) -> None:
            self._outline = outline
            if may_hear(then):
                then()
            self.changed.emit()

        tell = failed or self.failed.emit
        self.store.replace(work, lambda _: self.store.ask(outline_of, told, tell), tell)

    def run(self, work: Callable[[], T], then: Then[T], failed: Failed | None = None) -> None:
        """Slow work without the logbook."""
        self.store.run(work, then, failed or self.failed.emit)

    def close(self, then: Then[None] = _nothing) -> None:
        """Close the logbook, after everything that was asked before."""
        self.store.close(then, self.failed.emit)

    def _begin(self, outline: Outline) -> None:
        self._outline = outline
        self.opened.emit()
