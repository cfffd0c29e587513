"""Preparing: what is missing, when it is done over, and what is said when it cannot be done."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def script(name: str) -> ModuleType:
    """One of the scripts as a module, with its neighbours importable as when it is started."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look themselves up here
    spec.loader.exec_module(module)
    return module


prepare = script("prepare")
start = script("start")
checks = script("test")
del sys.modules["test"]  # the standard library has one of that name

TEXTS = prepare.Texts("{}", "parts", "no rights: {}", "apt: {}", "venv: {}", "pip: {}")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.lock"
    path.write_text("nothing==1\n")
    return path


@pytest.fixture
def environment(tmp_path: Path, lock: Path):
    made = prepare.Environment(tmp_path / ".venv")
    made.python.parent.mkdir(parents=True)
    made.python.symlink_to(sys.executable)
    made.stamp(lock).write_text(prepare.stamp_for(lock))
    return made


class Commands:
    """Keeps the commands that would have been run; those with ``broken`` in them fail."""

    def __init__(self, broken: str | None = None) -> None:
        self.broken = broken
        self.run: list[Sequence[str]] = []

    def __call__(self, command: Sequence[str], message: str) -> None:
        self.run.append(command)
        if self.broken in command:
            raise prepare.CannotPrepareError(message.format("why"))


# --- packages of the system -------------------------------------------------------------------


def test_a_package_counts_as_installed_under_its_newer_name():
    answer = "libglib2.0-0t64 installed\nlibegl1 installed\nqpdf not-installed\nxvfb config-files\n"
    assert prepare.installed_in(answer) == {"libglib2.0-0", "libegl1"}


def test_only_what_is_missing_is_asked_for():
    assert prepare.missing_of(("libegl1", "qpdf", "xvfb"), {"qpdf"}) == ["libegl1", "xvfb"]


def test_without_dpkg_nothing_is_missing(monkeypatch):
    monkeypatch.setattr(prepare.shutil, "which", lambda name: None)
    assert prepare.missing_packages(["libegl1"]) == []


def test_without_rights_the_missing_packages_are_the_answer(monkeypatch):
    monkeypatch.setattr(prepare, "missing_packages", lambda needed: ["qpdf"])
    monkeypatch.setattr(prepare, "as_root", lambda: None)
    assert prepare.install_packages(["qpdf", "xvfb"], TEXTS) == ["qpdf"]


def test_with_rights_only_the_missing_packages_are_installed(monkeypatch, capsys):
    commands = Commands()
    monkeypatch.setattr(prepare, "missing_packages", lambda needed: ["qpdf"])
    monkeypatch.setattr(prepare, "as_root", lambda: ["sudo", "-n"])
    monkeypatch.setattr(prepare, "run_or_stop", commands)
    assert prepare.install_packages(["qpdf", "xvfb"], TEXTS) == []
    [command] = commands.run
    assert command[:3] == ["sudo", "-n", "env"]
    assert command[-2:] == ["apt", "qpdf"]


# --- the virtual environment ------------------------------------------------------------------


def test_a_stamped_environment_needs_nothing(environment, lock):
    assert environment.has(lock)


def test_another_lock_file_is_installed_anew(environment, lock):
    lock.write_text("nothing==2\n")
    assert not environment.has(lock)


def test_another_python_is_installed_for_anew(environment, lock, monkeypatch):
    monkeypatch.setattr(prepare.sys, "version", "3.99.0")
    assert not environment.has(lock)


def test_an_environment_without_its_python_is_not_ready(environment, lock):
    environment.python.unlink()
    assert not environment.has(lock)


def test_a_broken_off_installation_is_thrown_away(environment, lock, monkeypatch):
    commands = Commands()
    monkeypatch.setattr(prepare, "run_or_stop", commands)
    environment.unfinished.touch()
    leftover = environment.folder / "leftover"
    leftover.touch()
    environment.install(lock, TEXTS)
    assert not leftover.exists()
    assert [command[2] for command in commands.run] == ["venv", "pip"]
    assert not environment.unfinished.exists()


def test_a_failed_installation_leaves_no_stamp_and_is_known_as_unfinished(
    environment, lock, monkeypatch
):
    monkeypatch.setattr(prepare, "run_or_stop", Commands(broken="pip"))
    lock.write_text("nothing==2\n")
    with pytest.raises(prepare.CannotPrepareError, match="pip: why"):
        environment.install(lock, TEXTS)
    assert not environment.has(lock)
    assert environment.unfinished.exists()


def test_a_folder_that_cannot_be_written_is_told_and_no_traceback(tmp_path, lock):
    nowhere = prepare.Environment(tmp_path / "absent" / ".venv")
    with pytest.raises(prepare.CannotPrepareError, match="venv: "):
        prepare.install_locks([lock], TEXTS, nowhere)


