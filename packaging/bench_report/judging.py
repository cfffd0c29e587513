"""What became of the content: whether it can be read back, and whether the file conforms.

The tests' own helpers are not imported above: they are not typed as strictly as this has to be.
"""

import importlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import content


def read(file: Path, said: dict[str, Any]) -> tuple[int, int, int]:
    """How many pages there are, and how many of how many texts are read on them."""
    pages = importlib.import_module("tests.pdf_text").pages_of(file.read_bytes())
    wanted = Counter(_squeezed(text) for text in content.texts(said))
    return len(pages), _found(wanted, _squeezed("".join(pages))), wanted.total()


def _squeezed(text: str) -> str:
    """Without spaces: a label that was broken over two lines is then itself again."""
    return "".join(text.split())


def _found(wanted: Counter[str], text: str) -> int:
    """How many are there, each as often as it must be; a number must end where it ends."""
    times = {one: len(re.findall(re.escape(one) + r"(?!\d)", text)) for one in wanted}
    return sum(min(count, times[one]) for one, count in wanted.items())


def profiles() -> Sequence[str]:
    """What veraPDF is asked about."""
    names: Sequence[str] = importlib.import_module("tests.report.conformance.verapdf").PROFILES
    return names


def conforming(files: Sequence[Path]) -> dict[Path, list[str]]:
    """``yes`` or ``no`` for each file, under each profile."""
    runner = importlib.import_module("tests.report.conformance.verapdf")
    answers = runner.verdicts_on({str(file): file for file in files})
    return {
        file: ["yes" if one.conforms else "no" for one in answers if one.name == str(file)]
        for file in files
    }
