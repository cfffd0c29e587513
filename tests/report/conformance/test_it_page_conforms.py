"""The page for the IT department is as accessible and archivable as the overview."""

from pathlib import Path

import pytest

from tests.report.conformance.checkers import all_problems, quick_problems
from vp_logboek.report.it_page import render
from vp_logboek.resources import resource


def page() -> bytes:
    return render(resource("help", "voor-uw-it-afdeling.md").read_text("utf-8"))


def test_the_quick_checker_finds_nothing() -> None:
    assert list(quick_problems(page())) == []


@pytest.mark.campaign
def test_every_checker_finds_nothing(tmp_path: Path) -> None:
    assert all_problems({"it page": page()}, tmp_path) == ""
