"""The README of the promises names every file, with the figures that the campaigns found."""

import pytest

from tests.promises.faults import figures
from tests.promises.faults.figures import PROMISES, README, Figure


def test_it_is_as_the_run_made_it() -> None:
    """After a new file of promises: ``python -m tests.promises.faults.figures``."""
    assert README.read_text(encoding="utf-8") == figures.readme()


def test_it_names_every_file_and_every_file_says_what_it_shows() -> None:
    text = README.read_text(encoding="utf-8")

    for file in PROMISES.glob("test_*.py"):
        assert f"| `{file.name}` | " in text
        assert f"| `{file.name}` |  |" not in text


def test_control_a_new_figure_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = figures.readme()
    more = [Figure("test_readme.py", "a trial", 1000, "1,000 old", 3.0)]
    monkeypatch.setattr(figures, "kept_figures", lambda: more)

    assert figures.readme() != before
    assert "| a trial | 1,000 | 1,000 old | 3 |" in figures.readme()
