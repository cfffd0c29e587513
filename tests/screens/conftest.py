"""The screens are shown dressed; nothing of that is left for other tests."""

from collections.abc import Iterator

import pytest

from tests.conftest import cheapen
from tests.gui.conftest import nothing_ahead, nothing_left_over, undress, what_was_there

__all__ = ["nothing_ahead", "nothing_left_over", "undress", "what_was_there"]


@pytest.fixture(scope="session")
def cheap_keys() -> Iterator[None]:
    """The logbooks of the screens are made once: with the cheapest key from the beginning."""
    with pytest.MonkeyPatch.context() as patch:
        cheapen(patch)
        yield
