"""The command line keeps a logbook safe: a copy, putting it back, and rescuing what can be read."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.commands import PASSPHRASE, Run, Said, command  # noqa: F401 - run
from vp_logboek import cli
from vp_logboek.cli.arguments import parser_of_verbs
from vp_logboek.messages import in_words

CASES = Path(__file__).parent / "data" / "cases"
PAGE = 4096


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "logboek.vplogboek"
    assert run("nieuw", path, "--organisatie", "Zuid-Holland", "--kolom", "discriminatie").code == 0
    assert run("importeer", path, CASES / "zuid-holland-2019.csv").code == 0
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _damage(file: Path, page: int) -> bytes:
    content = bytearray(file.read_bytes())
    content[page * PAGE + 99] ^= 1
    file.write_bytes(content)
    return bytes(content)


def test_a_copy_in_a_folder_is_dated_and_can_be_put_back(
    run: Run, file: Path, stick: Path, tmp_path: Path
) -> None:
    said = run("reservekopie", file, stick)

    (copy,) = stick.iterdir()
    assert (said.code, said.out) == (0, "")
    assert str(copy) in said.err
    assert re.fullmatch(r"logboek-reservekopie-\d{4}-\d\d-\d\d-\d{4}\.vplogboek", copy.name)
    back = tmp_path / "terug.vplogboek"
    before = copy.read_bytes()
    said = run("zet-terug", copy, back)
    assert said.code == 0
    assert "Gesprekken: 25, het laatste van " in said.err
    assert copy.read_bytes() == before
    tables = [run("telling", each, "--jaar", "2019").out for each in (file, back)]
    assert tables[0] == tables[1]
    assert "25" in tables[0]


def test_a_copy_may_have_a_name_of_its_own(run: Run, file: Path, stick: Path) -> None:
    assert run("reservekopie", file, stick / "eigen.vplogboek").code == 0

    assert run("controleer", stick / "eigen.vplogboek").code == 0


@pytest.mark.parametrize("verb", ["reservekopie", "zet-terug", "red"])
def test_nothing_is_overwritten(run: Run, file: Path, tmp_path: Path, verb: str) -> None:
    other = tmp_path / "ander.vplogboek"
    other.write_text("van een ander")
    before = file.read_bytes()

    for target in (other, file):
        said = run(verb, file, target)
        assert said.code == 1
        assert f"“{target.name}”" in said.err

    assert other.read_text() == "van een ander"
    assert file.read_bytes() == before


def test_a_folder_that_is_not_there_is_not_made(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("reservekopie", file, tmp_path / "uitgetrokken" / "kopie.vplogboek")

    assert said.code == 1
    assert "map voor reservekopieën is er niet" in said.err
    assert not (tmp_path / "uitgetrokken").exists()


@pytest.mark.parametrize("verb", ["reservekopie", "zet-terug", "red"])
def test_a_wrong_passphrase_makes_nothing(run: Run, file: Path, tmp_path: Path, verb: str) -> None:
    said = run(verb, file, tmp_path / "nieuw.vplogboek", passphrase="iets heel anders dan eerst")

    assert said.code == 1
    assert "wachtzin klopt niet" in said.err
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("verb", ["reservekopie", "zet-terug", "red"])
def test_a_target_is_needed(run: Run, file: Path, verb: str) -> None:
    said = run(verb, file)

    assert said.code == 2
    assert "DOEL" in said.err


def test_a_damaged_logbook_is_told_which_copy_to_put_back(
    run: Run, file: Path, tmp_path: Path
) -> None:
    assert run("reservekopie", file, tmp_path).code == 0
    content = _damage(file, 40)

    said = run("controleer", file)

    assert said.code == 1
    assert "beschadigd" in said.err
    assert "logboek-reservekopie-" in said.err
    assert in_words(date.today()) in said.err
    assert "vp-logboek red" in said.err
    assert file.read_bytes() == content


def test_without_a_copy_that_is_said_too(run: Run, file: Path) -> None:
    _damage(file, 40)

    assert "geen reservekopie gevonden" in run("controleer", file).err


def test_a_damaged_copy_is_not_put_back(run: Run, file: Path, tmp_path: Path) -> None:
    _damage(file, 40)

    said = run("zet-terug", file, tmp_path / "terug.vplogboek")

    assert (said.code, "beschadigd" in said.err) == (1, True)
    assert list(tmp_path.iterdir()) == [file]


def test_what_can_be_read_is_rescued_and_the_rest_is_told(
    run: Run, file: Path, tmp_path: Path
) -> None:
    pages = len(file.read_bytes()) // PAGE
    whole, told = file.read_bytes(), 0
    for page in range(8, pages, 9):
        target = tmp_path / f"gered-{page}.vplogboek"
        content = _damage(file, page)

        said = run("red", file, target)

        assert file.read_bytes() == content
        told += "Niet meer te lezen:" in said.err
        if said.code == 0:
            assert "Gesprekken: 25." in said.err
            assert run("controleer", target).code == 0
        file.write_bytes(whole)

    assert told


def test_where_the_start_is_gone_too_a_copy_helps(run: Run, file: Path, tmp_path: Path) -> None:
    copy, target = tmp_path / "kopie.vplogboek", tmp_path / "gered.vplogboek"
    assert run("reservekopie", file, copy).code == 0
    _damage(file, 20)
    file.write_bytes(bytes(16) + file.read_bytes()[16:])
    content = file.read_bytes()
    assert run("red", file, target).code == 1  # the control

    said = run("red", file, target, "--kopie", copy)

    assert said.code == 0
    assert "Gesprekken: 25." in said.err
    assert file.read_bytes() == content
    assert run("controleer", target).code == 0


def test_of_a_whole_logbook_everything_is_rescued(run: Run, file: Path, tmp_path: Path) -> None:
    """The control."""
    said = run("red", file, tmp_path / "gered.vplogboek")

    assert said.code == 0
    assert "Alles was te lezen." in said.err


@pytest.mark.parametrize("with_copy", [True, False])
def test_where_nothing_can_be_rescued_the_newest_copy_is_named(
    run: Run, file: Path, tmp_path: Path, with_copy: bool
) -> None:
    if with_copy:
        assert run("reservekopie", file, tmp_path).code == 0
    _damage(file, 0)

    said = run("red", file, tmp_path / "gered.vplogboek")

    assert said.code == 1
    assert "niets meer te lezen" in said.err
    assert ("logboek-reservekopie-" in said.err) is with_copy
    assert not (tmp_path / "gered.vplogboek").exists()


def test_every_verb_is_in_the_help() -> None:
    text = parser_of_verbs().format_help()

    assert all(verb in text for verb in cli.VERBS)
