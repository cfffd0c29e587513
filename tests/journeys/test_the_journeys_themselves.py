"""What the journeys rely on can fail: the tools, the watch, the ears."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.journeys import desk
from tests.journeys.desk import Row
from tests.journeys.journey import Keys, Part, first, focus_of
from tests.journeys.known import too_long

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def without_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "is_equipped", lambda: False)
    monkeypatch.setattr(desk, "import_module", _packaging)


def _packaging(name: str) -> object:
    """``packaging/prepare.py`` that can install nothing, and the texts of ``packaging/test.py``."""
    refused = type("CannotPrepareError", (Exception,), {})

    def install_packages(needed: list[str], _texts: object) -> list[str]:
        raise refused("E: no network")

    both = {"CannotPrepareError": refused, "TEXTS": None, "install_packages": install_packages}
    return SimpleNamespace(**both)


@pytest.mark.usefixtures("without_tools")
def test_without_its_tools_a_journey_fails_and_is_not_left_out() -> None:
    with pytest.raises(AssertionError, match="cannot be installed"):
        desk.equip()
    assert str(PACKAGING) not in sys.path


NEW, DRESS, RUN = "gui/talks/list_pane.py:3 X.y", "gui/dressing.py:1 dress", "app.py:60 run"


def test_a_window_that_does_not_listen_is_told_unless_it_is_known() -> None:
    new = _gap(101, (9, [NEW, RUN]))
    known = _gap(300, (9, [NEW, DRESS, RUN]))
    mostly_known = _gap(300, (8, [NEW, DRESS, RUN]), (2, [NEW, RUN]))
    partly_known = _gap(300, (2, [NEW, DRESS, RUN]), (8, [NEW, RUN]))
    painting, long = _gap(120, (9, [RUN])), _gap(600, (9, [RUN]))
    told = too_long([new, known, mostly_known, partly_known, painting, long, _gap(600)])
    assert [gap["ms"] for gap in told] == [101, 300, 600, 600]
    assert told[:3] == [new, partly_known, long]


def _gap(ms: int, *seen: tuple[int, list[str]]) -> Row:
    return {"ms": ms, "of": ms, "in": [*seen]}


def test_hands_take_a_third_of_a_second_for_each_key_and_more_to_think() -> None:
    assert Keys(10, 2).seconds == pytest.approx(6.2)


def test_of_two_lists_the_keyboard_is_in_the_one_that_has_it() -> None:
    parts = [
        _part("list", "Plaatsen"), _part("list item", "2026", "focused"),
        _part("table", "Gesprekken", "focused"), _part("table cell", "2 maart", "focused", depth=2),
    ]  # fmt: skip
    assert focus_of(parts) == parts[3]
    assert focus_of(parts[:2]) is None
    assert first(parts, "Ges…", "table") == parts[2]


def _part(role: str, name: str, *states: str, depth: int = 1) -> Part:
    return Part(role, name, "", "", frozenset({*states, "focusable"}), depth, name)
