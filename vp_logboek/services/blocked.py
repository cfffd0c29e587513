"""Years that were issued while this file does not know how: they are not issued again.

That happens when an older copy was put back or a damaged file was rescued. The program knows it
from what this computer remembers outside the file, or asks: *Is er na <dag> iets uitgebracht?*
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import AnswerNeeded, WhyBlocked, YearBlocked
from vp_logboek.domain.ledger import Release, ReleaseKind, Scope
from vp_logboek.services import remembered
from vp_logboek.services.copies import RESTORED_SETTING
from vp_logboek.services.notebook import is_example
from vp_logboek.services.remembered import Memory, Trouble, token
from vp_logboek.store.logbook import Logbook

TOGETHER = 0
"""Stands for all organisations together, where a scope wants one organisation."""

_TROUBLE_SETTING = "onthouden"
_TOLD = "gezegd"
_FIRST_YEAR, _LAST_YEAR = 1990, 2200


# --- the question after a copy was put back ---------------------------------------------------


def question(logbook: Logbook) -> AnswerNeeded | None:
    """What must be answered before anything is issued; None when there is nothing to ask."""
    since = logbook.settings.get(RESTORED_SETTING)
    return AnswerNeeded(date.fromisoformat(since)) if since else None


def answer(logbook: Logbook, issued: Collection[Scope], today: date) -> None:
    """Answer the question: what was issued since (nothing, when empty). Those years are blocked.

    Raises NotSaved and ReadOnlyPlace.
    """
    with logbook.transaction():
        for scope in issued:
            logbook.ledger.block(scope.organisation, scope.year, WhyBlocked.TOLD.value, today)
        logbook.settings.set(RESTORED_SETTING, "")


def settle(logbook: Logbook, today: date | None = None) -> None:
    """Block in the file what this computer remembers and the file does not know.

    To be called before anything is counted: what lies in a blocked year was counted in it. Nothing
    is raised: where it cannot be written the year is blocked all the same (``why_blocked``).
    """
    elsewhere = _elsewhere(logbook)
    if not elsewhere:
        remember(logbook)  # what was issued on another computer, say
    if not elsewhere or logbook.read_only:
        return
    day = date.today() if today is None else today
    with suppress(LogbookError), logbook.transaction():
        for organisation in [TOGETHER, *(one.key for one in logbook.organisations.all())]:
            told = logbook.ledger.blocked(organisation)
            for year in _years_in(logbook, organisation, elsewhere):
                if year not in told:
                    why = WhyBlocked.REMEMBERED.value
                    logbook.ledger.block(organisation, year, why, day)


# --- which years ------------------------------------------------------------------------------


def why_blocked(logbook: Logbook, scope: Scope, edition: int = 1) -> WhyBlocked | None:
    """Why this edition of a year cannot be issued from this file; None when it can."""
    told = logbook.ledger.blocked(scope.organisation).get(scope.year)
    if told is not None:
        return WhyBlocked(told)
    if _mark(logbook, scope, edition) in _elsewhere(logbook):
        return WhyBlocked.REMEMBERED
    return None


def check(logbook: Logbook, scope: Scope, label: str, edition: int = 1) -> YearBlocked | None:
    """The same as what is told to the user; ``label`` names the year."""
    why = why_blocked(logbook, scope, edition)
    return None if why is None else YearBlocked(label, why)


def blocked_years(logbook: Logbook, organisation: int) -> dict[int, WhyBlocked]:
    """Every year of an organisation that is blocked, with the reason."""
    told = logbook.ledger.blocked(organisation)
    found = {year: WhyBlocked(why) for year, why in told.items()}
    for year in _years_in(logbook, organisation, _elsewhere(logbook)):
        found.setdefault(year, WhyBlocked.REMEMBERED)
    return found


def _years_in(logbook: Logbook, organisation: int, marks: frozenset[str]) -> Iterator[int]:
    """The years whose first edition is among these marks."""
    for year in range(_FIRST_YEAR, _LAST_YEAR + 1) if marks else ():
        if _mark(logbook, Scope(organisation, year), 1) in marks:
            yield year


def _elsewhere(logbook: Logbook) -> frozenset[str]:
    """The marks of what was issued and is not in this file's ledger."""
    memory = _memory(logbook)
    if not memory.scopes or _is_this_ledger(logbook, memory):
        return frozenset()
    return memory.scopes - set(_marks(logbook))


def _is_this_ledger(logbook: Logbook, memory: Memory) -> bool:
    """Whether just this ledger is remembered: its last link stands for all that came before."""
    last = _link(logbook, logbook.ledger.head)
    return len(memory.links) == logbook.ledger.length and last in memory.links


def _link(logbook: Logbook, hash_: str) -> str:
    return token(logbook.draw_key, "uitgave", hash_)


def _memory(logbook: Logbook) -> Memory:
    return remembered.NOTHING if is_example(logbook) else remembered.recall(logbook.identity)


# --- remembering ------------------------------------------------------------------------------


def remember(logbook: Logbook) -> None:
    """Bring what this computer remembers up to the ledger. Trouble is noted, never raised.

    Of the example nothing is remembered: it is invented, and its key is public.
    """
    if is_example(logbook) or not logbook.ledger.length:
        return
    if _is_this_ledger(logbook, _memory(logbook)):
        return
    links = [_link(logbook, one.hash) for one in logbook.ledger.all()]
    trouble = remembered.keep(logbook.identity, links, _marks(logbook))
    told = logbook.settings.get(_TROUBLE_SETTING)
    with suppress(LogbookError):
        if trouble is None and told:
            logbook.settings.set(_TROUBLE_SETTING, "")
        elif trouble is not None and not told:
            logbook.settings.set(_TROUBLE_SETTING, trouble.value)


def trouble_to_tell(logbook: Logbook) -> Trouble | None:
    """The trouble there was in remembering, the first time that this is asked."""
    told = logbook.settings.get(_TROUBLE_SETTING)
    if not told or told == _TOLD:
        return None
    logbook.settings.set(_TROUBLE_SETTING, _TOLD)
    return Trouble(told)


def _marks(logbook: Logbook) -> Iterator[str]:
    for release in logbook.ledger.all():
        scope = scope_of(release)
        if scope is not None:
            yield _mark(logbook, scope, release.edition)


def scope_of(release: Release) -> Scope | None:
    """What no other release may be about; years side by side add nothing and may come again."""
    if release.kind is ReleaseKind.YEARS:
        return None
    if release.kind is ReleaseKind.TOGETHER:
        return Scope(TOGETHER, release.scopes[0].year)
    return release.scopes[0]


def _mark(logbook: Logbook, scope: Scope, edition: int) -> str:
    return token(logbook.draw_key, scope.organisation, scope.year, edition)
