"""The same running program as in the tests of the rooms, and a real display to show it on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.conftest import dressed, make_running, outside  # noqa: F401
from tests.journeys.screen import Screen


@pytest.fixture
def screen(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A display, for as many seconds as the journey's own ``SECONDS``."""
    made = Screen(tmp_path, request.module.SECONDS)
    try:
        made.begin()
        yield made
    finally:
        made.close()
