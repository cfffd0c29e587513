"""A ToUnicode map is read in the one form we write, with every code standing for one character."""

import pytest

from vp_logboek.domain.errors_report import OverviewRefused
from vp_logboek.report.reread.cmap import characters
from vp_logboek.report.rl_touch import _to_unicode

MAP = _to_unicode("font", [0] * 32 + list(range(32, 128)) + [0x2022, 0xE9]).encode()


def test_our_own_map_is_read() -> None:
    found = characters(MAP)

    assert found == {code: chr(code) for code in range(32, 128)} | {128: "•", 129: "é"}


@pytest.mark.parametrize(
    "old, new",
    [
        (b"<0041>", b"<0042>"),
        (b"<0041>", b"<0000>"),
        (b"<41> <0041>\n", b""),
        (b"<41> <0041>\n<42> <0042>", b"<42> <0042>\n<41> <0041>"),
        (b"<41> <0041>\n", b"<41> <0041>\n% Jansen\n"),
        (b"begincmap", b"begincmap (Jansen) pop"),
        (b"end\nend", b"end\nend\n"),
        (b"98 beginbfchar", b"97 beginbfchar"),
    ],
    ids=["twice", "nothing", "one too few", "order", "comment", "more", "at the end", "count"],
)
def test_any_other_map_is_refused(old: bytes, new: bytes) -> None:
    changed = MAP.replace(old, new, 1)

    assert changed != MAP
    with pytest.raises(OverviewRefused):
        characters(changed)
