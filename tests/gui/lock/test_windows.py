"""Which messages of Windows ask to lock. They are read here from memory laid out as Windows does.

That Windows sends them could not be tried here: there is none.
"""

import ctypes
import struct
from ctypes import wintypes

import pytest

from vp_logboek.gui.lock.windows import Messages

LID = bytes.fromhex("4d0f3eba17b89440a2d1d56379e6a0f3")
"""GUID_LIDSWITCH_STATE_CHANGE {BA3E0F4D-B817-4094-A2D1-D56379E6A0F3} as it lies in memory."""
BATTERY = bytes.fromhex("6e8d0fa715a7194eb2d1c4f0a8c2a2b1")


def message(number: int, wparam: int, setting: bytes = b"") -> wintypes.MSG:
    told = wintypes.MSG(message=number, wParam=wparam)
    if setting:
        told.kept = ctypes.create_string_buffer(setting)  # type: ignore[attr-defined]
        told.lParam = ctypes.addressof(told.kept)  # type: ignore[attr-defined]
    return told


def lid(value: int, setting: bytes = LID) -> wintypes.MSG:
    return message(0x0218, 0x8013, setting + struct.pack("<II", 4, value))


@pytest.mark.parametrize(
    "number,wparam,asks",
    [
        (0x02B1, 0x7, True),  # WTS_SESSION_LOCK
        (0x02B1, 0x2, True),  # WTS_CONSOLE_DISCONNECT: another user
        (0x02B1, 0x4, True),  # WTS_REMOTE_DISCONNECT
        (0x02B1, 0x8, False),  # WTS_SESSION_UNLOCK
        (0x02B1, 0x1, False),  # WTS_CONSOLE_CONNECT
        (0x0218, 0x4, True),  # PBT_APMSUSPEND
        (0x0218, 0x7, False),  # PBT_APMRESUMESUSPEND
        (0x0218, 0xA, False),  # PBT_APMPOWERSTATUSCHANGE
        (0x0100, 0x7, False),  # WM_KEYDOWN
    ],
)
def test_only_leaving_and_sleeping_ask_to_lock(number: int, wparam: int, asks: bool) -> None:
    assert Messages().ask_to_lock(message(number, wparam)) is asks


def test_a_lid_that_closes_asks_and_one_that_was_closed_does_not() -> None:
    messages = Messages()
    assert not messages.ask_to_lock(lid(0)), "the first tells how it was"
    assert not messages.ask_to_lock(lid(1))
    assert messages.ask_to_lock(lid(0))
    assert not messages.ask_to_lock(lid(0))


def test_another_setting_of_the_power_says_nothing_of_the_lid() -> None:
    messages = Messages()
    messages.ask_to_lock(lid(1))
    assert not messages.ask_to_lock(lid(0, BATTERY))
    assert messages.ask_to_lock(lid(0))
