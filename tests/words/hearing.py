"""What a screen reader would say aloud, in a test without one."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

_announce = import_module(
    "vp_logboek.gui.widgets.announce"
)  # the package has a function of that name

Heard = list[tuple[str, bool]]
"""Each text, and whether it waited politely for its turn."""


@contextmanager
def hearing() -> Iterator[Heard]:
    """Everything announced in here: ``with hearing() as heard: …``."""
    heard: Heard = []

    def listen(_: QWidget, text: str, how: QAccessible.AnnouncementPoliteness) -> None:
        heard.append((text, how is QAccessible.AnnouncementPoliteness.Polite))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_announce, "deliver", listen)
        yield heard
