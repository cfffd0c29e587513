"""What every test may use: a real logbook with the cheapest key, in a folder of its own."""

import os
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.cheap import PASSPHRASE, measured_before, without_wiping
from tests.promises.faults.figures import Keeper
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.remembered import FOLDER_VARIABLE
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store import key
from vp_logboek.store.logbook import CHEAPEST, VPL1, Logbook, open_logbook

# a busy machine is no fault of the rule that is tried; speed is for the benchmark
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")
    parser.addoption("--write-figures", action="store_true", help="keep what the campaigns found")


def pytest_configure(config: pytest.Config) -> None:
    without_wiping()
    measured_before()
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if config.getoption("--write-figures") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Keeper())


_crashed: set[str] = set()


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str, report: pytest.TestReport, sched: Any) -> None:
    """Once in some six whole runs Qt itself ends a worker while it dresses what older tests left.

    That test is told and done once more, once: where it is our own fault it crashes again.
    """
    if crashitem not in _crashed:
        _crashed.add(crashitem)
        print(f"\nTHE PROCESS CRASHED, once more: {crashitem}", flush=True)
        report.outcome = "rerun"  # type: ignore[assignment]
        sched.mark_test_pending(crashitem)


@pytest.fixture(autouse=True)
def nothing_remembered(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a computer remembers outside the logbook is of one test, and is not the user's."""
    base = tmp_path_factory.getbasetemp() / "instellingen"
    monkeypatch.setenv(FOLDER_VARIABLE, str(base / secrets.token_hex(8)))


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's logbook is, or will be."""
    return tmp_path / "logboek.vplogboek"


@pytest.fixture(scope="session")
def new_logbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a logbook with the default subjects and one organisation, made once."""
    path: Path = tmp_path_factory.mktemp("nieuw") / "logboek.vplogboek"
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld"), CHEAPEST).close()
    return path.read_bytes()


@pytest.fixture
def logbook(path: Path, new_logbook: bytes) -> Iterator[Logbook]:
    """An open logbook with the default subjects and one organisation, number 1."""
    path.touch(mode=0o600)
    path.write_bytes(new_logbook)
    with open_logbook(path, PASSPHRASE, accept=(CHEAPEST,)) as opened:
        yield opened


@pytest.fixture
def cheap_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the whole program derive its keys the cheapest way: the same files, sooner made."""
    cheapen(monkeypatch)


def cheapen(patch: pytest.MonkeyPatch) -> None:
    """What ``cheap_program`` does, for fixtures that are made once for many tests."""
    cheap = replace(CHEAPEST, tag=VPL1.tag)
    derive = key.derive_key
    patch.setattr(
        "vp_logboek.store.logbook.derive_key",
        lambda passphrase, salt, _profile: derive(passphrase, salt, cheap),
    )
