"""From passphrase to key."""

import unicodedata

import pytest
from argon2.low_level import Type, hash_secret_raw
from hypothesis import given
from hypothesis import strategies as st

from vp_logboek.domain.errors import PassphraseProblem, PassphraseRefused
from vp_logboek.store.key import CHEAPEST, VPL1, can_be_right, check_new, derive_key

SALT = b"VPL1" + bytes(range(12))


def test_the_profile_of_a_logbook_costs_256_mebibytes_three_passes_and_four_lanes() -> None:
    assert (VPL1.tag, VPL1.memory, VPL1.passes, VPL1.lanes) == (b"VPL1", 262144, 3, 4)


def test_a_key_is_argon2id_of_the_utf8_of_the_nfc_of_the_passphrase() -> None:
    expected = hash_secret_raw(
        "één".encode(), SALT, time_cost=1, memory_cost=8, parallelism=1, hash_len=32,
        type=Type.ID, version=0x13,
    )  # fmt: skip

    assert derive_key(unicodedata.normalize("NFD", "één"), SALT, CHEAPEST) == expected


@given(st.text(min_size=1, max_size=30))
def test_however_a_passphrase_was_typed_its_key_is_the_same(passphrase: str) -> None:
    keys = {
        derive_key(unicodedata.normalize(form, passphrase), SALT, CHEAPEST)
        for form in ("NFC", "NFD")
    }

    assert len(keys) == 1


def test_another_passphrase_or_another_salt_gives_another_key() -> None:
    keys = {
        derive_key("een", SALT, CHEAPEST),
        derive_key("Een", SALT, CHEAPEST),
        derive_key("een ", SALT, CHEAPEST),
        derive_key("een", SALT[::-1], CHEAPEST),
    }

    assert len(keys) == 4


@pytest.mark.parametrize(
    "passphrase, problem",
    [("", PassphraseProblem.EMPTY), ("a" * 1001, PassphraseProblem.TOO_LONG)],
)
def test_a_new_passphrase_has_1_to_1000_characters(
    passphrase: str, problem: PassphraseProblem
) -> None:
    with pytest.raises(PassphraseRefused) as refused:
        check_new(passphrase)

    assert refused.value.problem is problem
    assert not can_be_right(passphrase)


@pytest.mark.parametrize(
    "passphrase", ["a", "a" * 1000, "'; --", '"', "\0", "😀", "\ud800", " "], ids=repr
)
def test_any_other_passphrase_gives_a_key(passphrase: str) -> None:
    check_new(passphrase)

    assert len(derive_key(passphrase, SALT, CHEAPEST)) == 32
