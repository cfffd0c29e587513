"""The command line: the whole job without a window, and every refusal told in three parts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import PASSPHRASE, Run, Said, command  # noqa: F401 - run
from vp_logboek.services import example

CASES = Path(__file__).parent / "data" / "cases"
ROOT = Path(__file__).parents[1]
CANARY = "Kanariepietje"


@pytest.fixture(name="logbook_file")
def zuid_holland(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "zuid-holland.vplogboek"
    assert run("nieuw", path, "--organisatie", "Zuid-Holland", "--kolom", "discriminatie").code == 0
    assert run("importeer", path, CASES / "zuid-holland-2019.csv").code == 0
    return path


SUBJECT = "Melders naar onderwerp"


def test_the_published_table_comes_back_in_the_tally(run: Run, logbook_file: Path) -> None:
    said = run("telling", logbook_file, "--jaar", "2019")

    assert said.code == 0
    assert said.figures(SUBJECT) | {"Totaal": "25"} == said.figures(SUBJECT)
    assert [said.figures(SUBJECT)[row] for row in (
        "Integriteit", "Ongewenste omgangsvormen", "Discriminatie", "Arbeidsconflict",
        "Onveiligheid", "Advies algemeen",
    )] == ["2", "9", "0", "5", "4", "5"]  # fmt: skip


def test_what_may_leave_is_shown_without_issuing_it(run: Run, logbook_file: Path) -> None:
    said = run("jaaroverzicht", logbook_file, "--jaar", "2019", "--tabel")

    assert "CONCEPT, niet uitgebracht" in said.err
    assert said.figures(SUBJECT)["Integriteit"] == "•"
    assert said.figures(SUBJECT)["Discriminatie"] == "•"
    assert said.figures(SUBJECT)["Totaal"] == "25"


def test_the_same_export_gives_the_same_bytes(run: Run, logbook_file: Path, tmp_path: Path) -> None:
    for name in ("een.pdf", "twee.pdf"):
        assert (
            run("jaaroverzicht", logbook_file, "--jaar", "2019", "--pdf", tmp_path / name).code == 0
        )

    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()
    assert CANARY.encode() not in (tmp_path / "een.pdf").read_bytes()


def test_a_wrong_passphrase_is_told_and_changes_nothing(run: Run, logbook_file: Path) -> None:
    before = logbook_file.read_bytes()
    for verb in (["telling", "--jaar", "2019"], ["controleer"]):
        said = run(verb[0], logbook_file, *verb[1:], passphrase="iets heel anders dan eerst")

        assert said.code == 1
        assert "wachtzin klopt niet" in said.err
        assert said.out == ""
    assert logbook_file.read_bytes() == before


def test_a_whole_logbook_is_said_to_be_whole(run: Run, logbook_file: Path) -> None:
    said = run("controleer", logbook_file)

    assert (said.code, said.out) == (0, "")
    assert "heel" in said.err


def test_a_damaged_logbook_is_said_to_be_damaged(run: Run, logbook_file: Path) -> None:
    data = bytearray(logbook_file.read_bytes())
    data[len(data) // 2] ^= 1
    logbook_file.write_bytes(data)

    said = run("controleer", logbook_file)

    assert said.code == 1
    assert "beschadigd" in said.err
    assert logbook_file.read_bytes() == data


def test_a_cut_off_logbook_is_never_an_empty_one(run: Run, logbook_file: Path) -> None:
    whole = logbook_file.read_bytes()
    for length in (len(whole) - 4096, len(whole) - 1, 4096, 16, 1, 0):
        logbook_file.write_bytes(whole[:length])

        said = run("telling", logbook_file, "--jaar", "2019")

        assert (said.code, said.out) == (1, ""), length
        assert logbook_file.read_bytes() == whole[:length]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 een pdf", b"SQLite format 3\0" + bytes(4080), b"VPL2" + bytes(8188), b""]
)
def test_a_foreign_file_is_refused_untouched(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vreemd.vplogboek"
    path.write_bytes(content)

    said = run("telling", path, "--jaar", "2019")

    assert said.code == 1
    assert said.err.count(".") >= 3
    assert path.read_bytes() == content


def test_an_existing_file_is_not_overwritten_by_a_new_logbook(run: Run, logbook_file: Path) -> None:
    before = logbook_file.read_bytes()

    assert run("nieuw", logbook_file).code == 1
    assert logbook_file.read_bytes() == before


def test_a_broken_row_refuses_the_whole_table(run: Run, logbook_file: Path, tmp_path: Path) -> None:
    table = tmp_path / "kapot.csv"
    table.write_text(
        "datum;onderwerp;aantekening\n2020-02-30;Pesten;Kanariepietje\n2020-03-01;Pesten;\n",
        encoding="utf-8",
    )
    before = logbook_file.read_bytes()

    said = run("importeer", logbook_file, table)

    assert said.code == 1
    assert "rij 2" in said.err
    assert CANARY not in said.err
    assert logbook_file.read_bytes() == before


def test_a_dry_run_tells_and_changes_nothing(run: Run, logbook_file: Path) -> None:
    before = logbook_file.read_bytes()

    said = run("importeer", logbook_file, CASES / "huizen-2018-2020.csv", "--proef")

    assert said.code == 0
    assert "Er is niets overgenomen" in said.err
    assert CANARY not in said.out + said.err
    assert logbook_file.read_bytes() == before


def test_a_dry_run_prints_nothing_of_a_cell_that_was_refused(
    run: Run, logbook_file: Path, tmp_path: Path
) -> None:
    table = tmp_path / "lijst.csv"
    table.write_text(f"datum;onderwerp\n1-2-2019;{CANARY}\n", encoding="utf-8")
    said = run("importeer", logbook_file, table, "--proef")
    assert said.code == 1
    assert "Dit onderwerp kent het logboek niet." in said.out
    assert CANARY not in said.out + said.err


def test_an_unwritable_target_leaves_everything_as_it_was(
    run: Run, logbook_file: Path, tmp_path: Path
) -> None:
    before = logbook_file.read_bytes()
    folder = tmp_path / "map.pdf"
    folder.mkdir()

    for target in (tmp_path / "nergens" / "uit.pdf", folder):
        said = run("jaaroverzicht", logbook_file, "--jaar", "2019", "--pdf", target)

        assert said.code == 1
        assert "niets uitgebracht" in said.err
    assert logbook_file.read_bytes() == before
    assert list(folder.iterdir()) == []


def test_a_year_that_is_not_over_cannot_be_issued(
    run: Run, logbook_file: Path, tmp_path: Path
) -> None:
    said = run("jaaroverzicht", logbook_file, "--jaar", "2098", "--pdf", tmp_path / "uit.pdf")

    assert said.code == 1
    assert "nog niet voorbij" in said.err
    assert not (tmp_path / "uit.pdf").exists()


def test_zonder_drempel_needs_a_reason(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nieuw.vplogboek"

    assert run("nieuw", path, "--niveau", "zonder-drempel").code == 1
    assert not path.exists()
    assert (
        run("nieuw", path, "--niveau", "zonder-drempel", "--reden", "Zo wil de raad het.").code == 0
    )


def test_wrong_use_is_exit_code_two_in_dutch(run: Run, logbook_file: Path) -> None:
    for words in (["telling", logbook_file], ["jaaroverzicht", logbook_file, "--jaar", "x"]):
        said = run(*words)

        assert said.code == 2
        assert said.err.count("gebruik:") == 1
        assert "error" not in said.err
        assert "required" not in said.err


def test_help_is_dutch(run: Run) -> None:
    said = run("--help")

    assert said.code == 0
    for english in ("usage", "options", "positional", "show this"):
        assert english not in said.out


def test_the_example_can_be_made_twice_and_is_marked(run: Run, tmp_path: Path) -> None:
    path, pdf = tmp_path / "voorbeeld.vplogboek", tmp_path / "overzicht.pdf"

    assert run("voorbeeld", path, "--pdf", pdf).code == 0
    first = pdf.read_bytes()
    assert run("voorbeeld", path, "--pdf", pdf).code == 0

    assert pdf.read_bytes() == first
    organisation = "Gemeente Voorbeeldstad"
    said = run(
        "jaaroverzicht", path, "--jaar", "2025", "--tabel", "--organisatie", organisation,
        passphrase=example.PASSPHRASE,
    )  # fmt: skip
    assert said.code == 0


def test_several_organisations_ask_for_a_choice(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "voorbeeld.vplogboek"
    run("voorbeeld", path)

    said = run("telling", path, "--jaar", "2025", passphrase=example.PASSPHRASE)

    assert said.code == 1
    assert "Gemeente Voorbeeldstad" in said.err


def test_the_example_does_not_take_the_place_of_a_real_logbook(
    run: Run, logbook_file: Path
) -> None:
    before = logbook_file.read_bytes()

    assert run("voorbeeld", logbook_file).code == 1
    assert logbook_file.read_bytes() == before


def test_an_overview_never_takes_the_place_of_a_logbook(
    run: Run, logbook_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "ander.vplogboek"
    assert run("nieuw", other).code == 0
    before = logbook_file.read_bytes(), other.read_bytes()
    journal = logbook_file.with_name(f"{logbook_file.name}-journal")

    for target in (logbook_file, other, journal):
        said = run("jaaroverzicht", logbook_file, "--jaar", "2019", "--pdf", target)

        assert said.code == 1
        assert "staat een logboek" in said.err
    assert (logbook_file.read_bytes(), other.read_bytes()) == before


def test_the_example_is_not_overwritten_by_its_own_overview(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "voorbeeld.vplogboek"

    assert run("voorbeeld", path, "--pdf", path).code == 1
    assert run("voorbeeld", path).code == 0


def test_a_pipe_is_neither_read_nor_replaced(run: Run, logbook_file: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pijp.csv"
    os.mkfifo(pipe)

    assert run("importeer", logbook_file, pipe).code == 1
    assert run("jaaroverzicht", logbook_file, "--jaar", "2019", "--pdf", pipe).code == 1
    assert pipe.is_fifo()


def test_an_earlier_overview_is_replaced(run: Run, logbook_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.pdf"
    target.write_bytes(b"een eerder overzicht")

    assert run("jaaroverzicht", logbook_file, "--jaar", "2019", "--pdf", target).code == 0
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("column", ["integriteit", "advies_overig", "bestaat niet"])
def test_a_main_class_cannot_be_a_column_of_its_own(run: Run, tmp_path: Path, column: str) -> None:
    path = tmp_path / "nieuw.vplogboek"

    assert run("nieuw", path, "--kolom", column).code == 1
    assert not path.exists()


@pytest.mark.parametrize("year", ["0", "-5", "9999", "99999", "twee"])
def test_a_year_that_cannot_be_is_wrong_use(run: Run, logbook_file: Path, year: str) -> None:
    assert run("telling", logbook_file, f"--jaar={year}").code == 2


def test_an_empty_target_is_wrong_use(run: Run, logbook_file: Path) -> None:
    assert run("jaaroverzicht", logbook_file, "--jaar", "2019", "--pdf", "").code == 2


def test_a_name_that_is_too_long_is_told(run: Run, tmp_path: Path) -> None:
    for verb in ("nieuw", "voorbeeld"):
        said = run(verb, tmp_path / ("n" * 300))

        assert said.code == 1
        assert "te lang" in said.err


def test_a_list_without_headers_is_not_quoted(run: Run, logbook_file: Path, tmp_path: Path) -> None:
    table = tmp_path / "zonder.csv"
    table.write_text(f"{CANARY};2020-01-01;BSN 123\nBram;2020-01-02;BSN 456\n", encoding="utf-8")

    said = run("importeer", logbook_file, table)

    assert said.code == 1
    assert CANARY not in said.err
    assert "BSN" not in said.err


def test_a_defect_of_ours_is_told_without_its_words(
    run: Run, logbook_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise KeyError(CANARY)

    monkeypatch.setattr("vp_logboek.services.yearly_report.year_tally", fails)

    said = run("telling", logbook_file, "--jaar", "2019")

    assert said.code == 1
    assert "KeyError test_cli" in said.err
    assert CANARY not in said.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "vp_logboek"]
    subprocess.run([*program, "voorbeeld", tmp_path / "v"], check=True, cwd=ROOT)
    words = ["telling", tmp_path / "v", "--jaar", "2025", "--wachtzin-stdin"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*program, *words, "--organisatie", "Gemeente Voorbeeldstad"],
            cwd=ROOT,
            input=f"{example.PASSPHRASE}\n".encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 1
    assert "Schrijven of afdrukken lukt niet" in done.stderr.decode()
