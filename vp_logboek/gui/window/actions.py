"""Every action of the window with its key, and the menus they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

Key = QKeySequence.StandardKey
Keys = QKeySequence | QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu. ``name`` is the attribute of Actions; None is a dividing line."""

    name: str | None
    text: str = ""
    keys: Keys = None


LINE = Entry(None)

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&Bestand",
        (
            Entry("other_logbook", "&Ander logboek openen…", Key.Open),
            Entry("import_table", "&Lijst overnemen…"),
            Entry("undo_import", "Overnemen &ongedaan maken…"),
            Entry("export", "&PDF voor HR…", "Ctrl+Shift+E"),
            LINE,
            Entry("make_backup", "&Reservekopie maken"),
            Entry("restore", "Reservekopie &terugzetten…"),
            LINE,
            Entry("lock", "&Vergrendelen", "Ctrl+L"),
            Entry("quit", "Programma a&fsluiten", "Ctrl+Q"),
        ),
    ),
    (
        "B&ewerken",
        (
            Entry("undo", "&Ongedaan maken", Key.Undo),
            Entry("redo", "O&pnieuw doen", "Ctrl+Y"),
            LINE,
            Entry("search", "&Zoeken", Key.Find),
            Entry("clear_filters", "&Filters wissen", "Ctrl+Shift+F"),
            LINE,
            Entry("choose_all", "&Alle gesprekken kiezen", Key.SelectAll),
            Entry("move_talks", "&Verplaatsen naar dossier…", "Ctrl+Shift+M"),
        ),
    ),
    (
        "Bee&ld",
        (
            Entry("place_talks", "&Gesprekken", "Ctrl+1"),
            Entry("place_dossiers", "&Dossiers", "Ctrl+2"),
            Entry("place_actions", "&Acties", "Ctrl+3"),
            Entry("place_activities", "Ac&tiviteiten", "Ctrl+4"),
            Entry("place_keeping", "&Opruimen", "Ctrl+5"),
            Entry("place_bin", "&Prullenbak", "Ctrl+6"),
            Entry("place_released", "&Uitgegeven", "Ctrl+7"),
            LINE,
            Entry("next_pane", "&Volgende deel van het venster", "F6"),
            LINE,
            Entry("larger", "G&rotere tekst", Key.ZoomIn),
            Entry("smaller", "&Kleinere tekst", Key.ZoomOut),
            Entry("normal", "&Normale tekst", "Ctrl+0"),
        ),
    ),
    (
        "&Gesprek",
        (
            Entry("new_talk", "&Nieuw gesprek", Key.New),
            Entry("follow_up", "&Vervolggesprek", "Ctrl+Shift+N"),
            Entry("edit", "&Bewerken", "Ctrl+E"),
            Entry("bin", "&Weggooien", Key.Delete),
            LINE,
            Entry("save", "&Opslaan", Key.Save),
            Entry("save_and_new", "Opslaan &en nieuw", "Ctrl+Shift+S"),
            Entry("close_form", "&Sluiten"),
        ),
    ),
    (
        "&Jaar",
        (
            Entry("year", "&Jaaroverzicht", "Ctrl+J"),
            Entry("released", "&Uitgegeven overzichten"),
            LINE,
            Entry("previous_year", "&Vorig jaar", "Alt+Left"),
            Entry("next_year", "V&olgend jaar", "Alt+Right"),
        ),
    ),
    (
        "E&xtra",
        (
            Entry("settings", "&Instellingen", "Ctrl+,"),
            LINE,
            Entry("recovery_sheet", "&Herstelblad…"),
            Entry("change_passphrase", "&Wachtzin wijzigen…"),
        ),
    ),
    (
        "&Help",
        (
            Entry("help", "&Help bij dit scherm", "F1"),
            Entry("keys", "&Sneltoetsen"),
            LINE,
            Entry("privacy", "Over &privacy"),
            Entry("method", "Hoe &anonimiteit werkt"),
            Entry("it_page", "Voor uw &IT-afdeling"),
            LINE,
            Entry("licences", "&Licenties"),
            Entry("about", "&Over VP Logboek"),
        ),
    ),
)


class Actions:
    """The window's actions by name: ``actions["new_talk"]``."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name: dict[str, QAction] = {}
        for menu_title, entries in MENUS:
            menu = window.menuBar().addMenu(menu_title)
            self._fill(window, menu, entries)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def enable(self, names: Sequence[str], enabled: bool) -> None:
        """Let these be chosen, or not."""
        for name in names:
            self._by_name[name].setEnabled(enabled)

    def name_undo(self, undo: str | None, redo: str | None) -> None:
        """Name what would be undone or done again, where there is something."""
        self["undo"].setEnabled(undo is not None)
        self["redo"].setEnabled(redo is not None)
        named = f"&Ongedaan maken: {undo}" if undo else "&Ongedaan maken"
        self["undo"].setText(named)
        self["redo"].setText(f"O&pnieuw: {redo}" if redo else "O&pnieuw doen")

    def _fill(self, window: QWidget, menu: QMenu, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if entry.name is None:
                menu.addSeparator()
                continue
            action = menu.addAction(entry.text)
            if entry.keys is not None:
                _set_keys(action, entry.keys)
            self._by_name[entry.name] = action
        window.addActions(menu.actions())


def _set_keys(action: QAction, keys: Keys) -> None:
    if keys is Key.ZoomIn:
        action.setShortcuts([QKeySequence(Key.ZoomIn), QKeySequence("Ctrl+=")])
    elif isinstance(keys, QKeySequence.StandardKey):
        action.setShortcuts(QKeySequence.keyBindings(keys))
    else:
        action.setShortcut(QKeySequence(keys or ""))
