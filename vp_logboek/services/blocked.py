"""Years that were issued while this file does not know how: they are not issued again.

That happens when an older copy was put back or a damaged file was rescued. The program knows it
from what this computer remembers outside the file, or asks: *Is er na <dag> iets uitgebracht?*

A year can also be in the file and be another release than the one that is remembered: two copies
of the file went on side by side, or its ledger was written anew. Of such a *forked* year the PDF
that exists stands as well: no revised edition, no sum, and not beside other years.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Beside:
    """What was issued beside this ledger: marks that it lacks, and scopes it has otherwise."""

    missing: frozenset[str] = frozenset()
    forked: frozenset[Scope] = frozenset()


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
    """Block in the file what this computer remembers and the file does not know, or otherwise.

    To be called before anything is counted: what lies in a blocked year was counted in it. What the
    file knows is remembered: it may come from another computer, or the work was broken off before.
    Nothing is raised: where it cannot be written the year is blocked all the same
    (``why_blocked``).
    """
    beside = _beside(logbook)
    remember(logbook)
    if logbook.read_only or not (beside.missing or beside.forked):
        return
    day = date.today() if today is None else today
    with suppress(LogbookError), logbook.transaction():
        for organisation in [TOGETHER, *(one.key for one in logbook.organisations.all())]:
            told = logbook.ledger.blocked(organisation)
            for year, why in _years_beside(logbook, organisation, beside).items():
                if year not in told:
                    logbook.ledger.block(organisation, year, why.value, day)


# --- which years ------------------------------------------------------------------------------


def why_blocked(logbook: Logbook, scope: Scope, edition: int = 1) -> WhyBlocked | None:
    """Why this edition of a year cannot be issued from this file; None when it can."""
    told = logbook.ledger.blocked(scope.organisation).get(scope.year)
    if told is not None:
        return WhyBlocked(told)
    beside = _beside(logbook)
    if scope in beside.forked:
        return WhyBlocked.FORKED
    return WhyBlocked.REMEMBERED if _mark(logbook, scope, edition) in beside.missing else None


def check(logbook: Logbook, scope: Scope, label: str, edition: int = 1) -> YearBlocked | None:
    """The same as what is told to the user; ``label`` names the year."""
    why = why_blocked(logbook, scope, edition)
    return None if why is None else YearBlocked(label, why)


def check_parts(logbook: Logbook, parts: Collection[Release]) -> YearBlocked | None:
    """What keeps these releases out of a sum or from each other's side; None when nothing does.

    Each must be the newest edition of its year there is, here and as far as is remembered.
    """
    for part in parts:
        scope = scope_of(part)
        label = f"{part.report.year} ({part.report.organisation})"
        if scope is None:
            continue
        found = check(logbook, scope, label, part.edition + 1)
        if found is not None:
            return found
    return None


def blocked_years(logbook: Logbook, organisation: int) -> dict[int, WhyBlocked]:
    """Every year of an organisation that is blocked, with the reason."""
    told = logbook.ledger.blocked(organisation)
    found = _years_beside(logbook, organisation, _beside(logbook))
    return found | {year: WhyBlocked(why) for year, why in told.items()}


def _years_beside(logbook: Logbook, organisation: int, beside: _Beside) -> dict[int, WhyBlocked]:
    """The years that are forked, and those whose first edition is missing here."""
    found = {
        one.year: WhyBlocked.FORKED for one in beside.forked if one.organisation == organisation
    }
    for year in range(_FIRST_YEAR, _LAST_YEAR + 1) if beside.missing else ():
        if _mark(logbook, Scope(organisation, year), 1) in beside.missing:
            found[year] = WhyBlocked.REMEMBERED
    return found


def _beside(logbook: Logbook) -> _Beside:
    """What was issued according to this computer and is not so in this file's ledger.

    A remembered release that the ledger lacks tells of each of its scopes: it is missing, or it is
    there under another link.
    """
    memory = _memory(logbook)
    if not memory.links or _is_this_ledger(logbook, memory):
        return _Beside()
    releases = logbook.ledger.all()
    lacking = memory.links - {_link(logbook, one.hash) for one in releases}
    others = frozenset[str]().union(*(memory.about.get(link, ()) for link in lacking))
    here = {mark: scope_of(one) for one in releases for mark in _marks(logbook, one)}
    forked = frozenset(scope for mark in others & here.keys() if (scope := here[mark]) is not None)
    return _Beside(memory.scopes - here.keys(), forked)


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
    memory = _memory(logbook)
    if _is_this_ledger(logbook, memory) and memory.links <= memory.about.keys():
        return
    releases = logbook.ledger.all()
    about = {_link(logbook, one.hash): _marks(logbook, one) for one in releases}
    trouble = remembered.keep(logbook.identity, about)
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


def _marks(logbook: Logbook, release: Release) -> frozenset[str]:
    """The mark of what a release is about, if that may not come again."""
    scope = scope_of(release)
    return frozenset() if scope is None else frozenset({_mark(logbook, scope, release.edition)})


def scope_of(release: Release) -> Scope | None:
    """What no other release may be about; years side by side add nothing and may come again."""
    if release.kind is ReleaseKind.YEARS:
        return None
    if release.kind is ReleaseKind.TOGETHER:
        return Scope(TOGETHER, release.scopes[0].year)
    return release.scopes[0]


def _mark(logbook: Logbook, scope: Scope, edition: int) -> str:
    return token(logbook.draw_key, scope.organisation, scope.year, edition)
