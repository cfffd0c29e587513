"""The lock files: every part by its hash, from nowhere in particular, for every platform."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
RUN = ROOT / "packaging" / "requirements.lock"
DEV = ROOT / "packaging" / "requirements-dev.lock"
BENCH = ROOT / "packaging" / "requirements-bench.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(path: Path) -> dict[str, list[str]]:
    """Each locked requirement with the lines of its hashes."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            hashes = found.setdefault(line.removesuffix(" \\"), [])
        elif "--hash" in line:
            hashes.append(line)
    return found


def versions(path: Path) -> dict[str, str]:
    pins = [Requirement(line) for line in locked(path)]
    return {plain(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("path", [RUN, DEV, BENCH], ids=lambda path: path.name)
def test_a_lock_file_names_no_address_or_index(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted|(^|\s)/|@ ", text)


@pytest.mark.parametrize("path", [RUN, DEV, BENCH], ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_has_hashes(path):
    pins = locked(path)
    assert len(pins) > 5
    assert all(re.match(r"[a-z0-9-]+==\S+( ; .*)?$", pin) for pin in pins)
    sound = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?$")
    assert all(hashes and all(map(sound.match, hashes)) for hashes in pins.values())


@pytest.mark.parametrize(
    "path, wanted",
    [
        (RUN, PROJECT["project"]["dependencies"]),
        (DEV, PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]),
    ],
    ids=["run", "dev"],
)
def test_what_is_locked_satisfies_the_project_file(path, wanted):
    pins = versions(path)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(pins[plain(requirement.name)]), requirement


def test_the_tests_run_with_the_very_versions_of_the_program():
    assert versions(RUN).items() <= versions(DEV).items()
