"""What the campaigns found, kept with the tests: the figures as data, the README made from them.

``pytest -m campaign --write-figures`` keeps what it found. This module run by itself writes the
README anew, for instance when there is a new file of promises.
"""

import ast
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

PROMISES = Path(__file__).parents[1]
DATA = PROMISES / "figures.json"
README = PROMISES / "README.md"
PROPERTY = "figure"

_BEGINNING = """\
# The promises and the faults they survive

Made by the run of the tests, not typed: `pytest -n auto -m campaign --write-figures`. Every test
has a control that shows that it can fail: the same done badly, or without the protection.

| file | what it shows |
|---|---|
"""


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """``tried``: how many points, cuts or pages. ``found``: the states, each with its number."""

    file: str
    what: str
    tried: int
    found: str
    seconds: float


def told(found: Iterable[tuple[str, int]]) -> str:
    """States with their numbers, the most frequent first."""
    ordered = sorted(found, key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{number} {state}" for state, number in ordered if number)


class Keeper:
    """A plugin of pytest: gathers the figures of every worker, and writes them at the end."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that failed has no figures."""
        if report.when == "call" and report.passed:
            kept = (value for name, value in report.user_properties if name == PROPERTY)
            self.figures.extend(Figure(**value) for value in kept)  # type: ignore[arg-type]

    def pytest_sessionfinish(self) -> None:
        """Those of this run take the place of earlier ones; others stay."""
        if self.figures:
            fresh = {(figure.file, figure.what) for figure in self.figures}
            earlier = [each for each in kept_figures() if (each.file, each.what) not in fresh]
            figures = sorted([*earlier, *self.figures])
            text = json.dumps([asdict(figure) for figure in figures], indent=1, ensure_ascii=False)
            DATA.write_text(text + "\n", encoding="utf-8")
            README.write_text(readme(), encoding="utf-8")


def kept_figures() -> list[Figure]:
    """Those of files that are still there."""
    if not DATA.exists():
        return []
    kept = [Figure(**each) for each in json.loads(DATA.read_text(encoding="utf-8"))]
    return [figure for figure in kept if (PROMISES / figure.file).exists()]


def readme() -> str:
    """The README as it should be."""
    files = sorted(PROMISES.glob("test_*.py"))
    lines = [_BEGINNING, *(f"| `{file.name}` | {_what_it_shows(file)} |\n" for file in files)]
    figures = kept_figures()
    for name in sorted({figure.file for figure in figures}):
        lines += [f"\n## {name}\n\n", "| what | tried | found | seconds |\n|---|--:|---|--:|\n"]
        lines += [
            f"| {each.what} | {each.tried:,} | {each.found} | {each.seconds:.0f} |\n"
            for each in sorted(figures)
            if each.file == name
        ]
    return "".join(lines)


def _what_it_shows(file: Path) -> str:
    words = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return words.split("\n\n")[0].replace("\n", " ")


if __name__ == "__main__":
    README.write_text(readme(), encoding="utf-8")
