"""The one door to ReportLab: its settings are pinned here, before anything of it is loaded.

ReportLab runs Python files it finds in the user's folder (``~/.reportlab_settings``,
``~/.reportlab_mods``) or on the path, and reads every environment variable that begins with RL_.
Either can write paths or the clock into a file, so none of it is let in.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast

_LOADED_FROM_OUTSIDE = (
    "reportlab_mods",
    "reportlab_settings",
    "reportlab.local_rl_mods",
    "reportlab.local_rl_settings",
)

_NEVER = ("_rl_accel", "rl_accel", "uharfbuzz")
"""Faster, or another way to set letters, where it is installed: other code than was tried."""


@contextmanager
def _nothing_from_outside() -> Iterator[None]:
    """Empty modules where ReportLab looks for settings, and none of its environment variables."""
    for name in _LOADED_FROM_OUTSIDE:
        sys.modules[name] = ModuleType(name)
    for name in _NEVER:
        cast(dict[str, object], sys.modules)[name] = None  # importing it fails from now on
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("RL_")}
    try:
        yield
    finally:
        os.environ.update(hidden)


with _nothing_from_outside():
    from reportlab import rl_config

PINS: dict[str, object] = {
    "invariant": 1,
    "pdfComments": 0,
    "pdfMultiLine": 0,
    "pageCompression": 0,
    "useA85": 0,
    "ttfAsciiReadable": 1,
    "documentLang": None,
    "canvas_baseColor": None,
    "unShapedFontGlob": None,
    "std14Embed": False,
    "verbose": 0,
}
for _name, _value in PINS.items():
    setattr(rl_config, _name, _value)

from reportlab.lib.colors import HexColor  # noqa: E402
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

__all__ = ["Canvas", "HexColor", "TTFont", "pdfdoc", "pdfmetrics", "ttfonts"]
