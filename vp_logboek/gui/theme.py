"""Colours, letters and sizes, from the chapter on the visual language. Contrast is tested."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.dressing import dress
from vp_logboek.gui.style_sheet import sheet
from vp_logboek.resources import resources_folder

BASE_POINTS = 11.0
TEXT_PERCENTS = (90, 100, 110, 125, 150, 175, 200)
FAMILY = "IBM Plex Sans"


class Mode(StrEnum):
    """Weergave: as the system has it, or light or dark always."""

    SYSTEM = "systeem"
    LIGHT = "licht"
    DARK = "donker"


@dataclass(frozen=True, slots=True)
class Colours:
    """The roles of the visual language; values are ``#RRGGBB``."""

    name: str
    window: str
    base: str
    text: str
    muted: str
    border: str
    hairline: str
    hover: str
    accent: str
    on_accent: str
    accent_hover: str
    selection: str
    on_selection: str
    focus: str
    good: str
    warning: str
    warning_ground: str
    danger: str
    mains: tuple[str, str, str, str, str]

    def main(self, main: MainClass) -> str:
        """The colour of a main class: a 4 px edge beside its name, never alone."""
        return self.mains[list(MainClass).index(main)]


LIGHT = Colours(
    name="light",
    window="#F7F5F1",
    base="#FFFFFF",
    text="#1C1B19",
    muted="#5C5952",
    border="#8C877D",
    hairline="#DDD9D1",
    hover="#EFECE5",
    accent="#154273",
    on_accent="#FFFFFF",
    accent_hover="#0F3159",
    selection="#154273",
    on_selection="#FFFFFF",
    focus="#0B5CAD",
    good="#1B6B45",
    warning="#7A4E00",
    warning_ground="#FFF4DB",
    danger="#A3231F",
    mains=("#2F5D8C", "#8C3B5E", "#7A4E00", "#5B4B9A", "#2A665A"),
)

DARK = Colours(
    name="dark",
    window="#16181C",
    base="#1E2126",
    text="#ECEAE6",
    muted="#B3AFA7",
    border="#7C828C",
    hairline="#343941",
    hover="#2A2E35",
    accent="#9CC0FF",
    on_accent="#16181C",
    accent_hover="#B9D3FF",
    selection="#2B4F7F",
    on_selection="#FFFFFF",
    focus="#7FB2FF",
    good="#7FD1A6",
    warning="#F0C36D",
    warning_ground="#2B2618",
    danger="#FF9A93",
    mains=("#8DB9E8", "#E79ABA", "#E5B667", "#B7A8F2", "#86CDBD"),
)


def colours_of(widget: QWidget) -> Colours:
    """The colours a painted widget uses: those of the palette it is shown in."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def wants_high_contrast(app: QApplication) -> bool:
    """Whether the system asks for high contrast: then its own palette is left alone."""
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
    """Dress the whole program; may be called again at any time, it takes effect at once."""
    points = BASE_POINTS * text_percent / 100
    colours = None if wants_high_contrast(app) else colours_for(app, mode)
    wanted = sheet(colours, points)
    worn = app.styleSheet()
    if worn == wanted:
        return
    if not worn:  # once: a style sheet keeps the style it lies upon
        app.setStyle("Fusion")
    app.setFont(_font(points))
    own = app.style().standardPalette() if colours is None else palette_of(colours)
    app.setPalette(own)
    if worn:
        dress(app, wanted)
    else:
        app.setStyleSheet(wanted)


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
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.muted))
    return palette
