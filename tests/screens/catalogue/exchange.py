"""What goes out and what comes in: the steps of the export and of the import."""

from functools import partial

from PySide6.QtWidgets import QWidget

from tests.gui.imports.conftest import GOOD, NO_SUBJECT, UNKNOWN
from tests.screens.books import EXAMPLE, NEW, OWN
from tests.screens.screen import Screen
from tests.screens.stage import Stage
from vp_logboek.domain.errors import DiskTrouble, ImportNotUndoable, NotSaved, OutputFailed
from vp_logboek.gui.export import words
from vp_logboek.gui.export.dialog import CONTENTS, HIDDEN, OUTSIDE, PREVIEW, ExportDialog
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.imports.dialog import ImportDialog
from vp_logboek.gui.imports.undo import AskUndo
from vp_logboek.services import blocked
from vp_logboek.services.import_table import Import


def export(stage: Stage, number: int = 2025, step: int = 0, organisation: int = 0) -> ExportDialog:
    window = stage.home()
    who = stage.program.session.organisations[organisation]
    dialog = ExportDialog(window, stage.program.session, who, number)
    stage.over(dialog)
    if step >= OUTSIDE:
        dialog.next.click()
        stage.settle()
    if step > OUTSIDE and dialog.now == OUTSIDE:
        dialog.outside.no.click()
        dialog.next.click()
        stage.settle()
    while CONTENTS <= dialog.now < step:
        dialog.next.click()
        stage.settle()
    return dialog


def given(stage: Stage) -> QWidget:
    dialog = export(stage, step=OUTSIDE)
    dialog.outside.yes.click()
    stage.settle()
    return dialog


def as_text(stage: Stage) -> QWidget:
    dialog = export(stage, step=PREVIEW)
    dialog.preview.switch.click()
    stage.settle()
    return dialog


def working(stage: Stage) -> QWidget:
    dialog = export(stage, step=OUTSIDE)
    dialog.working.begin(words.WORKING, lambda: None)
    dialog.working.show()  # as it does by itself after a second
    dialog.show_step()
    return dialog


def held_back(stage: Stage) -> QWidget:
    """A year that may not be issued any more, with the reason."""
    day = stage.program.session.today()
    why = blocked.WhyBlocked.TOLD.value
    stage.change(lambda logbook: logbook.ledger.block(1, 2023, why, day))
    return export(stage, 2023)


def refused(stage: Stage) -> QWidget:
    """Nothing was changed since: a revised overview would be the same one."""
    dialog = export(stage, 2024)
    dialog.period.revise.click()
    stage.settle()
    return dialog


def failed(stage: Stage) -> QWidget:
    dialog = export(stage, step=PREVIEW)
    dialog.message.show_error(OutputFailed())
    return dialog


def issued(stage: Stage) -> QWidget:
    """The last page. What was issued stays so in this logbook: the last screen that asks it."""
    dialog = export(stage, step=PREVIEW)
    target = stage.folder / "2025.pdf"
    target.unlink(missing_ok=True)
    kept = PdfPlace.__dict__["ask"]
    PdfPlace.ask = classmethod(lambda *_: target)  # type: ignore[assignment,method-assign]
    try:
        dialog.save.click()
        stage.settle()
    finally:
        PdfPlace.ask = kept  # type: ignore[method-assign]
    return dialog


def taken(stage: Stage, content: str = GOOD, step: int = 0) -> ImportDialog:
    window = stage.home()
    path = stage.folder / "lijst.csv"
    path.write_text(content, encoding="utf-8")
    dialog = ImportDialog(window, stage.program.session, path)
    stage.over(dialog)
    for press in (dialog.next, dialog.take_over)[:step]:
        press.click()
        stage.settle()
    assert dialog.steps.currentIndex() == step, "nobody looks at a page that was not reached"
    return dialog


def unreadable(stage: Stage) -> QWidget:
    dialog = taken(stage, "", 0)
    stage.settle()
    return dialog


def ask_undo(stage: Stage) -> QWidget:
    window = stage.home()
    found = Import(1, stage.program.session.today(), "lijst.csv", 23)
    return stage.asked(lambda: AskUndo.sure(window, found))


def nothing_to_undo(stage: Stage) -> QWidget:
    window = stage.home()
    return stage.asked(lambda: AskUndo.nothing(window))


def not_undoable(stage: Stage) -> QWidget:
    window = stage.home()
    window.show_error(ImportNotUndoable(counted=True))
    stage.settle()
    return window


def not_saved(stage: Stage) -> QWidget:
    window = stage.home()
    window.show_error(NotSaved(DiskTrouble.FULL))
    stage.settle()
    return window


SCREENS = (
    Screen("export-1-period", EXAMPLE, export),
    Screen("export-1-period-running", EXAMPLE, partial(export, number=2026)),
    Screen("export-1-period-issued", OWN, partial(export, number=2024)),
    Screen("export-1-period-refused", OWN, refused),
    Screen("export-1-period-held-back", OWN, held_back),
    Screen("export-2-given", OWN, partial(export, step=OUTSIDE)),
    Screen("export-2-given-figures", OWN, given),
    Screen("export-2-working", OWN, working),
    Screen("export-3-contents", OWN, partial(export, step=CONTENTS)),
    Screen("export-4-hidden", OWN, partial(export, step=HIDDEN)),
    Screen("export-4-hidden-example", EXAMPLE, partial(export, step=HIDDEN)),
    Screen("export-5-preview", OWN, partial(export, step=PREVIEW)),
    Screen("export-5-preview-text", OWN, as_text),
    Screen("export-5-preview-running", OWN, partial(export, number=2026, step=PREVIEW)),
    Screen("export-5-failed", OWN, failed),
    Screen("import-1-columns", NEW, taken),
    Screen("import-1-columns-missing", NEW, partial(taken, content=NO_SUBJECT)),
    Screen("import-1-unreadable", NEW, unreadable),
    Screen("import-2-trial", NEW, partial(taken, step=1)),
    Screen("import-2-trial-unknown", NEW, partial(taken, content=UNKNOWN, step=1)),
    Screen("import-3-done", NEW, partial(taken, step=2)),
    Screen("import-undo", NEW, ask_undo),
    Screen("import-undo-nothing", NEW, nothing_to_undo),
    Screen("import-not-undoable", NEW, not_undoable),
    Screen("not-saved", OWN, not_saved),
    Screen("export-6-result", OWN, issued),
)
