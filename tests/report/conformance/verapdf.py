"""veraPDF, the reference checker of PDF/UA and PDF/A, asked about many files at once.

By itself it installs what it needs, and judges the files that are named:
``python -m tests.report.conformance.verapdf [FILE.pdf ...]``
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.report.conformance.java import LIBRARIES, CannotCheckError, installed, jar

SOURCE = Path(__file__).with_name("CheckFiles.java")
ACCESSIBLE, ARCHIVABLE = "ua1", "2a"
PROFILES = (ACCESSIBLE, ARCHIVABLE)
_QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""What is over in half a minute is not worth the time of the better compiler."""


@dataclass(frozen=True)
class Failure:
    """A clause of the standard (and the number of its test) that a file does not meet."""

    clause: str
    times: int
    message: str
    where: str


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file under one profile."""

    name: str
    profile: str
    conforms: bool
    checks: int
    failures: tuple[Failure, ...]

    @property
    def clauses(self) -> set[str]:
        return {failure.clause for failure in self.failures}

    def __str__(self) -> str:
        told = f"{'conforms' if self.conforms else 'FAILS'} {self.profile} {self.name}"
        return "\n".join(
            [f"{told} ({self.checks} checks)"]
            + [f"    {f.clause} x{f.times} {f.message} @ {f.where}" for f in self.failures]
        )


# --- asking ----------------------------------------------------------------------------------


def verdicts(pdfs: Mapping[str, bytes], folder: Path) -> list[Verdict]:
    """What veraPDF says of each of these, in this order, each under every profile in turn.

    Raises CannotCheckError where it cannot run or did not check everything.
    """
    files = {name: folder / f"{number}.pdf" for number, name in enumerate(pdfs)}
    for name, file in files.items():
        file.write_bytes(pdfs[name])
    return verdicts_on(files)


def verdicts_on(files: Mapping[str, Path]) -> list[Verdict]:
    """The same about files, by any name."""
    done = subprocess.run(
        ["java", *_QUICKLY, "-cp", _class_path(), str(SOURCE), *PROFILES],
        input="".join(f"{file}\n" for file in files.values()),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise CannotCheckError(done.stderr or done.stdout)
    names = {str(file): name for name, file in files.items()}
    said = [_verdict(json.loads(line), names) for line in done.stdout.splitlines()]
    wanted = [(name, profile) for name in files for profile in PROFILES]
    if [(one.name, one.profile) for one in said] != wanted:
        raise CannotCheckError(f"{len(said)} answers to {len(wanted)} questions: {done.stderr}")
    return said


def _verdict(said: Mapping[str, object], names: Mapping[str, str]) -> Verdict:
    failures = tuple(Failure(**one) for one in said["failures"])  # type: ignore[attr-defined]
    name = names[str(said["file"])]
    return Verdict(name, str(said["profile"]), said["conforms"] is True, said["checks"], failures)  # type: ignore[arg-type]


def _class_path() -> str:
    return ":".join(map(str, (jar(), *LIBRARIES)))


def main(arguments: Sequence[str]) -> int:
    files = {name: Path(name).resolve() for name in arguments}
    try:
        said = verdicts_on(files) if files else []
        print(*said or [f"veraPDF is installed: {installed()}"], sep="\n")
    except CannotCheckError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if all(one.conforms for one in said) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
