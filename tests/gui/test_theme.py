"""The visual language: contrast is computed, never guessed."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui import contrast, theme
from vp_logboek.gui.theme import DARK, LIGHT, Colours, Mode
from vp_logboek.gui.widgets.table import GROUP_ROLE, CalmTable, EdgeDelegate

NO_COLOUR = ("name", "mains")


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_of(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)


@both
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    for ground in (colours.window, colours.base, colours.hover):
        for text in (colours.text, colours.muted, colours.danger, colours.good, colours.focus):
            assert contrast_of(text, ground) >= 4.5, (text, ground)


@both
def test_a_selection_is_clearer_than_qts_own(colours: Colours) -> None:
    assert contrast_of(colours.on_selection, colours.selection) >= 7
    assert contrast_of(colours.on_accent, colours.accent) >= 7
    assert contrast_of(colours.on_accent, colours.accent_hover) >= 7


@both
def test_borders_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    for ground in (colours.window, colours.base):
        assert contrast_of(colours.border, ground) >= 3
        assert contrast_of(colours.focus, ground) >= 3


@both
def test_a_warning_can_be_read_on_its_own_ground(colours: Colours) -> None:
    for text in (colours.text, colours.warning):
        assert contrast_of(text, colours.warning_ground) >= 4.5


@both
def test_each_main_class_has_a_colour_of_its_own(colours: Colours) -> None:
    found = {colours.main(main) for main in MainClass}
    assert len(found) == 5
    assert all(contrast_of(colour, colours.base) >= 4.5 for colour in found)


@pytest.mark.parametrize("mode,colours", [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_the_program_is_dressed_at_once(qapp: QApplication, mode: Mode, colours: Colours) -> None:
    theme.apply(qapp, mode, 150)
    assert qapp.palette().window().color().name().upper() == colours.window
    assert qapp.font().pointSizeF() == 16.5
    assert qapp.font().family() == "IBM Plex Sans"
    theme.apply(qapp, Mode.LIGHT, 100)
    qapp.setStyleSheet("")


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setStyleSheet("")


def test_where_the_system_asks_for_high_contrast_no_colour_is_our_own(
    undressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = contrast.black_and_white(is_dark=True)
    system.setColor(QPalette.ColorRole.Highlight, QColor("#1AEBFF"))
    monkeypatch.setattr(theme, "wants_high_contrast", lambda _: True)
    monkeypatch.setattr(contrast, "palette_for", lambda _: system)
    theme.apply(undressed, Mode.LIGHT, 100)
    assert "#" not in undressed.styleSheet()
    assert undressed.palette().highlight().color() == QColor("#1AEBFF")
    drawn = theme.colours_of(QWidget())
    used = {getattr(drawn, name).upper() for name in drawn.__slots__ if name not in NO_COLOUR}
    assert used | {one.upper() for one in drawn.mains} <= {
        "#000000",
        "#FFFFFF",
        "#1AEBFF",
        "#B8B8B8",
    }
    theme.apply(undressed, Mode.LIGHT, 100)
    monkeypatch.setattr(theme, "wants_high_contrast", lambda _: False)
    theme.apply(undressed, Mode.LIGHT, 100)
    assert theme.colours_of(QWidget()) is LIGHT, "and back again"


@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_by_hand_is_black_and_white(is_dark: bool) -> None:
    palette = contrast.black_and_white(is_dark)
    assert contrast.has_high_contrast(palette)
    drawn = contrast.drawn(palette)
    for ground in (drawn.window, drawn.base, drawn.hover, drawn.warning_ground):
        for ink in (drawn.text, drawn.muted, drawn.danger, drawn.good, drawn.focus, drawn.border):
            assert contrast_of(ink, ground) >= 7
        assert contrast_of(drawn.disabled, ground) >= 4.5
    assert contrast_of(drawn.on_selection, drawn.selection) >= 7


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_palette_as_any_other_is_not_taken_for_high_contrast_of(
    colours: Colours, undressed: QApplication
) -> None:
    """Then high contrast that is chosen by hand would look like nothing."""
    faint = theme.palette_of(colours)
    faint.setColor(QPalette.ColorRole.Text, QColor("#777777"))
    assert not contrast.has_high_contrast(faint)
    theme.apply(undressed, Mode.CONTRAST, 100)
    assert contrast.has_high_contrast(undressed.palette())


def test_the_heading_of_a_group_is_no_fainter_than_other_grey_words(
    undressed: QApplication, qtbot: QtBot
) -> None:
    """It cannot be chosen, so Qt would draw it as what is disabled."""
    theme.apply(undressed, Mode.CONTRAST, 100)
    table, model = CalmTable("Gesprekken"), QStandardItemModel(1, 1)
    qtbot.addWidget(table)
    table.setModel(model)
    option, index = QStyleOptionViewItem(), model.index(0, 0)
    option.initFrom(table)
    option.widget = table  # type: ignore[attr-defined]
    ink = QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text
    muted = QColor(theme.colours_of(table).muted)
    delegate = EdgeDelegate(table)
    delegate.initStyleOption(option, index)
    assert option.palette.color(*ink) != muted, "the control: any other row"
    model.setData(index, True, GROUP_ROLE)
    delegate.initStyleOption(option, index)
    assert option.palette.color(*ink) == muted
