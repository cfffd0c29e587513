"""Attacks on the program instead of on the numbers: what it says, and what it leaves behind.

Two logbooks with the same key differ in numbers that are hidden at Standaard: two melders under
Integriteit and none under Discriminatie, or one under each.
"""

import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSPHRASE
from vp_logboek import cli
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.services import issuing
from vp_logboek.services.remembered import FOLDER_VARIABLE
from vp_logboek.services.safekeeping import make_logbook, open_logbook
from vp_logboek.store.logbook import Logbook

TWO_AND_NONE = {"misstand": 2, "discriminatie": 0}
ONE_AND_ONE = {"misstand": 1, "discriminatie": 1}
OTHERS = {"pesten": 9, "met_collega": 5, "teamcultuur": 4, "procedurevraag": 5}
DAY = date(2025, 3, 4)
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def one_key(monkeypatch: pytest.MonkeyPatch, cheap_program: None) -> None:
    """Both logbooks draw alike, so that only their numbers differ."""
    monkeypatch.setattr(Logbook, "draw_key", property(lambda _: bytes(range(32))))


def made(folder: Path, hidden: dict[str, int], level: Level = Level.STANDARD) -> Path:
    """A logbook with these melders beside the others, in a folder of its own."""
    folder.mkdir()
    levels = (LevelChoice(FROM_THE_START, level, "Zo wil de raad het."),)
    organisation = Organisation("Gemeente Aa", columns=("discriminatie",), levels=levels)
    path = folder / "een.vplogboek"
    with make_logbook(path, PASSPHRASE, organisation) as logbook, logbook.transaction():
        for subject, number in {**hidden, **OTHERS}.items():
            for _ in range(number):
                _matter(logbook, subject)
    return path


