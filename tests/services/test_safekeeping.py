"""Making, opening and checking a logbook; strength of a passphrase; writing a file whole."""

import errno
import os
from pathlib import Path

import pytest

from vp_logboek.domain.errors import (
    AlreadyExists,
    LogbookError,
    NameNeeded,
    PassphraseProblem,
    PassphraseRefused,
    TargetUnwritable,
    WrongPassphrase,
)
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import safekeeping
from vp_logboek.services.safekeeping import check_file, make_logbook, strength, write_whole
from vp_logboek.store.logbook import CHEAPEST, Logbook

ORGANISATION = Organisation("Gemeente Voorbeeld", columns=("discriminatie",))
GOOD = "batterij nietje paard één"


def test_a_new_logbook_has_its_organisation_and_the_default_subjects(path: Path) -> None:
    with make_logbook(path, GOOD, ORGANISATION, CHEAPEST) as made:
        (organisation,) = made.organisations.all()
        assert (organisation.name, organisation.columns) == (
            "Gemeente Voorbeeld",
            ("discriminatie",),
        )
        assert made.subjects.tree() == safekeeping.default_tree()
        assert not made.read_only


@pytest.mark.parametrize(
    "passphrase, organisation, error",
    [
        ("", ORGANISATION, PassphraseRefused(PassphraseProblem.EMPTY)),
        ("welkom01", ORGANISATION, PassphraseRefused(PassphraseProblem.TOO_WEAK)),
        ("a" * 1000, ORGANISATION, PassphraseRefused(PassphraseProblem.TOO_WEAK)),
        ("xk3 " * 300, ORGANISATION, PassphraseRefused(PassphraseProblem.TOO_LONG)),
        (GOOD, Organisation(""), NameNeeded()),
    ],
    ids=["empty", "weak", "monotonous", "long", "nameless"],
)
def test_what_will_not_do_makes_no_file(
    path: Path, passphrase: str, organisation: Organisation, error: LogbookError
) -> None:
    with pytest.raises(type(error)) as refused:
        make_logbook(path, passphrase, organisation, CHEAPEST)

    assert refused.value == error
    assert list(path.parent.iterdir()) == []


def test_a_logbook_that_cannot_be_filled_is_not_made(path: Path) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        make_logbook(path, GOOD, Organisation("X", columns=("bestaat niet",)), CHEAPEST)

    assert list(path.parent.iterdir()) == []


def test_an_existing_logbook_is_not_made_anew(logbook: Logbook, path: Path) -> None:
    with pytest.raises(AlreadyExists):
        make_logbook(path, GOOD, ORGANISATION, CHEAPEST)


def test_checking_tells_whole_from_damaged(logbook: Logbook, path: Path, passphrase: str) -> None:
    logbook.close()
    assert check_file(path, passphrase, (CHEAPEST,)) == 0

    content = bytearray(path.read_bytes())
    content[5 * 4096 + 77] ^= 1
    path.write_bytes(content)

    assert check_file(path, passphrase, (CHEAPEST,)) == 1
    with pytest.raises(WrongPassphrase):
        check_file(path, "iets anders", (CHEAPEST,))


def test_a_file_that_a_kill_left_under_its_old_name_is_there(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    logbook.close()
    assert safekeeping.is_there(path)
    path.rename(path.with_name(f"{path.name}.vorige"))

    assert safekeeping.is_there(path)
    assert check_file(path, passphrase, (CHEAPEST,)) == 0
    path.unlink()
    assert not safekeeping.is_there(path)


# --- strength ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "passphrase",
    ["", " ", "welkom01", "Welkom2026!", "Gemeente2026!", "vertrouwenspersoon", "wachtwoord",
     "Vertrouwenspersoon1", "Zomer2026", "september2026!", "Integriteit123", "qwerty123", "aaaaaa",
     "Wachtzin!", "Welkom-Gemeente-2026", "Amsterdam020", "12-03-1968", "fluitketel",
     "Kasteelheer2026!", "kerkhof12031968"],
)  # fmt: skip
def test_what_somebody_would_try_on_a_dutch_counsellor_is_weak(passphrase: str) -> None:
    assert strength(passphrase).score < 2


@pytest.mark.parametrize(
    "passphrase",
    [GOOD, "correct paard batterij nietje", "vier losse woorden en een giraf", "q8#Lw!x2Vp$9",
     "Onze kat slaapt op dinsdag in de wasmand"],
)  # fmt: skip
def test_a_few_words_that_have_nothing_to_do_with_each_other_are_strong(passphrase: str) -> None:
    assert strength(passphrase).score >= 3


def test_a_very_long_passphrase_is_measured_at_once() -> None:
    assert strength("losse woorden " * 70).score >= 2


def test_every_score_has_a_sentence_of_its_own() -> None:
    told = {strength(text) for text in ("", "kasteel9", "giraf koe", "q8#Lw!x2Vp", GOOD)}

    assert {each.score for each in told} == {0, 1, 2, 3, 4}
    assert len({each.sentence for each in told}) == 5
    assert all(each.sentence.endswith(".") for each in told)


# --- writing a file whole ---------------------------------------------------------------------


def test_a_file_is_written_whole_for_the_owner_alone_and_takes_the_place_of_the_old(
    tmp_path: Path,
) -> None:
    target = tmp_path / "overzicht één.pdf"
    target.write_bytes(b"oud")

    write_whole(target, b"nieuw")

    assert target.read_bytes() == b"nieuw"
    assert target.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("call", ["fsync", "replace", "write"])
def test_when_writing_fails_what_stood_there_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "overzicht.pdf"
    target.write_bytes(b"oud")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    match call:
        case "fsync":
            monkeypatch.setattr(os, "fsync", fail)
        case "replace":
            monkeypatch.setattr(Path, "replace", fail)
        case _:
            monkeypatch.setattr(Path, "write_bytes", fail)

    with pytest.raises(TargetUnwritable) as refused:
        write_whole(target, b"nieuw")

    assert refused.value.name == "overzicht.pdf"
    assert target.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_or_a_missing_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for target in (tmp_path / "map", tmp_path / "nergens" / "x.pdf", tmp_path / ("x" * 300)):
        with pytest.raises(TargetUnwritable):
            write_whole(target, b"nieuw")

    assert [each.name for each in tmp_path.iterdir()] == ["map"]
