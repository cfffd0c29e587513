"""The other places: dossiers, things to do, cleaning up, what was issued, the year."""

from functools import partial

from PySide6.QtWidgets import QWidget

from tests.screens.books import EXAMPLE, NEW, OWN
from tests.screens.catalogue.day import at
from tests.screens.screen import Screen
from tests.screens.stage import Stage
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.keeping.confirm import AskForGood, DestroyDialog
from vp_logboek.gui.released.look import LookDialog
from vp_logboek.gui.widgets.tick_table import TickTable
from vp_logboek.gui.window.places import Kind
from vp_logboek.services import issuing, notebook


def dossier(stage: Stage, is_open: bool = True, with_action: bool = False) -> QWidget:
    window = at(stage, Kind.DOSSIERS)
    rows = stage.ask(notebook.dossier_rows)
    ones = [row for row in rows if (row.closed is None) is is_open]
    busy = {one.dossier for one in stage.ask(notebook.open_actions)}
    wanted = next((one for one in ones if (one.id in busy) is with_action), ones[0])
    window.navigation.read_dossier(wanted.id)
    stage.settle()
    return window


def ticked(stage: Stage, kind: Kind) -> QWidget:
    """All rows of a place are chosen."""
    window = at(stage, kind)
    table = window.rooms.page_of(kind).findChild(TickTable)
    table.choose_all()
    table.setFocus()
    stage.settle()
    return window


def destroy(stage: Stage, wrong: bool = False) -> QWidget:
    window = ticked(stage, Kind.KEEPING)
    dialog = DestroyDialog(window, ("2023-001", "2023-002", "2023-003", "2023-004"), "")
    if wrong:
        dialog.typed.setText("3")
        dialog.accept()
    return stage.over(dialog)


def for_good(stage: Stage) -> QWidget:
    window = at(stage, Kind.BIN)
    return stage.asked(lambda: AskForGood.delete(window, 2))


def look(stage: Stage) -> QWidget:
    window = at(stage, Kind.RELEASED)
    (release,) = stage.ask(issuing.releases)
    return stage.over(LookDialog(window, stage.program.session, release))


def year(
    stage: Stage, number: int, organisation: int = 0, table: TableCode | None = None
) -> QWidget:
    window = stage.home()
    window.navigation.show_year()
    page = window.rooms.year
    page.show_year(stage.program.session.organisations[organisation], number)
    stage.settle()
    if table is not None:
        page.figures.show_table(table)
    stage.settle()
    return window


def parts(stage: Stage) -> QWidget:
    window = year(stage, 2025)
    window.rooms.year.figures.parts_box.setChecked(True)
    stage.settle()
    return window


SCREENS = (
    Screen("dossiers", EXAMPLE, partial(at, kind=Kind.DOSSIERS)),
    Screen("dossiers-empty", NEW, partial(at, kind=Kind.DOSSIERS)),
    Screen("dossier-open", EXAMPLE, dossier),
    Screen("dossier-closed", EXAMPLE, partial(dossier, is_open=False)),
    Screen("dossier-with-actions", OWN, partial(dossier, with_action=True)),
    Screen("actions", OWN, partial(at, kind=Kind.ACTIONS)),
    Screen("actions-example", EXAMPLE, partial(at, kind=Kind.ACTIONS)),
    Screen("actions-empty", NEW, partial(at, kind=Kind.ACTIONS)),
    Screen("activities", EXAMPLE, partial(at, kind=Kind.ACTIVITIES)),
    Screen("activities-empty", NEW, partial(at, kind=Kind.ACTIVITIES)),
    Screen("keeping-empty", NEW, partial(at, kind=Kind.KEEPING)),
    Screen("keeping-due", OWN, partial(at, kind=Kind.KEEPING)),
    Screen("keeping-ticked", OWN, partial(ticked, kind=Kind.KEEPING)),
    Screen("keeping-destroy", OWN, destroy),
    Screen("keeping-destroy-wrong", OWN, partial(destroy, wrong=True)),
    Screen("bin-empty", NEW, partial(at, kind=Kind.BIN)),
    Screen("bin", OWN, partial(at, kind=Kind.BIN)),
    Screen("bin-ticked", OWN, partial(ticked, kind=Kind.BIN)),
    Screen("bin-for-good", OWN, for_good),
    Screen("released-empty", NEW, partial(at, kind=Kind.RELEASED)),
    Screen("released", OWN, partial(at, kind=Kind.RELEASED)),
    Screen("released-look", OWN, look),
    Screen("year-empty", NEW, partial(year, number=2026)),
    Screen("year-running", OWN, partial(year, number=2026)),
    Screen("year-issued", OWN, partial(year, number=2024)),
    Screen("year-over", OWN, partial(year, number=2025)),
    Screen("year-several", EXAMPLE, partial(year, number=2025)),
    Screen("year-several-other", EXAMPLE, partial(year, number=2024, organisation=1)),
    Screen("year-parts", EXAMPLE, parts),
    *(
        Screen(f"year-table-{code.name.lower()}", EXAMPLE, partial(year, number=2025, table=code))
        for code in TableCode
    ),
)
