"""Issuing an overview: into the ledger first, and only then into the world.

The order is what makes it safe. Room for the file is taken at its place, so that one that cannot
be written is found out while nothing is noted. Then what was shown is made anew and compared, and
tried once more by the attacker, and the release is written in the logbook with its PDF, in one
transaction. Then it is remembered outside the logbook. Only then the file is filled and gets its
name. A crash in between counts as issued: better a release in the ledger that nobody has than a
page in the world that the ledger does not know.
"""

from datetime import date
from pathlib import Path

from vp_logboek.domain.disclosure.core import check
from vp_logboek.domain.errors import TargetUnwritable, YearNotOver
from vp_logboek.domain.errors_release import Changed, IssuedNotSaved, LedgerBroken, NoSuchRelease
from vp_logboek.domain.ledger import Release, ReleaseKind
from vp_logboek.report import yearly
from vp_logboek.services import blocked
from vp_logboek.services.joined import joined_anew, prepare_together, prepare_years
from vp_logboek.services.prospect import Prospect, Stop, prepare, prepared_anew
from vp_logboek.services.revising import prepare_revised, revised_anew
from vp_logboek.services.safekeeping import TO_HAND_OVER, room_for, write_whole
from vp_logboek.store.logbook import Logbook

__all__ = [
    "Prospect",
    "Stop",
    "issue",
    "issue_again",
    "prepare",
    "prepare_revised",
    "prepare_together",
    "prepare_years",
    "releases",
    "stored_pdf",
]


def issue(logbook: Logbook, prospect: Prospect, target: Path, today: date) -> Release:
    """Bring out what was shown; of what was issued before, the stored bytes once more.

    Raises YearNotOver, YearBlocked, AnswerNeeded, LedgerBroken, Changed when the logbook would now
    show something else, TargetUnwritable and TargetIsLogbook, NotSaved and ReadOnlyPlace: then
    nothing was issued. Raises IssuedNotSaved when it was issued and then the file was not saved.
    """
    check_ledger(logbook)
    if prospect.is_issued and prospect.before is not None:
        return issue_again(logbook, prospect.before.number, target)
    pdf = yearly.render(prospect.report, edition=prospect.edition)
    with room_for(target, len(pdf), TO_HAND_OVER) as put:
        with logbook.transaction():
            now = _still(logbook, prospect, today)
            _audit(now)
            release = logbook.ledger.append(
                _release(now, today), pdf, freeze=now.kind is ReleaseKind.YEAR
            )
        blocked.remember(logbook)
        try:
            put(pdf)
        except TargetUnwritable as error:
            raise IssuedNotSaved(error.name, release.number) from error
    return release


def _still(logbook: Logbook, shown: Prospect, today: date) -> Prospect:
    """What was shown, with the counts of this moment. Raises Changed where it would look different.

    Raises also what stands in the way of issuing it.
    """
    now = _anew(logbook, shown)
    if not now.period.is_over(today):
        raise YearNotOver(now.period.label, now.period.last_day)
    for obstacle in (now.needs_answer, now.blocked):
        if obstacle is not None:
            raise obstacle
    if (now.report, now.before) != (shown.report, shown.before):
        raise Changed
    return now


def _audit(shown: Prospect) -> None:
    """Once more, and last: from the page alone nothing small can be worked out.

    In the cells of a sum stand those of the issued pages it is the sum of; other pages of the
    ledger share no person with this one. Raises Unsafe, which is a defect of ours: nothing leaves.
    """
    for problem, pattern in shown.protected.cells:
        check(problem, pattern)


def _anew(logbook: Logbook, shown: Prospect) -> Prospect:
    if shown.kind is not ReleaseKind.YEAR:
        return joined_anew(logbook, shown)
    return (revised_anew if shown.revised else prepared_anew)(logbook, shown)


def _release(shown: Prospect, today: date) -> Release:
    return Release(
        kind=shown.kind,
        scopes=shown.scopes,
        issued_on=today,
        edition=shown.edition,
        level=shown.level,
        report=shown.report,
        tallies=shown.tallies,
        outside=shown.outside,
        context=shown.context,
    )


# --- what was issued --------------------------------------------------------------------------


def issue_again(logbook: Logbook, number: int, target: Path) -> Release:
    """Write the stored PDF of a release once more, byte for byte what it was.

    Raises NoSuchRelease, LedgerBroken when it is not what it was, TargetUnwritable and
    TargetIsLogbook.
    """
    release = release_of(logbook, number)
    check_ledger(logbook, number)
    write_whole(target, logbook.ledger.pdf(number), TO_HAND_OVER)
    return release


def releases(logbook: Logbook) -> tuple[Release, ...]:
    """Everything that was issued, in order."""
    return tuple(logbook.ledger.all())


def release_of(logbook: Logbook, number: int) -> Release:
    """One release. Raises NoSuchRelease."""
    for one in logbook.ledger.all():
        if one.number == number:
            return one
    raise NoSuchRelease(number)


def stored_pdf(logbook: Logbook, number: int) -> bytes:
    """The PDF of a release, as it was issued. Raises NoSuchRelease."""
    return logbook.ledger.pdf(release_of(logbook, number).number)


def check_ledger(logbook: Logbook, number: int | None = None) -> None:
    """Raises LedgerBroken where a release is not what it was when it was issued.

    With a ``number`` only where that one or an earlier one is not.
    """
    broken = logbook.ledger.check_chain()
    if broken is not None and (number is None or broken <= number):
        raise LedgerBroken(broken)
