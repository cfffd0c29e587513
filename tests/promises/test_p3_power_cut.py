"""P3: 600 times the power goes: nothing is damaged, and nothing is lost that was said to be saved.

What was not synced is dropped, reordered or torn by a seed, by the harshest reading of POSIX. The
control does the same with ``synchronous = OFF``.
"""

from pathlib import Path

import pytest

from tests.promises.conftest import Note
from tests.promises.faults.operations import OPERATIONS
from tests.promises.faults.powercut import SAVES, Cuts, power_cuts

CUTS = 600
ENOUGH_TO_FIND_IT = 200
"""Cuts where each operation is tried, and where a control shows what is found without care."""


def summary(cuts: Cuts) -> str:
    return f"{cuts.whole} whole, {cuts.damaged} damaged, {cuts.lost} lost ({cuts.calls} calls)"


@pytest.mark.campaign
def test_no_power_cut_costs_a_save(library: Path, tmp_path: Path, note: Note) -> None:
    cuts = power_cuts(SAVES, CUTS, library, tmp_path)

    assert cuts.wrong == []
    assert cuts.whole == CUTS
    note(SAVES, CUTS, summary(cuts))


@pytest.mark.campaign
@pytest.mark.parametrize("name", OPERATIONS)
def test_no_power_cut_leaves_anything_half_done(
    name: str, library: Path, tmp_path: Path, note: Note
) -> None:
    cuts = power_cuts(name, ENOUGH_TO_FIND_IT, library, tmp_path)

    assert cuts.wrong == []
    note(name, ENOUGH_TO_FIND_IT, summary(cuts))


@pytest.mark.campaign
def test_control_without_syncing_much_is_lost(library: Path, tmp_path: Path, note: Note) -> None:
    name = f"{SAVES} with synchronous = OFF"
    cuts = power_cuts(name, ENOUGH_TO_FIND_IT, library, tmp_path)

    assert cuts.damaged + cuts.lost > 100
    note(f"control: {name}", ENOUGH_TO_FIND_IT, summary(cuts))


@pytest.mark.campaign
def test_control_the_usual_settings_of_sqlite_lose_saves(
    library: Path, tmp_path: Path, note: Note
) -> None:
    """With FULL the name of the journal that was thrown away can come back, and undoes a save."""
    name = f"{SAVES} with synchronous = FULL and locking_mode = NORMAL"
    cuts = power_cuts(name, ENOUGH_TO_FIND_IT, library, tmp_path)

    assert cuts.lost > 0
    note(f"control: {name}", ENOUGH_TO_FIND_IT, summary(cuts))
