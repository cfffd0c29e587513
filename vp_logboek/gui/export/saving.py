"""Issuing and saving an overview, on the store thread, and reading back what was saved."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_report import OverviewRefused
from vp_logboek.domain.ledger import Release
from vp_logboek.gui.export.wanted import Prepared
from vp_logboek.report.selfcheck.overview import Checked, check
from vp_logboek.services import blocked, issuing
from vp_logboek.services.remembered import Trouble

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


@dataclass(frozen=True, slots=True)
class Issued:
    """A saved overview. ``folder`` is where the file is; ``same`` says whether it was read back and
    found the same; ``checked`` what the self-check then found right in it, of a new one, and
    ``refused`` the code of what it found wrong; ``trouble`` that this computer may not remember it
    outside the logbook.
    """

    name: str
    folder: Path
    same: bool
    number: int
    on: date
    is_again: bool = False
    trouble: Trouble | None = None
    checked: Checked | None = None
    refused: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the file on the disk may be used."""
        return self.same and not self.refused


def issue(logbook: "Logbook", prepared: Prepared, target: Path, today: date) -> Issued:
    """Issue and save, then read the file back. Raises what ``issuing.issue`` raises."""
    release = issuing.issue(logbook, prepared.prospect, target, today)
    issued = _checked(_read_back(logbook, release, target), release, target)
    with suppress(LogbookError):  # it is issued: what cannot be told now is told next time
        issued = replace(issued, trouble=blocked.trouble_to_tell(logbook))
    return issued


def _checked(issued: Issued, release: Release, target: Path) -> Issued:
    """The file as it is on the disk, checked once more: what the last page tells is of that file.

    It was checked before it could leave: what is wrong with it now is a defect, and must be told.
    """
    if not issued.same:
        return issued
    try:
        found = check(target.read_bytes(), release.report, False, release.edition)
    except OSError:
        return replace(issued, same=False)
    except OverviewRefused as error:
        return replace(issued, refused=f"{error.fault.value}, {error.place}")
    return replace(issued, checked=found)


def issue_again(logbook: "Logbook", number: int, target: Path) -> Issued:
    """Save the very bytes that were issued. Raises NoSuchRelease and TargetUnwritable."""
    release = issuing.issue_again(logbook, number, target)
    return _read_back(logbook, release, target, is_again=True)


def _read_back(
    logbook: "Logbook", release: Release, target: Path, is_again: bool = False
) -> Issued:
    try:
        same = target.read_bytes() == issuing.stored_pdf(logbook, release.number)
    except OSError:
        same = False
    return Issued(target.name, target.parent, same, release.number, release.issued_on, is_again)


def stored(logbook: "Logbook", number: int) -> bytes:
    """The PDF as it was issued. Raises NoSuchRelease."""
    return issuing.stored_pdf(logbook, number)
