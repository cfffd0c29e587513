"""The seven checks. Each looks at a screen as it is shown, and says in words what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.screens.checks import aloud, clipped, contrast, focus, mnemonics, targets, words

Find = Callable[[QWidget], list[str]]


@dataclass(frozen=True)
class Check:
    """``looks``: whether other colours, sizes or windows can change the outcome."""

    name: str
    find: Find
    looks: bool = True


ALOUD = Check("aloud", aloud.find, looks=False)
CONTRAST = Check("contrast", contrast.find)
CLIPPED = Check("clipped", clipped.find)
TARGETS = Check("targets", targets.find)
FOCUS = Check("focus", focus.find)
MNEMONICS = Check("mnemonics", mnemonics.find, looks=False)
WORDS = Check("words", words.find, looks=False)
ALL = (ALOUD, CONTRAST, CLIPPED, TARGETS, FOCUS, MNEMONICS, WORDS)
