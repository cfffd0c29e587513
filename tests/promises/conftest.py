"""What the campaigns share: the injector, and where their figures go."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.promises.faults import injector
from tests.promises.faults.figures import PROPERTY

Note = Callable[[str, int, str], None]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The injector, compiled; a machine that cannot do that skips the test."""
    reason = injector.why_not()
    if reason is not None:
        pytest.skip(reason)
    return injector.build(tmp_path_factory.mktemp("injector"))


@pytest.fixture
def note(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Note:
    """Keep a figure of this test: what, how many were tried, and what was found."""
    begun = time.monotonic()

    def keep(what: str, tried: int, found: str) -> None:
        seconds = round(time.monotonic() - begun, 1)
        file = request.path.name
        figure = {"file": file, "what": what, "tried": tried, "found": found, "seconds": seconds}
        record_property(PROPERTY, figure)

    return keep
