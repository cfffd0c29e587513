"""What can be asked for on the first page."""

import pytest
from pytestqt.qtbot import QtBot

from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export.period import PeriodStep
from vp_logboek.gui.export.wanted import Known, Wanted

ONE, TWO = Organisation("Een", id=1), Organisation("Twee & Co", id=2, start_month=8)
YEARS = (2023, 2024, 2025)


def page(qtbot: QtBot, known: Known, *organisations: Organisation) -> PeriodStep:
    made = PeriodStep(organisations)
    qtbot.addWidget(made)
    made.show_known(known, organisations[0], 2025)
    made.show()
    return made


def lines(step: PeriodStep) -> list[str]:
    return [step.organisation_list.itemText(row) for row in range(step.organisation_list.count())]


@pytest.mark.parametrize(
    "known,offered",
    [
        (Known({1: YEARS, 2: YEARS}), []),
        (Known({1: YEARS, 2: YEARS}, {1: YEARS}), ["één jaar", "een aantal jaren naast elkaar"]),
        (
            Known({1: YEARS, 2: YEARS}, {1: (2025,), 2: (2025,)}, (2025,)),
            ["één jaar", "alle organisaties samen"],
        ),
    ],
)
def test_only_what_can_be_made_is_offered(qtbot: QtBot, known: Known, offered: list[str]) -> None:
    step = page(qtbot, known, ONE, TWO)
    assert [radio.text() for radio in step.kind.buttons() if radio.isVisible()] == offered


def test_a_year_is_named_as_its_organisation_counts_it(qtbot: QtBot) -> None:
    step = page(qtbot, Known({1: YEARS, 2: YEARS}), ONE, TWO)
    assert step.year_list.currentText() == "2025"
    step.organisation_list.setCurrentIndex(1)
    step.organisation_list.activated.emit(1)
    assert step.year_list.currentText() == "2025-2026"
    assert step.wanted == Wanted(ReleaseKind.YEAR, TWO, (2025,))


def test_the_newest_five_issued_years_are_ticked(qtbot: QtBot) -> None:
    six = tuple(range(2020, 2026))
    step = page(qtbot, Known({1: six}, {1: six}), ONE)
    step.kind.choose(ReleaseKind.YEARS)
    assert step.wanted == Wanted(ReleaseKind.YEARS, ONE, six[1:])
    assert step.wanted.label == "2021, 2022, 2023, 2024 en 2025"


def test_the_years_of_all_organisations_together_can_stand_side_by_side(qtbot: QtBot) -> None:
    step = page(qtbot, Known({1: YEARS, 2: YEARS}, {0: YEARS}), ONE, TWO)
    assert lines(step) == ["Een", "Twee & Co"]
    step.kind.choose(ReleaseKind.YEARS)
    assert lines(step)[2] == "alle organisaties samen"
    step.organisation_list.setCurrentIndex(2)
    step.organisation_list.activated.emit(2)
    assert step.wanted == Wanted(ReleaseKind.YEARS, ONE, YEARS, of_all=True)
    step.kind.choose(ReleaseKind.YEAR)
    assert lines(step) == ["Een", "Twee & Co"]
