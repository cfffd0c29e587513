"""The licences of what the program is made of: which there are, and their texts."""

from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from vp_logboek.gui.help.pages import Page
from vp_logboek.resources import resource, resources_folder

MARK = "licentie-"
"""What the name of a page with the text of a licence begins with."""
OWN = "vp-logboek"
BUNDLED = {
    "ibm-plex-sans": ("fonts", "OFL.txt"),
    "lucide": ("icons", "LICENSE-lucide.txt"),
    "opentaal": ("words", "LICENSE-opentaal.txt"),
    "wordfreq": ("words", "LICENSE-wordfreq.txt"),
    "faker": ("names", "LICENSE-faker.txt"),
    "icc": ("colour", "LICENSE-icc.txt"),
    "python": ("help", "licenties", "PSF-Python.txt"),
    "pdfium": ("help", "licenties", "BSD-PDFium.txt"),
    "lgpl": ("help", "licenties", "LGPL-3.0.txt"),
    "gpl": ("help", "licenties", "GPL-3.0.txt"),
    "openssl": ("help", "licenties", "Apache-2.0.txt"),
    "sqlcipher": ("help", "licenties", "BSD-SQLCipher.txt"),
}
"""What came with the program itself, or without its text, and where that lies in ``resources``."""
_TEXTS = ("licen", "copying", "notice", "third_party")


def licence_page(name: str) -> Page | None:
    """The text of a licence as a page; None where the name is of no licence."""
    if not name.startswith(MARK):
        return None
    component = name.removeprefix(MARK)
    text = licence_text(component) or (
        "Deze licentie is niet meegeleverd als tekst. Op de bladzijde Licenties staat hoe zij heet."
    )
    title = f"Licentie van {component}"
    return Page(name, title, f"{title}\n\n{text}", is_plain=True)


def licence_text(component: str) -> str:
    """The text of a licence as it came along; empty where there is none."""
    if component == OWN:
        return _own()
    if component in BUNDLED:
        return _read(resource(*BUNDLED[component]))
    return "\n\n".join(filter(None, map(_read, _files_of(component))))


def _own() -> str:
    """In a checkout it lies beside the resources, installed with what was installed."""
    beside = resources_folder().parent / "LICENSE"
    return _read(beside) or "\n\n".join(filter(None, map(_read, _files_of(OWN))))


def _files_of(distribution: str) -> list[Path]:
    try:
        found = files(distribution) or []
    except PackageNotFoundError:
        return []
    return [
        Path(str(one.locate()))
        for one in found
        if ".dist-info/" in str(one) and one.name.casefold().startswith(_TEXTS)
    ]


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
