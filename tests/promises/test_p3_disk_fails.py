"""P3: a disk that is full or fails at any call: never a false "Opgeslagen", and then it goes on.

The error is one that is told to the user, the file is whole, and when the fault is gone the same
process can do it again.
"""

import errno
from pathlib import Path

import pytest

from tests.promises.conftest import Note
from tests.promises.faults import full_disk
from tests.promises.faults.figures import told
from tests.promises.faults.harness import SAVED, Outcome, campaign
from tests.promises.faults.injector import Fault, How
from tests.promises.faults.operations import OPERATIONS

FAULTS = {
    "one call fails (EIO)": Fault(How.FAIL, errno.EIO),
    "all calls fail from there (EIO)": Fault(How.FAIL, errno.EIO, on=True),
    "disk full at one call (ENOSPC)": Fault(How.FAIL, errno.ENOSPC),
    "disk full from there (ENOSPC)": Fault(How.FAIL, errno.ENOSPC, on=True),
}


WITHOUT_HARD_LINKS = "a change of passphrase without hard links"
NAMES = [name for name in OPERATIONS if name != WITHOUT_HARD_LINKS]


def summary(outcome: Outcome) -> str:
    """``unsure`` is the price of asking the disk: its last answer came when all was written."""
    tries, saved = outcome.said.total(), outcome.said[SAVED]
    refused = tries - saved - outcome.unsure
    states = [("told, and not there", refused), ("told, though it was there", outcome.unsure)]
    return told([*states, ("saved all the same", saved)])


@pytest.mark.campaign
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_to_be_saved_is_there_and_the_rest_is_told(
    name: str, fault: str, library: Path, tmp_path: Path, note: Note
) -> None:
    outcome = campaign(name, FAULTS[fault], library, tmp_path)

    assert outcome.wrong == []
    assert outcome.points > 5
    assert outcome.said[SAVED] < outcome.points, "the fault was felt"
    note(f"{name}, {fault}", outcome.said.total(), summary(outcome))


@pytest.mark.campaign
@pytest.mark.parametrize("name", NAMES)
def test_the_same_on_a_disk_that_is_really_full(
    name: str, library: Path, tmp_path: Path, note: Note
) -> None:
    reason = full_disk.why_not(tmp_path)
    if reason is not None:
        pytest.skip(reason)

    outcome = full_disk.campaign(name, library, tmp_path)

    assert outcome.wrong == []
    assert outcome.said[SAVED] < outcome.points, "the fault was felt"
    note(f"{name}, on a small disk with ever more room", outcome.points, summary(outcome))


@pytest.mark.campaign
def test_control_a_false_saved_is_found_out(library: Path, tmp_path: Path, note: Note) -> None:
    name = "a save that says it was saved"
    outcome = campaign(name, FAULTS["disk full from there (ENOSPC)"], library, tmp_path)

    assert len(outcome.wrong) > outcome.points / 2
    note(f"control: {name}", outcome.points, f"{len(outcome.wrong)} found out")
