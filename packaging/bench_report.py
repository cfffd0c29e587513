"""The overview as a PDF beside WeasyPrint and typst, on the same content in one run.

    .venv/bin/python packaging/bench_report.py [REPORT ...] [--verapdf] [--rounds N] [--starts N]

Both peers say what the overview says, word for word, with its fonts, tables, headings and chart
(see ``bench_report/``), and both are asked for PDF/UA-1 and PDF/A-2a at once, which ours always is.
They come from ``requirements-bench.lock`` into an environment of their own below ``build/``; the
program has nothing of them. It prints; it asserts nothing. The columns, times in milliseconds:

- *warm*: from content to bytes, in a process that has done it before. The engines take turns, so
  that whatever else the machine does falls on all. *cpu*: the same in processor time. *ratio*: the
  time of ours divided by that of the peer.
- *cold*: a whole process, from its start until the file is written.
- *KB*: ours is not packed, so that it is the same on every machine; both peers pack theirs.
- *read*: how many of the texts, a row of a table being one, another library reads back.
- *again*: whether another process made the same bytes.
- *ua1* and *2a*: whether veraPDF (``--verapdf``; it installs itself) says that the file conforms.

Only ours says "niet getoond" for a ``•``, names a table again where it goes on, and reads the file
back before it gives a byte of it. Row heads are in ours and WeasyPrint's tables, not in typst's.
The two columns are what costs WeasyPrint most: in one it takes a third of the time, and more pages.
"""

import argparse
import json
import pickle
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "bench_report")]

import content  # noqa: E402
import judging  # noqa: E402
import prepare  # noqa: E402
from measuring import ENGINES, ENVIRONMENT, Times, made, measured  # noqa: E402
from reports import reports  # noqa: E402

from vp_logboek.domain.safe_report import SafeReport  # noqa: E402

LOCK = ROOT / "packaging" / "requirements-bench.lock"
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""What WeasyPrint needs of Debian, and what makes it faster."""
TEXTS = prepare.Texts(
    installing_system="Installing system packages: {}",
    installing_parts="Installing WeasyPrint and typst ...",
    no_rights="System packages are missing. To have them, type:\n\n    {}\n",
    system_failed="System packages could not be installed. It said:\n\n{}\n",
    environment_failed="The environment could not be made: {}",
    parts_failed="WeasyPrint and typst could not be installed. It said:\n\n{}\n",
)
LINE = "{:6} {:10} {:>8} {:>8} {:>6} {:>8} {:>7} {:>5} {:>9} {:>6} {:>4} {:>4}"
HEAD = ("report", "engine", "warm", "cpu", "ratio", "cold", "KB", "pages", "read", "again")


def main() -> int:
    """Measure every report with every engine, and print a line for each."""
    asked = _asked()
    try:
        _prepare()
    except prepare.CannotPrepareError as error:
        print(error, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(LINE.format(*HEAD, *judging.profiles()))
        for title, report in reports().items():
            if title in asked.only or not asked.only:
                _measure(folder / title, report, asked)
        if asked.keep:
            shutil.copytree(folder, asked.keep, dirs_exist_ok=True)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("only", nargs="*", help="small, usual or long; all three without a name")
    parser.add_argument("--rounds", type=int, default=15, help="how often each is timed when warm")
    parser.add_argument("--starts", type=int, default=5, help="how often each is timed when cold")
    parser.add_argument("--verapdf", action="store_true", help="let veraPDF judge every file")
    parser.add_argument("--keep", type=Path, help="keep the files in this folder")
    return parser.parse_args()


def _prepare() -> None:
    """The peers, in an environment of their own."""
    missing = prepare.install_packages([*prepare.venv_package(), *PACKAGES], TEXTS)
    if missing:
        raise prepare.CannotPrepareError(TEXTS.no_rights.format(prepare.install_command(missing)))
    ENVIRONMENT.folder.parent.mkdir(exist_ok=True)
    prepare.install_locks([LOCK], TEXTS, ENVIRONMENT)


def _measure(source: Path, report: SafeReport, asked: argparse.Namespace) -> None:
    said = content.document(report)
    source.with_suffix(".json").write_text(json.dumps(said), encoding="utf-8")
    source.with_suffix(".pickle").write_bytes(pickle.dumps(report))
    times = measured(source, asked.rounds, asked.starts)
    files = {engine.name: made(engine, source) for engine in ENGINES}
    verdicts = judging.conforming(list(files.values())) if asked.verapdf else {}
    for engine in ENGINES:
        found = times[engine.name]
        print(
            LINE.format(
                source.name, engine.name, *_numbers(found, times["ours"]),
                *_file(files[engine.name], source.with_suffix(f".{engine.module}"), said),
                *verdicts.get(files[engine.name], ("", "")),
            ),
            flush=True,
        )  # fmt: skip


def _file(file: Path, again: Path, said: dict[str, Any]) -> Sequence[str]:
    pages, read, texts = judging.read(file, said)
    same = "same" if file.read_bytes() == again.read_bytes() else "differs"
    return f"{file.stat().st_size / 1000:.0f}", str(pages), f"{read}/{texts}", same


def _numbers(found: Times, ours: Times) -> Sequence[str]:
    ratio = "" if found is ours else f"{ours.warm / found.warm:.2f}"
    return f"{found.warm:.1f}", f"{found.processor:.1f}", ratio, f"{found.cold:.0f}"


if __name__ == "__main__":
    sys.exit(main())
