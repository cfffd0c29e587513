"""High contrast: the palette of the system, and no colour of our own.

The style sheet names roles of the palette instead of colours. Where the system has no palette of
high contrast, because it was chosen by hand, it is black and white.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from vp_logboek.gui.colours import Colours

LEAST = 7.0
"""How far text and ground differ at least (WCAG 2.1, 1.4.6)."""
_WORN = "wears_high_contrast"
_Role = QPalette.ColorRole

_PARTS = {
    "window": _Role.Window,
    "base": _Role.Base,
    "text": _Role.Text,
    "muted": _Role.Text,
    "disabled": _Role.PlaceholderText,
    "faded": _Role.PlaceholderText,
    "border": _Role.Text,
    "hairline": _Role.Text,
    "hover": _Role.Base,
    "pressed": _Role.Base,
    "accent": _Role.Highlight,
    "on_accent": _Role.HighlightedText,
    "accent_hover": _Role.Highlight,
    "selection": _Role.Highlight,
    "on_selection": _Role.HighlightedText,
    "focus": _Role.Highlight,
    "good": _Role.Text,
    "warning": _Role.Text,
    "warning_ground": _Role.Base,
    "danger": _Role.Text,
}
"""Which role of the palette each colour is; nothing is told by colour alone."""

_IN_SHEET = {
    _Role.Window: "palette(window)",
    _Role.Base: "palette(base)",
    _Role.Text: "palette(text)",
    _Role.PlaceholderText: "palette(placeholder-text)",
    _Role.Highlight: "palette(highlight)",
    _Role.HighlightedText: "palette(highlighted-text)",
}


def wear(on: bool) -> None:
    """Remember whether the program wears it: what is painted asks."""
    application = _application()
    application.setProperty(_WORN, _asked_by(application) if on else "")


def is_worn() -> bool:
    """Whether the program wears it now."""
    application = _application()
    return bool(application.property(_WORN)) and bool(application.styleSheet())


def drawn(palette: QPalette) -> Colours:
    """The colours to paint with."""
    values = {name: palette.color(role).name() for name, role in _PARTS.items()}
    return Colours(name=_name(palette), mains=(values["text"],) * 5, **values)


def in_sheet(palette: QPalette) -> Colours:
    """The same for a style sheet, which asks the palette itself."""
    values = {name: _IN_SHEET[role] for name, role in _PARTS.items()}
    return Colours(name=_name(palette), mains=(values["text"],) * 5, **values)


def palette_for(application: QApplication) -> QPalette:
    """The system's palette where that has high contrast, else black and white."""
    if is_worn() and application.property(_WORN) == _asked_by(application):
        return application.palette()
    application.setPalette(QPalette())  # what was chosen before is no longer in it
    own = application.palette()
    if not has_high_contrast(own):
        is_dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        own = black_and_white(is_dark)
    own.setColor(_Role.PlaceholderText, own.color(QPalette.ColorGroup.Disabled, _Role.Text))
    return own


def has_high_contrast(palette: QPalette) -> bool:
    """Whether a palette is one of high contrast, and not one as any other."""
    pairs = (
        (_Role.WindowText, _Role.Window), (_Role.Text, _Role.Base),
        (_Role.ButtonText, _Role.Button), (_Role.HighlightedText, _Role.Highlight),
    )  # fmt: skip
    enough = all(ratio(palette.color(one), palette.color(other)) >= LEAST for one, other in pairs)
    edges = palette.color(_Role.Base), palette.color(_Role.Window)
    return enough and all(ratio(palette.color(_Role.Highlight), edge) >= 3 for edge in edges)


def black_and_white(is_dark: bool) -> QPalette:
    """Where the system has none: what is chosen is dark blue, or yellow on black."""
    ground, ink = ("#000000", "#FFFFFF") if is_dark else ("#FFFFFF", "#000000")
    chosen, on_chosen = ("#FFFF00", "#000000") if is_dark else ("#00007A", "#FFFFFF")
    faint = "#B8B8B8" if is_dark else "#555555"
    palette = QPalette()
    grounds = (
        _Role.Window, _Role.Base, _Role.AlternateBase, _Role.Button, _Role.ToolTipBase,
        _Role.Light, _Role.Midlight,
    )  # fmt: skip
    inks = (
        _Role.WindowText, _Role.Text, _Role.ButtonText, _Role.BrightText, _Role.ToolTipText,
        _Role.Mid, _Role.Dark, _Role.Shadow,
    )  # fmt: skip
    links = _Role.Highlight, _Role.Accent, _Role.Link, _Role.LinkVisited
    for roles, colour in ((grounds, ground), (inks, ink), (links, chosen)):
        for role in roles:
            palette.setColor(role, QColor(colour))
    palette.setColor(_Role.HighlightedText, QColor(on_chosen))
    palette.setColor(_Role.PlaceholderText, QColor(faint))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(faint))
    return palette


def ratio(one: QColor, other: QColor) -> float:
    """How far two colours differ (WCAG 2.1)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _asked_by(application: QApplication) -> str:
    """What the system wants: as long as that is the same, its palette is."""
    hints = application.styleHints()
    accessibility = hints.accessibility()
    return f"{hints.colorScheme().name} {accessibility.contrastPreference().name}"


def _name(palette: QPalette) -> str:
    """Which drawings fit: those for dark or for light grounds."""
    return "dark" if palette.color(_Role.Base).lightness() < 128 else "light"


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("nothing wears anything before there is an application")
    return application
