"""P7: killed at any call that changes the disk: no page outside that the ledger does not know.

A crash between the ledger and the file counts as issued, and the page can be saved again.
"""

from pathlib import Path

import pytest

from tests.promises.conftest import Note
from tests.promises.faults.figures import told
from tests.promises.faults.harness import campaign
from tests.promises.faults.injector import Fault, How
from tests.promises.faults.operation import NEW, OLD

FAULTS = {"killed before a call": Fault(How.KILL), "killed halfway a write": Fault(How.TEAR)}


@pytest.mark.campaign
@pytest.mark.parametrize("fault", FAULTS)
def test_a_kill_leaves_no_page_that_the_ledger_does_not_know(
    fault: str, library: Path, tmp_path: Path, note: Note
) -> None:
    outcome = campaign("an overview", FAULTS[fault], library, tmp_path)

    assert outcome.wrong == []
    assert outcome.points > 20
    assert outcome.found[OLD] > 0
    assert outcome.found[NEW] > 0, "also between the ledger and the file"
    note(f"an overview, {fault}", outcome.points, told(outcome.found.items()))


@pytest.mark.campaign
def test_control_with_the_file_first_such_a_page_is_found(
    library: Path, tmp_path: Path, note: Note
) -> None:
    name = "an overview with the file first"
    outcome = campaign(name, FAULTS["killed before a call"], library, tmp_path)

    assert any("a page that the ledger does not know" in each for each in outcome.wrong)
    note(f"control: {name}", outcome.points, told(outcome.found.items()))
