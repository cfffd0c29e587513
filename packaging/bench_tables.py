"""What protection costs on the standard test tables of the field, beside τ-ARGUS and exact bounds.

    python packaging/bench_tables.py [FOLDER] [--only WORD]

FOLDER (default: ``shared/cases/sdc-tables`` beside the checkout) holds the tables and what others
made of them. Only the ``_full`` variants are used: every value 0..k-1 must stay possible, zero is
small, and every cell that is hidden costs one. Not tested by us are the bounds: ``exact`` is proved
by another program, and looks at small cells only. What is hidden *besides* the small cells is
counted. ``ours`` is without the chance to hide a cell unasked (epsilon 0) and ``drawn`` with it,
each under one fixed key; both are audited: ``open`` counts the small numbers that a reader who
knows the rule can exclude.
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vp_logboek.domain.disclosure.attacker import Attacker  # noqa: E402
from vp_logboek.domain.disclosure.core import EPSILON, choose  # noqa: E402
from vp_logboek.domain.disclosure.cuts import small_cells  # noqa: E402
from vp_logboek.domain.disclosure.draw import KEY_BYTES, Draw  # noqa: E402
from vp_logboek.domain.disclosure.fix import fix  # noqa: E402
from vp_logboek.domain.disclosure.system import Cell, Page, Pattern, Problem, System  # noqa: E402

FOLDER = ROOT.parent / "shared" / "cases" / "sdc-tables"
KEY = bytes(KEY_BYTES)
PEERS = {"τ-ARGUS": "pytauargus", "exact": "benders"}


@dataclass(frozen=True, slots=True)
class Made:
    """What one choice hides besides the small cells and leaves open, and the processor time."""

    more: int
    open: int
    seconds: float


def problem_of(instance: dict[str, Any]) -> Problem:
    """A table of the field in our terms: all cells may be hidden but those with status ``z``."""
    k = int(instance["k"])
    cells = instance["cells"]
    system = System(
        tuple(
            Cell(f"{number} {cell['label']}", k, int(cell["lb"]), int(cell["ub"]))
            for number, cell in enumerate(cells)
        ),
        tuple(tuple((int(c), int(cell)) for c, cell in row) for row in instance["equations"]),
    )
    fixed = {number: True for number, cell in enumerate(cells) if cell["status"] == "z"}
    return Problem(system, tuple(int(cell["value"]) for cell in cells), fixed)


def made(problem: Problem, name: str, epsilon: float) -> Made:
    """Choose, and then ask a reader of the page for every small number that must stay possible."""
    began = time.process_time()
    pattern = choose(problem, Draw(KEY, name), epsilon=epsilon)
    seconds = time.process_time() - began
    hidden = len(problem.values) - len(pattern.shown)
    return Made(hidden - len(small_cells(problem)), left_open(problem, pattern), seconds)


def left_open(problem: Problem, pattern: Pattern) -> int:
    """How many small cells a reader who knows the rule can say something of."""
    page = Page(problem.system, {cell: problem.values[cell] for cell in pattern.shown})
    attacker = Attacker(page, fix(page))
    return sum(
        cell in pattern.shown or not attacker.possible(cell).every for cell in small_cells(problem)
    )


def peer(instance: dict[str, Any], tool: str) -> tuple[int, str]:
    """What another program hid besides the small cells, and how sure it was."""
    for each in instance["peers"]:
        if tool in each["tool"]:
            sure = each["status"].strip() in {"optimal", "rc0"}
            return int(each["secondary"]), "" if sure else "?"
    return 0, "?"


def main() -> int:
    """Print the table; ends with 1 where anything is open."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--only", default="", help="only files with this in the name")
    asked = parser.parse_args()
    head = ("table", "cells", "small", *PEERS, "ours", "s", "drawn", "s", "open")
    print("{:26}{:>7}{:>7}{:>9}{:>7}{:>7}{:>8}{:>7}{:>8}{:>6}".format(*head))
    sums = [0] * 7
    sure = [0] * 2
    for path in sorted(asked.folder.glob("*_full.json")):
        if asked.only not in path.name:
            continue
        instance = json.loads(path.read_text(encoding="utf-8"))
        problem = problem_of(instance)
        argus, exact = (peer(instance, tool) for tool in PEERS.values())
        plain, drawn = (made(problem, path.stem, epsilon) for epsilon in (0.0, EPSILON))
        small = len(small_cells(problem))
        print(
            f"{path.stem:26}{len(problem.values):7}{small:7}"
            f"{f'{argus[0]}{argus[1]}':>9}{f'{exact[0]}{exact[1]}':>7}"
            f"{plain.more:7}{plain.seconds:8.2f}{drawn.more:7}{drawn.seconds:8.2f}"
            f"{plain.open + drawn.open:6}",
            flush=True,
        )
        new = (len(problem.values), small, argus[0], exact[0], plain.more, drawn.more)
        sums = [a + b for a, b in zip(sums, (*new, plain.open + drawn.open), strict=True)]
        if not exact[1]:
            sure = [
                a + b for a, b in zip(sure, (small + exact[0], small + plain.more), strict=True)
            ]
    _totals(sums, sure)
    return 1 if sums[-1] else 0


def _totals(sums: list[int], sure: list[int]) -> None:
    cells, small, argus, exact, plain, drawn, open_ = sums
    print(f"\n{cells} cells, of which {small} small; open: {open_}")
    print(f"hidden in all: τ-ARGUS {small + argus}, exact {small + exact}, ours {small + plain}")
    print(f"ours / exact, all tables: {(small + plain) / (small + exact):.3f}")
    print(f"ours / exact, only tables with a proved bound: {sure[1] / sure[0]:.3f}")
    print(f"drawn / exact, all tables: {(small + drawn) / (small + exact):.3f}")
    print(f"besides the small cells: ours / exact {plain / exact:.3f}")


if __name__ == "__main__":
    sys.exit(main())
