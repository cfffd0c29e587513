"""What the main window needs is read in while the passphrase is typed: nobody waits for it then."""

from collections.abc import Iterator
from importlib import import_module

MODULES = (
    "vp_logboek.services.import_cells",
    "vp_logboek.services.import_table",
    "vp_logboek.gui.backups.reminder",
    "vp_logboek.gui.undo",
    "vp_logboek.gui.talks.parts",
    "vp_logboek.gui.talks.editor",
    "vp_logboek.gui.talks.list_pane",
    "vp_logboek.gui.talks.read_pane",
    "vp_logboek.gui.talks.bin_page",
    "vp_logboek.gui.dossiers.list_pane",
    "vp_logboek.gui.dossiers.page",
    "vp_logboek.gui.dossiers.actions_page",
    "vp_logboek.gui.dossiers.activities_page",
    "vp_logboek.domain.disclosure.problems",
    "vp_logboek.domain.disclosure.core",
    "vp_logboek.report.yearly",
    "vp_logboek.services.issuing",
    "vp_logboek.services.year_screen",
    "vp_logboek.gui.keeping.page",
    "vp_logboek.gui.settings.page",
    "vp_logboek.gui.year.page",
    "vp_logboek.gui.imports.dialog",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "vp_logboek.gui.export.walk",
    "vp_logboek.gui.export.dialog",
    "vp_logboek.gui.released.page",
    "vp_logboek.gui.window.main",
)
"""Each brings what it needs itself: in this order none brings much that was not there yet."""


def read_in() -> Iterator[None]:
    """Read these in, one a step."""
    for name in MODULES:
        import_module(name)
        yield
