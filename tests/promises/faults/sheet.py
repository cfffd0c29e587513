"""What the recovery sheet is for: another passphrase without the old one, and a start mended."""

from pathlib import Path

from tests.promises.faults.daily import TALKS, a_logbook
from tests.promises.faults.operation import NAME, NEW, OLD, Step, opened
from tests.promises.faults.upkeep import ANOTHER
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services.recovery import heal_with_sheet, sheet, unlock_with_sheet
from vp_logboek.store.logbook import CHEAPEST

PAPER = "blad"
_CHEAP = (CHEAPEST,)


def with_a_sheet(folder: Path) -> None:
    a_logbook(folder)
    with opened(folder) as logbook:
        (folder / PAPER).write_text("\n".join(sheet(logbook).lines))


def unlock(folder: Path, step: Step) -> None:
    lines = (folder / PAPER).read_text().splitlines()
    step(lambda: unlock_with_sheet(folder / NAME, lines, ANOTHER, _CHEAP).close())


def with_a_damaged_start(folder: Path) -> None:
    with_a_sheet(folder)
    content = bytearray((folder / NAME).read_bytes())
    content[4:16] = bytes(12)
    (folder / NAME).write_bytes(content)


def heal(folder: Path, step: Step) -> None:
    lines = (folder / PAPER).read_text().splitlines()
    step(lambda: heal_with_sheet(folder / NAME, lines, _CHEAP).close())


def healed(folder: Path) -> str:
    """It opens with its passphrase, or it is as damaged as it was and the sheet still mends it."""
    try:
        opened(folder).close()
        state = NEW
    except LogbookError:
        heal(folder, lambda act: act())
        state = OLD
    with opened(folder) as logbook:
        assert len(logbook.conversations.rows(TalkQuery())) == TALKS
    return state
