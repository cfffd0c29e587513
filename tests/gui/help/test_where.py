"""Every room and every dialog has its page."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cached_property
from typing import get_type_hints

import pytest
from PySide6.QtWidgets import QDialog, QWidget

import vp_logboek.gui
from vp_logboek.gui.help.pages import ORDER
from vp_logboek.gui.help.where import PARTS, SCREENS, WITHIN
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.window.rooms import Rooms

OTHER = {"StepDialog", "HelpWindow"}
"""What all dialogs of steps are made of, and the help itself."""
_FOREIGN = ("windows", "macos", "objc")


def gui_classes() -> Iterator[type[QWidget]]:
    for found in pkgutil.walk_packages(vp_logboek.gui.__path__, "vp_logboek.gui."):
        if found.name.rsplit(".", 1)[-1] not in _FOREIGN:
            module = importlib.import_module(found.name)
            for one in vars(module).values():
                is_class = isinstance(one, type) and one.__module__ == found.name
                if is_class and issubclass(one, QWidget):
                    yield one


CLASSES = tuple(gui_classes())


def without_page(classes: Iterator[type[QWidget]]) -> list[str]:
    return [one.__name__ for one in classes if one.__name__ not in {*SCREENS, *WITHIN, *OTHER}]


def test_every_dialog_and_every_page_of_the_unlock_screen_has_a_page() -> None:
    screens = (
        one for one in CLASSES if issubclass(one, QDialog | CalmPage) and one is not CalmPage
    )
    assert without_page(screens) == []


def test_every_room_has_a_page() -> None:
    rooms = [one for one in vars(Rooms).values() if isinstance(one, cached_property)]
    kinds = [get_type_hints(one.func)["return"] for one in rooms]
    assert len(kinds) > 6
    assert without_page(iter(kinds)) == []


def test_a_new_dialog_without_page_is_found() -> None:
    class NewDialog(QDialog):
        pass

    assert without_page(iter([NewDialog])) == ["NewDialog"]


def test_every_name_is_that_of_a_screen_and_every_page_exists() -> None:
    known = {one.__name__ for one in CLASSES}
    assert {*SCREENS, *WITHIN, *PARTS} - known == set()
    assert {*SCREENS.values(), *PARTS.values()} - {*ORDER, ""} == set()


@pytest.mark.parametrize("name", ["LookDialog", "CrashBox"])
def test_no_class_has_the_name_of_another(name: str) -> None:
    named = [one for one in CLASSES if one.__name__ == name]
    assert len(named) == 1
