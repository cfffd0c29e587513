"""The visual language: contrast is computed, never guessed."""

import pytest
from PySide6.QtWidgets import QApplication

from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui import theme
from vp_logboek.gui.theme import DARK, LIGHT, Colours, Mode


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)


@both
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    for ground in (colours.window, colours.base, colours.hover):
        for text in (colours.text, colours.muted, colours.danger, colours.good, colours.focus):
            assert contrast(text, ground) >= 4.5, (text, ground)


@both
def test_a_selection_is_clearer_than_qts_own(colours: Colours) -> None:
    assert contrast(colours.on_selection, colours.selection) >= 7
    assert contrast(colours.on_accent, colours.accent) >= 7
    assert contrast(colours.on_accent, colours.accent_hover) >= 7


@both
def test_borders_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    for ground in (colours.window, colours.base):
        assert contrast(colours.border, ground) >= 3
        assert contrast(colours.focus, ground) >= 3


@both
def test_a_warning_can_be_read_on_its_own_ground(colours: Colours) -> None:
    for text in (colours.text, colours.warning):
        assert contrast(text, colours.warning_ground) >= 4.5


@both
def test_each_main_class_has_a_colour_of_its_own(colours: Colours) -> None:
    found = {colours.main(main) for main in MainClass}
    assert len(found) == 5
    assert all(contrast(colour, colours.base) >= 4.5 for colour in found)


@pytest.mark.parametrize("mode,colours", [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_the_program_is_dressed_at_once(qapp: QApplication, mode: Mode, colours: Colours) -> None:
    theme.apply(qapp, mode, 150)
    assert qapp.palette().window().color().name().upper() == colours.window
    assert qapp.font().pointSizeF() == 16.5
    assert qapp.font().family() == "IBM Plex Sans"
    theme.apply(qapp, Mode.LIGHT, 100)
    qapp.setStyleSheet("")


def test_high_contrast_leaves_the_colours_to_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "wants_high_contrast", lambda _: True)
    theme.apply(qapp, Mode.LIGHT, 100)
    assert "#" not in qapp.styleSheet()
    assert qapp.palette().window().color().name().upper() != LIGHT.window
    qapp.setStyleSheet("")
