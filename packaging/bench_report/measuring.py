"""How long each engine takes: every one in a process of its own, and all of them in turn."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import prepare

HERE = Path(__file__).resolve().parent
ENVIRONMENT = prepare.Environment(prepare.ROOT / "build" / "bench_report")


@dataclass(frozen=True)
class Engine:
    """Who sets the report: a module beside this one, and the Python that has its parts."""

    name: str
    module: str
    python: Path
    suffix: str = ".json"

    def command(self, source: Path, target: Path) -> list[str]:
        """The worker that sets a source."""
        worker = [str(self.python), str(HERE / "worker.py"), self.module]
        return [*worker, str(source.with_suffix(self.suffix)), str(target)]


ENGINES = (
    Engine("ours", "ours", Path(sys.executable), ".pickle"),
    Engine("WeasyPrint", "weasy", ENVIRONMENT.python),
    Engine("typst", "typeset", ENVIRONMENT.python),
)


@dataclass(frozen=True)
class Times:
    """Medians in milliseconds: time and processor time when warm, and time when cold."""

    warm: float
    processor: float
    cold: float


def measured(source: Path, rounds: int, starts: int) -> dict[str, Times]:
    """The times of every engine. Its file is left beside the source, with its name."""
    alone = {engine.name: cold(engine, source, starts) for engine in ENGINES}
    running = warm(source, rounds)
    return {name: Times(*running[name], alone[name]) for name in alone}


def made(engine: Engine, source: Path) -> Path:
    """Where an engine leaves its file."""
    return source.with_name(f"{source.stem}-{engine.name}.pdf")


@contextmanager
def worker(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """A process that has set its report once, and sets it again for every line."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1) as process:
        ask(process, "")
        yield process
        process.communicate()


def ask(process: subprocess.Popen[str], line: str = "\n") -> list[str]:
    """Send a line, and wait for the answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line)
    answer = process.stdout.readline().split()
    if not answer:
        raise RuntimeError("the engine stopped; its complaint stands above")
    return answer


def warm(source: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Time and processor time of every engine, while they take turns."""
    found: dict[str, list[list[float]]] = {engine.name: [] for engine in ENGINES}
    with ExitStack() as stack:
        started = {
            engine.name: stack.enter_context(
                worker(engine.command(source, source.with_suffix(f".{engine.module}")))
            )
            for engine in ENGINES
        }
        for _ in range(rounds):
            for name, process in started.items():
                found[name].append([float(word) for word in ask(process)])
    medians = {
        name: map(statistics.median, zip(*all_, strict=True)) for name, all_ in found.items()
    }
    return {name: (wall, processor) for name, (wall, processor) in medians.items()}


def cold(engine: Engine, source: Path, starts: int) -> float:
    """Of a whole process until its file is written. A first, which reads the disk, is left out."""
    found = []
    command = engine.command(source, made(engine, source))
    for _ in range(starts + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found[1:])
