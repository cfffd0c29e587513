"""Which page belongs to which screen. A screen that is in none of these fails a test."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from vp_logboek.gui.help.pages import START

SCREENS: Mapping[str, str] = {
    # before the logbook is open
    "WelcomePage": START,
    "WhoPage": START,
    "WordsPage": START,
    "SheetPage": "herstelblad",
    "CheckPage": "herstelblad",
    "HabitsPage": START,
    "OpenPage": "openen-en-vergrendelen",
    "RecoverPage": "wachtzin-vergeten",
    # the rooms
    "TalkList": "gesprekken-lezen",
    "TalkReader": "gesprekken-lezen",
    "TalkEditor": "een-gesprek-vastleggen",
    "DossierList": "dossiers",
    "DossierRoom": "dossiers",
    "ActionsPage": "acties",
    "ActivitiesPage": "activiteiten",
    "KeepingPage": "opruimen",
    "BinPage": "ongedaan-maken",
    "ReleasedPage": "uitgegeven",
    "YearPage": "het-jaar",
    "SettingsPage": "instellingen",
    "Leaving": "reservekopieen",
    # the dialogs
    "ExportSteps": "pdf-voor-hr",
    "ExportPages": "pdf-voor-hr",
    "ExportPreparing": "pdf-voor-hr",
    "ExportDialog": "pdf-voor-hr",
    "LookDialog": "uitgegeven",
    "ImportSteps": "lijst-overnemen",
    "ImportDialog": "lijst-overnemen",
    "RestoreDialog": "reservekopieen",
    "RescueDialog": "reservekopieen",
    "SheetDialog": "herstelblad",
    "PassphraseDialog": "openen-en-vergrendelen",
    "MelderDialog": "dossiers",
    "DestroyDialog": "opruimen",
    "AddOrganisation": "instellingen",
    "AskDossier": "gesprekken-lezen",
    "CrashBox": "over-vp-logboek",
}
"""By the name of its class, so that no screen is brought along before it is needed."""

WITHIN = frozenset({"Sending"})
"""Small dialogs whose page is that of what they stand over."""
PARTS: Mapping[str, str] = {
    "SearchBox": "zoeken-en-filteren",
    "UndoBar": "ongedaan-maken",
    "Cover": "",
}
"""What counts only while the keyboard is in it."""


def page_of(widget: QWidget | None) -> str:
    """The page of a widget, or of what it is in; empty for none."""
    while widget is not None:
        name = type(widget).__name__
        if name in PARTS or name in SCREENS:
            return PARTS.get(name, "") or SCREENS.get(name, "")
        widget = widget.parentWidget()
    return ""


def page_here(window: QWidget) -> str | None:
    """The page of where one is in a window: of the keyboard's place, or else of what one sees.

    None under a cover: there is nothing to be done but to give the passphrase.
    """
    shown = [one for one in (window, *window.findChildren(QWidget)) if one.isVisible()]
    if any(type(one).__name__ == "Cover" for one in shown):
        return None
    focus = window.focusWidget()
    here = page_of(focus if focus is not None and focus.isVisible() else window)
    if here:
        return here
    screens = (SCREENS[name] for one in shown if (name := type(one).__name__) in SCREENS)
    return next(screens, START)
