"""What the tests of the window wear, and that nothing of it stays for the next test."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Running
from vp_logboek.gui import theme


def test_what_one_test_wears_the_next_one_does_not(
    qapp: QApplication, undress: Callable[[], None]
) -> None:
    font, palette = qapp.font(), qapp.palette()
    theme.apply(qapp, theme.Mode.DARK, 200)
    assert qapp.styleSheet(), "the control: it was dressed"
    assert qapp.font() != font
    assert qapp.palette() != palette

    undress()

    assert not qapp.styleSheet()
    assert qapp.font() == font
    assert qapp.palette() == palette


def test_a_program_in_a_test_is_not_dressed(outside: Running, qapp: QApplication) -> None:
    assert not qapp.styleSheet()


@pytest.mark.usefixtures("dressed")
def test_where_looks_are_looked_at_it_is(outside: Running, qapp: QApplication) -> None:
    assert qapp.styleSheet()
