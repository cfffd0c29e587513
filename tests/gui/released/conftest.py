"""A logbook of which two years were issued."""

import pytest

from tests.gui.export.conftest import (  # noqa: F401 - the same logbooks and the same question
    _issued_years,
    _open_years,
    book,
    issued_book,
    save_at,
)
from tests.gui.opened import Opened
from vp_logboek.gui.released.page import ReleasedPage


@pytest.fixture
def page(issued_book: Opened) -> ReleasedPage:  # noqa: F811
    return shown(issued_book)


def shown(of: Opened) -> ReleasedPage:
    made = ReleasedPage(of.session)
    of.qtbot.addWidget(made)
    made.resize(1000, 560)
    made.show()
    made.arrive()
    of.settle()
    return made
