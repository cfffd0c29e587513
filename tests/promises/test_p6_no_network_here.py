"""P6: the whole suite runs without a network, where ``packaging/test.py`` may see to that."""

import errno
import os
import socket

import pytest

pytestmark = pytest.mark.skipif(
    "VP_LOGBOEK_TESTS_WITHOUT_NETWORK" not in os.environ,
    reason="packaging/test.py runs the tests in an empty network namespace where it may",
)


def test_there_is_no_network_but_the_loop_to_itself() -> None:
    assert [name for _, name in socket.if_nameindex()] == ["lo"]


@pytest.mark.parametrize(
    "family, address",
    [
        (socket.AF_INET, "192.0.2.1"),
        (socket.AF_INET6, "2001:db8::1"),
        (socket.AF_INET, "127.0.0.1"),
    ],
    ids=["IPv4", "IPv6", "this machine"],
)
def test_nothing_can_be_reached(family: socket.AddressFamily, address: str) -> None:
    """Addresses of documentation, RFC 5737 and 3849; with a network they only time out."""
    with socket.socket(family) as line:
        line.settimeout(5)
        assert line.connect_ex((address, 9)) in {errno.ENETUNREACH, errno.EADDRNOTAVAIL}
