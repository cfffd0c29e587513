"""Where a bundled file is: in a checkout, in an installed wheel and in a frozen program alike."""

import sys
from pathlib import Path


def resources_folder() -> Path:
    """The folder that holds fonts, icons and the default subject tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of one bundled file, for example ``resource("subjects.toml")``."""
    return resources_folder().joinpath(*parts)
