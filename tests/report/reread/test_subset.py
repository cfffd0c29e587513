"""The embedded part of a font, made a second time by other code, is the same to the byte."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vp_logboek.report import fonts
from vp_logboek.report.reread.subset import subset
from vp_logboek.report.reread.truetype import Face
from vp_logboek.resources import resource

FACES = {
    name: Face(resource("fonts", f"{name}.ttf").read_bytes())
    for name in (fonts.REGULAR, fonts.SEMIBOLD)
}
ASCII = [0] * 32 + list(range(32, 128))
NO_BREAK_SPACE = 0xA0
"""ReportLab shows it as a space; none is ever set, for a text is cleaned first."""
known = st.sampled_from(sorted({*FACES[fonts.REGULAR].glyph_of} - {NO_BREAK_SPACE}))


@pytest.mark.parametrize("face", FACES)
def test_the_characters_are_those_that_reportlab_reads(face: str) -> None:
    theirs = fonts._font(face).face.charToGlyph
    ours = FACES[face].glyph_of

    assert ours.keys() == {code for code, glyph in theirs.items() if glyph}
    assert {code for code in ours if ours[code] != theirs[code]} == {NO_BREAK_SPACE}
    assert len(ours) > 800


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(sorted(FACES)), st.lists(known, unique=True, max_size=60))
def test_any_subset_is_the_same_to_the_byte(face: str, more: list[int]) -> None:
    characters = [*ASCII, *(code for code in more if code > 127)]

    assert subset(FACES[face], characters) == fonts._font(face).face.makeSubset(characters)


def test_two_characters_that_change_places_give_another_font() -> None:
    changed = ASCII.copy()
    changed[0x31], changed[0x32] = changed[0x32], changed[0x31]

    assert subset(FACES[fonts.REGULAR], changed) != subset(FACES[fonts.REGULAR], ASCII)
