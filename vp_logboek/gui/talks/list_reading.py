"""What the list of talks asks of the logbook, on the store thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vp_logboek.domain.listing import TalkListing, TalkOrder, TalkQuery, TalkRow
from vp_logboek.gui.talks.list_model import PAGE
from vp_logboek.services import notebook, purge, searching, talk_years
from vp_logboek.services.searching import Besides

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


@dataclass(frozen=True, slots=True)
class Found:
    """Which talks there are and the first that one sees, how many more of these years count though
    they were destroyed, and which talks count in another year, by their id and with its name.
    """

    listing: TalkListing
    rising: Sequence[int]
    talks: tuple[TalkRow, ...]
    destroyed: int
    late: Mapping[int, str]
    late_here: list[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the order of the answer; ``is_stale`` when another was asked since."""

    query: TalkQuery
    order: TalkOrder
    descending: bool
    is_stale: Callable[[], bool]


def read(logbook: "Logbook", asked: Asked) -> Found | None:
    """None when nobody waits for it any more."""
    if asked.is_stale():
        return None
    query = asked.query
    listing, late = notebook.listing(logbook, query), talk_years.late_talks(logbook)
    ids: Sequence[int] = listing.ids[::-1]
    if asked.order is not TalkOrder.DATE and len(ids) > PAGE:
        ids = notebook.sorted_by(logbook, listing.ids, asked.order)
    first = ids[::-1][:PAGE] if asked.descending else ids[:PAGE]
    here = late.keys() & set(listing.ids) if late else ()
    destroyed = 0
    if not query.text and not query.is_filtered:
        gone = purge.talks_destroyed(logbook, query.organisation)
        destroyed = sum(gone.values()) if query.year is None else gone.get(query.year, 0)
    talks = notebook.talks_of(logbook, first)
    return Found(listing, ids, talks, destroyed, late, [late[one] for one in here])


def look_besides(logbook: "Logbook", asked: Asked, found: int) -> Besides | None:
    """What else there is; the answer itself is shown before this is asked."""
    return None if asked.is_stale() else searching.besides(logbook, asked.query, found)
