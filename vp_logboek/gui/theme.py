"""Dresses the program: colours, letters and sizes, as chosen or as the system asks."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from vp_logboek.gui import contrast
from vp_logboek.gui.colours import DARK, LIGHT, Colours
from vp_logboek.gui.dressing import dress
from vp_logboek.gui.style_sheet import sheet
from vp_logboek.resources import resources_folder

__all__ = ["DARK", "LIGHT", "TEXT_PERCENTS", "Colours", "Mode", "apply", "colours_of"]

BASE_POINTS = 11.0
TEXT_PERCENTS = (90, 100, 110, 125, 150, 175, 200)
FAMILY = "IBM Plex Sans"


class Mode(StrEnum):
    """Weergave: as the system has it, or light, dark or high contrast always."""

    SYSTEM = "systeem"
    LIGHT = "licht"
    DARK = "donker"
    CONTRAST = "contrast"


def colours_of(_: QWidget) -> Colours:
    """The colours a painted widget uses: those of the program.

    Its own palette does not tell: the style sheet makes the ground of a button its window.
    """
    palette = QApplication.palette()
    if contrast.is_worn():
        return contrast.drawn(palette)
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def wants_high_contrast(app: QApplication) -> bool:
    """Whether the system asks for high contrast."""
    hints = app.styleHints()  # the binding drops what it hangs on unless this is held
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def colours_for(app: QApplication, mode: Mode) -> Colours:
    """Light or dark, as chosen or as the system has it."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if mode is Mode.SYSTEM:
        return DARK if dark else LIGHT
    return DARK if mode is Mode.DARK else LIGHT


def apply(app: QApplication, mode: Mode = Mode.SYSTEM, text_percent: int = 100) -> None:
    """Dress the whole program; may be called again at any time, it takes effect at once.

    Where the system asks for high contrast it is worn, whatever is chosen here.
    """
    points = BASE_POINTS * text_percent / 100
    is_contrast = mode is Mode.CONTRAST or wants_high_contrast(app)
    worn = app.styleSheet()
    if not worn:  # once: a style sheet keeps the style it lies upon
        app.setStyle("Fusion")
    if is_contrast:
        palette = contrast.palette_for(app)
        wanted = sheet(contrast.in_sheet(palette), points)
    else:
        colours = colours_for(app, mode)
        palette, wanted = palette_of(colours), sheet(colours, points)
    if worn == wanted and _is_worn(app, palette):
        return
    contrast.wear(is_contrast)
    app.setFont(_font(points))
    app.setPalette(palette)
    if worn:
        dress(app, wanted)
    else:
        app.setStyleSheet(wanted)


def _is_worn(app: QApplication, palette: QPalette) -> bool:
    """Whether these are the colours already: a sheet of high contrast names none."""
    role = QPalette.ColorRole
    telling = (role.Window, role.Base, role.Text, role.Highlight)
    return all(palette.color(one) == app.palette().color(one) for one in telling)


def _font(points: float) -> QFont:
    font = QFont(FAMILY if _load_fonts() else QFont().family())
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _load_fonts() -> bool:
    """Make the bundled letters known, once; False where they are not there."""
    files = sorted(resources_folder().glob("fonts/IBMPlexSans-*.ttf"))
    return bool([one for one in files if QFontDatabase.addApplicationFont(str(one)) >= 0])


def palette_of(colours: Colours) -> QPalette:
    """The Qt palette of a set of colours."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.base),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.on_selection),
        (role.Accent, colours.accent),
        (role.Link, colours.focus),
        (role.LinkVisited, colours.focus),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.Light, colours.base),
        (role.Midlight, colours.hover),
        (role.Mid, colours.hairline),
        (role.Dark, colours.border),
        (role.Shadow, colours.border),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.disabled))
    return palette