def _matter(logbook: Logbook, subject: str) -> None:
    melder = DossierMelder(kind=MelderKind.PERMANENT)
    dossier = logbook.dossiers.save(Dossier(1, DAY, subject, melders=(melder,)))
    logbook.conversations.save(Conversation(DAY, ConversationKind.FIRST, Channel.PHONE, dossier.id))


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(name="run")
def command(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """One command; all that comes out of the process is read, from the solver's side too."""

    def run(folder: Path, *words: str) -> tuple[int, str, str]:
        monkeypatch.chdir(folder)
        typed = io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", typed)
        capfd.readouterr()
        code = cli.main([*words, "--wachtzin-stdin"])
        said = capfd.readouterr()
        return code, said.out, said.err

    return run


TABLE = ("jaaroverzicht", "een.vplogboek", "--jaar", "2025", "--tabel")
PDF = ("jaaroverzicht", "een.vplogboek", "--jaar", "2025", "--pdf", "uit.pdf", "--niets-verstrekt")


def test_the_command_line_says_the_same_and_writes_the_same_file(run: Run, tmp_path: Path) -> None:
    folders = [
        made(tmp_path / str(n), hidden).parent
        for n, hidden in enumerate((TWO_AND_NONE, ONE_AND_ONE))
    ]
    tables, exports = ([run(folder, *words) for folder in folders] for words in (TABLE, PDF))

    assert tables[0] == tables[1]
    assert exports[0] == exports[1]
    assert tables[0][0] == exports[0][0] == 0
    assert "•" in tables[0][1]
    files = [sorted(each.name for each in folder.iterdir()) for folder in folders]
    assert files[0] == files[1]
    pages = [(folder / "uit.pdf").read_bytes() for folder in folders]
    assert pages[0] == pages[1]


def test_control_the_counts_of_the_counsellor_are_another(run: Run, tmp_path: Path) -> None:
    said = [
        run(made(tmp_path / str(n), hidden).parent, "telling", "een.vplogboek", "--jaar", "2025")
        for n, hidden in enumerate((TWO_AND_NONE, ONE_AND_ONE))
    ]

    assert said[0] != said[1]


# --- what is left behind ------------------------------------------------------------------------


_watched: list[list[str]] = []


def _note(event: str, told: tuple[object, ...]) -> None:
    if _watched and event == "open" and isinstance(told[0], str | bytes | os.PathLike):
        flags = told[2] if isinstance(told[2], int) else 0
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            _watched[-1].append(Path(os.fsdecode(told[0])).name)


sys.addaudithook(_note)


@contextmanager
def written_names() -> Iterator[list[str]]:
    """The names of all files that Python opens to write meanwhile."""
    _watched.append([])
    try:
        yield _watched[-1]
    finally:
        _watched.pop()


def test_choosing_and_issuing_leave_no_file_but_the_overview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = made(tmp_path / "map", TWO_AND_NONE)
    places = {name: tmp_path / name for name in ("thuis", "tijdelijk", "instellingen", "hier")}
    for place in places.values():
        place.mkdir()
    for name, place in (
        ("HOME", "thuis"),
        ("TMPDIR", "tijdelijk"),
        (FOLDER_VARIABLE, "instellingen"),
    ):
        monkeypatch.setenv(name, str(places[place]))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(places["hier"])
    with open_logbook(path, PASSPHRASE) as logbook:
        (organisation,) = logbook.organisations.all()
        capfd.readouterr()
        with written_names() as names:
            prospect = issuing.prepare(logbook, organisation, 2025)
            issuing.issue(logbook, prospect, path.parent / "uit.pdf", TODAY)
        identity = logbook.identity

    assert capfd.readouterr() == ("", "")
    assert sorted(each.name for each in path.parent.iterdir()) == ["een.vplogboek", "uit.pdf"]
    for place in ("thuis", "tijdelijk", "hier"):
        assert list(places[place].rglob("*")) == []
    (remembered,) = [each for each in places["instellingen"].rglob("*") if each.is_file()]
    assert remembered.name == f"{identity}.json"
    assert len(set(names)) == 2, "the overview and what is remembered, each beside its place first"
    assert all(re.fullmatch(r"\.[0-9a-f]{12}\.part", name) for name in names)


def test_what_is_remembered_outside_has_no_counts_in_it(tmp_path: Path) -> None:
    """Random marks and nothing else: it tells neither years nor numbers."""
    kept = []
    for n, hidden in enumerate((TWO_AND_NONE, ONE_AND_ONE)):
        path = made(tmp_path / str(n), hidden)
        with open_logbook(path, PASSPHRASE) as logbook:
            (organisation,) = logbook.organisations.all()
            prospect = issuing.prepare(logbook, organisation, 2025)
            issuing.issue(logbook, prospect, path.parent / "uit.pdf", TODAY)
            folder = Path(os.environ[FOLDER_VARIABLE])
            (file,) = folder.rglob(f"{logbook.identity}.json")
        kept.append(json.loads(file.read_bytes()))

    for each in kept:
        marks = list(_marks_in({k: v for k, v in each.items() if k != "versie"}))
        assert marks
        assert all(len(mark) == 64 and set(mark) <= set("0123456789abcdef") for mark in marks)
    assert _shape(kept[0]) == _shape(kept[1])


def _marks_in(found: object) -> Iterator[str]:
    """Every text in what is remembered, but for the names of its parts."""
    if isinstance(found, str):
        yield found
        return
    assert isinstance(found, list | dict), "nothing but texts"
    for each in found.values() if isinstance(found, dict) else found:
        yield from _marks_in(each)


def _shape(kept: dict[str, Any]) -> object:
    """The same without its marks: how many there are of what."""
    about = kept["per uitgave"]
    assert about.keys() == set(kept["uitgaven"])
    lengths = {k: len(v) for k, v in kept.items() if isinstance(v, list)}
    return kept["versie"], kept.keys(), lengths, sorted(len(each) for each in about.values())


def test_control_the_watch_sees_a_file_that_is_written(tmp_path: Path) -> None:
    with written_names() as names:
        (tmp_path / "geheim.log").write_text("2", encoding="utf-8")

    assert names == ["geheim.log"]
