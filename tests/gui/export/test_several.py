"""All organisations together, and issued years side by side."""

from collections.abc import Callable
from pathlib import Path

from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.gui.export import hidden_words, price_words, words
from vp_logboek.gui.export.dialog import CONTENTS, PREVIEW, RESULT, ExportDialog
from vp_logboek.services import issuing

SaveAt = Callable[[Path | None], list[str]]


def choose(walk: Walk, kind: ReleaseKind) -> ExportDialog:
    walk.dialog.period.kind.choose(kind)
    walk.book.settle()
    return walk.dialog


def last(book: Opened) -> tuple[ReleaseKind, tuple[int, ...]]:
    release = book.ask(issuing.releases)[-1]
    return release.kind, tuple(scope.year for scope in release.scopes)


def test_with_one_organisation_and_nothing_issued_there_is_one_kind(walk: Walk) -> None:
    assert not walk.dialog.period.kind.isVisible()


def test_all_organisations_together_are_issued_from_issued_years(
    several: Opened, walk_of: Callable[..., Walk], tmp_path: Path, save_at: SaveAt
) -> None:
    save_at(tmp_path / "samen.pdf")
    walk = walk_of(2025, several)
    dialog = choose(walk, ReleaseKind.TOGETHER)
    assert not dialog.period.organisation_list.isVisible()
    assert [dialog.period.year_list.itemText(0)] == ["2025"]
    walk.next()
    assert dialog.now == CONTENTS
    assert dialog._step.text() == "Stap 2 van 4"
    walk.next()
    assert dialog.hidden.text().startswith(price_words.SUM_IS_FINAL)
    walk.next()
    assert dialog.now == PREVIEW
    dialog.save.click()
    several.settle()
    assert dialog.now == RESULT
    assert last(several) == (ReleaseKind.TOGETHER, (2025, 2025))
    again = choose(walk_of(2025, several), ReleaseKind.TOGETHER)
    assert again.again.isVisible()
    assert not again.period.revise.isVisible()
    assert again.period.standing.about_issued.text() == words.ISSUED_STAYS


def test_years_side_by_side_show_what_was_issued(
    several: Opened, walk_of: Callable[..., Walk], tmp_path: Path, save_at: SaveAt
) -> None:
    proposed = save_at(tmp_path / "jaren.pdf")
    walk = walk_of(2025, several)
    dialog = choose(walk, ReleaseKind.YEARS)
    assert [box.text() for box in dialog.period.year_boxes] == ["2023", "2024", "2025"]
    walk.preview()
    assert price_words.HIDDEN_BEFORE in dialog.hidden.text()
    assert hidden_words.NOTHING_HIDDEN not in dialog.hidden.text()
    assert dialog.hidden.text().startswith(price_words.NOTHING_NEW)
    dialog.save.click()
    several.settle()
    assert proposed == ["jaaroverzicht-vertrouwenspersoon-provincie-2023-2024-2025.pdf"]
    assert last(several) == (ReleaseKind.YEARS, (2023, 2024, 2025))
    assert "of is een optelling daarvan" in dialog.done_step.text()


def test_two_years_are_too_few_to_stand_side_by_side(
    several: Opened, walk_of: Callable[..., Walk]
) -> None:
    dialog = choose(walk_of(2025, several), ReleaseKind.YEARS)
    assert dialog.next.isEnabled()
    dialog.period.year_boxes[0].click()
    several.settle()
    assert not dialog.next.isEnabled()
    assert "Kies 3, 4 of 5 jaren." in dialog.period._ticks_row.field.accessibleDescription()
