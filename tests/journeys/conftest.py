"""The same running program as in the tests of the rooms, and a real display to show it on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.conftest import dressed, make_running, outside  # noqa: F401
from tests.journeys.desk import Desk, equip
from tests.journeys.journey import Journey
from tests.journeys.known import too_long
from tests.journeys.screen import Screen

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember which journey failed: only its pictures are kept."""
    report: pytest.TestReport = yield  # type: ignore[misc, assignment]
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report  # type: ignore[return-value]


@pytest.fixture
def screen(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A display, for as many seconds as the journey's own ``SECONDS``."""
    made = Screen(tmp_path, request.module.SECONDS)
    try:
        made.begin()
        yield made
    finally:
        made.close()


@pytest.fixture(scope="session")
def desk() -> Iterator[Desk]:
    """A display, a bus and a screen reader, for all journeys after each other."""
    equip()
    made = Desk()
    try:
        made.begin()
        yield made
    finally:
        made.close()


@pytest.fixture
def journey(desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Journey]:
    """A journey that fails, too, when the window did not listen for longer than it may."""
    made = Journey(desk, tmp_path)
    try:
        yield made
        slow = too_long(made.gaps())
        request.node.stash[FAILED] = request.node.stash.get(FAILED, False) or bool(slow)
        assert not slow, "the window did not listen: " + "\n".join(map(str, slow))
    finally:
        made.finish(request.node.name, request.node.stash.get(FAILED, False))
