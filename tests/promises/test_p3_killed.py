"""P3: killed at any call that changes the disk, or in the middle of a write: all old or all new.

A new process opens the file with the passphrase, the checks pass, it saves, and nothing is left
over. What was said to be saved is there.
"""

from pathlib import Path

import pytest

from tests.promises.conftest import Note
from tests.promises.faults.figures import told
from tests.promises.faults.harness import campaign
from tests.promises.faults.injector import Fault, How
from tests.promises.faults.operation import NEW, OLD
from tests.promises.faults.operations import OPERATIONS

KILLED, TORN = Fault(How.KILL), Fault(How.TEAR)
FAULTS = {"killed before a call": KILLED, "killed halfway a write": TORN}


@pytest.mark.campaign
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_kill_leaves_all_old_or_all_new(
    name: str, fault: str, library: Path, tmp_path: Path, note: Note
) -> None:
    outcome = campaign(name, FAULTS[fault], library, tmp_path)

    assert outcome.wrong == []
    assert outcome.points > 5
    assert outcome.found[OLD] > 0
    assert FAULTS[fault] == TORN or outcome.found[NEW] > 0, "the whole of it was tried"
    note(f"{name}, {fault}", outcome.points, told(outcome.found.items()))


@pytest.mark.campaign
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", ["a save without a journal", "a new logbook written in place"])
def test_control_the_same_done_badly_is_found_out(
    name: str, fault: str, library: Path, tmp_path: Path, note: Note
) -> None:
    outcome = campaign(name, FAULTS[fault], library, tmp_path)

    assert len(outcome.wrong) > outcome.points / 2
    note(f"control: {name}, {fault}", outcome.points, told(outcome.found.items()))
