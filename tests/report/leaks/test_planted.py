"""Leaks that are planted in a real overview: each is found, by the part of the check that must."""

from collections import Counter
from functools import cache

import pytest

from tests.report.leaks import plants_file, plants_page, plants_tags
from tests.report.leaks.check import findings
from tests.report.leaks.planting import Plant
from tests.report.leaks.surgery import Surgery
from tests.report.years import zuid_holland
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report.yearly import render

PLANTS = (*plants_file.PLANTS, *plants_page.PLANTS, *plants_tags.PLANTS)


@cache
def real() -> tuple[SafeReport, bytes]:
    report = zuid_holland()
    return report, render(report)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_it_is_found(plant: Plant) -> None:
    report, pdf = real()
    planted = plant.way(pdf)

    assert planted != pdf
    found = {said.split(":")[0] for said in findings(planted, report)}
    assert set(plant.found_by) <= found


def test_there_are_many_kinds_each_with_a_name_of_its_own() -> None:
    names = Counter(plant.name for plant in PLANTS)

    assert len(names) == len(PLANTS) > 100


def test_control_what_plants_them_leaves_no_trace_of_its_own() -> None:
    """Taken apart and written again it is the same file: what is found is the leak."""
    report, pdf = real()

    assert Surgery.on(pdf).write() == pdf
    assert findings(pdf, report) == []
