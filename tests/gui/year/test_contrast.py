"""What is drawn in a table can be told from what it is drawn on (WCAG 2.1, 1.4.3 and 1.4.11)."""

from itertools import product

import pytest

from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.theme import DARK, LIGHT, Colours

TEXT, SHAPE = 4.5, 3.0


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_figures_bars_and_stubs_stand_out(colours: Colours) -> None:
    for ground in (colours.base, colours.hover):
        for words in (colours.text, colours.muted):
            assert contrast(words, ground) >= TEXT
        shapes = [colours.accent, colours.border, colours.focus, *map(colours.main, MainClass)]
        assert [one for one in shapes if contrast(one, ground) < SHAPE] == []


def test_the_measure_is_the_one_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert all(
        contrast(a, b) == contrast(b, a) for a, b in product(("#123456", "#FEDCBA"), repeat=2)
    )
