"""The same running program as in the tests of the rooms."""

from tests.gui.conftest import make_running, outside  # noqa: F401