def test_what_a_failed_command_complained_of_is_told():
    shout = (
        "import sys; print('Get:1\\nErr:2 refused'); print('E: no', file=sys.stderr); sys.exit(3)"
    )
    with pytest.raises(prepare.CannotPrepareError, match=r"why:\n    Err:2 refused\n    E: no$"):
        prepare.run_or_stop([sys.executable, "-u", "-c", shout], "why:\n{}")


def test_without_marked_lines_the_last_ones_are_told():
    assert prepare.complaints("one\n\ntwo\nthree\n", count=2) == "    two\n    three"


# --- what is said -----------------------------------------------------------------------------


@pytest.fixture
def no_rights(monkeypatch):
    monkeypatch.setattr(prepare, "missing_packages", lambda needed: list(needed)[-2:])
    monkeypatch.setattr(prepare, "as_root", lambda: None)
    monkeypatch.setattr(prepare.Environment, "has", lambda self, lock: True)


@pytest.mark.usefixtures("no_rights")
def test_a_window_without_rights_stops_and_names_the_command(monkeypatch, capsys):
    monkeypatch.setenv("DISPLAY", ":99")
    assert start.main([]) == 1
    told = capsys.readouterr().err
    assert "sudo apt-get install --no-install-recommends libxkbcommon-x11-0 libx11-xcb1" in told
    assert "Uw logboeken zijn veilig" in told


@pytest.mark.usefixtures("no_rights")
def test_a_job_without_rights_goes_on_after_the_command(monkeypatch, capsys):
    monkeypatch.setattr(start, "run", lambda python, arguments: 0)
    assert start.main(["--version"]) == 0
    assert "sudo apt-get install" in capsys.readouterr().err


def test_without_a_display_the_example_is_named(monkeypatch, capsys):
    monkeypatch.setattr(start, "has_display", lambda environ: False)
    assert start.main([]) == 1
    assert "python3 packaging/start.py voorbeeld --pdf overzicht.pdf" in capsys.readouterr().err


def test_only_linux_can_be_without_a_display():
    assert not start.has_display({"DISPLAY": ""}, "linux")
    assert start.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert start.has_display({}, "win32")
    assert start.has_display({}, "darwin")


@pytest.mark.parametrize("arguments", [[], ["mijn.vplogboek"], ["./voorbeeld"]])
def test_a_file_or_nothing_opens_the_window(arguments):
    assert start.needs_window(arguments)


@pytest.mark.parametrize("verb", ["nieuw", "telling", "controleer", "--help", "--version"])
def test_a_job_needs_no_window(verb):
    assert not start.needs_window([verb, "mijn.vplogboek"])


def test_every_verb_of_the_command_line_is_a_job():
    from vp_logboek.cli import VERBS

    assert set(VERBS) <= start.JOBS


@pytest.mark.parametrize("texts", [start.TEXTS, checks.TEXTS])
def test_every_message_has_a_place_for_its_detail(texts):
    failures = (texts.no_rights, texts.system_failed, texts.environment_failed, texts.parts_failed)
    assert [text.count("{}") for text in failures] == [1, 1, 1, 1]


# --- running ----------------------------------------------------------------------------------


def test_the_program_runs_in_the_users_folder_and_nothing_there_gets_in(tmp_path):
    (tmp_path / "vp_logboek.py").write_text("raise SystemExit('a stranger')")
    (tmp_path / "argparse.py").write_text("raise SystemExit('a stranger')")
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import start;"
        "start.prepare.ROOT = Path(sys.argv[2]); start.run(Path(sys.executable), ['één', '--b'])"
    )
    program = tmp_path / "checkout" / "vp_logboek"
    program.mkdir(parents=True)
    show = "import argparse, os, sys; print(os.getcwd(), sys.argv[1:]); sys.exit(7)"
    (program / "__main__.py").write_text(show)
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, PACKAGING, program.parent],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == f"{os.path.realpath(tmp_path)} ['één', '--b']", done.stderr
    assert done.returncode == 7


def test_all_steps_run_and_the_failed_ones_are_named(monkeypatch, capsys):
    fine, wrong = ([sys.executable, "-c", f"raise SystemExit({code})"] for code in (0, 1))
    steps = {"ruff check": wrong, "mypy": fine, "pytest": wrong}
    monkeypatch.setattr(checks.prepare, "prepared_python", lambda needs, texts: Path())
    monkeypatch.setattr(checks, "steps", lambda python, arguments: steps)
    assert checks.main([]) == 1
    told = capsys.readouterr().out
    assert "== ruff check: FAILED" in told
    assert "== mypy: ok" in told
    assert told.endswith("== FAILED: ruff check, pytest\n")
