"""What will be printed and looks like a name is told before it leaves, and keeps nobody back."""

from collections.abc import Callable
from dataclasses import replace

from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened
from tests.gui.year.views import view
from vp_logboek.domain.safe_report import ReportKind
from vp_logboek.gui.export import printed_names
from vp_logboek.gui.export.dialog import CONTENTS, HIDDEN
from vp_logboek.services import notebook


def test_fixed_labels_are_never_told() -> None:
    report = view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2}).report
    assert printed_names.warning(report) == ""


def test_organisations_and_subjects_are_looked_at() -> None:
    report = view({"pesten": 9, "met_collega": 6}).report
    named = replace(report, organisation="Kantoor De Vries")
    assert "“Kantoor De Vries”" in printed_names.warning(named)
    both = replace(report, kind=ReportKind.TOGETHER, parts=("Dorp", "Mevr. Bakker", "J. de Wit"))
    assert "“Mevr. Bakker”, “J. de Wit”" in printed_names.warning(both)
    table = report.tables[1]
    own = replace(table, rows=(replace(table.rows[0], label="Kwestie Kees"), *table.rows[1:]))
    told = printed_names.warning(replace(report, tables=(own, *report.tables[2:])))
    assert "“Kwestie Kees”" in told


def test_a_name_is_told_beside_the_contents_and_one_can_go_on(
    book: Opened, walk_of: Callable[..., Walk]
) -> None:
    named = replace(book.organisation, name="Kantoor Jan de Vries")
    book.change(lambda logbook: notebook.save_organisation(logbook, named))
    walk = walk_of()
    walk.prepare()
    assert walk.dialog.now == CONTENTS
    assert "“Kantoor Jan de Vries”" in walk.dialog.contents.named.text()
    assert walk.dialog.contents.named.isVisible()
    walk.next()
    assert walk.dialog.now == HIDDEN


def test_without_a_name_nothing_stands_above_the_contents(walk: Walk) -> None:
    walk.prepare()
    assert walk.dialog.contents.named.isHidden()
