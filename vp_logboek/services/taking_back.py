"""Taking back what was done, and doing it again: in one transaction, as it was or not at all.

What an action changed is known row by row, so that whatever it took along comes back with it: the
opening day and the number of a dossier, its people, where something was counted, an ending. It is
taken back only while all of those rows are still as the action left them. One that was counted in
an issued year since is not.
"""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from vp_logboek.domain.errors import NotTakenBack
from vp_logboek.services.import_table import undo_import
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.row_images import Change, Images, Key, Row, RowImages

__all__ = ["Change", "Recorded", "has_moved", "put_back", "take_back", "take_out_import", "talk_of"]

T = TypeVar("T")

_PARTS = ("dossier_subject", "dossier_melder")


class Recorded(Generic[T]):
    """Work on a logbook that remembers in ``change`` what it changed. Done once."""

    def __init__(self, work: Callable[[Logbook], T]) -> None:
        self._work = work
        self.change = Change({}, {})

    def __call__(self, logbook: Logbook) -> T:
        """Do it, in one transaction; raises what the work raises."""
        with logbook.rows.recorded() as recording, logbook.transaction():
            value = self._work(logbook)
        self.change = recording.change
        return value


def take_back(logbook: Logbook, change: Change, today: date) -> Change:
    """Take back what an action did; what this changed in turn, for ``put_back``.

    A talk that it added goes to the bin, with the dossier it opened: the bin is for mistakes. A
    draft that was saved stays gone. Raises NotTakenBack when something was changed or counted
    since.
    """
    return put_back(logbook, _to_the_bin(_without_drafts(change), today))


def put_back(logbook: Logbook, change: Change) -> Change:
    """Make every row what it was before this change. Raises NotTakenBack, as above."""
    rows = logbook.rows
    with rows.recorded() as recording, logbook.transaction():
        present = rows.now(change.after)
        if present != change.after:
            raise NotTakenBack(_is_counted_since(present, change.after))
        wanted = change.without(_still_needed(rows, change))
        rows.write(wanted)
        if recording.change != wanted.back:  # something else hung on it, and would go too
            raise NotTakenBack(counted=False)
    return recording.change


def take_out_import(logbook: Logbook, import_id: int) -> Change:
    """Undo an import; ``put_back`` takes it over again, row by row. Raises as ``undo_import``."""
    work = Recorded(lambda book: undo_import(book, import_id))
    work(logbook)
    return work.change


def _is_counted_since(present: Images, left: Images) -> bool:
    """Whether a mark says so, in a row that is there as it was."""
    return any(
        row is not None and was is not None and row[column] not in (None, was[column])
        for key, row in present.items()
        for was in (left[key],)
        for column in was or ()
        if column.endswith("_in")
    )


def talk_of(change: Change) -> int:
    """The talk that was added."""
    return max(int(key[0]) for table, key in change.after if table == "conversation")


def has_moved(change: Change) -> bool:
    """Whether a talk came in another dossier."""
    return any(
        row is not None and (was := change.before[key]) and was["dossier"] != row["dossier"]
        for key, row in change.after.items()
        if key[0] == "conversation"
    )


def _without_drafts(change: Change) -> Change:
    """What was typed is in the talk; offered as a draft besides, it would be saved twice."""
    if any(table == "conversation" for table, _ in change.before):
        return change.without([key for key in change.before if key[0] == "draft"])
    return change


def _to_the_bin(change: Change, today: date) -> Change:
    """A talk that was added is not taken out but thrown away, in the dossier it opened."""
    added = _added(change)
    talks = {key: row for key, row in added.items() if key[0] == "conversation"}
    if not talks:
        return change
    opened = {row["dossier"] for row in talks.values() if ("dossier", (row["dossier"],)) in added}
    kept = change.without(_with_parts(added, opened))
    binned = {key: {**row, "binned_on": today.isoformat()} for key, row in talks.items()}
    return Change({**kept.before, **binned}, kept.after)


def _still_needed(rows: RowImages, change: Change) -> set[Key]:
    """What was added and would go, but holds what lies in the bin: it comes back with that."""
    added = _added(change)
    needed = {
        key[1][0]
        for key in added
        if key[0] == "dossier"
        and rows.that_refer("conversation", "dossier", key[1][0]) - change.before.keys()
    }
    kept = _with_parts(added, needed)
    gone = change.before.keys() - kept
    return kept | {
        key
        for key in added
        if key[0] == "melder" and rows.that_refer("dossier_melder", "melder", key[1][0]) - gone
    }


def _with_parts(added: dict[Key, Row], dossiers: set[int]) -> set[Key]:
    """These dossiers with all that is theirs, and the people who came with them."""
    kept = {key for key, row in added.items() if key[0] in _PARTS and row["dossier"] in dossiers}
    people = {added[key].get("melder") for key in kept}
    return kept | {
        key
        for key in added
        if (key[0] == "dossier" and key[1][0] in dossiers)
        or (key[0] == "melder" and key[1][0] in people)
    }


def _added(change: Change) -> dict[Key, Row]:
    return {
        key: row
        for key, row in change.after.items()
        if row is not None and change.before[key] is None
    }
