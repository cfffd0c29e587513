"""Issuing an overview: in no state is a page outside the logbook that its ledger does not know."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.cheap import PASSPHRASE
from tests.promises.faults.operation import NAME, NEW, OLD, TODAY, Operation, Step, opened
from tests.services.releasing import a_year, only
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import issuing, yearly_report
from vp_logboek.services.remembered import FOLDER_VARIABLE
from vp_logboek.services.safekeeping import make_logbook, write_whole
from vp_logboek.store.logbook import CHEAPEST, Logbook

YEAR = 2025
OUT, REMEMBERED = "uit", "onthouden"
PAGE = Path(OUT) / "overzicht.pdf"


def with_a_year(folder: Path) -> None:
    """A logbook with a year to issue, and a folder where the page will be."""
    with make_logbook(folder / NAME, PASSPHRASE, Organisation("Gemeente"), CHEAPEST) as logbook:
        a_year(logbook, YEAR, {"pesten": 8})
    (folder / OUT).mkdir()


def issue(folder: Path, step: Step) -> None:
    """What was shown is issued; a second time it has been issued, and that is told."""
    _act(folder, step, lambda logbook, shown: None)


def issue_file_first(folder: Path, step: Step) -> None:
    """The same done badly: the page is written out, and then it is noted."""

    def write(logbook: Logbook, shown: issuing.Prospect) -> None:
        write_whole(folder / PAGE, yearly_report.overview_pdf(shown.report))

    _act(folder, step, write)


def _act(folder: Path, step: Step, before: Callable[[Logbook, issuing.Prospect], None]) -> None:
    os.environ[FOLDER_VARIABLE] = str(folder / REMEMBERED)
    with opened(folder) as logbook:
        shown = issuing.prepare(logbook, only(logbook), YEAR)

        def act() -> None:
            before(logbook, shown)
            issuing.issue(logbook, shown, folder / PAGE, TODAY)

        step(act)


def issued(folder: Path) -> str:
    """The ledger's word, and what lies in the folder must agree with it."""
    os.environ[FOLDER_VARIABLE] = str(folder / REMEMBERED)
    outside = [each.read_bytes() for each in (folder / OUT).iterdir()]
    pages = [content for content in outside if any(content)]
    with opened(folder) as logbook:
        releases = issuing.releases(logbook)
        if not releases:
            return OLD if not pages else "a page that the ledger does not know"
        assert len(releases) == 1
        pdf = issuing.stored_pdf(logbook, 1)
        if (folder / PAGE).exists() and (folder / PAGE).read_bytes() != pdf:
            return "another page than the ledger has"
        assert all(pdf.startswith(page.rstrip(b"\0")) for page in pages), "half of another page"
        again = issuing.prepare(logbook, only(logbook), YEAR)
        assert again.is_issued
        issuing.issue(logbook, again, folder / PAGE, TODAY)
        assert (folder / PAGE).read_bytes() == pdf
    return NEW


_KEEPS = (OUT, REMEMBERED)
RELEASES = {
    "an overview": Operation(with_a_year, issue, issued, keeps=_KEEPS),
    "an overview with the file first": Operation(
        with_a_year, issue_file_first, issued, keeps=_KEEPS
    ),
}
